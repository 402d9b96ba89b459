//! The themes that come with the program. To add one: its folder below `themes/`, and an entry here.
//!
//! Their messages belong to [`crate::locale`]; what a theme does not draw itself, the default one draws for it.

use super::manifest::{self, Manifest};
use crate::locale;
use crate::text::Sources;
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
    manifest: &'static str,
    templates: &'static Dir<'static>,
    assets: &'static Dir<'static>,
}

/// All of them; the first draws what the others do not.
pub static SHIPPED: &[Shipped] = &[
    Shipped {
        name: "default",
        manifest: include_str!("../../themes/default/theme.yaml"),
        templates: &DEFAULT_TEMPLATES,
        assets: &DEFAULT_ASSETS,
    },
    Shipped {
        name: "plain",
        manifest: include_str!("../../themes/plain/theme.yaml"),
        templates: &PLAIN_TEMPLATES,
        assets: &PLAIN_ASSETS,
    },
];

/// The shipped theme of a name, or the one that a theme of the handbook's own is laid over.
pub(super) fn below(name: &str, extends: Option<&str>) -> &'static Shipped {
    let find = |name: &str| SHIPPED.iter().find(|theme| theme.name == name);
    find(name).or_else(|| find(extends?)).unwrap_or(&SHIPPED[0])
}

/// What the theme.yaml of a shipped theme says.
pub(super) fn manifest(theme: &Shipped) -> Manifest {
    let mut sources = Sources::default();
    let source = sources.add(manifest::FILE, theme.manifest.into());
    let mut findings = Vec::new();
    let manifest = Manifest::read(sources.get(source), &mut findings);
    assert!(findings.is_empty(), "the theme.yaml of {} is right: {findings:?}", theme.name);
    manifest
}

/// The shipped templates of a theme by name.
pub(super) fn templates(theme: &Shipped) -> BTreeMap<String, &'static [u8]> {
    let mut templates = files(SHIPPED[0].templates);
    templates.extend(files(theme.templates));
    templates
}

/// The shipped assets of a theme by name: only its own, so that a light theme stays light.
pub(super) fn assets(theme: &Shipped) -> BTreeMap<String, &'static [u8]> {
    files(theme.assets)
}

impl Shipped {
    /// What it is like, in a few words.
    pub fn about(&self) -> String {
        manifest(self).description.unwrap_or_default()
    }

    /// Every file that it has from the program, by its path below the theme's folder.
    pub fn files(&self) -> BTreeMap<String, &'static [u8]> {
        let placed = |folder: &'static str, files: BTreeMap<String, &'static [u8]>| {
            files.into_iter().map(move |(name, bytes)| (format!("{folder}/{name}"), bytes))
        };
        let messages = locale::shipped().map(|(language, text)| (format!("{language}.ftl"), text.as_bytes()));
        placed("templates", templates(self))
            .chain(placed("assets", assets(self)))
            .chain(placed("messages", messages.collect()))
            .chain([(manifest::FILE.to_owned(), self.manifest.as_bytes())])
            .collect()
    }
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
