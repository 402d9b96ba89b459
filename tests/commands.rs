//! Stories in which somebody runs the program: transcripts in `tests/sites/NAME/console.md`, each in a copy of the
//! `source/` beside it, and what a transcript cannot show.
//!
//! In a transcript, a line `$ …` is a command for `sh`, what follows is what it says on both streams, and `? 1` its
//! exit status where that is not 0. `SNAPSHOTS=overwrite cargo test --test commands` writes what is said now.

#![allow(clippy::disallowed_methods, reason = "these tests watch what the program does to files")]

use snapbox::cmd::{Command, cargo_bin};
use snapbox::{Assert, Data, assert_data_eq, str};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// 22 November 2026, a Sunday in the fourth quarter.
const TODAY: &str = "1795305600";
/// The Monday after.
const MONDAY: &str = "1795392000";

/// The program, on a fixed day.
fn okrbook() -> Command {
    Command::new(cargo_bin!("okrbook"))
        .env("SOURCE_DATE_EPOCH", TODAY)
        .env("NO_COLOR", "1")
        .env_remove("COLUMNS")
}

/// A temporary folder with these files.
fn handbook(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
        fs::write(place, text).expect("a file");
    }
    folder
}

/// A handbook with one goal, which has no finding.
fn one_goal() -> TempDir {
    handbook(&[
        ("okrbook.yaml", "title: T\nlints: {default: allow}\n"),
        (
            "content/a.yaml",
            "mission: {statement: Care}\nobjectives: [{id: x, title: X, cycle: 2026-Q4, aligns_to: mission}]\n",
        ),
    ])
}

/// Runs each command of a transcript, and returns the transcript with what was said now.
fn replay(transcript: &str, folder: &Path, today: &str) -> String {
    let program = cargo_bin!("okrbook");
    let path = format!(
        "{}:{}",
        program.parent().expect("in a folder").display(),
        std::env::var("PATH").expect("set")
    );
    let mut now = String::new();
    let mut in_block = false;
    for line in transcript.lines() {
        if line.starts_with("```") {
            in_block = line == "```console";
        }
        if let (true, Some(command)) = (in_block, line.strip_prefix("$ ")) {
            let output = Command::new("sh")
                .args(["-c", &format!("exec 2>&1; {command}")])
                .current_dir(folder)
                .env("PATH", &path)
                .env("SOURCE_DATE_EPOCH", today)
                .env("NO_COLOR", "1")
                .env_remove("COLUMNS")
                .output()
                .expect("sh is everywhere");
            now.extend([line, "\n", &steady(&String::from_utf8_lossy(&output.stdout), folder)]);
            match output.status.code() {
                Some(0) => {}
                code => writeln!(now, "? {}", code.unwrap_or(-1)).expect("a String takes all"),
            }
        } else if !in_block || line.starts_with("```") {
            now.extend([line, "\n"]);
        }
    }
    now
}

/// Takes out what differs between machines and runs: the folder, how long it took, and how large the site is.
fn steady(text: &str, folder: &Path) -> String {
    let real = folder.canonicalize().expect("a real folder");
    let text = text.replace(&*real.to_string_lossy(), "[HERE]");
    let mut steady = String::new();
    for line in text.lines() {
        match line.strip_prefix("wrote ").and_then(|rest| rest.split_once(" pages in ")) {
            Some((before, after)) if line.ends_with(" s") => {
                let place = before.rsplit_once(' ').map_or(before, |(place, _)| place);
                let (_, after) = after.split_once(" files, ").expect("the summary counts the files");
                let (changed, rest) = after.split_once(" changed").expect("the summary tells what changed");
                let changed = if changed == "0" { "0" } else { "[N]" };
                let removed = if rest.contains("removed") { ", [N] removed" } else { "" };
                steady.extend([
                    "wrote ",
                    place,
                    " [N] pages in [N] files, ",
                    changed,
                    " changed",
                    removed,
                    ", in [TIME] s\n",
                ]);
            }
            _ => steady.extend([line, "\n"]),
        }
    }
    steady
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file");
        }
    }
}

#[test]
fn every_transcript_tells_what_happens_today() {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut names: Vec<_> =
        fs::read_dir(sites).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    names.sort();
    for site in names {
        let file = site.join("console.md");
        let Ok(transcript) = fs::read_to_string(&file) else { continue };
        let folder = tempfile::tempdir().expect("a temporary folder");
        if site.join("source").is_dir() {
            copy(&site.join("source"), folder.path());
        }
        let now = replay(&transcript, folder.path(), TODAY);
        Assert::new().action_env("SNAPSHOTS").eq(Data::text(now).raw(), Data::read_from(&file, None).raw());
    }
}

#[test]
fn the_week_in_the_manual_happens_as_it_is_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = root.join("content/manual/rituals.md");
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&root.join("tests/sites/monday/source"), folder.path());
    let now = replay(&fs::read_to_string(&page).expect("a page"), folder.path(), MONDAY);
    Assert::new().action_env("SNAPSHOTS").eq(Data::text(now).raw(), Data::read_from(&page, None).raw());
}

#[test]
fn whoever_reads_only_the_first_line_causes_no_failure() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    okrbook().current_dir(folder.path()).args(["new", "hb"]).assert().success();
    let program = cargo_bin!("okrbook");
    for command in
        ["export json hb", "schema", "tree hb", "explain", "completions bash", "check --format json hb"]
    {
        let script = format!("{{ {} {command}; echo $? >status; }} | true; cat status", program.display());
        let status = Command::new("sh")
            .args(["-c", &script])
            .current_dir(folder.path())
            .env("SOURCE_DATE_EPOCH", TODAY);
        status.assert().success().stdout_eq("0\n");
    }
}

#[test]
fn products_go_to_stdout_and_everything_said_to_people_to_stderr() {
    let folder = handbook(&[("okrbook.yaml", "title: T\n"), ("content/a.yaml", "goals: []\n")]);
    let short = okrbook().current_dir(folder.path()).args(["check", "--format", "short"]);
    short.assert().code(1).stdout_eq("").stderr_eq(str![[r#"
content/a.yaml:1:1: error[unknown-key]: unknown key `goals`
1 error in 1 file

"#]]);
    let json = okrbook().current_dir(folder.path()).args(["check", "--format", "json", "--quiet"]);
    json.assert().code(1).stderr_eq("").stdout_eq(str![[r#"
[
  {
    "code": "unknown-key",
    "level": "error",
    "message": "unknown key `goals`",
    "file": "content/a.yaml",
    "line": 1,
    "column": 1,
    "end_line": 1,
    "end_column": 6,
    "labels": [],
    "help": [
      "remove it, or use one of `mission`, `pillars`, `cycles`, `teams`, `people`, `objectives`, `kpis`, `check_ins`"
    ]
  }
]

"#]]);
    let export = okrbook().current_dir(folder.path()).args(["export", "json", "--quiet"]);
    export.assert().code(1).stdout_eq("");
}

#[test]
fn a_goal_of_which_nothing_was_reported_stands_nowhere_in_the_tree() {
    let goals = "mission: {statement: Care}\npillars: [{id: reach, title: Reach}]\nobjectives:\n  \
                 - {id: x, title: X, cycle: 2026-Q4, aligns_to: reach, key_results: [{id: k, title: K, start: 0, target: 9}]}\n";
    let folder =
        handbook(&[("okrbook.yaml", "title: T\nlints: {default: allow}\n"), ("content/a.yaml", goals)]);
    let output = okrbook().args(["tree"]).current_dir(folder.path()).output().expect("the program starts");
    let tree = String::from_utf8_lossy(&output.stdout);
    assert!(tree.contains("K ") && tree.contains("outdated") && !tree.contains('%'), "{tree}");
}

#[test]
fn loops_beyond_what_anyone_can_read_are_counted() {
    let ids: Vec<String> = (0..40).map(|index| format!("g{index}")).collect();
    let mut goals = "objectives:\n".to_owned();
    for id in &ids {
        let others: Vec<&str> = ids.iter().filter(|other| *other != id).map(String::as_str).collect();
        writeln!(goals, "  - {{id: {id}, title: G, cycle: 2026-Q4, aligns_to: [{}]}}", others.join(", "))
            .expect("a string takes everything");
    }
    let settings = ("okrbook.yaml", "title: T\nlints: {default: allow}\n");
    let folder = handbook(&[settings, ("content/a.yaml", &goals)]);
    let check = okrbook().args(["check", "--format", "short"]).current_dir(folder.path());
    let output = check.assert().code(1).get_output().stderr.clone();
    let said = String::from_utf8_lossy(&output);
    assert!(said.contains("goals align in more loops than are shown one by one: 638 more\n"), "{said}");
    assert!(said.ends_with("143 errors in 1 file\n"), "{said}");
}

#[test]
fn a_name_that_a_goal_and_a_folder_share_is_the_goals() {
    let folder = one_goal();
    let other = "mission: {statement: Elsewhere}\n";
    for (path, text) in
        [("x/okrbook.yaml", "title: T\nlints: {default: allow}\n"), ("x/content/a.yaml", other)]
    {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
        fs::write(place, text).expect("a file");
    }
    let tree = |argument: &str| {
        let output = okrbook().args(["tree", argument]).current_dir(folder.path()).output();
        String::from_utf8_lossy(&output.expect("the program starts").stdout).into_owned()
    };
    assert!(tree("x").starts_with("X "), "{}", tree("x"));
    assert!(tree("./x").contains("Elsewhere"), "{}", tree("./x"));
    assert!(tree("content").contains("Care"), "{}", tree("content"));
}

#[test]
fn help_and_wrong_arguments_have_the_colours_that_are_asked_for_anywhere() {
    let says = |arguments: &[&str]| {
        let output = okrbook().args(arguments).output().expect("the program starts");
        [output.stdout, output.stderr].concat()
    };
    let colored = |arguments: &[&str]| says(arguments).contains(&0x1b);
    assert!(colored(&["nosuch", "--color", "always"]));
    assert!(colored(&["--help", "--color=always"]));
    assert!(colored(&["check", "--as-of", "never", "--color=always"]));
    assert!(!colored(&["check", "--bogus"]));
    assert!(!colored(&["--color", "never", "--help"]));
    assert!(!colored(&["check", "--bogus", "--", "--color=always"]));
}

#[test]
fn nothing_is_written_while_something_is_wrong() {
    let folder = one_goal();
    okrbook().current_dir(folder.path()).arg("build").assert().success();
    let before = fs::read(folder.path().join("public/api/handbook.json")).expect("written");
    fs::write(folder.path().join("content/b.yaml"), "objectives: [{id: x, title: Y, cycle: 2026-Q4}]\n")
        .expect("a file");
    okrbook().current_dir(folder.path()).arg("build").assert().code(1);
    assert_eq!(fs::read(folder.path().join("public/api/handbook.json")).expect("kept"), before);
    okrbook().current_dir(folder.path()).args(["build", "--output", "elsewhere"]).assert().code(1);
    assert!(!folder.path().join("elsewhere").exists());
}

#[test]
fn a_file_that_would_take_a_place_of_the_site_stops_check_and_build_and_the_site_stays() {
    let folder = one_goal();
    okrbook().current_dir(folder.path()).arg("build").assert().success();
    for (path, name) in [
        ("static/objectives", "static/objectives:1:1: error[path-collision]"),
        ("static/index.html", "static/index.html:1:1: error[path-collision]"),
        ("static/404.html/x", "static/404.html/x:1:1: error[path-collision]"),
        ("static/.okrbook-manifest.json", "static/.okrbook-manifest.json:1:1: error[path-collision]"),
        ("content/robots.txt.md", "content/robots.txt.md:1:1: error[path-collision]"),
    ] {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
        fs::write(&place, "mine\n").expect("a file");
        let check = okrbook().current_dir(folder.path()).args(["check", "--format", "short"]).assert();
        let told = String::from_utf8_lossy(&check.code(1).get_output().stderr).into_owned();
        assert!(told.contains(name), "{told}");
        okrbook().current_dir(folder.path()).arg("build").assert().code(1);
        okrbook().current_dir(folder.path()).args(["build", "--output", "first"]).assert().code(1);
        assert!(folder.path().join("public/objectives/x/index.html").is_file(), "{path}");
        assert!(!folder.path().join("first").exists());
        fs::remove_file(&place).expect("removed");
    }
    okrbook().current_dir(folder.path()).arg("build").assert().success();
}

#[test]
fn warnings_stop_where_that_is_asked_for() {
    let folder = one_goal();
    fs::write(folder.path().join("okrbook.yaml"), "title: T\n").expect("a file");
    okrbook().current_dir(folder.path()).arg("check").assert().success();
    okrbook().current_dir(folder.path()).args(["check", "--deny", "warnings"]).assert().code(1);
    okrbook().current_dir(folder.path()).args(["build", "--deny", "warnings"]).assert().code(1);
    assert!(!folder.path().join("public").exists());
    okrbook().current_dir(folder.path()).arg("build").assert().success();
}

#[test]
fn the_day_comes_from_the_option_then_the_settings_then_the_environment() {
    let folder = one_goal();
    let as_of = |arguments: &[&str], epoch: &str| {
        let command = okrbook().env("SOURCE_DATE_EPOCH", epoch).current_dir(folder.path());
        let output = command.args(["export", "json"]).args(arguments).output().expect("it runs");
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        json["as_of"].as_str().expect("a date").to_owned()
    };
    assert_eq!(as_of(&[], TODAY), "2026-11-22");
    assert_eq!(as_of(&[], "86399"), "1970-01-01");
    assert_eq!(as_of(&["--as-of", "2026-10-01"], TODAY), "2026-10-01");
    fs::write(folder.path().join("okrbook.yaml"), "title: T\nas_of: 2026-12-24\n").expect("a file");
    assert_eq!(as_of(&[], TODAY), "2026-12-24");
    assert_eq!(as_of(&["--as-of", "2026-10-01"], TODAY), "2026-10-01");
    okrbook().env("SOURCE_DATE_EPOCH", "yesterday").current_dir(folder.path()).arg("check").assert().code(2);
}

#[test]
fn what_the_disk_refuses_is_an_error_with_its_path() {
    let folder = one_goal();
    fs::create_dir(folder.path().join("thesis")).expect("a folder");
    fs::write(folder.path().join("thesis/chapter.txt"), "years of work").expect("a file");
    let build = |output: &str| okrbook().current_dir(folder.path()).args(["build", "--output", output]);
    build("thesis").assert().code(2).stderr_eq(str![[r#"
error: `[..]/thesis` holds files that okrbook did not write
  = help: choose an empty folder with `--output`, or write into this one with `--force`

"#]]);
    build(".").assert().code(2);
    build("content").args(["--force"]).assert().code(2);
    build("okrbook.yaml").assert().code(2);
    build("thesis").args(["--force"]).assert().success();
    assert_data_eq!(
        fs::read_to_string(folder.path().join("thesis/chapter.txt")).expect("kept"),
        "years of work"
    );
    build("thesis").assert().success();
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    let [one, other] =
        [tempfile::tempdir(), tempfile::tempdir()].map(|folder| folder.expect("a temporary folder"));
    for folder in [&one, &other] {
        okrbook().current_dir(folder.path()).args(["new", "hb"]).assert().success();
        okrbook().current_dir(folder.path()).args(["build", "hb", "--output", "site"]).assert().success();
    }
    snapbox::assert_subset_eq(one.path(), other.path());
    snapbox::assert_subset_eq(other.path(), one.path());
}
