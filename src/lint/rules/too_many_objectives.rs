//! A team that wants too much at once.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{CycleId, ObjectiveId, State, TeamId};
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    name: "too-many-objectives",
    level: LintLevel::Warn,
    limit: Some(3.0),
    docs: include_str!("too_many_objectives.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mut groups: BTreeMap<(TeamId, CycleId), Vec<ObjectiveId>> = BTreeMap::new();
    for (id, objective) in context.set() {
        if let (Some(team), Some(cycle)) = (objective.team, objective.cycle) {
            groups.entry((team.value, cycle.value)).or_default().push(id);
        }
    }
    for ((team, cycle), objectives) in groups {
        let limit = context.limit(&RULE, Some(team));
        let is_open = objectives.iter().any(|&id| context.progress.of(id).state == State::Active);
        let Some(&surplus) = objectives.get(limit as usize).filter(|_| is_open) else { continue };
        let team = &context.handbook[team].id.value;
        let cycle = &context.handbook[cycle].id.value;
        let message =
            format!("team `{team}` has {} objectives in `{cycle}`, more than {limit}", objectives.len());
        let finding = findings
            .at(context.handbook[surplus].id.span, message)
            .help("keep the few that matter most, and put the others back into the backlog as drafts")
            .team(Some(team));
        findings.push(finding);
    }
}
