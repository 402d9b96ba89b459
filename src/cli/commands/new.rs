//! `okrbook new`: a small, complete, valid handbook to start from.

mod fill;

use super::{Error, Exit, schema};
use crate::cli::terminal::Terminal;
use crate::disk;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::path::PathBuf;

/// Write a small, complete handbook to start from.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  okrbook new my-handbook\n  okrbook new my-handbook --template minimal")]
pub(in crate::cli) struct Arguments {
    /// The folder to write; it must not exist, or be empty.
    dir: PathBuf,
    /// What to begin with.
    #[arg(long, value_name = "NAME", default_value = TEMPLATES[0].name,
        value_parser = PossibleValuesParser::new(TEMPLATES.iter().map(|template|
            PossibleValue::new(template.name).help(template.about))))]
    template: String,
}

/// A handbook to begin with. Dates in its files are filled in, so that it has no finding on the day it is made.
struct Template {
    name: &'static str,
    about: &'static str,
    /// Path and text of each file.
    files: &'static [(&'static str, &'static str)],
}

/// All templates; the first is the usual one.
static TEMPLATES: &[Template] = &[
    Template {
        name: "library",
        about: "a public library with every part of a handbook",
        files: &[
            ("okrbook.yaml", include_str!("new/starter/okrbook.yaml")),
            (".gitignore", include_str!("new/starter/gitignore")),
            ("content/organisation.yaml", include_str!("new/starter/content/organisation.yaml")),
            ("content/cycles.yaml", include_str!("new/starter/content/cycles.yaml")),
            ("content/goals/library.yaml", include_str!("new/starter/content/goals/library.yaml")),
            ("content/goals/bus.md", include_str!("new/starter/content/goals/bus.md")),
            ("content/goals/events.yaml", include_str!("new/starter/content/goals/events.yaml")),
            ("content/guide/index.md", include_str!("new/starter/content/guide/index.md")),
            ("content/guide/writing.md", include_str!("new/starter/content/guide/writing.md")),
            ("content/board/minutes.md", include_str!("new/starter/content/board/minutes.md")),
            ("data/visits.csv", include_str!("new/starter/data/visits.csv")),
            ("static/logo.svg", include_str!("new/starter/static/logo.svg")),
        ],
    },
    Template {
        name: "minimal",
        about: "one goal in one file",
        files: &[
            ("okrbook.yaml", include_str!("new/minimal/okrbook.yaml")),
            (".gitignore", include_str!("new/starter/gitignore")),
            ("content/goals.yaml", include_str!("new/minimal/goals.yaml")),
        ],
    },
];

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let template = TEMPLATES.iter().find(|template| template.name == self.template);
        let template = template.expect("the parser lets only known templates through");
        let files = files(template, disk::today()?);
        disk::write_new(&self.dir, files.iter().map(|(path, text)| (&**path, &**text)))?;
        let dir = self.dir.display();
        terminal.say(format_args!(
            "wrote {} files into {dir}\n\nNext:\n  okrbook build {dir}     writes the site into {dir}/public\n  \
             okrbook tree {dir}      shows the goals here\n  okrbook check {dir}     \
             after each change: edit the files in {dir}/content",
            files.len()
        ));
        Ok(Exit::Clean)
    }
}

/// Path and text of each file of a template, made on a day, with the schemas that editors read.
fn files(template: &Template, today: crate::model::Date) -> Vec<(String, String)> {
    let days = fill::Days::around(today);
    let filled = template.files.iter().map(|(path, text)| ((*path).to_owned(), fill::fill(text, &days)));
    let schemas = [
        (".okrbook/handbook.schema.json".to_owned(), schema::handbook()),
        (".okrbook/settings.schema.json".to_owned(), schema::settings()),
    ];
    filled.chain(schemas).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{Inputs, Options, compile};
    use crate::diagnostic::render;
    use crate::model::Date;
    use crate::text::Sources;
    use jiff::ToSpan;

    /// Compiles a template in memory on the day it was made; what was found, drawn.
    fn check(template: &Template, today: Date) -> String {
        let mut sources = Sources::default();
        let (mut content, mut data, mut assets, mut settings) = (Vec::new(), Vec::new(), Vec::new(), None);
        for (path, text) in files(template, today) {
            if path.starts_with("static/") {
                assets.push(path);
                continue;
            }
            let id = sources.add(path.clone(), text.into_bytes());
            match path.split('/').next() {
                Some("okrbook.yaml") => settings = Some(id),
                Some("content") => content.push(id),
                Some("data") => data.push(id),
                _ => {}
            }
        }
        let options = Options { as_of: None, today, audience: None, base_url: None, drafts: false };
        let settings = settings.expect("each template has an okrbook.yaml");
        let compiled = compile(Inputs {
            sources,
            settings,
            content,
            data,
            assets,
            theme_files: Vec::new(),
            snapshots: Vec::new(),
            options,
        });
        let human = render::format("short").expect("the short format is always there");
        (human.render)(&compiled.report, &compiled.sources, false)
    }

    #[test]
    fn a_new_handbook_has_no_finding_on_whatever_day_it_is_made() {
        for template in TEMPLATES {
            for days in (0..400).step_by(3) {
                let today = jiff::civil::date(2027, 11, 20).saturating_add(days.days());
                assert_eq!(check(template, today), "", "template {} made on {today}", template.name);
            }
        }
    }
}
