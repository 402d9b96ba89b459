//! `okrbook completions`: completion for shells, generated from the command line itself.

use super::{Error, Exit};
use crate::cli::terminal::Terminal;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

/// Print a completion script for a shell.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  okrbook completions bash > ~/.local/share/bash-completion/completions/okrbook\n  \
    okrbook completions fish > ~/.config/fish/completions/okrbook.fish"
)]
pub(in crate::cli) struct Arguments {
    /// The shell.
    shell: Shell,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut crate::cli::Arguments::command(), "okrbook", &mut script);
        terminal.stream(|out| out.write_all(&script))?;
        Ok(Exit::Clean)
    }
}
