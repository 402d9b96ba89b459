//! Runs the pages that explain lints and errors: what each shows under *Example* must be found exactly where its
//! carets stand, and what it shows under *Instead* must be clean.
//!
//! A fenced block is a file: `yaml` is `content/example.yaml`, `markdown` is `content/example.md`, and a path after
//! the language names another one; `text` is only for reading. A comment line of carets and a code, such as
//! `#  ^^^^ missing-why`, marks the characters above it and is taken out before the files are read. Where a page
//! shows no `okrbook.yaml`, only the rule that it explains is in force, on 20 February 2026.

mod fenced;
mod frozen;
mod judged;

use libtest_mimic::{Arguments, Failed, Trial};
use okrbook::diagnostic::{Judged, Level, errors::ERRORS};
use okrbook::lint::RULES;
use okrbook::text::Sources;
use std::collections::{BTreeMap, BTreeSet};

fn main() {
    let lints = RULES.iter().map(|rule| Page { code: rule.name, docs: rule.docs, is_lint: true });
    let errors = ERRORS.iter().map(|error| Page { code: error.name, docs: error.docs, is_lint: false });
    let mut trials = Vec::new();
    for page in lints.chain(errors) {
        for section in [Section::Example, Section::Instead] {
            let name = format!("{}: {}", page.code, section.heading());
            trials.push(Trial::test(name, move || check(page, section)));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// A page that explains a code.
#[derive(Clone, Copy)]
struct Page {
    code: &'static str,
    docs: &'static str,
    is_lint: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Section {
    Example,
    Instead,
}

impl Section {
    fn heading(self) -> &'static str {
        match self {
            Section::Example => "Example",
            Section::Instead => "Instead",
        }
    }
}

/// Characters of a line, marked by carets or by a finding: file, line, first and last column, code.
type Mark = (String, usize, usize, usize, String);

fn check(page: Page, section: Section) -> Result<(), Failed> {
    let mut files = BTreeMap::new();
    let mut expected = BTreeSet::new();
    for block in fenced::blocks(page.docs).iter().filter(|block| block.heading == section.heading()) {
        let Some(path) = judged::path(block)? else { continue };
        let text = without_carets(&path, block.text, &mut expected);
        if files.insert(path.clone(), text).is_some() {
            return Err(format!("line {}: the file {path} stands here again", block.line).into());
        }
    }
    if files.is_empty() {
        return Ok(());
    }
    if section == Section::Example && !expected.iter().any(|mark| mark.4 == page.code) {
        return Err(format!("no carets show where `{}` is found", page.code).into());
    }
    files.entry("okrbook.yaml".to_owned()).or_insert_with(|| settings(page));
    let (sources, findings) = run(files);
    let found: BTreeSet<Mark> = findings.iter().map(|finding| mark(finding, &sources)).collect();
    if found == expected {
        return Ok(());
    }
    let told: Vec<String> = findings.iter().map(|finding| finding.finding.message.clone()).collect();
    Err(format!("marked: {expected:#?}\nfound: {found:#?}\nsaying: {told:#?}").into())
}

fn settings(page: Page) -> String {
    let own = if page.is_lint { format!(", {}: warn", page.code) } else { String::new() };
    format!("title: Example\nas_of: 2026-02-20\nlints: {{default: allow{own}}}\n")
}

/// Compiles a handbook of these files; what is silenced does not count as found.
fn run(files: BTreeMap<String, String>) -> (Sources, Vec<Judged>) {
    let compiled = judged::compile_files(files);
    let items = compiled.report.items.into_iter();
    (compiled.sources, items.filter(|judged| judged.level != Level::Silenced).collect())
}

/// What a finding marks on the line where it begins.
fn mark(judged: &Judged, sources: &Sources) -> Mark {
    let span = judged.finding.span;
    let source = sources.get(span.source());
    let (start, end) = (sources.start(span), sources.end(span));
    let last = if start.line == end.line { end.column - 1 } else { source.line(start.line).chars().count() };
    (source.path().to_owned(), start.line, start.column, last, judged.finding.code.to_owned())
}

/// The text of a block without its caret lines, which are noted as marks of the line above them.
fn without_carets(path: &str, block: &str, marks: &mut BTreeSet<Mark>) -> String {
    let mut text = String::new();
    let mut count = 0;
    for line in block.lines() {
        if let Some((first, last, code)) = carets(line) {
            marks.insert((path.to_owned(), count, first, last, code.to_owned()));
        } else {
            count += 1;
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// First and last column of a line of carets, and the code that it names.
fn carets(line: &str) -> Option<(usize, usize, &str)> {
    let comment = line.trim_start();
    let inner =
        comment.strip_prefix('#').or_else(|| comment.strip_prefix("<!--")?.trim_end().strip_suffix("-->"))?;
    let code = inner.trim_start().trim_start_matches('^').trim();
    let count = inner.chars().filter(|&letter| letter == '^').count();
    let is_name = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let first = line.chars().position(|letter| letter == '^')? + 1;
    is_name.then_some((first, first + count - 1, code))
}
