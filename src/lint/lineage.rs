//! What a goal leads up to, over every link: its place in the tree and what it also contributes to.

use crate::model::{Goal, Handbook};
use ahash::{AHashMap, AHashSet};
use std::collections::hash_map::Entry;

/// Everything that these goals serve, near and far, each with the place in the list of the first that leads there.
///
/// A key result serves its objective. Each goal is looked at once, however many lead there.
pub(super) fn served(handbook: &Handbook, goals: impl IntoIterator<Item = Goal>) -> AHashMap<Goal, usize> {
    let mut first = AHashMap::new();
    let mut begun = AHashSet::new();
    let mut waiting = Vec::new();
    for (place, goal) in goals.into_iter().enumerate() {
        if begun.insert(goal) {
            waiting.extend(parents(handbook, goal));
        }
        while let Some(next) = waiting.pop() {
            if let Entry::Vacant(unseen) = first.entry(next) {
                unseen.insert(place);
                waiting.extend(parents(handbook, next));
            }
        }
    }
    first
}

/// What a goal leads up to directly.
fn parents(handbook: &Handbook, goal: Goal) -> impl Iterator<Item = Goal> {
    let (own, alignments) = match goal {
        Goal::Mission | Goal::Pillar(_) => (handbook.parent(goal), &[][..]),
        Goal::Objective(id) => (None, &handbook[id].aligns_to[..]),
        Goal::KeyResult(id) => (handbook.parent(goal), &handbook.key_result(id).aligns_to[..]),
    };
    own.into_iter().chain(alignments.iter().map(|alignment| alignment.to))
}
