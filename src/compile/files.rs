//! The files of a site that are no pages: the theme's, those that are copied as they are, and the exports.
//!
//! Listed in one place for whoever writes a site or shows it.

use super::Compiled;
use crate::export::{Edition, FORMATS, Format};
use crate::model::SitePath;
use crate::page::{self, Site};
use crate::theme::{Asset, Theme};

/// Where the bytes of such a file come from.
#[derive(Clone, Copy)]
pub enum Content<'a> {
    /// The theme made them.
    Asset(&'a Asset),
    /// A file of the handbook, by its path from the root.
    Copied(&'a str),
    /// The handbook as data.
    Export(&'static Format),
}

impl Compiled {
    /// All files of the site that are no pages, with their addresses.
    pub fn files(&self) -> Vec<(SitePath, Content<'_>)> {
        files(&self.theme, self.copied.iter().map(String::as_str))
    }

    /// What an export is made of.
    pub fn edition(&self) -> Edition<'_> {
        let Compiled { settings, audience, handbook, progress, .. } = self;
        Edition { settings, audience: *audience, handbook, progress }
    }
}

/// The same, of a theme and of what is copied, by path from the handbook's root.
pub(super) fn files<'a>(
    theme: &'a Theme,
    copied: impl Iterator<Item = &'a str>,
) -> Vec<(SitePath, Content<'a>)> {
    let assets = theme.assets().iter().map(|asset| (asset.address.clone(), Content::Asset(asset)));
    let exports = FORMATS.iter().filter_map(|&format| {
        let path = SitePath::new(format.address?.iter().copied());
        Some((path.expect("the address of an export is a path in the site"), Content::Export(format)))
    });
    let copied =
        copied.filter_map(|path| page::address_of_file(path).map(|address| (address, Content::Copied(path))));
    assets.chain(exports).chain(copied).collect()
}

/// The files of the handbook that its sites hold as they are, and whether a public one does: what prose shows of
/// content/, then the logo, then everything in static/. Some may be named twice.
pub(super) fn shown<'a>(site: &Site<'a>) -> impl Iterator<Item = (&'a str, bool)> {
    let shown = site.handbook.shown_files.iter().map(|(path, is_public)| (path.as_str(), *is_public));
    let logo = site.settings.logo.iter().map(|logo| (logo.value.as_str(), true));
    let kept = site.assets.iter().filter(|path| path.starts_with("static/"));
    shown.chain(logo).chain(kept.map(|path| (path.as_str(), true)))
}
