//! Checks the prose of things that are left out of the handbook because they are wrong: it is shown nowhere, and what
//! is wrong with it should still be known at once.

use super::collect::{Collector, gather};
use super::{blocks, faults};
use crate::config::Settings;
use crate::model::{KeyResult, Prose};
use crate::resolve::Memo;
use crate::resolve::link::Apart;
use crate::resolve::linker::{Linker, Notes};
use crate::resolve::targets::Targets;
use crate::syntax::prose::Facts;
use crate::text::Sources;
use std::sync::Arc;

/// Reports links and blocks that lead nowhere or give away.
pub(super) fn check(
    left_out: &Apart,
    targets: &Targets,
    linker: &Linker,
    settings: &Settings,
    sources: &Sources,
    notes: &mut Notes,
) {
    let of_key_result = |key_result: &KeyResult| {
        let mut collector = Collector::new(sources, false);
        collector.key_result(key_result);
        collector.chapter()
    };
    let things = gather(&left_out.things, sources, &mut Memo::default());
    for chapter in things.into_iter().chain(left_out.key_results.iter().filter_map(of_key_result)) {
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
