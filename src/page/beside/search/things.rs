//! What can be found: everything that has a page of its own, what matters now before what has passed.

use crate::model::ObjectiveId;
use crate::page::{Plan, Site, Subject};
use serde::Serialize;

/// A thing that can be found.
pub(super) struct Thing<'a> {
    /// The page about it.
    pub(super) subject: &'a Subject,
    /// The word for its kind.
    kind: &'a str,
    title: &'a str,
    /// What tells it from others of this title: team and cycle of an objective, a person's role.
    note: String,
    /// Path from the site's root, percent-encoded.
    path: String,
}

impl Thing<'_> {
    /// As the index has it.
    pub(super) fn row(&self) -> impl Serialize {
        (&self.path, self.kind, self.title, &self.note)
    }
}

/// All things; the order decides between results that are equally good.
pub(super) fn all<'a>(site: &'a Site, plan: &'a Plan) -> Vec<Thing<'a>> {
    let mut things: Vec<(u8, i64, Thing)> = plan
        .pages
        .iter()
        .filter_map(|page| {
            let (rank, late, kind, title, note) = describe(site, &page.subject)?;
            let path = page.address.public_path();
            Some((rank, late, Thing { subject: &page.subject, kind, title, note, path }))
        })
        .collect();
    things.sort_by_key(|(rank, late, _)| (*rank, *late));
    things.into_iter().map(|(_, _, thing)| thing).collect()
}

/// Rank, place within the rank, kind, title and note; none for what is only a list of other things.
fn describe<'a>(site: &'a Site, subject: &Subject) -> Option<(u8, i64, &'a str, &'a str, String)> {
    let (handbook, m) = (site.handbook, &site.messages);
    let title = subject.name(handbook)?;
    let (rank, kind) = match subject {
        Subject::Objective(id) => {
            let (rank, late) = when(site, *id);
            let objective = &handbook[*id];
            let team = objective.team.map(|team| handbook[team.value].name.value.as_str());
            let cycle = objective.cycle.map(|cycle| handbook[cycle.value].title.as_str());
            let note = [team, cycle].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            return Some((rank, late, m.objective, title, note));
        }
        Subject::Person(id) => {
            let role = handbook[*id].role.as_ref().map_or_else(String::new, |role| role.value.clone());
            return Some((3, 0, m.person, title, role));
        }
        Subject::Pillar(_) => (0, m.pillar),
        Subject::Kpi(_) => (2, m.kpi),
        Subject::Team(_) => (2, m.team),
        Subject::Cycle(_) => (2, m.cycle),
        _ => (3, m.handbook),
    };
    Some((rank, 0, kind, title, String::new()))
}

/// Objectives of running cycles stand before later ones, these before those that have passed, the latest first.
fn when(site: &Site, id: ObjectiveId) -> (u8, i64) {
    let as_of = site.as_of();
    let Some(cycle) = site.handbook[id].cycle else { return (3, 0) };
    let cycle = &site.handbook[cycle.value];
    let days_ago = crate::model::days_between(cycle.end, as_of);
    if cycle.contains(as_of) {
        (1, 0)
    } else if days_ago < 0 {
        (2, -days_ago)
    } else {
        (4, days_ago)
    }
}
