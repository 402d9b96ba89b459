//! One small handbook in every language that the program speaks: what its home and an objective's page say, as text.
//! `SNAPSHOTS=overwrite cargo test --test languages` writes the texts in `tests/languages/` anew.
#![allow(clippy::disallowed_methods, reason = "this test runs the program on files of its own")]
#![allow(clippy::unwrap_used, reason = "what cannot be run fails the test")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const GOALS: &str = r#"
mission: {statement: "…"}
pillars: [{id: doors, title: "★", kpis: [visits]}]
teams: [{id: desk, name: "◆"}]
people: [{id: mara, name: "Mara"}]
kpis:
  - {id: visits, title: "☼", healthy: {at_least: 4000}, values: [{date: 2026-01-31, value: 4210}]}
objectives:
  - id: evenings
    title: "☾"
    why: "?"
    cycle: 2026-Q1
    team: desk
    owner: mara
    aligns_to: doors
    key_results:
      - id: loans
        title: "→"
        start: 20
        target: 1000
        commit: 600
        check_ins:
          - {date: 2026-01-19, value: 280.5, confidence: 0.6, note: "!", by: mara}
          - {date: 2026-02-09, value: 610, confidence: 0.7, status: on-track, next: "…"}
      - {id: cost, title: "€", start: 12000, target: 9000, unit: EUR, check_ins: [{date: 2026-02-09, value: 11500}]}
      - {id: shelves, title: "▤", keep: {between: [90, 95.5]}, unit: "%", check_ins: [{date: 2026-02-09, value: 94}]}
      - id: plan
        title: "▣"
        milestones:
          - {id: a, title: "1", due: 2026-01-31, done: 2026-01-30}
          - {id: b, title: "2", due: 2026-02-10, weight: 2}
          - {id: c, title: "3"}
        check_ins: [{date: 2026-02-09}]
"#;

fn run(command: &str, settings: &str, more: &[(&str, &str)]) -> (tempfile::TempDir, Output) {
    let folder = tempfile::tempdir().unwrap();
    let files = [("okrbook.yaml", settings), ("content/goals.yaml", GOALS)];
    for (path, text) in files.iter().chain(more) {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_okrbook"))
        .args([command, "--as-of", "2026-02-14"])
        .arg(folder.path())
        .output()
        .unwrap();
    (folder, output)
}

fn settings(language: &str) -> String {
    format!("title: T\nlanguage: {language}\nlints: {{default: allow, missing-message: warn}}\n")
}

/// What a page says, a line for each piece; names for those who listen stand in brackets.
fn text(page: &str) -> String {
    let main = page.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap();
    let mut lines = Vec::new();
    for tag in main.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').unwrap_or((tag, ""));
        let label = tag.split("aria-label=\"").nth(1).and_then(|rest| rest.split('"').next());
        lines.extend(label.map(|label| format!("[{label}]")));
        lines.extend((!text.trim().is_empty()).then(|| text.trim().to_owned()));
    }
    lines.join("\n") + "\n"
}

#[test]
fn a_handbook_speaks_each_shipped_language() {
    for language in ["en", "de", "fr", "es", "ar"] {
        let (folder, output) = run("build", &settings(language), &[]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let page = |path: &str| fs::read_to_string(folder.path().join("public").join(path)).unwrap();
        let (home, objective) = (page("index.html"), page("objectives/evenings/index.html"));
        let direction = if language == "ar" { " dir=\"rtl\"" } else { "" };
        assert!(home.contains(&format!("<html lang=\"{language}\"{direction}>")));
        let said = format!("{}\n---\n\n{}", text(&home), text(&objective));
        let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/languages/{language}.txt"));
        snapbox::Assert::new()
            .action_env("SNAPSHOTS")
            .eq(snapbox::Data::text(said).raw(), snapbox::Data::read_from(&expected, None).raw());
    }
}

#[test]
fn the_title_of_a_page_is_in_the_language_too() {
    let (folder, output) = run("build", &settings("de"), &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = fs::read_to_string(folder.path().join("public/cycles/2026-Q1/index.html")).unwrap();
    let title = page.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
    assert_eq!(title, Some("2026-Q1 · Zyklus · T"));
}

fn told(command: &str, language: &str, more: &[(&str, &str)]) -> (Option<i32>, String) {
    let (_folder, output) = run(command, &settings(language), more);
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_language_without_messages_is_a_finding_at_its_place() {
    let (status, said) = told("check", "pt-BR", &[]);
    assert_eq!(status, Some(0));
    assert!(said.contains("warning[missing-message]: there are no messages in `pt-BR`"), "{said}");
    assert!(said.contains("okrbook.yaml:2:11"), "{said}");
}

#[test]
fn what_is_no_language_is_an_error_and_never_a_panic() {
    let long = "x-".repeat(500);
    for tag in ["de-", "\"\"", "deutsch!", "a", "\"de de\"", &long] {
        let (status, said) = told("check", tag, &[]);
        assert_eq!(status, Some(1), "{tag}: {said}");
        assert!(said.contains("is not a language tag"), "{tag}: {said}");
    }
    let (status, said) = told("check", "xx", &[]);
    assert_eq!(status, Some(0));
    assert!(said.contains("there are no messages in `xx`"), "{said}");
}

#[test]
fn a_handbooks_own_messages_count_and_are_checked() {
    let own = [("themes/default/messages/de.ftl", "key_results = Ergebnisse & mehr\n")];
    let (folder, output) = run("build", &settings("de"), &own);
    assert!(output.status.success());
    let page = fs::read_to_string(folder.path().join("public/objectives/evenings/index.html")).unwrap();
    assert!(page.contains("<h2>Ergebnisse &amp; mehr</h2>"));
    let broken = [("themes/default/messages/de.ftl", "home = Start\nkey_result = Ergebnisse\n")];
    let (status, said) = told("check", "de", &broken);
    assert_eq!(status, Some(1));
    assert!(said.contains("error[template-error]: there is no message `key_result`"), "{said}");
    assert!(
        said.contains("themes/default/messages/de.ftl:2:1") && said.contains("did you mean `key_results`?"),
        "{said}"
    );
    let new = [("themes/default/messages/nl.ftl", "home = Begin\n")];
    let (status, said) = told("check", "nl", &new);
    assert_eq!(status, Some(0));
    assert!(said.contains("`nl` lacks") && said.contains("themes/default/messages/nl.ftl:1:1"), "{said}");
}
