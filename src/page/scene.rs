//! What a kind of page gets to see while it says what one page shows.

use super::address::Links;
use super::messages::Messages;
use super::plan::{Plan, Planned};
use super::{Html, Site, Value};

/// One page in front of the whole site.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The site.
    pub site: &'a Site<'a>,
    /// All pages.
    pub plan: &'a Plan,
    /// The page that is to be shown.
    pub page: &'a Planned,
    /// Links from this page.
    pub links: Links<'a>,
    /// The words of the interface.
    pub m: &'a Messages,
}

impl<'a> Scene<'a> {
    /// Looks at one page.
    pub fn new(site: &'a Site<'a>, plan: &'a Plan, page: &'a Planned) -> Scene<'a> {
        let links = Links { handbook: site.handbook, from: &page.address };
        Scene { site, plan, page, links, m: site.messages }
    }
}

/// What a page shows.
#[derive(Debug)]
pub struct Shown {
    /// Its headline.
    pub heading: String,
    /// A sentence for search engines and previews.
    pub description: String,
    /// The way from the top down to here.
    pub sight: Html,
    /// The view of its kind.
    pub view: Value,
}
