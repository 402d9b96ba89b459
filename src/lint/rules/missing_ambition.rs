//! An objective that does not say whether it is a promise or a stretch.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "missing-ambition",
    level: LintLevel::Allow,
    limit: None,
    docs: include_str!("missing_ambition.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active().filter(|(_, objective)| !objective.ambition_is_said) {
        let message =
            format!("objective `{}` does not say whether it is a promise or a stretch", objective.id.value);
        let finding = findings
            .at(objective.id.span, message)
            .help("add `ambition: committed` if others rely on it, or `ambition: aspirational` if 0.7 is a success")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}
