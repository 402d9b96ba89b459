//! What a kind of page gets to see while it says what one page shows.

use super::address::Links;
use super::plan::{Plan, Planned};
use super::{Html, Past, Site, Subject, View};
use crate::locale::{Language, Messages};

/// One page in front of the whole site.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The site; on a page of a snapshot, the site that it was.
    pub site: &'a Site<'a>,
    /// The site as it is today.
    pub today: &'a Site<'a>,
    /// All pages.
    pub plan: &'a Plan,
    /// The page that is to be shown.
    pub page: &'a Planned,
    /// Links from this page.
    pub links: Links<'a>,
    /// The words of the interface.
    pub m: &'a Messages<'a>,
    /// The language, which writes numbers and dates.
    pub language: &'a Language,
}

impl<'a> Scene<'a> {
    /// Looks at one page.
    pub fn new(site: &'a Site<'a>, plan: &'a Plan, page: &'a Planned) -> Scene<'a> {
        let links = Links::new(site.handbook, &page.address);
        Scene { site, today: site, plan, page, links, m: &site.messages, language: site.messages.language }
    }

    /// The snapshot that the page belongs to.
    pub fn past(&self) -> Option<&'a Past<'a>> {
        match self.page.subject {
            Subject::Snapshot { snapshot, .. } => self.today.past.get(snapshot),
            _ => None,
        }
    }

    /// The same page, looking at what was frozen.
    #[must_use]
    pub fn then(&self, past: &'a Past<'a>) -> Scene<'a> {
        Scene { site: &past.site, links: self.links.then(past), ..*self }
    }
}

/// What a page shows.
pub struct Shown {
    /// Its headline.
    pub heading: String,
    /// A sentence for search engines and previews.
    pub description: String,
    /// The way from the top down to here.
    pub sight: Html,
    /// The view of its kind.
    pub view: Box<dyn View>,
}
