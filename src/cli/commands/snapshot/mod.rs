//! `okrbook snapshot`: freezes a cycle, and says what became of what was frozen. One file a subcommand.

mod compare;

use super::{Error, Exit};
use crate::cli::terminal::Terminal;
use clap::{Args, Subcommand};

/// Compare what was with what is.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  okrbook snapshot compare 2026-Q3\n  \
    okrbook snapshot compare --git main..HEAD --format markdown")]
pub(in crate::cli) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Compare(compare::Arguments),
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        match self.action {
            Action::Compare(arguments) => arguments.run(terminal),
        }
    }
}
