//! The time axis below a chart. Most charts of a cycle share one: it is drawn once for the whole site and copied.

use super::room::Room;
use super::scale::Timeline;
use super::{figure, ink, labels};
use crate::locale::Language;
use ahash::AHashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Between the axis and the baseline of its labels.
const BELOW: f64 = 18.0;

/// So many axes are kept. Cycles have a few each; charts of no cycle have their own, which nobody asks for again.
const KEPT: usize = 4096;

/// The time axes of the charts of a site, which are all in one language.
#[derive(Debug, Default)]
pub struct Axes {
    drawn: RwLock<AHashMap<Place, Arc<Axis>>>,
}

/// What an axis shows, beside how much room, and at which height, in tenths.
type Place = (Timeline, Room, i64);

/// A time axis, drawn.
#[derive(Debug)]
pub(super) struct Axis {
    /// The line, with a tick for each label.
    pub(super) line: String,
    /// The labels below it.
    pub(super) labels: String,
}

impl Axes {
    /// The axis of a chart with so much room beside its plot, at a height.
    pub(super) fn of(&self, language: &Language, timeline: &Timeline, room: Room, foot: f64) -> Arc<Axis> {
        let place = (*timeline, room, ink::tenths(foot));
        if let Some(axis) = self.drawn.read().unwrap_or_else(PoisonError::into_inner).get(&place) {
            return Arc::clone(axis);
        }
        let axis = Arc::new(Axis::draw(language, timeline, room, foot));
        let mut drawn = self.drawn.write().unwrap_or_else(PoisonError::into_inner);
        if drawn.len() < KEPT {
            drawn.insert(place, Arc::clone(&axis));
        }
        axis
    }
}

impl Axis {
    fn draw(language: &Language, timeline: &Timeline, room: Room, foot: f64) -> Axis {
        let times = labels::times(language, timeline, room.narrow());
        let (mut line, mut labels) = (String::new(), String::new());
        figure::axis(&mut line, foot, &times);
        figure::times(&mut labels, foot + BELOW, &times);
        Axis { line, labels }
    }
}
