//! Handbook pages, prose, and addresses inside a site.

use super::{Goal, KpiId, Text};
use crate::syntax::prose::Facts;
use crate::text::percent::{encoded, push_encoded};
use crate::text::{SourceId, Span, holds, is_one_of};
use std::sync::Arc;

/// The Markdown body of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// The text below the front matter.
    pub span: Span,
    /// What was found in it.
    pub facts: Arc<Facts>,
}

/// A page of the handbook that defines no goal.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its file.
    pub source: SourceId,
    /// Path of its file below `content/`, such as `guides/start.md`.
    pub path: String,
    /// Written title, else its first heading, else made from its file's name.
    pub title: Text,
    /// For search engines and lists.
    pub description: Option<Text>,
    /// Place among its neighbours; lower first, those without one last.
    pub order: Option<f64>,
    /// Only shown with `--drafts`.
    pub draft: bool,
    /// Withheld from public editions.
    pub internal: bool,
    /// Old addresses below the site's root.
    pub redirect_from: Vec<Text>,
    /// Whether it has a table of contents.
    pub toc: bool,
    /// Its text.
    pub body: Body,
    /// Where it stands in the site.
    pub address: SitePath,
}

/// A piece of prose somewhere in the sources, for those who judge text.
#[derive(Clone, Debug)]
pub struct Prose {
    /// The text: a body in its file, or the value of a YAML scalar.
    pub span: Span,
    /// What was found in it.
    pub facts: Arc<Facts>,
    /// Whether it is shown in a line, as a `why` or a `note` is: blocks have no place there.
    pub is_inline: bool,
    /// Whether the thing it belongs to is withheld from public editions.
    pub internal: bool,
    /// The goal that it belongs to, if any.
    pub goal: Option<Goal>,
    /// The KPI that it belongs to, if any.
    pub kpi: Option<KpiId>,
}

/// The prose of one thing, as far as it holds something to look at.
#[derive(Clone, Debug, Default)]
pub struct Chapter {
    /// Its pieces, in the order of the sources.
    pub pieces: Vec<Prose>,
    /// Whether one of its links or pictures leads to something in the handbook, or is broken, or a block shows goals:
    /// where everything leads out into the web, no change of the handbook makes one of them wrong.
    pub leads_inside: bool,
}

/// The address of a file in the site: relative, without `..`, naming a file, separated by `/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SitePath(String);

impl SitePath {
    /// A path made of these parts, such as `["objectives", "faster-care", "index.html"]`. Parts that could leave
    /// the site (empty, `.`, `..`, or holding `/` or `\`) are refused.
    pub fn new<'a>(parts: impl IntoIterator<Item = &'a str>) -> Option<SitePath> {
        /// As much as most paths take.
        const ROOM: usize = 64;
        let mut path = String::with_capacity(ROOM);
        for part in parts {
            let leaves = matches!(part, "" | "." | "..") || holds(part, |byte| is_one_of(byte, *b"/\\\0"));
            if leaves {
                return None;
            }
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(part);
        }
        (!path.is_empty()).then_some(SitePath(path))
    }

    /// The path, separated by `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path in public addresses, percent-encoded: without the `index.html` that servers add.
    pub fn public_path(&self) -> String {
        encoded(self.0.strip_suffix("index.html").unwrap_or(&self.0))
    }

    /// A relative link from this file to another of the same site, percent-encoded.
    pub fn link_to(&self, target: &SitePath) -> String {
        let shared = self.shares_with(target);
        let (here, there) = (&self.0[shared..], &target.0[shared..]);
        let mut link = String::with_capacity(3 * here.len() + there.len());
        here.bytes().filter(|&byte| byte == b'/').for_each(|_| link.push_str("../"));
        push_encoded(&mut link, there);
        link
    }

    /// How much of both paths names the folders in which both files lie, with the `/` after each.
    fn shares_with(&self, other: &SitePath) -> usize {
        let pairs = self.0.bytes().zip(other.0.bytes()).enumerate().take_while(|(_, (a, b))| a == b);
        pairs.filter(|(_, (byte, _))| *byte == b'/').last().map_or(0, |(slash, _)| slash + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str) -> SitePath {
        SitePath::new(path.split('/')).expect("a path inside the site")
    }

    #[test]
    fn a_link_climbs_only_to_the_folder_that_both_share() {
        let link = |from: &str, to: &str| path(from).link_to(&path(to));
        assert_eq!(link("index.html", "tree/index.html"), "tree/index.html");
        assert_eq!(link("objectives/ab/index.html", "objectives/abc/index.html"), "../abc/index.html");
        assert_eq!(link("objectives/ab/index.html", "objectives/ab/index.html"), "index.html");
        assert_eq!(link("a/b/c.html", "a/b/c/d.html"), "c/d.html");
        assert_eq!(link("teams/x/index.html", "index.html"), "../../index.html");
        assert_eq!(
            link("pages/zu spät/a.html", "pages/zu spärlich/b c.html"),
            "../zu%20sp%C3%A4rlich/b%20c.html"
        );
    }
}
