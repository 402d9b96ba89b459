//! Runs the pages that explain lints and errors: what each shows under *Example* must be found exactly where its
//! carets stand, and what it shows under *Instead* must be clean.
//!
//! A fenced block is a file: `yaml` is `content/example.yaml`, `markdown` is `content/example.md`, and a path after
//! the language names another one; `text` is only for reading. A comment line of carets and a code, such as
//! `#  ^^^^ missing-why`, marks the characters above it and is taken out before the files are read. Where a page
//! shows no `okrbook.yaml`, only the rule that it explains is in force, on 20 February 2026.

use libtest_mimic::{Arguments, Failed, Trial};
use okrbook::compile::{Inputs, Options, compile};
use okrbook::diagnostic::{Judged, Level, errors::ERRORS};
use okrbook::lint::RULES;
use okrbook::model::Date;
use okrbook::text::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// The day on which every page is true.
const TODAY: Date = Date::constant(2026, 2, 20);

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
    for block in blocks(page.docs, section.heading()) {
        let Some(path) = block.path()? else { continue };
        let text = without_carets(&path, &block.lines, &mut expected);
        if files.insert(path.clone(), text).is_some() {
            return Err(format!("two blocks are the file {path}").into());
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
    let mut sources = Sources::default();
    let (mut settings, mut content, mut data, mut theme_files) = (None, Vec::new(), Vec::new(), Vec::new());
    for (path, text) in files {
        if let Some(below) = path.strip_prefix("themes/") {
            theme_files.push((below.to_owned(), text.clone().into_bytes()));
        }
        let id = sources.add(path.as_str(), text.into_bytes());
        if path == "okrbook.yaml" {
            settings = Some(id);
        } else if path.starts_with("data/") {
            data.push(id);
        } else if path.starts_with("content/") {
            content.push(id);
        }
    }
    let settings = settings.expect("the settings are among the files");
    let options = Options { as_of: None, today: TODAY, audience: None, base_url: None, drafts: false };
    let inputs = Inputs { sources, settings, content, data, assets: Vec::new(), theme_files, options };
    let compiled = compile(inputs);
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

/// A fenced block: its info string and its lines.
struct Block<'a> {
    info: &'a str,
    lines: Vec<&'a str>,
}

impl Block<'_> {
    /// The file that it is; none if it is only for reading.
    fn path(&self) -> Result<Option<String>, Failed> {
        let (language, path) = self.info.split_once(' ').unwrap_or((self.info, ""));
        match (language, path.trim()) {
            ("text", _) => Ok(None),
            ("yaml", "") => Ok(Some("content/example.yaml".to_owned())),
            ("markdown", "") => Ok(Some("content/example.md".to_owned())),
            ("yaml" | "markdown" | "csv" | "html", path) if !path.is_empty() => Ok(Some(path.to_owned())),
            _ => Err(format!("no file can be made of a block `{}`", self.info).into()),
        }
    }
}

/// The fenced blocks below a heading of the second level.
fn blocks<'a>(docs: &'a str, heading: &str) -> Vec<Block<'a>> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut fence: Option<usize> = None;
    let mut is_here = false;
    for line in docs.lines() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match fence {
            Some(opened) if ticks >= opened && line.len() == ticks => fence = None,
            Some(_) if is_here => {
                let block = blocks.last_mut().expect("an open fence has begun a block");
                block.lines.push(line);
            }
            Some(_) => {}
            None if ticks >= 3 => {
                fence = Some(ticks);
                if is_here {
                    blocks.push(Block { info: line[ticks..].trim(), lines: Vec::new() });
                }
            }
            None => {
                if let Some(title) = line.strip_prefix("## ") {
                    is_here = title.trim() == heading;
                }
            }
        }
    }
    blocks
}

/// The text of a block without its caret lines, which are noted as marks of the line above them.
fn without_carets(path: &str, lines: &[&str], marks: &mut BTreeSet<Mark>) -> String {
    let mut text = String::new();
    let mut count = 0;
    for line in lines {
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
