//! Runs the cases below `tests/cases/`: each heading is a test. Its fenced blocks with a path behind the language are
//! the files of a small handbook (`yaml` alone is `content/example.yaml`, `markdown` alone `content/example.md`), and
//! a block `snapshots/CYCLE/DAY.yaml` is a handbook that was frozen on that day, and
//! the block `output` shows everything that is found in it: a line a finding, and below it one for each label.
//!
//! Where a case shows no `okrbook.yaml`, all lints are allowed, so that it tells one thing only. It is 20 February
//! 2026. `SNAPSHOTS=overwrite cargo test --test cases` writes the outputs anew; read them before you commit them.

#![allow(clippy::disallowed_methods, reason = "tests read their cases from files")]

mod fenced;
mod frozen;
mod judged;

use fenced::{Block, blocks};
use libtest_mimic::{Arguments, Failed, Trial};
use okrbook::compile::Compiled;
use okrbook::text::Span;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The folders with cases of this kind.
const FOLDERS: &[&str] = &["syntax", "resolve", "lint"];

fn main() {
    let overwrite = std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite");
    let mut trials = Vec::new();
    for path in FOLDERS.iter().flat_map(|folder| files(&Path::new("tests/cases").join(folder))) {
        let text = std::fs::read_to_string(&path).expect("the case can be read");
        if overwrite {
            std::fs::write(&path, renewed(&text)).expect("the case can be written");
            continue;
        }
        let name = path.with_extension("");
        let name = name.strip_prefix("tests/cases").expect("the path begins there").display().to_string();
        for heading in headings(&text) {
            let (text, heading) = (text.clone(), heading.to_owned());
            trials.push(Trial::test(format!("{name}: {heading}"), move || check(&text, &heading)));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// The Markdown files of a folder, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder can be listed");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("the entry can be read").path()).collect();
    files.sort();
    files
}

/// The headings of all cases of a text.
fn headings(text: &str) -> Vec<&str> {
    let mut headings: Vec<&str> = blocks(text).into_iter().map(|block| block.heading).collect();
    headings.dedup();
    headings
}

/// Compares what a case shows with what is found.
fn check(text: &str, heading: &str) -> Result<(), Failed> {
    let blocks = blocks(text);
    let case: Vec<&Block> = blocks.iter().filter(|block| block.heading == heading).collect();
    let [output] = case.iter().filter(|block| block.info == "output").collect::<Vec<_>>()[..] else {
        return Err("a case has one block `output`".into());
    };
    let found = told(&case)?;
    if found == output.text {
        return Ok(());
    }
    Err(format!("expected on line {}:\n{}\nfound:\n{found}", output.line, output.text).into())
}

/// The text with every output as it is found now.
fn renewed(text: &str) -> String {
    let blocks = blocks(text);
    let mut renewed = String::new();
    let mut rest = 0;
    for output in blocks.iter().filter(|block| block.info == "output") {
        let case: Vec<&Block> = blocks.iter().filter(|block| block.heading == output.heading).collect();
        let start = output.text.as_ptr() as usize - text.as_ptr() as usize;
        renewed.push_str(&text[rest..start]);
        renewed.push_str(&told(&case).unwrap_or_else(|failed| panic!("{}: {failed:?}", output.heading)));
        rest = start + output.text.len();
    }
    renewed + &text[rest..]
}

/// Everything that is found in the handbook of a case.
fn told(case: &[&Block]) -> Result<String, Failed> {
    let mut files = BTreeMap::new();
    for block in case.iter().filter(|block| block.info != "output") {
        let Some(path) = judged::path(block)? else { continue };
        if files.insert(path.clone(), block.text.to_owned()).is_some() {
            return Err(format!("two blocks are the file {path}").into());
        }
    }
    files
        .entry("okrbook.yaml".to_owned())
        .or_insert_with(|| "title: Example\nlints: {default: allow}\n".to_owned());
    let compiled = judged::compile_files(files);
    let mut text = String::new();
    for item in &compiled.report.items {
        let finding = &item.finding;
        let (level, place) = (item.level.word(), place(&compiled, finding.span));
        writeln!(text, "{place}: {level}[{}]: {}", finding.code, finding.message)?;
        for label in &finding.labels {
            writeln!(text, "  {}: {}", self::place(&compiled, label.span), label.message)?;
        }
    }
    Ok(text)
}

/// File, line and column of a place.
fn place(compiled: &Compiled, span: Span) -> String {
    let start = compiled.sources.start(span);
    let path = compiled.sources.get(span.source()).path();
    format!("{path}:{}:{}", start.line, start.column)
}
