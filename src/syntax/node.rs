//! The tree of a YAML document: values with their places, not yet interpreted.
//!
//! A large handbook holds a million values, each of which is asked for once. So a document is one flat list in the order of
//! its text, a list or mapping says how much behind it stands in it, and what is handed out are views of that list.

use super::Scalar;
use crate::text::{Span, Spanned};
use std::borrow::Cow;

/// A document of a YAML text; it holds at least one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<'a> {
    parts: Vec<Part<'a>>,
}

/// One value, or one key, of a document.
#[derive(Clone, Debug, PartialEq)]
struct Part<'a> {
    span: Span,
    content: Content<'a>,
}

#[derive(Clone, Debug, PartialEq)]
enum Content<'a> {
    Scalar(Scalar<'a>),
    /// Behind it stand the parts that it holds, all levels counted in.
    Collection {
        what: Collection,
        parts: usize,
    },
}

/// What a list or mapping holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Collection {
    /// A list of so many items.
    Sequence { items: usize },
    /// A mapping of keys, each with its value behind it.
    Mapping(KeySet),
}

impl Collection {
    /// A list.
    pub(super) fn sequence(items: usize) -> Self {
        Collection::Sequence { items }
    }
}

/// How many keys there are, and for each a bit by its length and first letter: enough to say of nearly all other keys that
/// they are not among them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct KeySet {
    count: u32,
    signs: u64,
}

impl KeySet {
    /// How many keys there are.
    pub(super) fn len(self) -> usize {
        self.count as usize
    }

    /// Notes a key; whether it surely was not among them.
    #[inline]
    pub(super) fn add(&mut self, key: &str) -> bool {
        let sign = Self::sign(key);
        let is_new = self.signs & sign == 0;
        self.count += 1;
        self.signs |= sign;
        is_new
    }

    /// Whether a key may be among them.
    #[inline]
    pub(super) fn may_have(self, key: &str) -> bool {
        self.signs & Self::sign(key) != 0
    }

    #[inline]
    fn sign(key: &str) -> u64 {
        let first = key.as_bytes().first().map_or(0, |&byte| usize::from(byte));
        1 << ((first ^ (key.len() << 3)) % 64)
    }
}

impl<'a> Document<'a> {
    /// A document that is about to be read, with room for some values.
    pub(super) fn with_capacity(parts: usize) -> Self {
        Document { parts: Vec::with_capacity(parts) }
    }

    /// What all of it is.
    pub fn root(&self) -> Node<'_> {
        self.node(0)
    }

    /// The value of which the part at an index is the first.
    pub(super) fn node(&self, index: usize) -> Node<'_> {
        Node { parts: &self.parts[index..] }
    }

    /// The key at an index, with its place.
    pub(super) fn key(&self, index: usize) -> (&Cow<'a, str>, Span) {
        let part = &self.parts[index];
        (part.key(), part.span)
    }

    /// How many parts it has: the index of the one that is added next.
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// Adds a scalar: a value, or a key that its value follows.
    #[inline]
    pub(super) fn add(&mut self, span: Span, scalar: Scalar<'a>) {
        self.parts.push(Part { span, content: Content::Scalar(scalar) });
    }

    /// Adds a list or mapping that holds nothing yet; what is added from now on stands in it. Its place is told when it is
    /// [closed](Self::close).
    pub(super) fn open(&mut self, place: Span) -> usize {
        let what = Collection::sequence(0);
        self.parts.push(Part { span: place, content: Content::Collection { what, parts: 0 } });
        self.parts.len() - 1
    }

    /// Ends the list or mapping that was opened at an index.
    pub(super) fn close(&mut self, index: usize, span: Span, what: Collection) {
        let parts = self.parts.len() - index - 1;
        self.parts[index] = Part { span, content: Content::Collection { what, parts } };
    }

    /// Takes back what was added from an index on.
    pub(super) fn truncate(&mut self, index: usize) {
        self.parts.truncate(index);
    }

    /// What was added from an index on, to be repeated.
    pub(super) fn copy(&self, index: usize) -> Document<'a> {
        Document { parts: self.parts[index..].to_vec() }
    }

    /// Adds a copy, at a place of its own.
    pub(super) fn repeat(&mut self, copy: &Document<'a>, span: Span) {
        let index = self.parts.len();
        self.parts.extend_from_slice(&copy.parts);
        self.parts[index].span = span;
    }

    /// The keys so far of the mapping that was opened at an index, whose values are complete.
    pub(super) fn keys_since(&self, index: usize) -> impl Iterator<Item = &Cow<'a, str>> {
        let mut at = index + 1;
        std::iter::from_fn(move || {
            let key = self.parts.get(at)?.key();
            at += 1 + self.parts[at + 1].len();
            Some(key)
        })
    }
}

impl<'a> Part<'a> {
    /// Its text as a key.
    #[inline]
    fn key(&self) -> &Cow<'a, str> {
        match &self.content {
            Content::Scalar(scalar) => &scalar.text,
            Content::Collection { .. } => unreachable!("only scalars stand as keys"),
        }
    }

    /// How many parts it and what stands in it are.
    #[inline]
    fn len(&self) -> usize {
        match &self.content {
            Content::Scalar(_) => 1,
            Content::Collection { parts, .. } => 1 + parts,
        }
    }
}

/// A value and its place.
#[derive(Clone, Copy, Debug)]
pub struct Node<'n> {
    /// Its own part, those that stand in it, and what follows.
    parts: &'n [Part<'n>],
}

/// What a node is.
#[derive(Clone, Copy, Debug)]
pub enum Kind<'n> {
    /// A scalar; what its text means is decided by whoever reads it.
    Scalar(&'n Scalar<'n>),
    /// A list.
    Sequence(Items<'n>),
    /// A mapping, in the order of the source, without duplicate keys.
    Mapping(Entries<'n>),
}

/// One key of a mapping with its value.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'n> {
    /// The key.
    pub key: Spanned<&'n str>,
    /// Its value; an empty value is a plain empty scalar.
    pub value: Node<'n>,
}

/// The items of a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Items<'n> {
    parts: &'n [Part<'n>],
    count: usize,
}

/// The keys of a mapping with their values.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entries<'n> {
    parts: &'n [Part<'n>],
    keys: KeySet,
}

/// Where a key stands among those of its mapping.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// How many keys stand before it.
    pub(super) index: usize,
    /// How many parts.
    at: usize,
}

impl Place {
    /// Where the key stands that follows its value.
    #[inline]
    pub(super) fn behind(self, value: Node) -> Place {
        Place { index: self.index + 1, at: self.at + 1 + value.parts[0].len() }
    }
}

impl<'n> Items<'n> {
    /// One by one.
    pub fn iter(self) -> impl Iterator<Item = Node<'n>> {
        let mut parts = self.parts;
        std::iter::from_fn(move || {
            let node = Node { parts };
            parts = parts.get(parts.first()?.len()..)?;
            Some(node)
        })
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.count == 0
    }
}

impl<'n> Entries<'n> {
    /// One by one.
    pub fn iter(self) -> impl Iterator<Item = Entry<'n>> {
        let mut parts = self.parts;
        std::iter::from_fn(move || {
            let (key, behind) = parts.split_first()?;
            parts = behind.get(behind.first()?.len()..)?;
            Some(Entry { key: Spanned::new(key.key(), key.span), value: Node { parts: behind } })
        })
    }

    /// Whether a key stands at a place.
    #[inline]
    pub(super) fn is_at(self, place: Place, key: &str) -> bool {
        self.parts.get(place.at).is_some_and(|part| *part.key() == *key)
    }

    /// Where a key stands.
    #[inline]
    pub(super) fn place(self, key: &str) -> Option<Place> {
        if self.keys.may_have(key) { self.search(key) } else { None }
    }

    /// The same of a key that may be there.
    fn search(self, key: &str) -> Option<Place> {
        let mut place = Place::default();
        while place.at < self.parts.len() {
            if self.is_at(place, key) {
                return Some(place);
            }
            place = place.behind(self.value(place));
        }
        None
    }

    /// The value of the key at a place.
    #[inline]
    pub(super) fn value(self, place: Place) -> Node<'n> {
        Node { parts: &self.parts[place.at + 1..] }
    }

    /// Where the key at a place is written.
    pub(super) fn key_span(self, place: Place) -> Span {
        self.parts[place.at].span
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

impl<'n> Node<'n> {
    /// Where it stands; of a quoted scalar with its quotes.
    #[inline]
    pub fn span(self) -> Span {
        self.parts[0].span
    }

    /// What it is.
    #[inline]
    pub fn kind(self) -> Kind<'n> {
        match &self.parts[0].content {
            Content::Scalar(scalar) => Kind::Scalar(scalar),
            Content::Collection { what, parts } => {
                let parts = &self.parts[1..=*parts];
                match *what {
                    Collection::Sequence { items } => Kind::Sequence(Items { parts, count: items }),
                    Collection::Mapping(keys) => Kind::Mapping(Entries { parts, keys }),
                }
            }
        }
    }

    /// Whether it is null in the YAML 1.2 core schema.
    #[inline]
    pub fn is_null(self) -> bool {
        matches!(self.kind(), Kind::Scalar(scalar) if scalar.is_null())
    }

    /// What it is, in words for a message.
    pub fn describe(self) -> &'static str {
        match self.kind() {
            Kind::Sequence(_) => "a list",
            Kind::Mapping(_) => "a mapping",
            Kind::Scalar(_) if self.is_null() => "nothing",
            Kind::Scalar(scalar) if scalar.is_bool() => "true or false",
            Kind::Scalar(scalar) if scalar.is_number() => "a number",
            Kind::Scalar(_) => "a text",
        }
    }
}
