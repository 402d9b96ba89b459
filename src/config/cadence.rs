//! Reads cadences: how often something is due.

use crate::diagnostic::Finding;
use crate::diagnostic::errors::BAD_NUMBER;
use crate::model::Cadence;
use crate::syntax::Kind;
use crate::syntax::fields::{self, Fields, listed, wrong_type};
use rust_decimal::prelude::ToPrimitive;

/// The longest cadence: ten years.
const MOST_DAYS: u32 = 3660;

/// Reads a cadence: a word, or a whole number of days.
pub fn cadence(fields: &mut Fields, key: &'static str) -> Option<Cadence> {
    let node = fields.get(key)?;
    let Kind::Scalar(scalar) = node.kind() else {
        fields.report(wrong_type(
            &node,
            &format!("`{key}`"),
            "a cadence such as `weekly`, or a number of days",
        ));
        return None;
    };
    if !scalar.plain && fields::parse_number(&scalar.text).is_some() {
        fields::number(&node, key, fields.findings());
        return None;
    }
    if scalar.is_number() {
        let days = fields::parse_number(&scalar.text)
            .filter(rust_decimal::Decimal::is_integer)
            .and_then(|days| days.to_u32());
        let days = days.filter(|days| (1..=MOST_DAYS).contains(days));
        if days.is_none() {
            let message = format!(
                "`{key}` is {}, and must be a whole number of days from 1 to {MOST_DAYS}",
                scalar.text
            );
            let help = "write the days between two check-ins, such as `10`";
            fields.report(Finding::error(&BAD_NUMBER, node.span(), message).help(help));
        }
        return days.map(|days| Cadence { days });
    }
    let mut wrong = Vec::new();
    let word = fields::word(&node, key, &Cadence::WORDS, &mut wrong);
    for finding in wrong {
        let known = listed(Cadence::WORDS.iter().map(|(word, _)| *word));
        fields.report(finding.help(format!("known are {known}, and a number of days")));
    }
    word.map(|word| Cadence { days: word.value })
}
