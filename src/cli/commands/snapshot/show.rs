//! `okrbook snapshot show`: the scorecard of a frozen cycle, or all of it as data.

use super::{Error, Exit, find};
use crate::cli::commands::tree;
use crate::cli::english;
use crate::cli::handbook::View;
use crate::cli::terminal::Terminal;
use crate::export::{self, Edition};
use crate::model::{Audience, Outcome};
use crate::progress::Health;
use crate::snapshot::{Snapshot, Thawed};
use clap::Args;
use std::path::PathBuf;

/// Show a frozen cycle as it was.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  okrbook snapshot show 2026-Q3\n  \
    okrbook snapshot show 2026-Q3 --format json | jq '.objectives[] | {id, progress}'")]
pub(super) struct Arguments {
    /// The snapshot.
    id: String,
    /// The handbook's folder, or any folder below it.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// The scorecard for people, or the frozen handbook in the format of `okrbook export json`.
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "json"])]
    format: String,
    #[command(flatten)]
    view: View,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let loaded = self.view.load(&self.path)?;
        let drifted = loaded.shows_drift(terminal);
        let audience = loaded.compiled.audience;
        let snapshot = match find(&loaded.compiled, &self.id) {
            Err(_) if drifted => return Ok(Exit::Findings),
            found => found?,
        };
        let Some(thawed) = snapshot.edition(audience) else {
            let message = format!("the snapshot `{}` is of an internal cycle", self.id);
            let help = Some("look at it with `--audience internal`".to_owned());
            return Err(Error::Refused { message, help });
        };
        if self.format == "json" {
            let Thawed { settings, handbook, progress, .. } = thawed;
            let json = export::format("json").expect("json is always there");
            terminal.stream(|out| (json.write)(&Edition { settings, audience, handbook, progress }, out))?;
        } else {
            terminal.product(&scorecard(snapshot, thawed, audience, terminal))?;
        }
        Ok(if drifted { Exit::Findings } else { Exit::Clean })
    }
}

fn scorecard(snapshot: &Snapshot, thawed: &Thawed, audience: Audience, terminal: &Terminal) -> String {
    let (about, cycle) = (&snapshot.about, thawed.cycle());
    let derived = thawed.progress.of_cycle(thawed.cycle);
    let (date, edition) = (english::date(about.as_of), audience.word());
    let mut lines =
        vec![format!("{} as of {date} ({edition} edition, frozen by {})", cycle.title, about.generator)];
    lines.extend(about.message.clone());
    let previous = about.previous.as_ref().map(|previous| format!(", after {}", previous.id));
    lines.push(format!("digest {}{}", snapshot.short_digest(), previous.unwrap_or_default()));
    lines.push(String::new());
    let progress = derived.progress.map_or_else(|| "–".to_owned(), english::percent);
    let coverage = derived.coverage;
    let outdated =
        if coverage.outdated > 0 { format!(", {} outdated", coverage.outdated) } else { String::new() };
    lines
        .push(format!("progress {progress}, {} of {} reported{outdated}", coverage.reported, coverage.total));
    let counted = [healths(thawed), outcomes(thawed)].into_iter().filter(|counted| !counted.is_empty());
    lines.extend(counted.map(|counted| counted.join(", ")));
    lines.push(String::new());
    lines.push(tree::drawn(&thawed.handbook, &thawed.progress, Some(thawed.cycle), terminal));
    lines.join("\n")
}

/// How many of its objectives had which health.
fn healths(thawed: &Thawed) -> Vec<String> {
    let of = |health: Health| {
        let all = thawed.handbook.objectives().filter(|&(id, _)| thawed.holds(id));
        let count = all.filter(|&(id, _)| thawed.progress.of(id).health == health).count();
        (count > 0).then(|| format!("{count} {}", health.word()))
    };
    Health::ALL.into_iter().filter_map(of).collect()
}

/// How many of its objectives had ended how.
fn outcomes(thawed: &Thawed) -> Vec<String> {
    let of = |(word, outcome): &(&str, Outcome)| {
        let all = thawed.handbook.objectives().filter(|&(id, _)| thawed.holds(id));
        let count = all.filter(|&(id, _)| thawed.progress.of(id).outcome == Some(*outcome)).count();
        (count > 0).then(|| format!("{count} {word}"))
    };
    Outcome::WORDS.iter().filter_map(of).collect()
}
