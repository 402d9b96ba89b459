//! Reads YAML into [`Document`]s.
//!
//! A slip in the text becomes a finding in plain words; how the text is taken apart is nobody else's business.

mod build;
mod fast;
mod fault;
mod full;

use super::Document;
use crate::diagnostic::Finding;
use crate::text::{Source, Span};

/// The documents of a YAML text, and everything that is wrong with it. `range` is the part of the source to
/// read: a whole file, or the front matter of one. A document that breaks the rules of YAML yields nothing,
/// and neither does an empty one; a duplicate key or an unknown tag is noted and left out.
pub fn parse<'a>(source: &'a Source, range: Span, findings: &mut Vec<Finding>) -> Vec<Document<'a>> {
    fast::parse(source, range).unwrap_or_else(|| full::parse(source, range, findings))
}

#[cfg(test)]
mod tests;
