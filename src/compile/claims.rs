//! One address, one claim: no two things of a site may want the same place.
//!
//! Pages are told apart while they are planned; here they meet the files around them. Two want one place where their
//! addresses are equal, and where one is a file in whose place the other needs a folder. Capitals count for nothing,
//! because some disks do not tell them apart. What is made of all pages, a handbook may replace by a file of its own.

use super::files::{Content, files, shown};
use crate::diagnostic::Finding;
use crate::diagnostic::errors::PATH_COLLISION;
use crate::model::SitePath;
use crate::page::beside::{BESIDE, is_beside};
use crate::page::{NOTES, Plan, Planned, Site};
use crate::text::{Source, Sources, Span};
use crate::theme::Theme;
use ahash::{AHashMap, AHashSet};

/// Who wants a place.
#[derive(Clone, Copy)]
enum Claimant<'a> {
    /// A page.
    Page(&'a Planned),
    /// A file that is no page.
    File(Content<'a>),
    /// A file that is made of all pages.
    Beside,
    /// What okrbook keeps beside the site for itself.
    Notes,
}

/// What is wrong, and the texts into which it points: a file of the handbook that nobody reads becomes an empty one.
#[derive(Default)]
pub(super) struct Disputes {
    pub(super) findings: Vec<Finding>,
    /// All texts, where there are more of them than before.
    pub(super) sources: Option<Sources>,
}

/// Finds all that want the place of something else. All files of the handbook count, whatever this edition shows.
pub(super) fn look(site: &Site, plan: &Plan, theme: &Theme) -> Disputes {
    let mut register =
        Register { site, plan, files: AHashMap::new(), told: AHashSet::new(), disputes: Disputes::default() };
    let files = files(theme, shown(site).map(|(path, _)| path));
    let mut key = String::new();
    for (address, content) in &files {
        fold(address, &mut key);
        register.add(address, &key, *content);
    }
    let mut before = String::new();
    let pages = plan.pages.iter().map(|page| (&page.address, Claimant::Page(page)));
    let files = files.iter().map(|(address, content)| (address, Claimant::File(*content)));
    for (address, claimant) in files.chain(pages) {
        fold(address, &mut key);
        register.look_above(&key, &before, claimant);
        std::mem::swap(&mut key, &mut before);
    }
    for folder in BESIDE.iter().filter_map(|kind| kind.folder) {
        register.look_at(folder, Claimant::Beside);
    }
    register.disputes
}

/// Writes an address in small letters, as [`Plan::claimed`] wants it, into a text that is used again.
fn fold(address: &SitePath, key: &mut String) {
    key.clear();
    let address = address.as_str();
    if address.is_ascii() {
        key.push_str(address);
        key.make_ascii_lowercase();
    } else {
        key.push_str(&address.to_lowercase());
    }
}

/// Everything that has a place, by its address in small letters.
struct Register<'a> {
    site: &'a Site<'a>,
    plan: &'a Plan,
    files: AHashMap<String, Content<'a>>,
    /// What was found already: each of these is told once, however much stands in its way.
    told: AHashSet<Span>,
    disputes: Disputes,
}

impl<'a> Register<'a> {
    /// Gives a file its place, where it is free.
    fn add(&mut self, address: &SitePath, key: &str, content: Content<'a>) {
        let claimant = Claimant::File(content);
        let other = match self.at(key) {
            Some(Claimant::File(Content::Copied(path))) if claimant.path() == Some(path) => return,
            // Whoever puts a file in the very place of ours means to replace it.
            Some(Claimant::Beside) if is_beside(address.as_str()) => None,
            other => other,
        };
        let Some(other) = other else {
            self.files.insert(key.to_owned(), content);
            return;
        };
        let public = address.as_str().trim_end_matches("index.html");
        let names = [self.name(claimant), self.name(other)];
        let message = format!("two files claim the address `/{public}`: {}, and {}", names[0], names[1]);
        self.tell(claimant, other, message);
    }

    /// Who has the place of a file.
    fn at(&self, key: &str) -> Option<Claimant<'a>> {
        if key.starts_with(NOTES) {
            return Some(Claimant::Notes);
        }
        let file = self.files.get(key).map(|content| Claimant::File(*content));
        file.or_else(|| self.plan.claimed(key).map(Claimant::Page))
            .or_else(|| is_beside(key).then_some(Claimant::Beside))
    }

    /// Looks at the folders above something; not at those in which its neighbour stands, too.
    fn look_above(&mut self, key: &str, neighbour: &str, claimant: Claimant<'a>) {
        let is_shared = |at: usize| neighbour.as_bytes().get(..=at) == Some(&key.as_bytes()[..=at]);
        for (at, _) in key.rmatch_indices('/').take_while(|&(at, _)| !is_shared(at)) {
            self.look_at(&key[..at], claimant);
        }
    }

    /// Looks whether a folder in which something stands is a file as well.
    fn look_at(&mut self, folder: &str, inside: Claimant<'a>) {
        let Some(file) = self.at(folder) else { return };
        let names = [self.name(file), self.name(inside)];
        let message = format!(
            "`/{folder}` cannot be both a file and a folder: {}, and the folder of {}",
            names[0], names[1]
        );
        self.tell(inside, file, message);
    }

    /// Says it at the one of both that somebody wrote: a file before a page, and the first before the second.
    fn tell(&mut self, first: Claimant<'a>, second: Claimant<'a>, message: String) {
        let is_second = second.rank() > first.rank();
        let (blamed, other) = if is_second { (second, first) } else { (first, second) };
        let Some(span) = self.span(blamed) else { return };
        if !self.told.insert(span) {
            return;
        }
        let label = if blamed.path().is_some() { "this file" } else { "claimed here" };
        let mut finding = Finding::error(&PATH_COLLISION, span, message).here(label).help(blamed.way_out());
        if let Claimant::Page(Planned { claim: Some(claim), .. }) = other {
            finding = finding.label(*claim, "also claimed here");
        }
        self.disputes.findings.push(finding);
    }

    /// Where somebody wrote a claim.
    fn span(&mut self, claimant: Claimant<'a>) -> Option<Span> {
        if let Claimant::Page(page) = claimant {
            return page.claim;
        }
        let path = claimant.path()?;
        let sources = self.disputes.sources.get_or_insert_with(|| self.site.sources.clone());
        let id = match sources.find(path).map(Source::id) {
            Some(id) => id,
            None => sources.add(path, Vec::new()),
        };
        let source = sources.get(id);
        Some(source.span(0, 0))
    }

    /// It as people would call it.
    fn name(&self, claimant: Claimant) -> String {
        match claimant {
            Claimant::Page(page) => match page.claim {
                Some(claim) => {
                    let path = self.site.sources.get(claim.source()).path();
                    format!("{} of `{path}`", if page.is_moved() { "an old address" } else { "a page" })
                }
                None => format!("okrbook's own {} page", page.kind.name.replace('_', " ")),
            },
            Claimant::File(Content::Copied(path)) => format!("`{path}`"),
            Claimant::File(Content::Asset(_)) => "a file of the theme".to_owned(),
            Claimant::File(Content::Export(format)) => format!("okrbook's export `{}`", format.name),
            Claimant::Beside => "a file that okrbook makes of all pages".to_owned(),
            Claimant::Notes => "what okrbook keeps there for itself".to_owned(),
        }
    }
}

impl<'a> Claimant<'a> {
    /// The path of a file of the handbook.
    fn path(self) -> Option<&'a str> {
        match self {
            Claimant::File(Content::Copied(path)) => Some(path),
            _ => None,
        }
    }

    /// How easily it could stand elsewhere.
    fn rank(self) -> u8 {
        match self {
            Claimant::File(Content::Copied(_)) => 2,
            Claimant::Page(page) if page.claim.is_some() => 1,
            _ => 0,
        }
    }

    /// What lets the other one have the place.
    fn way_out(self) -> &'static str {
        match self {
            Claimant::Page(page) => page.way_out(),
            _ => "rename this file, or the folder in which it lies",
        }
    }
}
