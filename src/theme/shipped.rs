//! The themes that come with the program. To add one: its folder below `themes/`, and an entry here.
//!
//! Their messages belong to [`crate::locale`]; what a theme does not draw itself, the default one draws for it.

use crate::locale;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

static DEFAULT_TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default/templates");
static DEFAULT_ASSETS: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default/assets");
static PLAIN_TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/plain/templates");
static PLAIN_ASSETS: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/plain/assets");

/// A theme that comes with the program.
#[derive(Debug)]
pub struct Shipped {
    /// What the settings call it.
    pub name: &'static str,
    /// What it is like, in a few words.
    pub about: &'static str,
    templates: &'static Dir<'static>,
    assets: &'static Dir<'static>,
}

/// All of them; the first draws what the others do not.
pub static SHIPPED: &[Shipped] = &[
    Shipped {
        name: "default",
        about: "a calm, typographic site",
        templates: &DEFAULT_TEMPLATES,
        assets: &DEFAULT_ASSETS,
    },
    Shipped {
        name: "plain",
        about: "text first, very light, without any JavaScript",
        templates: &PLAIN_TEMPLATES,
        assets: &PLAIN_ASSETS,
    },
];

/// The shipped theme of a name, or the one that a theme of the handbook's own is laid over.
fn below(name: &str) -> &'static Shipped {
    SHIPPED.iter().find(|theme| theme.name == name).unwrap_or(&SHIPPED[0])
}

/// The shipped templates of a theme by name.
pub(super) fn templates(name: &str) -> BTreeMap<String, &'static [u8]> {
    let mut templates = files(SHIPPED[0].templates);
    templates.extend(files(below(name).templates));
    templates
}

/// The shipped assets of a theme by name: only its own, so that a light theme stays light.
pub(super) fn assets(name: &str) -> BTreeMap<String, &'static [u8]> {
    files(below(name).assets)
}

/// Every file that a theme of this name has from the program, by its path below the theme's folder.
pub fn shipped_files(name: &str) -> BTreeMap<String, &'static [u8]> {
    let placed = |folder: &'static str, files: BTreeMap<String, &'static [u8]>| {
        files.into_iter().map(move |(name, bytes)| (format!("{folder}/{name}"), bytes))
    };
    let messages = locale::shipped().map(|(language, text)| (format!("{language}.ftl"), text.as_bytes()));
    placed("templates", templates(name))
        .chain(placed("assets", assets(name)))
        .chain(placed("messages", messages.collect()))
        .collect()
}

/// Every file of a folder by its path below it.
fn files(folder: &'static Dir<'static>) -> BTreeMap<String, &'static [u8]> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for file in folder.files() {
            found.insert(file.path().to_string_lossy().replace('\\', "/"), file.contents());
        }
        folders.extend(folder.dirs());
    }
    found
}
