//! The time axis below a chart. Most charts of a page share one: it is drawn once and copied.

use super::room::Room;
use super::scale::Timeline;
use super::{figure, labels};
use crate::locale::Language;

/// Between the axis and the baseline of its labels.
const BELOW: f64 = 18.0;

/// The time axes of the charts of one page, in its language.
#[derive(Debug)]
pub struct Axes<'a> {
    language: &'a Language,
    drawn: Vec<Axis>,
}

/// A time axis, drawn.
#[derive(Debug)]
pub(super) struct Axis {
    timeline: Timeline,
    room: Room,
    foot: f64,
    /// The line, with a tick for each label.
    pub(super) line: String,
    /// The labels below it.
    pub(super) labels: String,
}

impl<'a> Axes<'a> {
    /// None is drawn yet.
    pub fn new(language: &'a Language) -> Axes<'a> {
        Axes { language, drawn: Vec::new() }
    }

    /// The axis of a chart with so much room beside its plot, at a height.
    pub(super) fn of(&mut self, timeline: &Timeline, room: Room, foot: f64) -> &Axis {
        let is_same = |axis: &Axis| {
            axis.timeline == *timeline && axis.room == room && axis.foot.total_cmp(&foot).is_eq()
        };
        let place = self.drawn.iter().position(is_same).unwrap_or_else(|| {
            let times = labels::times(self.language, timeline, room.narrow());
            let (mut line, mut labels) = (String::with_capacity(128), String::with_capacity(256));
            figure::axis(&mut line, foot, &times);
            figure::times(&mut labels, foot + BELOW, &times);
            self.drawn.push(Axis { timeline: *timeline, room, foot, line, labels });
            self.drawn.len() - 1
        });
        &self.drawn[place]
    }
}
