//! Adds an item to a list, in the manner of its neighbours.

use super::written::{Fields, Manner};
use super::{Splice, brackets, lines, tree};
use crate::syntax::Node;
use crate::text::Source;
use std::ops::Range;

/// Adds a mapping to a list that has items, before the one that stands at an index or behind the last.
pub(super) fn insert(
    source: &Source,
    list: &Node,
    index: usize,
    fields: &Fields,
) -> Result<Vec<Splice>, String> {
    let text = source.text();
    let items = tree::items(list);
    let neighbour = items.get(index.saturating_sub(1)).ok_or("the list has no items")?;
    let manner = Manner::of(source, neighbour).ok_or("its neighbour is not a mapping of keys to values")?;
    match text.as_bytes().get(list.span().start()) {
        Some(b'[') => {
            let parts: Vec<Range<usize>> = items.iter().map(|item| item.span().range()).collect();
            let whole = list.span().range();
            Ok(brackets::insert(text, &whole, &parts, index, &manner.braces(fields)))
        }
        Some(b'-') => in_lines(text, list, neighbour, index, manner, fields),
        _ => Err("the list stands behind an alias, an anchor or a tag".to_owned()),
    }
}

fn in_lines(
    text: &str,
    list: &Node,
    neighbour: &Node,
    index: usize,
    manner: Manner,
    fields: &Fields,
) -> Result<Vec<Splice>, String> {
    let indent = lines::indent(text, list.span().start())
        .ok_or("the list begins behind something else, or is indented with tabs")?;
    let dash = lines::start(text, neighbour.span().start()) + indent;
    let gap = match text.get(dash..neighbour.span().start()) {
        Some(gap) if gap.starts_with('-') && gap[1..].bytes().all(|byte| byte == b' ') => gap.len() - 1,
        _ => return Err("its neighbour does not begin right behind a dash".to_owned()),
    };
    let line_break = lines::line_break(text, neighbour.span().end());
    let inner = format!("{line_break}{}", lines::blanks(indent + 1 + gap));
    let body = if manner.flow { manner.braces(fields) } else { manner.pairs(fields).join(&inner) };
    let item = format!("{}-{}{body}", lines::blanks(indent), lines::blanks(gap));
    Ok(vec![if index == 0 {
        let at = lines::before_silencing(text, neighbour.span().start());
        Splice::insert(at, format!("{item}{line_break}"))
    } else {
        let at = lines::past_comments(text, neighbour.span().end(), indent);
        Splice::insert(at, format!("{line_break}{item}"))
    }])
}
