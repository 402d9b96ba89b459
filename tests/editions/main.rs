//! The public edition holds nothing internal: no byte of any file of its site has one of the words that only
//! internal texts have, and all of it equals the site of a handbook from which those texts were deleted by hand.
//!
//! `editions/handbook.txt` holds both handbooks: lines that begin with `-` are internal, lines with `+` stand only
//! where those were deleted by hand, all others are in both. Every internal text has a word of its own, such as
//! `zq001x`, and every masked number digits of its own.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

mod leaks;

use okrbook::compile::{Compiled, Options, compile};
use okrbook::diagnostic::Level;
use okrbook::model::Audience;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tempfile::TempDir;

const HANDBOOK: &str = include_str!("handbook.txt");

/// Names of files of data, ids of steps and of work, and tags of pillars: no page need tell them.
const NEVER_TOLD: &[&str] =
    &["zq014x", "zq037x", "zq041x", "zq049x", "zq065x", "zq100x", "zq130x", "zq135x", "zq140x"];

/// Numbers that are masked, or stand in internal texts.
const NUMBERS: &[&str] = &[
    "10007.13", "91827.36", "60606.61", "98989.89", "32323.23", "85858.58", "12121.21", "34343.43",
    "48123.77", "56565.65", "70707.71", "80808.81", "69696.96", "71717.17", "20202.21", "30303.31",
    "40404.41", "50505.51", "50405.41", "90909.91", "10101.11", "10091.11", "60506.51", "61616.16",
    "62626.26",
];

/// Writes one of the two handbooks of the fixture: with its internal lines, or with those that replace them.
fn handbook(internal: bool) -> TempDir {
    let mut files: BTreeMap<&str, String> = BTreeMap::new();
    let mut path = "";
    for line in HANDBOOK.lines() {
        if let Some(name) = line.strip_prefix("== ") {
            path = name;
            continue;
        }
        let (mark, text) = line.split_at(line.len().min(1));
        if mark == " " || mark.is_empty() || (mark == "-") == internal {
            let file = files.entry(path).or_default();
            file.push_str(text);
            file.push('\n');
        }
    }
    write(files.into_iter().map(|(path, text)| (path.to_owned(), text)))
}

/// Writes a handbook into a temporary folder.
fn write(files: impl IntoIterator<Item = (String, String)>) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let place = folder.path().join(path);
        std::fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
        std::fs::write(place, text).expect("a file");
    }
    folder
}

fn compiled(folder: &Path, audience: Audience) -> Compiled {
    let options = Options {
        as_of: None,
        today: jiff::civil::date(2026, 8, 15),
        audience: Some(audience),
        base_url: None,
        drafts: false,
    };
    compile(okrbook::disk::read(folder, options).expect("a handbook"))
}

/// Codes of the errors, and of the denied lints.
fn errors(compiled: &Compiled) -> Vec<&'static str> {
    let is_error = |level| matches!(level, Level::Error | Level::Deny);
    let items = compiled.report.items.iter().filter(|item| is_error(item.level));
    items.map(|item| item.finding.code).collect()
}

/// All files of the site of an edition, by their path in it.
fn site(handbook: &Path, audience: &str) -> BTreeMap<String, Vec<u8>> {
    let output = tempfile::tempdir().expect("a temporary folder");
    let folder = output.path().join("site");
    let told = std::process::Command::new(env!("CARGO_BIN_EXE_okrbook"))
        .args(["build", "--audience", audience, "--base-url", "https://goals.example.org/", "--output"])
        .args([folder.as_path(), handbook])
        .output()
        .expect("the program runs");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let mut files = BTreeMap::new();
    gather(&folder, &folder, &mut files);
    assert!(files.contains_key("api/handbook.json"), "the site holds the export");
    files
}

fn gather(folder: &Path, root: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, root, files);
        } else {
            let name = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
            files.insert(name, std::fs::read(&path).expect("a file"));
        }
    }
}

/// The words of their own that a text holds.
fn words(text: &str) -> BTreeSet<&str> {
    let starts = text.match_indices("zq").map(|(at, _)| &text[at..]);
    starts.filter_map(|rest| rest.get(..6)).filter(|word| word.ends_with(['x', 'y'])).collect()
}

/// A file as one text: its name and its content, without what stands between the digits of a long number.
fn text(name: &str, bytes: &[u8]) -> String {
    let content = String::from_utf8_lossy(bytes);
    let between = ["\u{202f}", "\u{a0}", "\u{2009}", ",", "&nbsp;", "&#8239;", "’", "'"];
    let joined = between.iter().fold(content.to_string(), |text, mark| text.replace(mark, ""));
    format!("{name}\n{content}\n{joined}")
}

#[test]
fn no_file_of_the_public_site_holds_an_internal_word() {
    let handbook = handbook(true);
    let internal = words(HANDBOOK);
    assert!(internal.len() > 100, "the fixture has many internal texts");
    for (name, bytes) in site(handbook.path(), "public") {
        let text = text(&name, &bytes);
        let leaked: Vec<&str> = internal.iter().copied().filter(|word| text.contains(word)).collect();
        assert!(leaked.is_empty(), "{name} holds {leaked:?}");
        let leaked: Vec<&&str> = NUMBERS
            .iter()
            .filter(|number| text.contains(**number) || text.contains(&number.replace('.', "")))
            .collect();
        assert!(leaked.is_empty(), "{name} holds {leaked:?}");
        assert!(!text.contains("2026-Q4"), "{name} names a cycle that only internal goals use");
    }
}

/// Freezes a cycle of a handbook.
fn freeze(handbook: &Path, cycle: &str) {
    let told = std::process::Command::new(env!("CARGO_BIN_EXE_okrbook"))
        .args(["snapshot", "create", cycle, "--message", "As it was"])
        .arg(handbook)
        .output()
        .expect("the program runs");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
}

#[test]
fn what_was_internal_when_it_was_frozen_stays_so() {
    let handbook = handbook(true);
    freeze(handbook.path(), "2026-Q3");
    let internal = words(HANDBOOK);
    let files = site(handbook.path(), "public");
    assert!(files.contains_key("snapshots/2026-Q3/index.html"), "the snapshot is shown");
    for (name, bytes) in &files {
        let text = text(name, bytes);
        let leaked: Vec<&str> = internal.iter().copied().filter(|word| text.contains(word)).collect();
        assert!(leaked.is_empty(), "{name} holds {leaked:?}");
        let leaked: Vec<&&str> = NUMBERS.iter().filter(|number| text.contains(**number)).collect();
        assert!(leaked.is_empty(), "{name} holds {leaked:?}");
    }
    let inside = site(handbook.path(), "internal");
    let frozen = inside.iter().filter(|(name, _)| name.starts_with("snapshots/"));
    let told: String = frozen.map(|(name, bytes)| text(name, bytes)).collect();
    assert!(
        internal.iter().any(|word| !word.is_empty() && told.contains(word)),
        "the internal site shows it"
    );
}

#[test]
fn what_became_internal_after_it_was_frozen_leaves_the_public_snapshot_with_its_numbers() {
    let settings = ("okrbook.yaml", "title: T\nas_of: 2026-08-15\nlints: {default: allow}\n");
    let goals = "\
teams: [{id: crew, name: zq210x, HIDDEN}]
objectives:
  - id: open
    title: Open
    cycle: 2026-Q3
    team: crew
    key_results:
      - {id: k, title: K, start: 0, target: 10, check_ins: [{date: 2026-08-01, value: 5}]}
      - {id: part, title: zq211x, start: 0, target: 7, HIDDEN, check_ins: [{date: 2026-08-01, value: 1}]}
      - {id: sum, title: Sum, unit: zq212x, start: 0, target: 31337.25, MASKED, check_ins: [{date: 2026-08-01, value: 15668.625, note: zq213x}]}
  - id: zq214x
    title: zq215x
    cycle: 2026-Q3
    HIDDEN
    aligns_to: open
    key_results: [{id: k, title: zq216x, start: 0, target: 10, check_ins: [{date: 2026-08-01, value: 1}]}]
";
    let plain = |text: &str| text.replace(", HIDDEN", "").replace(", MASKED", "").replace("    HIDDEN\n", "");
    let handbook = write([
        (settings.0.to_owned(), settings.1.to_owned()),
        ("content/goals.yaml".to_owned(), plain(goals)),
    ]);
    freeze(handbook.path(), "2026-Q3");
    let told = |audience| -> String {
        let files = site(handbook.path(), audience);
        let frozen = files.iter().filter(|(name, _)| name.starts_with("snapshots/"));
        frozen.map(|(name, bytes)| text(name, bytes)).collect()
    };
    let before = told("public");
    assert_eq!(words(&before), words(goals), "all of it was public");
    let cut = "is no longer public: it is left out here";
    assert!(!before.contains(cut), "nothing is left out");
    assert!(before.contains("31337.25") && before.contains("3 of 3 reported") && before.contains("38%"));
    let hidden = goals.replace("HIDDEN", "visibility: internal").replace("MASKED", "values: internal");
    std::fs::write(handbook.path().join("content/goals.yaml"), hidden).expect("a file");
    let after = told("public");
    assert_eq!(words(&after), BTreeSet::new());
    assert!(!after.contains("31337") && !after.contains("15668"), "masked numbers are gone");
    assert!(after.contains("2 of 2 reported") && after.contains("50%") && !after.contains("38%"));
    assert!(after.contains(cut), "readers hear why it is not what they remember");
    let inside = told("internal");
    assert_eq!(words(&inside), words(goals), "inside, it is as it was");
    assert!(!inside.contains(cut));
}

#[test]
fn what_became_public_after_it_was_frozen_is_not_told_as_new() {
    let compared = |hidden: &str| {
        let goal = |id: &str, title: &str, more: &str| {
            format!("  - {{id: {id}, title: {title}, cycle: 2026-Q3, aligns_to: mission{more}}}\n")
        };
        let known = goal("known", "Known", "");
        let begin = format!("mission: {{statement: Care}}\nobjectives:\n{known}");
        let handbook = write([
            ("okrbook.yaml".to_owned(), "title: T\nas_of: 2026-08-15\nlints: {default: allow}\n".to_owned()),
            ("content/goals.yaml".to_owned(), begin.clone() + hidden),
        ]);
        freeze(handbook.path(), "2026-Q3");
        let now = begin + &goal("secret", "Once secret", "") + &goal("late", "Set today", "");
        std::fs::write(handbook.path().join("content/goals.yaml"), now).expect("a file");
        let page = &site(handbook.path(), "public")["snapshots/2026-Q3..now/index.html"];
        String::from_utf8_lossy(page).into_owned()
    };
    let secret =
        "  - {id: secret, title: Once secret, cycle: 2026-Q3, aligns_to: mission, visibility: internal}\n";
    let told = compared(secret);
    assert_eq!(told.matches("is newly published.").count(), 2, "which was there before is not told: {told}");
    assert!(!told.contains("is new."), "{told}");
    let told = compared("");
    assert_eq!(told.matches("is new.").count(), 2, "{told}");
}

#[test]
fn the_internal_site_holds_all_of_them() {
    let handbook = handbook(true);
    let files = site(handbook.path(), "internal");
    let told: String = files.iter().map(|(name, bytes)| text(name, bytes)).collect();
    let untold = |word: &&str| !told.contains(word) && !NEVER_TOLD.contains(word);
    assert_eq!(words(HANDBOOK).into_iter().filter(|word| untold(word)).collect::<Vec<_>>(), [""; 0]);
    assert_eq!(NUMBERS.iter().copied().filter(|word| untold(word)).collect::<Vec<_>>(), [""; 0]);
    assert!(told.contains("2026-Q4"));
}

#[test]
fn the_public_site_equals_that_of_a_handbook_without_internal_texts() {
    assert_equal_sites(handbook(true).path(), handbook(false).path());
}

#[test]
fn an_internal_mission_is_withheld_and_what_serves_it_aligns_to_nothing() {
    let settings = ("okrbook.yaml", "title: T\nas_of: 2026-08-15\nlints: {default: allow}\n");
    let goals = "objectives:\n  - {id: open, title: Open, cycle: 2026-Q3, ALIGNED key_results: \
                 [{id: k, title: K, start: 0, target: 10, check_ins: [{date: 2026-08-01, value: 5}]}]}\n\
                 pillars: [{id: theme, title: A theme}]\n";
    let mission = "---\nmission: {statement: zq200x, vision: zq201x, why: zq202x, not_doing: [zq203x], \
                   visibility: internal}\n---\n\n## zq204x\n\nzq205x\n";
    let files =
        |files: &[(&str, &str)]| write(files.iter().map(|&(path, text)| (path.to_owned(), text.to_owned())));
    let aligned = goals.replace("ALIGNED", "aligns_to: mission,");
    let whole = files(&[settings, ("content/goals.yaml", &aligned), ("content/strategy.md", mission)]);
    let by_hand = files(&[settings, ("content/goals.yaml", &goals.replace("ALIGNED", ""))]);
    assert_equal_sites(whole.path(), by_hand.path());
    let told: String = site(whole.path(), "internal").iter().map(|(name, bytes)| text(name, bytes)).collect();
    assert_eq!(words(&told), words(mission));
}

/// Compares the public sites of two handbooks, byte by byte.
fn assert_equal_sites(whole: &Path, by_hand: &Path) {
    let (whole, by_hand) = (site(whole, "public"), site(by_hand, "public"));
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&whole), names(&by_hand));
    for (name, bytes) in &whole {
        let (left, right) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&by_hand[name]));
        assert_eq!(left, right, "{name}");
    }
}

#[test]
fn masked_key_results_progress_as_they_do_inside() {
    let handbook = handbook(true);
    let export = |audience| -> Value {
        let files = site(handbook.path(), audience);
        serde_json::from_slice(&files["api/handbook.json"]).expect("JSON")
    };
    let (public, internal) = (export("public"), export("internal"));
    let key_results = |export: &Value| -> BTreeMap<String, Value> {
        let objectives = export["objectives"].as_array().expect("objectives").iter();
        let shorter = objectives.clone().find(|goal| goal["id"] == "shorter").expect("the objective");
        let all = shorter["key_results"].as_array().expect("key results").iter();
        all.map(|own| (own["id"].as_str().expect("an id").to_owned(), own.clone())).collect()
    };
    let (public, internal) = (key_results(&public), key_results(&internal));
    for id in ["revenue", "reserve", "contract"] {
        for told in ["title", "kind", "attainment", "progress", "expected", "gap", "health", "confidence"] {
            assert_eq!(public[id][told], internal[id][told], "{told} of {id}");
        }
        for masked in ["start", "target", "unit", "value", "forecast"] {
            assert_eq!(public[id][masked], Value::Null, "{masked} of {id}");
        }
    }
}

#[test]
fn a_handbook_with_internal_texts_has_no_errors() {
    for internal in [true, false] {
        let folder = handbook(internal);
        assert_eq!(errors(&compiled(folder.path(), Audience::Public)), [""; 0]);
    }
}
