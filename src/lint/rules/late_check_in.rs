//! A check-in that came when its cycle was long over.

use crate::config::LintLevel;
use crate::lint::series::first_of_each_table;
use crate::lint::{Context, Findings, Rule};
use crate::model::{CheckIn, days_between};

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
        let days = |check_in: &CheckIn| days_between(cycle.end, check_in.date.value);
        for (id, key_result) in context.handbook.key_results(id) {
            let late = context.reported(id).iter().filter(|check_in| days(check_in) as f64 > limit);
            for check_in in first_of_each_table(late, context.sources) {
                let message = format!(
                    "this check-in of `{}` came {} days after the end of `{}`",
                    key_result.id.value,
                    days(check_in),
                    cycle.id.value
                );
                let finding = findings
                    .at(check_in.date.span, message)
                    .help("correct the date, or tell what came later in the review or in a goal of a later cycle")
                    .team(context.team_of(objective));
                findings.push(finding);
            }
        }
    }
}
