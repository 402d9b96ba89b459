//! A risk that was raised without a word about it.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::Status;

pub(super) static RULE: Rule = Rule {
    name: "silent-risk",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("silent_risk.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (id, objective) in context.active() {
        for (id, key_result) in context.handbook.key_results(id) {
            let Some(check_in) = context.reported(id).last() else { continue };
            let is_risk = |status: &Status| matches!(status, Status::AtRisk | Status::OffTrack);
            let Some(status) = check_in.aside.status.filter(|status| is_risk(&status.value)) else {
                continue;
            };
            if check_in.note.as_ref().is_some_and(|note| !note.value.trim().is_empty()) {
                continue;
            }
            let message = format!(
                "key result `{}` is `{}`, and no note says why",
                key_result.id.value,
                status.value.word()
            );
            let finding = findings
                .at(status.span, message)
                .help("add a `note` that says what stands in the way and who could help")
                .team(context.team_of(objective));
            findings.push(finding);
        }
    }
}
