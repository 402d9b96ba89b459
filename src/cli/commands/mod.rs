//! One file a command: its arguments, its run, its exit. To add one: a file here, and its lines in this index.

mod build;
mod check;
mod check_in;
mod close;
mod completions;
mod due;
mod explain;
mod export;
mod new;
mod review;
mod schema;
mod serve;
mod snapshot;
mod theme;
mod tree;

use super::error::Error;
use super::terminal::Terminal;
use clap::Subcommand;

/// What okrbook can be told to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    New(new::Arguments),
    Check(check::Arguments),
    Build(build::Arguments),
    Serve(serve::Arguments),
    Export(export::Arguments),
    Tree(tree::Arguments),
    Snapshot(snapshot::Arguments),
    Due(due::Arguments),
    CheckIn(check_in::Arguments),
    Close(close::Arguments),
    Review(review::Arguments),
    Explain(explain::Arguments),
    Schema(schema::Arguments),
    Theme(theme::Arguments),
    Completions(completions::Arguments),
}

impl Command {
    /// Whether something half written may stand while it runs. What only reads ends as any program does, and the preview
    /// has an end of its own.
    pub(super) fn writes(&self) -> bool {
        match self {
            Command::Check(_)
            | Command::Serve(_)
            | Command::Tree(_)
            | Command::Due(_)
            | Command::Explain(_)
            | Command::Schema(_)
            | Command::Completions(_) => false,
            Command::New(_)
            | Command::Build(_)
            | Command::Export(_)
            | Command::Snapshot(_)
            | Command::CheckIn(_)
            | Command::Close(_)
            | Command::Review(_)
            | Command::Theme(_) => true,
        }
    }

    /// Does it.
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        match self {
            Command::New(arguments) => arguments.run(terminal),
            Command::Check(arguments) => arguments.run(terminal),
            Command::Build(arguments) => arguments.run(terminal),
            Command::Serve(arguments) => arguments.run(terminal),
            Command::Export(arguments) => arguments.run(terminal),
            Command::Tree(arguments) => arguments.run(terminal),
            Command::Snapshot(arguments) => arguments.run(terminal),
            Command::Due(arguments) => arguments.run(terminal),
            Command::CheckIn(arguments) => arguments.run(terminal),
            Command::Close(arguments) => arguments.run(terminal),
            Command::Review(arguments) => arguments.run(terminal),
            Command::Explain(arguments) => arguments.run(terminal),
            Command::Schema(arguments) => arguments.run(terminal),
            Command::Theme(arguments) => arguments.run(terminal),
            Command::Completions(arguments) => arguments.run(terminal),
        }
    }
}

/// How a command that could run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// Nothing stops.
    Clean,
    /// Findings that stop.
    Findings,
}
