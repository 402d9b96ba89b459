//! Handbooks out of fenced blocks, compiled and judged. A block `snapshots/CYCLE/DAY.yaml` is frozen as it stood on that
//! day.

use crate::fenced::Block;
use crate::frozen;
use okrbook::compile::{Compiled, Inputs, Options, compile};
use okrbook::model::Date;
use okrbook::text::Sources;
use std::collections::BTreeMap;

/// The day on which every page and every case is true.
const TODAY: Date = Date::constant(2026, 2, 20);

/// The file that a block is; none if it is only for reading.
pub(crate) fn path(block: &Block) -> Result<Option<String>, String> {
    let (language, path) = block.info.split_once(' ').unwrap_or((block.info, ""));
    match (language, path.trim()) {
        ("text", "") => Ok(None),
        ("yaml", "") => Ok(Some("content/example.yaml".to_owned())),
        ("markdown", "") => Ok(Some("content/example.md".to_owned())),
        ("yaml" | "markdown" | "csv" | "html" | "text", path) if !path.is_empty() => {
            Ok(Some(path.to_owned()))
        }
        _ => Err(format!("no file can be made of a block `{}`", block.info)),
    }
}

/// Compiles the handbook of these files, by path.
pub(crate) fn compile_files(files: BTreeMap<String, String>) -> Compiled {
    let mut sources = Sources::default();
    let (mut settings, mut content, mut data) = (None, Vec::new(), Vec::new());
    let (mut assets, mut theme_files, mut snapshots) = (Vec::new(), Vec::new(), Vec::new());
    for (path, text) in files {
        if let Some(below) = path.strip_prefix("themes/") {
            theme_files.push((below.to_owned(), text.clone().into_bytes()));
        }
        if let Some((cycle, day)) = path.strip_prefix("snapshots/").and_then(|path| path.split_once('/')) {
            let day = day.strip_suffix(".yaml").and_then(|day| day.parse().ok());
            let day = day.expect("what is frozen is named by its day");
            snapshots.extend(frozen::freeze(&mut sources, &snapshots, cycle, day, &text));
            continue;
        }
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        let is_text =
            matches!(extension, "yaml" | "yml" | "md" | "csv" | "html") && !path.starts_with("static/");
        if !is_text {
            assets.push(path);
            continue;
        }
        let id = sources.add(path.as_str(), text.into_bytes());
        if path == "okrbook.yaml" {
            settings = Some(id);
        } else if extension == "csv" {
            data.push(id);
        } else if path.starts_with("content/") {
            content.push(id);
        }
    }
    let settings = settings.expect("the settings are among the files");
    let options = Options { as_of: None, today: TODAY, audience: None, base_url: None, drafts: false };
    compile(Inputs { sources, settings, content, data, assets, theme_files, snapshots, options })
}
