//! The Atom feed (RFC 4287): what happened lately, a day an entry, as the history tells it. Its links need full
//! addresses, so there is none where the site's public address is not known.

use super::{Beside, File, file};
use crate::model::{Date, SitePath};
use crate::page::{Html, Plan, Planned, Scene, Site, address, format};
use crate::progress::Entry as Happened;
use crate::text::{holds, is_one_of};
use atom_syndication::{Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};

pub(super) static BESIDE: Beside = Beside { folder: None, owns: |path| path == "feed.xml", make };

/// How many days the feed tells.
const DAYS: usize = 30;

/// Where the feed stands.
pub(in crate::page) fn path() -> SitePath {
    SitePath::new(["feed.xml"]).expect("a plain name")
}

fn make(site: &Site, plan: &Plan) -> Vec<File> {
    let Some(base) = site.base_url else { return Vec::new() };
    // The days are drawn as the history draws them, with links that count from the feed's own place.
    let Some(history) = plan.find(&address::section("history")) else { return Vec::new() };
    let page = Planned {
        address: path(),
        kind: history.kind,
        subject: history.subject.clone(),
        title: history.title.clone(),
        claim: None,
    };
    let scene = Scene::new(site, plan, &page);
    let days = plan.history.entries(site).chunk_by(|one, next| one.date == next.date).take(DAYS);
    let mut first = 0;
    let days = days.map(|day| {
        let kept = plan.history.place(first);
        first += day.len();
        entry(&scene, base, day, &kept.map_or_else(String::new, |page| page.public_path()))
    });
    let entries: Vec<Entry> = days.collect();
    let updated = entries.first().map_or_else(|| instant(site.as_of()), |entry| entry.updated);
    let feed = Feed {
        title: Text::plain(site.settings.title.clone()),
        id: format!("{base}feed.xml"),
        updated,
        authors: vec![author(site)],
        generator: Some(Generator { value: "okrbook".to_owned(), ..Generator::default() }),
        links: vec![link("self", format!("{base}feed.xml")), link("alternate", format!("{base}history/"))],
        lang: Some(site.settings.language.value.clone()),
        base: Some(base.to_owned()),
        entries,
        ..Feed::default()
    };
    vec![file(&["feed.xml"], allowed(feed.to_string() + "\n"))]
}

/// A text without what XML does not allow. A feed of megabytes, which hardly ever holds any of it, is not read letter by
/// letter.
fn allowed(mut xml: String) -> String {
    if holds(&xml, may_be_forbidden) {
        xml.retain(is_xml);
    }
    xml
}

/// Whether a character that XML does not allow begins with a byte; some that it allows do, too.
#[expect(clippy::needless_bitwise_bool, reason = "without branches, many bytes are compared at once")]
fn may_be_forbidden(byte: u8) -> bool {
    const NONCHARACTERS: u8 = 0xef;
    (byte < b' ') & !is_one_of(byte, *b"\t\n\r") | (byte == NONCHARACTERS)
}

/// Whether XML 1.0 allows a character; not even a reference may stand for one that it does not allow.
fn is_xml(letter: char) -> bool {
    !matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The organisation speaks, never a person.
fn author(site: &Site) -> Person {
    let name = site.settings.organization.as_ref().unwrap_or(&site.settings.title);
    Person { name: name.clone(), ..Person::default() }
}

fn entry(scene: &Scene, base: &str, day: &[Happened], page: &str) -> Entry {
    let date = day[0].date;
    let mut html = Html::new();
    scene.day(&mut html, day);
    let content = Content {
        value: Some(html.as_str().to_owned()),
        content_type: Some("html".to_owned()),
        ..Content::default()
    };
    Entry {
        title: Text::plain(format::date(scene.language, date)),
        id: format!("{base}history/#{date}"),
        updated: instant(date),
        links: vec![link("alternate", format!("{base}{page}"))],
        content: Some(content),
        ..Entry::default()
    }
}

fn link(rel: &str, href: String) -> Link {
    Link { rel: rel.to_owned(), href, ..Link::default() }
}

/// A day as the moment in which it begins.
fn instant(date: Date) -> FixedDateTime {
    format!("{date}T00:00:00Z").parse().expect("a day of the calendar has a first moment")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_xml_does_not_allow_is_left_out(text in "[a-c\t\n\r\u{0}-\u{1f}é\u{f8ff}\u{fffd}\u{fffe}\u{ffff}😀]{0,40}") {
            let mut expected = text.clone();
            expected.retain(is_xml);
            prop_assert_eq!(allowed(text), expected);
        }
    }
}
