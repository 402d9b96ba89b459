//! Writes what leads somewhere: links, autolinks with the title of what they name, and pictures.

use super::link::Destination;
use super::writer::{Open, Writer};
use crate::page::html::escape;
use pulldown_cmark::{CowStr, LinkType};

/// Opens a link.
pub(super) fn push_anchor(out: &mut String, href: &str, title: &str, is_web: bool) {
    out.push_str("<a href=\"");
    escape(href, out);
    if !title.is_empty() {
        out.push_str("\" title=\"");
        escape(title, out);
    }
    out.push_str(if is_web { "\" class=\"external\" rel=\"noopener\">" } else { "\">" });
}

impl Writer<'_> {
    pub(super) fn start_link(&mut self, kind: LinkType, target: CowStr, title: &str) {
        let target = if kind == LinkType::Email { CowStr::from(format!("mailto:{target}")) } else { target };
        let destination = if self.silent == 0 { self.place.links.follow(&target) } else { None };
        let Some((to, href)) = destination.as_ref().and_then(|to| Some((to, to.href()?))) else {
            return self.open.push(Open::Link { written: false });
        };
        push_anchor(&mut self.out, &href, title, to.is_web());
        match to {
            Destination::Page { title, chip, .. } if kind == LinkType::Autolink => {
                escape(title, &mut self.out);
                self.out.push_str("</a>");
                if let Some(chip) = chip {
                    self.out.push(' ');
                    self.out.push_str(chip.as_str());
                }
                self.silent += 1;
                self.open.push(Open::Titled);
            }
            _ => self.open.push(Open::Link { written: true }),
        }
    }

    /// A picture of the site is shown; one from elsewhere is a link to it, since no page asks another host for
    /// anything.
    pub(super) fn picture(&mut self, destination: Option<&Destination>, title: &str, alt: &str) {
        if self.silent > 0 {
            return self.text(alt);
        }
        match destination {
            Some(Destination::File(src)) => {
                self.out.push_str("<img src=\"");
                escape(src, &mut self.out);
                self.out.push_str("\" alt=\"");
                escape(alt, &mut self.out);
                if !title.is_empty() {
                    self.out.push_str("\" title=\"");
                    escape(title, &mut self.out);
                }
                self.out.push_str("\" loading=\"lazy\">");
            }
            Some(to @ Destination::Web(url)) if !self.in_link() && to.href().is_some() => {
                push_anchor(&mut self.out, url, title, to.is_web());
                self.text(if alt.is_empty() { url } else { alt });
                self.out.push_str("</a>");
            }
            _ => self.text(alt),
        }
    }

    fn in_link(&self) -> bool {
        self.open.iter().any(|open| matches!(open, Open::Link { written: true } | Open::Titled))
    }
}
