//! The gitlab format: a code quality report, which GitLab shows in merge requests.

use super::{Format, shown};
use crate::diagnostic::{Judged, Level, Report};
use crate::text::Sources;
use serde_json::{Value, json};
use std::collections::HashMap;

pub(super) static FORMAT: Format = Format { name: "gitlab", machine: true, render };

fn render(report: &Report, sources: &Sources, _color: bool) -> String {
    let mut seen = HashMap::new();
    let issues: Value = shown(report).map(|item| issue(item, sources, &mut seen)).collect();
    format!("{issues:#}\n")
}

fn issue(judged: &Judged, sources: &Sources, seen: &mut HashMap<String, usize>) -> Value {
    let finding = &judged.finding;
    let path = sources.get(finding.span.source()).path();
    let severity = match judged.level {
        Level::Error => "critical",
        Level::Deny => "major",
        Level::Warn | Level::Silenced => "minor",
    };
    json!({
        "description": finding.message,
        "check_name": finding.code,
        "fingerprint": fingerprint(&format!("{}\0{path}\0{}", finding.code, finding.message), seen),
        "severity": severity,
        "location": { "path": path, "lines": {
            "begin": sources.start(finding.span).line,
            "end": sources.end(finding.span).line,
        } },
    })
}

/// Tells findings apart and knows them again when their lines move: what is found, where, and which of its kind.
fn fingerprint(text: &str, seen: &mut HashMap<String, usize>) -> String {
    let count = seen.entry(text.to_owned()).or_default();
    *count += 1;
    blake3::hash(format!("{text}\0{count}").as_bytes()).to_hex()[..32].to_owned()
}
