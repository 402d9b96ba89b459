//! Sites that one can open: each folder of `tests/sites/` that has an `expected` folder holds a handbook and the pages
//! that it becomes. `SNAPSHOTS=overwrite cargo test --test golden` writes them anew.
//!
//! The pages of rules are left out, since each has its own test, and so are the theme's assets and the exports.
#![allow(clippy::disallowed_methods, reason = "this test compares the files that the program wrote")]
#![allow(clippy::unwrap_used, reason = "what cannot be run fails the test")]

mod contract;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn a_handbook_becomes_the_pages_that_were_looked_at() {
    let sites = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut seen = 0;
    for entry in fs::read_dir(sites).unwrap() {
        let site = entry.unwrap().path();
        if site.join("expected").is_dir() {
            check(&site);
            seen += 1;
        }
    }
    assert!(seen > 0, "there is no expected site to compare with");
}

fn check(site: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("site");
    let built = Command::new(env!("CARGO_BIN_EXE_okrbook"))
        .args(["build", "--deny", "warnings", "--quiet"])
        .arg(site.join("source"))
        .arg("--output")
        .arg(&output)
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let (built, expected) = (pages(&output), site.join("expected"));
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        fs::remove_dir_all(&expected).unwrap();
        for (path, text) in &built {
            let place = expected.join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, text).unwrap();
        }
    }
    let expected = pages(&expected);
    assert_eq!(built.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (path, text) in &built {
        snapbox::assert_data_eq!(text.as_str(), snapbox::Data::text(expected[path].as_str()).raw());
    }
}

/// The pages below a folder, by path; hashes in the names of assets do not count.
fn pages(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap();
        let is_page = path.extension().is_some_and(|ending| ending == "html");
        if is_page && !path.starts_with("method/rules") {
            found.insert(path.to_owned(), without_hashes(&fs::read_to_string(entry.path()).unwrap()));
        }
    }
    found
}

/// Names of assets without the hash of their content: `style.1a2b3c4d.css` becomes `style.css`.
fn without_hashes(page: &str) -> String {
    let is_hash = |part: &str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let shorten = |line: &str| {
        if line.contains("assets/") {
            line.split('.').filter(|part| !is_hash(part)).collect::<Vec<_>>().join(".")
        } else {
            line.to_owned()
        }
    };
    page.split('\n').map(shorten).collect::<Vec<_>>().join("\n")
}
