//! `okrbook explain`: a finding's page in the terminal.

use super::{Error, Exit};
use crate::cli::terminal::Terminal;
use crate::diagnostic::did_you_mean;
use crate::diagnostic::errors::ERRORS;
use crate::lint::RULES;
use clap::Args;
use std::fmt::Write;

/// Say what a finding means, why it matters, and how to mend it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  okrbook explain stale-check-in\n  okrbook explain             lists all"
)]
pub(in crate::cli) struct Arguments {
    /// The code of a finding, such as `stale-check-in`; all are listed where none is given.
    code: Option<String>,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let color = terminal.colors_product();
        let Some(code) = self.code else {
            terminal.product(&list(color))?;
            return Ok(Exit::Clean);
        };
        let Some((_, _, page)) = pages().find(|(name, ..)| *name == code) else {
            let nearest = did_you_mean(&code, pages().map(|(name, ..)| name));
            let help = nearest.or_else(|| Some("`okrbook explain` lists all of them".to_owned()));
            return Err(Error::Unknown { what: "finding", name: code, help });
        };
        terminal.product(&styled(page, color))?;
        Ok(Exit::Clean)
    }
}

/// Name, level and page of every code: errors first, then lints, each by name.
fn pages() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let errors = ERRORS.iter().map(|error| (error.name, "error", error.docs));
    errors.chain(RULES.iter().map(|rule| (rule.name, rule.level.word(), rule.docs)))
}

fn list(color: bool) -> String {
    let [bold, plain] = if color { ["\u{1b}[1m", "\u{1b}[0m"] } else { [""; 2] };
    let mut text = String::new();
    for (name, level, page) in pages() {
        writeln!(text, "{bold}{name:24}{plain} {level:5}  {}", first_sentence(page))
            .expect("a String takes all");
    }
    text
}

/// The first sentence below a page's title, on one line.
fn first_sentence(page: &str) -> String {
    let paragraph = page.split("\n\n").map(str::trim).find(|text| !text.is_empty() && !text.starts_with('#'));
    let line = paragraph.unwrap_or_default().replace('\n', " ");
    match line.find(". ") {
        Some(end) => line[..=end].to_owned(),
        None => line,
    }
}

/// A page as it reads best: Markdown as it is, or with its headings and examples set apart by colour.
fn styled(page: &str, color: bool) -> String {
    if !color {
        return page.to_owned();
    }
    let mut text = String::new();
    let mut in_code = false;
    for line in page.lines() {
        let is_fence = line.starts_with("```");
        in_code ^= is_fence;
        let (on, line) = match line.trim_start_matches('#') {
            heading if heading.len() < line.len() && !in_code => ("\u{1b}[1m", heading.trim_start()),
            _ if is_fence => continue,
            _ if in_code => ("\u{1b}[36m", line),
            _ => ("", line),
        };
        let off = if on.is_empty() { "" } else { "\u{1b}[0m" };
        let indent = if in_code { "    " } else { "" };
        writeln!(text, "{indent}{on}{line}{off}").expect("a String takes every line");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_says_each_in_a_sentence() {
        let list = list(false);
        assert!(list.contains("bad-number               error  A number is due here"), "{list}");
        for line in list.lines() {
            assert!(line.len() > 34, "no first sentence: {line}");
        }
    }

    #[test]
    fn headings_and_examples_are_set_apart_in_colour() {
        let page = "# bad-id\n\nText.\n\n## Example\n```yaml\n# comment\n```\n";
        assert_eq!(styled(page, false), page);
        assert_eq!(
            styled(page, true),
            "\u{1b}[1mbad-id\u{1b}[0m\n\nText.\n\n\u{1b}[1mExample\u{1b}[0m\n    \u{1b}[36m# comment\u{1b}[0m\n"
        );
    }
}
