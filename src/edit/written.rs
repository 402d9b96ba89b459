//! How values are written: quoted as YAML needs, in the manner of those around them.

use super::tree;
use crate::model::{Date, Decimal};
use crate::syntax::{Kind, Node, fields::parse_number};
use crate::text::Source;

/// A number as somebody wrote it, with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// As it was written.
    pub text: String,
    /// What it is.
    pub value: Decimal,
}

impl Number {
    /// Reads a number as a file would; none where a file could not hold it.
    pub fn read(text: &str) -> Option<Number> {
        let text = text.trim();
        let scalar = crate::syntax::Scalar { text: text.into(), plain: true, block: false };
        let value = if scalar.is_number() { parse_number(text)? } else { return None };
        Some(Number { text: text.to_owned(), value })
    }
}

/// A value that is to be written.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// Needs no quotes in any manner: a number or a word of a closed list.
    Bare(String),
    /// A day.
    Day(Date),
    /// Any text.
    Text(String),
}

/// Keys with their values, in the order in which they are written.
pub(super) type Fields = Vec<(&'static str, Value)>;

/// The manner in which a mapping is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Manner {
    /// In braces on one line.
    pub(super) flow: bool,
    /// As in JSON, with quotes around keys and texts.
    pub(super) json: bool,
    /// What stands inside the braces before and behind all keys.
    padding: &'static str,
    /// The quotes around its days.
    quoted_days: Option<char>,
    /// Whether its date stands first.
    date_first: bool,
}

impl Manner {
    /// In braces, or a line for each key.
    pub(super) fn plain(flow: bool) -> Self {
        Manner { flow, ..Manner::default() }
    }

    /// The manner of a mapping that is there already.
    pub(super) fn of(source: &Source, mapping: &Node) -> Option<Self> {
        let Kind::Mapping(entries) = mapping.kind() else { return None };
        let first = entries.iter().next()?;
        let flow = tree::is_flow(source, mapping);
        let quote = |at: usize| source.text()[at..].chars().next().filter(|sign| matches!(sign, '"' | '\''));
        Some(Manner {
            flow,
            json: quote(first.key.span.start()) == Some('"'),
            padding: if flow && source.text()[mapping.span().start() + 1..].starts_with(' ') {
                " "
            } else {
                ""
            },
            quoted_days: tree::entry(mapping, "date").and_then(|date| quote(date.value.span().start())),
            date_first: first.key.value == "date",
        })
    }

    /// One key with its value.
    fn pair(self, (key, value): &(&'static str, Value)) -> String {
        let value = match value {
            Value::Bare(text) if self.json && text.parse::<f64>().is_err() => format!("\"{text}\""),
            Value::Bare(text) => text.clone(),
            Value::Day(day) => match self.quoted_days.or(self.json.then_some('"')) {
                Some(quote) => format!("{quote}{day}{quote}"),
                None => day.to_string(),
            },
            Value::Text(text) => self.text(text),
        };
        format!("{}: {value}", self.key(key))
    }

    /// A key.
    pub(super) fn key(self, key: &str) -> String {
        if self.json { format!("\"{key}\"") } else { key.to_owned() }
    }

    /// The keys with their values, each as `key: value`.
    pub(super) fn pairs(self, fields: &Fields) -> Vec<String> {
        let mut pairs: Vec<String> = fields.iter().map(|field| self.pair(field)).collect();
        if self.date_first && fields.first().is_some_and(|(key, _)| *key == "of") && pairs.len() > 1 {
            pairs.swap(0, 1);
        }
        pairs
    }

    /// All of it in braces.
    pub(super) fn braces(self, fields: &Fields) -> String {
        let pairs = Manner { flow: true, ..self }.pairs(fields).join(", ");
        format!("{{{padding}{pairs}{padding}}}", padding = self.padding)
    }

    fn text(self, text: &str) -> String {
        let in_quotes = || serde_json::to_string(text).expect("a text is JSON");
        if self.json || text.contains(char::is_control) {
            return in_quotes();
        }
        let Ok(written) = serde_yaml::to_string(text) else { return in_quotes() };
        let written = written.trim_end_matches('\n');
        let needs_quotes = written.starts_with(['\'', '"']) || written.contains('\n');
        let breaks_braces = self.flow && written.contains([',', '[', ']', '{', '}']);
        if needs_quotes || breaks_braces { in_quotes() } else { written.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_quotes_that_it_needs() {
        let check = |text: &str, block: &str, flow: &str| {
            assert_eq!(Manner::plain(false).text(text), block, "in lines");
            assert_eq!(Manner::plain(true).text(text), flow, "in braces");
        };
        check("Two doctors are ill.", "Two doctors are ill.", "Two doctors are ill.");
        check("slow, as planned", "slow, as planned", "\"slow, as planned\"");
        check("0.7", "\"0.7\"", "\"0.7\"");
        check("true", "\"true\"", "\"true\"");
        check("who: us", "\"who: us\"", "\"who: us\"");
        check("done # really", "\"done # really\"", "\"done # really\"");
        check("two\nlines", r#""two\nlines""#, r#""two\nlines""#);
        check("", "\"\"", "\"\"");
    }

    #[test]
    fn a_number_is_read_as_a_file_would_read_it() {
        assert_eq!(Number::read(" 4.50 ").map(|number| number.text).as_deref(), Some("4.50"));
        for wrong in ["4,5", "45%", "1_000", "~", "", ".inf", "\"4\""] {
            assert_eq!(Number::read(wrong), None, "{wrong}");
        }
    }
}
