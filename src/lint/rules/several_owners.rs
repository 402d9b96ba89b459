//! An objective with more than one lead.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Objective, SeveralOwners};

pub(super) static RULE: Rule = Rule {
    name: "several-owners",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("several_owners.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        let Some(SeveralOwners { first, second, count }) = owners(objective) else { continue };
        let finding = findings
            .at(second, format!("objective `{}` has {count} owners", objective.id.value))
            .label(first, "the first one counts as its lead")
            .help("name the one person who answers for it, and list other teams under `contributors`")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}

/// The owners of an objective, as they are written, where there are several.
fn owners(objective: &Objective) -> Option<SeveralOwners> {
    objective.lost.several_owners.or_else(|| {
        let (first, second) = (objective.owner?, objective.other_owners.first()?);
        let count = objective.other_owners.len() as u32 + 1;
        Some(SeveralOwners { first: first.span, second: second.span, count })
    })
}
