//! Which files a theme is made of: those that come with the program, and the handbook's own over them.

use super::shipped::{self, SHIPPED};
use crate::config::Settings;
use crate::diagnostic::{Finding, did_you_mean, errors};
use crate::locale::MessageFile;
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
}

impl Files {
    /// Gathers the files of the theme that the settings name.
    pub(super) fn gather(
        settings: &Settings,
        own: &[(String, Vec<u8>)],
        sources: &Sources,
    ) -> (Files, Vec<Finding>) {
        let mut files = Files::default();
        let name = settings.theme.value.as_str();
        for (name, bytes) in shipped::templates(name) {
            let text = std::str::from_utf8(bytes).expect("the built-in templates are text");
            files.templates.insert(name, text.to_owned());
        }
        files.assets.extend(shipped::assets(name).into_iter().map(|(name, bytes)| (name, bytes.to_vec())));
        let mut is_known = SHIPPED.iter().any(|theme| theme.name == name);
        for (path, bytes) in own {
            let Some(file) = path.strip_prefix(name).and_then(|rest| rest.strip_prefix('/')) else {
                continue;
            };
            is_known = true;
            if let Some(template) = file.strip_prefix("templates/") {
                let path = format!("themes/{path}");
                if sources.find(&path).is_some() {
                    files.own_templates.insert(template.to_owned(), path);
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
        let findings = if is_known { Vec::new() } else { vec![unknown(settings, own)] };
        (files, findings)
    }
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
