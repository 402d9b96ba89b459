//! An objective that nobody leads.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::Objective;

pub(super) static RULE: Rule = Rule {
    name: "missing-owner",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("missing_owner.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let has_none = |objective: &Objective| {
        objective.owner.is_none() && objective.other_owners.is_empty() && !objective.lost.owner
    };
    for (_, objective) in context.active().filter(|(_, objective)| has_none(objective)) {
        let finding = findings
            .at(objective.id.span, format!("objective `{}` has no owner", objective.id.value))
            .help("add `owner`: the one person who answers when somebody asks how it goes")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}
