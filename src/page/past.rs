//! What was frozen, as a site of its own inside today's: pages of a snapshot show it, and nothing newer.

use super::{Index, Site};
use crate::model::{Audience, ObjectiveId};
use crate::snapshot::{About, Snapshot, Thawed};
use std::sync::Arc;

/// A snapshot with the site that it was.
pub struct Past<'a> {
    /// What it says about itself.
    pub about: &'a About,
    /// Whether this edition shows less than what was frozen.
    pub withholds: bool,
    /// Whether less is public of it than was then.
    pub is_cut: bool,
    /// What was frozen, as far as this edition may show it.
    pub thawed: &'a Thawed,
    /// The site that it was.
    pub site: Site<'a>,
}

impl<'a> Past<'a> {
    /// What today's site may show of a snapshot.
    pub(super) fn of(snapshot: &'a Snapshot, today: &Site<'a>) -> Option<Past<'a>> {
        let thawed = snapshot.edition(today.audience)?;
        let Thawed { handbook, progress, settings, sources, .. } = thawed;
        let index = Arc::new(Index::of(handbook));
        let (audience, language) = (today.audience, today.messages.language);
        let site = Site::new(handbook, progress, settings, sources, audience, &[], &[], index, language);
        let withholds = snapshot.withholds(audience);
        let is_cut = snapshot.is_cut && audience == Audience::Public;
        Some(Past { about: &snapshot.about, withholds, is_cut, thawed, site })
    }

    /// The frozen objectives that have a page, in the order of the sources.
    pub fn objectives(&self) -> impl Iterator<Item = ObjectiveId> {
        let all = self.site.handbook.objectives().map(|(id, _)| id);
        all.filter(|&id| self.thawed.holds(id))
    }

    /// The frozen objective of an id, if it has a page.
    pub fn objective(&self, id: &str) -> Option<ObjectiveId> {
        match self.site.handbook.names.goals.get(id) {
            Some(&crate::model::Goal::Objective(id)) => Some(id).filter(|&id| self.thawed.holds(id)),
            _ => None,
        }
    }
}
