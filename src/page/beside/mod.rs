//! The files that stand beside the pages and are made of them: one kind a file, one line each in [`BESIDE`].
//!
//! They are made when somebody asks: a build asks for all, the preview for what a browser wants.

mod badges;
pub(super) mod feed;
pub(super) mod picture;
mod robots;
mod search;
mod sitemap;

use super::{Plan, Site};
use crate::model::SitePath;

/// A file beside the pages.
#[derive(Debug)]
pub struct File {
    /// Where it stands.
    pub address: SitePath,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A kind of such files, which are made together.
pub struct Beside {
    /// A folder in which there are only such files, and perhaps a page.
    pub folder: Option<&'static str>,
    /// Whether a file at this address would be one of them, whether it is there today or not.
    pub owns: fn(&str) -> bool,
    /// Makes all of them.
    pub make: fn(&Site, &Plan) -> Vec<File>,
}

/// All kinds.
pub static BESIDE: &[&Beside] =
    &[&search::BESIDE, &badges::BESIDE, &feed::BESIDE, &sitemap::BESIDE, &robots::BESIDE, &picture::BESIDE];

/// Whether an address is kept for files beside the pages.
pub fn is_beside(address: &str) -> bool {
    BESIDE.iter().any(|kind| (kind.owns)(address))
}

/// A file whose address is made of literals and numbers.
fn file(parts: &[&str], text: impl Into<Vec<u8>>) -> File {
    let address = SitePath::new(parts.iter().copied()).expect("the names of these files are plain");
    File { address, bytes: text.into() }
}
