//! A team that has no objective although the day for it has passed.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::TeamId;
use std::collections::BTreeSet;

pub(super) static RULE: Rule =
    Rule { name: "late-set", level: LintLevel::Warn, limit: None, docs: include_str!("late_set.md"), check };

fn check(context: &Context, findings: &mut Findings) {
    let as_of = context.progress.as_of;
    for (id, cycle) in context.handbook.cycles() {
        let Some(set_by) = cycle.set_by.filter(|&set_by| set_by < as_of && as_of <= cycle.end) else {
            continue;
        };
        let in_cycle =
            context.set().filter(|(_, objective)| objective.cycle.is_some_and(|cycle| cycle.value == id));
        let ready: BTreeSet<TeamId> =
            in_cycle.filter_map(|(_, objective)| objective.team).map(|team| team.value).collect();
        for (_, team) in context.handbook.teams().filter(|(id, _)| !ready.contains(id)) {
            let message = format!(
                "team `{}` has no objective in `{}`, and was to have one by {set_by}",
                team.id.value, cycle.id.value
            );
            let finding = findings
                .at(team.id.span, message)
                .help("agree on an objective with the team, or turn a draft of theirs into an active one")
                .team(Some(&team.id.value));
            findings.push(finding);
        }
    }
}
