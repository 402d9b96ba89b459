//! What the page of the tree leaves to other pages where there are more goals than one page can bear.
//!
//! Goals of earlier cycles stand on the pages of what is above them; where the others are still too many, branches
//! end at a level, with a link to the page on which each goes on.

use super::is_over;
use crate::model::{Goal, ObjectiveId};
use crate::page::Site;

/// As many objectives as the page bears in any case.
const MOST: usize = 3000;
/// The least levels below the mission that are shown, however many goals stand on them.
const LEAST_LEVELS: usize = 1;

/// What is left out.
#[derive(Debug)]
pub(super) struct Cut {
    /// Of each objective, whether it or one that hangs under it belongs to a cycle that is not over.
    matters: Vec<bool>,
    /// The last level that is shown, counted from 0 below the mission.
    pub(super) deepest: usize,
}

impl Cut {
    /// What the page leaves out; nothing where everything has its place.
    pub(super) fn of(site: &Site) -> Option<Cut> {
        Self::to(site, MOST)
    }

    fn to(site: &Site, most: usize) -> Option<Cut> {
        let handbook = site.handbook;
        if handbook.objectives.len() <= most {
            return None;
        }
        let mut matters = vec![false; handbook.objectives.len()];
        let mut on_level: Vec<usize> = Vec::new();
        for (id, _) in handbook.objectives().filter(|&(id, _)| !is_over(site, id)) {
            let mut next = Some(id);
            while let Some(id) = next.filter(|id| !matters[id.index()]) {
                matters[id.index()] = true;
                next = parent(site, id);
            }
        }
        for (level, _) in levels(site).into_iter().zip(&matters).filter(|(_, matters)| **matters) {
            on_level.resize(on_level.len().max(level + 1), 0);
            on_level[level] += 1;
        }
        let mut sum = 0;
        let fits = on_level.iter().take_while(|&&number| {
            sum += number;
            sum <= most
        });
        let deepest = fits.count().saturating_sub(1).max(LEAST_LEVELS);
        Some(Cut { matters, deepest })
    }

    /// Whether the page shows an objective, as far as its cycle decides.
    pub(super) fn shows(&self, id: ObjectiveId) -> bool {
        self.matters[id.index()]
    }
}

/// These objectives and all that hang under them, each before what hangs under it.
pub(super) fn everything_under(site: &Site, objectives: &[ObjectiveId]) -> Vec<ObjectiveId> {
    let mut all = Vec::new();
    let mut waiting: Vec<ObjectiveId> = objectives.iter().rev().copied().collect();
    while let Some(id) = waiting.pop() {
        all.push(id);
        waiting.extend(site.index.under_objective[id.index()].iter().rev());
    }
    all
}

/// The objective under which an objective has its place.
fn parent(site: &Site, id: ObjectiveId) -> Option<ObjectiveId> {
    site.handbook[id].aligns_to.first()?.to.objective()
}

/// Of each objective, how many folds below the mission it stands.
fn levels(site: &Site) -> Vec<usize> {
    let handbook = site.handbook;
    let mut levels: Vec<Option<usize>> = vec![None; handbook.objectives.len()];
    let mut way = Vec::new();
    for (id, _) in handbook.objectives() {
        let mut next = Some(id);
        while let Some(id) = next.filter(|id| levels[id.index()].is_none()) {
            way.push(id);
            next = parent(site, id);
        }
        let is_in_pillar = |id: ObjectiveId| {
            handbook[id].aligns_to.first().is_some_and(|alignment| matches!(alignment.to, Goal::Pillar(_)))
        };
        let mut level = next.and_then(|above| levels[above.index()]).map(|level| level + 1);
        for id in way.drain(..).rev() {
            let own = level.unwrap_or(usize::from(is_in_pillar(id)));
            levels[id.index()] = Some(own);
            level = Some(own + 1);
        }
    }
    levels.into_iter().flatten().collect()
}
