//! Stories in which somebody ends the program while it works. Signals are those of a system that asks a program to
//! end: Ctrl-C takes the same way, but shells may have taught us to let it pass.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "these tests watch what the program does to files")]

use std::fmt::Write;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

/// A handbook with goals of these titles.
fn handbook(titles: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("content")).expect("a folder");
    write_goals(folder.path(), titles);
    fs::write(folder.path().join("okrbook.yaml"), "title: T\nlints: {default: allow}\n").expect("a file");
    folder
}

fn write_goals(folder: &Path, titles: &[&str]) {
    let mut text = "objectives:\n".to_owned();
    for (place, title) in titles.iter().enumerate() {
        writeln!(text, "  - {{id: x{place}, title: {title}, cycle: 2026-Q4}}").expect("a String takes all");
    }
    fs::write(folder.join("content/a.yaml"), text).expect("a file");
}

fn okrbook(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_okrbook"));
    command.args(arguments).current_dir(folder).env("SOURCE_DATE_EPOCH", "1795305600").env("NO_COLOR", "1");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Asks a program to end.
fn end(child: &Child) {
    let told = Command::new("sh").args(["-c", &format!("kill -TERM {}", child.id())]).status();
    // Who has ended by itself cannot be told.
    told.expect("sh is everywhere");
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The files of a folder, whatever their names begin with.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn an_export_that_is_cut_short_leaves_no_file() {
    // More than a pipe holds, so that the program cannot be done before somebody reads on.
    let folder = handbook(&["Goal"; 1000]);
    let pipe = folder.path().join("goals.json.okrbook-tmp");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is everywhere").success());
    let child =
        okrbook(folder.path(), &["export", "json", "--output", "goals.json"]).spawn().expect("it starts");
    let mut written = File::open(&pipe).expect("the program opens the other end");
    written.read_exact(&mut [0]).expect("it writes");
    // `timeout` asks the program and its group, so that it is asked twice.
    end(&child);
    end(&child);
    written.read_to_end(&mut Vec::new()).expect("it stops writing");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(143), "{}", said(&output));
    assert_eq!(said(&output), "interrupted; nothing is left half written\n");
    assert_eq!(names(folder.path()), ["content", "okrbook.yaml"]);
}

#[test]
fn a_build_that_is_interrupted_at_any_moment_leaves_an_old_site_or_a_new_one() {
    let folder = handbook(&["Harbour"]);
    let place = |path: &str| folder.path().join(path);
    let interrupted = |staging: &str| {
        let mut child = okrbook(folder.path(), &["build"]).spawn().expect("it starts");
        while !place(staging).exists() && child.try_wait().expect("it is ours").is_none() {
            std::thread::yield_now();
        }
        end(&child);
        let output = child.wait_with_output().expect("it ends");
        assert!(matches!(output.status.code(), Some(0 | 143)), "{}", said(&output));
        assert!(!place(staging).exists(), "{staging} stays");
    };
    interrupted(".public.okrbook-tmp");
    assert!(!place("public").exists() || place("public/objectives/x0/index.html").exists());

    assert!(okrbook(folder.path(), &["build"]).status().expect("it runs").success());
    let old = fs::read(place("public/api/handbook.json")).expect("an export");
    write_goals(folder.path(), &["Lighthouse"]);
    interrupted("public/.okrbook-tmp");
    let page = fs::read_to_string(place("public/objectives/x0/index.html")).expect("a page");
    let is_old = fs::read(place("public/api/handbook.json")).expect("an export") == old;
    assert!(page.contains(if is_old { "Harbour" } else { "Lighthouse" }), "pages are of two builds");
    assert_eq!(names(folder.path()), ["content", "okrbook.yaml", "public"]);
}

#[test]
fn a_quiet_preview_at_any_port_says_where_it_is_and_ends_when_it_is_asked_to() {
    let folder = handbook(&["Goal"]);
    let mut child = okrbook(folder.path(), &["serve", "--quiet", "--port", "0"]).spawn().expect("it starts");
    let mut line = String::new();
    let stdout = child.stdout.take().expect("a pipe");
    BufReader::new(stdout).read_line(&mut line).expect("it says where it is");
    end(&child);
    let output = child.wait_with_output().expect("it ends");
    assert!(line.starts_with("http://127.0.0.1:") && line.ends_with("/\n"), "{line:?}");
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
}
