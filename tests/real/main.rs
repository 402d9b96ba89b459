//! Real organisations' goals, from neutral files beside the project, become handbooks and build: nothing is lost, no
//! error is found, and every finding is a true one. Where the files are absent the tests say so and pass.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

mod convert;
mod neutral;
mod truth;

use neutral::File;
use okrbook::compile::{Compiled, Options, compile};
use okrbook::diagnostic::Level;
use okrbook::model::{Audience, KeyResult};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use truth::{Claim, Facts};

/// Where the neutral files lie.
fn source(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real").join(format!("{name}.json"))
}

/// How much a file holds, so that a file that was cut does not pass unnoticed.
struct Size {
    objectives: usize,
    key_results: usize,
    check_ins: usize,
    /// Check-ins that share their day with another one of the same key result: the format holds one a day.
    merged: usize,
}

impl Size {
    fn holds(&self, file: &File) {
        let key_results = || file.objectives.iter().flat_map(|goal| &goal.key_results);
        let check_ins: usize = key_results().map(|own| own.checkins.len()).sum();
        let days: usize = key_results().map(|own| own.days().len()).sum();
        assert_eq!(file.objectives.len(), self.objectives);
        assert_eq!(key_results().count(), self.key_results);
        assert_eq!(check_ins, self.check_ins);
        assert_eq!(check_ins - days, self.merged);
    }
}

/// Converts, builds and checks one organisation's goals; `expected` counts its findings by their code.
fn check(name: &str, size: &Size, expected: &[(&str, usize)]) {
    let Ok(text) = std::fs::read_to_string(source(name)) else {
        #[expect(clippy::print_stderr, reason = "whoever runs the tests should know what was left out")]
        {
            eprintln!("skipped: {} is not here", source(name).display());
        }
        return;
    };
    let file: File = serde_json::from_str(&text).expect("a neutral file");
    size.holds(&file);
    let folder = tempfile::tempdir().expect("a temporary folder");
    convert::write(&file, folder.path());
    let options = Options {
        as_of: None,
        today: jiff::civil::date(2026, 3, 1),
        audience: Some(Audience::Public),
        base_url: None,
        drafts: false,
    };
    let compiled = compile(okrbook::disk::read(folder.path(), options).expect("a handbook"));
    let facts = Facts::new(&file);
    let found = findings(&compiled, &facts);
    for (code, count) in facts.due() {
        assert_eq!(found.get(code).copied().unwrap_or(0), count, "{code} in {name}");
    }
    nothing_is_lost(&file, &export(&compiled));
    let expected: BTreeMap<String, usize> =
        expected.iter().map(|&(code, count)| (code.to_owned(), count)).collect();
    assert_eq!(found, expected, "the findings of {name} by their code");
    builds(&file, folder.path());
}

/// Counts findings by their code, after each was confirmed.
fn findings(compiled: &Compiled, facts: &Facts) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let mut wrong = String::new();
    for item in &compiled.report.items {
        let finding = &item.finding;
        let path = compiled.sources.get(finding.span.source()).path();
        let position = compiled.sources.start(finding.span);
        let place = format!("{path}:{}: [{}] {}\n", position.line, finding.code, finding.message);
        if item.level == Level::Error {
            wrong.push_str(&place);
            continue;
        }
        *counts.entry(finding.code.to_owned()).or_default() += 1;
        let objective =
            Path::new(path).file_stem().and_then(|stem| stem.to_str()).expect("an objective's id");
        let goal = compiled.handbook.objectives.iter().find(|goal| goal.id.value == objective);
        let before = |own: &&KeyResult| {
            own.id.span.source() == finding.span.source() && own.id.span.start() <= finding.span.start()
        };
        let key_result = goal.and_then(|goal| goal.key_results.iter().rfind(before));
        let claim = Claim {
            code: finding.code,
            message: &finding.message,
            words: compiled.sources.slice(finding.span),
            objective,
            key_result: key_result.map(|own| own.id.value.as_str()),
        };
        if goal.is_none() || !facts.confirm(&claim) {
            wrong.push_str(&place);
        }
    }
    assert!(wrong.is_empty(), "errors, and findings that the facts do not confirm:\n{wrong}");
    counts
}

fn export(compiled: &Compiled) -> Value {
    let edition = okrbook::export::Edition {
        settings: &compiled.settings,
        audience: compiled.audience,
        handbook: &compiled.handbook,
        progress: &compiled.progress,
    };
    let mut bytes = Vec::new();
    (okrbook::export::format("json").expect("json").write)(&edition, &mut bytes).expect("memory has room");
    serde_json::from_slice(&bytes).expect("JSON")
}

/// Every objective, key result and check-in is in the export, with its title, its parents, its value and its note.
/// The only things that the format refuses are second check-ins of a day; those are merged.
fn nothing_is_lost(file: &File, export: &Value) {
    let objectives = export["objectives"].as_array().expect("objectives");
    assert_eq!(objectives.len(), file.objectives.len());
    assert_eq!(export["cycles"].as_array().map(Vec::len), Some(file.cycles.len()));
    assert_eq!(export["teams"].as_array().map(Vec::len), Some(file.organisation.teams.len()));
    assert_eq!(export["mission"]["statement"].as_str(), file.organisation.mission.as_deref());
    let by_id: BTreeMap<&str, &Value> =
        objectives.iter().map(|goal| (goal["id"].as_str().expect("an id"), goal)).collect();
    for goal in &file.objectives {
        let there = by_id[goal.id.as_str()];
        assert_eq!(there["title"], goal.title.trim(), "{}", goal.id);
        assert_eq!(there["cycle"], goal.cycle, "{}", goal.id);
        assert_eq!(there["team"], convert::slug(&goal.team), "{}", goal.id);
        let parents = there["aligns_to"].as_array().expect("a list").iter();
        let parents = parents.map(|parent| parent.as_str().expect("a reference").split('/').next());
        assert!(parents.eq(goal.parent_ids.iter().map(|parent| Some(parent.as_str()))), "{}", goal.id);
        let key_results = there["key_results"].as_array().expect("a list");
        assert_eq!(key_results.len(), goal.key_results.len(), "{}", goal.id);
        for (own, there) in goal.key_results.iter().zip(key_results) {
            assert_eq!(there["id"], own.id, "{}", goal.id);
            assert_eq!(there["title"], own.title.trim(), "{}", own.id);
            let check_ins = there["check_ins"].as_array().expect("a list");
            let days = own.days();
            assert_eq!(check_ins.len(), days.len(), "{}", own.id);
            for ((day, reports), there) in days.iter().zip(check_ins) {
                assert_eq!(there["date"], *day, "{}", own.id);
                let number = |text: String| text.parse::<f64>().expect("a number");
                assert_eq!(there["value"].as_f64(), convert::last_value(reports).map(number), "{}", own.id);
                assert_eq!(there["note"].as_str(), convert::note(reports).as_deref(), "{}", own.id);
            }
        }
    }
}

/// The program writes a site that holds all of it.
fn builds(file: &File, folder: &Path) {
    let site = folder.join("public");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_okrbook"))
        .args(["build", "--output"])
        .args([&site, folder])
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let export = std::fs::read(site.join("api/handbook.json")).expect("the export is part of the site");
    nothing_is_lost(file, &serde_json::from_slice(&export).expect("JSON"));
    for goal in &file.objectives {
        let page = site.join("objectives").join(&goal.id).join("index.html");
        let page = std::fs::read_to_string(page).expect("each objective has a page");
        for own in &goal.key_results {
            assert!(page.contains(&format!("id=\"{}\"", own.id)), "{} stands on its page", own.id);
        }
    }
    assert!(site.join("index.html").exists());
}

#[test]
fn two_quarters_of_four_levels() {
    let size = Size { objectives: 109, key_results: 260, check_ins: 197, merged: 0 };
    check(
        "gitlab",
        &size,
        &[
            ("activity-key-result", 34),
            ("close-overdue", 101),
            ("closed-parent", 48),
            ("incomplete-review", 8),
            ("kpi-as-key-result", 3),
            ("missing-baseline", 19),
            ("missing-owner", 101),
            ("missing-why", 101),
            ("mostly-tasks", 8),
            ("orphan-objective", 6),
            ("stale-check-in", 253),
            ("too-few-key-results", 8),
            ("too-many-key-results", 5),
        ],
    );
}

#[test]
fn objectives_under_key_results() {
    let size = Size { objectives: 282, key_results: 553, check_ins: 134, merged: 0 };
    check(
        "gitlab-fy20q4-fy21q1",
        &size,
        &[
            ("activity-key-result", 474),
            ("appraisal-language", 1),
            ("close-overdue", 248),
            ("closed-parent", 9),
            ("duplicate-title", 18),
            ("incomplete-review", 34),
            ("missing-owner", 248),
            ("missing-why", 248),
            ("mostly-tasks", 180),
            ("no-key-results", 43),
            ("orphan-objective", 6),
            ("stale-check-in", 509),
            ("too-few-key-results", 35),
            ("too-many-key-results", 2),
            ("too-many-objectives", 11),
        ],
    );
}

#[test]
fn years_quarters_and_private_numbers() {
    let size = Size { objectives: 178, key_results: 510, check_ins: 87, merged: 0 };
    check(
        "sourcegraph",
        &size,
        &[
            ("activity-key-result", 422),
            ("appraisal-language", 1),
            ("close-overdue", 178),
            ("duplicate-title", 21),
            ("kpi-as-key-result", 1),
            ("missing-baseline", 22),
            ("missing-owner", 178),
            ("missing-why", 162),
            ("mostly-tasks", 136),
            ("no-key-results", 1),
            ("orphan-objective", 128),
            ("stale-check-in", 510),
            ("too-few-key-results", 22),
            ("too-many-key-results", 6),
            ("too-many-objectives", 16),
        ],
    );
}

#[test]
fn weekly_scores_and_open_cycles() {
    let size = Size { objectives: 13, key_results: 57, check_ins: 377, merged: 5 };
    check(
        "joystream",
        &size,
        &[
            ("activity-key-result", 3),
            ("close-overdue", 3),
            ("incomplete-review", 10),
            ("late-check-in", 10),
            ("missing-why", 3),
            ("orphan-objective", 1),
            ("stale-check-in", 14),
        ],
    );
}

#[test]
fn several_parents_and_no_numbers() {
    let size = Size { objectives: 205, key_results: 982, check_ins: 0, merged: 0 };
    check(
        "rust-project-goals",
        &size,
        &[
            ("activity-key-result", 740),
            ("close-overdue", 153),
            ("missing-owner", 6),
            ("missing-why", 9),
            ("mostly-tasks", 136),
            ("no-key-results", 17),
            ("orphan-objective", 124),
            ("stale-check-in", 740),
            ("too-few-key-results", 7),
            ("too-many-key-results", 43),
            ("too-many-objectives", 8),
        ],
    );
}
