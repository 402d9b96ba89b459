//! Turns one file into one tree, whatever it contains.
//!
//! YAML becomes [`Document`]s in which every scalar keeps its place; a Markdown file is split into front matter and
//! body; prose is scanned for what must be checked ([`prose::Facts`]); CSV becomes rows with places. Nothing here
//! knows what a goal is: [`fields`] reads a mapping key by key for those who do.

pub mod allow;
pub mod fields;
pub mod html;
pub mod markdown;
mod node;
pub mod prose;
mod scalar;
pub mod table;
pub mod yaml;

pub use node::{Document, Entries, Entry, Items, Kind, Node};
pub use scalar::Scalar;

use crate::diagnostic::{Finding, errors::NOT_UTF8};
use crate::text::Source;

/// The finding about a file that is not UTF-8, at the first wrong byte.
pub fn not_utf8(source: &Source) -> Option<Finding> {
    let invalid = source.invalid()?;
    let message = format!("the file is not UTF-8: byte 0x{:02X} at offset {}", invalid.byte, invalid.offset);
    let span = source.span(invalid.offset, invalid.offset + 1);
    Some(Finding::error(&NOT_UTF8, span, message).help("save it as UTF-8 in your editor"))
}
