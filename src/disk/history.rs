//! When each file of a handbook was changed last, as Git remembers it.
//!
//! A courtesy to readers, and never more: where there is no repository, no `git`, or only a part of the history, nothing
//! is known and nothing is said. With SOURCE_DATE_EPOCH nothing is asked at all, so that a site made from an archive
//! of the sources is the same, byte for byte, as one made from a clone.

use super::git::git;
use super::walk::files;
use crate::model::Date;
use std::collections::{BTreeMap, HashSet};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

/// Begins the time of a commit in what `git` prints; no path begins so.
const MARK: u8 = 1;

/// The day, in UTC, of the last commit that changed each file below content/, by path from the handbook's root.
pub fn last_changes(root: &Path) -> BTreeMap<String, Date> {
    let is_fixed = std::env::var_os("SOURCE_DATE_EPOCH").is_some_and(|value| !value.is_empty());
    if is_fixed || !may_be_versioned(root) || !has_whole_history(root) {
        return BTreeMap::new();
    }
    log(root).unwrap_or_default()
}

/// Whether git may know a folder: where no repository is near, a program need not be started to hear that.
fn may_be_versioned(root: &Path) -> bool {
    root.canonicalize().is_ok_and(|root| root.ancestors().any(|folder| folder.join(".git").exists()))
}

/// Whether a folder stands in a repository that holds its whole history. In a shallow clone, as CI makes it, every
/// file would seem to have been changed by the oldest commit that is there.
fn has_whole_history(root: &Path) -> bool {
    let answer = git(root).args(["rev-parse", "--is-shallow-repository"]).stderr(Stdio::null()).output();
    answer.is_ok_and(|answer| answer.status.success() && answer.stdout.trim_ascii() == b"false")
}

/// Reads the history from its end until every file was seen.
fn log(root: &Path) -> Option<BTreeMap<String, Date>> {
    let mut unseen: HashSet<String> =
        files(root, "content", &mut false).ok()?.into_iter().map(|file| file.path).collect();
    let mut child = git(root)
        .args(["log", "--format=%x01%ct", "--name-only", "-z", "--no-renames", "--no-show-signature"])
        .args(["--relative", "--", "content"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut changes = BTreeMap::new();
    let mut day = None;
    for piece in BufReader::new(child.stdout.take()?).split(0) {
        let Ok(piece) = piece else { break };
        let piece = piece.trim_ascii_start();
        if let Some(time) = piece.strip_prefix(&[MARK]) {
            day = std::str::from_utf8(time)
                .ok()
                .and_then(|time| time.trim().parse().ok())
                .and_then(super::date_of);
            continue;
        }
        if let (Some(day), Ok(path)) = (day, std::str::from_utf8(piece))
            && unseen.remove(path)
        {
            changes.insert(path.to_owned(), day);
            if unseen.is_empty() {
                break;
            }
        }
    }
    // What the rest of the history says is of no interest.
    let _ = child.kill();
    let _ = child.wait();
    Some(changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs `git` in a folder on a day, and answers whether that went well.
    fn run(folder: &Path, day: &str, arguments: &[&str]) -> bool {
        let day = format!("{day}T12:00:00Z");
        git(folder)
            .args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .env("GIT_AUTHOR_DATE", &day)
            .env("GIT_COMMITTER_DATE", &day)
            .output()
            .is_ok_and(|output| output.status.success())
    }

    fn write(folder: &Path, path: &str, text: &str) {
        let place = folder.join(path);
        std::fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
        std::fs::write(place, text).expect("a file");
    }

    fn told(folder: &Path) -> Vec<String> {
        let changes = log(folder).unwrap_or_default();
        changes.into_iter().map(|(path, day)| format!("{path} {day}")).collect()
    }

    #[test]
    fn each_file_has_the_day_of_its_last_commit() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let book = folder.path().join("book");
        write(&book, "content/a b.md", "A");
        write(&book, "content/größe.md", "G");
        write(&book, "notes.md", "N");
        assert!(run(folder.path(), "2026-03-01", &["init", "--quiet"]));
        assert!(run(folder.path(), "2026-03-01", &["add", "."]));
        assert!(run(folder.path(), "2026-03-01", &["commit", "--quiet", "-m", "first"]));
        write(&book, "content/größe.md", "H");
        assert!(run(folder.path(), "2026-04-02", &["commit", "--quiet", "-am", "second"]));
        write(&book, "content/new.md", "not committed");
        assert!(may_be_versioned(&book) && has_whole_history(&book));
        assert_eq!(told(&book), ["content/a b.md 2026-03-01", "content/größe.md 2026-04-02"]);

        let shallow = folder.path().join("shallow");
        let from = format!("file://{}", folder.path().display());
        let place = shallow.display().to_string();
        assert!(run(folder.path(), "2026-04-02", &["clone", "--quiet", "--depth", "1", &from, &place]));
        assert!(!has_whole_history(&shallow.join("book")));
    }

    #[test]
    fn without_a_repository_nothing_is_known() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        write(folder.path(), "content/a.md", "A");
        assert!(!may_be_versioned(folder.path()) && !has_whole_history(folder.path()));
        assert!(last_changes(folder.path()).is_empty());
    }
}
