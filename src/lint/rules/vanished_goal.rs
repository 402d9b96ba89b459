//! A goal of a snapshot that is gone today, and leads nowhere.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{ObjectiveId, State};
use crate::snapshot::Snapshot;
use crate::snapshot::compare;
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule {
    name: "vanished-goal",
    level: LintLevel::Deny,
    limit: None,
    docs: include_str!("vanished_goal.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mut told: HashSet<String> = HashSet::new();
    for snapshot in context.snapshots.iter().rev() {
        pillars(context, findings, snapshot, &mut told);
        objectives(context, findings, snapshot, &mut told);
    }
}

fn pillars(context: &Context, findings: &mut Findings, snapshot: &Snapshot, told: &mut HashSet<String>) {
    let then = &snapshot.whole.handbook.pillars;
    let pairs = compare::pillars(then, &context.handbook.pillars);
    for (place, pillar) in then.iter().enumerate() {
        let id = &pillar.id.value;
        if pairs.lives_on(place) || !told.insert(id.clone()) {
            continue;
        }
        let span = context.place(snapshot, "pillars", id);
        let finding = findings.at(span, message("pillar", id, snapshot)).here("it was frozen here");
        findings
            .push(finding.help(format!(
                "put it back, or give the pillar that took its place `redirect_from: [{id}]`"
            )));
    }
}

fn objectives(context: &Context, findings: &mut Findings, snapshot: &Snapshot, told: &mut HashSet<String>) {
    let frozen = &snapshot.whole;
    let pairs = compare::pair_objectives(&frozen.handbook.objectives, &context.handbook.objectives);
    for (id, objective) in frozen.handbook.objectives() {
        // A draft promised nothing: ideas come and go.
        if frozen.progress.of(id).state == State::Draft {
            continue;
        }
        if let Some(later) = pairs.later[id.index()] {
            key_results(context, findings, snapshot, (id, ObjectiveId::new(later)), told);
            continue;
        }
        let name = &objective.id.value;
        if pairs.lives_on(id.index()) || !told.insert(name.clone()) {
            continue;
        }
        let team = objective.team.map(|team| frozen.handbook[team.value].id.value.as_str());
        let span = context.place(snapshot, "objectives", name);
        let finding = findings.at(span, message("objective", name, snapshot)).here("it was frozen here");
        let help = format!(
            "put it back with `state: cancelled`, or give what took its place `redirect_from: [{name}]`"
        );
        findings.push(finding.help(help).team(team));
    }
}

fn key_results(
    context: &Context,
    findings: &mut Findings,
    snapshot: &Snapshot,
    (then, now): (ObjectiveId, ObjectiveId),
    told: &mut HashSet<String>,
) {
    let (frozen, objective) = (&snapshot.whole.handbook[then], &context.handbook[now]);
    let pairs = compare::key_results(&frozen.key_results, &objective.key_results);
    for (place, key_result) in frozen.key_results.iter().enumerate() {
        let id = &key_result.id.value;
        let reference = format!("{}/{id}", objective.id.value);
        if pairs.lives_on(place) || !told.insert(reference) {
            continue;
        }
        let finding = findings
            .at(objective.id.span, message("key result", id, snapshot))
            .here("it belonged to this objective");
        let help = format!(
            "put it back, with `weight: 0` if it counts no more, or give what took its place `redirect_from: [{id}]`"
        );
        findings.push(finding.help(help).team(context.team_of(objective)));
    }
}

fn message(what: &str, id: &str, snapshot: &Snapshot) -> String {
    format!("{what} `{id}` stands in snapshot `{}`, and nowhere in the handbook", snapshot.about.id)
}
