//! Cycles: the stretches of time for which goals are set.

use super::{About, CycleId, Date, Text};
use crate::text::Span;

/// How often a check-in is due, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cadence {
    /// Days between two check-ins; at least 1.
    pub days: u32,
}

impl Cadence {
    /// The words of `check_in_every` and the days they stand for.
    pub const WORDS: [(&'static str, u32); 5] =
        [("weekly", 7), ("fortnightly", 14), ("monthly", 31), ("quarterly", 92), ("yearly", 366)];

    /// Its word, where it has one.
    pub fn word(self) -> Option<&'static str> {
        Self::WORDS.iter().find(|(_, days)| *days == self.days).map(|(word, _)| *word)
    }
}

/// A cycle. Its end is not before its start.
#[derive(Clone, Debug)]
pub struct Cycle {
    /// Its id.
    pub id: Text,
    /// Written title, else made from its id.
    pub title: String,
    /// First day.
    pub start: Date,
    /// Last day, inclusive.
    pub end: Date,
    /// The day by which every team has its OKRs.
    pub set_by: Option<Date>,
    /// How often check-ins are due.
    pub check_in_every: Cadence,
    /// What is deliberately left undone.
    pub not_doing: Vec<Text>,
    /// The retrospective, where it stands in YAML; else the body serves.
    pub learned: Option<Text>,
    /// The shortest known cycle that contains it and is longer.
    pub parent: Option<CycleId>,
    /// Whether it has an entry of its own; otherwise a goal's use made it known.
    pub declared: bool,
    /// Visibility, tags, links, body.
    pub about: About,
}

impl Cycle {
    /// Its days, both ends counted; at least 1.
    pub fn days(&self) -> i64 {
        days_between(self.start, self.end) + 1
    }

    /// Whether a day lies in it.
    pub fn contains(&self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }

    /// Whether the two share a day.
    pub fn overlaps(&self, other: &Cycle) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// Where it is written, or used first.
    pub fn span(&self) -> Span {
        self.id.span
    }
}

/// Days from one date to a later one; negative if it is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    day_number(to) - day_number(from)
}

/// A date as a number that rises by one from day to day.
pub fn day_number(date: Date) -> i64 {
    /// Days before each month of a year that begins in March, so that its leap day is the last.
    const BEFORE: [u32; 12] = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];
    /// A multiple of four centuries, so that no year is negative.
    const SHIFT: i32 = 12_000;
    let month = u32::from(date.month().unsigned_abs());
    let year = (i32::from(date.year()) + SHIFT).cast_unsigned() - u32::from(month <= 2);
    let of_year = BEFORE[month as usize - 1] + u32::from(date.day().unsigned_abs());
    i64::from(year * 365 + year / 4 - year / 100 + year / 400 + of_year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn days_are_counted_as_the_calendar_counts_them(
            year in -9999_i16..9999, month in 1_i8..=12, day in 1_i8..=28, days in -40_000_i64..40_000,
        ) {
            let date = Date::new(year, month, day).unwrap();
            if let Ok(other) = date.checked_add(jiff::Span::new().days(days)) {
                prop_assert_eq!(days_between(date, other), days);
            }
        }
    }
}
