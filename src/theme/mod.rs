//! Turns a page into HTML: the only module that knows Tera.
//!
//! A theme is a folder of templates and assets. The built-in ones travel inside the program; a handbook replaces
//! single files of one by files of the same name in `themes/NAME/`, and its theme.yaml says what okrbook.yaml may. [`Theme::load`] reads and checks the templates,
//! [`Renderer`] draws one page at a time. What a template asks for in vain is a finding with its file and line.

mod accent;
mod assets;
mod errors;
mod files;
mod fonts;
mod manifest;
mod render;
mod room;
mod shipped;
pub mod turns;
mod values;

pub use assets::Asset;
pub use manifest::{ACCENT_KEYS, FAMILY_KEYS, FILE as MANIFEST, FONTS_KEYS, KEYS, Manifest, SETTINGS_KEYS};
pub use render::Renderer;
pub use shipped::{SHIPPED, Shipped};

use crate::config::{Accent, Colour, Settings};
use crate::diagnostic::Finding;
use crate::locale::MessageFile;
use crate::page::{Look, Plan, Site};
use crate::text::Sources;
use files::Files;
use rayon::ThreadPool;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Templates that are ready to draw, and the files that pages share.
#[derive(Debug)]
pub struct Theme {
    tera: tera::Tera,
    /// Which templates are the handbook's own: name and path from the handbook's root.
    own: BTreeMap<String, String>,
    /// Where those are at work.
    room: Option<ThreadPool>,
    assets: Vec<Asset>,
    messages: Vec<MessageFile>,
    manifest: Manifest,
    base: &'static Shipped,
    accent: Colour,
}

/// The script without which nobody reads the index of the search.
const SEARCH_SCRIPT: &str = "search.js";

impl Theme {
    /// Loads the theme that the settings name: the built-in one, with the handbook's own files over it.
    ///
    /// `own` holds the files of the handbook's themes by their path below `themes/`. A template that cannot be
    /// read is a finding, and the built-in one stands in for it, so that everything else can still be checked.
    pub fn load(settings: &Settings, own: &[(String, Vec<u8>)], sources: &Sources) -> (Theme, Vec<Finding>) {
        let (files, mut findings) = Files::gather(settings, own, sources);
        let (tera, own) = read_templates(&files, sources, &mut findings);
        let assets = assets::prepare(&files, settings);
        let base = shipped::below(&settings.theme.value, files.extends());
        let accent = files.accent(settings).map_or(Colour([0; 3]), Accent::on_light);
        let Files { messages, manifest, .. } = files;
        let room = if own.is_empty() { None } else { room::build() };
        (Theme { tera, own, room, assets, messages, manifest, base, accent }, findings)
    }

    /// Lets the theme's own theme.yaml speak where the settings are silent.
    pub fn complete(&self, settings: &mut Settings) {
        if settings.accent.is_none() {
            settings.accent.clone_from(&self.manifest.accent);
        }
        if settings.footer.is_none() {
            settings.footer.clone_from(&self.manifest.footer);
        }
    }

    /// What is drawn outside of templates needs to know of the theme.
    pub fn look(&self) -> Look {
        let asset = |name: &str| self.assets.iter().find(|asset| asset.name == name);
        let logo = self.manifest.logo.as_ref().and_then(|logo| asset(&logo.value));
        Look { accent: self.accent, logo: logo.map(Asset::path), has_search: asset(SEARCH_SCRIPT).is_some() }
    }

    /// The theme of the program that it is, or that it is laid over.
    pub fn base(&self) -> &'static Shipped {
        self.base
    }

    /// The files that pages share, with a hash of their content in their names.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The handbook's own files of messages.
    pub fn messages(&self) -> &[MessageFile] {
        &self.messages
    }

    /// Makes ready to draw the pages of a site.
    pub fn renderer<'a>(&'a self, site: &'a Site<'a>, plan: &'a Plan) -> Renderer<'a> {
        Renderer::new(self, site, plan)
    }

    /// Does what draws pages: where the handbook has templates of its own, on threads that have room for what those make.
    pub fn with_room<R: Send>(&self, draw: impl FnOnce() -> R + Send) -> R {
        match &self.room {
            None => draw(),
            Some(threads) => threads.install(draw),
        }
    }

    /// Draws every page where the handbook has templates of its own: what they ask for in vain shows only while
    /// drawing, may depend on the goal that is drawn, and must be known before anything is written.
    pub fn check(&self, site: &Site, plan: &Plan) -> Vec<Finding> {
        if self.own.is_empty() {
            return Vec::new();
        }
        let renderer = self.renderer(site, plan);
        let drawn = plan.pages.par_iter().map_init(Vec::new, |bytes, page| renderer.draw(page, bytes).err());
        let mut findings: Vec<Finding> = Vec::new();
        for finding in self.with_room(|| drawn.collect::<Vec<_>>()).into_iter().flatten() {
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
        findings
    }
}

/// Reads all templates. One that cannot be read is reported and left out, then the rest is read again.
fn read_templates(
    files: &Files,
    sources: &Sources,
    findings: &mut Vec<Finding>,
) -> (tera::Tera, BTreeMap<String, String>) {
    let mut own = files.own_templates.clone();
    loop {
        let mut tera = tera::Tera::new();
        tera.autoescape_on(vec![".html"]);
        let overlay = own.iter().filter_map(|(name, path)| Some((name.as_str(), sources.find(path)?.text())));
        let built_in = files.templates.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let all: BTreeMap<&str, &str> = built_in.chain(overlay).collect();
        let Err(error) = tera.add_raw_templates(all) else { return (tera, own) };
        assert!(!own.is_empty(), "the built-in templates can be read: {error}");
        for (name, finding) in errors::of_loading(&error, files, &own, sources) {
            findings.push(finding);
            own.remove(&name);
        }
    }
}
