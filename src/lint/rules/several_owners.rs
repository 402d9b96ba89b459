//! An objective with more than one lead.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "several-owners",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("several_owners.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        let (Some(first), Some(second)) = (objective.owner, objective.other_owners.first()) else { continue };
        let count = objective.other_owners.len() + 1;
        let finding = findings
            .at(second.span, format!("objective `{}` has {count} owners", objective.id.value))
            .label(first.span, "the first one counts as its lead")
            .help("name the one person who answers for it, and list other teams under `contributors`")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}
