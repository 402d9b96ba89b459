//! `okrbook due`: what is due, by team, with the command that mends it.

mod item;
mod render;

use super::{Error, Exit};
use crate::cli::handbook::{View, team};
use crate::cli::terminal::Terminal;
use crate::progress::due;
use clap::Args;
use clap::builder::PossibleValuesParser;
use item::Item;
use render::FORMATS;
use std::path::{Path, PathBuf};

/// Show what is due: check-ins, values, reviews, goals, confirmations.
#[derive(Debug, Args)]
#[command(
    after_help = "Shown is what is overdue, and what falls due within three days. That something is due is no failure: \
    the exit status is 0.\n\nExamples:\n  okrbook due\n  \
    okrbook due --team emergency --format markdown     to paste into a chat or a mail"
)]
pub(in crate::cli) struct Arguments {
    /// The handbook's folder, or any folder below it [default: .].
    path: Option<PathBuf>,
    /// Only what this team is asked for.
    #[arg(long, value_name = "TEAM")]
    team: Option<String>,
    /// How it is written.
    #[arg(long, value_name = "FORMAT", default_value = FORMATS[0].0,
        value_parser = PossibleValuesParser::new(FORMATS.iter().map(|(name, _)| *name)))]
    format: String,
    #[command(flatten)]
    view: View,
}

impl Arguments {
    pub(super) fn run(mut self, terminal: &Terminal) -> Result<Exit, Error> {
        let loaded = self.view.load(self.path.as_deref().unwrap_or(Path::new(".")))?;
        if loaded.is_broken(terminal) {
            return Ok(Exit::Findings);
        }
        let compiled = &loaded.compiled;
        let only = self.team.take().map(|name| team(&compiled.handbook, &name)).transpose()?;
        let all = due(&compiled.handbook, &compiled.progress, &compiled.settings);
        let asked = all.iter().filter(|due| only.is_none() || due.team == only);
        let items: Vec<Item> = asked.map(|due| Item::new(compiled, due)).collect();
        let format = FORMATS.iter().find(|(name, _)| *name == self.format);
        let (_, render) = format.expect("the parser lets only known formats through");
        terminal.product(&render(&items, compiled.progress.as_of))?;
        Ok(Exit::Clean)
    }
}
