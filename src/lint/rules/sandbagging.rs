//! A key result that was reached when its cycle had hardly begun.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Cycle, Date, KeyResult, KeyResultId, Measure, days_between};
use crate::progress::attainment;

pub(super) static RULE: Rule = Rule {
    name: "sandbagging",
    level: LintLevel::Allow,
    limit: Some(1.0 / 3.0),
    docs: include_str!("sandbagging.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let as_of = context.progress.as_of;
    for (id, objective) in context.active() {
        let Some(cycle) = objective.cycle.map(|cycle| &context.handbook[cycle.value]) else { continue };
        let early = early_days(cycle, context.limit(&RULE, objective.team.map(|team| team.value)));
        if early == 0 || as_of < cycle.start {
            continue;
        }
        let last = cycle.start.saturating_add(jiff::Span::new().days(early - 1)).min(as_of);
        for (id, key_result) in context.handbook.key_results(id) {
            if !was_reached(context, id, key_result, last) {
                continue;
            }
            let message = format!(
                "key result `{}` was reached within the first {early} of {} days",
                key_result.id.value,
                cycle.days()
            );
            let finding = findings
                .at(key_result.id.span, message)
                .help(
                    "raise the target and say so under `changes`, or set yourself something harder next time",
                )
                .team(context.team_of(objective));
            findings.push(finding);
        }
    }
}

/// How many days of a cycle are its early ones, for a share of it.
fn early_days(cycle: &Cycle, share: f64) -> i64 {
    // A third of 93 days is 31, whatever the last bit of the product says.
    let days = (cycle.days() as f64 * share + 1e-9).floor() as i64;
    days.clamp(0, days_between(cycle.start, cycle.end) + 1)
}

/// Whether a key result stood at its target on a day and still does. Keeping something is no question of early
/// or late: it stands inside its bounds from the first day on, as it should.
fn was_reached(context: &Context, id: KeyResultId, key_result: &KeyResult, on: Date) -> bool {
    !matches!(key_result.measure, Measure::Keep(_))
        && context.progress.of_key_result(id).progress >= 1.0
        && attainment(key_result, on).is_some_and(|attainment| attainment >= 1.0)
}
