//! `okrbook snapshot verify`: proves that nothing frozen has changed.

use super::{Error, Exit};
use crate::cli::handbook::Handbook;
use crate::cli::terminal::Terminal;
use clap::Args;

/// Prove that no byte of any snapshot has changed, and that their chain is whole.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  okrbook snapshot verify\n\nExit status: 0 all is as it was frozen, 1 it is not"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    handbook: Handbook,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let loaded = self.handbook.load()?;
        if loaded.shows_drift(terminal) {
            return Ok(Exit::Findings);
        }
        match loaded.compiled.chain.as_slice() {
            [] => terminal.say("no cycle is frozen yet"),
            [only] => terminal.say(format_args!("`{}` is as it was frozen", only.id)),
            [first, .., last] => terminal.say(format_args!(
                "all {} snapshots are as they were frozen, from `{}` to `{}`",
                loaded.compiled.chain.len(),
                first.id,
                last.id
            )),
        }
        Ok(Exit::Clean)
    }
}
