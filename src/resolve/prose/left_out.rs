//! Checks the prose of things that are left out of the handbook because they are wrong: it is shown nowhere, and what
//! is wrong with it should still be known at once.

use super::{blocks, faults, gather};
use crate::config::Settings;
use crate::model::{Handbook, Prose};
use crate::resolve::Memo;
use crate::resolve::linker::{Linker, Notes};
use crate::resolve::targets::Targets;
use crate::syntax::prose::Facts;
use crate::text::Sources;
use std::sync::Arc;

/// Reports links and blocks that lead nowhere or give away.
pub(super) fn check(
    left_out: &Handbook,
    targets: &Targets,
    linker: &Linker,
    settings: &Settings,
    sources: &Sources,
    notes: &mut Notes,
) {
    for chapter in gather(left_out, sources, &mut Memo::default()) {
        for piece in chapter.pieces.iter().filter(|_| chapter.leads_inside) {
            let piece = without_place(piece);
            notes.findings.extend(faults(&piece, targets, linker, settings));
            blocks(&piece, targets, linker, sources, &mut Vec::new(), notes);
        }
    }
}

/// A piece of prose without the page that it would stand on, and without its links to places on that page.
fn without_place(piece: &Prose) -> Prose {
    let mut facts = Facts::clone(&piece.facts);
    facts.links.retain(|link| !link.target.starts_with('#'));
    Prose { facts: Arc::new(facts), goal: None, kpi: None, ..piece.clone() }
}
