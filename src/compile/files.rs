//! The files of a site that are no pages: the theme's, those that are copied as they are, and the exports.
//!
//! Listed in one place for whoever writes a site or shows it.

use super::Compiled;
use crate::export::{Edition, FORMATS, Format};
use crate::model::SitePath;
use crate::page;
use crate::theme::Asset;

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
        let assets = self.theme.assets().iter().map(|asset| (asset.address.clone(), Content::Asset(asset)));
        let copied = self.copied.iter().filter_map(|path| {
            page::address_of_file(path).map(|address| (address, Content::Copied(path.as_str())))
        });
        let exports = FORMATS.iter().filter_map(|&format| {
            let path = SitePath::new(format.address?.iter().copied());
            Some((path.expect("the address of an export is a path in the site"), Content::Export(format)))
        });
        assets.chain(copied).chain(exports).collect()
    }

    /// What an export is made of.
    pub fn edition(&self) -> Edition<'_> {
        let Compiled { settings, audience, handbook, progress, .. } = self;
        Edition { settings, audience: *audience, handbook, progress }
    }
}
