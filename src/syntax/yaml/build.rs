//! Assembles nodes from events: keys with values, aliases with what they stand for, empty values with a place.

use super::fault::{self, syntax};
use super::full::DEEPEST;
use crate::diagnostic::Finding;
use crate::diagnostic::errors::DUPLICATE_KEY;
use crate::syntax::{Entry, Kind, Node, Scalar};
use crate::text::{Source, Span, Spanned};
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

/// A finished node, and what it costs to repeat it.
#[derive(Clone)]
struct Built<'a> {
    node: Node<'a>,
    /// Bytes that a copy takes, roughly.
    cost: usize,
    /// Levels of nesting in it.
    height: usize,
}

/// A list or mapping whose end was not seen yet.
struct Open<'a> {
    kind: OpenKind<'a>,
    flow: bool,
    start: usize,
    /// Where its last part ends.
    end: usize,
    anchor: Option<usize>,
    cost: usize,
    height: usize,
}

enum OpenKind<'a> {
    Sequence(Vec<Node<'a>>),
    Mapping { entries: Vec<Entry<'a>>, key: Option<Key<'a>>, index: HashMap<Cow<'a, str>, usize> },
}

/// A key that waits for its value; none inside where it cannot be one.
struct Key<'a>(Option<Spanned<Cow<'a, str>>>);

/// Assembles the documents of one text.
pub(super) struct Builder<'a> {
    source: &'a Source,
    text: &'a str,
    /// Where the text begins in the source.
    base: usize,
    open: Vec<Open<'a>>,
    anchors: HashMap<usize, Built<'a>>,
    root: Option<Node<'a>>,
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
            root: None,
            budget,
        }
    }

    /// Forgets an unfinished document.
    pub(super) fn reset(&mut self) {
        self.open.clear();
        self.anchors.clear();
        self.root = None;
    }

    /// The document that was read, unless it was empty.
    pub(super) fn finish(&mut self) -> Option<Node<'a>> {
        let root = self.root.take();
        self.reset();
        root.filter(
            |node| !matches!(&node.kind, Kind::Scalar(scalar) if scalar.plain && scalar.text.is_empty()),
        )
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
        let node = Node { span: self.span(range.clone()), kind: Kind::Scalar(Scalar { text, plain }) };
        self.add(Built { node, cost, height: 0 }, range, property.anchor, findings)
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
            OpenKind::Mapping { entries: Vec::new(), key: None, index: HashMap::new() }
        } else {
            OpenKind::Sequence(Vec::new())
        };
        let start = if flow || mapping { range.start } else { self.first_dash(range.start) };
        let end = if flow { range.end } else { start };
        self.open.push(Open { kind, flow, start, end, anchor: property.anchor, cost: 32, height: 1 });
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
        let kind = match open.kind {
            OpenKind::Sequence(items) => Kind::Sequence(items),
            OpenKind::Mapping { entries, .. } => Kind::Mapping(entries),
        };
        let node = Node { span: self.span(whole.clone()), kind };
        self.add(Built { node, cost: open.cost, height: open.height }, whole, open.anchor, findings)
    }

    /// Takes an alias: a copy of what it stands for, at the alias's own place.
    pub(super) fn alias(
        &mut self,
        anchor: usize,
        range: Range<usize>,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Broken> {
        let span = self.span(range.clone());
        let Some(built) = self.anchors.get(&anchor) else {
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
        let mut built = built.clone();
        built.node.span = span;
        self.add(built, range, None, findings)
    }

    /// Puts a finished node where it belongs.
    fn add(
        &mut self,
        built: Built<'a>,
        range: Range<usize>,
        anchor: Option<usize>,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Broken> {
        if let Some(anchor) = anchor {
            if built.cost > self.budget {
                return Err(Box::new(
                    syntax(built.node.span, "the anchors of this file repeat far more than the file holds")
                        .help("write the values out instead of repeating them with `*`"),
                ));
            }
            self.budget -= built.cost;
            self.anchors.insert(anchor, built.clone());
        }
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(built.node);
            return Ok(());
        };
        parent.end = parent.end.max(range.end);
        parent.cost = parent.cost.saturating_add(built.cost);
        parent.height = parent.height.max(built.height + 1);
        match &mut parent.kind {
            OpenKind::Sequence(items) => items.push(built.node),
            OpenKind::Mapping { entries, key, index } => match key.take() {
                None => *key = Some(Key(read_key(built.node, findings))),
                Some(Key(None)) => {}
                Some(Key(Some(key))) => add_entry(entries, index, key, built.node, findings),
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

/// The key that a node is, if it can be one.
fn read_key<'a>(node: Node<'a>, findings: &mut Vec<Finding>) -> Option<Spanned<Cow<'a, str>>> {
    match node.kind {
        Kind::Scalar(scalar) if scalar.plain && scalar.text.is_empty() => {
            findings.push(
                syntax(node.span, "a `:` has no key before it")
                    .help("write a key before it, or remove the `:`"),
            );
            None
        }
        Kind::Scalar(scalar) => Some(Spanned::new(scalar.text, node.span)),
        Kind::Sequence(_) | Kind::Mapping(_) => {
            findings.push(
                syntax(node.span, format!("{} cannot be a key", node.describe()))
                    .help("a value that begins with `[` or `{` needs quotes around it to be a text"),
            );
            None
        }
    }
}

/// Adds a key with its value, unless the key is there already.
fn add_entry<'a>(
    entries: &mut Vec<Entry<'a>>,
    index: &mut HashMap<Cow<'a, str>, usize>,
    key: Spanned<Cow<'a, str>>,
    value: Node<'a>,
    findings: &mut Vec<Finding>,
) {
    let first = if entries.len() < MANY_KEYS {
        entries.iter().position(|entry| entry.key.value == key.value)
    } else {
        for (position, entry) in entries.iter().enumerate().skip(index.len()) {
            index.insert(entry.key.value.clone(), position);
        }
        index.get(&key.value).copied()
    };
    match first {
        None => entries.push(Entry { key, value }),
        Some(first) => findings.push(
            Finding::error(
                &DUPLICATE_KEY,
                key.span,
                format!("the key `{}` stands twice", key.value.escape_debug()),
            )
            .here("again")
            .label(entries[first].key.span, "first here")
            .help("keep one of the two"),
        ),
    }
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
