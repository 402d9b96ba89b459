//! Compares objectives and their key results.

use super::change::{Change, Comparison, Reason, Subject, SubjectKind, What};
use super::goals::{people, texts};
use super::held::{Held, same_share};
use super::{Between, measure, pairs, record, standing};
use crate::model::{
    Alignment, Audience, Change as Noted, CycleId, Goal, Handbook, KeyResult, KeyResultId, Objective,
    ObjectiveId, State, TeamId,
};

/// What changed among the objectives.
pub(super) fn compare(between: Between, comparison: &mut Comparison) {
    let (from, to) = (between.from.handbook, between.to.handbook);
    let pairs = pairs::objectives(&from.objectives, &to.objectives);
    for ((id, objective), earlier) in to.objectives().zip(&pairs.earlier) {
        match earlier {
            Some(earlier) => both(between, ObjectiveId::new(*earlier), id, comparison),
            None => comparison.changes.push(added(between, id, objective)),
        }
    }
    for (place, objective) in from.objectives.iter().enumerate() {
        if pairs.later[place].is_none() {
            let heir = pairs.merged.iter().find(|(from, _)| *from == place).map(|(_, heir)| *heir);
            let heir = Held::names(heir.map(|heir| to.objectives[heir].title.value.as_str()));
            let change = Change::new(&of_objective(objective), What::Dropped).held(Held::Nothing, heir);
            comparison.changes.push(change);
        }
    }
}

/// An objective as the subject of a change.
pub(super) fn of_objective(objective: &Objective) -> Subject {
    Subject {
        kind: SubjectKind::Objective,
        reference: objective.id.value.clone(),
        title: objective.title.value.clone(),
        of: None,
    }
}

/// A key result as the subject of a change.
pub(super) fn of_key_result(objective: &Objective, key_result: &KeyResult) -> Subject {
    Subject {
        kind: SubjectKind::KeyResult,
        reference: format!("{}/{}", objective.id.value, key_result.id.value),
        title: key_result.title.value.clone(),
        of: Some(objective.title.value.clone()),
    }
}

/// A new objective, with the one that it carries over.
fn added(between: Between, id: ObjectiveId, objective: &Objective) -> Change {
    let handbook = between.to.handbook;
    let origin = objective.carried_over_from.map(|origin| handbook[origin.value].title.value.as_str());
    // That it carries over another one holds whenever that was decided.
    let what = if origin.is_some() { What::Added } else { between.arrival() };
    let change = Change::new(&of_objective(objective), what).held(Held::names(origin), Held::Nothing);
    match between.to.progress.of(id).state {
        State::Draft => change.detail(State::Draft.word()),
        _ => change,
    }
}

/// What changed in an objective that both moments hold.
fn both(between: Between, earlier: ObjectiveId, later: ObjectiveId, comparison: &mut Comparison) {
    let (from, to) = (&between.from.handbook[earlier], &between.to.handbook[later]);
    let subject = of_objective(to);
    let changes = &mut comparison.changes;
    ending(between, &subject, earlier, later, changes);
    changes.extend(weight_of_objective(between, earlier, later));
    texts(&subject, What::Title, Some(&from.title), Some(&to.title), changes);
    texts(&subject, What::Why, from.why.as_ref(), to.why.as_ref(), changes);
    let owners = (from.owner.iter().chain(&from.other_owners), to.owner.iter().chain(&to.other_owners));
    people(between, &subject, owners, changes);
    places(between, &subject, from, to, changes);
    aligned(between, &subject, (&from.aligns_to, &to.aligns_to), changes);

    standing::of_objective(between, &subject, earlier, later, &mut comparison.standings);
    key_results(between, earlier, later, comparison);
}

/// Whether it was decided, closed, given up or opened again.
fn ending(
    between: Between,
    subject: &Subject,
    earlier: ObjectiveId,
    later: ObjectiveId,
    changes: &mut Vec<Change>,
) {
    let (before, after) = (between.from.progress.of(earlier), between.to.progress.of(later));
    let score = |score: Option<f64>| score.map_or(Held::Nothing, Held::Score);
    let what = match (before.state, after.state) {
        (from, to) if from == to => {
            if before.score != after.score {
                let held = (score(before.score), score(after.score));
                changes.push(Change::new(subject, What::Score).held(held.0, held.1));
            }
            if before.outcome != after.outcome {
                let word = |outcome: Option<crate::model::Outcome>| {
                    outcome.map_or(Held::Nothing, |outcome| Held::Word(outcome.word()))
                };
                let held = (word(before.outcome), word(after.outcome));
                changes.push(Change::new(subject, What::Outcome).held(held.0, held.1));
            }
            return;
        }
        (_, State::Closed) => What::Closed,
        (_, State::Cancelled) => What::Cancelled,
        (_, State::Draft) => What::Withdrawn,
        (State::Draft, State::Active) => What::Decided,
        (_, State::Active) => What::Reopened,
    };
    let mut change = Change::new(subject, what);
    if what == What::Closed {
        change = change.held(Held::Nothing, score(after.score));
        change.detail = after.outcome.map(|outcome| outcome.word().to_owned());
    }
    changes.push(change);
}

/// Team, cycle and ambition.
fn places(between: Between, subject: &Subject, from: &Objective, to: &Objective, changes: &mut Vec<Change>) {
    let (earlier, later) = (between.from.handbook, between.to.handbook);
    let team = |handbook: &Handbook, id: Option<TeamId>| {
        id.map(|id| (handbook[id].id.value.clone(), handbook[id].name.value.clone()))
    };
    let teams = (from.team.map(|team| team.value), to.team.map(|team| team.value));
    let renamed = |name: &str| later.names.teams.get(name).copied() == teams.1;
    let (before, after) = (team(earlier, teams.0), team(later, teams.1));
    if before.as_ref().map(|team| &team.0) != after.as_ref().map(|team| &team.0)
        && !before.as_ref().is_some_and(|(id, _)| renamed(id))
    {
        let held = |team: &Option<(String, String)>| Held::names(team.as_ref().map(|team| team.1.as_str()));
        changes.push(Change::new(subject, What::Team).held(held(&before), held(&after)));
    }
    let cycle = |handbook: &Handbook, id: Option<CycleId>| {
        id.map(|id| (handbook[id].id.value.clone(), handbook[id].title.clone()))
    };
    let cycles = (from.cycle.map(|cycle| cycle.value), to.cycle.map(|cycle| cycle.value));
    let (before, after) = (cycle(earlier, cycles.0), cycle(later, cycles.1));
    if before.as_ref().map(|cycle| &cycle.0) != after.as_ref().map(|cycle| &cycle.0) {
        let held =
            |cycle: &Option<(String, String)>| Held::names(cycle.as_ref().map(|cycle| cycle.1.as_str()));
        changes.push(Change::new(subject, What::Cycle).held(held(&before), held(&after)));
    }
    if from.ambition != to.ambition {
        let held = (Held::Word(from.ambition.word()), Held::Word(to.ambition.word()));
        changes.push(Change::new(subject, What::Ambition).held(held.0, held.1));
    }
}

/// What it contributes to: the first is its place in the tree, the order of the others tells nothing.
fn aligned(
    between: Between,
    subject: &Subject,
    (from, to): (&[Alignment], &[Alignment]),
    changes: &mut Vec<Change>,
) {
    let (earlier, later) = (between.from.handbook, between.to.handbook);
    // Each goal by what the later handbook calls it, so that a new id is no other goal.
    let today = |reference: String| later.goal(&reference).map_or(reference, |goal| later.reference(goal));
    let past =
        |reference: String| earlier.goal(&reference).map_or(reference, |goal| today(earlier.reference(goal)));
    let mut before: Vec<String> =
        from.iter().map(|alignment| today(earlier.reference(alignment.to))).collect();
    let mut after: Vec<String> = to.iter().map(|alignment| past(later.reference(alignment.to))).collect();
    for list in [&mut before, &mut after] {
        if let Some(others) = list.get_mut(1..) {
            others.sort_unstable();
        }
    }
    if before != after {
        let titles = |handbook: &Handbook, alignments: &[Alignment]| {
            Held::names(alignments.iter().map(|alignment| title(handbook, alignment.to)).collect::<Vec<_>>())
        };
        changes.push(Change::new(subject, What::Alignment).held(titles(earlier, from), titles(later, to)));
    }
}

/// The mission is called so: its statement is too long to stand in a sentence.
fn title(handbook: &Handbook, goal: Goal) -> &str {
    if goal == Goal::Mission { "mission" } else { handbook.title(goal) }
}

/// What changed among the key results of an objective that both moments hold.
fn key_results(between: Between, earlier: ObjectiveId, later: ObjectiveId, comparison: &mut Comparison) {
    let (from, to) = (&between.from.handbook[earlier], &between.to.handbook[later]);
    let pairs = pairs::key_results(&from.key_results, &to.key_results);
    for ((id, key_result), place) in between.to.handbook.key_results(later).zip(&pairs.earlier) {
        let subject = of_key_result(to, key_result);
        let Some(place) = *place else {
            comparison.changes.push(Change::new(&subject, between.arrival()));
            continue;
        };
        let before = KeyResultId { objective: earlier, index: place as u32 };
        key_result_changes(between, &subject, before, id, &mut comparison.changes);
        standing::of_key_result(between, &subject, before, id, &mut comparison.standings);
    }
    for (place, key_result) in from.key_results.iter().enumerate() {
        if pairs.later[place].is_none() {
            let heir = pairs.merged.iter().find(|(from, _)| *from == place).map(|(_, heir)| *heir);
            let heir = Held::names(heir.map(|heir| to.key_results[heir].title.value.as_str()));
            let change = Change::new(&of_key_result(from, key_result), What::Dropped);
            comparison.changes.push(change.held(Held::Nothing, heir));
        }
    }
}

/// What moved of the goalposts of a key result that both moments hold, with the reasons that were given.
pub fn goalposts(between: Between, earlier: KeyResultId, later: KeyResultId) -> Vec<Change> {
    let (from, to) = (between.from.handbook.key_result(earlier), between.to.handbook.key_result(later));
    let subject = of_key_result(&between.to.handbook[later.objective], to);
    let mut moved = Vec::new();
    if !between.withholds(from, to) {
        moved = measure::compare(&subject, from, to);
    }
    if !same_share(from.weight, to.weight) {
        let change = Change::new(&subject, What::Weight);
        moved.push(change.held(Held::Weight(from.weight), Held::Weight(to.weight)));
    }
    if moved.is_empty() {
        return moved;
    }
    let reasons = reasons_of(between, earlier, later);
    moved.into_iter().map(|change| Change { reasons: reasons.clone(), ..change }).collect()
}

/// How the weight of an objective that both moments hold has changed, with the reasons that were given.
pub fn weight_of_objective(between: Between, earlier: ObjectiveId, later: ObjectiveId) -> Option<Change> {
    let (from, to) = (&between.from.handbook[earlier], &between.to.handbook[later]);
    if same_share(from.weight, to.weight) {
        return None;
    }
    let change = Change::new(&of_objective(to), What::Weight);
    let change = change.held(Held::Weight(from.weight), Held::Weight(to.weight));
    Some(Change { reasons: reasons(between, &from.changes, &to.changes), ..change })
}

fn key_result_changes(
    between: Between,
    subject: &Subject,
    earlier: KeyResultId,
    later: KeyResultId,
    changes: &mut Vec<Change>,
) {
    let (from, to) = (between.from.handbook.key_result(earlier), between.to.handbook.key_result(later));
    record::of_key_result(between, subject, (from, to), changes);
    changes.extend(goalposts(between, earlier, later));
    texts(subject, What::Title, Some(&from.title), Some(&to.title), changes);
    if !between.withholds(from, to) {
        texts(subject, What::Why, from.why.as_ref(), to.why.as_ref(), changes);
    }
    people(between, subject, (from.owner.as_slice(), to.owner.as_slice()), changes);
    aligned(between, subject, (&from.aligns_to, &to.aligns_to), changes);
}

/// What was written about a key result, or about its objective where nothing was written about itself.
fn reasons_of(between: Between, earlier: KeyResultId, later: KeyResultId) -> Vec<Reason> {
    let (from, to) = (between.from.handbook, between.to.handbook);
    let own = reasons(between, &from.key_result(earlier).changes, &to.key_result(later).changes);
    if own.is_empty() && !between.withholds(from.key_result(earlier), to.key_result(later)) {
        return reasons(between, &from[earlier.objective].changes, &to[later.objective].changes);
    }
    own
}

/// The reasons that were written down in between: the earlier moment does not know them, and they are dated from its
/// day on. Two revisions that are looked at on one day have no such day.
fn reasons(between: Between, from: &[Noted], to: &[Noted]) -> Vec<Reason> {
    let (since, until) = (between.from.progress.as_of, between.to.progress.as_of);
    let is_known = |noted: &Noted| {
        from.iter().any(|known| {
            known.date.value == noted.date.value
                && known.what.value == noted.what.value
                && known.reason.value == noted.reason.value
        })
    };
    let is_new = |noted: &&Noted| {
        noted.date.value <= until && (noted.date.value >= since || since >= until) && !is_known(noted)
    };
    let reason =
        |noted: &Noted| Reason { date: noted.date.value, text: noted.reason.value.trim().to_owned() };
    let mut reasons: Vec<Reason> = to.iter().filter(is_new).map(reason).collect();
    reasons.sort_by_key(|reason| reason.date);
    reasons
}

impl Between<'_> {
    /// Whether this edition withholds the numbers of a key result in one of the moments, so that neither can tell.
    pub(super) fn withholds(&self, from: &KeyResult, to: &KeyResult) -> bool {
        self.audience == Audience::Public && (from.masked || to.masked)
    }
}
