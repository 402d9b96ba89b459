//! `okrbook snapshot compare`: what changed between two snapshots, between one and now, or between two revisions.

mod human;
mod json;
mod markdown;

use super::{Error, Exit, unknown};
use crate::cli::handbook::{Loaded, View};
use crate::cli::terminal::Terminal;
use crate::compile::Compiled;
use crate::diagnostic::Level;
use crate::diagnostic::errors::{BROKEN_LINK, PATH_COLLISION, TEMPLATE_ERROR, VISIBILITY_LEAK};
use crate::disk;
use crate::locale::Language;
use crate::model::{Audience, Handbook};
use crate::progress::derive;
use crate::snapshot::compare::{Comparison, Moment, compare};
use crate::snapshot::public_editions;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// What today's state of the handbook is called.
pub(super) const NOW: &str = "now";

/// Say in words what changed between two snapshots, or between one and now.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  okrbook snapshot compare 2026-Q3                 since it was frozen\n  \
    okrbook snapshot compare 2026-Q2 2026-Q3         from one quarter to the next\n  \
    okrbook snapshot compare --git main...HEAD       what a branch changes\n  \
    okrbook snapshot compare --git v1..v2 --format markdown > comment.md"
)]
pub(super) struct Arguments {
    /// The earlier snapshot, by its id; with `--git` the handbook's folder.
    #[arg(required_unless_present = "git")]
    from: Option<String>,
    /// The later snapshot, or `now`.
    #[arg(conflicts_with = "git")]
    to: Option<String>,
    /// The handbook's folder, or any folder below it; may stand in place of the later snapshot [default: .].
    #[arg(conflicts_with = "git")]
    path: Option<PathBuf>,
    /// Compare two revisions of the repository instead: A..B, A...B, or A alone for A and the files as they are.
    #[arg(long, value_name = "REV..REV")]
    git: Option<String>,
    /// How to say it.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    view: View,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Sentences.
    Human,
    /// For a comment on a pull request.
    Markdown,
    /// For programs.
    Json,
}

impl Arguments {
    pub(super) fn run(mut self, terminal: &Terminal) -> Result<Exit, Error> {
        let compared = match self.git.take() {
            Some(range) => self.revisions(&range, terminal)?,
            None => self.snapshots(terminal)?,
        };
        let Some(comparison) = compared else { return Ok(Exit::Findings) };
        // What a terminal says is English, whatever the site speaks.
        let words = Language::english();
        terminal.product(&match self.format {
            Format::Human => human::tell(&comparison, words),
            Format::Markdown => markdown::tell(&comparison, words),
            Format::Json => json::tell(&comparison, words),
        })?;
        Ok(Exit::Clean)
    }

    /// Compares a snapshot with another one, or with now; nothing where the handbook has errors.
    fn snapshots(&mut self, terminal: &Terminal) -> Result<Option<Comparison>, Error> {
        let from = self.from.clone().expect("the parser asks for it");
        if self.path.is_none() && self.to.as_deref().is_some_and(is_folder) {
            self.path = self.to.take().map(PathBuf::from);
        }
        let to = self.to.clone().unwrap_or_else(|| NOW.to_owned());
        let loaded = self.view.load(self.path.as_deref().unwrap_or(Path::new(".")))?;
        if has_errors(&loaded, terminal) {
            return Ok(None);
        }
        let (from, to) = (moment(&loaded, &from)?, moment(&loaded, &to)?);
        Ok(Some(compare(from, to, loaded.compiled.audience)))
    }

    /// Compares two revisions of the repository, both seen on the same day; nothing where one has errors.
    fn revisions(&self, range: &str, terminal: &Terminal) -> Result<Option<Comparison>, Error> {
        let path = self.from.as_deref().map_or(Path::new("."), Path::new);
        let root = disk::find_root(path)?;
        let disk::git::Range { from, from_name, to } = disk::git::range(&root, range)?;
        let earlier = disk::git::revision(&root, &from)?;
        let later = to.as_deref().map(|to| disk::git::revision(&root, to)).transpose()?;
        let load = |root: &Path, name: &str| -> Result<Option<Loaded>, Error> {
            let loaded = self.view.load(root)?;
            if has_errors(&loaded, terminal) {
                terminal.say(format_args!("the handbook at `{name}` has errors; nothing was compared"));
                return Ok(None);
            }
            Ok(Some(loaded))
        };
        let Some(before) = load(earlier.root(), &from_name)? else { return Ok(None) };
        let name = to.as_deref().unwrap_or(NOW);
        let root = later.as_ref().map_or(root.as_path(), disk::git::Revision::root);
        let Some(after) = load(root, name)? else { return Ok(None) };
        if after.compiled.audience == Audience::Internal {
            let moments = (today(&before, &from_name), today(&after, name));
            return Ok(Some(compare(moments.0, moments.1, Audience::Internal)));
        }
        let (from, to) = public_editions(whole(&before), whole(&after));
        let derived = |public: &Handbook, Loaded { compiled, .. }: &Loaded| {
            derive(public, &compiled.settings, compiled.progress.as_of)
        };
        let (then, now) = (derived(&from, &before), derived(&to, &after));
        // What either of them withholds was taken out of both.
        let from = Moment { name: &from_name, handbook: &from, progress: &then, withholds: false };
        let to = Moment { name, handbook: &to, progress: &now, withholds: false };
        Ok(Some(compare(from, to, Audience::Public)))
    }
}

/// Everything that a handbook says, whatever its edition withholds.
fn whole(loaded: &Loaded) -> &Handbook {
    loaded.compiled.whole.as_ref().unwrap_or(&loaded.compiled.handbook)
}

/// The state of a handbook that was loaded.
fn today<'a>(loaded: &'a Loaded, name: &'a str) -> Moment<'a> {
    let Compiled { handbook, progress, whole, .. } = &loaded.compiled;
    Moment { name, handbook, progress, withholds: whole.is_some() }
}

/// The moment of a name.
fn moment<'a>(loaded: &'a Loaded, name: &'a str) -> Result<Moment<'a>, Error> {
    if name == NOW {
        return Ok(today(loaded, name));
    }
    let Compiled { snapshots, audience, .. } = &loaded.compiled;
    let snapshot = snapshots.iter().find(|snapshot| snapshot.about.id == name);
    if let Some(snapshot) = snapshot
        && let Some(thawed) = snapshot.edition(*audience)
    {
        return Ok(thawed.moment(name, snapshot.withholds(*audience)));
    }
    let all = "`okrbook snapshot list` shows what was frozen; `--git REV..REV` compares two revisions";
    Err(unknown(&loaded.compiled, name, &[NOW], all))
}

/// Whether there are errors that may have taken something away from the goals; if so, all findings are shown. What
/// is only judged stops nothing here: the comparison may be what explains it.
fn has_errors(loaded: &Loaded, terminal: &Terminal) -> bool {
    let about_pages = [BROKEN_LINK.name, PATH_COLLISION.name, TEMPLATE_ERROR.name, VISIBILITY_LEAK.name];
    let stops = loaded
        .compiled
        .report
        .items
        .iter()
        .any(|item| item.level == Level::Error && !about_pages.contains(&item.finding.code));
    if stops {
        loaded.shows_findings(terminal);
    }
    stops
}

/// Whether an argument that could be the name of a snapshot is a path.
#[expect(clippy::disallowed_methods, reason = "what an argument means depends on what is there")]
fn is_folder(argument: &str) -> bool {
    argument != NOW && Path::new(argument).is_dir()
}
