//! `okrbook tree`: mission to key result in the terminal.

mod branches;
mod draw;

use super::{Error, Exit};
use crate::cli::handbook::{Loaded, View, cycle, folder_last};
use crate::cli::terminal::Terminal;
use crate::diagnostic::did_you_mean;
use crate::model::{CycleId, Goal, Handbook};
use crate::progress::Progress;
use branches::{Branch, Selection};
use clap::Args;
use draw::Style;
use std::path::{Path, PathBuf};

/// Show mission to key result in the terminal.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  okrbook tree\n  okrbook tree shorter-waits --depth 1\n  \
    okrbook tree --cycle 2026-Q3 | less -R\n  okrbook tree mission ../their-handbook")]
pub(in crate::cli) struct Arguments {
    /// The goal to begin at: `mission`, a pillar, an objective, or OBJECTIVE/KEY-RESULT.
    id: Option<String>,
    /// The handbook's folder, or any folder below it; may stand alone [default: .].
    path: Option<PathBuf>,
    /// Show goals of this cycle, and what they hang under.
    #[arg(long, value_name = "CYCLE")]
    cycle: Option<String>,
    /// How many levels below the first to show.
    #[arg(long, value_name = "N")]
    depth: Option<usize>,
    #[command(flatten)]
    view: View,
}

impl Arguments {
    pub(super) fn run(mut self, terminal: &Terminal) -> Result<Exit, Error> {
        let loaded = self.load()?;
        if loaded.stops(terminal) {
            return Ok(Exit::Findings);
        }
        terminal.product(&draw::draw(&self.branches(&loaded)?, style(terminal)))?;
        Ok(Exit::Clean)
    }

    /// Reads the handbook. A name that a folder and a goal of the handbook here share is the goal's.
    fn load(&mut self) -> Result<Loaded, Error> {
        let here = Path::new(".");
        let name = self.id.clone();
        folder_last(&mut self.path, &mut self.id);
        if let (None, Some(name)) = (&self.id, name.filter(|name| !name.starts_with(['.', '/'])))
            && let Ok(loaded) = self.view.load(here)
            && goal(&loaded.compiled.handbook, &name).is_ok()
        {
            (self.id, self.path) = (Some(name), None);
            return Ok(loaded);
        }
        self.view.load(self.path.as_deref().unwrap_or(here))
    }

    fn branches(&self, loaded: &Loaded) -> Result<Vec<Branch>, Error> {
        let handbook = &loaded.compiled.handbook;
        let cycle = self.cycle.as_deref().map(|name| cycle(handbook, name)).transpose()?;
        let selection =
            Selection::new(handbook, &loaded.compiled.progress, cycle, self.depth.unwrap_or(usize::MAX));
        Ok(match &self.id {
            Some(id) => selection.branch(goal(handbook, id)?),
            None => selection.all(),
        })
    }
}

/// The goals of a cycle, or all, with what they hang under.
pub(super) fn drawn(
    handbook: &Handbook,
    progress: &Progress,
    cycle: Option<CycleId>,
    terminal: &Terminal,
) -> String {
    draw::draw(&Selection::new(handbook, progress, cycle, usize::MAX).all(), style(terminal))
}

fn style(terminal: &Terminal) -> Style {
    Style { width: terminal.width(), color: terminal.colors_product() }
}

fn goal(handbook: &Handbook, name: &str) -> Result<Goal, Error> {
    let is_there = |goal: &Goal| *goal != Goal::Mission || handbook.mission.is_some();
    handbook.goal(name).filter(is_there).ok_or_else(|| {
        let mut known: Vec<&str> = handbook.names.goals.keys().map(String::as_str).collect();
        known.sort_unstable();
        let help = did_you_mean(name, known)
            .unwrap_or_else(|| "`okrbook tree` shows all goals, with their ids".to_owned());
        Error::Unknown { what: "goal", name: name.to_owned(), help: Some(help) }
    })
}
