//! Assembles documents from events: keys with values, aliases with what they stand for, empty values with a place.

use super::fault::{self, syntax};
use super::full::DEEPEST;
use crate::diagnostic::Finding;
use crate::diagnostic::errors::DUPLICATE_KEY;
use crate::syntax::node::{Collection, KeySet};
use crate::syntax::{Document, Kind, Scalar};
use crate::text::{Source, Span};
use granit_parser::Tag;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// From this many keys on, duplicates are looked up instead of searched.
const MANY_KEYS: usize = 16;

/// What ends the reading of a document.
pub(super) type Broken = Box<Finding>;

/// What may stand before a node.
pub(super) struct Property {
    /// Number of the anchor.
    pub(super) anchor: Option<usize>,
    /// The tag with its place.
    pub(super) tag: Option<(Tag, Range<usize>)>,
}

/// A finished node: everything from an index of the document on, and what it costs to repeat it.
#[derive(Clone, Copy)]
struct Built {
    index: usize,
    span: Span,
    /// Bytes that a copy takes, roughly.
    cost: usize,
    /// Levels of nesting in it.
    height: usize,
}

/// A list or mapping whose end was not seen yet.
struct Open<'a> {
    kind: OpenKind<'a>,
    /// Where it stands in the document.
    index: usize,
    flow: bool,
    start: usize,
    /// Where its last part ends.
    end: usize,
    anchor: Option<usize>,
    cost: usize,
    height: usize,
}

enum OpenKind<'a> {
    /// How many items there are.
    Sequence(usize),
    /// Where each key stands in the document.
    Mapping { keys: Vec<usize>, key: Option<Key>, index: HashMap<Cow<'a, str>, usize> },
}

/// A key that waits for its value: where it stands in the document; nowhere if it cannot be a key.
struct Key(Option<usize>);

/// Assembles the documents of one text.
pub(super) struct Builder<'a> {
    source: &'a Source,
    text: &'a str,
    /// Where the text begins in the source.
    base: usize,
    open: Vec<Open<'a>>,
    /// What each anchor stands for.
    anchors: HashMap<usize, (Built, Document<'a>)>,
    document: Document<'a>,
    /// How many bytes aliases may still add.
    budget: usize,
}

impl<'a> Builder<'a> {
    /// A builder for a part of a source.
    pub(super) fn new(source: &'a Source, range: Span) -> Self {
        let text = source.slice(range);
        let budget = text.len().saturating_mul(40).saturating_add(100_000);
        Builder {
            source,
            text,
            base: range.start(),
            open: Vec::new(),
            anchors: HashMap::new(),
            document: Document::with_capacity(0),
            budget,
        }
    }

    /// Forgets an unfinished document.
    pub(super) fn reset(&mut self) {
        self.open.clear();
        self.anchors.clear();
        self.document = Document::with_capacity(0);
    }

    /// The document that was read, unless it was empty.
    pub(super) fn finish(&mut self) -> Option<Document<'a>> {
        let document = std::mem::replace(&mut self.document, Document::with_capacity(0));
        self.reset();
        let is_empty = |document: &Document| {
            let nothing = |scalar: &Scalar| scalar.plain && scalar.text.is_empty();
            document.len() == 0 || matches!(document.root().kind(), Kind::Scalar(scalar) if nothing(scalar))
        };
        (!is_empty(&document)).then_some(document)
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.source.span(self.base + range.start, self.base + range.end)
    }

    /// Takes a scalar.
    pub(super) fn scalar(
        &mut self,
        text: Cow<'a, str>,
        plain: bool,
        block: bool,
        range: Range<usize>,
        property: Property,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Broken> {
        let (text, range) = if plain && range.is_empty() {
            let at = self.place_of_nothing(range.start);
            (Cow::Borrowed(""), at..at)
        } else if block {
            (text, self.whole_block(range))
        } else {
            (text, range)
        };
        let plain = self.resolve_tag(plain, property.tag, findings);
        let cost = 32 + text.len();
        let (index, span) = (self.document.len(), self.span(range.clone()));
        self.document.add(span, Scalar { text, plain, block });
        self.add(Built { index, span, cost, height: 0 }, range, property.anchor, findings)
    }

    /// Whether a scalar is read as plain, after what its tag says.
    fn resolve_tag(
        &self,
        plain: bool,
        tag: Option<(Tag, Range<usize>)>,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let Some((tag, range)) = tag else { return plain };
        match tag.core_suffix() {
            Some("str") => false,
            Some("int" | "float" | "bool" | "null") => true,
            _ if tag.original() == "!" => false,
            _ => {
                findings.push(unknown_tag(&tag, self.span(range)));
                plain
            }
        }
    }

    /// Takes the start of a list or mapping.
    pub(super) fn open(
        &mut self,
        mapping: bool,
        flow: bool,
        range: Range<usize>,
        property: Property,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Broken> {
        if self.open.len() >= DEEPEST {
            return Err(Box::new(fault::too_deep(self.span(range))));
        }
        if let Some((tag, place)) = property.tag {
            let fits = if mapping { Some("map") } else { Some("seq") };
            if tag.core_suffix() != fits && tag.original() != "!" {
                findings.push(unknown_tag(&tag, self.span(place)));
            }
        }
        let kind = if mapping {
            OpenKind::Mapping { keys: Vec::new(), key: None, index: HashMap::new() }
        } else {
            OpenKind::Sequence(0)
        };
        let index = self.document.open(self.span(range.clone()));
        let start = if flow || mapping { range.start } else { self.first_dash(range.start) };
        let end = if flow { range.end } else { start };
        let anchor = property.anchor;
        self.open.push(Open { kind, index, flow, start, end, anchor, cost: 32, height: 1 });
        Ok(())
    }

    /// A block scalar from its `|` or `>` to its last letter; the parser shows its lines only.
    fn whole_block(&self, lines: Range<usize>) -> Range<usize> {
        let end = lines.start + self.text.get(lines.clone()).unwrap_or_default().trim_end().len();
        let bytes = self.text.as_bytes();
        let at = self.first_sign(lines.start);
        if at >= lines.start || !matches!(bytes.get(at), Some(b'|' | b'>')) {
            return lines.start..end;
        }
        let sign = bytes[at..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
        at..if end > lines.start { end } else { at + sign }
    }

    /// Where a list in lines begins: at its first dash, which the parser may have passed already.
    fn first_dash(&self, start: usize) -> usize {
        let at = self.first_sign(start);
        if at < start && self.text.as_bytes().get(at) == Some(&b'-') { at } else { start }
    }

    /// Where the value begins that comes next, behind its anchor and tag.
    fn first_sign(&self, fallback: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = skip_blanks(self.text, self.place_of_nothing(fallback));
        while matches!(bytes.get(at), Some(b'&' | b'!')) {
            let length = bytes[at..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
            at = skip_blanks(self.text, at + length);
        }
        at
    }

    /// Takes the end of a list or mapping.
    pub(super) fn close(&mut self, range: Range<usize>, findings: &mut Vec<Finding>) -> Result<(), Broken> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let closes = open.flow && matches!(self.text.as_bytes().get(range.start), Some(b']' | b'}'));
        let end = if closes { range.end.max(range.start + 1) } else { open.end };
        let whole = open.start..end.max(open.start);
        let collection = match open.kind {
            OpenKind::Sequence(count) => Collection::sequence(count),
            OpenKind::Mapping { keys, .. } => Collection::Mapping(self.key_set(&keys)),
        };
        let (index, span) = (open.index, self.span(whole.clone()));
        self.document.close(index, span, collection);
        self.add(Built { index, span, cost: open.cost, height: open.height }, whole, open.anchor, findings)
    }

    fn key_set(&self, keys: &[usize]) -> KeySet {
        let mut set = KeySet::default();
        for &key in keys {
            set.add(self.document.key(key).0);
        }
        set
    }

    /// Takes an alias: a copy of what it stands for, at the alias's own place.
    pub(super) fn alias(
        &mut self,
        anchor: usize,
        range: Range<usize>,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Broken> {
        let span = self.span(range.clone());
        let Some((built, copy)) = self.anchors.get(&anchor) else {
            return Err(Box::new(
                syntax(span, "an alias stands inside the value that it repeats")
                    .help("write the value out instead of repeating it"),
            ));
        };
        if self.open.len() + built.height > DEEPEST {
            return Err(Box::new(fault::too_deep(span)));
        }
        if built.cost > self.budget {
            return Err(Box::new(
                syntax(span, "the aliases of this file expand to far more than the file itself")
                    .help("write the values out instead of repeating them with `*`"),
            ));
        }
        self.budget -= built.cost;
        let built = Built { index: self.document.len(), span, ..*built };
        self.document.repeat(copy, span);
        self.add(built, range, None, findings)
    }

    /// Puts a finished node where it belongs, or takes it out again.
    fn add(
        &mut self,
        built: Built,
        range: Range<usize>,
        anchor: Option<usize>,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Broken> {
        if let Some(anchor) = anchor {
            if built.cost > self.budget {
                return Err(Box::new(
                    syntax(built.span, "the anchors of this file repeat far more than the file holds")
                        .help("write the values out instead of repeating them with `*`"),
                ));
            }
            self.budget -= built.cost;
            self.anchors.insert(anchor, (built, self.document.copy(built.index)));
        }
        let Some(parent) = self.open.last_mut() else { return Ok(()) };
        parent.end = parent.end.max(range.end);
        parent.cost = parent.cost.saturating_add(built.cost);
        parent.height = parent.height.max(built.height + 1);
        let document = &mut self.document;
        match &mut parent.kind {
            OpenKind::Sequence(count) => *count += 1,
            OpenKind::Mapping { keys, key, index } => match key.take() {
                None => *key = Some(Key(as_key(document, built.index, findings))),
                Some(Key(None)) => document.truncate(built.index),
                Some(Key(Some(key))) => add_entry(document, keys, index, key, findings),
            },
        }
        Ok(())
    }

    /// Where a value stands that is not there: just behind the `:` or `-` that announces it.
    fn place_of_nothing(&self, fallback: usize) -> usize {
        let Some(parent) = self.open.last() else { return fallback };
        let sign = match &parent.kind {
            OpenKind::Mapping { key: None, .. } => return fallback,
            OpenKind::Mapping { .. } => b':',
            OpenKind::Sequence(_) => b'-',
        };
        let next = skip_blanks(self.text, parent.end);
        if self.text.as_bytes().get(next) == Some(&sign) { next + 1 } else { parent.end }
    }
}

/// Where the key stands that the last node is, if it can be one; else it is taken out.
fn as_key(document: &mut Document, index: usize, findings: &mut Vec<Finding>) -> Option<usize> {
    let node = document.node(index);
    let finding = match node.kind() {
        Kind::Scalar(scalar) if scalar.plain && scalar.text.is_empty() => {
            syntax(node.span(), "a `:` has no key before it").help("write a key before it, or remove the `:`")
        }
        Kind::Scalar(_) => return Some(index),
        Kind::Sequence(_) | Kind::Mapping(_) => {
            syntax(node.span(), format!("{} cannot be a key", node.describe()))
                .help("a value that begins with `[` or `{` needs quotes around it to be a text")
        }
    };
    findings.push(finding);
    document.truncate(index);
    None
}

/// Notes a key whose value is complete; if the key is there already, both are taken out.
fn add_entry<'a>(
    document: &mut Document<'a>,
    keys: &mut Vec<usize>,
    index: &mut HashMap<Cow<'a, str>, usize>,
    key: usize,
    findings: &mut Vec<Finding>,
) {
    let (name, span) = document.key(key);
    let first = if keys.len() < MANY_KEYS {
        keys.iter().copied().find(|&known| document.key(known).0 == name)
    } else {
        index.extend(keys[index.len()..].iter().map(|&known| (document.key(known).0.clone(), known)));
        index.get(name).copied()
    };
    let Some(first) = first else { return keys.push(key) };
    findings.push(
        Finding::error(&DUPLICATE_KEY, span, format!("the key `{}` stands twice", name.escape_debug()))
            .here("again")
            .label(document.key(first).1, "first here")
            .help("keep one of the two"),
    );
    document.truncate(key);
}

fn unknown_tag(tag: &Tag, span: Span) -> Finding {
    syntax(span, format!("the tag `{}` means nothing in a handbook", tag.original().escape_debug()))
        .help("remove it, or put quotes around the whole value if it is a text")
}

/// The next byte that is neither white space nor part of a comment.
fn skip_blanks(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => at += 1,
            b'#' => at = text[at..].find('\n').map_or(bytes.len(), |length| at + length),
            _ => break,
        }
    }
    at
}
