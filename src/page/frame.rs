//! What stands around every page: the part of the contract with themes that all kinds share.

use super::banner::banner;
use super::beside::feed;
use super::beside::picture::{self, Picture};
use super::{Html, Plan, Planned, Scene, Shown, Site, address, view};
use crate::model::{Audience, CycleId, SitePath};
use serde::Serialize;
use std::collections::BTreeMap;

/// How many cycles the switcher of the header offers before it points to the list of all.
const CYCLES_OFFERED: usize = 8;

/// What templates read as `site`: the same on every page. Paths count from the site's root; write `{{ root }}`
/// before them.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// Name of the handbook.
    pub title: String,
    /// Whose handbook it is.
    pub organization: Option<String>,
    /// BCP 47 tag of the language.
    pub language: String,
    /// Whether it is written from right to left.
    pub is_rtl: bool,
    /// Path of the logo.
    pub logo: Option<String>,
    /// `As of 20 Aug 2026`.
    pub as_of: String,
    /// `Public edition`, or `Internal edition`.
    pub edition: String,
    /// Whether it is the internal edition.
    pub is_internal: bool,
    /// Path of the home page.
    pub home: String,
    /// The words of the header.
    pub navigation: Vec<Entry>,
    /// The cycle that the header names: the shortest running one.
    pub cycle: Option<Entry>,
    /// The cycles that the switcher offers, the latest first.
    pub cycles: Vec<Entry>,
    /// Path of the list of all cycles.
    pub all_cycles: String,
    /// Path of the method.
    pub method: String,
    /// Path of the search.
    pub search: String,
    /// Path of the desk, which internal editions have.
    pub desk: Option<String>,
    /// Path of the Atom feed, where there is one.
    pub feed: Option<String>,
    /// The picture of the site where a page of it is shared; needs `base_url`.
    pub picture: Option<Picture>,
    /// Path of the export as JSON.
    pub json: String,
    /// Path of the export as CSV.
    pub csv: String,
    /// Paths of the theme's files by name; `style.css` holds all style sheets.
    pub assets: BTreeMap<String, String>,
}

/// An entry of the header.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// What it says.
    pub title: String,
    /// Path of its page.
    pub path: String,
    /// The section it stands for.
    pub section: &'static str,
}

/// What templates read as `page`: on every page, whatever its kind.
#[derive(Debug, Serialize)]
pub struct PageView {
    /// The document's title, unique in the site.
    pub title: String,
    /// The headline.
    pub heading: String,
    /// A sentence about the page.
    pub description: String,
    /// The kind of page.
    pub kind: &'static str,
    /// Its full public address, where the site's is known.
    pub canonical: Option<String>,
    /// The picture of this page, where it has one of its own; else the site's serves.
    pub picture: Option<Picture>,
    /// Whether search engines should leave it out.
    pub hidden: bool,
    /// The line of sight: from the top down to here.
    pub sight: Html,
    /// On a page of a snapshot: that it is one, and how to prove it.
    pub frozen: Option<Html>,
    /// The text at the foot of each page.
    pub note: Option<Html>,
    /// Whether a map is drawn on it, for which there is a script.
    pub shows_map: bool,
}

impl SiteView {
    /// What stands around every page of a site.
    pub fn of(site: &Site, plan: &Plan, assets: BTreeMap<String, String>) -> SiteView {
        let path = |address: &SitePath| address::home().link_to(address);
        let edition = match site.audience {
            Audience::Public => site.messages.public_edition,
            Audience::Internal => site.messages.internal_edition,
        };
        let offered = offered(site);
        let logo = site.settings.logo.as_ref().and_then(|logo| logo_path(&logo.value));
        let entry = |id: CycleId| Entry {
            title: site.messages.language.isolated(&site.handbook[id].title).into_owned(),
            path: path(&address::cycle(site.handbook, id)),
            section: "cycles",
        };
        SiteView {
            title: site.settings.title.clone(),
            organization: site.settings.organization.clone(),
            language: site.messages.language.tag.clone(),
            is_rtl: site.messages.language.is_rtl,
            logo: logo.or_else(|| site.look.logo.clone()),
            as_of: site.messages.as_of(site.as_of()).to_string(),
            edition: edition.to_owned(),
            is_internal: site.audience == Audience::Internal,
            home: path(&address::home()),
            navigation: navigation(site, plan),
            cycle: current(site, &offered).map(entry),
            cycles: offered.iter().map(|&id| entry(id)).collect(),
            all_cycles: path(&address::section("cycles")),
            method: path(&address::section("method")),
            search: path(&address::section("search")),
            desk: (site.audience == Audience::Internal).then(|| path(&address::section("desk"))),
            feed: site.base_url.map(|_| path(&feed::path())),
            picture: picture::of_site(site, plan),
            json: path(&address::json()),
            csv: path(&address::csv()),
            assets,
        }
    }
}

impl PageView {
    /// What stands around one page.
    pub fn of(scene: &Scene, shown: &mut Shown) -> PageView {
        let note = scene.site.settings.footer.as_ref().map(|footer| scene.inline(footer));
        PageView {
            title: scene.page.title.clone(),
            heading: std::mem::take(&mut shown.heading),
            description: one_line(&shown.description),
            kind: scene.page.kind.name,
            canonical: canonical(scene.site, scene.page),
            picture: picture::of_page(scene.site, scene.plan, scene.page),
            hidden: is_hidden(scene.page),
            sight: std::mem::take(&mut shown.sight),
            frozen: banner(scene),
            note,
            shows_map: shows_map(scene, shown),
        }
    }
}

/// Whether a map is drawn on a page: on its own, or in prose, which is read only where some prose asks for one.
fn shows_map(scene: &Scene, shown: &Shown) -> bool {
    let may = scene.page.kind.name == "map" || scene.site.shows_maps || scene.today.shows_maps;
    may && view::holds(shown.view.as_ref(), super::map::BOX)
}

/// The way from a page up to the site's root, ending in `/` or empty. Unknown addresses lie anywhere, so that
/// their page starts at the root of its host.
pub fn root(site: &Site, page: &Planned) -> String {
    if page.kind.name == "not_found" {
        return site.base_path().to_owned();
    }
    "../".repeat(page.address.as_str().matches('/').count())
}

/// Whether search engines should leave a page out.
pub(super) fn is_hidden(page: &Planned) -> bool {
    matches!(page.kind.name, "not_found" | "redirect")
}

fn canonical(site: &Site, page: &Planned) -> Option<String> {
    let base = site.base_url.filter(|_| !is_hidden(page))?;
    Some(format!("{base}{}", page.address.public_path()))
}

/// Descriptions are cut where search engines cut them, at a word.
fn one_line(text: &str) -> String {
    const LONGEST: usize = 300;
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let gap = if line.is_empty() { "" } else { " " };
        line.push_str(gap);
        line.push_str(word);
    }
    match cut_at_word(&line, LONGEST) {
        None => line,
        Some(whole) => format!("{whole} …"),
    }
}

/// What fits into so many letters of a text that is longer, up to a word.
pub(super) fn cut_at_word(text: &str, longest: usize) -> Option<&str> {
    if text.len() <= longest {
        return None;
    }
    let (end, _) = text.char_indices().nth(longest)?;
    let cut = &text[..end];
    Some(cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole))
}

fn navigation(site: &Site, plan: &Plan) -> Vec<Entry> {
    let m = &site.messages;
    let mut sections =
        vec![("tree", m.tree), ("strategy", m.strategy), ("teams", m.teams), ("history", m.history)];
    if !site.handbook.kpis.is_empty() {
        sections.push(("kpis", m.kpis));
    }
    let mut entries: Vec<Entry> = sections
        .into_iter()
        .map(|(section, title)| Entry {
            title: title.to_owned(),
            path: address::home().link_to(&address::section(section)),
            section,
        })
        .collect();
    if let Some(first) = super::kinds::first_handbook_page(site, plan) {
        let (title, path) = (m.handbook.to_owned(), address::home().link_to(&first));
        entries.push(Entry { title, path, section: "handbook" });
    }
    entries
}

/// The cycles of the switcher: those that hold objectives, the latest first.
fn offered(site: &Site) -> Vec<CycleId> {
    let used = site.handbook.cycles().filter(|(id, _)| !site.index.of_cycle[id.index()].is_empty());
    let mut cycles: Vec<CycleId> = used.map(|(id, _)| id).collect();
    cycles.sort_by_key(|&id| std::cmp::Reverse((site.handbook[id].end, site.handbook[id].start)));
    cycles.truncate(CYCLES_OFFERED);
    cycles
}

/// The shortest running cycle; else the last one that has begun, else the next.
fn current(site: &Site, offered: &[CycleId]) -> Option<CycleId> {
    let as_of = site.as_of();
    let running = offered.iter().copied().filter(|&id| site.handbook[id].contains(as_of));
    let begun = || offered.iter().copied().find(|&id| site.handbook[id].start <= as_of);
    running.min_by_key(|&id| site.handbook[id].days()).or_else(begun).or(offered.last().copied())
}

/// Where a logo is found in the site.
fn logo_path(logo: &str) -> Option<String> {
    Some(address::home().link_to(&address::file(logo)?))
}
