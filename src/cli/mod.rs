//! The command line: one file a command, with its arguments, its run and its exit.
//!
//! Exit status: 0 clean; 1 findings that stop; 2 could not run. Products go to stdout; findings for people and
//! everything else that is said go to stderr, so that every command can be piped. Ctrl-C leaves nothing half written.

mod bar;
mod commands;
mod desk;
mod english;
mod error;
mod handbook;
mod questions;
mod terminal;

use crate::diagnostic::Finding;
use crate::diagnostic::errors::TEMPLATE_ERROR;
use crate::disk::{self, Overrun};
use crate::text::Sources;
use clap::{CommandFactory, FromArgMatches, Parser};
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
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut command = Arguments::command().color(terminal::color_of_help(&arguments));
    let parsed = command.try_get_matches_from_mut(arguments);
    let parsed = parsed.and_then(|matches| {
        Arguments::from_arg_matches(&matches).map_err(|usage| usage.format(&mut command))
    });
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(usage) => {
            // Help that nobody reads to its end is no failure.
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
        }
    };
    let terminal = Terminal::new(arguments.terminal);
    if arguments.command.writes() {
        disk::listen();
    }
    let said = terminal.clone();
    disk::look_on(move |overrun| end(&overrun, &said));
    let status = match arguments.command.run(&terminal) {
        Ok(Exit::Clean) => 0,
        Ok(Exit::Findings) => 1,
        Err(error) if error.is_broken_pipe() => 0,
        Err(error) if error.is_interruption() => {
            terminal.say("interrupted; nothing is left half written");
            2
        }
        Err(error) => {
            terminal.fail(&error);
            2
        }
    };
    ExitCode::from(disk::interrupted().unwrap_or(status))
}

/// Ends the program, whatever it does, since a template of the handbook's own goes on without end. Sites stay as they
/// were: such a template is met while the handbook is checked.
#[expect(clippy::disallowed_methods, reason = "a thread that draws can be ended in no other way")]
fn end(overrun: &Overrun, terminal: &Terminal) {
    let mut sources = Sources::default();
    let template = sources.add(overrun.template.path(), overrun.template.text().as_bytes().into());
    let place = sources.get(template).span(0, 0);
    let finding = Finding::error(&TEMPLATE_ERROR, place, overrun.what.clone()).help(
        "templates are programs: let their loops run over less, and the values that they `set` grow less",
    );
    terminal.show(&handbook::drawn(vec![finding], &sources, terminal));
    std::process::exit(1);
}

#[cfg(test)]
mod tests {
    use super::*;

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
