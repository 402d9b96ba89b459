//! Facts of a piece of prose that must be checked, gathered in one pass over its Markdown: links, headings,
//! images, raw HTML and `okr` blocks, each with its place. What a link means is decided by those who know goals.

mod anchor;
mod block;
mod events;
mod gather;
mod simple;

pub use anchor::{anchors, slug};
pub use block::{Block, is_live};
pub use events::simple_events;
pub use simple::{Piece, pieces};

use crate::text::{Source, Span, Spanned};
use pulldown_cmark::Options;
use std::ops::Range;

/// The most facts of one scalar that are looked up one by one, and the longest such scalar in bytes: beyond, every
/// fact points at the whole of it.
const MOST_FACTS: usize = 200;
const LONGEST_SCALAR: usize = 64 * 1024;

/// What was found in one piece of prose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Links and autolinks, in order.
    pub links: Vec<Link>,
    /// Images, in order.
    pub images: Vec<Image>,
    /// Headings, in order, with their anchors.
    pub headings: Vec<Heading>,
    /// Raw HTML, blocks and inline.
    pub html: Vec<Span>,
    /// Fenced blocks with the info string `okr`, in order.
    pub blocks: Vec<Block>,
}

/// A link in prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, unescaped, exactly as written: `okr:ID`, `../a.md#b`, `https://…`.
    pub target: String,
    /// Place of the target where it can be told, else of the whole link.
    pub span: Span,
    /// An autolink such as `<okr:ID>`, whose text is its target.
    pub auto: bool,
}

/// An image in prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Where it leads.
    pub target: String,
    /// Its alternative text.
    pub alt: String,
    /// The whole image.
    pub span: Span,
}

/// A heading and the anchor by which it can be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its plain text.
    pub text: String,
    /// Its anchor, unique in this piece of prose.
    pub anchor: String,
    /// The whole heading.
    pub span: Span,
}

/// The dialect of Markdown that handbooks are written in; everyone who parses prose parses this. Formulas are
/// not part of it, since in texts about goals a `$` is money.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Gathers the facts of a Markdown text that stands at a place in a source.
pub fn scan(source: &Source, span: Span) -> Facts {
    let text = source.slice(span);
    if !gather::may_hold_facts(text) {
        return Facts::default();
    }
    gather::facts(text, &|range| source.span(span.start() + range.start, span.start() + range.end))
}

/// Gathers the facts of an inline Markdown text that was unquoted from a scalar. Where the text differs from what
/// stands at the span (escapes, folding), a fact is looked up there, and points at the whole scalar if it cannot
/// be told apart. None where there is nothing to gather.
pub fn scan_scalar(source: &Source, text: &Spanned<String>) -> Option<Facts> {
    if !gather::may_hold_facts(&text.value) {
        return None;
    }
    let written = source.slice(text.span);
    let quotes = if written == text.value {
        Some(0)
    } else {
        written.get(1..written.len().saturating_sub(1)).filter(|inner| *inner == text.value).map(|_| 1)
    };
    if let Some(quotes) = quotes {
        let base = text.span.start() + quotes;
        let place = |range: Range<usize>| source.span(base + range.start, base + range.end);
        return Some(gather::facts(&text.value, &place));
    }
    let looked_up = std::cell::Cell::new(0);
    let place = |range: Range<usize>| {
        looked_up.set(looked_up.get() + 1);
        let small = looked_up.get() <= MOST_FACTS && written.len() <= LONGEST_SCALAR;
        match if small { same_place(&text.value, range, written) } else { None } {
            Some(found) => source.span(text.span.start() + found.start, text.span.start() + found.end),
            None => text.span,
        }
    };
    Some(gather::facts(&text.value, &place))
}

/// Where a piece of an unquoted text stands in the text as written: at the occurrence of the same number, provided
/// that both hold equally many.
fn same_place(text: &str, range: Range<usize>, written: &str) -> Option<Range<usize>> {
    let piece = text.get(range.clone()).filter(|piece| !piece.is_empty())?;
    if text.matches(piece).count() != written.matches(piece).count() {
        return None;
    }
    let number = text.match_indices(piece).position(|(at, _)| at == range.start)?;
    let (at, _) = written.match_indices(piece).nth(number)?;
    Some(at..at + piece.len())
}

/// The HTML comments of a Markdown text outside of code, each from `<!--` to `-->`.
pub(super) fn comments(source: &Source, span: Span) -> Vec<Span> {
    let mut comments = Vec::new();
    for html in gather::html(source.slice(span)) {
        let text = &source.slice(span)[html.clone()];
        let mut at = 0;
        while let Some(open) = text[at..].find("<!--") {
            let start = at + open;
            at = text[start..].find("-->").map_or(text.len(), |close| start + close + 3);
            let base = span.start() + html.start;
            comments.push(source.span(base + start, base + at));
        }
    }
    comments
}
