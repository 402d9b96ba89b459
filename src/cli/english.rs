//! Numbers and dates for the terminal, which speaks English whatever language the site is in.

use crate::locale::Language;
use crate::model::{Date, Decimal};
use crate::page::format;

/// `20 Aug 2026`.
pub(super) fn date(date: Date) -> String {
    format::date(language(), date)
}

/// `61%`.
pub(super) fn percent(ratio: f64) -> String {
    format::percent(language(), ratio)
}

/// `0.63`.
pub(super) fn score(score: f64) -> String {
    format::score(language(), score)
}

/// A measured number with its unit.
pub(super) fn value(value: Decimal, unit: Option<&str>) -> String {
    format::value(language(), value, unit)
}

fn language() -> &'static Language {
    Language::english().language
}
