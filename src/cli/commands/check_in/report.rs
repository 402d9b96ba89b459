//! One report: what is said of a key result or a KPI, whether it fits, and writing it.

use super::{Error, Exit};
use crate::cli::desk::{Desk, Written};
use crate::cli::english;
use crate::cli::questions::{Questions, number, share, words};
use crate::cli::terminal::Terminal;
use crate::diagnostic::did_you_mean;
use crate::edit::check_in::{Entry, Target, check_in};
use crate::edit::done::done;
use crate::model::{Date, Decimal, Handbook, Measure, Milestone, Zone};
use crate::syntax::fields::listed;

/// How many of the last reports are shown before a question.
const SHOWN: usize = 3;

/// What somebody reports.
pub(super) struct Report {
    target: Target,
    /// What is said.
    pub(super) entry: Entry,
    /// The milestone that is done, or the whole of a done measure.
    step: Option<usize>,
}

impl Report {
    /// A report of a day that says nothing yet.
    pub(super) fn on(day: Date, target: Target) -> Self {
        Report { target, entry: Entry::on(day), step: None }
    }

    /// Refuses a second report of a day.
    pub(super) fn must_be_free(&self, desk: &Desk) -> Result<(), Error> {
        let (handbook, day) = (desk.handbook(), self.entry.date);
        let reference = self.target.reference(handbook);
        let there = match self.target {
            Target::KeyResult(id) => {
                let check_ins = &handbook.key_result(id).check_ins;
                let same = check_ins.iter().find(|check_in| check_in.date.value == day);
                same.map(|same| format!(" in {}", desk.place(same.date.span)))
            }
            Target::Kpi(id) => {
                handbook[id].values.iter().find(|value| value.date.value == day).map(|_| String::new())
            }
        };
        let Some(place) = there else { return Ok(()) };
        let said = last(handbook, self.target, day, 1).pop().unwrap_or_default();
        let why = format!("`{reference}` was reported on {day} already{place}: {}", said.trim());
        Err(Error::refused(why, "change that entry, or give another day with `--date`"))
    }

    /// Takes the value, in whatever way the measure is told.
    pub(super) fn set_value(&mut self, desk: &Desk, text: &str) -> Result<(), Error> {
        let handbook = desk.handbook();
        let Target::KeyResult(id) = self.target else {
            self.entry.value = Some(number(text)?);
            return Ok(());
        };
        match &handbook.key_result(id).measure {
            Measure::Metric { .. } | Measure::Keep(_) => self.entry.value = Some(number(text)?),
            Measure::Zones(_) => {
                let zone = Zone::WORDS.iter().find(|(word, _)| *word == text);
                let words = Zone::WORDS.iter().map(|(word, _)| *word);
                let help = did_you_mean(text, words.clone())
                    .unwrap_or_else(|| format!("use one of {}", listed(words)));
                let unknown = || Error::refused(format!("`{}` is no zone", text.escape_debug()), help);
                self.entry.zone = Some(zone.ok_or_else(unknown)?.1);
            }
            Measure::Milestones(steps) => {
                let is_meant = |id: Option<&str>, title: &str| id == Some(text) || title == text;
                let found = steps
                    .iter()
                    .position(|step| is_meant(step.id.as_ref().map(|id| &*id.value), &step.title.value));
                let Some(step) = found else {
                    let names = steps.iter().map(Milestone::name);
                    let help = did_you_mean(text, names.clone())
                        .unwrap_or_else(|| format!("its milestones are {}", listed(names)));
                    let why = format!("`{}` is no milestone of it", text.escape_debug());
                    return Err(Error::refused(why, help));
                };
                if let Some(since) = steps[step].done {
                    let why = format!("`{}` has been done since {}", steps[step].title.value, since.value);
                    return Err(Error::refused(why, format!("see {}", desk.place(since.span))));
                }
                self.step = Some(step);
            }
            Measure::Done(since) => {
                if text != "done" {
                    let why =
                        format!("`{}` says nothing about a measure that is done or not", text.escape_debug());
                    return Err(Error::refused(why, "write `done`, or leave it out and add a `--note`"));
                }
                if let Some(day) = since.value {
                    let why = format!("it has been done since {day}");
                    return Err(Error::refused(why, format!("see {}", desk.place(since.span))));
                }
                self.step = Some(0);
            }
        }
        Ok(())
    }

    /// A KPI's value says less than a check-in.
    pub(super) fn must_fit(&self) -> Result<(), Error> {
        let Entry { confidence, status, by, next, .. } = &self.entry;
        let says_more = confidence.is_some() || status.is_some() || by.is_some() || next.is_some();
        if matches!(self.target, Target::Kpi(_)) && says_more {
            let why = "a value of a KPI has a date and a note, and nothing else";
            return Err(Error::refused(why, "say the rest in `--note`"));
        }
        Ok(())
    }

    /// Whether the report is empty without a value.
    pub(super) fn needs_value(&self, desk: &Desk) -> bool {
        self.is_measured(desk) || self.entry == Entry::on(self.entry.date)
    }

    /// What a value is, in words.
    pub(super) fn wanted(&self, desk: &Desk) -> String {
        let handbook = desk.handbook();
        let in_unit = |unit: Option<&str>| match unit {
            Some(unit) => format!("a number ({unit})"),
            None => "a number".to_owned(),
        };
        let id = match self.target {
            Target::Kpi(id) => return in_unit(handbook[id].unit.as_ref().map(|unit| &*unit.value)),
            Target::KeyResult(id) => id,
        };
        let key_result = handbook.key_result(id);
        match &key_result.measure {
            Measure::Metric { .. } | Measure::Keep(_) => {
                in_unit(key_result.unit.as_ref().map(|unit| &*unit.value))
            }
            Measure::Zones(_) => format!("one of {}", listed(Zone::WORDS.iter().map(|(word, _)| *word))),
            Measure::Milestones(steps) => {
                let open = steps.iter().filter(|step| step.done.is_none());
                format!("a milestone that is done: {}", listed(open.map(Milestone::name)))
            }
            Measure::Done(_) => "`done`".to_owned(),
        }
    }

    /// Shows the last reports and asks for this one. An empty value goes on to the next; where there is nothing to
    /// measure, a dash stands for none.
    pub(super) fn ask(
        &mut self,
        desk: &Desk,
        questions: &mut Questions,
        terminal: &Terminal,
    ) -> Result<Answer, Error> {
        for line in last(desk.handbook(), self.target, self.entry.date, SHOWN) {
            terminal.show(&line);
        }
        let has_none = !self.is_measured(desk);
        let question = self.wanted(desk) + if has_none { "; - for none" } else { "" };
        loop {
            let Some(value) = questions.ask(&question)? else { return Ok(Answer::Quit) };
            match &*value {
                "q" => return Ok(Answer::Quit),
                "" => return Ok(Answer::Skip),
                "-" if has_none => break,
                value => match self.set_value(desk, value) {
                    Ok(()) => break,
                    Err(error) => terminal.fail(&error),
                },
            }
        }
        let nameless = Entry { by: None, ..self.entry.clone() };
        if self.entry.by.is_some() && !self.has_room(desk, &self.entry) && self.has_room(desk, &nameless) {
            terminal.say("who reports is left out: the series of this one has no column for it");
            self.entry.by = None;
        }
        let zero = number("0").ok();
        let surer = Entry { confidence: zero, ..self.entry.clone() };
        let takes_confidence = matches!(self.target, Target::KeyResult(_)) && self.takes(desk, &surer);
        if takes_confidence && self.entry.confidence.is_none() {
            self.entry.confidence = questions.ask_for("confidence, 0.0 to 1.0", share)?;
        }
        let noted = Entry { note: Some(String::new()), ..self.entry.clone() };
        if self.entry.note.is_none() && self.takes(desk, &noted) {
            self.entry.note = questions.ask_for("note", words)?;
        }
        let says_who_alone = Entry { by: self.entry.by.clone(), ..Entry::on(self.entry.date) };
        let is_empty = self.step.is_none() && self.entry == says_who_alone;
        Ok(if is_empty { Answer::Skip } else { Answer::Said })
    }

    /// Whether more may be said without losing what is said already: a series holds what its header names.
    fn takes(&self, desk: &Desk, more: &Entry) -> bool {
        self.has_room(desk, more) || !self.has_room(desk, &self.entry)
    }

    /// Whether there is a place for an entry.
    fn has_room(&self, desk: &Desk, entry: &Entry) -> bool {
        check_in(desk.handbook(), &desk.compiled.sources, self.target, entry).is_ok()
    }

    fn is_measured(&self, desk: &Desk) -> bool {
        let Target::KeyResult(id) = self.target else { return true };
        !matches!(desk.handbook().key_result(id).measure, Measure::Milestones(_) | Measure::Done(_))
    }

    /// Writes it, and says what it means.
    pub(super) fn write(&self, desk: &mut Desk, terminal: &Terminal) -> Result<Exit, Error> {
        let before = standing(desk, self.target);
        let mut written: Vec<Written> = Vec::new();
        if let (Some(step), Target::KeyResult(id)) = (self.step, self.target) {
            let edit = done(desk.handbook(), &desk.compiled.sources, id, step, self.entry.date);
            written.push(desk.write(edit, terminal)?);
        }
        if self.step.is_none() || self.entry != Entry::on(self.entry.date) {
            let edit = check_in(desk.handbook(), &desk.compiled.sources, self.target, &self.entry);
            written.push(desk.write(edit, terminal)?);
        }
        let after = standing(desk, self.target);
        let place = written.first().map_or("", |written| &written.place);
        terminal.say(format_args!(
            "{place}: {} {}; {}",
            self.target.reference(desk.handbook()),
            self.said(desk),
            moved(&before, &after)
        ));
        let mut stops = false;
        for written in &written {
            stops |= written.shows_findings(desk, terminal);
        }
        Ok(if stops { Exit::Findings } else { Exit::Clean })
    }

    /// What was said, in words.
    fn said(&self, desk: &Desk) -> String {
        let handbook = desk.handbook();
        let day = english::date(self.entry.date);
        if let (Some(step), Target::KeyResult(id)) = (self.step, self.target) {
            return match &handbook.key_result(id).measure {
                Measure::Milestones(steps) => format!("has `{}` done on {day}", steps[step].title.value),
                _ => format!("is done on {day}"),
            };
        }
        if let Some(value) = &self.entry.value {
            return format!("stood at {} on {day}", with_unit(handbook, self.target, value.value));
        }
        match self.entry.zone {
            Some(zone) => format!("stood at `{}` on {day}", zone.word()),
            None => format!("was looked at on {day}"),
        }
    }
}

/// How somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// With a report.
    Said,
    /// With nothing about this one.
    Skip,
    /// With nothing about this one or any other.
    Quit,
}

/// Where a target stands: its progress, if it has one, and its health.
fn standing(desk: &Desk, target: Target) -> (Option<String>, &'static str) {
    let progress = &desk.compiled.progress;
    match target {
        Target::KeyResult(id) => {
            let derived = progress.of_key_result(id);
            (Some(english::percent(derived.progress)), derived.health.word())
        }
        Target::Kpi(id) => (None, progress.of_kpi(id).status.word()),
    }
}

fn moved(before: &(Option<String>, &str), after: &(Option<String>, &str)) -> String {
    let way = |from: &str, to: &str| if from == to { to.to_owned() } else { format!("{from} → {to}") };
    let health = way(before.1, after.1);
    match (&before.0, &after.0) {
        (Some(from), Some(to)) => format!("progress {}, {health}", way(from, to)),
        _ => health,
    }
}

fn with_unit(handbook: &Handbook, target: Target, value: Decimal) -> String {
    let unit = match target {
        Target::KeyResult(id) => handbook.key_result(id).unit.as_ref(),
        Target::Kpi(id) => handbook[id].unit.as_ref(),
    };
    english::value(value, unit.map(|unit| &*unit.value))
}

/// The last reports up to a day, each on a line.
fn last(handbook: &Handbook, target: Target, day: Date, count: usize) -> Vec<String> {
    let line = |date: Date, parts: Vec<String>| format!("  {}  {}\n", english::date(date), parts.join("  "));
    match target {
        Target::KeyResult(id) => {
            let all = handbook.key_result(id).check_ins.iter().filter(|check_in| check_in.date.value <= day);
            let all: Vec<String> = all
                .map(|check_in| {
                    let value = check_in.value.map(|value| with_unit(handbook, target, value.value));
                    let parts = [
                        value.or(check_in.zone.map(|zone| zone.word().to_owned())),
                        check_in.confidence.map(|share| format!("confidence {}", share.value)),
                        check_in.aside.status.map(|status| status.value.word().to_owned()),
                        check_in.note.as_ref().map(|note| note.value.trim().to_owned()),
                    ];
                    line(check_in.date.value, parts.into_iter().flatten().collect())
                })
                .collect();
            all[all.len().saturating_sub(count)..].to_vec()
        }
        Target::Kpi(id) => {
            let all = handbook[id].values.iter().filter(|reading| reading.date.value <= day);
            let all: Vec<String> = all
                .map(|reading| {
                    let note = reading.note.as_ref().map(|note| note.value.trim().to_owned());
                    let value = with_unit(handbook, target, reading.value);
                    line(reading.date.value, std::iter::once(value).chain(note).collect())
                })
                .collect();
            all[all.len().saturating_sub(count)..].to_vec()
        }
    }
}
