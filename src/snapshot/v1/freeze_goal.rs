//! Writes objectives and their key results down as records of version 1.

use super::freeze::{Frozen, all_said, bounds, coverage, maybe, said};
use super::record::{
    Alignment, Change, CheckIn, Dependency, Done, Forecast, Initiative, KeyResult, KeyResultDerived, Measure,
    Metric, Milestone, Objective, ObjectiveDerived, PlanPoint, Review, ZoneTexts,
};
use super::value::{Day, Number, Ratio};
use crate::model::{self, Goal, KeyResultId, ObjectiveId, Party, State, TeamId, Text};
use crate::progress;

/// The record of an objective.
pub(super) fn objective(frozen: &Frozen, id: ObjectiveId, objective: &model::Objective) -> Objective {
    let (handbook, derived) = (frozen.handbook, frozen.progress.of(id));
    let team = |team: TeamId| said(&handbook[team].id);
    let review = objective.review.as_ref().filter(|review| review.closed_on.value <= frozen.as_of());
    // A review that is still to come is not written, and so must not leave a closed objective behind.
    let is_still_open =
        objective.state.value == State::Closed && objective.review.is_some() && review.is_none();
    let state = if is_still_open { derived.state } else { objective.state.value };
    Objective {
        id: said(&objective.id),
        title: said(&objective.title),
        state: state.word().to_owned(),
        ambition: objective.ambition.word().to_owned(),
        weight: Ratio(objective.weight),
        derived: of_objective(derived),
        cycle: objective.cycle.map(|cycle| said(&handbook[cycle.value].id)),
        team: objective.team.map(|own| team(own.value)),
        owner: frozen.person(objective.owner),
        other_owners: objective.other_owners.iter().filter_map(|&owner| frozen.person(Some(owner))).collect(),
        why: maybe(objective.why.as_ref()),
        summary: maybe(objective.summary.as_ref()),
        aligns_to: alignments(frozen, &objective.aligns_to),
        origin: objective.origin.map(|origin| origin.word().to_owned()),
        ambition_is_said: objective.ambition_is_said,
        contributors: objective.contributors.iter().map(|other| team(other.value)).collect(),
        carried_over_from: objective.carried_over_from.map(|earlier| said(&handbook[earlier.value].id)),
        depends_on: objective.depends_on.iter().map(|needed| dependency(frozen, needed)).collect(),
        not_doing: all_said(&objective.not_doing),
        initiatives: objective.initiatives.iter().map(|work| initiative(frozen, objective, work)).collect(),
        changes: changes(frozen, &objective.changes),
        review: review.map(|review| Review {
            closed_on: Day(review.closed_on.value),
            score: review.score.map(Ratio),
            outcome: review.outcome.map(|outcome| outcome.word().to_owned()),
            learned: maybe(review.learned.as_ref()),
            decision: review.decision.map(|decision| decision.word().to_owned()),
        }),
        key_results: handbook
            .key_results(id)
            .map(|(own, key_result)| of_key_result(frozen, own, key_result))
            .collect(),
        about: frozen.about(&objective.about, objective.id.span),
    }
}

fn of_objective(derived: &progress::ObjectiveProgress) -> ObjectiveDerived {
    ObjectiveDerived {
        state: derived.state.word().to_owned(),
        health: derived.health.word().to_owned(),
        coverage: coverage(derived.coverage),
        progress: derived.progress.map(Ratio),
        expected: derived.expected.map(Ratio),
        gap: derived.gap.map(Ratio),
        contributing: derived.contributing.map(Ratio),
        score: derived.score.map(Ratio),
        outcome: derived.outcome.map(|outcome| outcome.word().to_owned()),
    }
}

fn alignments(frozen: &Frozen, alignments: &[model::Alignment]) -> Vec<Alignment> {
    let alignment = |alignment: &model::Alignment| Alignment {
        to: frozen.handbook.reference(alignment.to),
        reviewed: maybe(alignment.reviewed.as_ref()),
    };
    alignments.iter().map(alignment).collect()
}

fn dependency(frozen: &Frozen, dependency: &model::Dependency) -> Dependency {
    let (team, goal) = match dependency.on {
        Party::Team(team) => (Some(said(&frozen.handbook[team].id)), None),
        Party::Goal(goal) => (None, Some(frozen.handbook.reference(goal))),
    };
    Dependency {
        state: dependency.state.word().to_owned(),
        team,
        goal,
        needed_by: dependency.needed_by.map(Day),
    }
}

fn initiative(frozen: &Frozen, objective: &model::Objective, work: &model::Initiative) -> Initiative {
    let reference = |&id: &KeyResultId| frozen.handbook.reference(Goal::KeyResult(id));
    Initiative {
        title: said(&work.title),
        state: work.state.word().to_owned(),
        id: maybe(work.id.as_ref()),
        owner: frozen.person(work.owner),
        due: work.due.map(Day),
        link: maybe(work.link.as_ref()),
        key_results: work.key_results.iter().map(reference).collect(),
        about: frozen.about(&work.about, objective.id.span),
    }
}

fn changes(frozen: &Frozen, changes: &[model::Change]) -> Vec<Change> {
    let known = changes.iter().filter(|change| change.date.value <= frozen.as_of());
    let change = |change: &model::Change| Change {
        date: Day(change.date.value),
        what: said(&change.what),
        reason: said(&change.reason),
    };
    known.map(change).collect()
}

fn of_key_result(frozen: &Frozen, id: KeyResultId, key_result: &model::KeyResult) -> KeyResult {
    let derived = frozen.progress.of_key_result(id);
    let place = frozen.handbook[id.objective].id.span;
    let known = key_result.check_ins.iter().filter(|check_in| check_in.date.value <= frozen.as_of());
    KeyResult {
        id: said(&key_result.id),
        title: said(&key_result.title),
        weight: Ratio(key_result.weight),
        measure: measure(frozen, &key_result.measure),
        derived: KeyResultDerived {
            progress: Ratio(derived.progress),
            health: derived.health.word().to_owned(),
            value: derived.value.map(Number),
            attainment: derived.attainment.map(Ratio),
            expected: derived.expected.map(Ratio),
            gap: derived.gap.map(Ratio),
            confidence: derived.confidence.map(Ratio),
            forecast: derived.forecast.filter(is_finite).map(|forecast| Forecast {
                value: Ratio(forecast.value),
                low: Ratio(forecast.low),
                high: Ratio(forecast.high),
            }),
        },
        unit: maybe(key_result.unit.as_ref()),
        owner: frozen.person(key_result.owner),
        why: maybe(key_result.why.as_ref()),
        kpi: key_result.kpi.map(|kpi| said(&frozen.handbook[kpi.value].id)),
        aligns_to: alignments(frozen, &key_result.aligns_to),
        source: maybe(key_result.source.as_ref()),
        values_internal: key_result.masked,
        check_ins: known.map(|own| check_in(frozen, own, place)).collect(),
        changes: changes(frozen, &key_result.changes),
        about: frozen.about(&key_result.about, key_result.id.span),
    }
}

/// Whether JSON has digits for a forecast.
fn is_finite(forecast: &progress::Forecast) -> bool {
    [forecast.value, forecast.low, forecast.high].into_iter().all(f64::is_finite)
}

fn measure(frozen: &Frozen, measure: &model::Measure) -> Measure {
    let exists = |date: &model::Date| *date <= frozen.as_of();
    match measure {
        model::Measure::Metric { start, target, commit, stretch, plan } => Measure::Metric(Metric {
            target: Number(target.value),
            start: start.value.map(Number),
            commit: commit.map(|commit| Number(commit.value)),
            stretch: stretch.map(|stretch| Number(stretch.value)),
            plan: plan.as_ref().map(|plan| {
                plan.iter()
                    .map(|point| PlanPoint { date: Day(point.date), value: Number(point.value) })
                    .collect()
            }),
        }),
        model::Measure::Keep(own) => Measure::Keep(bounds(own.value)),
        model::Measure::Milestones(steps) => {
            let step = |step: &model::Milestone| Milestone {
                title: said(&step.title),
                weight: Ratio(step.weight),
                id: maybe(step.id.as_ref()),
                due: step.due.map(|due| Day(due.value)),
                done: step.done.map(|done| done.value).filter(exists).map(Day),
            };
            Measure::Milestones(steps.iter().map(step).collect())
        }
        model::Measure::Zones(texts) => {
            let said = |text: &Option<Text>| maybe(text.as_ref());
            Measure::Zones(ZoneTexts {
                commit: said(&texts.commit),
                target: said(&texts.target),
                stretch: said(&texts.stretch),
            })
        }
        model::Measure::Done(done) => Measure::Done(Done { on: done.value.filter(exists).map(Day) }),
    }
}

fn check_in(frozen: &Frozen, check_in: &model::CheckIn, place: crate::text::Span) -> CheckIn {
    CheckIn {
        date: Day(check_in.date.value),
        value: check_in.value.map(|value| Number(value.value)),
        zone: check_in.zone.map(|zone| zone.word().to_owned()),
        confidence: check_in.confidence.map(|confidence| Ratio(confidence.value)),
        status: check_in.aside.status.map(|status| status.value.word().to_owned()),
        note: maybe(check_in.note.as_ref()),
        by: frozen.person(check_in.aside.by),
        next: maybe(check_in.aside.next.as_ref()),
        internal: check_in.internal,
        file: frozen.other_file(check_in.note.as_ref().or(check_in.aside.next.as_ref()), place),
    }
}
