//! Stories in which somebody writes while the preview runs: what browsers get, what nobody gets, and that after any
//! edit every page is the one that a fresh build would write.
//!
//! Nothing here waits for time to pass: each story waits until the preview tells of a revision.

#![allow(clippy::disallowed_methods, reason = "these tests write handbooks")]
#![allow(clippy::disallowed_types, reason = "these tests are what a browser would be")]
#![allow(clippy::print_stdout, reason = "a soak that fails tells the edits before")]

mod browser;
mod refused;
mod shown;
mod soak;
#[path = "../started/mod.rs"]
mod started;

use started::{handbook, write};
use tempfile::TempDir;

/// A handbook with one goal, which has no finding.
fn one_goal() -> TempDir {
    handbook(&[
        ("okrbook.yaml", "title: T\nlints: {default: allow}\n"),
        ("content/a.yaml", GOAL),
        ("static/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ])
}

const GOAL: &str = "mission: {statement: Care}\nobjectives: [{id: x, title: Shorter waits, cycle: 2026-Q1, aligns_to: mission}]\n";
