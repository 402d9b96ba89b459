//! Reads objectives and key results of version 1 back.

use super::record::{
    Alignment, Change, CheckIn, Dependency, Initiative, KeyResult, Measure, Metric, Objective, Review,
};
use super::thaw::{
    Thaw, Thawing, bounds, coverage, each, in_order, maybe, number, share, text, texts, url, weight, word,
};
use crate::model::{
    self, Ambition, Date, Decision, DependencyState, Goal, InitiativeState, LostReferences, Origin, Outcome,
    PlanPoint, State, Status, Text, Zone, ZoneTexts,
};
use crate::progress::{Forecast, Health, KeyResultProgress, ObjectiveProgress};
use crate::text::{Span, Spanned};
use std::sync::Arc;

/// An objective with everything said about it.
pub(super) fn objective<'r>(thaw: &mut Thaw<'r>, objective: &'r Objective) -> Thawing<model::Objective> {
    let (about, place) = thaw.about(&objective.about)?;
    let key_results = each(&objective.key_results, |own| key_result(thaw, own, place))?;
    let initiatives = each(&objective.initiatives, |work| initiative(thaw, work, place))?;
    let cycle = maybe(objective.cycle.as_ref(), |id| Ok(Spanned::new(thaw.cycle_id(id)?, place)))?;
    let carried = maybe(objective.carried_over_from.as_ref(), |id| match thaw.goal(id)? {
        Goal::Objective(earlier) => Ok(Spanned::new(earlier, place)),
        _ => Err(format!("`{id}` is no objective of the snapshot")),
    })?;
    let contributors = each(&objective.contributors, |id| thaw.team_at(Some(id), place))?;
    let other_owners = each(&objective.other_owners, |id| thaw.person_at(Some(id), place))?;
    Ok(model::Objective {
        id: Text::new(objective.id.clone(), place),
        title: Text::new(objective.title.clone(), place),
        cycle,
        key_results,
        team: thaw.team_at(objective.team.as_ref(), place)?,
        owner: thaw.person_at(objective.owner.as_ref(), place)?,
        other_owners: other_owners.into_iter().flatten().collect(),
        why: text(objective.why.as_ref(), place),
        summary: text(objective.summary.as_ref(), place),
        aligns_to: alignments(thaw, &objective.aligns_to, place)?,
        origin: maybe(objective.origin.as_ref(), |said| word(said, Origin::WORDS))?,
        ambition: word(&objective.ambition, Ambition::WORDS)?,
        ambition_is_said: objective.ambition_is_said,
        state: Spanned::new(word(&objective.state, State::WORDS)?, place),
        weight: weight(objective.weight.0)?,
        weight_span: None,
        contributors: contributors.into_iter().flatten().collect(),
        carried_over_from: carried,
        depends_on: each(&objective.depends_on, |needed| dependency(thaw, needed, place))?,
        not_doing: texts(&objective.not_doing, place),
        initiatives,
        changes: changes(&objective.changes, place),
        review: maybe(objective.review.as_ref(), |own| review(own, place))?,
        lost: LostReferences::default(),
        about: about.into(),
    })
}

fn alignments(thaw: &Thaw, list: &[Alignment], place: Span) -> Thawing<Vec<model::Alignment>> {
    each(list, |own| {
        let reviewed = text(own.reviewed.as_ref(), place);
        Ok(model::Alignment { to: thaw.goal(&own.to)?, span: place, reviewed })
    })
}

fn dependency(thaw: &Thaw, own: &Dependency, place: Span) -> Thawing<model::Dependency> {
    let team = thaw.team_at(own.team.as_ref(), place)?.map(|team| model::Party::Team(team.value));
    let goal = maybe(own.goal.as_ref(), |goal| thaw.goal(goal))?.map(model::Party::Goal);
    Ok(model::Dependency {
        on: team.or(goal).ok_or("a dependency of the snapshot is on nobody")?,
        span: place,
        needed_by: own.needed_by.map(|day| day.0),
        state: word(&own.state, DependencyState::WORDS)?,
    })
}

fn initiative<'r>(thaw: &mut Thaw<'r>, own: &'r Initiative, place: Span) -> Thawing<model::Initiative> {
    let (about, _) = thaw.about(&own.about)?;
    let key_results = each(&own.key_results, |reference| match thaw.goal(reference)? {
        Goal::KeyResult(id) => Ok(id),
        _ => Err(format!("`{reference}` is no key result of the snapshot")),
    })?;
    Ok(model::Initiative {
        title: Text::new(own.title.clone(), place),
        id: text(own.id.as_ref(), place),
        state: word(&own.state, InitiativeState::WORDS)?,
        owner: thaw.person_at(own.owner.as_ref(), place)?,
        due: own.due.map(|day| day.0),
        link: maybe(own.link.as_ref(), |link| Ok(Text::new(url(link)?, place)))?,
        key_results,
        about: about.into(),
    })
}

fn changes(list: &[Change], place: Span) -> Vec<model::Change> {
    let change = |own: &Change| model::Change {
        date: Spanned::new(own.date.0, place),
        what: Text::new(own.what.clone(), place),
        reason: Text::new(own.reason.clone(), place),
    };
    list.iter().map(change).collect()
}

fn review(own: &Review, place: Span) -> Thawing<model::Review> {
    Ok(model::Review {
        closed_on: Spanned::new(own.closed_on.0, place),
        score: maybe(own.score.as_ref(), |score| share(score.0))?,
        outcome: maybe(own.outcome.as_ref(), |said| word(said, Outcome::WORDS))?,
        learned: text(own.learned.as_ref(), place),
        decision: maybe(own.decision.as_ref(), |said| word(said, Decision::WORDS))?,
    })
}

fn key_result<'r>(thaw: &mut Thaw<'r>, own: &'r KeyResult, outer: Span) -> Thawing<model::KeyResult> {
    let (about, _) = thaw.about(&own.about)?;
    let place = thaw.place(&own.about.file);
    in_order(own.check_ins.iter().map(|check_in| check_in.date.0), Some(thaw.record.as_of.0))?;
    Ok(model::KeyResult {
        id: Text::new(own.id.clone(), place),
        title: Text::new(own.title.clone(), place),
        owner: thaw.person_at(own.owner.as_ref(), place)?,
        weight: weight(own.weight.0)?,
        weight_span: None,
        why: text(own.why.as_ref(), outer),
        kpi: thaw.kpi_at(own.kpi.as_ref(), place)?,
        aligns_to: alignments(thaw, &own.aligns_to, place)?,
        source: maybe(own.source.as_ref(), |source| Ok(Text::new(url(source)?, place)))?,
        masked: own.values_internal,
        measure: measure(&own.measure, place)?,
        unit: text(own.unit.as_ref(), place),
        check_ins: Arc::new(each(&own.check_ins, |said| check_in(thaw, said, outer))?),
        changes: changes(&own.changes, outer),
        about: about.into(),
    })
}

fn measure(measure: &Measure, place: Span) -> Thawing<model::Measure> {
    Ok(match measure {
        Measure::Metric(own) => metric(own, place)?,
        Measure::Keep(own) => model::Measure::Keep(Spanned::new(bounds(*own)?, place)),
        Measure::Milestones(steps) if steps.is_empty() => {
            return Err("a key result of the snapshot has no milestone".to_owned());
        }
        Measure::Milestones(steps) => model::Measure::Milestones(each(steps, |step| {
            Ok(model::Milestone {
                id: text(step.id.as_ref(), place),
                title: Text::new(step.title.clone(), place),
                due: step.due.map(|day| Spanned::new(day.0, place)),
                done: step.done.map(|day| Spanned::new(day.0, place)),
                weight: weight(step.weight.0)?,
            })
        })?),
        Measure::Zones(own) => model::Measure::Zones(ZoneTexts {
            commit: text(own.commit.as_ref(), place),
            target: text(own.target.as_ref(), place),
            stretch: text(own.stretch.as_ref(), place),
            span: place,
        }),
        Measure::Done(own) => model::Measure::Done(Spanned::new(own.on.map(|day| day.0), place)),
    })
}

fn metric(own: &Metric, place: Span) -> Thawing<model::Measure> {
    if own.start == Some(own.target) || own.start.is_some_and(|start| start.0 == own.target.0) {
        return Err("a key result of the snapshot starts at its target".to_owned());
    }
    let plan = own.plan.as_ref();
    in_order(plan.into_iter().flatten().map(|point| point.date.0), None::<Date>)?;
    let point = |point: &super::record::PlanPoint| PlanPoint { date: point.date.0, value: point.value.0 };
    Ok(model::Measure::Metric {
        start: Spanned::new(own.start.map(|start| start.0), place),
        target: Spanned::new(own.target.0, place),
        commit: number(own.commit, place),
        stretch: number(own.stretch, place),
        plan: plan.map(|plan| plan.iter().map(point).collect()),
    })
}

fn check_in<'r>(thaw: &mut Thaw<'r>, own: &'r CheckIn, outer: Span) -> Thawing<model::CheckIn> {
    let place = own.file.as_ref().map_or(outer, |file| thaw.place(file));
    let status = maybe(own.status.as_ref(), |said| word(said, Status::WORDS))?;
    let confidence = maybe(own.confidence.as_ref(), |confidence| share(confidence.0))?;
    let aside = model::Aside {
        status: status.map(|status| Spanned::new(status, place)),
        by: thaw.person_at(own.by.as_ref(), place)?,
        next: text(own.next.as_ref(), place),
    };
    Ok(model::CheckIn {
        date: Spanned::new(own.date.0, place),
        value: number(own.value, place),
        zone: maybe(own.zone.as_ref(), |said| word(said, Zone::WORDS))?,
        confidence: confidence.map(|confidence| Spanned::new(confidence, place)),
        note: text(own.note.as_ref(), place),
        internal: own.internal,
        aside: aside.into(),
    })
}

/// What was derived of an objective.
pub(super) fn progress(objective: &Objective) -> Thawing<ObjectiveProgress> {
    let own = &objective.derived;
    Ok(ObjectiveProgress {
        state: word(&own.state, State::WORDS)?,
        progress: maybe(own.progress.as_ref(), |ratio| share(ratio.0))?,
        expected: own.expected.map(|ratio| ratio.0),
        gap: own.gap.map(|ratio| ratio.0),
        health: health(&own.health)?,
        contributing: own.contributing.map(|ratio| ratio.0),
        score: maybe(own.score.as_ref(), |ratio| share(ratio.0))?,
        outcome: maybe(own.outcome.as_ref(), |said| word(said, Outcome::WORDS))?,
        coverage: coverage(&own.coverage),
        key_results: each(&objective.key_results, of_key_result)?,
    })
}

fn health(said: &str) -> Thawing<Health> {
    word(said, &Health::ALL.map(|health| (health.word(), health)))
}

fn of_key_result(key_result: &KeyResult) -> Thawing<KeyResultProgress> {
    let own = &key_result.derived;
    Ok(KeyResultProgress {
        value: own.value.map(|value| value.0),
        last_check_in: key_result.check_ins.len().checked_sub(1),
        check_ins: key_result.check_ins.len(),
        attainment: own.attainment.map(|ratio| ratio.0),
        progress: share(own.progress.0)?,
        expected: own.expected.map(|ratio| ratio.0),
        gap: own.gap.map(|ratio| ratio.0),
        health: health(&own.health)?,
        confidence: maybe(own.confidence.as_ref(), |ratio| share(ratio.0))?,
        forecast: own.forecast.as_ref().map(|forecast| Forecast {
            value: forecast.value.0,
            low: forecast.low.0,
            high: forecast.high.0,
        }),
    })
}
