//! What is said where: products to stdout, everything for people to stderr, with colour where it is welcome.

use super::error::Error;
use anstream::{AutoStream, ColorChoice};
use clap::{Args, ValueEnum};
use std::ffi::OsString;
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

/// The colour of help, and of what is wrong with arguments: as these say, wherever they say it. Both are printed before
/// there are options that could be asked.
pub(super) fn color_of_help(arguments: &[OsString]) -> clap::ColorChoice {
    let options = arguments.iter().skip(1).map(|argument| argument.to_str().unwrap_or_default());
    let options: Vec<&str> = options.take_while(|option| *option != "--").collect();
    let said =
        options.iter().enumerate().find_map(|(place, option)| match option.strip_prefix("--color")? {
            "" => options.get(place + 1).copied(),
            joined => joined.strip_prefix('='),
        });
    match said.and_then(|word| Color::from_str(word, false).ok()) {
        None | Some(Color::Auto) => clap::ColorChoice::Auto,
        Some(Color::Always) => clap::ColorChoice::Always,
        Some(Color::Never) => clap::ColorChoice::Never,
    }
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

    /// Whether only what is wrong is to be said.
    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
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
