//! What is said where: products to stdout, everything for people to stderr, with colour where it is welcome.

use super::error::Error;
use anstream::{AutoStream, ColorChoice};
use clap::{Args, ValueEnum};
use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use terminal_size::{Width, terminal_size_of};

/// How much is said, and in which colours.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Options {
    /// Say nothing but what is wrong.
    #[arg(long, short, global = true)]
    quiet: bool,
    /// When to use colour; NO_COLOR is honoured.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// The two streams of a run.
#[derive(Clone, Debug)]
pub(super) struct Terminal {
    quiet: bool,
    choice: ColorChoice,
}

impl Terminal {
    pub(super) fn new(options: Options) -> Self {
        let choice = match options.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Terminal { quiet: options.quiet, choice }
    }

    /// Whether what goes to stderr may have colour.
    pub(super) fn colors_findings(&self) -> bool {
        self.resolved(&io::stderr()) != ColorChoice::Never
    }

    /// Whether what goes to stdout may have colour.
    pub(super) fn colors_product(&self) -> bool {
        self.resolved(&io::stdout()) != ColorChoice::Never
    }

    fn resolved(&self, stream: &impl anstream::stream::RawStream) -> ColorChoice {
        if self.choice == ColorChoice::Auto { AutoStream::choice(stream) } else { self.choice }
    }

    /// Writes a product to stdout.
    pub(super) fn product(&self, text: &str) -> Result<(), Error> {
        self.stream(|out| out.write_all(text.as_bytes()))
    }

    /// Lets somebody write a product to stdout.
    pub(super) fn stream(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
        let mut out = io::stdout().lock();
        write(&mut out).and_then(|()| out.flush()).map_err(Error::Stdout)
    }

    /// Shows findings to people.
    pub(super) fn show(&self, text: &str) {
        // Nobody can be told that stderr is closed.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Says how it went, unless only trouble is wanted.
    pub(super) fn say(&self, line: impl Display) {
        if !self.quiet {
            self.show(&format!("{line}\n"));
        }
    }

    /// Says why a command could not run.
    pub(super) fn fail(&self, error: &Error) {
        let [on, off] = if self.colors_findings() { ["\u{1b}[1;31m", "\u{1b}[0m"] } else { [""; 2] };
        self.show(&format!("{on}error{off}: {error}\n"));
        if let Some(help) = error.help() {
            self.show(&format!("  = help: {help}\n"));
        }
    }

    /// Whether a progress bar makes sense.
    pub(super) fn is_watched(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// Columns of stdout: COLUMNS, else the terminal's, else 80.
    #[expect(clippy::disallowed_methods, reason = "the width of the terminal is nobody else's affair")]
    pub(super) fn width(&self) -> usize {
        let said =
            std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|&width| width > 0);
        let seen = || terminal_size_of(io::stdout()).map(|(Width(width), _)| usize::from(width));
        said.or_else(seen).unwrap_or(80)
    }
}
