//! Finds each thing of one moment in the other: by its id, else by an old one.

use crate::model::{KeyResult, Kpi, Objective, Pillar, Text};
use std::collections::HashMap;
use std::sync::Arc;

/// Which thing of the earlier list is which of the later one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// For each thing of the later list, its place in the earlier one.
    pub earlier: Vec<Option<usize>>,
    /// For each thing of the earlier list, its place in the later one.
    pub later: Vec<Option<usize>>,
    /// Things of the earlier list whose old id leads to something that is the heir of another one: both places.
    pub merged: Vec<(usize, usize)>,
}

impl Pairs {
    /// Whether something of the earlier list lives on, under its own name or within something else.
    pub fn lives_on(&self, earlier: usize) -> bool {
        self.later[earlier].is_some() || self.merged.iter().any(|(from, _)| *from == earlier)
    }

    fn link(&mut self, earlier: usize, later: usize) {
        self.later[earlier] = Some(later);
        self.earlier[later] = Some(earlier);
    }
}

/// A thing's own id and its old ones.
type Ids<'a> = (&'a str, &'a [Text]);

/// Pairs pillars.
pub fn pillars(from: &[Pillar], to: &[Pillar]) -> Pairs {
    pair(from, to, |pillar| (&pillar.id.value, &pillar.about.redirect_from))
}

/// Pairs objectives.
pub fn objectives(from: &[Arc<Objective>], to: &[Arc<Objective>]) -> Pairs {
    pair(from, to, |objective| (&objective.id.value, &objective.about.redirect_from))
}

/// Pairs the key results of one objective.
pub fn key_results(from: &[KeyResult], to: &[KeyResult]) -> Pairs {
    pair(from, to, |key_result| (&key_result.id.value, &key_result.about.redirect_from))
}

/// Pairs KPIs.
pub fn kpis(from: &[Kpi], to: &[Kpi]) -> Pairs {
    pair(from, to, |kpi| (&kpi.id.value, &kpi.about.redirect_from))
}

/// Its own id comes first, then what names it as an old one, and last, since the moments may stand in any order,
/// what it names as an old one itself.
fn pair<T>(from: &[T], to: &[T], ids: fn(&T) -> Ids<'_>) -> Pairs {
    let mut pairs =
        Pairs { earlier: vec![None; to.len()], later: vec![None; from.len()], merged: Vec::new() };
    let by_id: HashMap<&str, usize> =
        to.iter().enumerate().map(|(place, thing)| (ids(thing).0, place)).collect();
    for (place, thing) in from.iter().enumerate() {
        if let Some(&later) = by_id.get(ids(thing).0) {
            pairs.link(place, later);
        }
    }
    let olds = to
        .iter()
        .enumerate()
        .flat_map(|(place, thing)| ids(thing).1.iter().map(move |old| (old.value.as_str(), place)));
    let by_old: HashMap<&str, usize> = olds.collect();
    for (place, thing) in from.iter().enumerate() {
        let (id, olds) = ids(thing);
        if pairs.later[place].is_some() {
            continue;
        }
        if let Some(&later) = by_old.get(id) {
            if pairs.earlier[later].is_none() {
                pairs.link(place, later);
            } else {
                pairs.merged.push((place, later));
            }
            continue;
        }
        let own_past = olds.iter().filter_map(|old| by_id.get(old.value.as_str()));
        if let Some(&later) = own_past.clone().find(|&&later| pairs.earlier[later].is_none()) {
            pairs.link(place, later);
        }
    }
    pairs
}
