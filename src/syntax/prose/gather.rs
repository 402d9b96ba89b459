//! Walks the events of a Markdown text once and notes what must be checked.

use super::events::{all_events, simple_events};
use super::{Block, Facts, Heading, Image, Link, Piece, anchors, is_live, options, pieces};
use crate::text::{Span, holds, is_one_of};
use memchr::memchr;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Parser, RefDefs, Tag, TagEnd};
use std::collections::HashSet;
use std::ops::Range;

/// Turns a range of bytes of the text into a place.
type Place<'p> = &'p dyn Fn(Range<usize>) -> Span;

/// Whether a text holds a sign without which there is nothing to gather; most notes hold none.
pub(super) fn may_hold_facts(text: &str) -> bool {
    // Three of these signs need others beside them.
    holds(text, |byte| is_one_of(byte, *b"`~\n[<#"))
        && (holds(text, |byte| is_one_of(byte, *b"[<#")) || has_fence(text) || is_underlined(text))
}

/// Whether two signs stand beside each other as they do, at least, in a fence.
fn has_fence(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = bytes.iter().skip(1);
    // Without an early end, many are compared at once.
    bytes.iter().zip(next).fold(false, |found, (one, next)| found | ((one == next) & is_one_of(*one, *b"`~")))
}

/// Whether a line below another ends as those do that make a heading of it.
fn is_underlined(text: &str) -> bool {
    memchr(b'\n', text.as_bytes())
        .is_some_and(|end| text[end + 1..].lines().any(|line| line.trim_end().ends_with(['=', '-'])))
}

/// The raw HTML of a text.
pub(super) fn html(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        if matches!(event, Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_)) {
            pieces.push(range);
        }
    }
    pieces
}

/// The facts of a text.
pub(super) fn facts(text: &str, place: Place) -> Facts {
    links_of_line(text, place).unwrap_or_else(|| all_facts(text, place))
}

/// The facts of a simple line, which are its links; a line that begins with a letter begins nothing else.
fn links_of_line(text: &str, place: Place) -> Option<Facts> {
    let mut facts = Facts::default();
    let begins_nothing = text.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_simple = begins_nothing
        && pieces(text, |piece| {
            if let Piece::Link { target, .. } = piece {
                let written = text[target.clone()].to_owned();
                facts.links.push(Link { target: written, span: place(target), auto: false });
            }
        });
    is_simple.then_some(facts)
}

fn all_facts(text: &str, place: Place) -> Facts {
    let mut walk = Walk::new(text, place);
    if !simple_events(text, |event, range| walk.take(event, range, None)) {
        walk = Walk::new(text, place);
        all_events(text, |event, range, definitions| walk.take(event, range, Some(definitions)));
    }
    walk.finish()
}

/// Something that began and has not ended.
enum Part<'t> {
    Link { kind: LinkType, target: CowStr<'t>, label: CowStr<'t>, index: usize, inner_end: usize },
    Image { target: CowStr<'t>, alt: String, index: usize },
    Heading { level: HeadingLevel, id: Option<CowStr<'t>>, text: String },
    Block { content: String, pieces: Vec<(usize, Range<usize>)> },
}

struct Walk<'t, 'p> {
    text: &'t str,
    place: Place<'p>,
    facts: Facts,
    open: Vec<Part<'t>>,
    ids: Vec<Option<String>>,
    /// Definitions of references that are noted already.
    seen: HashSet<usize>,
}

impl<'t, 'p> Walk<'t, 'p> {
    fn new(text: &'t str, place: Place<'p>) -> Self {
        Walk { text, place, facts: Facts::default(), open: Vec::new(), ids: Vec::new(), seen: HashSet::new() }
    }

    fn finish(mut self) -> Facts {
        let headings = self.facts.headings.iter().zip(&self.ids);
        let found = anchors(headings.map(|(heading, id)| (heading.text.as_str(), id.as_deref())));
        for (heading, anchor) in self.facts.headings.iter_mut().zip(found) {
            heading.anchor = anchor;
        }
        self.facts
    }

    #[inline]
    fn take(&mut self, event: Event<'t>, range: Range<usize>, definitions: Option<&RefDefs<'_>>) {
        // Most words belong to nothing that is noted.
        if !self.open.is_empty() || matches!(event, Event::Start(_) | Event::InlineHtml(_)) {
            self.note(event, range, definitions);
        }
    }

    fn note(&mut self, event: Event<'t>, range: Range<usize>, definitions: Option<&RefDefs<'_>>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(TagEnd::Link) => self.end_link(range, definitions),
            Event::End(TagEnd::Image | TagEnd::Heading(_) | TagEnd::CodeBlock) => self.end(range),
            Event::Text(text) | Event::Code(text) => self.say(&text, range),
            Event::SoftBreak | Event::HardBreak => self.say(" ", range),
            Event::InlineHtml(_) => {
                self.reach(range.end);
                self.html(range);
            }
            _ => self.reach(range.end),
        }
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        match tag {
            Tag::Link { link_type, dest_url, id, .. } => {
                let index = self.facts.links.len();
                self.facts.links.push(Link {
                    target: String::new(),
                    span: (self.place)(range.clone()),
                    auto: false,
                });
                let inner_end = range.start + 1;
                self.open.push(Part::Link { kind: link_type, target: dest_url, label: id, index, inner_end });
            }
            Tag::Image { dest_url, .. } => {
                let index = self.facts.images.len();
                let span = (self.place)(range);
                self.facts.images.push(Image { target: String::new(), alt: String::new(), span });
                self.open.push(Part::Image { target: dest_url, alt: String::new(), index });
            }
            Tag::Heading { level, id, .. } => {
                self.open.push(Part::Heading { level, id, text: String::new() });
            }
            Tag::CodeBlock(kind) => {
                if matches!(&kind, CodeBlockKind::Fenced(info) if is_live(info)) {
                    self.open.push(Part::Block { content: String::new(), pieces: Vec::new() });
                }
            }
            Tag::HtmlBlock => self.html(range),
            _ => {}
        }
    }

    /// Adds text to everything around it that is made of text.
    fn say(&mut self, text: &str, place: Range<usize>) {
        for part in &mut self.open {
            match part {
                Part::Link { .. } => {}
                Part::Image { alt: words, .. } | Part::Heading { text: words, .. } => words.push_str(text),
                Part::Block { content, pieces } => {
                    pieces.push((content.len(), place.clone()));
                    content.push_str(text);
                }
            }
        }
        self.reach(place.end);
    }

    /// Notes how far the text of the links around has come.
    fn reach(&mut self, end: usize) {
        for part in &mut self.open {
            if let Part::Link { inner_end, .. } = part {
                *inner_end = end.max(*inner_end);
            }
        }
    }

    fn end_link(&mut self, range: Range<usize>, definitions: Option<&RefDefs<'_>>) {
        let Some(Part::Link { kind, target, label, index, inner_end }) = self.open.pop() else { return };
        let link = &mut self.facts.links[index];
        link.target = target.into_string();
        match kind {
            LinkType::Autolink | LinkType::Email => {
                link.auto = true;
                link.span = (self.place)(range.start + 1..range.end.saturating_sub(1).max(range.start + 1));
                if kind == LinkType::Email {
                    link.target.insert_str(0, "mailto:");
                }
            }
            LinkType::Inline => {
                let inside = inner_end.min(range.end)..range.end;
                let at = self.text[inside.clone()].find("](");
                if let Some(found) =
                    at.and_then(|at| destination(self.text, inside.start + at + 2..range.end))
                {
                    link.span = (self.place)(found);
                }
            }
            _ => {
                if let Some(definition) = definitions.and_then(|all| all.get(&label)) {
                    let whole = definition.span.clone();
                    let first = self.seen.insert(whole.start);
                    let found = self.text[whole.clone()]
                        .find("]:")
                        .and_then(|at| destination(self.text, whole.start + at + 2..whole.end));
                    if let (true, Some(found)) = (first, found) {
                        link.span = (self.place)(found);
                    }
                }
            }
        }
        self.reach(range.end);
    }

    fn end(&mut self, range: Range<usize>) {
        match self.open.pop() {
            Some(Part::Image { target, alt, index }) => {
                let image = &mut self.facts.images[index];
                image.target = target.into_string();
                image.alt = alt;
                self.reach(range.end);
            }
            Some(Part::Heading { level, id, text }) => {
                let span = (self.place)(range.start..range.start + self.text[range.clone()].trim_end().len());
                let text = text.trim().to_owned();
                self.facts.headings.push(Heading { level: level as u8, text, anchor: String::new(), span });
                self.ids.push(id.map(CowStr::into_string));
            }
            Some(Part::Block { content, pieces }) => {
                let inner = if let (Some((_, first)), Some((_, last))) = (pieces.first(), pieces.last()) {
                    line_start(self.text, first.start)..last.end
                } else {
                    let after = self.text[range.clone()].find('\n');
                    let after = after.map_or(range.end, |at| range.start + at + 1);
                    after..after
                };
                let pieces = pieces.into_iter().map(|(at, piece)| (at, (self.place)(piece))).collect();
                self.facts.blocks.push(Block::new(content, (self.place)(inner), pieces));
            }
            Some(link @ Part::Link { .. }) => self.open.push(link),
            None => {}
        }
    }

    /// Notes raw HTML, unless it is nothing but comments.
    fn html(&mut self, range: Range<usize>) {
        let mut rest = self.text[range.clone()].trim();
        while let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |close| comment[close + 3..].trim_start());
        }
        if !rest.is_empty() {
            let end = range.start + self.text[range.clone()].trim_end().len();
            self.facts.html.push((self.place)(range.start..end));
        }
    }
}

/// Where the destination of a link stands that begins within a range.
fn destination(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inside = text.get(range.clone())?;
    let start = range.start + inside.len() - inside.trim_start().len();
    let bytes = &text.as_bytes()[start..range.end];
    let pointed = bytes.first() == Some(&b'<');
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, &byte) in bytes.iter().enumerate().skip(usize::from(pointed)) {
        let ends = match byte {
            _ if escaped => false,
            b'>' => pointed,
            b'(' => {
                depth += 1;
                false
            }
            b')' if !pointed && depth > 0 => {
                depth -= 1;
                false
            }
            b')' => !pointed,
            _ => !pointed && byte.is_ascii_whitespace(),
        };
        escaped = byte == b'\\' && !escaped;
        if ends {
            return Some(start + usize::from(pointed)..start + at);
        }
    }
    (!pointed).then_some(start..range.end)
}

/// The start of a line whose indentation ends at a place, else that place.
fn line_start(text: &str, at: usize) -> usize {
    let before = text[..at].trim_end_matches(' ');
    if before.is_empty() || before.ends_with('\n') { before.len() } else { at }
}

#[cfg(test)]
mod tests {
    use crate::syntax::prose::{Facts, scan, scan_scalar};
    use crate::text::{Sources, Spanned};

    /// Gathers the facts of a text, and shows each place as the text that stands there.
    fn gathered(text: &str) -> (Facts, Vec<String>) {
        let mut sources = Sources::default();
        let id = sources.add("a.md", text.as_bytes().to_vec());
        let source = sources.get(id);
        let facts = scan(source, source.whole());
        let places = facts.links.iter().map(|link| source.slice(link.span).to_owned());
        (facts.clone(), places.collect())
    }

    #[test]
    fn a_link_points_at_its_destination() {
        let (facts, places) = gathered(
            "[a](okr:x), [b]( <../a b.md#c> \"t\"), [`]`](f(1).md), <okr:y>, [*d*](e\\)f), [![i](j.png)](k), [](l), <a@b.org>",
        );
        let targets: Vec<&str> = facts.links.iter().map(|link| link.target.as_str()).collect();
        assert_eq!(targets, ["okr:x", "../a b.md#c", "f(1).md", "okr:y", "e)f", "k", "l", "mailto:a@b.org"]);
        assert_eq!(places, ["okr:x", "../a b.md#c", "f(1).md", "okr:y", "e\\)f", "k", "l", "a@b.org"]);
        assert_eq!(facts.links.iter().filter(|link| link.auto).count(), 2);
        assert_eq!((facts.images[0].target.as_str(), facts.images[0].alt.as_str()), ("j.png", "i"));
    }

    #[test]
    fn a_reference_points_into_its_definition_once() {
        let (facts, places) = gathered("[one][x] and [two][X]\n\n[x]: <okr:goal> 'title'\n");
        assert!(facts.links.iter().all(|link| link.target == "okr:goal"));
        assert_eq!(places, ["okr:goal", "[two][X]"]);
    }

    #[test]
    fn headings_have_anchors() {
        let (facts, _) = gathered("# A *b* `c`\n\nB\n===\n\n## A b c\n\n### D {#own}\n");
        let headings: Vec<_> = facts
            .headings
            .iter()
            .map(|heading| (heading.level, heading.text.as_str(), heading.anchor.as_str()))
            .collect();
        assert_eq!(
            headings,
            [(1, "A b c", "a-b-c"), (1, "B", "b"), (2, "A b c", "a-b-c-1"), (3, "D", "own")]
        );
    }

    #[test]
    fn html_is_noted_unless_it_is_a_comment_or_code() {
        let (facts, _) = gathered("a <b>c</b> <!-- d -->\n\n<!-- e -->\n\n<div>\nf\n</div>\n\n`<i>`\n");
        assert_eq!(facts.html.len(), 3);
    }

    #[test]
    fn an_okr_block_keeps_its_content_and_place() {
        let text =
            "- item\n\n  ```okr x\n  kind: tree\n    of: a\n  ```\n\n```okr\n```\n\n```rust\nokr\n```\n";
        let mut sources = Sources::default();
        let id = sources.add("a.md", text.as_bytes().to_vec());
        let source = sources.get(id);
        let blocks = scan(source, source.whole()).blocks;
        assert_eq!(blocks.len(), 2);
        assert_eq!(blocks[0].text, "kind: tree\n  of: a\n");
        assert_eq!(source.slice(blocks[0].span), "  kind: tree\n    of: a\n");
        assert_eq!((blocks[1].text.as_str(), source.slice(blocks[1].span)), ("", ""));
    }

    #[test]
    fn a_word_of_a_block_is_found_behind_its_indentation() {
        for text in [
            "```okr\nshow: tree\nof: goal\n```\n",
            "- item\n\n  ```okr\n  show: tree\n  of: goal\n  ```\n",
            "> ```okr\n> show: tree\n> of: goal\n> ```\n",
            "```okr\r\nshow: tree\r\nof: goal\r\n```\r\n",
            "1. a\n\n   ~~~okr\n   show: tree\n   of: goal\n   ~~~\n",
        ] {
            let mut sources = Sources::default();
            let id = sources.add("a.md", text.as_bytes().to_vec());
            let source = sources.get(id);
            let blocks = scan(source, source.whole()).blocks;
            let at = blocks[0].text.find("goal").expect("the block names it");
            assert_eq!(source.slice(blocks[0].place(source, at..at + 4)), "goal", "{text}");
            assert_eq!(source.slice(blocks[0].place(source, at..at)), "", "{text}");
        }
    }

    #[test]
    fn a_fact_in_a_scalar_is_found_where_it_was_written() {
        for (written, value, place) in [
            ("\"see [a](okr:b)\"", "see [a](okr:b)", "okr:b"),
            ("see [a](okr:b)", "see [a](okr:b)", "okr:b"),
            ("|\n  x\n  see [a](okr:b)\n", "x\nsee [a](okr:b)\n", "okr:b"),
            ("\"\\u00e4 okr:b [a](okr:b)\"", "ä okr:b [a](okr:b)", "okr:b"),
            ("\"[a](okr\\u003ab)\"", "[a](okr:b)", "\"[a](okr\\u003ab)\""),
        ] {
            let mut sources = Sources::default();
            let id = sources.add("a.yaml", written.as_bytes().to_vec());
            let source = sources.get(id);
            let found = scan_scalar(source, &Spanned::new(value.to_owned(), source.whole()));
            let facts = found.expect("there is a link");
            assert_eq!(source.slice(facts.links[0].span), place, "{written}");
            assert_eq!(facts.links[0].target, "okr:b");
        }
    }

    #[test]
    fn plain_prose_holds_no_facts() {
        assert_eq!(gathered("A note *with* emphasis -- and a list:\n\n- one\n- two\n").0, Facts::default());
    }

    proptest::proptest! {
        #[test]
        fn a_simple_line_holds_the_same_either_way(
            line in "[a-c]([a-c 1.,!#=-]{0,3}([*`_]{0,2}|\\[a?|\\]\\(#?[a-c]?|\\) ?)){0,7}",
        ) {
            let mut sources = Sources::default();
            let id = sources.add("a.md", line.as_bytes().to_vec());
            let source = sources.get(id);
            let place = |range: std::ops::Range<usize>| source.span(range.start, range.end);
            if let Some(quick) = super::links_of_line(&line, &place) {
                proptest::prop_assert_eq!(quick, super::all_facts(&line, &place));
            }
        }

        #[test]
        fn a_narrative_holds_the_same_either_way(text in crate::syntax::prose::events::tests::narratives()) {
            let mut sources = Sources::default();
            let id = sources.add("a.md", text.as_bytes().to_vec());
            let source = sources.get(id);
            let place = |range: std::ops::Range<usize>| source.span(range.start, range.end);
            let (mut quick, mut complete) = (super::Walk::new(&text, &place), super::Walk::new(&text, &place));
            if super::simple_events(&text, |event, range| quick.take(event, range, None)) {
                super::all_events(&text, |event, range, definitions| complete.take(event, range, Some(definitions)));
                proptest::prop_assert_eq!(quick.finish(), complete.finish());
            }
        }
    }
}
