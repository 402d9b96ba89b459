//! The examples and our own handbook are held up as models: nothing is found in them, in either edition, and each
//! becomes a site.
#![allow(clippy::disallowed_methods, reason = "these tests run the program on folders")]
#![allow(clippy::unwrap_used, reason = "what cannot be run fails the test")]

use std::path::Path;
use std::process::{Command, Output};

fn okrbook(arguments: &[&str], handbook: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_okrbook"));
    command.args(arguments).arg(handbook).env_remove("SOURCE_DATE_EPOCH").output().unwrap()
}

fn check(handbook: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(handbook);
    for audience in ["public", "internal"] {
        let checked = okrbook(&["check", "--deny", "warnings", "--audience", audience], &root);
        let told = String::from_utf8_lossy(&checked.stderr);
        assert!(checked.status.success(), "{handbook}, {audience}: {told}");

        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        let place = site.to_str().unwrap();
        let built = okrbook(&["build", "--audience", audience, "--output", place], &root);
        let told = String::from_utf8_lossy(&built.stderr);
        assert!(built.status.success(), "{handbook}, {audience}: {told}");
        for page in ["index.html", "tree/index.html", "api/handbook.json", "404.html"] {
            assert!(site.join(page).is_file(), "{handbook}, {audience}: no {page}");
        }
    }
}

#[test]
fn the_bakery_that_fits_a_page_has_no_finding() {
    check("examples/minimal");
}

#[test]
fn the_clinics_with_six_teams_have_no_finding() {
    check("examples/clinic-network");
}

#[test]
fn the_city_in_two_languages_has_no_finding() {
    check("examples/city-council");
}

#[test]
fn our_own_handbook_has_no_finding() {
    check(".");
}
