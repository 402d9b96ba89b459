//! An objective that is measured by too much.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "too-many-key-results",
    level: LintLevel::Warn,
    limit: Some(5.0),
    docs: include_str!("too_many_key_results.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        let limit = context.limit(&RULE, objective.team.map(|team| team.value));
        let count = objective.key_results.len();
        if count as f64 <= limit {
            continue;
        }
        let message =
            format!("objective `{}` has {count} key results, more than {limit}", objective.id.value);
        let finding = findings
            .at(objective.id.span, message)
            .help("keep those that would prove the objective together, and drop what is nice to know")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}
