//! Reads a mapping key by key, and notes everything that is wrong with it instead of stopping at the first.
//!
//! A value that cannot be used becomes a finding and `None`; an optional key whose value is null counts as absent.

use super::{Entry, Kind, Node, Scalar};
use crate::diagnostic::errors::{
    BAD_DATE, BAD_ID, BAD_NUMBER, BAD_TEXT, BAD_URL, BAD_WEIGHT, MISSING_KEY, TOO_LONG, UNKNOWN_KEY,
    WRONG_TYPE,
};
use crate::diagnostic::{Finding, did_you_mean};
use crate::text::{Span, Spanned};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The longest title or name, in characters.
const LONGEST_TITLE: usize = 500;
/// The longest id, in characters.
const LONGEST_ID: usize = 100;

/// A mapping that is being read.
pub struct Fields<'n, 'f> {
    entries: &'n [Entry<'n>],
    keys: &'static [&'static str],
    what: &'static str,
    anchor: Span,
    findings: &'f mut Vec<Finding>,
}

impl<'n, 'f> Fields<'n, 'f> {
    /// Opens a mapping. `what` names the thing in messages, `keys` are all keys that it may have; any other key
    /// becomes a finding here, except those that `refuse` explains better.
    pub fn open(
        node: &'n Node<'n>,
        what: &'static str,
        keys: &'static [&'static str],
        findings: &'f mut Vec<Finding>,
    ) -> Option<Self> {
        let Kind::Mapping(entries) = &node.kind else {
            findings.push(wrong_type(node, what, "a mapping of keys to values"));
            return None;
        };
        let mut fields = Fields { entries, keys, what, anchor: node.span, findings };
        fields.anchor = fields
            .find("id")
            .filter(|id| !id.is_null())
            .map_or_else(|| entries.first().map_or(node.span, |entry| entry.key.span), |id| id.span);
        Some(fields)
    }

    /// Reports every key that the thing does not have. `refuse` may answer with a better finding for a key.
    pub fn finish(self, refuse: impl Fn(&str, Span) -> Option<Finding>) {
        for entry in self.entries {
            let key = &*entry.key.value;
            if self.keys.contains(&key) {
                continue;
            }
            let finding = refuse(key, entry.key.span).unwrap_or_else(|| {
                Finding::error(&UNKNOWN_KEY, entry.key.span, format!("unknown key `{key}`"))
                    .here(format!("not a key of {}", self.what))
                    .help(did_you_mean(key, self.keys.iter().copied()).unwrap_or_else(|| {
                        format!("remove it, or use one of {}", listed(self.keys.iter().copied()))
                    }))
            });
            self.findings.push(finding);
        }
    }

    /// Where a finding about the thing as a whole points: at its `id`, else at its first key.
    pub fn anchor(&self) -> Span {
        self.anchor
    }

    /// Where findings go.
    pub fn findings(&mut self) -> &mut Vec<Finding> {
        self.findings
    }

    /// Notes a finding.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// The value of a key, if it is there and not null.
    pub fn get(&self, key: &'static str) -> Option<&'n Node<'n>> {
        debug_assert!(self.keys.contains(&key), "`{key}` is not among the keys of {}", self.what);
        self.find(key).filter(|node| !node.is_null())
    }

    /// Whether a key is there, even with nothing in it.
    pub fn has(&self, key: &'static str) -> bool {
        self.find(key).is_some()
    }

    fn find(&self, key: &str) -> Option<&'n Node<'n>> {
        self.entries.iter().find(|entry| entry.key.value == key).map(|entry| &entry.value)
    }

    /// Reports that a required key is missing.
    pub fn missing(&mut self, key: &'static str) {
        let message = format!("{} has no `{key}`", self.what);
        let help = format!("add `{key}:`");
        self.findings.push(Finding::error(&MISSING_KEY, self.anchor, message).help(help));
    }

    fn require<T>(&mut self, key: &'static str, value: Option<T>) -> Option<T> {
        if self.get(key).is_none() {
            self.missing(key);
        }
        value
    }

    /// A text of any length; inline Markdown.
    pub fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.get(key)?;
        text(node, key, self.findings)
    }

    /// A plain text of limited length, such as a title.
    pub fn title(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.get(key)?;
        title(node, key, self.findings)
    }

    /// A plain text of limited length that must be there.
    pub fn required_title(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.title(key);
        self.require(key, value)
    }

    /// A text that must be there.
    pub fn required_text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.text(key);
        self.require(key, value)
    }

    /// An id that must be there.
    pub fn required_id(&mut self) -> Option<Spanned<String>> {
        let value = self.id("id");
        self.require("id", value)
    }

    /// An id.
    pub fn id(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.get(key)?;
        id(node, key, self.findings)
    }

    /// A reference to something: its text, looked up later.
    pub fn reference(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.get(key)?;
        reference(node, key, self.findings)
    }

    /// A list of references.
    pub fn references(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let nodes = self.list(key);
        nodes.iter().filter_map(|node| reference(node, key, self.findings)).collect()
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let nodes = self.list(key);
        nodes.iter().filter_map(|node| text(node, key, self.findings)).collect()
    }

    /// The items of a list; a value that is no list becomes a finding.
    pub fn list(&mut self, key: &'static str) -> &'n [Node<'n>] {
        match self.get(key) {
            None => &[],
            Some(Node { kind: Kind::Sequence(items), .. }) => items,
            Some(node) => {
                self.findings.push(wrong_type(node, &format!("`{key}`"), "a list"));
                &[]
            }
        }
    }

    /// A date.
    pub fn date(&mut self, key: &'static str) -> Option<Spanned<Date>> {
        let node = self.get(key)?;
        date(node, key, self.findings)
    }

    /// A date that must be there.
    pub fn required_date(&mut self, key: &'static str) -> Option<Spanned<Date>> {
        let value = self.date(key);
        self.require(key, value)
    }

    /// An exact number.
    pub fn number(&mut self, key: &'static str) -> Option<Spanned<Decimal>> {
        let node = self.get(key)?;
        number(node, key, self.findings)
    }

    /// An exact number that must be there.
    pub fn required_number(&mut self, key: &'static str) -> Option<Spanned<Decimal>> {
        let value = self.number(key);
        self.require(key, value)
    }

    /// A number from 0 to 1.
    pub fn ratio(&mut self, key: &'static str) -> Option<Spanned<f64>> {
        let value = self.number(key)?;
        if value.value < Decimal::ZERO || value.value > Decimal::ONE {
            let message = format!("`{key}` is {}, and must lie between 0 and 1", value.value);
            self.findings
                .push(Finding::error(&BAD_NUMBER, value.span, message).maybe_help(as_share(value.value)));
            return None;
        }
        Some(value.map(approximate))
    }

    /// A weight: a number from 0 on; 1 where it is absent or wrong.
    pub fn weight(&mut self) -> f64 {
        let Some(value) = self.number("weight") else { return 1.0 };
        if value.value < Decimal::ZERO {
            let message = format!("`weight` is {}, and must not be negative", value.value);
            let help = "give a weight of 0 or more; 0 leaves it out of the mean";
            self.findings.push(Finding::error(&BAD_WEIGHT, value.span, message).help(help));
            return 1.0;
        }
        approximate(value.value)
    }

    /// True or false.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let node = self.get(key)?;
        match &node.kind {
            Kind::Scalar(scalar) if scalar.is_bool() => Some(scalar.text.starts_with(['t', 'T'])),
            _ => {
                self.findings.push(wrong_type(node, &format!("`{key}`"), "`true` or `false`"));
                None
            }
        }
    }

    /// One of the words of a closed list.
    pub fn word<T: Copy>(&mut self, key: &'static str, words: &[(&'static str, T)]) -> Option<Spanned<T>> {
        let node = self.get(key)?;
        word(node, key, words, self.findings)
    }

    /// An address; only http, https and mailto.
    pub fn url(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let url = self.text(key)?;
        match url_fault(&url.value) {
            None => Some(url),
            Some(fault) => {
                self.findings.push(bad_url(url.span, &url.value, fault));
                None
            }
        }
    }
}

/// The finding about a value of the wrong type.
pub fn wrong_type(node: &Node, what: &str, expected: &str) -> Finding {
    let message = format!("{what} must be {expected}, not {}", node.describe());
    Finding::error(&WRONG_TYPE, node.span, message).here(format!("expected {expected}"))
}

/// Reads a text.
pub fn text(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<String>> {
    match &node.kind {
        Kind::Scalar(scalar) if !node.is_null() && !scalar.is_bool() && !scalar.is_number() => {
            Some(Spanned::new(scalar.text.clone().into_owned(), node.span))
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
    title.value.truncate(title.value.trim_end().len());
    let length = title.value.chars().count();
    if length > LONGEST_TITLE {
        let message =
            format!("`{key}` has {length} characters; the longest that fits a page is {LONGEST_TITLE}");
        let help = "shorten it, and tell the rest in `why` or in the narrative";
        findings.push(Finding::error(&TOO_LONG, node.span, message).help(help));
        return None;
    }
    if title.value.is_empty() {
        let message = format!("`{key}` is empty");
        findings.push(Finding::error(&BAD_TEXT, node.span, message).help("say it in a few words"));
        return None;
    }
    if let Some(control) = title.value.chars().find(|letter| letter.is_control()) {
        let message = format!("`{key}` holds the control character U+{:04X}", u32::from(control));
        let help = "write it on one line, in plain text";
        findings.push(Finding::error(&BAD_TEXT, node.span, message).help(help));
        return None;
    }
    Some(title)
}

/// Reads an id; a bare number is its text.
pub fn id(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<String>> {
    let id = reference(node, key, findings)?;
    let fault = if id.value.chars().count() > LONGEST_ID {
        Some(format!("`{key}` is longer than {LONGEST_ID} characters"))
    } else if is_id(&id.value) {
        None
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

/// Whether a text has the form `[A-Za-z0-9][A-Za-z0-9._-]*`.
pub fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// Reads a reference; a bare number is its text.
pub fn reference(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<String>> {
    match &node.kind {
        Kind::Scalar(scalar) if !node.is_null() && !scalar.is_bool() => {
            Some(Spanned::new(scalar.text.clone().into_owned(), node.span))
        }
        _ => {
            findings.push(wrong_type(node, &format!("`{key}`"), "an id"));
            None
        }
    }
}

/// Reads a date.
pub fn date(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<Date>> {
    match &node.kind {
        Kind::Scalar(scalar) if !node.is_null() && !scalar.is_bool() => {
            date_text(&scalar.text, key, node.span, findings).map(|date| Spanned::new(date, node.span))
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
    let bytes = text.as_bytes();
    let shape = bytes.len() == 10
        && bytes.iter().enumerate().all(|(index, byte)| match index {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shape {
        return None;
    }
    let digits = |range: std::ops::Range<usize>| {
        bytes[range].iter().fold(0_i16, |number, byte| number * 10 + i16::from(byte - b'0'))
    };
    Date::new(digits(0..4), digits(5..7) as i8, digits(8..10) as i8).ok()
}

/// Reads an exact number.
pub fn number(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<Decimal>> {
    let Kind::Scalar(scalar) = &node.kind else {
        findings.push(wrong_type(node, &format!("`{key}`"), "a number"));
        return None;
    };
    if node.is_null() || scalar.is_bool() {
        findings.push(wrong_type(node, &format!("`{key}`"), "a number"));
        return None;
    }
    let number = if scalar.is_number() { parse_number(&scalar.text) } else { None };
    if number.is_none() {
        findings.push(bad_number(scalar, key, node.span));
    }
    number.map(|number| Spanned::new(number, node.span))
}

fn bad_number(scalar: &Scalar, key: &str, span: Span) -> Finding {
    let written = scalar.text.trim();
    let message = if scalar.is_number() {
        format!("`{written}` is not a number that can be measured")
    } else if scalar.plain {
        format!("`{}` is not a number", written.escape_debug())
    } else {
        format!("`{key}` is a text in quotes, not a number")
    };
    let finding = Finding::error(&BAD_NUMBER, span, message);
    let bare: String = written.chars().filter(|letter| !matches!(letter, '_' | ' ' | '\'')).collect();
    let (digits, unit) =
        bare.split_at(bare.find(|c: char| !c.is_ascii_digit() && !"+-.eE".contains(c)).unwrap_or(bare.len()));
    match parse_number(digits) {
        Some(number) if unit.is_empty() => finding.help(format!("write `{key}: {number}`")),
        Some(number) => finding.help(format!("write `{key}: {number}`, and `unit: \"{unit}\"` beside it")),
        None => finding.help(format!("write `{key}` as a number without unit, such as `45` or `4.5`")),
    }
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
    if let Kind::Scalar(scalar) = &node.kind {
        if let Some((_, value)) = words.iter().find(|(name, _)| *name == scalar.text) {
            return Some(Spanned::new(*value, node.span));
        }
        let message = format!("`{}` is not a word for `{key}`", scalar.text.escape_debug());
        let help =
            did_you_mean(&scalar.text, names()).unwrap_or_else(|| format!("use one of {}", listed(names())));
        findings.push(Finding::error(&WRONG_TYPE, node.span, message).help(help));
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
    let rest = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.strip_prefix("//").unwrap_or(""),
        "mailto" => rest,
        _ => return Some("its scheme is not http, https or mailto"),
    };
    if rest.is_empty() || rest.starts_with('/') {
        return Some("it leads nowhere");
    }
    rest.chars().any(|letter| letter.is_whitespace() || letter.is_control()).then_some("it holds white space")
}

/// The finding about an address that cannot be used.
pub fn bad_url(span: Span, url: &str, fault: &str) -> Finding {
    Finding::error(&BAD_URL, span, format!("`{}` cannot be linked: {fault}", url.escape_debug()))
        .help("give a whole address, such as `https://example.org/report`")
}

/// The f64 nearest to an exact number.
fn approximate(number: Decimal) -> f64 {
    use rust_decimal::prelude::ToPrimitive;
    number.to_f64().unwrap_or_default()
}

fn as_share(number: Decimal) -> Option<String> {
    let hundred = Decimal::ONE_HUNDRED;
    (number > Decimal::ONE && number <= hundred)
        .then(|| format!("write a share of 1: `{}`", (number / hundred).normalize()))
}
