//! Reads handbook pages.

use crate::config::VISIBILITY;
use crate::diagnostic::Finding;
use crate::diagnostic::errors::BAD_TEXT;
use crate::model::{Body, Text};
use crate::syntax::Node;
use crate::syntax::fields::{self, Fields};
use crate::text::{Source, SourceId, Span, Spanned};
use rust_decimal::prelude::ToPrimitive;

/// A handbook page.
#[derive(Debug, Clone)]
pub struct PageDeclaration {
    /// Its file.
    pub source: SourceId,
    /// Its title.
    pub title: Text,
    /// For lists.
    pub description: Option<Text>,
    /// Its place among its neighbours.
    pub order: Option<f64>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Its own visibility.
    pub internal: Option<bool>,
    /// Old addresses.
    pub redirect_from: Vec<Text>,
    /// Whether it has a table of contents.
    pub toc: bool,
    /// Its text.
    pub body: Body,
}

/// Keys of a handbook page.
pub const KEYS: &[&str] = &["title", "description", "order", "draft", "visibility", "redirect_from", "toc"];

/// Reads a page that has front matter.
pub fn page(
    source: &Source,
    node: &Node,
    body: Body,
    findings: &mut Vec<Finding>,
) -> Option<PageDeclaration> {
    let mut fields = Fields::open(node, "a handbook page", KEYS, findings)?;
    let title = fields.title("title");
    let description = fields.text("description");
    let order = fields.number("order").and_then(|order| order.value.to_f64());
    let draft = fields.flag("draft").unwrap_or(false);
    let internal = fields.word("visibility", VISIBILITY).map(|visibility| visibility.value);
    let nodes = fields.list("redirect_from");
    let redirect_from = nodes.iter().filter_map(|node| old_address(&node, fields.findings())).collect();
    let toc = fields.flag("toc").unwrap_or(true);
    let known = super::file::SINGULARS.iter().map(|singular| singular.key);
    fields.finish(|key, span| {
        let help = crate::diagnostic::did_you_mean(key, KEYS.iter().copied().chain(known.clone()))?;
        let finding =
            Finding::error(&crate::diagnostic::errors::UNKNOWN_KEY, span, format!("unknown key `{key}`"));
        Some(finding.here("not a key of a handbook page").help(help))
    });
    let title = title.unwrap_or_else(|| title_of(source, &body));
    Some(PageDeclaration {
        source: source.id(),
        title,
        description,
        order,
        draft,
        internal,
        redirect_from,
        toc,
        body,
    })
}

/// A page without front matter is titled by its first heading.
pub fn without_front_matter(source: &Source, body: Body) -> PageDeclaration {
    PageDeclaration {
        source: source.id(),
        title: title_of(source, &body),
        description: None,
        order: None,
        draft: false,
        internal: None,
        redirect_from: Vec::new(),
        toc: true,
        body,
    }
}

/// The first heading; else a title made from the file's name.
fn title_of(source: &Source, body: &Body) -> Text {
    if let Some(heading) = body.facts.headings.iter().find(|heading| !heading.text.trim().is_empty()) {
        return Spanned::new(heading.text.trim().to_owned(), heading.span);
    }
    let mut parts = source.path().rsplit('/');
    let stem = parts.next().and_then(|name| name.rsplit_once('.')).map_or("page", |(stem, _)| stem);
    let name = if stem == "index" { parts.next().unwrap_or(stem) } else { stem };
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    let title = letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect());
    Spanned::new(title, first_line(source))
}

fn first_line(source: &Source) -> Span {
    source.span(0, source.line(1).len())
}

fn old_address(node: &Node, findings: &mut Vec<Finding>) -> Option<Text> {
    let address = fields::text(node, "redirect_from", findings)?;
    if is_old_address(&address.value) {
        return Some(address);
    }
    let message = format!("`{}` is not an address below this site", address.value.escape_debug());
    let help = "write the old path below the site's root, such as `guides/old-name`";
    findings.push(Finding::error(&BAD_TEXT, node.span(), message).help(help));
    None
}

/// Whether a text can be an address below the site: parts without `.`, `..` and control characters.
pub fn is_old_address(address: &str) -> bool {
    let parts = address.trim_matches('/');
    !parts.is_empty()
        && parts.split('/').all(|part| !matches!(part, "" | "." | ".."))
        && !parts.chars().any(|letter| letter.is_control() || matches!(letter, '\\' | '?' | '#' | ':'))
}
