//! Writes into a source so that everything else in it stays as it was, byte for byte.
//!
//! An [`Edit`] is a few short insertions into one file, found through the places of the syntax tree and never by
//! looking for a text. Whoever applies one compiles the handbook again and asks [`Edit::is_proven`]: the file must say
//! what it said before and exactly what was meant beside it, else nothing is written. Where a file is too odd to be
//! edited, a [`Refusal`] says what to add by hand.
//!
//! * [`check_in`]: a check-in or a KPI's value, where the others of its kind stand.
//! * [`done`]: the day on which a milestone or a done measure was reached.
//! * [`review`]: the judgement at the end of an objective.
//! * [`alignment`]: the fingerprints of goals that somebody has read again.

pub mod alignment;
mod brackets;
pub mod check_in;
pub mod done;
mod lines;
mod mapping;
mod order;
mod place;
mod proof;
pub mod review;
mod sequence;
mod series;
mod tree;
mod written;

pub use proof::Meant;
pub use written::Number;

use crate::text::{SourceId, Span};
use std::ops::Range;

/// One replacement in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Splice {
    /// What goes; empty where something is only added.
    range: Range<usize>,
    /// What comes.
    text: String,
}

impl Splice {
    fn insert(at: usize, text: impl Into<String>) -> Self {
        Splice { range: at..at, text: text.into() }
    }

    fn replace(range: Range<usize>, text: impl Into<String>) -> Self {
        Splice { range, text: text.into() }
    }
}

/// What changes in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The file.
    pub source: SourceId,
    /// By place; they do not overlap.
    splices: Vec<Splice>,
    meant: Meant,
    by_hand: Refusal,
}

impl Edit {
    /// An edit, with what to do by hand where it turns out not to do what it should.
    fn new(source: SourceId, mut splices: Vec<Splice>, meant: Meant, by_hand: Refusal) -> Self {
        splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
        Edit { source, splices, meant, by_hand }
    }

    /// What to say where the edit cannot be proven.
    pub fn unproven(&self) -> &Refusal {
        &self.by_hand
    }

    /// The new text.
    pub fn apply(&self, text: &str) -> String {
        let mut new = String::with_capacity(text.len() + 200);
        let mut at = 0;
        for splice in &self.splices {
            new.push_str(&text[at..splice.range.start]);
            new.push_str(&splice.text);
            at = splice.range.end;
        }
        new.push_str(&text[at..]);
        new
    }

    /// Where what was mainly written begins, in the new text.
    pub fn place(&self) -> usize {
        let written = self.splices.iter().zip(self.inserted());
        let main = written.max_by_key(|(splice, _)| splice.text.len());
        main.map_or(0, |(splice, place)| {
            place.start + splice.text.len() - splice.text.trim_start_matches(['\r', '\n']).len()
        })
    }

    /// What goes, in the old text.
    fn removed(&self) -> Vec<Range<usize>> {
        self.splices.iter().map(|splice| splice.range.clone()).collect()
    }

    /// What comes, in the new text.
    fn inserted(&self) -> Vec<Range<usize>> {
        let (mut grown, mut shrunk) = (0, 0);
        let place = |splice: &Splice| {
            let start = splice.range.start + grown - shrunk;
            grown += splice.text.len();
            shrunk += splice.range.len();
            start..start + splice.text.len()
        };
        self.splices.iter().map(place).collect()
    }
}

/// Why there is nothing to edit.
fn not_found() -> String {
    "it is not found in its file, which may repeat it with an alias".to_owned()
}

/// Why an edit that was made is not used.
fn not_as_meant() -> String {
    "this place is shared, or written so unusually that an edit would change more".to_owned()
}

/// A file is too odd to be edited, or cannot hold what should be written: what a person can do by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where.
    pub span: Span,
    /// Why, as a fact.
    pub why: String,
    /// What to write there.
    pub snippet: String,
}
