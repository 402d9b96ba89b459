//! `okrbook export`: the linked handbook as data.

use super::{Error, Exit};
use crate::cli::handbook::Handbook;
use crate::cli::terminal::Terminal;
use crate::disk;
use crate::export::{FORMATS, format};
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::path::PathBuf;

/// Print the linked handbook with every derived number.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  okrbook export json | jq '.objectives[] | {id, progress, health}'\n  \
    okrbook export csv --audience internal --output goals.csv")]
pub(in crate::cli) struct Arguments {
    /// The format.
    #[arg(value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format|
        PossibleValue::new(format.name).help(format.about))))]
    format: String,
    #[command(flatten)]
    handbook: Handbook,
    /// The file to write; stdout where it is not given.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let loaded = self.handbook.load()?;
        if loaded.stops(terminal) {
            return Ok(Exit::Findings);
        }
        let format = format(&self.format).expect("the parser lets only known formats through");
        let edition = loaded.compiled.edition();
        match &self.output {
            Some(file) => disk::write_file(file, |out| (format.write)(&edition, out))?,
            None => terminal.stream(|out| (format.write)(&edition, out))?,
        }
        Ok(Exit::Clean)
    }
}
