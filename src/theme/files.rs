//! Which files a theme is made of: the built-in ones, and the handbook's own over them.

use crate::config::Settings;
use crate::diagnostic::{Finding, did_you_mean, errors};
use crate::locale::MessageFile;
use crate::text::Sources;
use include_dir::{Dir, File, include_dir};
use std::collections::BTreeMap;

/// The built-in theme; its messages belong to [`crate::locale`].
static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default/templates");
static ASSETS: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default/assets");
/// Its name; a handbook's folder of this name overrides it without a setting.
const DEFAULT: &str = "default";

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
        built_in(&TEMPLATES, &mut |name, file| {
            let text = file.contents_utf8().expect("the built-in templates are text");
            files.templates.insert(name, text.to_owned());
        });
        built_in(&ASSETS, &mut |name, file| {
            files.assets.insert(name, file.contents().to_vec());
        });
        let name = settings.theme.value.as_str();
        let mut is_known = name == DEFAULT;
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

/// Hands over every file of a folder with its path below it.
fn built_in(folder: &Dir<'static>, add: &mut impl FnMut(String, &File<'static>)) {
    for file in folder.files() {
        add(file.path().to_string_lossy().replace('\\', "/"), file);
    }
    for inner in folder.dirs() {
        built_in(inner, add);
    }
}

/// The settings name a theme that has no file.
fn unknown(settings: &Settings, own: &[(String, Vec<u8>)]) -> Finding {
    let name = &settings.theme.value;
    let mut known: Vec<&str> = own.iter().filter_map(|(path, _)| path.split('/').next()).collect();
    known.push(DEFAULT);
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
