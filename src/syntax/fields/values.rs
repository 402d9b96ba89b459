//! Reads single values: texts, ids, dates, numbers, words and addresses, each with the finding that explains what is
//! wrong with it and how to write it instead.

use super::amount;
use crate::diagnostic::errors::{BAD_DATE, BAD_ID, BAD_TEXT, BAD_URL, TOO_LONG, WRONG_TYPE};
use crate::diagnostic::{Finding, did_you_mean};
use crate::syntax::{Kind, Node, Scalar};
use crate::text::{Span, Spanned, holds, is_one_of};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The longest title or name, in characters.
const LONGEST_TITLE: usize = 500;
/// The longest id, in characters.
const LONGEST_ID: usize = 100;

/// The finding about a value of the wrong type.
pub fn wrong_type(node: &Node, what: &str, expected: &str) -> Finding {
    let message = format!("{what} must be {expected}, not {}", node.describe());
    Finding::error(&WRONG_TYPE, node.span(), message).here(format!("expected {expected}"))
}

/// Reads a text.
pub fn text(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<String>> {
    match node.kind() {
        Kind::Scalar(scalar) if scalar.is_text() => {
            Some(Spanned::new(scalar.text.clone().into_owned(), node.span()))
        }
        Kind::Scalar(scalar) if !node.is_null() => {
            let help = format!("put it in quotes: `\"{}\"`", scalar.text);
            findings.push(wrong_type(node, &format!("`{key}`"), "a text").help(help));
            None
        }
        _ => {
            findings.push(wrong_type(node, &format!("`{key}`"), "a text"));
            None
        }
    }
}

/// Reads a plain text of limited length.
pub fn title(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<String>> {
    let mut title = text(node, key, findings)?;
    // Whoever writes a title as a block of lines cannot help the line break behind it.
    let is_block = matches!(node.kind(), Kind::Scalar(scalar) if scalar.block);
    let is_trimmed = |letter: char| letter.is_whitespace() && (is_block || !letter.is_control());
    title.value.truncate(title.value.trim_end_matches(is_trimmed).len());
    // No text has more characters than bytes.
    let length = if title.value.len() > LONGEST_TITLE { title.value.chars().count() } else { 0 };
    if length > LONGEST_TITLE {
        let message =
            format!("`{key}` has {length} characters; the longest that fits a page is {LONGEST_TITLE}");
        let help = "shorten it, and tell the rest in `why` or in the narrative";
        findings.push(Finding::error(&TOO_LONG, node.span(), message).help(help));
        return None;
    }
    if title.value.is_empty() {
        let message = format!("`{key}` is empty");
        findings.push(Finding::error(&BAD_TEXT, node.span(), message).help("say it in a few words"));
        return None;
    }
    let may_be_control = |byte: u8| (byte < b' ') | is_one_of(byte, [0x7f, 0xc2]);
    if holds(&title.value, may_be_control)
        && let Some(control) = title.value.chars().find(|letter| letter.is_control())
    {
        let message = format!("`{key}` holds the control character U+{:04X}", u32::from(control));
        let help = "write it on one line, in plain text";
        findings.push(Finding::error(&BAD_TEXT, node.span(), message).help(help));
        return None;
    }
    Some(title)
}

/// Reads an id; a bare number is its text.
pub fn id(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<String>> {
    let id = reference(node, key, findings)?;
    let fault = if is_id(&id.value) {
        None
    } else if id.value.chars().count() > LONGEST_ID {
        Some(format!("`{key}` is longer than {LONGEST_ID} characters"))
    } else {
        Some(format!("`{}` cannot be an id", id.value.escape_debug()))
    };
    if let Some(message) = fault {
        let help = "use letters (a to z), digits, `.`, `_` and `-`, and begin with a letter or a digit";
        findings.push(Finding::error(&BAD_ID, id.span, message).help(help));
        return None;
    }
    Some(id)
}

/// Whether a text has the form `[A-Za-z0-9][A-Za-z0-9._-]*`, and no more than 100 characters.
pub fn is_id(text: &str) -> bool {
    text.len() <= LONGEST_ID
        && text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// Reads a reference; a bare number is its text.
pub fn reference(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<String>> {
    match node.kind() {
        Kind::Scalar(scalar) if !node.is_null() && !scalar.is_bool() => {
            Some(Spanned::new(scalar.text.clone().into_owned(), node.span()))
        }
        _ => {
            findings.push(wrong_type(node, &format!("`{key}`"), "an id"));
            None
        }
    }
}

/// Reads a date.
pub fn date(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<Date>> {
    match node.kind() {
        Kind::Scalar(scalar) if !node.is_null() && !scalar.is_bool() => {
            date_text(&scalar.text, key, node.span(), findings).map(|date| Spanned::new(date, node.span()))
        }
        _ => {
            findings.push(wrong_type(node, &format!("`{key}`"), "a date such as `2026-03-31`"));
            None
        }
    }
}

/// Reads a date from its text.
pub fn date_text(text: &str, key: &str, span: Span, findings: &mut Vec<Finding>) -> Option<Date> {
    let date = parse_date(text);
    if date.is_none() {
        let message = format!("`{}` is not a date", text.escape_debug());
        let help = format!("write `{key}` as YYYY-MM-DD, a day that exists in the calendar");
        findings.push(Finding::error(&BAD_DATE, span, message).help(help));
    }
    date
}

/// A date in the form `YYYY-MM-DD` that exists.
pub fn parse_date(text: &str) -> Option<Date> {
    let date: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let number = |range: std::ops::Range<usize>| {
        let add = |number, digit: &u8| digit.is_ascii_digit().then(|| number * 10 + i16::from(digit - b'0'));
        date[range].iter().try_fold(0, add)
    };
    let parts = (number(0..4)?, number(5..7)?, number(8..10)?);
    let (year, month, day) = if date[4] == b'-' && date[7] == b'-' { parts } else { return None };
    Date::new(year, month as i8, day as i8).ok()
}

/// Reads an exact number.
pub fn number(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<Decimal>> {
    number_or(node, key, amount::bad_number, findings)
}

/// Reads an exact number; `fault` explains a scalar that is none.
pub(super) fn number_or(
    node: &Node,
    key: &str,
    fault: fn(&Scalar, &str, Span) -> Finding,
    findings: &mut Vec<Finding>,
) -> Option<Spanned<Decimal>> {
    let Kind::Scalar(scalar) = node.kind() else {
        findings.push(wrong_type(node, &format!("`{key}`"), "a number"));
        return None;
    };
    if let Some(number) = plain_number(scalar) {
        return Some(Spanned::new(number, node.span()));
    }
    if node.is_null() || scalar.is_bool() {
        findings.push(wrong_type(node, &format!("`{key}`"), "a number"));
        return None;
    }
    let number = if scalar.is_number() { parse_number(&scalar.text) } else { None };
    if number.is_none() {
        findings.push(fault(scalar, key, node.span()));
    }
    number.map(|number| Spanned::new(number, node.span()))
}

/// The number of a scalar that is nothing but a few digits, perhaps with a sign and a point among them: nearly all are.
fn plain_number(scalar: &Scalar) -> Option<Decimal> {
    let text = scalar.text.as_bytes();
    let (negative, unsigned) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let bounded = scalar.plain && matches!(unsigned.len(), 1..=18);
    let (first, last) = (unsigned.first()?, unsigned.last()?);
    if !bounded || !first.is_ascii_digit() || !last.is_ascii_digit() {
        return None;
    }
    let (mut digits, mut decimals, mut behind) = (0_i64, 0, false);
    for &byte in unsigned {
        match byte {
            b'0'..=b'9' => {
                digits = digits * 10 + i64::from(byte - b'0');
                decimals += u32::from(behind);
            }
            b'.' if !behind => behind = true,
            _ => return None,
        }
    }
    Some(Decimal::new(if negative { -digits } else { digits }, decimals))
}

/// An exact number from the text of a YAML number; none where it is too large, too fine or not finite.
pub fn parse_number(text: &str) -> Option<Decimal> {
    let radix = |digits: &str, radix| i64::from_str_radix(digits, radix).ok().map(Decimal::from);
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8);
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16);
    }
    if text.is_empty() || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if text.contains(['e', 'E']) {
        return Decimal::from_scientific(text.strip_prefix('+').unwrap_or(text)).ok();
    }
    let text = text.strip_prefix('+').unwrap_or(text);
    let text = text.strip_suffix('.').unwrap_or(text);
    Decimal::from_str_exact(text).ok()
}

/// Reads one of the words of a closed list.
pub fn word<T: Copy>(
    node: &Node,
    key: &str,
    words: &[(&'static str, T)],
    findings: &mut Vec<Finding>,
) -> Option<Spanned<T>> {
    let names = || words.iter().map(|(name, _)| *name);
    if let Kind::Scalar(scalar) = node.kind() {
        if let Some((_, value)) = words.iter().find(|(name, _)| *name == scalar.text) {
            return Some(Spanned::new(*value, node.span()));
        }
        let message = format!("`{}` is not a word for `{key}`", scalar.text.escape_debug());
        let help =
            did_you_mean(&scalar.text, names()).unwrap_or_else(|| format!("use one of {}", listed(names())));
        findings.push(Finding::error(&WRONG_TYPE, node.span(), message).help(help));
        return None;
    }
    findings.push(wrong_type(node, &format!("`{key}`"), &format!("one of {}", listed(names()))));
    None
}

/// Names in backticks, separated by commas.
pub fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// What is wrong with an address, if anything.
pub fn url_fault(url: &str) -> Option<&'static str> {
    let Some((scheme, rest)) = url.split_once(':') else { return Some("it names no scheme") };
    let is_scheme = |known: &str| scheme.eq_ignore_ascii_case(known);
    let rest = if is_scheme("https") || is_scheme("http") {
        rest.strip_prefix("//").unwrap_or("")
    } else if is_scheme("mailto") {
        rest
    } else {
        return Some("its scheme is not http, https or mailto");
    };
    if rest.is_empty() || rest.starts_with('/') {
        return Some("it leads nowhere");
    }
    let may_part = |byte: u8| !matches!(byte, b'!'..=b'~');
    let parts = |letter: char| letter.is_whitespace() || letter.is_control();
    (holds(rest, may_part) && rest.contains(parts)).then_some("it holds white space")
}

/// The address of a site, with its slash at the end, so that paths can be added to it; else why it is none. What
/// [`url_fault`] finds is for it to say.
pub fn site(url: &str) -> Result<String, &'static str> {
    if !url.to_ascii_lowercase().starts_with("http") {
        return Err("a site needs http or https");
    }
    if url.contains(['?', '#']) {
        return Err("a site's address has neither `?` nor `#`");
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

/// The finding about an address that cannot be used.
pub fn bad_url(span: Span, url: &str, fault: &str) -> Finding {
    Finding::error(&BAD_URL, span, format!("`{}` cannot be linked: {fault}", url.escape_debug()))
        .help("give a whole address, such as `https://example.org/report`")
}

/// The f64 nearest to an exact number.
pub fn approximate(number: Decimal) -> f64 {
    use rust_decimal::prelude::ToPrimitive;
    const EXACT: u64 = 1 << 53;
    /// The powers of ten that are floats without loss.
    const POWERS: [f64; 23] = {
        let mut powers = [1.0; 23];
        let mut power = 1;
        while power < powers.len() {
            powers[power] = 10.0 * powers[power - 1];
            power += 1;
        }
        powers
    };
    match (i64::try_from(number.mantissa()), POWERS.get(number.scale() as usize)) {
        // Both are floats without loss, so that their quotient is the nearest.
        (Ok(digits), Some(power)) if digits.unsigned_abs() < EXACT => digits as f64 / power,
        _ => number.to_f64().unwrap_or_default(),
    }
}

/// Whether a number lies between 0 and 1, both included.
pub fn is_share(number: Decimal) -> bool {
    match (u64::try_from(number.mantissa()), 10_u64.checked_pow(number.scale())) {
        (Ok(digits), Some(one)) => digits <= one,
        _ => Decimal::ZERO <= number && number <= Decimal::ONE,
    }
}

pub(super) fn as_share(number: Decimal) -> Option<String> {
    let hundred = Decimal::ONE_HUNDRED;
    (number > Decimal::ONE && number <= hundred)
        .then(|| format!("write a share of 1: `{}`", (number / hundred).normalize()))
}
