//! Reads an `okr` block: goals that prose shows as they stand today. Its YAML is read as all YAML of a handbook, and
//! its names are followed as all references are, so that whatever is wrong is found where it is written.

mod names;
mod read;

pub use read::{FILTER_KEYS, KEYS};

use super::linker::{Linker, Notes};
use super::targets::Thing;
use crate::diagnostic::Finding;
use crate::model::{Live, Text};
use crate::syntax::prose::Block;
use crate::text::{Source, Sources, Span};

/// A block that was read.
#[derive(Debug, Default)]
pub struct Resolved {
    /// What it asks for; none where something is wrong with it.
    pub live: Option<Live>,
    /// What it names, so that public prose can be kept from naming something internal.
    pub named: Vec<(Text, Thing)>,
}

/// Reads a block of a file.
pub fn resolve(block: &Block, source: &Source, linker: &Linker, notes: &mut Notes) -> Resolved {
    // The lines of a block may be indented in the file, so that it is read as a text of its own.
    let mut sources = Sources::default();
    let id = sources.add(source.path(), block.text.clone().into_bytes());
    let mut inner = Notes::default();
    let mut resolved = read::read(sources.get(id), linker, &mut inner);
    let place = |span: Span| block.place(source, span.start()..span.end());
    for (name, _) in &mut resolved.named {
        name.span = place(name.span);
    }
    for renamed in &mut inner.renamed {
        renamed.span = place(renamed.span);
    }
    for finding in &mut inner.findings {
        relocate(finding, place);
    }
    notes.merge(inner);
    resolved
}

/// Moves a finding about the text of a block to the file.
fn relocate(finding: &mut Finding, place: impl Fn(Span) -> Span) {
    finding.span = place(finding.span);
    for label in &mut finding.labels {
        label.span = place(label.span);
    }
}
