//! The list of all pages for search engines (sitemaps.org), split where it grows large. It needs full addresses, so
//! there is none where the site's public address is not known, and none of an internal edition.

use super::{Beside, File, file};
use crate::model::Audience;
use crate::page::html::escape;
use crate::page::{Plan, Planned, Site, frame};

pub(super) static BESIDE: Beside = Beside { folder: None, owns, make };

fn owns(path: &str) -> bool {
    let rest = path.strip_prefix("sitemap").and_then(|rest| rest.strip_suffix(".xml"));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-') && !rest.contains('/'))
}

/// How many addresses one file may hold, by the protocol.
const MOST: usize = 50_000;
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The address of the list, where there is one.
pub(super) fn address(site: &Site) -> Option<String> {
    let base = site.base_url.filter(|_| site.audience == Audience::Public)?;
    Some(format!("{base}sitemap.xml"))
}

fn make(site: &Site, plan: &Plan) -> Vec<File> {
    let Some(address) = address(site) else { return Vec::new() };
    let base = address.strip_suffix("sitemap.xml").expect("it ends in this name");
    let is_listed = |page: &&Planned| !frame::is_hidden(page);
    let pages: Vec<String> = plan
        .pages
        .iter()
        .filter(is_listed)
        .map(|page| format!("{base}{}", page.address.public_path()))
        .collect();
    if pages.len() <= MOST {
        return vec![file(&["sitemap.xml"], list("urlset", "url", &pages))];
    }
    let parts: Vec<(String, Vec<u8>)> = pages
        .chunks(MOST)
        .enumerate()
        .map(|(index, pages)| (format!("sitemap-{}.xml", index + 1), list("urlset", "url", pages)))
        .collect();
    let names: Vec<String> = parts.iter().map(|(name, _)| format!("{base}{name}")).collect();
    let index = file(&["sitemap.xml"], list("sitemapindex", "sitemap", &names));
    std::iter::once(index).chain(parts.into_iter().map(|(name, text)| file(&[&name], text))).collect()
}

fn list(outer: &str, inner: &str, addresses: &[String]) -> Vec<u8> {
    let mut xml = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{outer} xmlns=\"{NAMESPACE}\">\n");
    for address in addresses {
        xml.extend(["<", inner, "><loc>"]);
        escape(address, &mut xml);
        xml.extend(["</loc></", inner, ">\n"]);
    }
    xml.extend(["</", outer, ">\n"]);
    xml.into_bytes()
}
