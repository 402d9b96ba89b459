//! The github format: workflow commands that GitHub shows as annotations beside the lines of a pull request.
//!
//! Paths count from the handbook's root; the annotations find their lines where that is the repository's root.

use super::{Format, sentences, severity, shown};
use crate::diagnostic::Report;
use crate::text::Sources;
use std::fmt::Write;

pub(super) static FORMAT: Format = Format { name: "github", machine: true, render };

fn render(report: &Report, sources: &Sources, _color: bool) -> String {
    let mut text = String::new();
    for item in shown(report) {
        let finding = &item.finding;
        let command = severity(item.level);
        let (start, end) = (sources.start(finding.span), sources.end(finding.span));
        let file = property(sources.get(finding.span.source()).path());
        write!(text, "::{command} file={file},line={},endLine={}", start.line, end.line)
            .expect("a String takes every line");
        // Columns are understood on one line alone.
        if start.line == end.line {
            write!(text, ",col={},endColumn={}", start.column, end.column)
                .expect("a String takes every line");
        }
        writeln!(text, ",title={}::{}", finding.code, data(&sentences(finding)))
            .expect("a String takes every line");
    }
    text
}

/// What stands behind the last `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands in front of it, where `:` and `,` mean something.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
