//! An objective that is still open after its cycle.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::days_between;
use crate::progress::CLOSE_WITHIN;

pub(super) static RULE: Rule = Rule {
    name: "close-overdue",
    level: LintLevel::Warn,
    limit: Some(CLOSE_WITHIN),
    docs: include_str!("close_overdue.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        let Some(reference) = objective.cycle else { continue };
        let cycle = &context.handbook[reference.value];
        let limit = context.limit(&RULE, objective.team.map(|team| team.value));
        let days = days_between(cycle.end, context.progress.as_of);
        if days as f64 <= limit {
            continue;
        }
        let message =
            format!("objective `{}` has no review, {days} days after its cycle ended", objective.id.value);
        let finding = findings
            .at(objective.id.span, message)
            .label(reference.span, format!("ended on {}", cycle.end))
            .help("close it with a `review`: `closed_on`, what was `learned`, and a `decision`")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}
