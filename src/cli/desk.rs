//! A handbook on the desk: read whole, changed by one proven edit at a time.

use super::error::Error;
use super::handbook::{self, When};
use super::terminal::Terminal;
use crate::compile::{Compiled, Inputs, Session};
use crate::diagnostic::{Judged, Level, Report, did_you_mean, render};
use crate::disk;
use crate::edit::{Edit, Refusal};
use crate::model::{Audience, Date, Goal, Handbook, ObjectiveId, PersonId, TeamId};
use crate::text::Span;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A handbook that is being changed.
#[derive(Debug)]
pub(super) struct Desk {
    root: PathBuf,
    inputs: Inputs,
    session: Session,
    /// How it stands; internal goals included, because an edit is one of files.
    pub(super) compiled: Compiled,
}

/// What an edit led to.
pub(super) struct Written {
    /// Path and line of the change.
    pub(super) place: String,
    /// What was found then and not before.
    caused: Report,
}

impl Written {
    /// Shows what the edit caused, and says whether something of it stops a build.
    pub(super) fn shows_findings(&self, desk: &Desk, terminal: &Terminal) -> bool {
        terminal.show(&drawn(&self.caused, &desk.compiled, terminal));
        self.caused.fails()
    }
}

impl Desk {
    /// Reads the handbook of a path.
    pub(super) fn open(path: Option<&Path>, when: &When) -> Result<Self, Error> {
        let root = disk::find_root(path.unwrap_or(Path::new(".")))?;
        let options = when.options(Some(Audience::Internal), None, false)?;
        let inputs = disk::read(&root, options)?;
        let mut session = Session::default();
        let compiled = session.compile(inputs.clone());
        Ok(Desk { root, inputs, session, compiled })
    }

    /// The handbook.
    pub(super) fn handbook(&self) -> &Handbook {
        &self.compiled.handbook
    }

    /// The day on which all of it holds.
    pub(super) fn today(&self) -> Date {
        self.compiled.progress.as_of
    }

    /// Path and line of a place.
    pub(super) fn place(&self, span: Span) -> String {
        let sources = &self.compiled.sources;
        format!("{}:{}", sources.get(span.source()).path(), sources.start(span).line)
    }

    /// Writes an edit, after it was proven on a copy. Nothing is written where that fails, where it would bring in an
    /// error, or where the file has changed since it was read.
    pub(super) fn write(
        &mut self,
        edit: Result<Edit, Refusal>,
        terminal: &Terminal,
    ) -> Result<Written, Error> {
        let edit = edit.map_err(|refusal| self.refusal(&refusal))?;
        let source = self.compiled.sources.get(edit.source);
        let (path, old) = (source.path().to_owned(), source.text().to_owned());
        let new = edit.apply(&old);
        let mut inputs = self.inputs.clone();
        inputs.sources.set(edit.source, new.clone().into_bytes());
        let after = self.session.compile(inputs.clone());
        let caused = caused(&self.compiled, &after);
        if caused.items.iter().any(|item| item.level == Level::Error) {
            let items = caused.items.into_iter().filter(|item| item.level == Level::Error).collect();
            terminal.show(&drawn(&Report { items }, &after, terminal));
            return Err(Error::refused(
                "this would bring an error into the handbook",
                "nothing was written; say it in another way",
            ));
        }
        let before = (&self.compiled.sources, &self.compiled.handbook);
        if !edit.is_proven(before, (&after.sources, &after.handbook)) {
            return Err(self.refusal(edit.unproven()));
        }
        disk::rewrite(&self.root, &path, &old, &new)?;
        let line = after.sources.get(edit.source).position(edit.place()).line;
        (self.inputs, self.compiled) = (inputs, after);
        Ok(Written { place: format!("{path}:{line}"), caused })
    }

    /// What to say where an edit cannot be made.
    fn refusal(&self, refusal: &Refusal) -> Error {
        let why = format!("{}: {}", self.place(refusal.span), refusal.why);
        let snippet = refusal.snippet.replace('\n', "\n      ");
        Error::refused(why, format!("nothing was written; write it there by hand:\n      {snippet}"))
    }

    /// The objective of a name.
    pub(super) fn objective(&self, name: &str) -> Result<ObjectiveId, Error> {
        if let Some(Goal::Objective(id)) = self.handbook().goal(name) {
            return Ok(id);
        }
        if let Some(Goal::KeyResult(_)) = self.handbook().goal(name) {
            let objective = name.split_once('/').map_or(name, |(objective, _)| objective);
            let help = format!("`{name}` is a key result; did you mean its objective, `{objective}`?");
            return Err(Error::Unknown { what: "objective", name: name.to_owned(), help: Some(help) });
        }
        let known = self.handbook().objectives.iter().map(|objective| &*objective.id.value);
        Err(self.unknown("objective", name, known))
    }

    /// The team of a name.
    pub(super) fn team(&self, name: &str) -> Result<TeamId, Error> {
        handbook::team(self.handbook(), name)
    }

    /// The person of a name.
    pub(super) fn person(&self, name: &str) -> Result<PersonId, Error> {
        let people = &self.handbook().people;
        self.handbook().names.people.get(name).copied().ok_or_else(|| {
            let where_defined = || match people.first() {
                Some(first) => {
                    format!("people are defined below `people:`, as in {}", self.place(first.id.span))
                }
                None => {
                    "no person is defined yet: list them below `people:` in a file of content/".to_owned()
                }
            };
            let known = people.iter().map(|person| &*person.id.value);
            let help = did_you_mean(name, known).unwrap_or_else(where_defined);
            Error::Unknown { what: "person", name: name.to_owned(), help: Some(help) }
        })
    }

    /// Something is called by a name that nothing has.
    pub(super) fn unknown<'a>(
        &self,
        what: &'static str,
        name: &str,
        known: impl Iterator<Item = &'a str>,
    ) -> Error {
        let errors = self.compiled.report.count(Level::Error);
        let broken = || {
            let help = "the handbook has errors, and what is wrong is left out; `okrbook check` shows them";
            (errors > 0).then(|| help.to_owned())
        };
        let help = did_you_mean(name, known).or_else(broken);
        let help = help.or_else(|| Some("`okrbook tree` shows all goals, with their ids".to_owned()));
        Error::Unknown { what, name: name.to_owned(), help }
    }
}

/// What was found now and not before. Places move, so that findings are told apart by what they say.
fn caused(before: &Compiled, after: &Compiled) -> Report {
    let key = |compiled: &Compiled, item: &Judged| {
        let path = compiled.sources.get(item.finding.span.source()).path().to_owned();
        (item.finding.code, path, item.finding.message.clone())
    };
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for item in &before.report.items {
        *known.entry(key(before, item)).or_default() += 1;
    }
    let is_new = |item: &&Judged| match known.get_mut(&key(after, item)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => item.level != Level::Silenced,
    };
    Report { items: after.report.items.iter().filter(is_new).cloned().collect() }
}

fn drawn(report: &Report, compiled: &Compiled, terminal: &Terminal) -> String {
    render::human(report, &compiled.sources, terminal.colors_findings())
}
