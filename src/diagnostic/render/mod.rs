//! Draws a report: one file a format, one line each in [`FORMATS`].

use super::{Finding, Judged, Level, Report};
use crate::text::Sources;

pub(crate) mod excerpt;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod sarif;
mod short;

/// A way to draw a report.
pub struct Format {
    /// The word after `--format`.
    pub name: &'static str,
    /// Machine formats are products and go to stdout; the others go to stderr.
    pub machine: bool,
    /// Draws the whole report; the flag says whether colour is welcome.
    pub render: fn(&Report, &Sources, bool) -> String,
}

/// All formats, in the order in which help lists them.
pub static FORMATS: &[&Format] = &[
    &human::FORMAT,
    &short::FORMAT,
    &json::FORMAT,
    &sarif::FORMAT,
    &github::FORMAT,
    &gitlab::FORMAT,
    &junit::FORMAT,
];

/// The format of this name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.name == name)
}

/// A report as people read it, in colour where that is welcome.
pub fn human(report: &Report, sources: &Sources, colored: bool) -> String {
    (human::FORMAT.render)(report, sources, colored)
}

/// How much was found, in a line such as `2 errors, 1 warning in 2 files`.
pub fn summary(report: &Report) -> String {
    let errors = report.count(Level::Error) + report.count(Level::Deny);
    let warnings = report.count(Level::Warn);
    let mut files: Vec<_> = shown(report).map(|item| item.finding.span.source()).collect();
    files.sort_unstable();
    files.dedup();
    let counts: Vec<String> =
        [counted(errors, "error"), counted(warnings, "warning")].into_iter().flatten().collect();
    if counts.is_empty() {
        return "nothing found".to_owned();
    }
    format!("{} in {}", counts.join(", "), counted(files.len(), "file").unwrap_or_default())
}

/// A number of things, unless there are none.
fn counted(count: usize, thing: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {thing}")),
        _ => Some(format!("{count} {thing}s")),
    }
}

/// The findings that people see: all but the silenced.
fn shown(report: &Report) -> impl Iterator<Item = &Judged> {
    report.items.iter().filter(|item| item.level != Level::Silenced)
}

/// What other tools call a level that is shown: what stops is an error, whoever decided it.
pub(crate) fn severity(level: Level) -> &'static str {
    if level.stops() { "error" } else { "warning" }
}

/// What a finding says and what would mend it, a line each.
fn sentences(finding: &Finding) -> String {
    let all: Vec<&str> = std::iter::once(&finding.message).chain(&finding.help).map(String::as_str).collect();
    all.join("\n")
}

/// Keeps a text on one line and the terminal safe: control characters, and those that turn the direction of
/// writing, become visible escapes.
pub(crate) fn printable(text: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control() || turns(letter) {
            out.extend(letter.escape_default());
        } else {
            out.push(letter);
        }
    }
    out
}
