//! Turns Markdown into HTML for a page.
//!
//! Everything foreign is escaped, addresses are only those that [`Links`] gives or http, https and mailto, and
//! nothing carries style or script, so that a page keeps its promises whatever people write. Problems in prose were
//! reported when it was read; here they only must not break the page.
//!
//! | class | what it marks |
//! | --- | --- |
//! | `anchor` | the link behind a heading to itself |
//! | `external` | a link that leaves the site |
//! | `chip` with a health | how a goal fares, behind its title |
//! | `scroll` | a table that scrolls on its own |
//! | `align-center` `align-right` | cells |
//! | `alert` with `note` `tip` `important` `warning` `caution`, `alert-title` | alerts |
//! | `footnote` `footnotes` `footnote-back` | footnotes |
//! | `code` and `hl-…` | code; the classes stand in `code.rs` |
//! | `raw` | HTML that is shown as text |

mod code;
mod footnotes;
mod headings;
mod inline;
mod leads;
mod light;
mod link;
mod raw;
mod simple;
mod table;
mod writer;

#[cfg(test)]
mod tests;

pub use headings::{Entry, contents};
pub use inline::{inline, push_inline};
pub use link::{Destination, Links, OnlyWeb, chip};

use super::Html;
use crate::config::RawHtml;
use crate::locale::Messages;
use crate::syntax::html::clean;
use crate::syntax::prose::{Facts, options, simple_events};
use pulldown_cmark::Parser;

/// How a piece of prose stands on its page.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The words of the site around it.
    pub m: &'a Messages<'a>,
    /// Where its links lead.
    pub links: &'a dyn Links,
    /// What happens to HTML in it.
    pub raw_html: RawHtml,
    /// Begins the ids of its footnotes, unique on the page; may be empty where there is one body.
    pub prefix: &'a str,
    /// The level of its highest headings.
    pub first_level: u8,
    /// The title of the page: a first heading that only repeats it is left out.
    pub title: Option<&'a str>,
    /// Ids that other things of the page have; a heading of such an anchor goes without.
    pub taken: &'a dyn Fn(&str) -> bool,
}

impl<'a> Place<'a> {
    /// Below the headline of a page, with HTML escaped.
    pub fn below_headline(m: &'a Messages<'a>, links: &'a dyn Links) -> Place<'a> {
        Place {
            m,
            links,
            raw_html: RawHtml::Escape,
            prefix: "",
            first_level: 2,
            title: None,
            taken: &|_| false,
        }
    }
}

/// Renders a body. Its facts give the anchors of its headings.
pub fn body(place: &Place, text: &str, facts: &Facts) -> Html {
    let mut writer = writer::Writer::new(place, facts, text.len());
    if !simple_events(text, |event, _| writer.event(event)) {
        writer = writer::Writer::new(place, facts, text.len());
        for event in Parser::new_ext(text, options()) {
            writer.event(event);
        }
    }
    let (markup, has_raw) = writer.finish();
    Html::trust(match place.raw_html {
        RawHtml::Sanitize if has_raw => clean(&markup),
        _ => markup,
    })
}

/// Renders Markdown that stands in no handbook, among words of its language: its anchors are found on the way, its links
/// only lead out.
pub fn text(m: &Messages, text: &str) -> Html {
    let mut sources = crate::text::Sources::default();
    let id = sources.add("", text.as_bytes().to_vec());
    let source = sources.get(id);
    let facts = crate::syntax::prose::scan(source, source.whole());
    body(&Place::below_headline(m, &OnlyWeb), source.text(), &facts)
}
