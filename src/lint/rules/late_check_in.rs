//! A check-in that came when its cycle was long over.

use crate::config::LintLevel;
use crate::lint::series::first_of_each_table;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Date, days_between};
use crate::text::Spanned;

pub(super) static RULE: Rule = Rule {
    name: "late-check-in",
    level: LintLevel::Warn,
    limit: Some(14.0),
    docs: include_str!("late_check_in.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (id, objective) in context.set() {
        let Some(cycle) = objective.cycle.map(|cycle| &context.handbook[cycle.value]) else { continue };
        let limit = context.limit(&RULE, objective.team.map(|team| team.value));
        let days = |day: Spanned<Date>| days_between(cycle.end, day.value);
        for (id, key_result) in context.handbook.key_results(id) {
            let reported = context.reported(id).iter().map(|check_in| check_in.date);
            let late = reported.filter(|&day| days(day) as f64 > limit);
            for day in first_of_each_table(late, context.sources) {
                let message = format!(
                    "this check-in of `{}` came {} days after the end of `{}`",
                    key_result.id.value,
                    days(day),
                    cycle.id.value
                );
                let finding = findings
                    .at(day.span, message)
                    .help("correct the date, or tell what came later in the review or in a goal of a later cycle")
                    .team(context.team_of(objective));
                findings.push(finding);
            }
        }
    }
}
