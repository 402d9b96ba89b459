//! `okrbook snapshot`: frozen cycles. One file for each thing that can be done with them.

mod compare;
mod create;
mod list;
mod show;
mod verify;

use super::{Error, Exit};
use crate::cli::terminal::Terminal;
use crate::compile::Compiled;
use crate::diagnostic::did_you_mean;
use crate::snapshot::{About, Snapshot};
use clap::{Args, Subcommand};

/// Freeze a cycle, prove that nothing frozen has changed, and look back.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  okrbook snapshot create 2026-Q3 --message \"As the board saw it\"\n  \
    okrbook snapshot list\n  okrbook snapshot verify\n  okrbook snapshot show 2026-Q3")]
pub(in crate::cli) struct Arguments {
    #[command(subcommand)]
    what: What,
}

/// What can be done with snapshots.
#[derive(Debug, Subcommand)]
enum What {
    Create(create::Arguments),
    List(list::Arguments),
    Show(show::Arguments),
    Verify(verify::Arguments),
    Compare(compare::Arguments),
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        match self.what {
            What::Create(arguments) => arguments.run(terminal),
            What::List(arguments) => arguments.run(terminal),
            What::Show(arguments) => arguments.run(terminal),
            What::Verify(arguments) => arguments.run(terminal),
            What::Compare(arguments) => arguments.run(terminal),
        }
    }
}

/// The snapshot of an id, if it exists on *as of*.
fn find<'a>(compiled: &'a Compiled, id: &str) -> Result<&'a Snapshot, Error> {
    let found = compiled.snapshots.iter().find(|snapshot| snapshot.about.id == id);
    found.ok_or_else(|| unknown(compiled, id, &[], "`okrbook snapshot list` shows all snapshots"))
}

/// There is no snapshot of this id yet, or none at all.
fn unknown(compiled: &Compiled, id: &str, others: &[&str], otherwise: &str) -> Error {
    let later = compiled.chain.iter().find(|about| about.id == id && about.as_of > compiled.progress.as_of);
    let too_early = |about: &About| format!("it is as of {}; say `--as-of {0}`, or later", about.as_of);
    let known = compiled.snapshots.iter().map(|snapshot| snapshot.about.id.as_str());
    let help = later.map(too_early).or_else(|| did_you_mean(id, known.chain(others.iter().copied())));
    let help = help.unwrap_or_else(|| otherwise.to_owned());
    Error::Unknown { what: "snapshot", name: id.to_owned(), help: Some(help) }
}
