//! A sentence whose titles and foreign texts can still be told from its own words.

use crate::locale::{Part, Pattern};
use crate::snapshot::compare::{Subject, SubjectKind};

/// Part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of the program, and numbers.
    Text(String),
    /// The title of a goal or KPI.
    Goal {
        /// What it is.
        kind: SubjectKind,
        /// Its reference.
        reference: String,
        /// Its title.
        title: String,
    },
    /// A title or name without a place of its own.
    Title(String),
    /// Inline Markdown that somebody wrote.
    Prose(String),
}

/// A sentence in pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// The pieces, in their order.
    pub pieces: Vec<Piece>,
}

impl Sentence {
    /// Puts pieces where a message has its variables; one that is not given is left out.
    pub(super) fn fill(message: Pattern, values: &[(&str, Sentence)]) -> Sentence {
        let mut sentence = Sentence::default();
        for part in message.parts() {
            match part {
                Part::Text(words) => sentence.text(words),
                Part::Variable(name) => {
                    let value = values.iter().find(|(key, _)| *key == name);
                    let pieces = value.map_or(&[][..], |(_, value)| &value.pieces);
                    for piece in pieces {
                        sentence.push(piece.clone());
                    }
                }
            }
        }
        sentence
    }

    /// Words alone.
    pub(super) fn of(text: impl Into<String>) -> Sentence {
        Sentence { pieces: vec![Piece::Text(text.into())] }
    }

    /// The title of a goal, with that of its objective behind it.
    pub(super) fn naming(subject: &Subject) -> Sentence {
        let goal = Piece::Goal {
            kind: subject.kind,
            reference: subject.reference.clone(),
            title: subject.title.clone(),
        };
        let mut sentence = Sentence { pieces: vec![goal] };
        if let (Some(of), Some((objective, _))) = (&subject.of, subject.reference.split_once('/')) {
            sentence.text(" (");
            sentence.push(Piece::Goal {
                kind: SubjectKind::Objective,
                reference: objective.to_owned(),
                title: of.clone(),
            });
            sentence.text(")");
        }
        sentence
    }

    /// Appends another sentence.
    pub(super) fn then(mut self, other: Sentence) -> Sentence {
        for piece in other.pieces {
            self.push(piece);
        }
        self
    }

    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.push(Piece::Text(text.to_owned()));
        }
    }

    fn push(&mut self, piece: Piece) {
        match (self.pieces.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => self.pieces.push(piece),
        }
    }

    /// The sentence as plain text, titles in quotes; what people wrote in one line.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Goal { title, .. } | Piece::Title(title) => {
                    text.extend(["“", &one_line(title), "”"]);
                }
                Piece::Prose(prose) => text.push_str(&one_line(prose)),
            }
        }
        text
    }
}

/// A text with single spaces instead of line breaks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
