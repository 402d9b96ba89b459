//! Finds things in the tree of a file by where their values stand.

use crate::syntax::{Document, Entry, Kind, Node, markdown, yaml};
use crate::text::{Source, Span};

/// The documents of a file: a YAML file's own, or the front matter of a Markdown file.
pub(super) fn documents(source: &Source) -> Vec<Document<'_>> {
    let range = if markdown::is_markdown(source.path()) {
        markdown::split(source).front_matter
    } else {
        Some(source.whole())
    };
    // What is wrong with the file was said when the handbook was read.
    range.map(|range| yaml::parse(source, range, &mut Vec::new())).unwrap_or_default()
}

/// What holds a value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holder<'n> {
    /// A mapping, at a key.
    Entry(Node<'n>, Entry<'n>),
    /// A list.
    Item,
}

/// What holds the value that stands at a place. Anchors come before what repeats them, so that a value which is
/// repeated is found where it is written.
pub(super) fn holder<'n>(documents: &'n [Document<'n>], place: Span) -> Option<Holder<'n>> {
    documents.iter().find_map(|document| below(document.root(), place))
}

fn below(node: Node<'_>, place: Span) -> Option<Holder<'_>> {
    match node.kind() {
        Kind::Scalar(_) => None,
        Kind::Sequence(items) => items
            .iter()
            .find_map(|item| if item.span() == place { Some(Holder::Item) } else { below(item, place) }),
        Kind::Mapping(entries) => entries.iter().find_map(|entry| {
            if entry.value.span() == place {
                Some(Holder::Entry(node, entry))
            } else {
                below(entry.value, place)
            }
        }),
    }
}

/// The mapping that has a value at a place.
pub(super) fn mapping<'n>(documents: &'n [Document<'n>], place: Span) -> Option<Node<'n>> {
    match holder(documents, place)? {
        Holder::Entry(mapping, _) => Some(mapping),
        Holder::Item => None,
    }
}

/// The key whose list has an item at a place.
pub(super) fn list<'n>(documents: &'n [Document<'n>], item: Span) -> Option<Entry<'n>> {
    documents.iter().find_map(|document| list_in(document.root(), item))
}

fn list_in(node: Node<'_>, item: Span) -> Option<Entry<'_>> {
    match node.kind() {
        Kind::Scalar(_) => None,
        Kind::Sequence(items) => items.iter().find_map(|node| list_in(node, item)),
        Kind::Mapping(entries) => entries.iter().find_map(|entry| {
            let holds = items(&entry.value).iter().any(|one| one.span() == item);
            if holds { Some(entry) } else { list_in(entry.value, item) }
        }),
    }
}

/// A key of a mapping.
pub(super) fn entry<'n>(node: &Node<'n>, key: &str) -> Option<Entry<'n>> {
    let Kind::Mapping(entries) = node.kind() else { return None };
    entries.iter().find(|entry| entry.key.value == key)
}

/// The items of a list.
pub(super) fn items<'n>(node: &Node<'n>) -> Vec<Node<'n>> {
    match node.kind() {
        Kind::Sequence(items) => items.iter().collect(),
        _ => Vec::new(),
    }
}

/// The text of a scalar.
pub(super) fn scalar<'n>(node: &Node<'n>) -> Option<&'n str> {
    match node.kind() {
        Kind::Scalar(scalar) => Some(&scalar.text),
        _ => None,
    }
}

/// The first mapping in a list below a key, anywhere.
pub(super) fn example<'n>(documents: &'n [Document<'n>], key: &str) -> Option<Node<'n>> {
    documents.iter().find_map(|document| example_in(document.root(), key))
}

fn example_in<'n>(node: Node<'n>, key: &str) -> Option<Node<'n>> {
    match node.kind() {
        Kind::Scalar(_) => None,
        Kind::Sequence(items) => items.iter().find_map(|item| example_in(item, key)),
        Kind::Mapping(entries) => entries.iter().find_map(|entry| {
            let own = (entry.key.value == key).then(|| items(&entry.value).first().copied()).flatten();
            own.filter(|item| matches!(item.kind(), Kind::Mapping(_)))
                .or_else(|| example_in(entry.value, key))
        }),
    }
}

/// Whether a list or mapping is written in brackets or braces.
pub(super) fn is_flow(source: &Source, node: &Node) -> bool {
    matches!(source.text().as_bytes().get(node.span().start()), Some(b'{' | b'['))
}
