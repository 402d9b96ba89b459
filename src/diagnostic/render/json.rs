//! The json format: an array of findings for machines.

use super::Format;
use crate::diagnostic::{Judged, Report};
use crate::text::{Sources, Span};
use serde::Serialize;

pub(super) static FORMAT: Format = Format { name: "json", machine: true, render };

#[derive(Serialize)]
struct Item<'a> {
    code: &'a str,
    level: &'a str,
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    labels: Vec<Label<'a>>,
    help: &'a [String],
}

#[derive(Serialize)]
struct Label<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
}

fn render(report: &Report, sources: &Sources, _color: bool) -> String {
    let items: Vec<_> = report.items.iter().map(|judged| item(judged, sources)).collect();
    let mut text = serde_json::to_string_pretty(&items).expect("findings are plain strings and numbers");
    text.push('\n');
    text
}

fn item<'a>(judged: &'a Judged, sources: &'a Sources) -> Item<'a> {
    let finding = &judged.finding;
    let (start, end) = (sources.start(finding.span), sources.end(finding.span));
    Item {
        code: finding.code,
        level: judged.level.word(),
        message: &finding.message,
        file: sources.get(finding.span.source()).path(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        labels: finding.labels.iter().map(|label| place(label.span, &label.message, sources)).collect(),
        help: &finding.help,
    }
}

fn place<'a>(span: Span, message: &'a str, sources: &'a Sources) -> Label<'a> {
    let start = sources.start(span);
    Label { file: sources.get(span.source()).path(), line: start.line, column: start.column, message }
}
