//! Where a handbook page stands among the others: folders above it, neighbours, the pages around it.
//!
//! Looked up once for all pages. What a page shows of it is the top of the handbook and the folders that lead to
//! the page, so that it stays short however many pages there are.

use crate::model::{Page, SitePath};
use crate::page::parts::Link;
use crate::page::{Html, Plan, Scene, Site};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Whether a page is part of this site.
pub(super) fn is_shown(site: &Site, page: &Page) -> bool {
    site.drafts || !page.draft
}

/// Whether a page is the root's own, `content/index.md`.
pub(super) fn is_root(page: &Page) -> bool {
    page.path == "index.md"
}

/// The root's own page, where there is one.
pub(in crate::page::kinds) fn root_page<'a>(site: &Site<'a>) -> Option<&'a Page> {
    site.handbook.pages.iter().find(|page| is_root(page) && is_shown(site, page))
}

/// The handbook's own pages in the order in which they are read.
#[derive(Debug, Default)]
pub(in crate::page) struct Navigation {
    /// What stands right in a folder, by the folder's path; the root's is empty.
    folders: BTreeMap<String, Vec<Entry>>,
    /// All pages: a folder's own page, then what is in the folder.
    order: Vec<usize>,
    /// The place of each page in that order.
    places: BTreeMap<usize, usize>,
}

/// An entry of a folder: a page, or a folder that may have a page of its own.
#[derive(Debug)]
struct Entry {
    title: String,
    /// Its page; of a folder its own page.
    page: Option<usize>,
    /// The folder's path, where it is one.
    folder: Option<String>,
    order: Option<f64>,
}

impl Navigation {
    fn of(site: &Site) -> Navigation {
        let mut navigation = Navigation::default();
        for (index, page) in site.handbook.pages.iter().enumerate() {
            if is_shown(site, page) && !is_root(page) {
                navigation.place(index, page);
            }
        }
        for entries in navigation.folders.values_mut() {
            entries.sort_by(|a, b| by_order(a.order, b.order).then_with(|| a.title.cmp(&b.title)));
        }
        navigation.order = navigation.reading_order();
        let places = navigation.order.iter().enumerate().map(|(place, &page)| (page, place));
        navigation.places = places.collect();
        navigation
    }

    /// Enters a page into its folder, and every folder above into the next.
    fn place(&mut self, index: usize, page: &Page) {
        let (folder, name) = page.path.rsplit_once('/').unwrap_or(("", &page.path));
        let (title, order) = (page.title.value.clone(), page.order);
        self.enter(folder);
        if name == "index.md" {
            let entry = self.entry_of(folder);
            (entry.title, entry.page, entry.order) = (title, Some(index), order);
        } else {
            let entry = Entry { title, page: Some(index), folder: None, order };
            self.folders.entry(folder.to_owned()).or_default().push(entry);
        }
    }

    /// Makes a folder known, with those above it.
    fn enter(&mut self, folder: &str) {
        if folder.is_empty() || self.folders.contains_key(folder) {
            return;
        }
        let (parent, name) = folder.rsplit_once('/').unwrap_or(("", folder));
        self.enter(parent);
        let entry =
            Entry { title: folder_title(name), page: None, folder: Some(folder.to_owned()), order: None };
        self.folders.entry(parent.to_owned()).or_default().push(entry);
        self.folders.insert(folder.to_owned(), Vec::new());
    }

    fn entry_of(&mut self, folder: &str) -> &mut Entry {
        let parent = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        let entries = self.folders.get_mut(parent).expect("a known folder stands in a known one");
        let of_folder = |entry: &&mut Entry| entry.folder.as_deref() == Some(folder);
        entries.iter_mut().find(of_folder).expect("a known folder has its entry")
    }

    fn reading_order(&self) -> Vec<usize> {
        let mut order = Vec::new();
        let mut waiting: Vec<&Entry> = self.entries("").iter().rev().collect();
        while let Some(entry) = waiting.pop() {
            order.extend(entry.page);
            if let Some(folder) = &entry.folder {
                waiting.extend(self.entries(folder).iter().rev());
            }
        }
        order
    }

    fn entries(&self, folder: &str) -> &[Entry] {
        self.folders.get(folder).map_or(&[], Vec::as_slice)
    }

    /// An entry's page; a folder without one of its own leads to the first page in it.
    fn page_of(&self, entry: &Entry) -> Option<usize> {
        let mut entry = entry;
        loop {
            if let Some(page) = entry.page {
                return Some(page);
            }
            entry = self.entries(entry.folder.as_ref()?).first()?;
        }
    }
}

/// Lower first, those without an order last.
fn by_order(a: Option<f64>, b: Option<f64>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// A folder without a page of its own is called by its name: `how-we-work` is `How we work`.
fn folder_title(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn navigation<'a>(site: &Site, plan: &'a Plan) -> &'a Navigation {
    plan.navigation.get_or_init(|| Navigation::of(site))
}

/// The first page in reading order.
pub(in crate::page) fn first_in_order(site: &Site, plan: &Plan) -> Option<SitePath> {
    let first = navigation(site, plan).order.first()?;
    Some(site.handbook.pages[*first].address.clone())
}

/// Links to the top of the handbook's own pages.
pub(in crate::page::kinds) fn top_links(scene: &Scene) -> Vec<Link> {
    let navigation = navigation(scene.site, scene.plan);
    navigation.entries("").iter().filter_map(|entry| link(scene, navigation, entry)).collect()
}

fn link(scene: &Scene, navigation: &Navigation, entry: &Entry) -> Option<Link> {
    let page = &scene.site.handbook.pages[navigation.page_of(entry)?];
    Some(Link { href: scene.links.to(&page.address), title: entry.title.clone() })
}

/// The page before and the one after, in reading order.
pub(super) fn neighbours(scene: &Scene, index: usize) -> (Option<Link>, Option<Link>) {
    let navigation = navigation(scene.site, scene.plan);
    let Some(&place) = navigation.places.get(&index) else { return (None, None) };
    let link = |page: &usize| {
        let page = &scene.site.handbook.pages[*page];
        Link { href: scene.links.to(&page.address), title: page.title.value.clone() }
    };
    let previous = place.checked_sub(1).and_then(|before| navigation.order.get(before));
    (previous.map(link), navigation.order.get(place + 1).map(link))
}

/// The way to a page: home, then the pages of the folders above it.
pub(super) fn folders(scene: &Scene, index: usize) -> Vec<Link> {
    let navigation = navigation(scene.site, scene.plan);
    let path = &scene.site.handbook.pages[index].path;
    let mut steps = vec![scene.home_step()];
    for (slash, _) in path.match_indices('/') {
        let folder = &path[..slash];
        let parent = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        let entry = navigation.entries(parent).iter().find(|entry| entry.folder.as_deref() == Some(folder));
        if let Some(entry) = entry.filter(|entry| entry.page.is_some_and(|page| page != index)) {
            steps.extend(link(scene, navigation, entry));
        }
    }
    steps
}

/// The navigation around a page: the top level, opened along the way to the page.
pub(super) fn around(scene: &Scene, index: usize) -> Html {
    let mut html = Html::new();
    let mut around = Around { scene, navigation: navigation(scene.site, scene.plan), current: index };
    around.list(&mut html, "");
    html
}

struct Around<'a> {
    scene: &'a Scene<'a>,
    navigation: &'a Navigation,
    current: usize,
}

impl Around<'_> {
    fn list(&mut self, html: &mut Html, folder: &str) {
        let path = &self.scene.site.handbook.pages[self.current].path;
        html.raw("<ul>");
        for entry in self.navigation.entries(folder) {
            html.raw("<li>");
            if let Some(link) = link(self.scene, self.navigation, entry) {
                html.raw("<a").attribute("href", &link.href);
                if entry.page == Some(self.current) {
                    html.raw(" aria-current=\"page\"");
                }
                html.raw(">").text(&link.title).raw("</a>");
            }
            let leads_here = |folder: &&String| {
                path.strip_prefix(folder.as_str()).is_some_and(|rest| rest.starts_with('/'))
            };
            if let Some(folder) = entry.folder.as_ref().filter(leads_here)
                && !self.navigation.entries(folder).is_empty()
            {
                self.list(html, folder);
            }
            html.raw("</li>");
        }
        html.raw("</ul>");
    }
}
