//! An objective of which nobody can tell whether it is reached.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "no-key-results",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("no_key_results.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active().filter(|(_, objective)| objective.key_results.is_empty()) {
        let finding = findings
            .at(objective.id.span, format!("objective `{}` has no key results", objective.id.value))
            .help("add `key_results`, or make it a draft until you know how to measure it")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}
