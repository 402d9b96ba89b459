//! `okrbook check`: everything that `build` would find, and writes nothing.

use super::{Error, Exit};
use crate::cli::handbook::Handbook;
use crate::cli::terminal::Terminal;
use crate::diagnostic::render::{self, FORMATS};
use clap::Args;
use clap::builder::PossibleValuesParser;

/// Show everything that is wrong, and write nothing.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  okrbook check\n  okrbook check --deny warnings     in continuous integration\n  \
    okrbook check --format json | jq   for programs\n\nExit status: 0 clean, 1 findings that stop, 2 could not run"
)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    handbook: Handbook,
    /// How findings are shown; machine formats go to stdout.
    #[arg(long, value_name = "FORMAT", default_value = FORMATS[0].name,
        value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name)))]
    format: String,
    /// Let warnings stop, too.
    #[arg(long, value_name = "WHAT", value_parser = ["warnings"])]
    deny: Option<String>,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut loaded = self.handbook.load()?;
        loaded.deny(self.deny.as_deref());
        let (report, sources) = (&loaded.compiled.report, &loaded.compiled.sources);
        let format = render::format(&self.format).expect("the parser lets only known formats through");
        if format.machine {
            terminal.product(&(format.render)(report, sources, terminal.colors_product()))?;
        } else {
            terminal.show(&(format.render)(report, sources, terminal.colors_findings()));
        }
        terminal.say(render::summary(report));
        let exit = if report.fails() { Exit::Findings } else { Exit::Clean };
        // The program ends here: to give a million small pieces back one by one would only take time.
        std::mem::forget(loaded);
        Ok(exit)
    }
}
