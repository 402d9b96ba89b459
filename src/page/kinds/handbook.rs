//! The handbook's own pages: prose with its place in the navigation, table of contents, neighbours and editor link.

mod navigation;

pub(in crate::page) use navigation::{Navigation, first_in_order as first_page};
pub(super) use navigation::{root_page, top_links};

use super::{Kind, titled};
use crate::locale::Arg;
use crate::page::parts::{Link, time};
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, prose};
use crate::text::percent::encoded;
use serde::Serialize;

pub(super) static KIND: Kind =
    Kind { name: "handbook", template: "handbook.html", section: "handbook", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    for (index, page) in site.handbook.pages.iter().enumerate() {
        // The root's own page is the text of the home page.
        if navigation::is_shown(site, page) && !navigation::is_root(page) {
            let title = titled(site, &[&page.title.value]);
            plan.add(&KIND, page.address.clone(), Subject::Page(index), title, Some(page.title.span));
        }
    }
}

/// What the template of a handbook page reads.
#[derive(Debug, Serialize)]
struct Handbook {
    /// Its text.
    body: Html,
    /// What it is about, in a sentence.
    lead: Option<String>,
    /// The navigation of the pages around it.
    navigation: Html,
    /// Its headings of the second and third level.
    contents: Vec<Heading>,
    /// The page before it.
    previous: Option<Link>,
    /// The page after it.
    next: Option<Link>,
    /// `4 min read`.
    reading_time: Option<String>,
    /// `Last changed 3 Nov 2026`, where that is known.
    changed: Option<Html>,
    /// Where it can be edited.
    edit: Option<String>,
    /// Whether it is a draft.
    draft: bool,
}

/// A heading in the table of contents.
#[derive(Debug, Serialize)]
struct Heading {
    /// 2 or 3.
    level: u8,
    /// Its text.
    text: String,
    /// Its anchor.
    anchor: String,
}

fn view(scene: &Scene) -> Shown {
    let Subject::Page(index) = scene.page.subject else { unreachable!("handbook pages are about pages") };
    let site = scene.site;
    let page = &site.handbook.pages[index];
    let (previous, next) = navigation::neighbours(scene, index);
    let view = Handbook {
        body: scene.body(Some(&page.body), &page.title.value).unwrap_or_default(),
        lead: page.description.as_ref().map(|description| description.value.clone()),
        navigation: navigation::around(scene, index),
        contents: contents(page),
        previous,
        next,
        reading_time: reading_time(scene, site.sources.slice(page.body.span)),
        changed: changed(scene, page),
        edit: edit_address(site, &format!("content/{}", page.path)),
        draft: page.draft,
    };
    let description = page.description.as_ref().map_or_else(
        || format!("{}, {}", page.title.value, site.settings.title),
        |description| description.value.clone(),
    );
    let sight = scene.sight(&navigation::folders(scene, index));
    Shown { heading: page.title.value.clone(), description, sight, view: Box::new(view) }
}

/// How long it takes to read a text, in whole minutes; nothing where there is none.
fn reading_time(scene: &Scene, text: &str) -> Option<String> {
    const WORDS_A_MINUTE: usize = 200;
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    // Scripts without blanks between words are read at about two signs a word.
    let signs = text.chars().filter(|sign| matches!(sign, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'));
    let words = text.split_whitespace().filter(is_word).count() + signs.count() / 2;
    let minutes = words.div_ceil(WORDS_A_MINUTE);
    (minutes > 0).then(|| scene.m.reading_time(minutes).to_string())
}

/// When its file was changed last.
fn changed(scene: &Scene, page: &crate::model::Page) -> Option<Html> {
    let day = scene.site.changed_on(scene.site.sources.get(page.source).path())?;
    let mut html = Html::new();
    let written = |out: &mut String| out.push_str(time(scene.language, day).as_str());
    html.say(&scene.m.last_changed(Arg::Written(&written)));
    Some(html)
}

/// The headings below the title; few are not worth a list.
fn contents(page: &crate::model::Page) -> Vec<Heading> {
    if !page.toc {
        return Vec::new();
    }
    let headings: Vec<Heading> = prose::contents(&page.body.facts, 2, Some(&page.title.value))
        .into_iter()
        .filter(|entry| entry.level <= 3)
        .map(|entry| Heading { level: entry.level, text: entry.text, anchor: entry.anchor })
        .collect();
    if headings.len() < 3 { Vec::new() } else { headings }
}

/// The editor's address of a file, its path percent-encoded as far as addresses need it.
pub(super) fn edit_address(site: &Site, path: &str) -> Option<String> {
    let pattern = site.settings.edit_url.as_ref()?;
    Some(pattern.replace("{path}", &encoded(path)))
}
