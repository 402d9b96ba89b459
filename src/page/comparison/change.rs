//! One change as a sentence.

use super::is_unexplained;
use super::sentence::{Piece, Sentence};
use super::value::{held, word};
use crate::locale::{Messages, Pattern};
use crate::model::Date;
use crate::page::format;
use crate::snapshot::compare::{Change, Held, SubjectKind, What};

/// The sentence of a change, with the reasons that were given.
pub(super) fn tell(change: &Change, m: &Messages) -> Sentence {
    let detail = change.detail.as_deref().unwrap_or_default();
    let detail = match change.what {
        What::StepAdded | What::StepDropped | What::StepDue | What::StepWeight => {
            Sentence { pieces: vec![Piece::Title(detail.to_owned())] }
        }
        What::Record => match detail.parse::<Date>() {
            Ok(day) => Sentence::of(format::date(m.language, day)),
            Err(_) => Sentence::of(detail),
        },
        _ => Sentence::of(word(detail, m)),
    };
    let values = [
        ("goal", Sentence::naming(&change.subject)),
        ("from", held(&change.from, m, change.what)),
        ("to", held(&change.to, m, change.what)),
        ("detail", detail),
        ("ease", Sentence::of(ease(change, m))),
    ];
    let sentence = Sentence::fill(message(change, m), &values);
    reasons(sentence, change, m)
}

fn reasons(mut sentence: Sentence, change: &Change, m: &Messages) -> Sentence {
    if is_unexplained(change) {
        return sentence.then(Sentence::of(format!(" {}", m.told_no_reason)));
    }
    for reason in &change.reasons {
        let values = [
            ("date", Sentence::of(format::date(m.language, reason.date))),
            ("reason", Sentence { pieces: vec![Piece::Prose(reason.text.clone())] }),
        ];
        sentence = sentence.then(Sentence::of(" ")).then(Sentence::fill(m.told_reason, &values));
    }
    sentence
}

/// Whether a moved target or weight asks for more or for less.
fn ease<'a>(change: &Change, m: &Messages<'a>) -> &'a str {
    match (&change.from, &change.to, change.easier) {
        (Held::Weight(from), Held::Weight(to), _) if to > from => m.told_counts_more,
        (Held::Weight(_), Held::Weight(_), _) => m.told_counts_less,
        (.., Some(true)) => m.told_easier,
        (.., Some(false)) => m.told_harder,
        _ => "",
    }
}

/// Which message says it: one where both sides hold something, one where only the later does, one for the earlier.
fn message<'a>(change: &Change, m: &Messages<'a>) -> Pattern<'a> {
    let pick = |both: Pattern<'a>, now: Pattern<'a>, before: Pattern<'a>| match (
        change.from.is_something(),
        change.to.is_something(),
    ) {
        (false, true) => now,
        (true, false) => before,
        _ => both,
    };
    match change.what {
        What::Added | What::Dropped => coming_and_going(change, m),
        What::Published => m.told_is_published,
        What::Decided => m.told_was_decided,
        What::Closed => match (change.to.is_something(), change.detail.is_some()) {
            (true, _) => m.told_was_closed_with,
            (false, true) => m.told_was_closed_as,
            (false, false) => m.told_was_closed,
        },
        What::Cancelled => m.told_was_given_up,
        What::Reopened => m.told_was_reopened,
        What::Withdrawn => m.told_was_withdrawn,
        What::Score => pick(m.told_score, m.told_score_now, m.told_score_before),
        What::Outcome => pick(m.told_outcome, m.told_outcome_now, m.told_outcome_before),
        What::Record if !change.from.is_something() && !change.to.is_something() => m.told_record_gone,
        What::Record => pick(m.told_record, m.told_record_now, m.told_record_before),
        What::Measure => m.told_measure,
        What::Start => pick(m.told_start, m.told_start_now, m.told_start_before),
        What::Target => m.told_target,
        What::Commit => pick(m.told_commit, m.told_commit_now, m.told_commit_before),
        What::Stretch => pick(m.told_stretch, m.told_stretch_now, m.told_stretch_before),
        What::Bounds if change.subject.kind == SubjectKind::Kpi => {
            pick(m.told_healthy, m.told_healthy_now, m.told_healthy_before)
        }
        What::Bounds => pick(m.told_bounds, m.told_bounds_now, m.told_bounds_before),
        What::Unit => pick(m.told_unit, m.told_unit_now, m.told_unit_before),
        What::Plan => m.told_plan,
        What::Zone => m.told_zone,
        What::StepAdded => m.told_step_added,
        What::StepDropped => m.told_step_dropped,
        What::StepDue => pick(m.told_step_due, m.told_step_due_now, m.told_step_due_before),
        What::StepWeight => m.told_step_weight,
        What::Weight => m.told_weight,
        What::Title if change.subject.kind == SubjectKind::Mission => m.told_mission_title,
        What::Title => m.told_title,
        What::Why => pick(m.told_why, m.told_why_now, m.told_why_before),
        What::Vision => pick(m.told_vision, m.told_vision_now, m.told_vision_before),
        What::Owner => pick(m.told_owner, m.told_owner_now, m.told_owner_before),
        What::Team => pick(m.told_team, m.told_team_now, m.told_team_before),
        What::Alignment => pick(m.told_alignment, m.told_alignment_now, m.told_alignment_before),
        What::Cycle => pick(m.told_cycle, m.told_cycle_now, m.told_cycle_before),
        What::Ambition if change.to == Held::Word("committed") => m.told_committed,
        What::Ambition => m.told_aspirational,
        What::Value => pick(m.told_value, m.told_value_now, m.told_value_before),
        What::Status => m.told_status,
    }
}

fn coming_and_going<'a>(change: &Change, m: &Messages<'a>) -> Pattern<'a> {
    let has_same_title = |held: &Held| *held == Held::Names(vec![change.subject.title.clone()]);
    match (change.what, &change.from, &change.to) {
        (What::Added, Held::Nothing, _) if change.detail.is_some() => m.told_was_proposed,
        (What::Added, Held::Nothing, _) => m.told_is_new,
        (What::Added, from, _) if has_same_title(from) => m.told_was_carried,
        (What::Added, ..) => m.told_was_carried_from,
        (_, _, Held::Nothing) => m.told_is_gone,
        _ => m.told_became_part,
    }
}
