//! Draws a report: one file a format, one line each in [`FORMATS`].

use super::Report;
use crate::text::Sources;

mod json;

/// A way to draw a report.
pub struct Format {
    /// The word after `--format`.
    pub name: &'static str,
    /// Machine formats are products and go to stdout; the others go to stderr.
    pub machine: bool,
    /// Draws the whole report.
    pub render: fn(&Report, &Sources) -> String,
}

/// All formats, in the order in which help lists them.
pub static FORMATS: &[&Format] = &[&json::FORMAT];
