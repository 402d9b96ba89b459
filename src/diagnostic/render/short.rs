//! The short format: one line a finding, as editors and `grep` like it.

use super::{Format, printable, severity, shown};
use crate::diagnostic::Report;
use crate::text::Sources;
use std::fmt::Write;

pub(super) static FORMAT: Format = Format { name: "short", machine: false, render };

fn render(report: &Report, sources: &Sources, _color: bool) -> String {
    let mut text = String::new();
    for item in shown(report) {
        let finding = &item.finding;
        let level = severity(item.level);
        let place = sources.start(finding.span);
        let path = printable(sources.get(finding.span.source()).path());
        let (line, column, code) = (place.line, place.column, finding.code);
        writeln!(text, "{path}:{line}:{column}: {level}[{code}]: {}", printable(&finding.message))
            .expect("a String takes every line");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::errors::UNKNOWN_KEY;
    use crate::diagnostic::{Finding, Judged, Level};

    #[test]
    fn a_finding_is_one_line_whatever_the_text_holds() {
        let mut sources = Sources::default();
        let id = sources.add("content/a.yaml", b"a: 1\n\xc3\xa9: 2\n".to_vec());
        let span = sources.get(id).span(5, 7);
        let finding = Finding::error(&UNKNOWN_KEY, span, "unknown key `\u{e9}\n\u{1b}[31m`");
        let report = Report { items: vec![Judged { level: Level::Error, finding, because: String::new() }] };
        assert_eq!(
            render(&report, &sources, false),
            "content/a.yaml:2:1: error[unknown-key]: unknown key `\u{e9}\\n\\u{1b}[31m`\n"
        );
    }
}
