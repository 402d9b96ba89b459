//! Holds the conventions of the source tree: layers, module docs, sizes, indexes. A convention without a test is a
//! wish.

#![allow(clippy::disallowed_methods, reason = "these tests read the source tree")]
#![allow(clippy::unwrap_used, reason = "a file that is not there fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers of the library docs: a module uses only the rows above its own; neighbours do not see each other.
const ROWS: &[&[&str]] = &[
    &["text"],
    &["diagnostic"],
    &["syntax"],
    &["model"],
    &["locale"],
    &["config"],
    &["resolve"],
    &["progress"],
    &["snapshot", "edit"],
    &["lint", "page", "export"],
    &["theme"],
    &["compile"],
    &["disk"],
    &["serve"],
    &["cli"],
];

/// The longest file, in lines before its tests.
const LONGEST_FILE: usize = 400;
/// The longest function, in lines.
const LONGEST_FUNCTION: usize = 70;
/// The longest that the median file may be, in lines before its tests.
const MEDIAN_FILE: usize = 120;
/// What may stand at the top level beside hidden files.
const TOP_LEVEL: &[&str] = &[
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "benches",
    "build.rs",
    "clippy.toml",
    "content",
    "deny.toml",
    "examples",
    "okrbook.yaml",
    "public",
    "rustfmt.toml",
    "src",
    "target",
    "tests",
    "themes",
];
/// Names that say nothing about a module's duty.
const JUNK_DRAWERS: &[&str] = &["utils", "util", "common", "helpers", "core", "types", "manager", "misc"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A source file with the part that comes before its tests.
struct File {
    path: PathBuf,
    code: String,
}

impl File {
    fn name(&self) -> String {
        self.path.strip_prefix(root()).unwrap_or(&self.path).display().to_string()
    }

    /// The module of the table in `lib.rs` that it belongs to.
    fn module(&self) -> Option<String> {
        let path = self.path.strip_prefix(root().join("src")).ok()?;
        let first = path.components().next()?.as_os_str().to_str()?;
        let module = first.trim_end_matches(".rs");
        (!matches!(module, "lib" | "main")).then(|| module.to_owned())
    }
}

fn files() -> Vec<File> {
    fn walk(folder: &Path, found: &mut Vec<File>) {
        let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let is_test = path.file_name().is_some_and(|name| name == "tests.rs")
                    || path.components().any(|part| part.as_os_str() == "tests");
                let code = if is_test { String::new() } else { before_tests(&text) };
                found.push(File { path, code });
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join("src"), &mut found);
    found
}

fn before_tests(text: &str) -> String {
    text.split("\n#[cfg(test)]\nmod ").next().unwrap_or(text).to_owned()
}

/// Fails with all faults at once.
fn check(what: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{what}:\n  {}", faults.join("\n  "));
}

#[test]
fn a_module_uses_only_the_rows_above_its_own() {
    let row = |module: &str| ROWS.iter().position(|row| row.contains(&module));
    let mut faults = Vec::new();
    for file in files() {
        let Some(module) = file.module() else { continue };
        let Some(own) = row(&module) else {
            faults.push(format!("{} belongs to no row", file.name()));
            continue;
        };
        for (number, line) in file.code.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for used in line.split("crate::").skip(1) {
                let used: String =
                    used.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect();
                let is_upward = row(&used).is_some_and(|other| other >= own && used != module);
                if is_upward {
                    faults.push(format!("{}:{} uses `{used}`", file.name(), number + 1));
                }
            }
        }
    }
    check("data flows one way", &faults);
}

#[test]
fn the_library_docs_list_the_layers_in_this_order() {
    let docs = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let listed: Vec<&str> =
        docs.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(listed, ROWS.concat());
}

#[test]
fn each_file_says_what_it_is_for() {
    let faults: Vec<String> = files()
        .iter()
        .filter(|file| !fs::read_to_string(&file.path).unwrap().starts_with("//!"))
        .map(File::name)
        .collect();
    check("files begin with `//!`", &faults);
}

#[test]
fn files_stay_small() {
    let files = files();
    let length = |file: &File| file.code.lines().count();
    let faults: Vec<String> = files
        .iter()
        .filter(|file| length(file) > LONGEST_FILE)
        .map(|file| format!("{} has {} lines", file.name(), length(file)))
        .collect();
    check("a file is one thing", &faults);
    let mut lengths: Vec<usize> = files.iter().map(length).collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= MEDIAN_FILE, "the median file has {median} lines");
}

#[test]
fn functions_stay_small() {
    let mut faults = Vec::new();
    for file in files() {
        let mut open: Option<(usize, usize, &str)> = None;
        for (number, line) in file.code.lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let text = line.trim_start();
            if open.is_none() && is_function(text) && !text.ends_with(';') && !text.ends_with('}') {
                open = Some((number, indent, text));
            } else if let Some((first, depth, head)) = open
                && indent == depth
                && text.starts_with('}')
            {
                let length = number - first + 1;
                if length > LONGEST_FUNCTION {
                    faults.push(format!("{}:{} has {length} lines: {head}", file.name(), first + 1));
                }
                open = None;
            }
        }
    }
    check("a function fits a screen", &faults);
}

fn is_function(line: &str) -> bool {
    let line = line
        .strip_prefix("pub")
        .map_or(line, |rest| rest.trim_start_matches(|letter| letter != ' ').trim_start());
    let line = line.strip_prefix("const ").unwrap_or(line);
    line.starts_with("fn ")
}

#[test]
fn no_module_is_a_junk_drawer() {
    let faults: Vec<String> = files()
        .iter()
        .filter(|file| {
            let stem = file.path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let folder =
                file.path.parent().and_then(|folder| folder.file_name()?.to_str()).unwrap_or_default();
            JUNK_DRAWERS.contains(&stem) || JUNK_DRAWERS.contains(&folder)
        })
        .map(File::name)
        .collect();
    check("names say a duty", &faults);
}

#[test]
fn the_top_level_holds_only_what_is_expected() {
    let faults: Vec<String> = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.') && !TOP_LEVEL.contains(&name.as_str()))
        .collect();
    check("the top level is fixed", &faults);
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let lines: Vec<&str> = manifest.lines().collect();
    let mut section = "";
    let mut faults = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if line.starts_with('[') {
            section = line;
        }
        let is_dependency = section.contains("dependencies]") && line.contains('=') && !line.starts_with('#');
        if is_dependency && !lines[index - 1].starts_with('#') {
            faults.push((*line).to_owned());
        }
    }
    check("a line above each dependency gives its reason", &faults);
}

#[test]
fn the_readme_lists_the_commands_that_exist() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let listed: BTreeSet<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `okrbook ")?.split([' ', '`']).next())
        .collect();
    let files = fs::read_dir(root().join("src/cli/commands")).unwrap();
    let exist: BTreeSet<String> = files
        .filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            Some(name.strip_suffix(".rs")?.replace('_', "-"))
        })
        .filter(|name| name != "mod")
        .collect();
    assert_eq!(listed, exist.iter().map(String::as_str).collect());
}
