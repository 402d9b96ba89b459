//! Civil dates as a language writes them, with the month as a word wherever the language has one.

use super::Language;
use super::numbers::Numbers;
use super::pieces::{Nested, pieces};
use crate::model::Date;
use icu_datetime::fieldsets::{M, MD, YM, YMD};
use icu_datetime::input::Date as IcuDate;
use icu_datetime::options::Length;
use icu_datetime::{FixedCalendarDateTimeFormatter, parts};
use icu_locale::Locale;

type Formatter<F> = FixedCalendarDateTimeFormatter<icu_calendar::Gregorian, F>;

/// The forms of dates that pages need.
#[derive(Debug)]
pub(super) struct Dates {
    full: Form,
    day: Form,
    month: Form,
    month_of_year: Form,
}

/// A form of dates, as it is written: what stands around the year is known for each day, since a large site holds a
/// hundred thousand dates of the same few.
#[derive(Debug)]
struct Form {
    /// What stands before the year, or alone, for each day, see [`place`]; empty where nothing does.
    before: Vec<String>,
    says_year: bool,
    /// What stands behind the year, likewise.
    behind: Vec<String>,
    /// Whether the year is the last that it says.
    ends_with_year: bool,
}

/// The place of a day among those of all months, each of which has room for 31.
fn place(month: usize, day: usize) -> usize {
    (month - 1) * 31 + day - 1
}

/// A form of dates: what stands where.
struct Pattern {
    pieces: Vec<Piece>,
    months: Vec<String>,
}

#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    /// With at least so many digits.
    Day(u32),
    Month,
    Year,
}

impl Pattern {
    /// Takes apart what is written for each month.
    fn of(write: impl Fn(u8) -> Vec<super::pieces::Piece>) -> Pattern {
        let months = (1..=12).map(|month| {
            let pieces = write(month).into_iter().find(|(part, _)| *part == Some(parts::MONTH));
            pieces.map(|(_, name)| name).unwrap_or_default()
        });
        let months = months.collect();
        let pieces = write(1).into_iter().map(|(part, text)| match part {
            Some(part) if part == parts::DAY => Piece::Day(text.chars().count() as u32),
            Some(part) if part == parts::MONTH => Piece::Month,
            Some(part) if part == parts::YEAR => Piece::Year,
            _ => Piece::Text(text),
        });
        Pattern { pieces: pieces.collect(), months }
    }

    fn has_words(&self) -> bool {
        self.months.iter().all(|month| month.chars().any(char::is_alphabetic))
    }

    /// Writes every day of a year.
    fn form(&self, numbers: &Numbers) -> Form {
        let is_year = |piece: &Piece| *piece == Piece::Year;
        let each_day = |pieces: &[Piece]| -> Vec<String> {
            if pieces.iter().all(is_year) {
                return Vec::new();
            }
            let days = (1..=12).flat_map(|month| (1..=31).map(move |day| (month, day)));
            days.map(|(month, day)| self.written(pieces, month, day, numbers)).collect()
        };
        let year = self.pieces.iter().position(is_year);
        let (before, behind) = self.pieces.split_at(year.unwrap_or(self.pieces.len()));
        let last = self.pieces.iter().rev().find(|piece| !matches!(piece, Piece::Text(_)));
        Form {
            before: each_day(before),
            says_year: year.is_some(),
            behind: each_day(behind),
            ends_with_year: last == Some(&Piece::Year),
        }
    }

    /// Some pieces of a day, without years.
    fn written(&self, pieces: &[Piece], month: usize, day: u32, numbers: &Numbers) -> String {
        let mut out = String::new();
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Day(width) => numbers.push_plain(&mut out, day, *width),
                Piece::Month => out.push_str(&self.months[month - 1]),
                Piece::Year => {}
            }
        }
        out
    }
}

/// The medium form, or the long one where the medium writes months as numbers.
macro_rules! pattern {
    ($locale:expr, $fields:ident) => {{
        let with = |length| {
            let formatter = Formatter::try_new($locale.into(), $fields::for_length(length))
                .expect("the program holds the dates of all languages");
            Pattern::of(|month| {
                let date = IcuDate::try_new_gregorian(2026, month, 3).expect("a date of the program");
                pieces(&formatter.format(&date), Nested::Outer)
            })
        };
        let medium = with(Length::Medium);
        if medium.has_words() { medium } else { with(Length::Long) }
    }};
}

impl Dates {
    /// Asks ICU how a language writes dates.
    pub(super) fn of(locale: &Locale, numbers: &Numbers) -> Dates {
        Dates {
            full: pattern!(locale, YMD).form(numbers),
            day: pattern!(locale, MD).form(numbers),
            month: pattern!(locale, M).form(numbers),
            month_of_year: pattern!(locale, YM).form(numbers),
        }
    }

    /// Whether ICU knows the names of the months; without, it would write `M03`.
    pub(super) fn are_known(locale: &Locale) -> bool {
        pattern!(locale, M).months.iter().all(|month| !month.starts_with("M0"))
    }
}

impl Language {
    /// Appends `20 Aug 2026`.
    pub fn push_date(&self, out: &mut String, date: Date) {
        self.push_form(out, date, &self.dates.full);
    }

    /// Appends `20 Aug`, where the year is said nearby.
    pub fn push_day(&self, out: &mut String, date: Date) {
        self.push_form(out, date, &self.dates.day);
    }

    /// Appends `Aug`.
    pub fn push_month(&self, out: &mut String, date: Date) {
        self.push_form(out, date, &self.dates.month);
    }

    /// Appends `Aug 2026`.
    pub fn push_month_of_year(&self, out: &mut String, date: Date) {
        self.push_form(out, date, &self.dates.month_of_year);
    }

    /// Appends `2026`.
    pub fn push_year(&self, out: &mut String, date: Date) {
        if date.year() < 0 {
            out.push_str(&self.minus());
        }
        self.push_year_number(out, u32::from(date.year().unsigned_abs()));
    }

    /// Appends the first day of a stretch of time, without the year where the last day says it.
    pub fn push_first(&self, out: &mut String, first: Date, last: Date) {
        if first.year() == last.year() && self.dates.full.ends_with_year {
            self.push_day(out, first);
        } else {
            self.push_date(out, first);
        }
    }

    fn push_form(&self, out: &mut String, date: Date, form: &Form) {
        let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
        let place = place(month.into(), day.into());
        if let Some(before) = form.before.get(place) {
            out.push_str(before);
        }
        if form.says_year {
            self.push_year(out, date);
        }
        if let Some(behind) = form.behind.get(place) {
            out.push_str(behind);
        }
    }
}
