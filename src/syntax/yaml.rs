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

/// The one document of a text that can hold no more of them; what stands in others is a finding instead of being lost.
pub fn parse_one<'a>(
    source: &'a Source,
    range: Span,
    what: &str,
    findings: &mut Vec<Finding>,
) -> Option<Document<'a>> {
    let mut documents = parse(source, range, findings).into_iter().filter(|it| !it.root().is_null());
    let first = documents.next();
    for other in documents {
        let message = format!("a second document begins in {what}, and would be lost");
        let help = "remove the line `---` or `...` between the two, so that all keys stand in one";
        findings.push(fault::syntax(other.root().span(), message).help(help));
    }
    first
}

#[cfg(test)]
mod tests;
