//! The junit format: a test report, which every CI server shows. What stops is a failure; what only warns is a test
//! that was skipped, so that it is seen and stops nothing.

use super::{Format, printable, shown};
use crate::diagnostic::{Judged, Level, Report};
use crate::text::Sources;
use std::fmt::Write;

pub(super) static FORMAT: Format = Format { name: "junit", machine: true, render };

fn render(report: &Report, sources: &Sources, _color: bool) -> String {
    let items: Vec<&Judged> = shown(report).collect();
    let warnings = items.iter().filter(|item| item.level == Level::Warn).count();
    let failures = items.len() - warnings;
    let tests = items.len().max(1);
    let counts = format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{warnings}\"");
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    writeln!(xml, "<testsuites name=\"okrbook\" {counts}>\n  <testsuite name=\"okrbook check\" {counts}>")
        .expect("a String takes every line");
    if items.is_empty() {
        xml.push_str("    <testcase classname=\"okrbook\" name=\"nothing found\"/>\n");
    }
    for item in items {
        push_case(&mut xml, item, sources);
    }
    xml.push_str("  </testsuite>\n</testsuites>\n");
    xml
}

fn push_case(xml: &mut String, item: &Judged, sources: &Sources) {
    let finding = &item.finding;
    let path = escaped(sources.get(finding.span.source()).path());
    let place = sources.start(finding.span);
    let message = escaped(&finding.message);
    let details: Vec<String> =
        std::iter::once(&item.because).chain(&finding.help).map(|text| escaped(text)).collect();
    let (code, details) = (finding.code, details.join("\n"));
    let name = format!("{code} at {}:{}", place.line, place.column);
    let element = if item.level == Level::Warn { "skipped" } else { "failure" };
    let kind = if item.level == Level::Warn { String::new() } else { format!(" type=\"{code}\"") };
    writeln!(
        xml,
        "    <testcase classname=\"{path}\" name=\"{name}\" file=\"{path}\" line=\"{}\">\n      \
         <{element} message=\"{message}\"{kind}>{details}</{element}>\n    </testcase>",
        place.line
    )
    .expect("a String takes every line");
}

/// A text as XML takes it, in attributes too; control characters, which it does not, as visible escapes.
fn escaped(text: &str) -> String {
    printable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
