//! A check-in of a day that has not come.

use crate::config::LintLevel;
use crate::lint::series::first_of_each_table;
use crate::lint::{Context, Findings, Rule};
use crate::model::Date;
use crate::text::Spanned;

pub(super) static RULE: Rule = Rule {
    name: "future-check-in",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("future_check_in.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let handbook = context.handbook;
    for (id, objective) in context.set() {
        for (id, key_result) in handbook.key_results(id) {
            let future = key_result.check_ins[context.reported(id).len()..].iter();
            let help = "correct the date, or report once the day has come; what is expected goes into `plan`";
            let of = (key_result.id.value.as_str(), context.team_of(objective));
            report(context, findings, of, future.map(|check_in| check_in.date), help);
        }
    }
    for kpi in &handbook.kpis {
        let future = kpi.values.iter().map(|reading| reading.date);
        let future = future.filter(|day| day.value > context.progress.as_of);
        let help = "correct the date, or report once the day has come";
        let team = context.team_of_kpi(kpi);
        report(context, findings, (&kpi.id.value, team), future, help);
    }
}

/// Reports the days on which somebody will have reported of a key result or KPI, which has an id and a team.
fn report(
    context: &Context,
    findings: &mut Findings,
    (id, team): (&str, Option<&str>),
    days: impl Iterator<Item = Spanned<Date>>,
    help: &str,
) {
    for day in first_of_each_table(days, context.sources) {
        let message = format!(
            "this check-in of `{id}` is dated {}, and today is {}",
            day.value, context.progress.as_of
        );
        let finding = findings.at(day.span, message).here("it does not count yet").help(help).team(team);
        findings.push(finding);
    }
}
