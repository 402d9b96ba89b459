//! A comparison as Markdown that fits a comment on a pull request: short, with the long table folded away.
//!
//! Titles are escaped, so that no word of theirs becomes markup or breaks the table.

use crate::locale::Messages;
use crate::page::comparison::{Piece, Sentence, health, rows, sections, summary};
use crate::snapshot::compare::Comparison;

/// So many sentences of a section, and rows of the table, are shown; a comment holds 65 536 characters.
const SHOWN: usize = 40;

/// The comparison as Markdown.
pub(super) fn tell(comparison: &Comparison, words: &Messages) -> String {
    let mut text = format!(
        "### {}\n\n",
        words.told_headline(&escaped(&comparison.from.name), &escaped(&comparison.to.name))
    );
    text.extend([&escaped(&summary(comparison, words)), "\n"]);
    for section in sections(comparison, words) {
        text.extend(["\n#### ", &section.title, "\n\n"]);
        for sentence in section.sentences.iter().take(SHOWN) {
            text.extend(["* ", &markdown(sentence), "\n"]);
        }
        rest(&mut text, section.sentences.len(), words, "* ");
    }
    table(&mut text, comparison, words);
    text
}

/// Says how many are not shown.
fn rest(text: &mut String, all: usize, words: &Messages, mark: &str) {
    if all > SHOWN {
        text.extend([mark, &words.told_n_more(all - SHOWN).to_string(), "\n"]);
    }
}

/// Where goals stand, as a table that opens when it is asked for.
fn table(text: &mut String, comparison: &Comparison, words: &Messages) {
    let rows = rows(comparison, words);
    if rows.is_empty() {
        return;
    }
    let count = rows.len().to_string();
    text.extend(["\n<details><summary>", words.told_standings, " (", &count, ")</summary>\n\n"]);
    let heads = [words.told_goal, words.told_before, words.told_now];
    text.extend(["| ", &heads.join(" | "), " |\n| --- | --- | --- |\n"]);
    for row in rows.iter().take(SHOWN) {
        let side = |value: Option<&str>, progress: &str, health: &str| {
            let value = value.map(|value| format!("{value}, ")).unwrap_or_default();
            escaped(&format!("{value}{progress}, {health}"))
        };
        let values = row.value.as_ref();
        let before = side(values.map(|value| &*value.0), &row.progress.0, health(row.health.0, words));
        let now = side(values.map(|value| &*value.1), &row.progress.1, health(row.health.1, words));
        text.extend(["| ", &markdown(&row.goal), " | ", &before, " | ", &now, " |\n"]);
    }
    text.push('\n');
    rest(text, rows.len(), words, "");
    text.push_str("</details>\n");
}

/// A sentence with titles in bold, in one line.
fn markdown(sentence: &Sentence) -> String {
    let mut text = String::new();
    for piece in &sentence.pieces {
        match piece {
            Piece::Text(words) => text.push_str(&escaped(words)),
            Piece::Goal { title, .. } | Piece::Title(title) => {
                text.extend(["**", &escaped(&one_line(title)), "**"]);
            }
            Piece::Prose(prose) => text.push_str(&tame(prose)),
        }
    }
    text
}

/// Text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
    }
    out
}

/// Markdown that somebody wrote, in one line, without HTML and without what would end a cell.
fn tame(prose: &str) -> String {
    one_line(prose).replace('<', "&lt;").replace('|', "\\|")
}

fn one_line(text: &str) -> String {
    // The spaces that stand between numbers and units stay.
    text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_become_markup_or_break_a_table() {
        assert_eq!(escaped("a | b <i> *c* #4 [x](y)"), "a \\| b &lt;i&gt; \\*c\\* \\#4 \\[x\\](y)");
        assert_eq!(tame("see *this*\n<details> | that"), "see *this* &lt;details> \\| that");
    }
}
