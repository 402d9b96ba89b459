//! Which pages exist: addresses, kinds and titles, and who claims an address that is taken.

use super::address;
use super::chart::Axes;
use super::kinds::{History, KINDS, Kind, Navigation, redirect};
use super::site::Site;
use crate::diagnostic::{Finding, errors};
use crate::model::{CycleId, Handbook, KpiId, ObjectiveId, PersonId, PillarId, SitePath, TeamId, Text};
use crate::text::Span;
use ahash::{AHashMap, RandomState};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::OnceLock;

/// What a page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The handbook as a whole.
    Handbook,
    /// An objective.
    Objective(ObjectiveId),
    /// A pillar.
    Pillar(PillarId),
    /// A cycle.
    Cycle(CycleId),
    /// The map of a cycle.
    Map(CycleId),
    /// A cycle as a presentation.
    Presentation(CycleId),
    /// A team.
    Team(TeamId),
    /// A person.
    Person(PersonId),
    /// A KPI.
    Kpi(KpiId),
    /// A rule, by its place in [`Site::rules`].
    Rule(usize),
    /// A page of the history, by its place among them; the newest, whichever that is, where none is named.
    History(Option<usize>),
    /// A handbook page, by its place in the handbook's list.
    Page(usize),
    /// A frozen cycle, or one of its objectives.
    Snapshot {
        /// Its place in [`Site::past`].
        snapshot: usize,
        /// An objective of the frozen handbook.
        objective: Option<ObjectiveId>,
    },
    /// What changed from one snapshot to another, or to today.
    Comparison {
        /// The earlier one: its place in [`Site::past`].
        from: usize,
        /// The later one; none for today.
        to: Option<usize>,
    },
    /// An old address, and where its page stands now.
    Moved {
        /// The page's address now.
        to: SitePath,
        /// Whether it is a handbook page; else something with an id.
        page: bool,
    },
}

impl Subject {
    /// The title or name of the one thing that a page is about.
    pub(in crate::page) fn name<'a>(&self, handbook: &'a Handbook) -> Option<&'a str> {
        Some(match self {
            Subject::Objective(id) => &handbook[*id].title.value,
            Subject::Pillar(id) => &handbook[*id].title.value,
            Subject::Cycle(id) => &handbook[*id].title,
            Subject::Team(id) => &handbook[*id].name.value,
            Subject::Person(id) => &handbook[*id].name.value,
            Subject::Kpi(id) => &handbook[*id].title.value,
            Subject::Page(index) => &handbook.pages[*index].title.value,
            _ => return None,
        })
    }

    /// Whether somebody chose the address by placing a file. Ids that collide are found while they are linked.
    fn is_placed(&self) -> bool {
        matches!(self, Subject::Page(_) | Subject::Moved { page: true, .. })
    }
}

/// A page that exists.
#[derive(Debug)]
pub struct Planned {
    /// Where it stands.
    pub address: SitePath,
    /// What kind of page it is.
    pub kind: &'static Kind,
    /// What it is about.
    pub subject: Subject,
    /// Its title, unique in the site but for redirects.
    pub title: String,
    /// Where its claim to the address is written; none for pages that every site has.
    pub claim: Option<Span>,
}

impl Planned {
    /// Whether it only tells where a page stands now.
    pub fn is_moved(&self) -> bool {
        matches!(self.subject, Subject::Moved { .. })
    }

    /// What gives its address to somebody else.
    pub fn way_out(&self) -> &'static str {
        match self.subject {
            Subject::Moved { .. } => "remove it from `redirect_from`",
            Subject::Page(_) => "give this page another file name or folder",
            _ => "give it another id",
        }
    }
}

/// All pages of a site, and what is wrong with their addresses.
#[derive(Debug, Default)]
pub struct Plan {
    /// The pages, in the order of their kinds.
    pub pages: Vec<Planned>,
    /// Addresses that two pages claim.
    pub findings: Vec<Finding>,
    by_address: AHashMap<String, usize>,
    /// What stands elsewhere at addresses that are kept free here.
    reserved: Vec<Planned>,
    /// How the handbook's own pages follow each other, found when it is asked for first.
    pub(in crate::page) navigation: OnceLock<Navigation>,
    /// Everything that happened, spread over pages.
    pub(in crate::page) history: History,
    /// The time axes of its charts.
    pub(in crate::page) axes: Axes,
}

impl Plan {
    /// The page at an address.
    pub fn find(&self, address: &SitePath) -> Option<&Planned> {
        self.by_address.get(&address.as_str().to_lowercase()).map(|&index| &self.pages[index])
    }

    /// Who has an address, given in small letters, in this edition or in another.
    pub fn claimed(&self, key: &str) -> Option<&Planned> {
        let here = self.by_address.get(key).map(|&index| &self.pages[index]);
        here.or_else(|| self.reserved(key))
    }

    fn reserved(&self, key: &str) -> Option<&Planned> {
        self.reserved.iter().find(|kept| kept.address.as_str() == key)
    }

    /// Keeps an address in small letters free for a page that another edition has.
    pub(in crate::page) fn reserve(
        &mut self,
        kind: &'static Kind,
        address: SitePath,
        subject: Subject,
        title: impl Into<String>,
    ) {
        self.reserved.push(Planned { address, kind, subject, title: title.into(), claim: None });
    }

    /// Adds a page of a kind.
    pub(in crate::page) fn add(
        &mut self,
        kind: &'static Kind,
        address: SitePath,
        subject: Subject,
        title: impl Into<String>,
        claim: Option<Span>,
    ) {
        let planned = Planned { address, kind, subject, title: title.into(), claim };
        // Some file systems and servers do not tell capitals apart.
        let key = planned.address.as_str().to_lowercase();
        if let Some(kept) = self.reserved(&key) {
            let collision = collision(kept, &planned);
            self.findings.extend(collision);
            return;
        }
        match self.by_address.entry(key) {
            Entry::Occupied(taken) => {
                self.findings.extend(collision(&self.pages[*taken.get()], &planned));
                return;
            }
            Entry::Vacant(free) => free.insert(self.pages.len()),
        };
        self.pages.push(planned);
    }
}

/// Lists all pages of a site.
pub fn plan(site: &Site) -> Plan {
    let mut plan = Plan::default();
    // Most pages are those of objectives.
    plan.pages.reserve(site.handbook.objectives.len() + 256);
    plan.by_address.reserve(site.handbook.objectives.len() + 256);
    for kind in KINDS {
        (kind.plan)(site, &mut plan);
    }
    redirects(site, &mut plan);
    tell_titles_apart(&mut plan);
    plan
}

/// Says that two pages claim one address, at the claim that somebody wrote.
fn collision(first: &Planned, second: &Planned) -> Option<Finding> {
    let (span, other, blamed) = match (second.claim, first.claim) {
        (Some(_), Some(_)) if !first.subject.is_placed() && !second.subject.is_placed() => return None,
        (Some(span), other) => (span, other, second),
        (None, Some(span)) => (span, None, first),
        (None, None) => return None,
    };
    let address = first.address.as_str().trim_end_matches("index.html");
    let message = format!("two pages claim the address `/{address}`");
    let finding = Finding::error(&errors::PATH_COLLISION, span, message);
    Some(match other {
        Some(other) => finding.here("also claimed here").label(other, "first claimed here"),
        None => finding
            .here(format!("every site has its {} page there", first.kind.name.replace('_', " ")))
            .help(blamed.way_out()),
    })
}

/// Titles must tell pages apart in tabs, bookmarks and search results: where two are equal, the address helps.
fn tell_titles_apart(plan: &mut Plan) {
    let mut seen: HashMap<&str, usize, RandomState> = HashMap::default();
    seen.reserve(plan.pages.len());
    let mut titled = 0;
    for page in plan.pages.iter().filter(|page| !page.is_moved()) {
        *seen.entry(page.title.as_str()).or_default() += 1;
        titled += 1;
    }
    if seen.len() == titled {
        return;
    }
    let equal: Vec<usize> = (0..plan.pages.len())
        .filter(|&index| seen.get(plan.pages[index].title.as_str()).is_some_and(|&times| times > 1))
        .collect();
    for index in equal {
        let page = &mut plan.pages[index];
        let place = page.address.as_str().trim_end_matches("index.html").trim_end_matches('/');
        page.title = format!("{} ({place})", page.title);
    }
}

/// Old addresses of everything that has some.
fn redirects(site: &Site, plan: &mut Plan) {
    let handbook = site.handbook;
    let mut moved = |folder: &[&str], old: &[Text], target: &dyn Fn() -> SitePath| {
        for old in old {
            if let Some(address) = old_address(folder, &old.value) {
                let subject = Subject::Moved { to: target(), page: folder.is_empty() };
                plan.add(&redirect::KIND, address, subject, site.messages.moved_title, Some(old.span));
            }
        }
    };
    for (id, pillar) in handbook.pillars() {
        moved(&["strategy"], &pillar.about.redirect_from, &|| address::pillar(handbook, id));
    }
    for (id, cycle) in handbook.cycles() {
        moved(&["cycles"], &cycle.about.redirect_from, &|| address::cycle(handbook, id));
    }
    for (id, team) in handbook.teams() {
        moved(&["teams"], &team.about.redirect_from, &|| address::team(handbook, id));
    }
    for (id, person) in handbook.people() {
        moved(&["people"], &person.about.redirect_from, &|| address::person(handbook, id));
    }
    for (id, kpi) in handbook.kpis() {
        moved(&["kpis"], &kpi.about.redirect_from, &|| address::kpi(handbook, id));
    }
    for (id, objective) in handbook.objectives() {
        moved(&["objectives"], &objective.about.redirect_from, &|| address::objective(handbook, id));
    }
    for page in handbook.pages.iter().filter(|page| site.drafts || !page.draft) {
        moved(&[], &page.redirect_from, &|| page.address.clone());
    }
}

/// The file at an old address: `old`, `/old/` and `old/index.html` are one, `old.html` is another.
fn old_address(folder: &[&str], old: &str) -> Option<SitePath> {
    let extension = old.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_file = matches!(extension, "html" | "htm");
    let parts = folder.iter().copied().chain(old.trim_matches('/').split('/'));
    SitePath::new(parts.chain((!is_file).then_some("index.html")))
}
