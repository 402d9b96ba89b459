//! Walks through everything that is overdue, one question at a time. Each answer is written at once.

use super::report::{Answer, Report};
use super::{Error, Exit};
use crate::cli::desk::Desk;
use crate::cli::questions::Questions;
use crate::cli::terminal::Terminal;
use crate::edit::check_in::Target;
use crate::model::{Date, Goal, PersonId, TeamId};
use crate::progress::{Due, Matter, due};

/// Asks for what is overdue, of one team or of all.
pub(super) fn walk(
    desk: &mut Desk,
    team: Option<TeamId>,
    by: Option<PersonId>,
    day: Date,
    questions: &mut Questions,
    terminal: &Terminal,
) -> Result<Exit, Error> {
    let all = due(desk.handbook(), &desk.compiled.progress, &desk.compiled.settings);
    let is_asked = |due: &&Due| due.is_overdue && (team.is_none() || due.team == team);
    let targets: Vec<Target> = all.iter().filter(is_asked).filter_map(target).collect();
    if targets.is_empty() {
        terminal.say("nothing is overdue");
        return Ok(Exit::Clean);
    }
    terminal.say(format_args!(
        "{} {} overdue; an empty line goes on, `q` ends\n",
        targets.len(),
        if targets.len() == 1 { "report is" } else { "reports are" }
    ));
    let (mut exit, mut written) = (Exit::Clean, 0);
    for (number, &target) in targets.iter().enumerate() {
        if number > 0 {
            terminal.say("");
        }
        terminal.show(&head(desk, target));
        let mut report = Report::on(day, target);
        if matches!(target, Target::KeyResult(_)) {
            report.entry.by = by.map(|by| desk.handbook()[by].id.value.clone());
        }
        match report.must_be_free(desk).and_then(|()| report.ask(desk, questions, terminal)) {
            Ok(Answer::Skip) => continue,
            Ok(Answer::Quit) => break,
            Ok(Answer::Said) => {}
            Err(error @ Error::Refused { .. }) => {
                terminal.fail(&error);
                continue;
            }
            Err(error) => return Err(error),
        }
        match report.write(desk, terminal) {
            Ok(Exit::Clean) => written += 1,
            Ok(Exit::Findings) => (exit, written) = (Exit::Findings, written + 1),
            // What cannot be written for one goal says nothing about the next.
            Err(error @ Error::Refused { .. }) => {
                terminal.fail(&error);
                exit = Exit::Findings;
            }
            Err(error) => return Err(error),
        }
    }
    terminal.say(format_args!("\nwrote {written} of {}", targets.len()));
    Ok(exit)
}

fn target(due: &Due) -> Option<Target> {
    match due.matter {
        Matter::CheckIn(id) => Some(Target::KeyResult(id)),
        Matter::Value(id) => Some(Target::Kpi(id)),
        Matter::Review(_) | Matter::Goals(..) | Matter::Confirmation(..) => None,
    }
}

/// What is asked about: its id and its title.
fn head(desk: &Desk, target: Target) -> String {
    let handbook = desk.handbook();
    let title = match target {
        Target::KeyResult(id) => handbook.title(Goal::KeyResult(id)),
        Target::Kpi(id) => &handbook[id].title.value,
    };
    format!("{}  {title}\n", target.reference(handbook))
}
