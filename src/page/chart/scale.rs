//! Where a day and a value stand on a chart.
//!
//! Time runs from 0 to 1000 whatever the chart's width: lines live in a box that stretches, labels are placed by
//! percentages and never stretch. Heights are pixels.

use crate::model::{Cycle, Date, day_number};

/// The width of the time axis in its own units.
pub(super) const WIDTH: i32 = 1000;

/// The stretch of time that a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Timeline {
    /// The first day shown.
    pub(super) start: Date,
    /// The last day shown.
    pub(super) end: Date,
    eve: i64,
    days: i64,
}

impl Timeline {
    /// From a day to a day, which is moved behind the first where it is not.
    pub(super) fn between(start: Date, end: Date) -> Timeline {
        let end = end.max(start);
        let eve = day_number(start) - 1;
        Timeline { start, end, eve, days: day_number(end) - eve }
    }

    /// A cycle, widened by at most a quarter on each side where somebody measured just outside of it.
    pub(super) fn of(cycle: &Cycle, dates: impl Iterator<Item = Date>) -> Timeline {
        let margin = cycle.days() / 4;
        let (first, last) = (day_number(cycle.start), day_number(cycle.end));
        let mut widest = (cycle.start, cycle.end);
        for date in dates {
            if date < widest.0 && first - day_number(date) <= margin {
                widest.0 = date;
            } else if date > widest.1 && day_number(date) - last <= margin {
                widest.1 = date;
            }
        }
        Timeline::between(widest.0, widest.1)
    }

    /// The eve of its first day, counted: a line stands at its start there.
    pub(super) fn eve(&self) -> i64 {
        self.eve
    }

    /// How many days it shows.
    pub(super) fn days(&self) -> i64 {
        self.days
    }

    /// Where a day ends; outside of 0 to 1000 for days outside, but never far.
    pub(super) fn x(&self, date: Date) -> i32 {
        self.x_of(day_number(date))
    }

    /// The same for a day that is already counted.
    pub(super) fn x_of(&self, day: i64) -> i32 {
        let days = (day - self.eve).clamp(-9 * self.days, 9 * self.days);
        ((days * i64::from(WIDTH) + self.days / 2).div_euclid(self.days)) as i32
    }

    /// Where a day begins.
    pub(super) fn morning(&self, date: Date) -> i32 {
        self.x_of(day_number(date) - 1)
    }

    /// Whether a day is shown.
    pub(super) fn shows(&self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }

    /// The same of a day that is already counted.
    pub(super) fn counts(&self, day: i64) -> bool {
        (1..=self.days).contains(&(day - self.eve))
    }
}

/// The values that a chart shows, from the bottom of its plot to its top.
#[derive(Clone, Copy, Debug)]
pub(super) struct Values {
    low: f64,
    high: f64,
    top: f64,
    height: f64,
}

impl Values {
    /// Room for all of these values between two heights; what is not a number is passed over.
    pub(super) fn holding(values: impl Iterator<Item = f64>, top: f64, bottom: f64) -> Values {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        if high - low <= f64::EPSILON * high.abs().max(low.abs()) {
            let room = if high == 0.0 { 1.0 } else { high.abs() * 0.1 };
            (low, high) = (low - room, high + room);
        }
        Values { low, high, top, height: bottom - top }
    }

    /// The height of a value; at the edge of the plot for values outside.
    pub(super) fn y(&self, value: f64) -> f64 {
        let share = (self.high - value) / (self.high - self.low);
        self.top + self.height * if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 }
    }

    /// How much of the way from one value to another stays in the plot, 0 to 1; the way begins inside.
    pub(super) fn stays(&self, from: f64, to: f64) -> f64 {
        let limit = to.clamp(self.low, self.high);
        let share = (limit - from) / (to - from);
        if share.is_finite() { share.clamp(0.0, 1.0) } else { 1.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: i8, day: i8) -> Date {
        Date::new(2026, month, day).unwrap()
    }

    #[test]
    fn a_quarter_runs_from_its_eve_to_its_last_day() {
        let quarter = Timeline::between(day(7, 1), day(9, 30));
        assert_eq!((quarter.morning(day(7, 1)), quarter.x(day(9, 30))), (0, 1000));
        assert_eq!(quarter.x(day(8, 15)), 500);
    }

    #[test]
    fn a_cycle_of_one_day_has_room_for_it() {
        let one = Timeline::between(day(7, 1), day(7, 1));
        assert_eq!((one.x(day(7, 1)), one.days()), (1000, 1));
        assert_eq!(one.x(day(12, 31)), 9000);
        assert_eq!(one.x(Date::MIN), -9000);
    }

    #[test]
    fn equal_values_stand_in_the_middle() {
        for value in [0.0, 5.0, -1e12, 1e-4] {
            let values = Values::holding([value, value].into_iter(), 0.0, 100.0);
            assert!((values.y(value) - 50.0).abs() < 0.01, "{value}");
        }
        let none = Values::holding(std::iter::empty(), 0.0, 100.0);
        assert!(none.y(f64::NAN).is_finite());
    }
}
