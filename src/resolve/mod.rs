//! Links documents into one [`Handbook`]; reports what does not link and leaves it out.
//!
//! 1. [`declare`] reads each file by itself.
//! 2. Every name is claimed, so that clashes show before anything is followed ([`names`], [`cycles`]).
//! 3. References are followed ([`linker`], [`link`]), what was measured is merged ([`series`]).
//! 4. Loops and impossible alignments are taken out ([`alignment`]).
//! 5. Prose is checked: where its links lead, what its blocks show ([`live`]), and that public prose names nothing
//!    internal ([`prose`]).
//!
//! [`edition`] then takes out everything internal, before anything is computed.

pub mod alignment;
pub mod cycles;
pub mod declare;
pub mod edition;
mod grounds;
pub mod link;
pub mod linker;
pub mod live;
mod loops;
mod memo;
pub mod names;
pub mod prose;
pub mod series;
pub mod targets;

pub use memo::Memo;

use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::model::Handbook;
use crate::text::{SourceId, Sources};
use declare::Declarations;
use std::sync::Arc;

/// The files around the documents that references may lead to.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// All texts.
    pub sources: &'a Sources,
    /// CSV files, by path.
    pub data: &'a [SourceId],
    /// Paths from the handbook's root of pictures and other files below content/ and static/.
    pub assets: &'a [String],
    /// Whether handbook pages that are drafts belong to the site.
    pub drafts: bool,
}

/// Links documents, given in the order of their paths. What `memo` remembers of a linking before only saves time.
pub fn resolve(
    documents: Vec<Arc<Declarations>>,
    around: Surroundings,
    settings: &Settings,
    memo: &mut Memo,
) -> (Handbook, Vec<Finding>) {
    let (mut handbook, apart, linker, mut notes) = link::link(documents, around, settings, memo);
    if let Some(children) = memo.untangled(&handbook) {
        handbook.children = children;
    } else {
        let tangles = alignment::untangle(&mut handbook);
        handbook.children = Arc::new(alignment::children(&handbook));
        memo.keep_untangled(&handbook, tangles.is_empty());
        notes.findings.extend(tangles);
    }
    handbook.pages.retain(|page| around.drafts || !page.draft);
    let checked = prose::check(&handbook, &apart, &linker, around, settings, memo);
    handbook.chapters = checked.chapters;
    handbook.live = checked.live;
    handbook.shown_files = checked.files;
    notes.merge(checked.notes);
    handbook.renamed = notes.renamed;
    (handbook, notes.findings)
}
