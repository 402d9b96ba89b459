//! A measure whose start is still unknown when its cycle is well under way.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Measure, days_between};

pub(super) static RULE: Rule = Rule {
    name: "missing-baseline",
    level: LintLevel::Warn,
    limit: Some(14.0),
    docs: include_str!("missing_baseline.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (id, objective) in context.active() {
        let Some(cycle) = objective.cycle.map(|cycle| &context.handbook[cycle.value]) else { continue };
        let days = days_between(cycle.start, context.progress.as_of);
        if (days as f64) < context.limit(&RULE, objective.team.map(|team| team.value)) {
            continue;
        }
        for (_, key_result) in context.handbook.key_results(id) {
            let Measure::Metric { start, .. } = &key_result.measure else { continue };
            if start.value.is_some() {
                continue;
            }
            let message = format!(
                "key result `{}` has no baseline, {days} days after its cycle began",
                key_result.id.value
            );
            let finding = findings
                .at(start.span, message)
                .help("measure where it stands, and write that number as `start`")
                .team(context.team_of(objective));
            findings.push(finding);
        }
    }
}
