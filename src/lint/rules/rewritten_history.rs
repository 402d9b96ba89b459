//! What was reported before a snapshot, and says something else today.

use crate::config::LintLevel;
use crate::diagnostic::Finding;
use crate::lint::frozen::{Kept, says_the_same};
use crate::lint::{Context, Findings, Rule};
use crate::model::{CheckIn, Date, KeyResultId, Measure, Milestone, ObjectiveId};
use crate::snapshot::compare;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "rewritten-history",
    level: LintLevel::Deny,
    limit: None,
    docs: include_str!("rewritten_history.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for kept in context.kept_objectives() {
        let mut found = review(context, findings, &kept);
        for key_result in kept.key_results(context) {
            found.extend(check_ins(context, findings, &key_result));
            found.extend(done(context, findings, &key_result));
        }
        let team = context.team_of(&context.handbook[kept.now]);
        for finding in found {
            findings.push(finding.team(team));
        }
    }
    kpis(context, findings);
}

/// Something that was reported for a day and is not there any more.
fn gone(findings: &Findings, span: Span, what: &str, day: Date, snapshot: &str) -> Finding {
    findings
        .at(span, format!("{what} of {day} is gone since snapshot `{snapshot}`"))
        .help("put it back; a correction is another check-in, with a note that says what was wrong")
}

/// Something that was reported and says something else.
fn other(findings: &Findings, span: Span, what: &str, then: &str, snapshot: &str) -> Finding {
    findings.at(span, format!("{what} was {then} in snapshot `{snapshot}`")).help(format!(
        "put {then} back; a correction is another check-in, with a note that says what was wrong"
    ))
}

fn check_ins(context: &Context, findings: &Findings, kept: &Kept<KeyResultId>) -> Vec<Finding> {
    let then = kept.snapshot.whole.handbook.key_result(kept.then);
    let now = context.handbook.key_result(kept.now);
    let snapshot = &kept.snapshot.about;
    let mut found = Vec::new();
    for (old, new) in compare::check_ins(then, now, snapshot.as_of) {
        let day = old.date.value;
        let Some(new) = new else {
            let what = format!("the check-in of key result `{}`", now.id.value);
            found.push(gone(findings, now.id.span, &what, day, &snapshot.id));
            continue;
        };
        let differences = differences(old, new);
        found.extend(differences.into_iter().map(|(what, then, span)| {
            other(findings, span, &format!("the {what} of {day}"), &then, &snapshot.id)
        }));
    }
    found
}

/// What of a check-in is history: what was measured, what was believed, and what was said. Who said it and what came
/// next are not.
fn differences(old: &CheckIn, new: &CheckIn) -> Vec<(&'static str, String, Span)> {
    let whole = new.date.span;
    let mut found = Vec::new();
    if old.value.map(|value| value.value) != new.value.map(|value| value.value) {
        let then =
            old.value.map_or_else(|| "left out".to_owned(), |value| value.value.normalize().to_string());
        found.push(("value", then, new.value.map_or(whole, |value| value.span)));
    }
    if old.zone != new.zone {
        found.push(("zone", old.zone.map_or("left out", |zone| zone.word()).to_owned(), whole));
    }
    let is_same_belief = match (old.confidence, new.confidence) {
        (Some(old), Some(new)) => (old.value - new.value).abs() < 1e-9,
        (old, new) => old.is_none() && new.is_none(),
    };
    if !is_same_belief {
        let then = old.confidence.map_or_else(|| "left out".to_owned(), |old| old.value.to_string());
        found.push(("confidence", then, new.confidence.map_or(whole, |new| new.span)));
    }
    if old.aside.status.map(|status| status.value) != new.aside.status.map(|status| status.value) {
        let then = old.aside.status.map_or("left out", |status| status.value.word()).to_owned();
        found.push(("status", then, new.aside.status.map_or(whole, |status| status.span)));
    }
    if !says_the_same(old.note.as_ref(), new.note.as_ref()) {
        let then = old
            .note
            .as_ref()
            .map_or_else(|| "left out".to_owned(), |note| format!("“{}”", note.value.trim()));
        found.push(("note", then, new.note.as_ref().map_or(whole, |note| note.span)));
    }
    found
}

/// Days on which something was done are the check-ins of such measures.
fn done(context: &Context, findings: &Findings, kept: &Kept<KeyResultId>) -> Vec<Finding> {
    let then = kept.snapshot.whole.handbook.key_result(kept.then);
    let now = context.handbook.key_result(kept.now);
    let snapshot = &kept.snapshot.about;
    let mut found = Vec::new();
    let mut look = |what: String, old: Option<Date>, new: Option<Date>, span: Span| {
        if let Some(old) = old.filter(|old| *old <= snapshot.as_of && Some(*old) != new) {
            found.push(other(findings, span, &what, &old.to_string(), &snapshot.id));
        }
    };
    match (&then.measure, &now.measure) {
        (Measure::Done(old), Measure::Done(new)) => {
            look(format!("the day on which `{}` was done", now.id.value), old.value, new.value, new.span);
        }
        (Measure::Milestones(old), Measure::Milestones(new)) => {
            let is_same = |one: &Milestone, other: &Milestone| one.name().trim() == other.name().trim();
            for step in new {
                let Some(earlier) = old.iter().find(|earlier| is_same(earlier, step)) else { continue };
                let day = |step: &Milestone| step.done.map(|done| done.value);
                let what = format!("the day on which “{}” was done", step.title.value);
                let span = step.done.map_or(step.title.span, |done| done.span);
                look(what, day(earlier), day(step), span);
            }
        }
        _ => {}
    }
    found
}

/// The judgement at the end, where it was frozen.
fn review(context: &Context, findings: &Findings, kept: &Kept<ObjectiveId>) -> Vec<Finding> {
    let snapshot = &kept.snapshot.about;
    let then = &kept.snapshot.whole.handbook[kept.then];
    let Some(old) = then.review.as_ref().filter(|review| review.closed_on.value <= snapshot.as_of) else {
        return Vec::new();
    };
    let now = &context.handbook[kept.now];
    let Some(new) = &now.review else {
        let what = format!("the review of `{}`", now.id.value);
        return vec![gone(findings, now.id.span, &what, old.closed_on.value, &snapshot.id)];
    };
    let mut found = Vec::new();
    let span = new.closed_on.span;
    let score = |score: Option<f64>| score.map_or_else(|| "left out".to_owned(), |score| score.to_string());
    if score(old.score) != score(new.score) {
        let what = format!("the score of `{}`", now.id.value);
        found.push(other(findings, span, &what, &score(old.score), &snapshot.id));
    }
    if old.outcome != new.outcome {
        let then = old.outcome.map_or("left out", |outcome| outcome.word());
        found.push(other(findings, span, &format!("the outcome of `{}`", now.id.value), then, &snapshot.id));
    }
    found
}

/// The readings of KPIs, each against the last snapshot that holds the KPI.
fn kpis(context: &Context, findings: &mut Findings) {
    let mut seen = vec![false; context.handbook.kpis.len()];
    for snapshot in context.snapshots.iter().rev() {
        let frozen = &snapshot.whole.handbook.kpis;
        let pairs = compare::kpis(frozen, &context.handbook.kpis);
        for (then, later) in frozen.iter().zip(&pairs.later) {
            let Some(later) = *later else { continue };
            if std::mem::replace(&mut seen[later], true) {
                continue;
            }
            let now = &context.handbook.kpis[later];
            let team = context.team_of_kpi(now);
            for (old, new) in compare::readings(then, now, snapshot.about.as_of) {
                let finding = if let Some(new) = new {
                    let what = format!("the value of {} of KPI `{}`", old.date.value, now.id.value);
                    let then = old.value.normalize().to_string();
                    other(findings, new.date.span, &what, &then, &snapshot.about.id)
                } else {
                    let what = format!("the value of KPI `{}`", now.id.value);
                    gone(findings, now.id.span, &what, old.date.value, &snapshot.about.id)
                };
                findings.push(finding.team(team));
            }
        }
    }
}
