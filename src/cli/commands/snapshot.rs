//! `okrbook snapshot`: frozen cycles. One file for each thing that can be done with them.

mod compare;
mod create;
mod list;
mod show;
mod verify;

use super::{Error, Exit};
use crate::cli::terminal::Terminal;
use crate::diagnostic::did_you_mean;
use crate::snapshot::Snapshot;
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

/// The snapshot of an id.
fn find<'a>(snapshots: &'a [Snapshot], id: &str) -> Result<&'a Snapshot, Error> {
    snapshots.iter().find(|snapshot| snapshot.about.id == id).ok_or_else(|| {
        let known = snapshots.iter().map(|snapshot| snapshot.about.id.as_str());
        let help = did_you_mean(id, known)
            .unwrap_or_else(|| "`okrbook snapshot list` shows all snapshots".to_owned());
        Error::Unknown { what: "snapshot", name: id.to_owned(), help: Some(help) }
    })
}
