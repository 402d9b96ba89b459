//! Runs the worked examples of the manual's page about numbers, and the cases below `tests/cases/progress/`.
//!
//! A `yaml` block is a file of a handbook (`okrbook.yaml` if its first line is a comment that says so); blocks that
//! follow each other belong to one handbook. A `text` block behind them says what is derived of it: a line
//! `as of DATE`, then lines such as `shorter-waits/median-wait: progress 0.5, health on-track`. Subjects are goals
//! by their reference, `cycle ID`, `kpi ID`, and `pillar ID in CYCLE` or `mission in CYCLE`.

#![allow(clippy::disallowed_methods, reason = "tests read their cases from files")]

mod fenced;
mod handbooks;

use fenced::Block;
use handbooks::Example;
use okrbook::locale::percentage;
use okrbook::model::{Date, Goal, Handbook};
use okrbook::progress::{Coverage, Progress, derive, heading};
use std::fmt::Write as _;
use std::path::Path;

#[test]
fn every_example_of_the_manual_holds() {
    check(Path::new("content/manual/numbers.md"));
}

#[test]
fn every_case_holds() {
    let mut cases: Vec<_> = std::fs::read_dir("tests/cases/progress")
        .expect("there are cases")
        .map(|entry| entry.expect("the folder can be listed").path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    for case in cases {
        check(&case);
    }
}

/// Runs all examples of a file and shows every line that does not hold.
fn check(path: &Path) {
    let text = std::fs::read_to_string(path).expect("the case can be read");
    let mut failures = String::new();
    let mut blocks = Vec::new();
    let mut is_told = false;
    let mut promises = 0;
    for block in fenced::blocks(&text) {
        match block.info {
            "yaml" => {
                if std::mem::take(&mut is_told) {
                    blocks.clear();
                }
                blocks.push(block.text);
            }
            "text" => {
                is_told = true;
                promises += tell(&Example::new(&blocks), &block, path, &mut failures);
            }
            other => panic!("{}:{}: no block may be `{other}`", path.display(), block.line),
        }
    }
    assert!(promises > 0, "{}: nothing is promised", path.display());
    assert!(failures.is_empty(), "\n{failures}");
}

/// Compares each line of a block with what is derived, and says how many there were.
fn tell(example: &Example, block: &Block, path: &Path, failures: &mut String) -> usize {
    let mut progress = None;
    let mut promises = 0;
    for (index, line) in block.text.lines().enumerate() {
        let place = format!("{}:{} ({})", path.display(), block.line + index, block.heading);
        if let Some(date) = line.strip_prefix("as of ") {
            let as_of: Date = date.parse().unwrap_or_else(|_| panic!("{place}: no date"));
            progress = Some(derive(&example.handbook, &example.settings, as_of));
            continue;
        }
        let progress = progress.as_ref().unwrap_or_else(|| panic!("{place}: as of which day?"));
        let (subject, facts) = line.split_once(": ").unwrap_or_else(|| panic!("{place}: `subject: facts`"));
        for fact in facts.split(", ") {
            let (key, expected) = fact.split_once(' ').unwrap_or_else(|| panic!("{place}: `key value`"));
            let found = find(&example.handbook, progress, subject, key)
                .unwrap_or_else(|| panic!("{place}: nothing is called {subject} {key}"));
            promises += 1;
            if found != expected {
                let _ = writeln!(failures, "{place}: {subject}: {key} is {found}, not {expected}");
            }
        }
    }
    promises
}

/// A derived value as text.
fn find(handbook: &Handbook, progress: &Progress, subject: &str, key: &str) -> Option<String> {
    if let Some(id) = subject.strip_prefix("cycle ") {
        let cycle = progress.of_cycle(*handbook.names.cycles.get(id)?);
        return match key {
            "elapsed" => Some(ratio(cycle.elapsed)),
            "progress" => Some(unknown(cycle.progress, ratio)),
            "expected" => Some(unknown(cycle.expected, ratio)),
            _ => coverage(cycle.coverage, key),
        };
    }
    if let Some(id) = subject.strip_prefix("kpi ") {
        let id = *handbook.names.kpis.get(id)?;
        let kpi = progress.of_kpi(id);
        return match key {
            "status" => Some(kpi.status.word().to_owned()),
            "value" => {
                Some(unknown(kpi.latest, |index| handbook[id].values[index].value.normalize().to_string()))
            }
            _ => None,
        };
    }
    if let Some((goal, cycle)) = subject.split_once(" in ") {
        let cycle = *handbook.names.cycles.get(cycle)?;
        let progress = match handbook.goal(goal.strip_prefix("pillar ").unwrap_or(goal))? {
            Goal::Mission => progress.of_cycle(cycle).mission,
            Goal::Pillar(pillar) => progress.of_pillar(pillar, cycle),
            Goal::Objective(_) | Goal::KeyResult(_) => return None,
        };
        return figure(progress, key);
    }
    let goal = handbook.goal(subject)?;
    let word = |holds: bool| Some(if holds { "yes" } else { "no" }.to_owned());
    match key {
        "complete" => return word(progress.sight(handbook, goal).complete),
        "fresh" => return word(progress.sight(handbook, goal).fresh),
        _ => {}
    }
    match goal {
        Goal::Objective(id) if key == "heading" => {
            Some(unknown(heading(&handbook[id], progress.of(id)), ratio))
        }
        Goal::Objective(id) => of_objective(progress.of(id), key),
        Goal::KeyResult(id) => of_key_result(progress.of_key_result(id), key),
        Goal::Mission | Goal::Pillar(_) => None,
    }
}

fn of_objective(derived: &okrbook::progress::ObjectiveProgress, key: &str) -> Option<String> {
    match key {
        "state" => Some(derived.state.word().to_owned()),
        "progress" | "percent" => figure(derived.progress, key),
        "expected" => Some(unknown(derived.expected, ratio)),
        "gap" => Some(unknown(derived.gap, ratio)),
        "health" => Some(derived.health.word().to_owned()),
        "contributing" => Some(unknown(derived.contributing, ratio)),
        "score" => Some(unknown(derived.score, ratio)),
        "outcome" => Some(unknown(derived.outcome, |outcome| outcome.word().to_owned())),
        _ => coverage(derived.coverage, key),
    }
}

fn of_key_result(derived: &okrbook::progress::KeyResultProgress, key: &str) -> Option<String> {
    match key {
        "value" => Some(unknown(derived.value, |value| value.normalize().to_string())),
        "attainment" => Some(unknown(derived.attainment, ratio)),
        "progress" | "percent" => figure(Some(derived.progress), key),
        "expected" => Some(unknown(derived.expected, ratio)),
        "gap" => Some(unknown(derived.gap, ratio)),
        "health" => Some(derived.health.word().to_owned()),
        "confidence" => Some(unknown(derived.confidence, ratio)),
        "check-ins" => Some(derived.check_ins.to_string()),
        "forecast" => Some(unknown(derived.forecast, |forecast| ratio(forecast.value))),
        "low" => Some(unknown(derived.forecast, |forecast| ratio(forecast.low))),
        "high" => Some(unknown(derived.forecast, |forecast| ratio(forecast.high))),
        _ => None,
    }
}

fn figure(progress: Option<f64>, key: &str) -> Option<String> {
    match key {
        "progress" => Some(unknown(progress, ratio)),
        "percent" => Some(unknown(progress, |progress| percentage(progress).to_string())),
        _ => None,
    }
}

fn coverage(coverage: Coverage, key: &str) -> Option<String> {
    match key {
        "total" => Some(coverage.total.to_string()),
        "reported" => Some(coverage.reported.to_string()),
        "outdated" => Some(coverage.outdated.to_string()),
        _ => None,
    }
}

fn unknown<T>(value: Option<T>, text: impl FnOnce(T) -> String) -> String {
    value.map_or_else(|| "null".to_owned(), text)
}

/// With at most six decimals, as in the export.
fn ratio(ratio: f64) -> String {
    let text = format!("{ratio:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
