//! What programs get: the keys of the json export in their order, exact numbers, and what a public edition withholds.

#![allow(clippy::disallowed_methods, reason = "these tests write handbooks for the program to read")]

use snapbox::cmd::{Command, cargo_bin};
use snapbox::{assert_data_eq, str};
use std::fs;

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
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("content")).expect("a folder");
    fs::write(folder.path().join("okrbook.yaml"), SETTINGS).expect("a file");
    fs::write(folder.path().join("content/goals.yaml"), goals).expect("a file");
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
    assert_data_eq!(
        json.replace("\":{", "\":\n {").replace(",\"", ",\n\""),
        str![[r#"
{"format":"okrbook/1",
"as_of":"2026-11-22",
"audience":"internal",
"title":"T",
"organization":null,
"mission":
 {"statement":"Care",
"progress":
 {"2026-Q4":0.266667}},
"pillars":[{"id":"reach",
"title":"Reach",
"progress":
 {"2026-Q4":0.266667}}],
"cycles":[{"id":"2026-Q4",
"title":"2026-Q4",
"start":"2026-10-01",
"end":"2026-12-31",
"parent":null,
"elapsed":0.576087}],
"teams":[{"id":"us",
"name":"We",
"parent":null,
"lead":"ana",
"ambassador":null,
"members":["ana",
"bo"],
"purpose":null}],
"people":[{"id":"ana",
"name":"Ana",
"role":null},{"id":"bo",
"name":"Bo",
"role":"Nurse"}],
"kpis":[{"id":"visits",
"title":"Visits",
"unit":"visits",
"healthy":
 {"between":[0.1,10]},
"status":"healthy",
"latest":
 {"date":"2026-11-20",
"value":9.5}}],
"objectives":[{"id":"top",
"title":"=Top",
"cycle":"2026-Q4",
"team":"us",
"owner":"ana",
"state":"active",
"ambition":"aspirational",
"aligns_to":["reach",
"mission"],
"children":["below"],
"line_of_sight":["reach",
"mission"],
"progress":0.266667,
"expected":0.576087,
"gap":0.136594,
"health":"outdated",
"contributing":0.25,
"score":null,
"outcome":null,
"key_results":[{"id":"metric",
"title":"-1 is no formula",
"kind":"metric",
"start":0.1,
"target":0.3,
"unit":"%",
"value":0.2,
"attainment":0.5,
"progress":0.5,
"expected":0.576087,
"gap":-0.096739,
"health":"on-track",
"confidence":0.7,
"forecast":null,
"check_ins":[{"date":"2026-11-16",
"value":0.2,
"zone":null,
"confidence":0.7,
"status":"on-track",
"note":"Half",
"by":"ana",
"next":"More"}]},{"id":"zones",
"title":"Zones",
"kind":"zones",
"start":null,
"target":null,
"unit":null,
"value":null,
"attainment":0.3,
"progress":0.3,
"expected":0.576087,
"gap":0.103261,
"health":"at-risk",
"confidence":null,
"forecast":null,
"check_ins":[{"date":"2026-11-20",
"value":null,
"zone":"commit",
"confidence":null,
"status":null,
"note":null,
"by":null,
"next":null}]},{"id":"done",
"title":"Done",
"kind":"done",
"start":null,
"target":null,
"unit":null,
"value":null,
"attainment":0,
"progress":0,
"expected":0.576087,
"gap":0.403261,
"health":"outdated",
"confidence":null,
"forecast":null,
"check_ins":[]}]},{"id":"below",
"title":"Below",
"cycle":"2026-Q4",
"team":null,
"owner":null,
"state":"active",
"ambition":"aspirational",
"aligns_to":["top/metric"],
"children":[],
"line_of_sight":["top/metric",
"top",
"reach",
"mission"],
"progress":0.25,
"expected":0.576087,
"gap":0.153261,
"health":"at-risk",
"contributing":null,
"score":null,
"outcome":null,
"key_results":[{"id":"secret",
"title":"Secret",
"kind":"metric",
"start":1000000,
"target":3000000,
"unit":"EUR",
"value":1500000,
"attainment":0.25,
"progress":0.25,
"expected":0.576087,
"gap":0.153261,
"health":"at-risk",
"confidence":null,
"forecast":null,
"check_ins":[{"date":"2026-11-20",
"value":1500000,
"zone":null,
"confidence":null,
"status":null,
"note":"We sold the house",
"by":null,
"next":null}]}]}]}

"#]]
    );
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
