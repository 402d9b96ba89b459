//! What is said to search engines: everything public may be found; an internal edition asks to be left alone.

use super::{Beside, File, file, sitemap};
use crate::model::Audience;
use crate::page::{Plan, Site};

pub(super) static BESIDE: Beside = Beside { folder: None, owns: |path| path == "robots.txt", make };

fn make(site: &Site, _plan: &Plan) -> Vec<File> {
    let mut text = String::from("User-agent: *\n");
    text.push_str(match site.audience {
        Audience::Public => "Disallow:\n",
        Audience::Internal => "Disallow: /\n",
    });
    if let Some(address) = sitemap::address(site) {
        text.push_str("Sitemap: ");
        text.push_str(&address);
        text.push('\n');
    }
    vec![file(&["robots.txt"], text)]
}
