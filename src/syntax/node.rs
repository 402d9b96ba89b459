//! The tree of a YAML document: values with their places, not yet interpreted.

use crate::text::{Span, Spanned};
use std::borrow::Cow;

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// Where it stands; of a quoted scalar with its quotes.
    pub span: Span,
    /// What it is.
    pub kind: Kind<'a>,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind<'a> {
    /// A scalar; what its text means is decided by whoever reads it.
    Scalar(Scalar<'a>),
    /// A list.
    Sequence(Vec<Node<'a>>),
    /// A mapping, in the order of the source, without duplicate keys.
    Mapping(Vec<Entry<'a>>),
}

/// The text of a scalar after unquoting and unescaping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar<'a> {
    /// Its text.
    pub text: Cow<'a, str>,
    /// Written without quotes and not as a block: only then may it be a number, a boolean or null.
    pub plain: bool,
}

/// One key of a mapping with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// The key.
    pub key: Spanned<Cow<'a, str>>,
    /// Its value; an empty value is a plain empty scalar.
    pub value: Node<'a>,
}

impl Node<'_> {
    /// Whether it is null in the YAML 1.2 core schema.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar(scalar) if scalar.is_null())
    }

    /// What it is, in words for a message.
    pub fn describe(&self) -> &'static str {
        match &self.kind {
            Kind::Sequence(_) => "a list",
            Kind::Mapping(_) => "a mapping",
            Kind::Scalar(_) if self.is_null() => "nothing",
            Kind::Scalar(scalar) if scalar.is_bool() => "true or false",
            Kind::Scalar(scalar) if scalar.is_number() => "a number",
            Kind::Scalar(_) => "a text",
        }
    }
}

impl Scalar<'_> {
    /// Whether it is null in the YAML 1.2 core schema.
    fn is_null(&self) -> bool {
        self.plain && matches!(&*self.text, "" | "~" | "null" | "Null" | "NULL")
    }

    /// Whether it is a text, and neither null nor a boolean nor a number.
    pub fn is_text(&self) -> bool {
        !self.plain || !(self.is_null() || self.is_bool() || self.is_number())
    }

    /// Whether it is a boolean in the YAML 1.2 core schema.
    pub fn is_bool(&self) -> bool {
        self.plain && matches!(&*self.text, "true" | "True" | "TRUE" | "false" | "False" | "FALSE")
    }

    /// Whether it is a number in the YAML 1.2 core schema: integers (also `0o7` and `0x1F`), floats, infinities.
    pub fn is_number(&self) -> bool {
        // Most scalars are words.
        let may_be = self.text.starts_with(|first: char| matches!(first, '0'..='9' | '+' | '-' | '.'));
        may_be && self.plain && is_core_number(&self.text)
    }
}

fn is_core_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(rest) = text.strip_prefix("0o") {
        return !rest.is_empty() && rest.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    }
    if let Some(rest) = text.strip_prefix("0x") {
        return !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    if matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return true;
    }
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (&unsigned[..at], Some(&unsigned[at + 1..])),
        None => (unsigned, None),
    };
    let exponent_is_right =
        exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)));
    let mantissa_is_right = match mantissa.split_once('.') {
        Some((whole, fraction)) => {
            (digits(whole) || whole.is_empty())
                && (digits(fraction) || fraction.is_empty())
                && !(whole.is_empty() && fraction.is_empty())
        }
        None => digits(mantissa),
    };
    exponent_is_right && mantissa_is_right
}
