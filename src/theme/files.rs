//! Which files a theme is made of: those that come with the program, and the handbook's own over them.

use super::manifest::{self, Manifest, extends_in_vain};
use super::shipped::{self, SHIPPED};
use crate::config::{Accent, Settings};
use crate::diagnostic::{Finding, did_you_mean, errors};
use crate::locale::MessageFile;
use crate::model::Text;
use crate::syntax::not_utf8;
use crate::text::Sources;
use std::collections::BTreeMap;

/// The files of a theme by name.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// Built-in templates.
    pub(super) templates: BTreeMap<String, String>,
    /// The handbook's own templates: name, and path from the handbook's root.
    pub(super) own_templates: BTreeMap<String, String>,
    /// Assets, the handbook's own over the built-in ones.
    pub(super) assets: BTreeMap<String, Vec<u8>>,
    /// The handbook's own files of messages.
    pub(super) messages: Vec<MessageFile>,
    /// What the handbook's own theme.yaml says.
    pub(super) manifest: Manifest,
    /// The accent of the theme of the program that this one is laid over.
    pub(super) shipped_accent: Option<Accent>,
}

impl Files {
    /// Gathers the files of the theme that the settings name.
    pub(super) fn gather(
        settings: &Settings,
        own: &[(String, Vec<u8>)],
        sources: &Sources,
    ) -> (Files, Vec<Finding>) {
        let name = settings.theme.value.as_str();
        let (own_manifest, mut findings) = own_manifest(name, sources);
        let base = shipped::below(name, own_manifest.extends.as_ref().map(|extends| extends.value.as_str()));
        let mut files = Files {
            shipped_accent: shipped::manifest(base).accent,
            manifest: own_manifest,
            ..Files::default()
        };
        for (name, bytes) in shipped::templates(base) {
            let text = std::str::from_utf8(bytes).expect("the built-in templates are text");
            files.templates.insert(name, text.to_owned());
        }
        files.assets.extend(shipped::assets(base).into_iter().map(|(name, bytes)| (name, bytes.to_vec())));
        let mut is_known = SHIPPED.iter().any(|theme| theme.name == name);
        for (path, bytes) in own {
            let Some(file) = path.strip_prefix(name).and_then(|rest| rest.strip_prefix('/')) else {
                continue;
            };
            is_known = true;
            if let Some(template) = file.strip_prefix("templates/") {
                let path = format!("themes/{path}");
                match sources.find(&path).map(not_utf8) {
                    None => {}
                    Some(Some(finding)) => findings.push(finding),
                    Some(None) => drop(files.own_templates.insert(template.to_owned(), path)),
                }
            } else if let Some(asset) = file.strip_prefix("assets/") {
                files.assets.insert(asset.to_owned(), bytes.clone());
            } else if let Some(language) =
                file.strip_prefix("messages/").and_then(|name| name.strip_suffix(".ftl"))
            {
                let (language, path) = (language.to_owned(), format!("themes/{path}"));
                files.messages.push(MessageFile { language, path });
            }
        }
        if !is_known {
            findings.push(unknown(settings, own));
        }
        findings.extend(files.drop_missing(name));
        (files, findings)
    }

    /// The name of the theme of the program that this one says it is laid over.
    pub(super) fn extends(&self) -> Option<&str> {
        self.manifest.extends.as_ref().map(|extends| extends.value.as_str())
    }

    /// The accent in force.
    pub(super) fn accent<'a>(&'a self, settings: &'a Settings) -> Option<&'a Accent> {
        self.chosen_accent(settings).or(self.shipped_accent.as_ref())
    }

    /// The accent that the handbook chose: in its settings, else in its own theme.yaml.
    pub(super) fn chosen_accent<'a>(&'a self, settings: &'a Settings) -> Option<&'a Accent> {
        settings.accent.as_ref().or(self.manifest.accent.as_ref())
    }

    /// Reports what theme.yaml names and the theme does not have, and goes on without it.
    fn drop_missing(&mut self, theme: &str) -> Vec<Finding> {
        let assets = &self.assets;
        let mut findings = Vec::new();
        let mut has = |file: &Text| {
            let is_there = assets.contains_key(&file.value);
            if !is_there {
                let message = format!("the theme has no asset `{}`", file.value.escape_debug());
                let help = did_you_mean(&file.value, assets.keys().map(String::as_str));
                let place =
                    || format!("put it there, or name a file by its path below `themes/{theme}/assets/`");
                findings.push(
                    Finding::error(&errors::BROKEN_LINK, file.span, message)
                        .here(format!("`themes/{theme}/assets/` holds no such file"))
                        .help(help.unwrap_or_else(place)),
                );
            }
            is_there
        };
        self.manifest.fonts.retain(|font| has(&font.file));
        self.manifest.logo = self.manifest.logo.take().filter(|logo| has(logo));
        findings
    }
}

/// What the handbook's own theme.yaml says.
fn own_manifest(theme: &str, sources: &Sources) -> (Manifest, Vec<Finding>) {
    let mut findings = Vec::new();
    let path = format!("themes/{theme}/{}", manifest::FILE);
    let mut manifest =
        sources.find(&path).map(|source| Manifest::read(source, &mut findings)).unwrap_or_default();
    let shipped: Vec<&str> = SHIPPED.iter().map(|theme| theme.name).collect();
    if let Some(finding) = manifest.extends.as_ref().and_then(|base| extends_in_vain(theme, base, &shipped)) {
        findings.push(finding);
        manifest.extends = None;
    }
    (manifest, findings)
}

/// The settings name a theme that has no file.
fn unknown(settings: &Settings, own: &[(String, Vec<u8>)]) -> Finding {
    let name = &settings.theme.value;
    let mut known: Vec<&str> = own.iter().filter_map(|(path, _)| path.split('/').next()).collect();
    known.extend(SHIPPED.iter().map(|theme| theme.name));
    known.sort_unstable();
    known.dedup();
    Finding::error(&errors::TEMPLATE_ERROR, settings.theme.span, format!("there is no theme `{name}`"))
        .here(format!("`themes/{name}/` holds no file"))
        .help(did_you_mean(name, known).unwrap_or_else(|| {
            format!(
                "put your files into `themes/{name}/templates/` or `themes/{name}/assets/`, or remove `theme`"
            )
        }))
}
