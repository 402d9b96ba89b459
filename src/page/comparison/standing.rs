//! How a goal has moved, as a sentence and as a row of a table.

use super::sentence::Sentence;
use super::value::{health, plain};
use crate::locale::{Language, Messages};
use crate::page::format;
use crate::progress::Health;
use crate::snapshot::compare::{Comparison, Held, Standing};

/// What stands where nothing is known.
pub const NOTHING: &str = "–";

/// A goal that has moved, in the cells of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The goal.
    pub goal: Sentence,
    /// Whether it is a key result of the objective above it.
    pub is_key_result: bool,
    /// Progress before and now, `–` where nothing was known.
    pub progress: (String, String),
    /// Health before and now.
    pub health: (Health, Health),
    /// The last value before and now, where it changed.
    pub value: Option<(String, String)>,
}

/// All goals that have moved, in the order of the handbook.
pub fn rows(comparison: &Comparison, m: &Messages) -> Vec<Row> {
    comparison.standings.iter().map(|standing| row(standing, m)).collect()
}

fn row(standing: &Standing, m: &Messages) -> Row {
    let (from, to) = &standing.value;
    let has_value = from.is_something() || to.is_something();
    Row {
        goal: Sentence::naming(&standing.subject),
        is_key_result: standing.subject.of.is_some(),
        progress: (percent(m.language, standing.progress.0), percent(m.language, standing.progress.1)),
        health: standing.health,
        value: has_value.then(|| (value(from, m), value(to, m))),
    }
}

fn value(value: &Held, m: &Messages) -> String {
    if value.is_something() { plain(value, m).plain() } else { NOTHING.to_owned() }
}

fn percent(language: &Language, progress: Option<f64>) -> String {
    progress.map_or_else(|| NOTHING.to_owned(), |progress| format::percent(language, progress))
}

/// Whoever fares worse comes first, then who fares better, then all others.
pub(super) fn importance(standing: &Standing) -> u8 {
    let (from, to) = standing.health;
    match to.cmp(&from) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Greater => 1,
        std::cmp::Ordering::Equal => 2,
    }
}

/// `“X” went from 12 % to 38 % and is at risk now; before, it was on track.`
pub(super) fn tell(standing: &Standing, m: &Messages) -> Sentence {
    let shown = row(standing, m);
    let (from, to) = shown.value.clone().map_or_else(
        || shown.progress.clone(),
        |value| {
            let side = |value: &str, progress: &str| format!("{value} ({progress})");
            (side(&value.0, &shown.progress.0), side(&value.1, &shown.progress.1))
        },
    );
    let has_moved = from != to;
    let fares_otherwise = standing.health.0 != standing.health.1;
    let message = match (has_moved, fares_otherwise) {
        (true, _) if standing.progress.0.is_none() => m.told_first,
        (true, true) => m.told_moved_and_fares,
        (true, false) if matches!(standing.health.1, Health::Closed | Health::Pending) => m.told_moved_only,
        (true, false) => m.told_moved_still,
        (false, _) if to == NOTHING => m.told_fares_only,
        (false, _) => m.told_fares,
    };
    let values = [
        ("goal", shown.goal),
        ("from", Sentence::of(from)),
        ("to", Sentence::of(to)),
        ("health", Sentence::of(health(standing.health.1, m))),
        ("was", Sentence::of(health(standing.health.0, m))),
    ];
    Sentence::fill(message, &values)
}
