//! How an objective ends: its state in force, its score, its outcome.

use crate::config::{Bands, OutcomeBands};
use crate::model::{Ambition, Date, Objective, Outcome, Review, State};

/// The review, once it exists.
pub(super) fn review(objective: &Objective, as_of: Date) -> Option<&Review> {
    objective.review.as_ref().filter(|review| review.closed_on.value <= as_of)
}

/// The state in force.
///
/// A review that is still to come does not exist yet: an objective that the source calls closed is active until
/// then. A review that exists closes whatever it reviews, even a draft; only what was cancelled stays cancelled.
pub(super) fn state(objective: &Objective, as_of: Date) -> State {
    match objective.state.value {
        State::Cancelled => State::Cancelled,
        _ if review(objective, as_of).is_some() => State::Closed,
        State::Closed if objective.review.is_some() => State::Active,
        said => said,
    }
}

/// The judgement on a closed objective: what its review says, else its progress.
pub(super) fn score(state: State, review: Option<&Review>, progress: Option<f64>) -> Option<f64> {
    match state {
        State::Closed => review.and_then(|review| review.score).or(progress),
        State::Draft | State::Active | State::Cancelled => None,
    }
}

/// How an objective ended: what its review says, else cancelled if it was, else the band of its score.
pub(super) fn outcome(
    state: State,
    review: Option<&Review>,
    score: Option<f64>,
    ambition: Ambition,
    bands: &OutcomeBands,
) -> Option<Outcome> {
    let said = review.and_then(|review| review.outcome);
    match state {
        State::Draft | State::Active => None,
        State::Cancelled => Some(said.unwrap_or(Outcome::Cancelled)),
        State::Closed => said.or_else(|| score.map(|score| band(score, ambition, bands))),
    }
}

/// The band that a settled score falls into.
fn band(score: f64, ambition: Ambition, bands: &OutcomeBands) -> Outcome {
    let Bands { achieved, partly } = match ambition {
        Ambition::Aspirational => bands.aspirational,
        Ambition::Committed => bands.committed,
    };
    if score >= achieved {
        Outcome::Achieved
    } else if score >= partly {
        Outcome::Partly
    } else {
        Outcome::Missed
    }
}
