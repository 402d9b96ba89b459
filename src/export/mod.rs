//! The handbook as data, for programs: one file a format, one line each in [`FORMATS`].
//!
//! A format writes straight to where it goes, one goal at a time, so that memory does not grow with the handbook.

mod csv;
mod dot;
mod graph;
mod ics;
mod json;
mod mermaid;
pub(crate) mod value;

use crate::config::Settings;
use crate::model::{Audience, Handbook};
use crate::progress::Progress;
use std::io::{self, Write};

/// A way to write the handbook as data.
pub struct Format {
    /// The word after `okrbook export`.
    pub name: &'static str,
    /// What it is good for, in a sentence for `--help`.
    pub about: &'static str,
    /// Where the site holds the same bytes, as parts of the address; none where it does not.
    pub address: Option<&'static [&'static str]>,
    /// Writes all of it.
    pub write: fn(&Edition, &mut dyn Write) -> io::Result<()>,
}

/// All formats, in the order in which help lists them.
pub static FORMATS: &[&Format] = &[&json::FORMAT, &csv::FORMAT, &ics::FORMAT, &dot::FORMAT, &mermaid::FORMAT];

/// The format of this name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.name == name)
}

/// The JSON Schema of the json format.
pub fn schema() -> serde_json::Value {
    json::schema()
}

/// What an export is made of: a handbook of one edition with what is derived of it.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// The settings in force.
    pub settings: &'a Settings,
    /// For whom it is.
    pub audience: Audience,
    /// The handbook; a public one holds nothing internal.
    pub handbook: &'a Handbook,
    /// What is derived of it.
    pub progress: &'a Progress,
}

impl Edition<'_> {
    /// Whether this edition withholds the numbers of a key result.
    fn masks(&self, key_result: &crate::model::KeyResult) -> bool {
        key_result.masked && self.audience == Audience::Public
    }
}
