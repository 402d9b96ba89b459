//! A key result that nobody has reported on for too long.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Cadence, Cycle, KeyResultId};
use crate::progress::{Health, last_report};

pub(super) static RULE: Rule = Rule {
    name: "stale-check-in",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("stale_check_in.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (id, objective) in context.active() {
        let Some(cycle) = objective.cycle.map(|cycle| &context.handbook[cycle.value]) else { continue };
        for (id, key_result) in context.handbook.key_results(id) {
            if context.progress.of_key_result(id).health != Health::Outdated {
                continue;
            }
            let help = if context.progress.as_of <= cycle.end {
                "add a check-in that says where it stands; that nothing has moved is worth saying too"
            } else {
                "add the last check-in, then close the objective with a `review`"
            };
            let finding = findings
                .at(key_result.id.span, message(context, id, cycle))
                .help(help)
                .team(context.team_of(objective));
            findings.push(finding);
        }
    }
}

/// Since when nothing was heard, and how often something should be.
fn message(context: &Context, id: KeyResultId, cycle: &Cycle) -> String {
    let key_result = context.handbook.key_result(id);
    let name = &key_result.id.value;
    let due = due(cycle.check_in_every);
    match last_report(key_result, context.progress.as_of).filter(|&last| last >= cycle.start) {
        Some(last) => {
            format!("key result `{name}` was last reported on {last}, and a check-in is due {due}")
        }
        None => format!(
            "key result `{name}` has no check-in since its cycle began on {}, and one is due {due}",
            cycle.start
        ),
    }
}

fn due(every: Cadence) -> String {
    match (every.word(), every.days) {
        (Some(word), _) => word.to_owned(),
        (None, 1) => "every day".to_owned(),
        (None, days) => format!("every {days} days"),
    }
}
