//! Reads a mapping key by key, and notes everything that is wrong with it instead of stopping at the first.
//!
//! A value that cannot be used becomes a finding and `None`; an optional key whose value is null counts as absent.

mod amount;
mod values;

use super::node::Place;
use super::{Entries, Items, Kind, Node};
use crate::diagnostic::errors::{BAD_NUMBER, BAD_WEIGHT, MISSING_KEY, UNKNOWN_KEY};
use crate::diagnostic::{Finding, did_you_mean, nearest};
use crate::text::{Span, Spanned};
use amount::bad_share;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::cell::Cell;
use values::{as_share, number_or};

pub use values::{
    approximate, bad_url, date, date_text, id, is_id, is_share, listed, number, parse_date, parse_number,
    reference, site, text, title, url_fault, word, wrong_type,
};

/// A mapping that is being read.
pub struct Fields<'n, 'f> {
    entries: Entries<'n>,
    keys: &'static [&'static str],
    what: &'static str,
    place: Span,
    /// What follows the key that was asked for last: keys are written in the order in which they are read.
    next: Cell<Place>,
    /// Which of the first entries were asked for.
    asked: Cell<u64>,
    findings: &'f mut Vec<Finding>,
}

impl<'n, 'f> Fields<'n, 'f> {
    /// Opens a mapping. `what` names the thing in messages, `keys` are all keys that it may have; any other key
    /// becomes a finding here, except those that `refuse` explains better.
    pub fn open(
        node: &Node<'n>,
        what: &'static str,
        keys: &'static [&'static str],
        findings: &'f mut Vec<Finding>,
    ) -> Option<Self> {
        let Kind::Mapping(entries) = node.kind() else {
            findings.push(wrong_type(node, what, "a mapping of keys to values"));
            return None;
        };
        let (next, asked) = (Cell::new(Place::default()), Cell::new(0));
        Some(Fields { entries, keys, what, place: node.span(), next, asked, findings })
    }

    /// Reports every key that the thing does not have. `refuse` may answer with a better finding for a key.
    pub fn finish(self, refuse: impl Fn(&str, Span) -> Option<Finding>) {
        if self.is_read_up() {
            return;
        }
        for (index, entry) in self.entries.iter().enumerate() {
            let key = entry.key.value;
            if self.was_asked(index) || self.keys.contains(&key) {
                continue;
            }
            let finding = refuse(key, entry.key.span).unwrap_or_else(|| {
                Finding::error(&UNKNOWN_KEY, entry.key.span, format!("unknown key `{key}`"))
                    .here(format!("not a key of {}", self.what))
                    .help(did_you_mean(key, self.keys.iter().copied()).unwrap_or_else(|| {
                        format!("remove it, or use one of {}", listed(self.keys.iter().copied()))
                    }))
            });
            self.findings.push(finding);
        }
    }

    /// Where a finding about the thing as a whole points: at its `id`, else at its first key.
    pub fn anchor(&self) -> Span {
        let first = || self.entries.iter().next().map_or(self.place, |entry| entry.key.span);
        let id = self.entries.place("id").map(|place| self.entries.value(place));
        id.filter(|id| !id.is_null()).map_or_else(first, Node::span)
    }

    /// Where findings go.
    pub fn findings(&mut self) -> &mut Vec<Finding> {
        self.findings
    }

    /// Notes a finding.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// The value of a key, if it is there and not null.
    #[inline]
    pub fn get(&self, key: &'static str) -> Option<Node<'n>> {
        debug_assert!(self.keys.contains(&key), "`{key}` is not among the keys of {}", self.what);
        self.find(key).filter(|node| !node.is_null())
    }

    /// Where a key itself is written.
    pub fn key(&self, key: &str) -> Option<Span> {
        self.entries.place(key).map(|place| self.entries.key_span(place))
    }

    /// Whether a key is there, even with nothing in it.
    pub fn has(&self, key: &'static str) -> bool {
        self.find(key).is_some()
    }

    /// Whether every key that it has was asked for: then it has none of the others.
    pub fn is_read_up(&self) -> bool {
        self.asked.get().count_ones() as usize == self.entries.len()
    }

    fn was_asked(&self, index: usize) -> bool {
        index < 64 && self.asked.get() & (1 << index) != 0
    }

    fn find(&self, key: &'static str) -> Option<Node<'n>> {
        let next = self.next.get();
        let place = if self.entries.is_at(next, key) { next } else { self.entries.place(key)? };
        if place.index < 64 {
            self.asked.set(self.asked.get() | 1 << place.index);
        }
        let value = self.entries.value(place);
        self.next.set(place.behind(value));
        Some(value)
    }

    /// Whether an unknown key was probably meant to be this one: then it is not missing as well.
    pub fn is_misspelt(&self, key: &str) -> bool {
        let unknown = self.entries.iter().filter(|entry| !self.keys.contains(&entry.key.value));
        unknown.into_iter().any(|entry| nearest(entry.key.value, self.keys.iter().copied()) == Some(key))
    }

    /// Reports that a required key is missing, unless it is there with a slip in its name.
    pub fn missing(&mut self, key: &'static str) {
        if self.is_misspelt(key) {
            return;
        }
        let message = format!("{} has no `{key}`", self.what);
        let help = format!("add `{key}:`");
        self.findings.push(Finding::error(&MISSING_KEY, self.anchor(), message).help(help));
    }

    /// The value of a key that must be there.
    fn require(&mut self, key: &'static str) -> Option<Node<'n>> {
        let node = self.get(key);
        if node.is_none() {
            self.missing(key);
        }
        node
    }

    /// A text of any length; inline Markdown.
    pub fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.get(key)?;
        text(&node, key, self.findings)
    }

    /// A plain text of limited length, such as a title.
    pub fn title(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.get(key)?;
        title(&node, key, self.findings)
    }

    /// A plain text of limited length that must be there.
    pub fn required_title(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.require(key)?;
        title(&node, key, self.findings)
    }

    /// A text that must be there.
    pub fn required_text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.require(key)?;
        text(&node, key, self.findings)
    }

    /// The id that must be there; of a thing without one, or with one that cannot be, what is written instead, which
    /// [`is_id`] tells: the rest of the thing is still worth reading.
    pub fn declared_id(&mut self) -> Spanned<String> {
        let Some(node) = self.require("id") else { return Spanned::new(String::new(), self.anchor()) };
        id(&node, "id", self.findings).unwrap_or_else(|| match node.kind() {
            Kind::Scalar(scalar) if !is_id(&scalar.text) => {
                Spanned::new(scalar.text.clone().into_owned(), node.span())
            }
            _ => Spanned::new(String::new(), node.span()),
        })
    }

    /// An id.
    pub fn id(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.get(key)?;
        id(&node, key, self.findings)
    }

    /// A reference to something: its text, looked up later.
    pub fn reference(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.get(key)?;
        reference(&node, key, self.findings)
    }

    /// A list of references.
    pub fn references(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let nodes = self.list(key);
        nodes.iter().filter_map(|node| reference(&node, key, self.findings)).collect()
    }

    /// One reference or a list of them.
    pub fn one_or_many(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        match self.get(key) {
            Some(node) if matches!(node.kind(), Kind::Sequence(_)) => self.references(key),
            _ => self.reference(key).into_iter().collect(),
        }
    }

    /// One word of a closed list, or a list of them.
    pub fn words<T: Copy>(&mut self, key: &'static str, words: &[(&'static str, T)]) -> Vec<Spanned<T>> {
        let Some(node) = self.get(key) else { return Vec::new() };
        match node.kind() {
            Kind::Sequence(items) => {
                items.iter().filter_map(|node| word(&node, key, words, self.findings)).collect()
            }
            _ => word(&node, key, words, self.findings).into_iter().collect(),
        }
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let nodes = self.list(key);
        nodes.iter().filter_map(|node| text(&node, key, self.findings)).collect()
    }

    /// The items of a list; a value that is no list becomes a finding.
    pub fn list(&mut self, key: &'static str) -> Items<'n> {
        match self.get(key) {
            None => Items::default(),
            Some(node) if let Kind::Sequence(items) = node.kind() => items,
            Some(node) => {
                let finding = wrong_type(&node, &format!("`{key}`"), "a list");
                self.findings.push(
                    finding.help(format!("write `{key}: [value]`, or each value on a line after `- `")),
                );
                Items::default()
            }
        }
    }

    /// A date.
    pub fn date(&mut self, key: &'static str) -> Option<Spanned<Date>> {
        let node = self.get(key)?;
        date(&node, key, self.findings)
    }

    /// A date that must be there.
    pub fn required_date(&mut self, key: &'static str) -> Option<Spanned<Date>> {
        let node = self.require(key)?;
        date(&node, key, self.findings)
    }

    /// An exact number.
    pub fn number(&mut self, key: &'static str) -> Option<Spanned<Decimal>> {
        let node = self.get(key)?;
        number(&node, key, self.findings)
    }

    /// An exact number that must be there.
    pub fn required_number(&mut self, key: &'static str) -> Option<Spanned<Decimal>> {
        let node = self.require(key)?;
        number(&node, key, self.findings)
    }

    /// A number from 0 to 1.
    pub fn ratio(&mut self, key: &'static str) -> Option<Spanned<f64>> {
        let node = self.get(key)?;
        let value = number_or(&node, key, bad_share, self.findings)?;
        if !is_share(value.value) {
            let message = format!("`{key}` is {}, and must lie between 0 and 1", value.value);
            self.findings
                .push(Finding::error(&BAD_NUMBER, value.span, message).maybe_help(as_share(value.value)));
            return None;
        }
        Some(value.map(approximate))
    }

    /// A weight: a number from 0 on; 1 where it is absent or wrong.
    pub fn weight(&mut self) -> f64 {
        let Some(value) = self.number("weight") else { return 1.0 };
        if value.value < Decimal::ZERO {
            let message = format!("`weight` is {}, and must not be negative", value.value);
            let help = "give a weight of 0 or more; 0 leaves it out of the mean";
            self.findings.push(Finding::error(&BAD_WEIGHT, value.span, message).help(help));
            return 1.0;
        }
        approximate(value.value)
    }

    /// True or false.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let node = self.get(key)?;
        match node.kind() {
            Kind::Scalar(scalar) if scalar.is_bool() => Some(scalar.text.starts_with(['t', 'T'])),
            _ => {
                self.findings.push(wrong_type(&node, &format!("`{key}`"), "`true` or `false`"));
                None
            }
        }
    }

    /// One of the words of a closed list.
    pub fn word<T: Copy>(&mut self, key: &'static str, words: &[(&'static str, T)]) -> Option<Spanned<T>> {
        let node = self.get(key)?;
        word(&node, key, words, self.findings)
    }

    /// An address; only http, https and mailto.
    pub fn url(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let url = self.text(key)?;
        match url_fault(&url.value) {
            None => Some(url),
            Some(fault) => {
                self.findings.push(bad_url(url.span, &url.value, fault));
                None
            }
        }
    }
}
