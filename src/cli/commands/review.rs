//! `okrbook review`: confirms that goals still serve the goals above them, after these have changed.

use super::{Error, Exit};
use crate::cli::desk::Desk;
use crate::cli::handbook::{When, folder_last};
use crate::cli::terminal::Terminal;
use crate::edit::alignment::{Link, confirm};
use crate::model::Goal;
use crate::progress::{fingerprint, suspects};
use clap::Args;
use std::path::PathBuf;

/// Confirm that a goal still serves the goals above it.
#[derive(Debug, Args)]
#[command(
    after_help = "Writes beside each alignment the fingerprint of the goal above, as it is now. When that goal changes, \
    `suspect-alignment` asks to look again.\n\nExamples:\n  okrbook review triage-by-phone\n  \
    okrbook review --all     confirms everything that is suspect"
)]
pub(in crate::cli) struct Arguments {
    /// The goal: an objective, or OBJECTIVE/KEY-RESULT.
    goal: Option<String>,
    /// The handbook's folder, or any folder below it; may stand in the goal's place [default: .].
    path: Option<PathBuf>,
    /// Confirm every alignment that is suspect.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    when: When,
}

impl Arguments {
    pub(super) fn run(mut self, terminal: &Terminal) -> Result<Exit, Error> {
        folder_last(&mut self.path, &mut self.goal);
        let mut desk = Desk::open(self.path.as_deref(), &self.when)?;
        let links = self.links(&desk, terminal)?;
        let handbook = desk.handbook();
        let told: Vec<String> = links
            .iter()
            .map(|link| {
                let to = link.alignment(handbook).to;
                let current = fingerprint(handbook, to);
                format!(
                    "{} serves {} as it is now ({current})",
                    handbook.reference(link.of),
                    handbook.reference(to)
                )
            })
            .collect();
        let mut stops = false;
        for edit in confirm(desk.handbook(), &desk.compiled.sources, &links) {
            stops |= desk.write(edit, terminal)?.shows_findings(&desk, terminal);
        }
        for line in told {
            terminal.say(line);
        }
        Ok(if stops { Exit::Findings } else { Exit::Clean })
    }

    /// The alignments to confirm.
    fn links(&self, desk: &Desk, terminal: &Terminal) -> Result<Vec<Link>, Error> {
        let handbook = desk.handbook();
        let suspect: Vec<Link> = suspects(handbook, &desk.compiled.progress)
            .map(|suspect| Link { of: suspect.of, index: suspect.index })
            .collect();
        let Some(name) = &self.goal else {
            if !self.all {
                let help = match suspect.first() {
                    Some(link) => {
                        format!("such as `okrbook review {}`, or `--all`", handbook.reference(link.of))
                    }
                    None => "nothing is suspect".to_owned(),
                };
                return Err(Error::refused("it is not said which goal was reviewed", help));
            }
            if suspect.is_empty() {
                terminal.say("no alignment is suspect");
            }
            return Ok(suspect);
        };
        if self.all {
            return Err(Error::refused(
                "`--all` confirms all goals, and names none",
                "leave out one of the two",
            ));
        }
        let goal = match handbook.goal(name) {
            Some(goal @ (Goal::Objective(_) | Goal::KeyResult(_))) => goal,
            _ => Goal::Objective(desk.objective(name)?),
        };
        let all = Link::all(handbook, goal);
        if all.is_empty() {
            let help = "say with `aligns_to:` what it serves";
            return Err(Error::refused(format!("`{name}` aligns to nothing"), help));
        }
        let is_open = |link: &Link| {
            let alignment = link.alignment(handbook);
            let current = fingerprint(handbook, alignment.to);
            alignment.reviewed.as_ref().is_none_or(|reviewed| reviewed.value != current)
        };
        let open: Vec<Link> = all.into_iter().filter(is_open).collect();
        if open.is_empty() {
            terminal
                .say(format_args!("{name} is confirmed already, against goals that have not changed since"));
        }
        Ok(open)
    }
}
