//! Says how to write a number that stands there with a unit, a separator or quotes, which no number may have.

use super::values::{is_share, parse_number};
use crate::diagnostic::Finding;
use crate::diagnostic::errors::BAD_NUMBER;
use crate::syntax::Scalar;
use crate::text::Span;
use rust_decimal::Decimal;

/// Where the unit of a number belongs.
#[derive(Clone, Copy)]
enum Unit {
    /// Into the key `unit` beside it.
    Beside,
    /// To the goal that the number is measured for.
    OfGoal,
    /// Nowhere: it counts or weighs.
    None,
}

impl Unit {
    fn of(key: &str) -> Unit {
        match key {
            "start" | "target" | "commit" | "stretch" => Unit::Beside,
            "value" | "at_least" | "at_most" | "between" => Unit::OfGoal,
            _ => Unit::None,
        }
    }
}

/// The finding about a scalar that is no number.
pub(super) fn bad_number(scalar: &Scalar, key: &str, span: Span) -> Finding {
    refused(scalar, key, span).help(mended(&scalar.text, key))
}

/// The finding about a scalar that is no number from 0 to 1.
pub(super) fn bad_share(scalar: &Scalar, key: &str, span: Span) -> Finding {
    refused(scalar, key, span).help(mended_share(&scalar.text, key))
}

fn mended(written: &str, key: &str) -> String {
    let Some((number, unit)) = read(written) else {
        return format!("write `{key}` as a number without unit, such as `45` or `4.5`");
    };
    // One of two bounds stands in a list, where it has no key.
    let alone =
        if key == "between" { format!("write `{number}`") } else { format!("write `{key}: {number}`") };
    match (unit.as_str(), Unit::of(key)) {
        ("", _) | (_, Unit::None) => alone,
        (unit, Unit::Beside) => format!("{alone}, and `unit: \"{unit}\"` beside it"),
        (unit, Unit::OfGoal) => {
            format!("{alone}; the unit stands once, at the key result or KPI: `unit: \"{unit}\"`")
        }
    }
}

fn mended_share(written: &str, key: &str) -> String {
    let share = read(written).and_then(|(number, unit)| match unit.as_str() {
        "" if is_share(number) => Some(number),
        "" | "%" => Some(number / Decimal::ONE_HUNDRED).filter(|share| is_share(*share)),
        _ => None,
    });
    match share {
        Some(share) => format!("write a share of 1: `{key}: {}`", share.normalize()),
        None => format!("write `{key}` as a share of 1, such as `0.7`"),
    }
}

fn refused(scalar: &Scalar, key: &str, span: Span) -> Finding {
    let written = scalar.text.trim();
    let message = if scalar.is_number() {
        format!("`{written}` is not a number that can be measured")
    } else if scalar.plain {
        format!("`{}` is not a number", written.escape_debug())
    } else {
        format!("`{key}` is a text in quotes, not a number")
    };
    Finding::error(&BAD_NUMBER, span, message)
}

/// A number as people write it, and its unit, which is empty where it has none.
fn read(written: &str) -> Option<(Decimal, String)> {
    let is_blank = |letter: char| letter.is_whitespace() || matches!(letter, '_' | '\'' | '’');
    let bare: String = written.chars().filter(|letter| !is_blank(*letter)).collect();
    let start = bare.find(|letter: char| letter.is_ascii_digit() || "+-.".contains(letter))?;
    let (before, rest) = bare.split_at(start);
    let (number, behind) = rest.split_at(length(rest));
    let number = parse_number(&without_separators(number)?)?;
    let ((unit, "") | ("", unit)) = (before, behind) else { return None };
    let is_unit = unit.chars().all(|letter| letter.is_alphabetic() || "%‰°$€£¥/".contains(letter));
    let unit = match unit {
        "€" => "EUR",
        "$" => "USD",
        "£" => "GBP",
        "¥" => "JPY",
        unit => unit,
    };
    is_unit.then(|| (number, unit.to_owned()))
}

/// How far a text is a number: digits with separators, and an exponent.
fn length(text: &str) -> usize {
    let end = |from: usize, known: &str| {
        let is_other = |letter: char| !letter.is_ascii_digit() && !known.contains(letter);
        text[from..].find(is_other).map_or(text.len(), |length| from + length)
    };
    let digits = end(0, "+-.,");
    let exponent = text[digits..].strip_prefix(['e', 'E']);
    let has_digits = |exponent: &str| {
        exponent.strip_prefix(['+', '-']).unwrap_or(exponent).starts_with(|sign: char| sign.is_ascii_digit())
    };
    if exponent.is_some_and(has_digits) { end(digits + 1, "+-") } else { digits }
}

/// A number without what parts its thousands, and with a point before its decimals.
fn without_separators(number: &str) -> Option<String> {
    let groups = |text: &str, sign: char| {
        let mut groups = text.trim_start_matches(['+', '-']).split(sign);
        let is_first = groups.next().is_some_and(|first| matches!(first.len(), 1..=3));
        is_first && groups.all(|group| group.len() == 3)
    };
    let (commas, points) = (number.matches(',').count(), number.matches('.').count());
    match (commas, points) {
        (0, 0 | 1) => Some(number.to_owned()),
        (0, _) => groups(number, '.').then(|| number.replace('.', "")),
        (_, 0) if groups(number, ',') => Some(number.replace(',', "")),
        (1, 0) => Some(number.replace(',', ".")),
        _ => {
            // Of two signs the last one stands before the decimals.
            let (whole, decimals) = number.rsplit_once([',', '.'])?;
            let sign = if number[whole.len()..].starts_with(',') { '.' } else { ',' };
            let is_sound = !whole.contains(if sign == ',' { '.' } else { ',' }) && groups(whole, sign);
            is_sound.then(|| format!("{}.{decimals}", whole.replace(sign, "")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(written: &str) -> Option<String> {
        read(written).map(|(number, unit)| format!("{number} {unit}").trim_end().to_owned())
    }

    #[test]
    fn units_and_separators_are_told_from_the_number() {
        let all = [
            ("45%", "45 %"),
            ("10 EUR", "10 EUR"),
            ("€5", "5 EUR"),
            ("5€", "5 EUR"),
            ("-$3.50", "none"),
            ("$-3.50", "-3.50 USD"),
            ("1,000", "1000"),
            ("1,000,000.5 kWh", "1000000.5 kWh"),
            ("1.234.567", "1234567"),
            ("1.234,56", "1234.56"),
            ("1,5", "1.5"),
            ("1 000", "1000"),
            ("1’000", "1000"),
            ("2e3", "2000"),
            ("1,23,4", "none"),
            ("2026-03-01", "none"),
            ("3 of 4", "none"),
            ("many", "none"),
        ];
        for (written, meant) in all {
            assert_eq!(told(written).as_deref().unwrap_or("none"), meant, "{written}");
        }
    }

    #[test]
    fn a_unit_is_sent_where_it_belongs() {
        assert_eq!(mended("45%", "target"), "write `target: 45`, and `unit: \"%\"` beside it");
        assert_eq!(
            mended("50%", "value"),
            "write `value: 50`; the unit stands once, at the key result or KPI: `unit: \"%\"`"
        );
        assert_eq!(mended("2x", "weight"), "write `weight: 2`");
        assert_eq!(mended("1,000", "start"), "write `start: 1000`");
    }

    #[test]
    fn a_percentage_becomes_a_share() {
        assert_eq!(mended_share("70%", "score"), "write a share of 1: `score: 0.7`");
        assert_eq!(mended_share("0,5", "score"), "write a share of 1: `score: 0.5`");
        assert_eq!(mended_share("170%", "score"), "write `score` as a share of 1, such as `0.7`");
    }
}
