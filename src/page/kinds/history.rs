//! The history: everything that happened, newest first, a month a page; a month that is too long has several.
//!
//! Each month has an address of its own from its first day on. The page of the section shows the newest.

use super::{Kind, titled};
use crate::model::{Date, SitePath};
use crate::page::parts::Link;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};
use crate::progress::{Entry, chronicle, months};
use serde::Serialize;
use std::ops::Range;
use std::sync::OnceLock;

pub(super) static KIND: Kind =
    Kind { name: "history", template: "history.html", section: "history", plan, view };

/// So many entries stand on a page before another one begins, so that no page grows without end.
const ENTRIES: usize = 200;

/// Everything that happened, and how it is spread over pages.
#[derive(Debug, Default)]
pub(in crate::page) struct History {
    /// Made when the first page of it is asked for.
    entries: OnceLock<Vec<Entry>>,
    sheets: Vec<Sheet>,
}

/// A page of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sheet {
    /// A day of its month.
    month: Date,
    /// Which part of the month it is, from 1, and of how many.
    part: usize,
    parts: usize,
    /// Its entries.
    entries: Range<usize>,
}

impl History {
    /// Everything that happened, newest first.
    pub(in crate::page) fn entries(&self, site: &Site) -> &[Entry] {
        self.entries.get_or_init(|| chronicle(site.handbook, site.as_of(), frozen(site)))
    }

    /// The page that keeps an entry for good.
    pub(in crate::page) fn place(&self, entry: usize) -> Option<SitePath> {
        self.sheets.iter().find(|sheet| sheet.entries.contains(&entry)).map(Sheet::place)
    }

    fn of(site: &Site) -> History {
        let mut sheets = Vec::new();
        let mut start = 0;
        for (month, count) in months(site.handbook, site.as_of(), frozen(site)).into_iter().rev() {
            let parts = count.div_ceil(ENTRIES);
            for part in 0..parts {
                let entries = start + part * ENTRIES..start + count.min((part + 1) * ENTRIES);
                sheets.push(Sheet { month, part: part + 1, parts, entries });
            }
            start += count;
        }
        if sheets.is_empty() {
            sheets.push(Sheet { month: site.as_of(), part: 1, parts: 1, entries: 0..0 });
        }
        History { entries: OnceLock::new(), sheets }
    }
}

/// The days of the snapshots.
fn frozen(site: &Site) -> impl Iterator<Item = Date> {
    site.past.iter().map(|past| past.about.as_of)
}

impl Sheet {
    fn place(&self) -> SitePath {
        address::history(self.month, self.part)
    }

    fn name(&self, site: &Site) -> String {
        let m = &site.messages;
        let mut month = String::new();
        m.language.push_month_of_year(&mut month, self.month);
        if self.parts == 1 {
            return month;
        }
        m.part_of(self.part, self.parts, &month).text()
    }
}

fn plan(site: &Site, plan: &mut Plan) {
    let history = History::of(site);
    let title = titled(site, &[site.messages.history]);
    plan.add(&KIND, address::section("history"), Subject::History(None), title, None);
    // Where nothing has happened yet, no month has anything to keep.
    let kept = history.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.entries.is_empty());
    for (index, sheet) in kept {
        let title = titled(site, &[site.messages.history, &sheet.name(site)]);
        plan.add(&KIND, sheet.place(), Subject::History(Some(index)), title, None);
    }
    plan.history = history;
}

/// What the template of the history reads.
#[derive(Debug, Serialize)]
struct View {
    /// Days with what happened.
    days: Html,
    /// What happened after that.
    newer: Option<Link>,
    /// What happened before that.
    older: Option<Link>,
    /// All months, by year, on the newest page.
    years: Vec<Year>,
}

/// The months of a year.
#[derive(Debug, Serialize)]
struct Year {
    /// The year.
    name: String,
    /// Its months, newest first.
    months: Vec<Link>,
}

fn view(scene: &Scene) -> Shown {
    let Subject::History(own) = scene.page.subject else { unreachable!("history pages are about history") };
    let history = &scene.plan.history;
    let index = own.unwrap_or_default();
    let sheet = &history.sheets[index];
    let link = |index: usize| {
        let sheet = history.sheets.get(index)?;
        Some(Link { href: scene.links.to(&sheet.place()), title: sheet.name(scene.site) })
    };
    let view = View {
        days: scene.days(&history.entries(scene.site)[sheet.entries.clone()]),
        newer: index.checked_sub(1).and_then(link),
        older: link(index + 1),
        years: if own.is_none() { years(scene) } else { Vec::new() },
    };
    let name = sheet.name(scene.site);
    let sight = if own.is_none() {
        scene.sight_at_top()
    } else {
        scene.sight_in(&address::section("history"), scene.m.history)
    };
    Shown {
        heading: scene.m.history_of(&name).text(),
        description: format!("{}: {}. {}", scene.site.settings.title, name, scene.m.history_text),
        sight,
        view: Box::new(view),
    }
}

/// The first page of each month, by year.
fn years(scene: &Scene) -> Vec<Year> {
    let sheets = &scene.plan.history.sheets;
    let sheets = sheets.iter().filter(|sheet| sheet.part == 1 && !sheet.entries.is_empty());
    let mut years: Vec<Year> = Vec::new();
    for sheet in sheets {
        let name = sheet.month.year().to_string();
        if years.last().is_none_or(|year| year.name != name) {
            years.push(Year { name, months: Vec::new() });
        }
        let mut title = String::new();
        scene.language.push_month(&mut title, sheet.month);
        let month = Link { href: scene.links.to(&sheet.place()), title };
        years.last_mut().expect("there is a year by now").months.push(month);
    }
    years
}
