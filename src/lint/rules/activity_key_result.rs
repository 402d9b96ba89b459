//! A key result that says what people do instead of what changes.

use crate::config::LintLevel;
use crate::lint::wording::activity;
use crate::lint::{Context, Findings, Rule};
use crate::model::Measure;

pub(super) static RULE: Rule = Rule {
    name: "activity-key-result",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("activity_key_result.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (id, objective) in context.active() {
        for (_, key_result) in context.handbook.key_results(id) {
            let name = &key_result.id.value;
            let (span, message) = if let Some(word) = activity(&key_result.title.value) {
                (key_result.title.span, format!("key result `{name}` begins with the activity `{word}`"))
            } else if let Measure::Done(done) = &key_result.measure {
                (done.span, format!("key result `{name}` is an activity that is done or not"))
            } else {
                continue;
            };
            let finding = findings
                .at(span, message)
                .help("measure what will be different afterwards, and make the activity an initiative")
                .team(context.team_of(objective));
            findings.push(finding);
        }
    }
}
