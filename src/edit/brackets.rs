//! Adds a part to a list in brackets or a mapping in braces, on one line or on several.

use super::{Splice, lines};
use std::ops::Range;

/// Adds a part before the one that stands at an index, or behind the last. `whole` holds both brackets.
pub(super) fn insert(
    text: &str,
    whole: &Range<usize>,
    parts: &[Range<usize>],
    index: usize,
    body: &str,
) -> Vec<Splice> {
    if let Some(next) = parts.get(index) {
        let apart = match lines::indent(text, next.start) {
            Some(indent) => format!("{}{}", lines::line_break(text, next.start), lines::blanks(indent)),
            None => " ".to_owned(),
        };
        return vec![Splice::insert(next.start, format!("{body},{apart}"))];
    }
    let Some(last) = parts.last() else { return vec![Splice::insert(whole.start + 1, body)] };
    let on_own_line = lines::indent(text, last.start);
    let fresh_line = |indent| format!("{}{}{body}", lines::line_break(text, last.end), lines::blanks(indent));
    let next = last.end + blank_length(&text[last.end..]);
    if text[next..].starts_with(',') {
        return match on_own_line {
            Some(indent) => vec![Splice::insert(lines::end(text, next), fresh_line(indent) + ",")],
            None => vec![Splice::insert(next + 1, format!(" {body}"))],
        };
    }
    match on_own_line {
        // A comment behind the last part stays behind it.
        Some(indent) if next > lines::end(text, last.end) => {
            vec![
                Splice::insert(last.end, ","),
                Splice::insert(lines::end(text, last.end), fresh_line(indent)),
            ]
        }
        Some(indent) => vec![Splice::insert(last.end, format!(",{}", fresh_line(indent)))],
        None => vec![Splice::insert(last.end, format!(", {body}"))],
    }
}

/// How much white space and how many comments a text begins with, in bytes.
fn blank_length(text: &str) -> usize {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        match rest.strip_prefix('#') {
            Some(comment) => rest = comment.find('\n').map_or("", |end| &comment[end..]),
            None => return text.len() - rest.len(),
        }
    }
}
