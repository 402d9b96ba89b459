//! How numbers, dates and units are written for people: [`crate::locale`] as texts, for what is no hot path.

use super::Html;
use super::html::escape;
use crate::locale::{Language, Messages, is_currency, percentage};
use crate::model::{Bounds, Date, Decimal};

/// What one of the writers of a language appends.
fn written(write: impl FnOnce(&mut String)) -> String {
    let mut out = String::with_capacity(24);
    write(&mut out);
    out
}

/// `20 Aug 2026`.
pub fn date(language: &Language, date: Date) -> String {
    written(|out| language.push_date(out, date))
}

/// `20 Aug`, where the year is said nearby.
pub fn day(language: &Language, date: Date) -> String {
    written(|out| language.push_day(out, date))
}

/// `1 Jul – 30 Sep 2026`; the year of the start is said only where it differs.
pub fn range(m: &Messages, start: Date, end: Date) -> String {
    let first = written(|out| m.language.push_first(out, start, end));
    m.range(end, &first).to_string()
}

/// A ratio as a whole percentage, rounded half up: `61%`.
pub fn percent(language: &Language, ratio: f64) -> String {
    written(|out| language.push_percent(out, ratio))
}

/// A score: `0.63`, rounded half up.
pub fn score(language: &Language, score: f64) -> String {
    written(|out| language.push_rounded(out, percentage(score) as f64 / 100.0, 2))
}

/// A measured number as it was written, its digits in groups.
pub fn number(language: &Language, number: Decimal) -> String {
    written(|out| language.push_number(out, number))
}

/// A measured number with its unit: `6.1%`, `12 days`, `€1,200`.
pub fn value(language: &Language, value: Decimal, unit: Option<&str>) -> String {
    written(|out| push(out, language, value, unit, |unit, out| out.push_str(unit)))
}

/// Appends the same to a page.
pub(super) fn push_value(html: &mut Html, language: &Language, value: Decimal, unit: Option<&str>) {
    write_value(html.buffer(), language, value, unit);
}

/// Appends the same to the markup of a page.
pub(super) fn write_value(markup: &mut String, language: &Language, value: Decimal, unit: Option<&str>) {
    push(markup, language, value, unit, escape);
}

fn push(
    out: &mut String,
    language: &Language,
    value: Decimal,
    unit: Option<&str>,
    word: impl FnOnce(&str, &mut String),
) {
    match unit {
        Some("%") => language.push_percents(out, value),
        Some(unit) if is_currency(unit) => language.push_money(out, value, unit),
        Some(unit) if !unit.is_empty() => {
            language.push_number(out, value);
            out.push('\u{a0}');
            word(unit, out);
        }
        _ => language.push_number(out, value),
    }
}

/// `at least 90%`, `at most 12 days`, `4 to 6`.
pub fn bounds(m: &Messages, bounds: Bounds, unit: Option<&str>) -> String {
    let value = |number| value(m.language, number, unit);
    match bounds {
        Bounds::AtLeast(least) => m.at_least(&value(least)).to_string(),
        Bounds::AtMost(most) => m.at_most(&value(most)).to_string(),
        Bounds::Between(least, most) => m.between(&number(m.language, least), &value(most)).to_string(),
    }
}

/// A weight, as short as it can be.
pub fn weight(language: &Language, weight: f64) -> String {
    let plain = weight.to_string();
    plain.parse().map_or(plain, |weight| number(language, weight))
}

/// Appends the difference of two measured numbers with its sign: `+1.2`, `−3`, `±0`.
pub(super) fn push_change(out: &mut String, language: &Language, difference: Decimal) {
    if difference.is_zero() {
        out.push('±');
        language.push_count(out, 0);
    } else {
        language.push_change(out, difference);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn english() -> &'static Language {
        Language::english().language
    }

    #[test]
    fn numbers_keep_the_decimals_that_were_written() {
        assert_eq!(number(english(), decimal("4.0")), "4.0");
        assert_eq!(number(english(), decimal("1200")), "1,200");
        assert_eq!(number(english(), decimal("-1234567.5")), "−1,234,567.5");
    }

    #[test]
    fn units_stand_behind_and_currencies_before() {
        let value = |number, unit| value(english(), decimal(number), Some(unit));
        assert_eq!(value("6.1", "%"), "6.1%");
        assert_eq!(value("12", "days"), "12\u{a0}days");
        assert_eq!(value("-12000", "EUR"), "−€12,000");
        assert_eq!(value("5", "CHF"), "CHF\u{a0}5");
        assert_eq!(value("5", "FTE"), "5\u{a0}FTE");
    }

    #[test]
    fn a_change_has_a_sign() {
        let change = |difference| written(|out| push_change(out, english(), decimal(difference)));
        assert_eq!(change("1.5"), "+1.5");
        assert_eq!(change("-3"), "−3");
        assert_eq!(change("0.0"), "±0");
    }

    #[test]
    fn ranges_say_a_year_once() {
        let day = |month, day| Date::new(2026, month, day).unwrap();
        assert_eq!(range(Language::english(), day(7, 1), day(9, 30)), "1 Jul – 30 Sept 2026");
    }
}
