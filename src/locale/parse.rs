//! Reads a Fluent file into messages that are ready to be said, and finds what is wrong with it.
//!
//! Of Fluent's syntax there are texts, variables, selections, terms and references to other messages; functions
//! and attributes have no use here. Numbers and dates come written already.

use super::message::{Key, Message, Piece};
use crate::text::{find, table};
use ahash::AHashMap;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;
use icu_plurals::PluralCategory;
use std::ops::Range;

/// References deeper than this go in a circle.
const DEEPEST: usize = 8;
/// How deep choices and placeables may stand in each other: those who write for people need two, and each level is one
/// more on the stack.
const DEEPEST_NESTING: usize = 20;
/// How many bytes and pieces a message may have once what it refers to stands in it: the longest of ours has 300. What
/// refers ten times to what refers ten times to something fills the memory in eight lines.
const LONGEST: usize = 100_000;

/// Something wrong with a file: where, what, and perhaps what was meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) at: Range<usize>,
    pub(super) message: String,
    /// A word for which the right one may be suggested.
    pub(super) word: Option<String>,
}

/// A message of a file, by its place in the list of all messages.
pub(super) type Read = (usize, Message);

/// Reads a file; `known` lists all messages with their variables.
pub(super) fn read(text: &str, known: &[(&str, &[&str])]) -> (Vec<Read>, Vec<Fault>) {
    if let Some(at) = too_deep(text) {
        let message = format!("more than {DEEPEST_NESTING} braces stand in each other");
        return (Vec::new(), vec![Fault { at, message, word: None }]);
    }
    let mut faults = Vec::new();
    let resource = match parser::parse_runtime(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            faults.extend(errors.into_iter().map(|error| Fault {
                at: error.pos.clone(),
                message: format!("this is not Fluent: {}", error.kind.to_string().to_lowercase()),
                word: None,
            }));
            resource
        }
    };
    let mut patterns: AHashMap<(bool, &str), &Pattern<&str>> = AHashMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                patterns.extend(message.value.as_ref().map(|value| ((false, message.id.name), value)));
            }
            Entry::Term(term) => {
                patterns.insert((true, term.id.name), &term.value);
            }
            _ => {}
        }
    }
    let places: AHashMap<&str, usize> =
        known.iter().enumerate().map(|(index, (name, _))| (*name, index)).collect();
    let mut is_said = vec![false; known.len()];
    let mut messages: Vec<Read> = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name;
        let at = place(text, name);
        let Some(&index) = places.get(name) else {
            let message = format!("there is no message `{name}`");
            faults.push(Fault { at, message, word: Some(name.to_owned()) });
            continue;
        };
        let Some(value) = &message.value else {
            faults.push(Fault { at, message: format!("`{name}` has no text"), word: None });
            continue;
        };
        if std::mem::replace(&mut is_said[index], true) {
            faults.push(Fault { at, message: format!("`{name}` is written twice"), word: None });
            continue;
        }
        let variables = known[index].1;
        let mut reader =
            Reader { text, at, variables, patterns: &patterns, left: Some(LONGEST), faults: &mut faults };
        messages.push((index, Message::of(reader.pattern(value, 0))));
    }
    (messages, faults)
}

/// The first brace or bracket that stands too deep in others for a reader that takes a step down for each. A brace that
/// is a text, `{"{"}`, counts for nothing.
fn too_deep(text: &str) -> Option<Range<usize>> {
    const BRACKETS: [bool; 256] = table(b"{}()");
    let bytes = text.as_bytes();
    let mut open = Vec::new();
    let mut at = find(bytes, 0, &BRACKETS);
    while let Some(&byte) = bytes.get(at) {
        let mut behind = at + 1;
        match byte {
            b'{' => {
                open.push(byte);
                if let Some(quoted) = text[behind..].trim_ascii_start().strip_prefix('"') {
                    behind = text.len() - behind_quote(quoted).len();
                }
            }
            // Of a function; anywhere else it is a text.
            b'(' if !open.is_empty() => open.push(byte),
            b')' if open.last() == Some(&b'(') => drop(open.pop()),
            b'}' => open.truncate(open.iter().rposition(|&byte| byte == b'{').unwrap_or_default()),
            _ => {}
        }
        if open.len() > DEEPEST_NESTING {
            return Some(at..at + 1);
        }
        at = find(bytes, behind, &BRACKETS);
    }
    None
}

/// What follows the quote that ends a text.
fn behind_quote(quoted: &str) -> &str {
    let mut is_escaped = false;
    let end = quoted.find(|letter| {
        let is_end = letter == '\n' || (letter == '"' && !is_escaped);
        is_escaped = letter == '\\' && !is_escaped;
        is_end
    });
    &quoted[end.map_or(quoted.len(), |end| end + 1)..]
}

/// Where a slice of a text stands in it.
fn place(text: &str, slice: &str) -> Range<usize> {
    let start = slice.as_ptr().addr().wrapping_sub(text.as_ptr().addr());
    start..start + slice.len()
}

struct Reader<'a> {
    text: &'a str,
    /// The name of the message.
    at: Range<usize>,
    variables: &'a [&'a str],
    patterns: &'a AHashMap<(bool, &'a str), &'a Pattern<&'a str>>,
    /// How many more bytes and pieces the message may hold; none where it holds too many.
    left: Option<usize>,
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>, depth: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            if !self.take(1) {
                break;
            }
            match element {
                // A line break in the file is a space on the page.
                PatternElement::TextElement { value } => self.text(value.replace('\n', " "), &mut pieces),
                PatternElement::Placeable { expression } => self.expression(expression, depth, &mut pieces),
            }
        }
        pieces
    }

    /// Whether there is room for so much more; a message that is full says so once.
    fn take(&mut self, length: usize) -> bool {
        let Some(left) = self.left else { return false };
        self.left = left.checked_sub(length);
        if self.left.is_none() {
            self.fault(&format!("with all that it refers to, it holds more than {LONGEST} bytes"));
        }
        self.left.is_some()
    }

    fn text(&mut self, text: String, pieces: &mut Vec<Piece>) {
        if self.take(text.len()) {
            pieces.push(Piece::of(text));
        }
    }

    fn expression(&mut self, expression: &Expression<&str>, depth: usize, pieces: &mut Vec<Piece>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, depth, pieces),
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                if let Some(variable) = self.variable(id.name) {
                    let default = variants.iter().position(|variant| variant.default).unwrap_or_default();
                    let variants = variants.iter().map(|variant| self.variant(variant, depth)).collect();
                    pieces.push(Piece::Select { variable, variants, default });
                }
            }
            Expression::Select { .. } => self.fault("only a variable can be chosen by"),
        }
    }

    fn variant(&mut self, variant: &Variant<&str>, depth: usize) -> (Key, Vec<Piece>) {
        let (key, name) = match variant.key {
            VariantKey::NumberLiteral { value } => (value.parse().ok().map(Key::Number), value),
            VariantKey::Identifier { name } => {
                (PluralCategory::get_for_cldr_string(name).map(Key::Category), name)
            }
        };
        self.take(name.len());
        (key.unwrap_or_else(|| Key::Word(name.to_owned())), self.pattern(&variant.value, depth))
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, depth: usize, pieces: &mut Vec<Piece>) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                let text = fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned();
                self.text(text, pieces);
            }
            InlineExpression::NumberLiteral { value } => self.text((*value).to_owned(), pieces),
            InlineExpression::VariableReference { id } => {
                pieces.extend(self.variable(id.name).map(Piece::Variable));
            }
            InlineExpression::Placeable { expression } => self.expression(expression, depth, pieces),
            InlineExpression::MessageReference { id, attribute: None } => {
                self.reference(false, id.name, depth, pieces);
            }
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                self.reference(true, id.name, depth, pieces);
            }
            _ => self.fault("functions, attributes and arguments mean nothing here"),
        }
    }

    fn reference(&mut self, is_term: bool, name: &str, depth: usize, pieces: &mut Vec<Piece>) {
        match self.patterns.get(&(is_term, name)) {
            Some(pattern) if depth < DEEPEST => pieces.extend(self.pattern(pattern, depth + 1)),
            Some(_) => {
                self.fault("its references go in a circle");
                self.left = None;
            }
            None => self.fault(&format!("this file has no `{}{name}`", if is_term { "-" } else { "" })),
        }
    }

    fn variable(&mut self, name: &str) -> Option<usize> {
        let found = self.variables.iter().position(|known| *known == name);
        if found.is_none() {
            let known = match self.variables {
                [] => "this message has no variables".to_owned(),
                known => format!("this message has `${}`", known.join("`, `$")),
            };
            let message = format!("there is no variable `${name}`: {known}");
            let place = place(self.text, name);
            // A name that came from elsewhere is not part of this text.
            let at = if place.end <= self.text.len() { place } else { self.at.clone() };
            self.faults.push(Fault { at, message, word: None });
        }
        found
    }

    fn fault(&mut self, message: &str) {
        self.faults.push(Fault { at: self.at.clone(), message: message.to_owned(), word: None });
    }
}
