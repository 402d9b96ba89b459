//! The sarif format (SARIF 2.1.0, OASIS): for code scanning.

use super::{Format, sentences, severity};
use crate::diagnostic::{Judged, Level, Report};
use crate::text::percent::encoded;
use crate::text::{Sources, Span};
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub(super) static FORMAT: Format = Format { name: "sarif", machine: true, render };

fn render(report: &Report, sources: &Sources, _color: bool) -> String {
    let codes: BTreeSet<&str> = report.items.iter().map(|item| item.finding.code).collect();
    let rules: Vec<Value> = codes.into_iter().map(|code| json!({ "id": code, "name": code })).collect();
    let results: Vec<Value> = report.items.iter().map(|item| result(item, sources)).collect();
    let driver = json!({ "name": "okrbook", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let run = json!({ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results });
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    let log = json!({ "$schema": schema, "version": "2.1.0", "runs": [run] });
    format!("{log:#}\n")
}

fn result(judged: &Judged, sources: &Sources) -> Value {
    let finding = &judged.finding;
    let mut result = json!({
        "ruleId": finding.code,
        "level": severity(judged.level),
        "message": { "text": sentences(finding) },
        "locations": [location(finding.span, sources)],
    });
    if !finding.labels.is_empty() {
        result["relatedLocations"] = finding
            .labels
            .iter()
            .map(|label| {
                let mut location = location(label.span, sources);
                location["message"] = json!({ "text": label.message });
                location
            })
            .collect();
    }
    if judged.level == Level::Silenced {
        result["level"] = json!("note");
        result["suppressions"] = json!([{ "kind": "inSource" }]);
    }
    result
}

fn location(span: Span, sources: &Sources) -> Value {
    let (start, end) = (sources.start(span), sources.end(span));
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": encoded(sources.get(span.source()).path()) },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    } })
}
