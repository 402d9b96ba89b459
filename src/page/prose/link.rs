//! Where links of a piece of prose lead, as those who know the site say it.

use super::Html;
use crate::locale::Messages;
use crate::syntax::prose::Block;
use crate::text::holds;
use memchr::memchr;
use std::borrow::Cow;

/// Knows where the links of one piece of prose lead on the page on which it stands.
pub trait Links {
    /// Where a link leads, written as `okr:ID`, `../page.md#part`, `#part`, `picture.png` or `https://…`; none where
    /// it leads nowhere, which was reported when it was read.
    fn follow(&self, target: &str) -> Option<Destination>;

    /// What a fenced block with the info string `okr` shows; none leaves it as code. `number` tells the blocks of a
    /// text apart, from 1.
    fn block(&self, number: usize, block: &Block) -> Option<Html> {
        let _ = (number, block);
        None
    }
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To a page of the site.
    Page {
        /// Relative to the page on which the link stands, with its fragment.
        href: String,
        /// The title of what it leads to, for links that have no text of their own.
        title: String,
        /// How it fares, to stand behind that title.
        chip: Option<Html>,
    },
    /// To a place of the same page.
    Here(String),
    /// To a picture or another file of the site, relative to the page.
    File(String),
    /// Out of the site: http, https or mailto.
    Web(String),
}

impl Destination {
    /// The address to write; none where it is no address that a page may hold.
    pub(super) fn href(&self) -> Option<Cow<'_, str>> {
        match self {
            Destination::Page { href, .. } | Destination::File(href) => Some(Cow::Borrowed(href)),
            Destination::Here(fragment) => Some(Cow::Owned(format!("#{fragment}"))),
            Destination::Web(url) => is_web(url).then_some(Cow::Borrowed(url)),
        }
    }

    pub(super) fn is_web(&self) -> bool {
        matches!(self, Destination::Web(url) if !url.starts_with("mailto:"))
    }
}

/// Whether an address has a scheme that a page may hold; asked again here, whoever asked before.
fn is_web(url: &str) -> bool {
    let is_known =
        |scheme: &str| ["https", "http", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let may_control = |byte: u8| !matches!(byte, b' '..=b'~');
    memchr(b':', url.as_bytes()).is_some_and(|end| is_known(&url[..end]))
        && !(holds(url, may_control) && url.contains(char::is_control))
}

/// Leads nowhere but out: for prose that is not part of a handbook, such as the pages of rules.
#[derive(Clone, Copy, Debug, Default)]
pub struct OnlyWeb;

impl Links for OnlyWeb {
    fn follow(&self, target: &str) -> Option<Destination> {
        if let Some(fragment) = target.strip_prefix('#') {
            return Some(Destination::Here(fragment.to_owned()));
        }
        is_web(target).then(|| Destination::Web(target.to_owned()))
    }
}

/// A progress chip in words and a sign: `38 %` with the health's sign, which stands for its word. Where nothing was
/// reported yet it says so, as a bar does.
pub fn chip(m: &Messages, health: crate::progress::Health, progress: Option<f64>) -> Html {
    let sign = match health {
        crate::progress::Health::OnTrack => "●",
        crate::progress::Health::AtRisk => "▲",
        crate::progress::Health::OffTrack => "■",
        crate::progress::Health::Outdated => "◌",
        crate::progress::Health::Pending => "○",
        crate::progress::Health::Closed => "✓",
    };
    let mut html = Html::new();
    html.raw("<span class=\"chip ").raw(health.word()).raw("\"><span aria-hidden=\"true\">").raw(sign);
    html.raw("</span><span class=\"visually-hidden\">").text(crate::page::words::health(m, health));
    html.raw("</span>");
    html.raw(" ");
    match progress {
        Some(progress) => html.text(&crate::page::format::percent(m.language, progress)),
        None => html.text(m.no_data),
    };
    html.raw("</span>");
    html
}
