//! A check-in of a day that has not come.

use crate::config::LintLevel;
use crate::lint::series::first_of_each_table;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "future-check-in",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("future_check_in.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let as_of = context.progress.as_of;
    for (id, objective) in context.set() {
        for (id, key_result) in context.handbook.key_results(id) {
            let future = &key_result.check_ins[context.reported(id).len()..];
            for check_in in first_of_each_table(future.iter(), context.sources) {
                let message = format!(
                    "this check-in of `{}` is dated {}, and today is {as_of}",
                    key_result.id.value, check_in.date.value
                );
                let finding = findings
                    .at(check_in.date.span, message)
                    .here("it does not count yet")
                    .help("correct the date, or report once the day has come; what is expected goes into `plan`")
                    .team(context.team_of(objective));
                findings.push(finding);
            }
        }
    }
}
