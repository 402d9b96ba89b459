//! The command line: one file a command, with its arguments, its run and its exit.
//!
//! Exit status: 0 clean; 1 findings that stop; 2 could not run. Products go to stdout; findings for people and
//! everything else that is said go to stderr, so that every command can be piped.

mod bar;
mod commands;
mod desk;
mod english;
mod error;
mod handbook;
mod questions;
mod terminal;

use clap::Parser;
use commands::{Command, Exit};
use std::ffi::OsString;
use std::process::ExitCode;
use terminal::Terminal;

/// Turns a folder of plain text into a public handbook of goals.
#[derive(Debug, Parser)]
#[command(name = "okrbook", version, about, arg_required_else_help = true, disable_help_subcommand = true)]
#[command(after_help = "Start with:\n  okrbook new my-handbook\n  okrbook build my-handbook")]
struct Arguments {
    #[command(flatten)]
    terminal: terminal::Options,
    #[command(subcommand)]
    command: Command,
}

/// Does what the arguments say; the first is the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(usage) => {
            // Help that nobody reads to its end is no failure.
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
        }
    };
    let terminal = Terminal::new(arguments.terminal);
    match arguments.command.run(&terminal) {
        Ok(Exit::Clean) => ExitCode::SUCCESS,
        Ok(Exit::Findings) => ExitCode::from(1),
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            terminal.fail(&error);
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_command_shows_an_example_and_is_in_the_readme() {
        let mut command = Arguments::command();
        command.build();
        let readme = include_str!("../../README.md");
        for command in command.get_subcommands() {
            let name = command.get_name();
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains(&format!("okrbook {name}")), "`{name} --help` has no example");
            assert!(readme.contains(&format!("| `okrbook {name}")), "README.md does not list `{name}`");
        }
        command.debug_assert();
    }
}
