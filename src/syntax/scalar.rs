//! Scalars of YAML, and what they are in its core schema: null, a boolean, a number, or a text.

use std::borrow::Cow;

/// The text of a scalar after unquoting and unescaping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar<'a> {
    /// Its text.
    pub text: Cow<'a, str>,
    /// Written without quotes and not as a block: only then may it be a number, a boolean or null.
    pub plain: bool,
    /// Written as a block of lines below a `|` or a `>`.
    pub block: bool,
}

impl Scalar<'_> {
    /// Whether it is null in the YAML 1.2 core schema.
    pub(super) fn is_null(&self) -> bool {
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
