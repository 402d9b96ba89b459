//! The files that pages share: named by what they hold, so that browsers may keep them for good.

use super::files::Files;
use super::{accent, fonts};
use crate::config::Settings;
use crate::model::SitePath;
use crate::page;
use std::collections::BTreeMap;

/// The style sheet into which all are joined: one request, and no order to think about.
const STYLE: &str = "style.css";

/// A file of the theme in the site.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its name in the theme, such as `style.css`.
    pub name: String,
    /// Where it stands in the site, such as `assets/style.1a2b3c4d.css`.
    pub address: SitePath,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Asset {
    /// Its path from the site's root, percent-encoded.
    pub(super) fn path(&self) -> String {
        let root = SitePath::new(["index.html"]).expect("a plain name");
        root.link_to(&self.address)
    }
}

/// Names, joins and colours the assets of a theme.
pub(super) fn prepare(files: &Files, settings: &Settings) -> Vec<Asset> {
    let is_style = |name: &str| name.rsplit_once('.').is_some_and(|(_, extension)| extension == "css");
    let chosen = files.chosen_accent(settings);
    let recoloured = |bytes: &[u8]| match (chosen, &files.shipped_accent) {
        (Some(accent), Some(own)) => accent::recolour(bytes, own.light.value, accent.on_light()),
        _ => bytes.to_vec(),
    };
    let mut assets: Vec<Asset> = Vec::new();
    for (name, bytes) in files.assets.iter().filter(|(name, _)| !is_style(name)) {
        let bytes = if name == "favicon.svg" { recoloured(bytes) } else { bytes.clone() };
        assets.extend(named(name, bytes));
    }
    let mut styles: Vec<&String> = files.assets.keys().filter(|name| is_style(name)).collect();
    styles.sort_by_key(|name| (name.as_str() != STYLE, name.as_str()));
    // The theme's own accent can be changed by its style sheets; the one that a handbook chose has the last word.
    let own = files.shipped_accent.as_ref().filter(|_| chosen.is_none());
    let mut style = own.map(accent::rules).unwrap_or_default().into_bytes();
    for name in styles {
        style.extend_from_slice(&files.assets[name]);
        style.push(b'\n');
    }
    style.extend_from_slice(chosen.map(accent::rules).unwrap_or_default().as_bytes());
    style.extend_from_slice(fonts::rules(&files.manifest.fonts).as_bytes());
    let names: BTreeMap<&str, &Asset> = assets.iter().map(|asset| (asset.name.as_str(), asset)).collect();
    let style = link_assets(&String::from_utf8_lossy(&style), &names).into_bytes();
    assets.extend(named(STYLE, style));
    assets.sort_by(|a, b| a.name.cmp(&b.name));
    assets
}

/// An asset at its address; none where the name cannot be one.
fn named(name: &str, bytes: Vec<u8>) -> Option<Asset> {
    let hash = &blake3::hash(&bytes).to_hex()[..8];
    let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
    let hashed = match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}.{hash}.{extension}"),
        _ => format!("{file}.{hash}"),
    };
    let path = if folder.is_empty() { hashed } else { format!("{folder}/{hashed}") };
    Some(Asset { name: name.to_owned(), address: page::asset(&path)?, bytes })
}

/// Style sheets name other assets as `url(NAME)`; they get the hashed names. All stand below one folder.
fn link_assets(style: &str, assets: &BTreeMap<&str, &Asset>) -> String {
    let mut text = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(start) = rest.find("url(") {
        let (before, after) = rest.split_at(start + 4);
        text.push_str(before);
        let end = after.find(')').unwrap_or(after.len());
        let written = &after[..end];
        match assets.get(written.trim().trim_matches(['"', '\''])) {
            Some(asset) => text.push_str(asset.path().trim_start_matches("assets/")),
            None => text.push_str(written),
        }
        rest = &after[end..];
    }
    text.push_str(rest);
    text
}
