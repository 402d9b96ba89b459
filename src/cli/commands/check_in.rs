//! `okrbook check-in`: says where a key result or a KPI stands, in the file where the others of its kind stand.

mod report;
mod walk;

use super::{Error, Exit};
use crate::cli::desk::Desk;
use crate::cli::handbook::{When, date, folder_last, words};
use crate::cli::questions::{Questions, optional_words, share};
use crate::cli::terminal::Terminal;
use crate::diagnostic::did_you_mean;
use crate::edit::check_in::Target;
use crate::model::{Date, Goal, Status};
use clap::Args;
use report::{Answer, Report};
use std::path::PathBuf;

/// Say where a key result or a KPI stands.
#[derive(Debug, Args)]
#[command(
    after_help = "VALUE is a number for a metric, a measure to keep and a KPI; `fail`, `commit`, `target` or `stretch` for zones; \
    the id or title of a milestone that is done; `done` for a measure that is done or not.\n\n\
    Examples:\n  okrbook check-in shorter-waits/median-wait 166\n  \
    okrbook check-in shorter-waits/median-wait 166 --confidence 0.5 --note \"Two doctors are back\"\n  \
    okrbook check-in new-ward/opening permit --date 2026-11-20\n  \
    okrbook check-in --interactive --team emergency     asks for all that is overdue"
)]
pub(in crate::cli) struct Arguments {
    /// What it is about: OBJECTIVE/KEY-RESULT, or the id of a KPI.
    of: Option<String>,
    /// Where it stands; asked for on a terminal.
    #[arg(allow_negative_numbers = true)]
    value: Option<String>,
    /// The handbook's folder, or any folder below it; may stand in VALUE's place [default: .].
    path: Option<PathBuf>,
    /// The day that it is about [default: the day as of which all holds, so today].
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<Date>,
    /// How much you believe that you will get there, from 0.0 to 1.0.
    #[arg(long, value_name = "SHARE")]
    confidence: Option<String>,
    /// Your own word on how it goes.
    #[arg(long, value_name = "STATUS", value_parser = words(Status::WORDS))]
    status: Option<Status>,
    /// What happened.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Who reports: the id of a person.
    #[arg(long, value_name = "PERSON")]
    by: Option<String>,
    /// What comes next.
    #[arg(long, value_name = "TEXT")]
    next: Option<String>,
    /// Walk through everything that is overdue.
    #[arg(long, short, conflicts_with_all = ["value", "confidence", "status", "note", "next"])]
    interactive: bool,
    /// Walk through what this team is asked for.
    #[arg(long, value_name = "TEAM", requires = "interactive")]
    team: Option<String>,
    #[command(flatten)]
    when: When,
}

impl Arguments {
    pub(super) fn run(mut self, terminal: &Terminal) -> Result<Exit, Error> {
        folder_last(&mut self.path, &mut self.value);
        if self.interactive {
            folder_last(&mut self.path, &mut self.of);
            if self.of.is_some() {
                let why = "`--interactive` walks through everything that is overdue, and names no goal";
                return Err(Error::refused(why, "leave out one of the two"));
            }
        }
        let mut desk = Desk::open(self.path.as_deref(), &self.when)?;
        if self.interactive {
            let team = self.team.as_deref().map(|name| desk.team(name)).transpose()?;
            let by = self.by.as_deref().map(|by| desk.person(by)).transpose()?;
            let day = self.date.unwrap_or_else(|| desk.today());
            return walk::walk(&mut desk, team, by, day, &mut Questions::new(terminal), terminal);
        }
        let Some(of) = &self.of else {
            let help = "name a key result as OBJECTIVE/KEY-RESULT, or a KPI; `okrbook due` lists what is due";
            return Err(Error::refused("it is not said what the check-in is about", help));
        };
        let target = target(&desk, of)?;
        let mut report = Report::on(self.date.unwrap_or_else(|| desk.today()), target);
        report.must_be_free(&desk)?;
        self.fill(&desk, &mut report)?;
        if self.value.is_none() && report.needs_value(&desk) {
            if !Questions::is_attended() {
                let why = format!("VALUE is missing: {}", report.wanted(&desk));
                return Err(Error::refused(why, format!("write `okrbook check-in {of} VALUE`")));
            }
            if report.ask(&desk, &mut Questions::new(terminal), terminal)? != Answer::Said {
                terminal.say("nothing was written");
                return Ok(Exit::Clean);
            }
        }
        report.write(&mut desk, terminal)
    }

    /// Puts what the options say into a report.
    fn fill(&self, desk: &Desk, report: &mut Report) -> Result<(), Error> {
        if let Some(value) = &self.value {
            report.set_value(desk, value)?;
        }
        let entry = &mut report.entry;
        entry.confidence = self.confidence.as_deref().map(share).transpose()?;
        entry.status = self.status;
        entry.note = optional_words(self.note.as_deref())?;
        entry.next = optional_words(self.next.as_deref())?;
        let by = self.by.as_deref().map(|by| desk.person(by)).transpose()?;
        entry.by = by.map(|by| desk.handbook()[by].id.value.clone());
        report.must_fit()
    }
}

/// The key result or KPI of a name.
fn target(desk: &Desk, name: &str) -> Result<Target, Error> {
    let handbook = desk.handbook();
    match handbook.goal(name) {
        Some(Goal::KeyResult(id)) => return Ok(Target::KeyResult(id)),
        None | Some(Goal::Mission | Goal::Pillar(_) | Goal::Objective(_))
            if handbook.names.kpis.contains_key(name) =>
        {
            return Ok(Target::Kpi(handbook.names.kpis[name]));
        }
        Some(Goal::Objective(id)) => {
            let all: Vec<String> =
                handbook.key_results(id).map(|(id, _)| handbook.reference(Goal::KeyResult(id))).collect();
            let help = if all.is_empty() {
                "it has no key results yet".to_owned()
            } else {
                let listed = crate::syntax::fields::listed(all.iter().map(String::as_str));
                format!("report on one of its key results: {listed}")
            };
            return Err(Error::refused(format!("`{name}` is an objective"), help));
        }
        _ => {}
    }
    let objective = name.split_once('/').and_then(|(objective, _)| handbook.goal(objective));
    if let Some(Goal::Objective(id)) = objective {
        let all: Vec<String> =
            handbook.key_results(id).map(|(id, _)| handbook.reference(Goal::KeyResult(id))).collect();
        let names = || all.iter().map(String::as_str);
        let listed = crate::syntax::fields::listed(names());
        let help = match did_you_mean(name, names()) {
            _ if all.is_empty() => format!("`{}` has no key results yet", handbook[id].id.value),
            Some(help) => format!("{help} The key results of `{}` are {listed}", handbook[id].id.value),
            None => format!("the key results of `{}` are {listed}", handbook[id].id.value),
        };
        return Err(Error::Unknown { what: "key result", name: name.to_owned(), help: Some(help) });
    }
    let mut known: Vec<String> = handbook.kpis.iter().map(|kpi| kpi.id.value.clone()).collect();
    for (id, _) in handbook.objectives() {
        let all = handbook.key_results(id).map(|(id, _)| handbook.reference(Goal::KeyResult(id)));
        known.extend(all);
    }
    Err(desk.unknown("key result or KPI", name, known.iter().map(String::as_str)))
}
