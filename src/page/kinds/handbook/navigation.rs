//! Where a handbook page stands among the others: folders above it, neighbours, the pages around it.
//!
//! A page's navigation shows the top of the handbook and the folders that lead to the page, so that it stays short
//! however many pages there are.

use crate::model::{Page, SitePath};
use crate::page::parts::Link;
use crate::page::{Html, Plan, Scene, Site};
use std::cmp::Ordering;

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

/// The folder that a page belongs to: of `guides/start.md` it is `guides`, of `guides/index.md` the one above.
fn folder(page: &Page) -> &str {
    let own = own_folder(page).unwrap_or(&page.path);
    own.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folder whose own page this is, if it is an index.
fn own_folder(page: &Page) -> Option<&str> {
    if is_root(page) { Some("") } else { page.path.strip_suffix("/index.md") }
}

/// An entry of a folder: a page, or a folder that may have a page of its own.
struct Entry<'a> {
    title: String,
    /// Its page, or the first page in it.
    page: Option<usize>,
    /// The folder, where it is one.
    folder: Option<&'a str>,
    order: Option<f64>,
}

/// What stands right in a folder, sorted by `order`, then by title.
fn entries<'a>(site: &Site<'a>, parent: &str) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    let prefix = if parent.is_empty() { String::new() } else { format!("{parent}/") };
    let handbook = site.handbook;
    for (index, page) in handbook.pages.iter().enumerate() {
        if !is_shown(site, page) || is_root(page) {
            continue;
        }
        let Some(rest) = page.path.strip_prefix(&prefix) else { continue };
        let title = || page.title.value.clone();
        match rest.split_once('/') {
            None if rest == "index.md" => {}
            None => {
                entries.push(Entry { title: title(), page: Some(index), folder: None, order: page.order })
            }
            Some((name, inner)) => {
                let folder = &page.path[..prefix.len() + name.len()];
                let is_own = inner == "index.md";
                match entries.iter_mut().find(|entry| entry.folder == Some(folder)) {
                    Some(entry) if is_own => {
                        (entry.title, entry.page, entry.order) = (title(), Some(index), page.order);
                    }
                    Some(_) => {}
                    None if is_own => {
                        let (page, order) = (Some(index), page.order);
                        entries.push(Entry { title: title(), page, folder: Some(folder), order });
                    }
                    None => {
                        let title = folder_title(name);
                        entries.push(Entry { title, page: None, folder: Some(folder), order: None });
                    }
                }
            }
        }
    }
    entries.sort_by(|a, b| by_order(a.order, b.order).then_with(|| a.title.cmp(&b.title)));
    entries
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

/// All pages in reading order: a folder's own page, then what is in it.
fn reading_order(site: &Site) -> Vec<usize> {
    fn walk(site: &Site, folder: &str, order: &mut Vec<usize>) {
        for entry in entries(site, folder) {
            order.extend(entry.page);
            if let Some(folder) = entry.folder {
                walk(site, folder, order);
            }
        }
    }
    let mut order = Vec::new();
    walk(site, "", &mut order);
    order
}

/// The first page in reading order.
pub(in crate::page) fn first_in_order(site: &Site, plan: &Plan) -> Option<SitePath> {
    let first = plan.reading.get_or_init(|| reading_order(site)).first()?;
    Some(site.handbook.pages[*first].address.clone())
}

/// The first page below a folder.
fn first_page(site: &Site, folder: &str) -> Option<usize> {
    let prefix = format!("{folder}/");
    site.handbook.pages.iter().position(|page| is_shown(site, page) && page.path.starts_with(&prefix))
}

/// Links to the top of the handbook's own pages.
pub(in crate::page::kinds) fn top_links(scene: &Scene) -> Vec<Link> {
    entries(scene.site, "").into_iter().filter_map(|entry| link(scene, &entry)).collect()
}

fn link(scene: &Scene, entry: &Entry) -> Option<Link> {
    let page = entry.page.or_else(|| first_page(scene.site, entry.folder?))?;
    Some(Link { href: scene.links.to(&scene.site.handbook.pages[page].address), title: entry.title.clone() })
}

/// The page before and the one after, in reading order.
pub(super) fn neighbours(scene: &Scene, index: usize) -> (Option<Link>, Option<Link>) {
    let order = scene.plan.reading.get_or_init(|| reading_order(scene.site));
    let Some(place) = order.iter().position(|&page| page == index) else { return (None, None) };
    let link = |page: usize| {
        let page = &scene.site.handbook.pages[page];
        Link { href: scene.links.to(&page.address), title: page.title.value.clone() }
    };
    let previous = place.checked_sub(1).map(|before| link(order[before]));
    (previous, order.get(place + 1).map(|&after| link(after)))
}

/// The pages of the folders above a page.
pub(super) fn folders(scene: &Scene, index: usize) -> Vec<Link> {
    let pages = &scene.site.handbook.pages;
    let mut steps = vec![scene.home_step()];
    let mut above = Vec::new();
    let mut folder = folder(&pages[index]);
    while !folder.is_empty() {
        let own = format!("{folder}/index.md");
        above.extend(
            pages
                .iter()
                .find(|page| page.path == own && is_shown(scene.site, page))
                .map(|page| Link { href: scene.links.to(&page.address), title: page.title.value.clone() }),
        );
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
    steps.extend(above.into_iter().rev());
    steps
}

/// The navigation around a page: the top level, opened along the way to the page.
pub(super) fn around(scene: &Scene, index: usize) -> Html {
    let mut html = Html::new();
    list(&mut html, scene, "", index);
    html
}

fn list(html: &mut Html, scene: &Scene, folder: &str, current: usize) {
    let path = &scene.site.handbook.pages[current].path;
    let entries = entries(scene.site, folder);
    html.raw("<ul>");
    for entry in &entries {
        let opened =
            entry.folder.filter(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
        html.raw("<li>");
        if let Some(link) = link(scene, entry) {
            html.raw("<a").attribute("href", &link.href);
            if entry.page == Some(current) {
                html.raw(" aria-current=\"page\"");
            }
            html.raw(">").text(&link.title).raw("</a>");
        }
        if let Some(folder) = opened {
            list(html, scene, folder, current);
        }
        html.raw("</li>");
    }
    html.raw("</ul>");
}
