//! An objective that hangs by a single number.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "too-few-key-results",
    level: LintLevel::Warn,
    limit: Some(1.0),
    docs: include_str!("too_few_key_results.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        let limit = context.limit(&RULE, objective.team.map(|team| team.value));
        let count = objective.key_results.len();
        if count == 0 || count as f64 > limit {
            continue;
        }
        let message = match count {
            1 => format!("objective `{}` has only one key result", objective.id.value),
            _ => format!("objective `{}` has only {count} key results", objective.id.value),
        };
        let finding = findings
            .at(objective.id.span, message)
            .help("add one that would show if the first were reached in a way that nobody wants")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}
