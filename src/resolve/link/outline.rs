//! What a handbook's names are made of, to see whether they are what they were.

use super::{Gathered, Meant};
use crate::model::Text;
use crate::resolve::declare::ObjectiveDeclaration;
use std::sync::Arc;

/// Everything that claims of names depend on, but for where it is written.
#[derive(Debug)]
pub(in crate::resolve) struct Outline {
    missions: (usize, bool),
    /// Ids and old ids of pillars, teams, people and KPIs.
    others: [Vec<(String, Vec<String>)>; 4],
    objectives: Vec<Arc<ObjectiveDeclaration>>,
}

impl Outline {
    /// Of what was gathered, before anything is left out.
    pub(super) fn of(all: &Gathered) -> Option<Outline> {
        let is_shared = |objective: &Meant| Arc::strong_count(&objective.declared) > 1;
        // What nobody else keeps will never be met again.
        if !all.objectives.iter().all(is_shared) {
            return None;
        }
        macro_rules! names {
            ($($list:ident),*) => {
                [$(all.$list.iter().map(|thing| named(&thing.id, &thing.about.redirect_from)).collect()),*]
            };
        }
        Some(Outline {
            missions: (all.missions.len(), all.left_out.mission),
            others: names!(pillars, teams, people, kpis),
            objectives: all.objectives.iter().map(|objective| Arc::clone(&objective.declared)).collect(),
        })
    }

    /// Whether the same names are claimed in the same order.
    pub(in crate::resolve) fn names_the_same(&self, other: &Outline) -> bool {
        let pairs = self.objectives.iter().zip(&other.objectives);
        self.missions == other.missions
            && self.others == other.others
            && self.objectives.len() == other.objectives.len()
            && pairs.into_iter().all(|(one, other)| Arc::ptr_eq(one, other) || name_the_same(one, other))
    }
}

fn named(id: &Text, old_ids: &[Text]) -> (String, Vec<String>) {
    (id.value.clone(), old_ids.iter().map(|old| old.value.clone()).collect())
}

fn name_the_same(one: &ObjectiveDeclaration, other: &ObjectiveDeclaration) -> bool {
    let texts = |one: &[Text], other: &[Text]| {
        one.iter().map(|text| &text.value).eq(other.iter().map(|text| &text.value))
    };
    let own = one.key_results.iter().zip(&one.references);
    let mut pairs = own.zip(other.key_results.iter().zip(&other.references));
    one.id.value == other.id.value
        && texts(&one.about.redirect_from, &other.about.redirect_from)
        && one.key_results.len() == other.key_results.len()
        && pairs.all(|((one, refers_to), (other, others))| {
            one.id.value == other.id.value
                && refers_to.is_measured == others.is_measured
                && texts(&one.about.redirect_from, &other.about.redirect_from)
        })
}
