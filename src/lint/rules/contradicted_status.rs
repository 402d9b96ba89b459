//! A word of confidence that the numbers do not bear out.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::Status;

pub(super) static RULE: Rule = Rule {
    name: "contradicted-status",
    level: LintLevel::Warn,
    limit: Some(0.33),
    docs: include_str!("contradicted_status.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (id, objective) in context.active() {
        let limit = context.limit(&RULE, objective.team.map(|team| team.value));
        for (id, key_result) in context.handbook.key_results(id) {
            let Some(check_in) = context.reported(id).last() else { continue };
            let Some(status) = check_in.aside.status.filter(|status| status.value == Status::OnTrack) else {
                continue;
            };
            let Some(gap) = context.progress.of_key_result(id).gap.filter(|&gap| gap > limit) else {
                continue;
            };
            let message = format!(
                "key result `{}` is called `on-track`, and lies {:.0} percentage points behind its pace",
                key_result.id.value,
                gap * 100.0
            );
            let finding = findings
                .at(status.span, message)
                .help("say `at-risk` or `off-track`, or give the measure a `plan` if it was to rise late")
                .team(context.team_of(objective));
            findings.push(finding);
        }
    }
}
