//! `okrbook snapshot list`: all snapshots, in the order of their chain.

use super::{Error, Exit};
use crate::cli::handbook::Handbook;
use crate::cli::terminal::Terminal;
use crate::locale::percentage;
use crate::model::Audience;
use crate::progress::Coverage;
use crate::snapshot::Snapshot;
use clap::Args;
use serde::Serialize;
use std::fmt::Write;

/// List all snapshots, the first one first.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  okrbook snapshot list\n  okrbook snapshot list --format json | jq '.[].digest'"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    handbook: Handbook,
    /// How they are listed.
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"])]
    format: String,
}

/// A snapshot in the list.
#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    cycle: &'a str,
    as_of: String,
    message: Option<&'a str>,
    generator: &'a str,
    objectives: usize,
    progress: Option<f64>,
    reported: usize,
    key_results: usize,
    digest: &'a str,
    previous: Option<&'a str>,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let loaded = self.handbook.load()?;
        let drifted = loaded.shows_drift(terminal);
        let audience = loaded.compiled.audience;
        let list: Vec<Listed> =
            loaded.compiled.snapshots.iter().filter_map(|snapshot| listed(snapshot, audience)).collect();
        if self.format == "json" {
            let json = serde_json::to_string_pretty(&list).expect("a list of texts and numbers");
            terminal.product(&format!("{json}\n"))?;
        } else if list.is_empty() {
            let as_of = loaded.compiled.progress.as_of;
            if loaded.compiled.chain.iter().any(|about| about.as_of > as_of) {
                terminal.say(format_args!(
                    "nothing was frozen yet on {as_of}; `--as-of` a later day shows what was frozen since"
                ));
            } else {
                terminal.say("no cycle is frozen yet; `okrbook snapshot create CYCLE` freezes one");
            }
        } else {
            terminal.product(&table(&list))?;
        }
        Ok(if drifted { Exit::Findings } else { Exit::Clean })
    }
}

fn listed(snapshot: &Snapshot, audience: Audience) -> Option<Listed<'_>> {
    let (about, thawed) = (&snapshot.about, snapshot.edition(audience)?);
    let progress = thawed.progress.of_cycle(thawed.cycle);
    let Coverage { total, reported, .. } = progress.coverage;
    Some(Listed {
        id: &about.id,
        cycle: &about.cycle,
        as_of: about.as_of.to_string(),
        message: about.message.as_deref(),
        generator: &about.generator,
        objectives: thawed.handbook.objectives().filter(|&(id, _)| thawed.holds(id)).count(),
        progress: progress.progress,
        reported,
        key_results: total,
        digest: &about.digest,
        previous: about.previous.as_ref().map(|previous| previous.id.as_str()),
    })
}

/// Columns as wide as what they hold.
fn table(list: &[Listed]) -> String {
    const HEAD: [&str; 7] = ["id", "cycle", "as of", "objectives", "progress", "reported", "digest"];
    let rows = list.iter().map(|row| {
        [
            row.id.to_owned(),
            row.cycle.to_owned(),
            row.as_of.clone(),
            row.objectives.to_string(),
            row.progress.map_or_else(|| "–".to_owned(), |share| format!("{} %", percentage(share))),
            format!("{} of {}", row.reported, row.key_results),
            row.digest[..12].to_owned(),
        ]
    });
    let rows: Vec<[String; 7]> = std::iter::once(HEAD.map(str::to_owned)).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (index, (cell, &width)) in row.iter().zip(&widths).enumerate() {
            // Counts stand under each other by their last digit.
            let padded =
                if matches!(index, 3 | 4) { format!("{cell:>width$}") } else { format!("{cell:<width$}") };
            let _ = write!(line, "{padded}  ");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
