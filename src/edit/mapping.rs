//! Gives a mapping a key, or a key that has nothing its value.

use super::written::Manner;
use super::{Splice, brackets, lines, tree};
use crate::syntax::{Entry, Kind, Node};
use crate::text::Source;
use std::ops::Range;

/// What stands behind a key.
#[derive(Clone, Debug)]
pub(super) enum Body {
    /// A scalar.
    Scalar(String),
    /// A list or mapping.
    Nested {
        /// In brackets or braces.
        flow: String,
        /// As lines below the key.
        lines: Vec<String>,
        /// How much deeper than the key these stand.
        deeper: usize,
    },
}

impl Body {
    fn on_one_line(&self) -> &str {
        match self {
            Body::Scalar(text) => text,
            Body::Nested { flow, .. } => flow,
        }
    }
}

/// Gives a mapping a key with a value. A key that is there must have nothing in it, or `false`.
pub(super) fn put(source: &Source, mapping: &Node, key: &str, body: &Body) -> Result<Vec<Splice>, String> {
    let Kind::Mapping(entries) = mapping.kind() else { return Err("this is no mapping".to_owned()) };
    let (Some(first), Some(last)) = (entries.iter().next(), entries.iter().last()) else {
        return Err("this mapping has no key".to_owned());
    };
    if let Some(entry) = tree::entry(mapping, key) {
        return fill(source, mapping, &entry, body);
    }
    let text = source.text();
    let manner = Manner::of(source, mapping).unwrap_or_default();
    let key = manner.key(key);
    if manner.flow {
        let parts: Vec<Range<usize>> =
            entries.iter().map(|entry| entry.key.span.start()..entry.value.span().end()).collect();
        let whole = mapping.span().range();
        let pair = format!("{key}: {}", body.on_one_line());
        return Ok(brackets::insert(text, &whole, &parts, parts.len(), &pair));
    }
    let indent = lead(text, first.key.span.start())?;
    let at = lines::past_comments(text, last.value.span().end(), indent);
    let line_break = lines::line_break(text, at);
    let head = format!("{line_break}{}{key}:", lines::blanks(indent));
    Ok(vec![Splice::insert(
        at,
        match body {
            Body::Scalar(value) => format!("{head} {value}"),
            Body::Nested { lines, deeper, .. } => head + &below(lines, indent + deeper, line_break),
        },
    )])
}

/// Puts a value behind a key that has none.
fn fill(source: &Source, mapping: &Node, entry: &Entry, body: &Body) -> Result<Vec<Splice>, String> {
    let text = source.text();
    let key = entry.key.value;
    let (start, end) = (entry.value.span().start(), entry.value.span().end());
    let between = text.get(entry.key.span.end()..start).unwrap_or("?");
    let is_empty = entry.value.is_null()
        || tree::scalar(&entry.value).is_some_and(|word| word.eq_ignore_ascii_case("false"))
        || matches!(entry.value.kind(), Kind::Sequence(items) if items.is_empty());
    if !is_empty {
        return Err(format!("`{key}` is there already"));
    }
    if !between.trim_start_matches('"').bytes().all(|byte| matches!(byte, b':' | b' ')) {
        return Err(format!("an anchor or a tag stands before the value of `{key}`"));
    }
    let on_one_line = |body: &str| {
        let blank = if text[..start].ends_with(':') { " " } else { "" };
        vec![Splice::replace(start..end, format!("{blank}{body}"))]
    };
    match body {
        Body::Nested { lines, deeper, .. } if !tree::is_flow(source, mapping) => {
            if text[start..end].contains('\n') {
                return Err(format!("the empty value of `{key}` has several lines"));
            }
            let indent = lead(text, entry.key.span.start())?;
            let behind_colon = text[..start].trim_end_matches(' ').len();
            let at = lines::end(text, end);
            let mut splices =
                vec![Splice::insert(at, below(lines, indent + deeper, lines::line_break(text, at)))];
            if start < end {
                splices.push(Splice::replace(behind_colon..end, ""));
            }
            Ok(splices)
        }
        body => Ok(on_one_line(body.on_one_line())),
    }
}

fn lead(text: &str, at: usize) -> Result<usize, String> {
    lines::lead(text, at).ok_or_else(|| "its keys do not begin their lines".to_owned())
}

/// Lines below a key, each with its line break before it.
fn below(lines: &[String], indent: usize, line_break: &str) -> String {
    let blanks = lines::blanks(indent);
    lines.iter().flat_map(|line| [line_break, &blanks, line]).collect()
}
