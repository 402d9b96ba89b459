//! An objective that does not say why.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "missing-why",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("missing_why.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        if objective.why.as_ref().is_some_and(|why| !why.value.trim().is_empty()) {
            continue;
        }
        let finding = findings
            .at(objective.id.span, format!("objective `{}` does not say why", objective.id.value))
            .help("add `why`: what gets better for whom, and why now")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}
