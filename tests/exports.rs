//! What programs get: the keys of the json export in their order, exact numbers, and what a public edition withholds.

#![allow(clippy::disallowed_methods, reason = "these tests write handbooks for the program to read")]

use snapbox::cmd::{Command, cargo_bin};
use snapbox::{assert_data_eq, file};
use std::fs;
use tempfile::TempDir;

const SETTINGS: &str = "title: T\nas_of: 2026-11-22\nlints: {default: allow}\n";

/// A key result of each measure, two check-ins after *as of*, and one whose numbers are internal.
const GOALS: &str = r#"
mission: {statement: Care}
pillars: [{id: reach, title: Reach}]
teams: [{id: us, name: We, lead: ana, members: [ana, bo]}]
people: [{id: ana, name: Ana}, {id: bo, name: Bo, role: Nurse}]
kpis:
  - {id: visits, title: Visits, unit: visits, healthy: {between: [0.10, 10]}, values: [{date: 2026-11-20, value: 9.50}]}
objectives:
  - id: top
    title: "=Top"
    cycle: 2026-Q4
    team: us
    owner: ana
    aligns_to: [reach, mission]
    key_results:
      - id: metric
        title: "-1 is no formula"
        unit: "%"
        start: 0.1
        target: 0.3
        check_ins:
          - {date: 2026-11-16, value: 0.2, confidence: 0.7, status: on-track, note: Half, by: ana, next: More}
          - {date: 2026-12-01, value: 0.3}
      - {id: zones, title: Zones, zones: {commit: a}, check_ins: [{date: 2026-11-20, zone: commit}, {date: 2026-12-01, zone: target}]}
      - {id: done, title: Done, done: 2026-12-01}
  - id: below
    title: Below
    cycle: 2026-Q4
    aligns_to: top/metric
    key_results:
      - id: secret
        title: Secret
        unit: EUR
        start: 1000000
        target: 3000000
        values: internal
        check_ins: [{date: 2026-11-20, value: 1500000, note: We sold the house}]
"#;

/// What the program prints about a handbook with these goals.
fn export(goals: &str, arguments: &[&str]) -> String {
    export_of(&handbook(goals), arguments)
}

fn handbook(goals: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("content")).expect("a folder");
    fs::write(folder.path().join("okrbook.yaml"), SETTINGS).expect("a file");
    fs::write(folder.path().join("content/goals.yaml"), goals).expect("a file");
    folder
}

fn export_of(folder: &TempDir, arguments: &[&str]) -> String {
    let output =
        Command::new(cargo_bin!("okrbook")).current_dir(folder.path()).arg("export").args(arguments).output();
    let output = output.expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).expect("exports are UTF-8")
}

#[test]
fn the_json_export_has_these_keys_in_this_order() {
    let json = export(GOALS, &["json", "--audience", "internal"]);
    serde_json::from_str::<serde_json::Value>(&json).expect("JSON");
    let one_key_a_line = json.replace("\":{", "\":\n {").replace(",\"", ",\n\"");
    assert_data_eq!(one_key_a_line, file!["exports/every-key.txt"].raw());
}

#[test]
fn a_public_edition_gives_the_progress_of_internal_values_and_nothing_else_of_them() {
    let json = export(GOALS, &["json"]);
    let parsed: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let secret = &parsed["objectives"][1]["key_results"][0];
    assert_eq!(secret["progress"], 0.25);
    for key in ["start", "target", "unit", "value", "forecast"] {
        assert_eq!(secret[key], serde_json::Value::Null, "{key}");
    }
    let csv = export(GOALS, &["csv"]);
    for word in ["1500000", "1000000", "3000000", "EUR", "house"] {
        assert!(!json.contains(word) && !csv.contains(word), "{word} has leaked");
    }
}

#[test]
fn a_spreadsheet_runs_nothing_of_the_csv_export() {
    let csv = export(GOALS, &["csv"]);
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 5, "a header and a row for each key result");
    assert!(rows[1].starts_with("top,'=Top,2026-Q4,us,ana,active,aspirational,reach,"), "{}", rows[1]);
    assert!(rows[1].contains(",metric,'-1 is no formula,metric,0.1,0.3,%,0.2,0.5,0.5,"), "{}", rows[1]);
}

#[test]
fn measured_numbers_stay_exact() {
    let exact = "mission: {statement: Care}\nobjectives:\n  - {id: x, title: X, cycle: 2026-Q4, key_results: [{id: k, title: K, \
                 start: 0.1000000000000000000000001, target: 12345678901234567890.5}]}\n";
    let json = export(exact, &["json"]);
    assert!(
        json.contains(r#""start":0.1000000000000000000000001,"target":12345678901234567890.5,"#),
        "{json}"
    );
}

#[cfg(unix)]
#[test]
fn an_export_goes_through_a_link_and_into_a_pipe_and_leaves_both_what_they_are() {
    use std::os::unix::fs::FileTypeExt;
    let folder = handbook(GOALS);
    let place = |name: &str| folder.path().join(name);
    let csv = export_of(&folder, &["csv"]);

    fs::write(place("goals.csv"), "old").expect("a file");
    std::os::unix::fs::symlink("goals.csv", place("latest.csv")).expect("a link");
    assert_eq!(export_of(&folder, &["csv", "--output", "latest.csv"]), "");
    assert!(place("latest.csv").is_symlink(), "the link is a file now");
    assert_eq!(fs::read_to_string(place("goals.csv")).expect("a file"), csv);

    // A device, such as /dev/null or /dev/stdout, is written in the same way.
    let made = std::process::Command::new("mkfifo").arg(place("pipe")).status();
    assert!(made.expect("mkfifo is everywhere").success());
    let (pipe, kind) = (place("pipe"), || place("pipe").metadata().expect("it stands").file_type());
    let reader = std::thread::spawn(move || fs::read_to_string(pipe));
    assert_eq!(export_of(&folder, &["csv", "--output", "pipe"]), "");
    assert!(kind().is_fifo(), "the pipe is a file now");
    assert_eq!(reader.join().expect("it reads").expect("a text"), csv);
}
