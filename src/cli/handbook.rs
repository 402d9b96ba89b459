//! The options of every command that reads a handbook, and reading it.

use super::error::Error;
use super::terminal::Terminal;
use crate::compile::{Compiled, Options, compile};
use crate::config::LintLevel;
use crate::diagnostic::errors::{SNAPSHOT_DRIFT, TEMPLATE_ERROR};
use crate::diagnostic::{Finding, Judged, Level, Report, did_you_mean, render};
use crate::disk;
use crate::model::{self, Audience, CycleId, Date, TeamId};
use crate::syntax::fields::{listed, parse_date, site, url_fault};
use crate::text::Sources;
use clap::Args;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use std::path::PathBuf;

/// Which handbook, seen when and by whom.
#[derive(Clone, Debug, Args)]
pub(super) struct Handbook {
    /// The handbook's folder, or any folder below it.
    #[arg(default_value = ".")]
    path: PathBuf,
    #[command(flatten)]
    view: View,
}

/// Seen when and by whom.
#[derive(Clone, Debug, Args)]
pub(super) struct View {
    #[command(flatten)]
    when: When,
    /// For whom: what is internal never leaves unless asked for [default: okrbook.yaml, else public].
    #[arg(long, value_name = "AUDIENCE", value_parser = words(Audience::WORDS))]
    audience: Option<Audience>,
}

/// Seen when.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct When {
    /// The date on which all derived values hold [default: okrbook.yaml, else today in UTC].
    #[arg(long, value_name = "DATE", value_parser = date)]
    as_of: Option<Date>,
}

/// A handbook that was read and compiled.
#[derive(Debug)]
pub(super) struct Loaded {
    /// Its folder.
    pub(super) root: PathBuf,
    /// All of it.
    pub(super) compiled: Compiled,
}

impl Handbook {
    /// Reads and compiles it.
    pub(super) fn load(&self) -> Result<Loaded, Error> {
        self.view.load(&self.path)
    }

    /// As it was named.
    pub(super) fn path(&self) -> &std::path::Path {
        &self.path
    }

    /// What is said about a compilation for a site.
    pub(super) fn options(&self, base_url: Option<String>, drafts: bool) -> Result<Options, Error> {
        self.view.when.options(self.view.audience, base_url, drafts)
    }

    /// Reads and compiles it for a site.
    pub(super) fn load_site(&self, base_url: Option<String>, drafts: bool) -> Result<Loaded, Error> {
        let root = disk::find_root(&self.path)?;
        let options = self.options(base_url, drafts)?;
        let (compiled, changed) =
            rayon::join(|| disk::read(&root, options).map(compile), || disk::last_changes(&root));
        let mut compiled = compiled?;
        compiled.changed = changed;
        Ok(Loaded { root, compiled })
    }
}

impl View {
    /// Reads and compiles the handbook of a path.
    pub(super) fn load(&self, path: &std::path::Path) -> Result<Loaded, Error> {
        self.when.load(path, self.audience)
    }
}

impl When {
    /// Reads and compiles the handbook of a path for an audience.
    pub(super) fn load(&self, path: &std::path::Path, audience: Option<Audience>) -> Result<Loaded, Error> {
        let root = disk::find_root(path)?;
        let compiled = compile(disk::read(&root, self.options(audience, None, false)?)?);
        Ok(Loaded { root, compiled })
    }

    /// What is said about a compilation, with today's date.
    pub(super) fn options(
        &self,
        audience: Option<Audience>,
        base_url: Option<String>,
        drafts: bool,
    ) -> Result<Options, Error> {
        Ok(Options { as_of: self.as_of, today: disk::today()?, audience, base_url, drafts })
    }
}

impl Loaded {
    /// Makes every warning as grave as a denied lint, where that is asked for.
    pub(super) fn deny(&mut self, what: Option<&str>) {
        if what.is_none() {
            return;
        }
        for item in &mut self.compiled.report.items {
            if item.level == Level::Warn {
                item.level = Level::Deny;
                item.because = format!("`--deny warnings` makes every `{}` an error", LintLevel::Warn.word());
            }
        }
    }

    /// Shows what is wrong with snapshots, and says whether anything is. What else is found does not touch them.
    pub(super) fn shows_drift(&self, terminal: &Terminal) -> bool {
        self.shows(|item| item.finding.code == SNAPSHOT_DRIFT.name, terminal)
    }

    /// Shows what is wrong with the settings, and says whether anything is; not what is wrong with a theme, which may
    /// have no file yet.
    pub(super) fn shows_faults_of_settings(&self, terminal: &Terminal) -> bool {
        let sources = &self.compiled.sources;
        let is_fault = |item: &Judged| {
            item.level == Level::Error
                && item.finding.code != TEMPLATE_ERROR.name
                && sources.get(item.finding.span.source()).path() == "okrbook.yaml"
        };
        self.shows(is_fault, terminal)
    }

    /// Shows some of the findings, and says whether one of them stops.
    fn shows(&self, is_shown: impl Fn(&Judged) -> bool, terminal: &Terminal) -> bool {
        let all = self.compiled.report.items.iter();
        self.show(&Report { items: all.filter(|item| is_shown(item)).cloned().collect() }, terminal)
    }

    /// Shows a report and how much is in it, and says whether something of it stops.
    fn show(&self, report: &Report, terminal: &Terminal) -> bool {
        terminal.show(&render::human(report, &self.compiled.sources, terminal.colors_findings()));
        if report.fails() || report.count(Level::Warn) > 0 {
            terminal.say(render::summary(report));
        }
        report.fails()
    }

    /// Shows every finding, and says whether one stops.
    pub(super) fn shows_findings(&self, terminal: &Terminal) -> bool {
        self.show(&self.compiled.report, terminal)
    }

    /// Draws findings that came up after the handbook was judged; all of them stop.
    pub(super) fn draw(&self, findings: Vec<Finding>, terminal: &Terminal) -> String {
        drawn(findings, &self.compiled.sources, terminal)
    }

    /// Shows what makes the handbook something else than what was meant, and whether there is such a thing. A rule that
    /// stops a build does not.
    pub(super) fn is_broken(&self, terminal: &Terminal) -> bool {
        self.compiled.report.count(Level::Error) > 0 && self.shows_findings(terminal)
    }

    /// Before something else is printed: shows what stops it, and whether something does. What only warns is
    /// counted.
    pub(super) fn stops(&self, terminal: &Terminal) -> bool {
        let report = &self.compiled.report;
        if !report.fails() && report.count(Level::Warn) > 0 {
            terminal.say(format_args!("{}; `okrbook check` shows them", render::summary(report)));
        }
        report.fails() && self.shows_findings(terminal)
    }
}

/// Draws findings that stop in every handbook.
pub(super) fn drawn(findings: Vec<Finding>, sources: &Sources, terminal: &Terminal) -> String {
    let because = |finding: &Finding| format!("`{}` is an error and cannot be silenced", finding.code);
    let items = findings.into_iter().map(|finding| Judged {
        level: Level::Error,
        because: because(&finding),
        finding,
    });
    let report = Report { items: items.collect() };
    render::human(&report, sources, terminal.colors_findings())
}

/// The cycle of a name.
pub(super) fn cycle(handbook: &model::Handbook, name: &str) -> Result<CycleId, Error> {
    let known = handbook.cycles.iter().map(|cycle| &*cycle.id.value);
    handbook
        .names
        .cycles
        .get(name)
        .copied()
        .ok_or_else(|| unknown("cycle", name, &known, "goals are set for"))
}

/// The team of a name.
pub(super) fn team(handbook: &model::Handbook, name: &str) -> Result<TeamId, Error> {
    let known = handbook.teams.iter().map(|team| &*team.id.value);
    handbook.names.teams.get(name).copied().ok_or_else(|| unknown("team", name, &known, "the teams are"))
}

/// Nothing of a kind has this name; those that there are help.
fn unknown<'a>(
    what: &'static str,
    name: &str,
    known: &(impl Iterator<Item = &'a str> + Clone),
    there_are: &str,
) -> Error {
    let all = || known.clone().next().map(|_| format!("{there_are} {}", listed(known.clone())));
    Error::Unknown { what, name: name.to_owned(), help: did_you_mean(name, known.clone()).or_else(all) }
}

/// A day, as an argument.
pub(super) fn date(text: &str) -> Result<Date, &'static str> {
    parse_date(text).ok_or("write it as YYYY-MM-DD, a day that exists in the calendar")
}

/// An address of a site, with its slash at the end.
pub(super) fn base_url(text: &str) -> Result<String, String> {
    match url_fault(text) {
        Some(fault) => Err(format!("{fault}; write it as https://goals.example.org/")),
        None => site(text).map_err(str::to_owned),
    }
}

/// Takes the path that may stand in the place of an argument before it: what could be an id and is a folder, too, is a
/// folder.
#[expect(clippy::disallowed_methods, reason = "what an argument means depends on what is there")]
pub(super) fn folder_last(path: &mut Option<PathBuf>, before: &mut Option<String>) {
    if path.is_none() && before.as_deref().is_some_and(|argument| std::path::Path::new(argument).is_dir()) {
        *path = before.take().map(PathBuf::from);
    }
}

/// One word of a closed list, as an argument.
pub(super) fn words<T: Copy + Send + Sync + 'static>(
    words: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(words.iter().map(|(word, _)| *word)).map(|word| {
        let found = words.iter().find(|(known, _)| *known == word);
        found.expect("the parser lets only known words through").1
    })
}

#[cfg(test)]
mod tests {
    use super::base_url;

    #[test]
    fn the_address_of_a_site_is_one_that_paths_can_be_added_to() {
        assert_eq!(base_url("https://example.org/goals").as_deref(), Ok("https://example.org/goals/"));
        for wrong in ["MAILTO:a@example.org", "https://example.org/?page=", "https://example.org/#top"] {
            assert!(base_url(wrong).is_err(), "{wrong} is taken");
        }
    }
}
