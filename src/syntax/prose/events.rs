//! The events of a Markdown text. Where it is made of nothing but headings, paragraphs, flat lists and tables whose
//! lines are simple, as most narratives are, they are found line by line; the complete parser takes five times longer.
//!
//! On any doubt this says no, and the complete parser takes over: so it must never differ from that one where it
//! answers. That both agree is a property test.

use super::{Piece, options, pieces};
use memchr::memchr;
use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, LinkType, Parser, RefDefs, Tag, TagEnd};
use std::ops::Range;

/// Takes the events of a simple text in their order, each with the place of its line, link or words, and says whether
/// the text is simple; else what was taken is void.
pub fn simple_events<'t>(text: &'t str, take: impl FnMut(Event<'t>, Range<usize>)) -> bool {
    let mut blocks = Blocks { text, take, open: Open::Nothing };
    let mut at = 0;
    while at < text.len() {
        match blocks.line(at..line_end(text, at)) {
            Some(end) => at = end + 1,
            None => return false,
        }
    }
    blocks.close(text.len());
    true
}

/// Takes the events of any text by the complete parser, with the definitions of its references.
pub(super) fn all_events<'t>(text: &'t str, mut take: impl FnMut(Event<'t>, Range<usize>, &RefDefs<'_>)) {
    let mut events = Parser::new_ext(text, options()).into_offset_iter();
    while let Some((event, range)) = events.next() {
        take(event, range, events.reference_definitions());
    }
}

fn line_end(text: &str, at: usize) -> usize {
    memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length)
}

/// The block to which the next line may belong.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Paragraph,
    List,
    /// A list before an empty line: another item would move all of them apart.
    ListBefore,
    /// A table of so many columns.
    Table(usize),
}

struct Blocks<'t, F> {
    text: &'t str,
    take: F,
    open: Open,
}

impl<'t, F: FnMut(Event<'t>, Range<usize>)> Blocks<'t, F> {
    /// Takes a line, and says where that ends which was taken; none where it is not simple.
    fn line(&mut self, line: Range<usize>) -> Option<usize> {
        let bytes = &self.text.as_bytes()[line.clone()];
        let Some(&first) = bytes.first() else {
            self.close(line.end);
            return Some(line.end);
        };
        if bytes.last().is_some_and(u8::is_ascii_whitespace) {
            return None;
        }
        match (first, self.open) {
            (b'#', Open::Nothing | Open::ListBefore | Open::Paragraph) => self.heading(line),
            (b'-', Open::Nothing | Open::List) => self.item(line),
            (b'|', Open::Nothing | Open::ListBefore) => self.table(line),
            (b'|', Open::Table(columns)) => self.row(line, columns, Tag::TableRow),
            (_, Open::Nothing | Open::ListBefore | Open::Paragraph) => self.paragraph(line),
            _ => None,
        }
    }

    fn take(&mut self, event: Event<'t>, place: &Range<usize>) {
        (self.take)(event, place.clone());
    }

    /// Ends the open block.
    fn close(&mut self, end: usize) {
        let (tag, next) = match self.open {
            Open::Nothing | Open::ListBefore => return,
            Open::Paragraph => (TagEnd::Paragraph, Open::Nothing),
            Open::List => (TagEnd::List(false), Open::ListBefore),
            Open::Table(_) => (TagEnd::Table, Open::Nothing),
        };
        self.take(Event::End(tag), &(end..end));
        self.open = next;
    }

    fn heading(&mut self, line: Range<usize>) -> Option<usize> {
        let bytes = &self.text.as_bytes()[line.clone()];
        let depth = bytes.iter().take_while(|&&byte| byte == b'#').count();
        let level = HeadingLevel::try_from(depth).ok()?;
        // Own anchors stand in braces, and signs at the end may belong to the heading or not.
        let is_plain =
            bytes.get(depth) == Some(&b' ') && bytes.last() != Some(&b'#') && !bytes.contains(&b'{');
        if !is_plain {
            return None;
        }
        self.close(line.start);
        self.open = Open::Nothing;
        let tag = Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() };
        self.take(Event::Start(tag), &line);
        self.words(line.start + depth + 1..line.end)?;
        self.take(Event::End(TagEnd::Heading(level)), &line);
        Some(line.end)
    }

    fn item(&mut self, line: Range<usize>) -> Option<usize> {
        let words = line.start + 2..line.end;
        if !self.text[line.clone()].starts_with("- ") {
            return None;
        }
        if self.open == Open::Nothing {
            self.take(Event::Start(Tag::List(None)), &line);
            self.open = Open::List;
        }
        self.take(Event::Start(Tag::Item), &line);
        self.words(words)?;
        self.take(Event::End(TagEnd::Item), &line);
        Some(line.end)
    }

    fn paragraph(&mut self, line: Range<usize>) -> Option<usize> {
        if self.open == Open::Paragraph {
            self.take(Event::SoftBreak, &(line.start..line.start));
        } else {
            self.take(Event::Start(Tag::Paragraph), &line);
            self.open = Open::Paragraph;
        }
        self.words(line.clone())?;
        Some(line.end)
    }

    /// The head of a table with the line below it, which says how columns are aligned.
    fn table(&mut self, line: Range<usize>) -> Option<usize> {
        let below = line.end + 1;
        let below = below..line_end(self.text, below.min(self.text.len()));
        let alignments = cells(self.text, &below)?.map(|cell| alignment(&self.text[cell]));
        let alignments: Vec<Alignment> = alignments.collect::<Option<_>>()?;
        let columns = alignments.len();
        self.take(Event::Start(Tag::Table(alignments)), &line);
        self.row(line, columns, Tag::TableHead)?;
        self.open = Open::Table(columns);
        Some(below.end)
    }

    fn row(&mut self, line: Range<usize>, columns: usize, tag: Tag<'t>) -> Option<usize> {
        let end = tag.to_end();
        self.take(Event::Start(tag), &line);
        let mut count = 0;
        for cell in cells(self.text, &line)? {
            self.take(Event::Start(Tag::TableCell), &cell);
            self.words(cell.clone())?;
            self.take(Event::End(TagEnd::TableCell), &cell);
            count += 1;
        }
        self.take(Event::End(end), &line);
        (count == columns).then_some(line.end)
    }

    /// The pieces of words that begin no block of their own.
    fn words(&mut self, place: Range<usize>) -> Option<()> {
        let words = &self.text[place.clone()];
        let is_simple = begins_no_block(words.as_bytes())
            && pieces(words, |piece| {
                let within = |piece: &Range<usize>| place.start + piece.start..place.start + piece.end;
                let say = |piece: &Range<usize>| CowStr::Borrowed(&words[piece.clone()]);
                match piece {
                    Piece::Text(text) => self.take(Event::Text(say(&text)), &within(&text)),
                    Piece::Code(code) => self.take(Event::Code(say(&code)), &within(&code)),
                    Piece::Emphasis(text) => {
                        self.tagged(Tag::Emphasis, say(&text), within(&text), &within(&text));
                    }
                    Piece::Strong(text) => {
                        self.tagged(Tag::Strong, say(&text), within(&text), &within(&text));
                    }
                    Piece::Link { text, target } => {
                        let (link_type, none) = (LinkType::Inline, CowStr::Borrowed(""));
                        let link =
                            Tag::Link { link_type, dest_url: say(&target), title: none.clone(), id: none };
                        // With its brackets and parentheses.
                        self.tagged(
                            link,
                            say(&text),
                            within(&text),
                            &within(&(text.start - 1..target.end + 1)),
                        );
                    }
                }
            });
        is_simple.then_some(())
    }

    fn tagged(&mut self, tag: Tag<'t>, text: CowStr<'t>, words: Range<usize>, whole: &Range<usize>) {
        let end = tag.to_end();
        self.take(Event::Start(tag), whole);
        self.take(Event::Text(text), &words);
        self.take(Event::End(end), whole);
    }
}

/// Whether words can be nothing but words, by how they begin.
fn begins_no_block(words: &[u8]) -> bool {
    match words.first() {
        Some(b'0'..=b'9') => {
            let digits = words.iter().take_while(|byte| byte.is_ascii_digit()).count();
            !matches!(words.get(digits), Some(b'.' | b')'))
        }
        Some(b'a'..=b'z' | b'A'..=b'Z' | b'"' | b'\'' | b'(' | b'*' | b'`' | b'[' | 0x80..) => true,
        _ => false,
    }
}

/// The cells of a line between bars, without the blanks around them; none where it is no such line.
fn cells<'t>(text: &'t str, line: &Range<usize>) -> Option<impl Iterator<Item = Range<usize>> + use<'t>> {
    let bytes = text.as_bytes().get(line.clone())?.strip_prefix(b"|")?.strip_suffix(b"|")?;
    let (mut rest, mut at) = (Some(bytes), line.start + 1);
    Some(std::iter::from_fn(move || {
        let cell = rest?;
        let end = memchr(b'|', cell);
        rest = end.map(|end| &cell[end + 1..]);
        let cell = &cell[..end.unwrap_or(cell.len())];
        let blanks = cell.iter().take_while(|&&byte| byte == b' ').count();
        let blanks_behind = cell[blanks..].iter().rev().take_while(|&&byte| byte == b' ').count();
        let words = at + blanks..at + cell.len() - blanks_behind;
        at += cell.len() + 1;
        Some(words)
    }))
}

/// What a cell below the head of a table says of its column.
fn alignment(cell: &str) -> Option<Alignment> {
    let dashes = cell.trim_start_matches(':').trim_end_matches(':');
    let is_rule = dashes.len() >= 3 && dashes.bytes().all(|byte| byte == b'-');
    match (cell.len() - dashes.len(), cell.starts_with(':'), cell.ends_with(':')) {
        _ if !is_rule => None,
        (0, ..) => Some(Alignment::None),
        (1, true, _) => Some(Alignment::Left),
        (1, _, true) => Some(Alignment::Right),
        (2, true, true) => Some(Alignment::Center),
        _ => None,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::Strategy;

    /// Texts whose lines are simple, or nearly.
    pub(in crate::syntax::prose) fn narratives() -> impl Strategy<Value = String> {
        let lines = [
            "",
            "",
            "## a *b*",
            "# `c` d",
            "### [a](b) `c` *d*",
            "- a",
            "- **b** c",
            "- d **50 %**. e",
            "words (and) more",
            "2026 was",
            "3. a",
            "\"a\" **b**",
            "[a](b.md#c) d",
            "| a | b |",
            "| --- | :---: |",
            "| [c](d) | **e** |",
            "| f |",
            "|  | g |",
            "a | b",
            "--- | ---",
            "Ü b",
            "a !",
            "`a` b",
            "*a* b",
            "- [c](okr:d) e",
            "a: b",
            ": c",
            "-",
            "===",
            "|",
        ];
        let some = proptest::collection::vec(proptest::sample::select(lines.to_vec()), 0..14);
        some.prop_map(|lines| lines.join("\n"))
    }

    /// The events of a text, those of words that stand beside each other as one.
    fn told<'t>(events: impl IntoIterator<Item = Event<'t>>) -> Vec<Event<'t>> {
        let mut all: Vec<Event> = Vec::new();
        for event in events {
            match (all.last_mut(), event) {
                (Some(Event::Text(before)), Event::Text(text)) => *before = format!("{before}{text}").into(),
                (_, event) => all.push(event),
            }
        }
        all
    }

    fn simple(text: &str) -> Option<Vec<Event<'_>>> {
        let mut events = Vec::new();
        simple_events(text, |event, _| events.push(event)).then(|| told(events))
    }

    fn complete(text: &str) -> Vec<Event<'_>> {
        told(Parser::new_ext(text, options()))
    }

    #[test]
    fn a_narrative_as_people_write_them_is_simple() {
        let text = "\nWe measured **twice**.\nAnd [again](okr:a).\n\n## How (`x`)\n\n- One *a*\n- 2 more\n\nÜber 50 %.\n\
                    ### End\n\n| A | B | C | D |\n| --- | ---: | :--- | :---: |\n| [a](b.md) | 1 |  x | `y` |\n";
        assert_eq!(simple(text), Some(complete(text)));
    }

    #[test]
    fn what_may_be_more_is_not_simple() {
        for text in [
            "a\n===",
            "a\n---",
            "- a\n\n- b",
            "- a\nb",
            "- a\n  b",
            "a  \nb",
            "a\\\nb",
            "    a",
            "> a",
            "1. a",
            "* a",
            "a\n: b",
            "- [ ] a",
            "# a {#b}",
            "# a #",
            "| a |",
            "| a |\n| b |",
            "| a | b |\n| --- |",
            "a & b",
            "<b>",
            "```\na\n```",
            "[a]: b",
            "[^a]: b",
            "| a |\n| --- |\nb",
            "`a\nb`",
            "*a\nb*",
            "[a\nb](c)",
            "| `a|b` |\n| --- |",
            "-\ta",
            "#\ta",
            "a\r\nb",
            "![a](b)",
            "****",
            "- - a",
            "- # a",
        ] {
            assert_eq!(simple(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn both_ways_agree(
            text in "((#{1,3} |- |\\| )?[a-c*`\\[(\"é1]?[a-c1. |!é]{0,3}([*`]{1,2}|\\[a\\]\\(#?b\\))?[a-c1.|:{}-]{0,2}([*`]{1,2})?( \\|| \\| b \\|)?\
                    \n{0,2}(\\| ?:?---:? \\|\n|\\| --- \\| ---: \\|\n)?){0,6}",
        ) {
            if let Some(quick) = simple(&text) {
                proptest::prop_assert_eq!(quick, complete(&text));
            }
        }

        #[test]
        fn both_ways_agree_on_whole_narratives(text in narratives()) {
            if let Some(quick) = simple(&text) {
                proptest::prop_assert_eq!(quick, complete(&text));
            }
        }
    }
}
