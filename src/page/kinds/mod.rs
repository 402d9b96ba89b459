//! The index of all kinds of pages: a `mod` line and a line in [`KINDS`], in the order in which they claim addresses.

pub(super) mod comparison;
mod cycle;
mod cycles;
mod desk;
mod handbook;
mod history;
mod home;
mod kpi;
mod kpis;
mod map;
mod method;
mod not_found;
mod objective;
mod objectives;
mod people;
mod person;
mod pillar;
mod presentation;
pub(super) mod redirect;
mod rule;
mod rules;
mod search;
mod snapshot;
mod snapshot_objective;
mod snapshots;
mod strategy;
mod team;
mod teams;
mod tree;

pub(super) use handbook::{Navigation, first_page as first_handbook_page};
pub(super) use history::History;

use super::{Plan, Scene, Shown, Site};

/// A kind of page.
pub struct Kind {
    /// Its name, in snake case.
    pub name: &'static str,
    /// The template that draws it.
    pub template: &'static str,
    /// The word of the header that is current on it.
    pub section: &'static str,
    /// Adds its pages to the plan.
    pub plan: fn(&Site, &mut Plan),
    /// Says what one of them shows.
    pub view: fn(&Scene) -> Shown,
}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// All kinds. Those that every site has come before those whose addresses people choose.
pub static KINDS: &[&Kind] = &[
    &home::KIND,
    &desk::KIND,
    &tree::KIND,
    &map::KIND,
    &strategy::KIND,
    &pillar::KIND,
    &cycles::KIND,
    &cycle::KIND,
    &presentation::KIND,
    &snapshots::KIND,
    &snapshot::KIND,
    &snapshot_objective::KIND,
    &objectives::KIND,
    &objective::KIND,
    &teams::KIND,
    &team::KIND,
    &people::KIND,
    &person::KIND,
    &kpis::KIND,
    &kpi::KIND,
    &history::KIND,
    &comparison::KIND,
    &method::KIND,
    &rules::KIND,
    &rule::KIND,
    &search::KIND,
    &not_found::KIND,
    &handbook::KIND,
    &redirect::KIND,
];

/// A document's title: what it is about, then whose handbook it is.
fn titled(site: &Site, parts: &[&str]) -> String {
    let length = parts.iter().map(|part| part.len() + " · ".len()).sum::<usize>() + site.settings.title.len();
    let mut title = String::with_capacity(length);
    for part in parts {
        title.push_str(part);
        title.push_str(" · ");
    }
    title.push_str(&site.settings.title);
    title
}
