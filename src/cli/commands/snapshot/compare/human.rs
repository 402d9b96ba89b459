//! A comparison for the terminal: headlines and sentences.

use crate::locale::Messages;
use crate::page::comparison::{Sentence, sections, standings, summary};
use crate::snapshot::compare::Comparison;

/// The comparison as plain text.
pub(super) fn tell(comparison: &Comparison, words: &Messages) -> String {
    let mut text = summary(comparison, words);
    text.push('\n');
    let mut section = |title: &str, sentences: &mut dyn Iterator<Item = String>| {
        text.extend(["\n", title, "\n"]);
        for sentence in sentences {
            text.extend(["  ", &sentence, "\n"]);
        }
    };
    for told in sections(comparison, words) {
        section(&told.title, &mut told.sentences.iter().map(Sentence::plain));
    }
    let standings = standings(comparison, words);
    if !standings.is_empty() {
        section(words.told_standings, &mut standings.iter().map(Sentence::plain));
    }
    text
}
