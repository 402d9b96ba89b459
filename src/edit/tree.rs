//! Finds things in the tree of a file by where their values stand.

use crate::syntax::{Entry, Kind, Node, markdown, yaml};
use crate::text::{Source, Span};

/// The documents of a file: a YAML file's own, or the front matter of a Markdown file.
pub(super) fn documents(source: &Source) -> Vec<Node<'_>> {
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
    Entry(&'n Node<'n>, &'n Entry<'n>),
    /// A list.
    Item,
}

/// What holds the value that stands at a place. Anchors come before what repeats them, so that a value which is
/// repeated is found where it is written.
pub(super) fn holder<'n>(nodes: &'n [Node<'n>], place: Span) -> Option<Holder<'n>> {
    nodes.iter().find_map(|node| below(node, place))
}

fn below<'n>(node: &'n Node<'n>, place: Span) -> Option<Holder<'n>> {
    match &node.kind {
        Kind::Scalar(_) => None,
        Kind::Sequence(items) => items
            .iter()
            .find_map(|item| if item.span == place { Some(Holder::Item) } else { below(item, place) }),
        Kind::Mapping(entries) => entries.iter().find_map(|entry| {
            if entry.value.span == place {
                Some(Holder::Entry(node, entry))
            } else {
                below(&entry.value, place)
            }
        }),
    }
}

/// The mapping that has a value at a place.
pub(super) fn mapping<'n>(nodes: &'n [Node<'n>], place: Span) -> Option<&'n Node<'n>> {
    match holder(nodes, place)? {
        Holder::Entry(mapping, _) => Some(mapping),
        Holder::Item => None,
    }
}

/// The key whose list has an item at a place.
pub(super) fn list<'n>(nodes: &'n [Node<'n>], item: Span) -> Option<&'n Entry<'n>> {
    nodes.iter().find_map(|node| match &node.kind {
        Kind::Scalar(_) => None,
        Kind::Sequence(items) => list(items, item),
        Kind::Mapping(entries) => entries.iter().find_map(|entry| {
            let holds = items(&entry.value).iter().any(|one| one.span == item);
            if holds { Some(entry) } else { list(std::slice::from_ref(&entry.value), item) }
        }),
    })
}

/// A key of a mapping.
pub(super) fn entry<'n>(node: &'n Node<'n>, key: &str) -> Option<&'n Entry<'n>> {
    let Kind::Mapping(entries) = &node.kind else { return None };
    entries.iter().find(|entry| entry.key.value == key)
}

/// The items of a list.
pub(super) fn items<'n>(node: &'n Node<'n>) -> &'n [Node<'n>] {
    match &node.kind {
        Kind::Sequence(items) => items,
        _ => &[],
    }
}

/// The text of a scalar.
pub(super) fn scalar<'n>(node: &'n Node<'n>) -> Option<&'n str> {
    match &node.kind {
        Kind::Scalar(scalar) => Some(&scalar.text),
        _ => None,
    }
}

/// The first mapping in a list below a key, anywhere.
pub(super) fn example<'n>(nodes: &'n [Node<'n>], key: &str) -> Option<&'n Node<'n>> {
    nodes.iter().find_map(|node| match &node.kind {
        Kind::Scalar(_) => None,
        Kind::Sequence(items) => example(items, key),
        Kind::Mapping(entries) => entries.iter().find_map(|entry| {
            let own = (entry.key.value == key).then(|| items(&entry.value).first()).flatten();
            own.filter(|item| matches!(item.kind, Kind::Mapping(_)))
                .or_else(|| example(std::slice::from_ref(&entry.value), key))
        }),
    })
}

/// Whether a list or mapping is written in brackets or braces.
pub(super) fn is_flow(source: &Source, node: &Node) -> bool {
    matches!(source.text().as_bytes().get(node.span.start()), Some(b'{' | b'['))
}
