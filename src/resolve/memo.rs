//! What linking a handbook leaves for the next time: answers of pure stages with the inputs that they hold for.
//!
//! An input counts as the same when it is the very same allocation. So only what somebody else keeps as well is
//! remembered here: nobody could ever ask for the rest again, and a single run costs nothing.

use super::declare::ObjectiveDeclaration;
use super::link::Outline;
use super::linker::{Linker, Notes};
use crate::model::{Chapter, Names, Objective};
use crate::text::Source;
use std::sync::Arc;

/// What is remembered from one linking to the next.
#[derive(Debug, Default)]
pub struct Memo {
    /// What was named, where nothing was wrong with it, and who knows those names.
    outline: Option<Outline>,
    linker: Option<Arc<Linker>>,
    names: Option<Arc<Names>>,
    data: Vec<(Arc<Source>, bool)>,
    /// Objectives as they were linked, by their place.
    pub(super) linked: Vec<Option<Linked>>,
    /// The prose of objectives, by their place.
    pub(super) chapters: Vec<Option<(Arc<Objective>, Option<Arc<Chapter>>)>>,
}

/// An objective that was linked.
#[derive(Clone, Debug)]
pub(super) struct Linked {
    pub(super) declared: Arc<ObjectiveDeclaration>,
    pub(super) internal: bool,
    pub(super) objective: Arc<Objective>,
    pub(super) notes: Notes,
}

impl Memo {
    /// Who knows these names, if they are what they were.
    pub(super) fn linker_of(&self, outline: Option<&Outline>) -> Option<Arc<Linker>> {
        let is_same =
            self.outline.as_ref().zip(outline).is_some_and(|(one, other)| one.names_the_same(other));
        self.linker.clone().filter(|_| is_same)
    }

    /// Remembers who knows the names; `outline` only where nothing was wrong with them.
    pub(super) fn keep_linker(&mut self, outline: Option<Outline>, linker: &Arc<Linker>) {
        if !self.linker.as_ref().is_some_and(|known| Arc::ptr_eq(known, linker)) {
            self.linked.clear();
            self.names = None;
            self.linker = Some(Arc::clone(linker));
        }
        self.outline = outline;
    }

    /// Forgets what was linked against other series.
    pub(super) fn keep_data(&mut self, data: Vec<(Arc<Source>, bool)>) {
        let pairs = self.data.iter().zip(&data);
        let mut pairs = pairs.map(|((one, is_internal), (other, was_internal))| {
            Arc::ptr_eq(one, other) && is_internal == was_internal
        });
        if self.data.len() != data.len() || !pairs.all(|is_same| is_same) {
            self.linked.clear();
            self.data = data;
        }
    }

    /// What each name means.
    pub(super) fn names(&mut self, linker: &Linker) -> Arc<Names> {
        let names = || {
            Arc::new(Names {
                goals: linker.goals.all(),
                cycles: linker.cycles.all(),
                teams: linker.teams.all(),
                people: linker.people.all(),
                kpis: linker.kpis.all(),
            })
        };
        Arc::clone(self.names.get_or_insert_with(names))
    }
}
