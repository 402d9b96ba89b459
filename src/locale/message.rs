//! A message that is ready to be said: its text in pieces, and what its variables are told.

use super::Language;
use crate::model::Date;
use crate::text::{holds, is_markup};
use icu_plurals::PluralCategory;
use std::borrow::Cow;
use std::fmt;

/// The marks between which a text of unknown direction keeps its order inside of another.
const ISOLATE: char = '\u{2068}';
const END_ISOLATE: char = '\u{2069}';

/// A message: pieces one after another.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Message {
    /// Without variables.
    Word(String),
    /// With variables.
    Pattern(Vec<Piece>),
}

/// A piece of a message. Variables are known by their place in the alphabetical order.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// A text that holds what means something in markup.
    Text(String),
    /// A text that reads the same in markup, as nearly all do.
    Plain(String),
    Variable(usize),
    Select {
        variable: usize,
        variants: Vec<(Key, Vec<Piece>)>,
        default: usize,
    },
}

/// When a variant is said.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Key {
    Number(u64),
    Category(PluralCategory),
    Word(String),
}

impl Piece {
    /// A text.
    pub(super) fn of(text: String) -> Piece {
        if holds(&text, is_markup) { Piece::Text(text) } else { Piece::Plain(text) }
    }
}

impl Message {
    /// A message of pieces; one text where they are only text.
    pub(super) fn of(pieces: Vec<Piece>) -> Message {
        let is_text = pieces.iter().all(|piece| matches!(piece, Piece::Text(_) | Piece::Plain(_)));
        if !is_text {
            return Message::Pattern(pieces);
        }
        let texts = pieces.into_iter().filter_map(|piece| match piece {
            Piece::Text(text) | Piece::Plain(text) => Some(text),
            _ => None,
        });
        Message::Word(texts.collect())
    }

    pub(super) fn as_word(&self) -> &str {
        match self {
            Message::Word(text) => text,
            Message::Pattern(_) => "",
        }
    }
}

/// What a variable is told.
#[derive(Clone, Copy)]
pub enum Arg<'v> {
    /// How many; decides between plural forms.
    Count(u64),
    /// A text, which a page escapes.
    Text(&'v str),
    /// A ratio, said as whole percents.
    Percent(f64),
    /// A day with its year.
    Date(Date),
    /// A day without its year.
    Day(Date),
    /// Something that writes itself, as markup into pages.
    Written(&'v dyn Fn(&mut String)),
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Arg::Count(count as u64)
    }
}

impl From<u64> for Arg<'_> {
    fn from(count: u64) -> Self {
        Arg::Count(count)
    }
}

impl<'v> From<&'v str> for Arg<'v> {
    fn from(text: &'v str) -> Self {
        Arg::Text(text)
    }
}

impl<'v> From<&'v String> for Arg<'v> {
    fn from(text: &'v String) -> Self {
        Arg::Text(text)
    }
}

impl From<Date> for Arg<'_> {
    fn from(date: Date) -> Self {
        Arg::Date(date)
    }
}

/// A message whose variables are told by name, for those who choose between messages.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    /// The language in which it is said.
    pub language: &'a Language,
    pub(super) message: &'a Message,
    pub(super) variables: &'static [&'static str],
}

/// A part of a message whose variables are told by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words of its own.
    Text(&'a str),
    /// A variable.
    Variable(&'static str),
}

impl<'a> Pattern<'a> {
    /// Its parts in their order; of a selection those of the default.
    pub fn parts(&self) -> Vec<Part<'a>> {
        let mut parts = Vec::new();
        match self.message {
            Message::Word(text) => parts.push(Part::Text(text)),
            Message::Pattern(pieces) => self.add(pieces, &mut parts),
        }
        parts
    }

    fn add(&self, pieces: &'a [Piece], parts: &mut Vec<Part<'a>>) {
        for piece in pieces {
            match piece {
                Piece::Text(text) | Piece::Plain(text) => parts.push(Part::Text(text)),
                Piece::Variable(variable) => parts.push(Part::Variable(self.variables[*variable])),
                Piece::Select { variants, default, .. } => self.add(&variants[*default].1, parts),
            }
        }
    }
}

/// A message with what its variables are told, to be written where it is needed.
#[derive(Clone, Copy)]
pub struct Filled<'m, 'v, const N: usize> {
    pub(super) language: &'m Language,
    pub(super) message: &'m Message,
    pub(super) args: [Arg<'v>; N],
}

impl<const N: usize> Filled<'_, '_, N> {
    /// It alone, as plain text.
    pub fn text(&self) -> String {
        /// As much as most messages take.
        const ROOM: usize = 64;
        let mut text = String::with_capacity(ROOM);
        self.write(&mut text, |words, out| out.push_str(words));
        text
    }

    /// Appends it; `text` appends a text that is neither a number nor written by an [`Arg::Written`], and may
    /// escape it as markup. Words of the message that hold nothing to escape are appended without asking it.
    pub fn write(&self, out: &mut String, text: fn(&str, &mut String)) {
        match self.message {
            Message::Word(word) => text(word, out),
            Message::Pattern(pieces) => self.pieces(pieces, out, text),
        }
    }

    fn pieces(&self, pieces: &[Piece], out: &mut String, text: fn(&str, &mut String)) {
        for piece in pieces {
            match piece {
                Piece::Plain(words) => out.push_str(words),
                Piece::Text(words) => text(words, out),
                Piece::Variable(variable) => {
                    if let Some(&arg) = self.args.get(*variable) {
                        self.arg(arg, out, text);
                    }
                }
                Piece::Select { variable, variants, default } => {
                    let chosen = self.args.get(*variable).and_then(|&arg| self.choose(arg, variants));
                    self.pieces(&variants[chosen.unwrap_or(*default)].1, out, text);
                }
            }
        }
    }

    fn arg(&self, arg: Arg, out: &mut String, text: fn(&str, &mut String)) {
        let language = self.language;
        let is_foreign = language.is_rtl && matches!(arg, Arg::Text(_) | Arg::Written(_));
        if is_foreign {
            out.push(ISOLATE);
        }
        match arg {
            Arg::Count(count) => language.push_count(out, count),
            Arg::Text(words) => text(words, out),
            Arg::Percent(ratio) => language.push_percent(out, ratio),
            Arg::Date(date) => language.push_date(out, date),
            Arg::Day(date) => language.push_day(out, date),
            Arg::Written(write) => write(out),
        }
        if is_foreign {
            out.push(END_ISOLATE);
        }
    }

    /// The variant for a value: the one of just this number, else of its plural category.
    fn choose(&self, arg: Arg, variants: &[(Key, Vec<Piece>)]) -> Option<usize> {
        let find = |wanted: Key| variants.iter().position(|(key, _)| *key == wanted);
        match arg {
            Arg::Count(count) => find(Key::Number(count))
                .or_else(|| find(Key::Category(self.language.plurals.category_for(count)))),
            Arg::Text(word) => {
                variants.iter().position(|(key, _)| matches!(key, Key::Word(is) if is == word))
            }
            _ => None,
        }
    }
}

impl Language {
    /// A name as it stands among other words: where those run from right to left, it keeps its own order.
    pub fn isolated<'n>(&self, name: &'n str) -> Cow<'n, str> {
        if self.is_rtl { Cow::Owned(format!("{ISOLATE}{name}{END_ISOLATE}")) } else { Cow::Borrowed(name) }
    }
}

impl<const N: usize> fmt::Display for Filled<'_, '_, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

#[cfg(test)]
impl Message {
    /// The variables that it says somewhere.
    pub(super) fn variables(&self) -> std::collections::BTreeSet<usize> {
        fn gather(pieces: &[Piece], into: &mut std::collections::BTreeSet<usize>) {
            for piece in pieces {
                match piece {
                    Piece::Text(_) | Piece::Plain(_) => {}
                    Piece::Variable(variable) => {
                        into.insert(*variable);
                    }
                    Piece::Select { variable, variants, .. } => {
                        into.insert(*variable);
                        for (_, pieces) in variants {
                            gather(pieces, into);
                        }
                    }
                }
            }
        }
        let mut found = std::collections::BTreeSet::new();
        if let Message::Pattern(pieces) = self {
            gather(pieces, &mut found);
        }
        found
    }

    /// The plural forms of each of its choices by number.
    pub(super) fn plural_forms(&self) -> Vec<std::collections::BTreeSet<String>> {
        let Message::Pattern(pieces) = self else { return Vec::new() };
        let forms = |piece: &Piece| {
            let Piece::Select { variants, .. } = piece else { return None };
            let category = |(key, _): &(Key, Vec<Piece>)| match key {
                Key::Category(category) => Some(format!("{category:?}")),
                _ => None,
            };
            Some(variants.iter().filter_map(category).collect())
        };
        pieces.iter().filter_map(forms).collect()
    }
}
