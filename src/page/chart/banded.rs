//! Values over time against the bounds between which they should stand.

use super::figure::{self, BOTTOM, Frame, SideLabel, TOP};
use super::label::{LastLabel, Obstacle};
use super::numbers::Numbers;
use super::room::Room;
use super::scale::{Timeline, Values};
use super::series;
use super::{ink, labels};
use crate::model::{Bounds, Date, Decimal, day_number};

/// What the picture shows; `R` yields the values by day, `C` the confidence by day.
pub(super) struct Banded<'a, R, C> {
    pub(super) frame: Frame<'a>,
    pub(super) timeline: Timeline,
    pub(super) as_of: Date,
    pub(super) bounds: Option<Bounds>,
    pub(super) numbers: Numbers<'a>,
    pub(super) readings: R,
    pub(super) confidence: C,
}

impl<R, C> Banded<'_, R, C>
where
    R: Iterator<Item = (Date, Decimal)> + Clone,
    C: DoubleEndedIterator<Item = (Date, f64)> + Clone,
{
    /// Appends the figure up to its sentence.
    pub(super) fn draw(&self, out: &mut String) {
        let values = self.extent();
        let mut left = self.left_labels(&values);
        figure::settle(&mut left);
        let mut room = Room::beside(&left, &[]);
        let sure = self.confidence.clone().any(|(date, _)| self.timeline.shows(date));
        let foot = BOTTOM + if sure { 22.0 } else { 8.0 };
        let height = foot as i64 + 22;
        let holds = |value| self.bounds.is_none_or(|bounds| bounds.hold(value));
        let shown = self.readings.clone().filter(|(date, _)| self.timeline.shows(*date));
        let readings =
            shown.clone().map(|(date, value)| (day_number(date), ink::float(value), !holds(value)));
        let points = series::place(readings, &self.timeline, &values);
        let label = shown.last().map(|(_, value)| {
            let text = self.numbers.beside(value);
            LastLabel::place(text, &points, &self.obstacles(&values), [&left, &[]], &mut room)
        });
        let times = labels::times(self.numbers.language(), &self.timeline, room.narrow());
        self.frame.open(out, height, room);
        figure::open_lines(out, height);
        self.band(out, &values);
        figure::axis(out, foot, &times);
        figure::today_line(out, &self.timeline, self.as_of, foot);
        series::draw(out, &points);
        series::confidence(out, BOTTOM + 13.0, &self.timeline, self.confidence.clone());
        out.push_str("</svg>");
        figure::today_label(out, self.numbers.m, &self.timeline, self.as_of);
        figure::side(out, false, &left);
        figure::times(out, foot + 18.0, &times);
        if let Some(label) = label {
            label.push(out);
        }
        self.frame.caption(out);
    }

    /// What the label of the last value should not stand on, beside the line itself.
    fn obstacles(&self, values: &Values) -> Vec<Obstacle> {
        let ends = ends(self.bounds).into_iter().flatten();
        let ends = ends.map(|end| Obstacle::target(values.y(ink::float(end))));
        let today = self.timeline.shows(self.as_of).then(|| Obstacle::today(self.timeline.x(self.as_of)));
        ends.chain(today).collect()
    }

    /// Room for all values, and beyond a bound as much again as shows on which side it is healthy.
    fn extent(&self) -> Values {
        let shown = self.readings.clone().filter(|(date, _)| self.timeline.shows(*date));
        let all = shown
            .map(|(_, value)| ink::float(value))
            .chain(ends(self.bounds).into_iter().flatten().map(ink::float));
        let (low, high) = all
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        let room = if high > low { (high - low) * 0.12 } else { high.abs() * 0.1 };
        let room = if room.is_finite() { room } else { 0.0 };
        Values::holding([low - room, high + room].into_iter(), TOP, BOTTOM)
    }

    fn left_labels(&self, values: &Values) -> Vec<SideLabel<'_>> {
        let label = |value: Decimal| {
            SideLabel::new(values.y(ink::float(value)), self.numbers.axis(value), "value aim")
        };
        ends(self.bounds).into_iter().flatten().map(label).collect()
    }

    fn band(&self, out: &mut String, values: &Values) {
        let [least, most] = ends(self.bounds).map(|end| end.map(|end| values.y(ink::float(end))));
        if least.is_none() && most.is_none() {
            return;
        }
        let (top, bottom) = (most.unwrap_or(TOP), least.unwrap_or(BOTTOM));
        out.push_str("<path class=\"healthy\" d=\"M0 ");
        ink::tenth(out, top);
        out.push_str("H1000V");
        ink::tenth(out, bottom);
        out.push_str("H0z\"/>");
        for y in [least, most].into_iter().flatten() {
            super::metric::level(out, "target", y, 0);
        }
    }
}

/// The lower and the upper end of bounds, where they have one.
pub(super) fn ends(bounds: Option<Bounds>) -> [Option<Decimal>; 2] {
    match bounds {
        None => [None, None],
        Some(Bounds::AtLeast(least)) => [Some(least), None],
        Some(Bounds::AtMost(most)) => [None, Some(most)],
        Some(Bounds::Between(least, most)) => [Some(least), Some(most)],
    }
}
