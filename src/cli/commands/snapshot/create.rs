//! `okrbook snapshot create`: freezes a cycle as it stands.

use super::compare::NOW;
use super::{Error, Exit};
use crate::cli::handbook::{self, Loaded, When};
use crate::cli::terminal::Terminal;
use crate::disk;
use crate::model::{Audience, CycleId};
use crate::snapshot::{self, About, FOLDER, Freeze};
use crate::syntax::fields::is_id;
use clap::Args;
use std::path::PathBuf;

/// What keeps Git from writing the line ends of a system into files whose every byte is proved.
const ATTRIBUTES: &str = "# What is frozen keeps its bytes, whatever line ends a system likes.\n* -text\n";

/// The longest id and the longest message, in characters.
const LONGEST_ID: usize = 100;
const LONGEST_MESSAGE: usize = 500;

/// Freeze a cycle as it stands, with the whole handbook around it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  okrbook snapshot create 2026-Q3\n  \
    okrbook snapshot create 2026-Q3 --message \"As the board saw it\" --as-of 2026-10-05\n  \
    okrbook snapshot create 2026-Q3 --id 2026-Q3-start\n\nCommit snapshots/; nothing in it ever changes again.")]
pub(super) struct Arguments {
    /// The cycle.
    cycle: String,
    /// The handbook's folder, or any folder below it.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// What readers should know about it; public.
    #[arg(long, value_name = "TEXT", value_parser = message)]
    message: Option<String>,
    /// Its id, where the cycle's own is not meant [default: the cycle's].
    #[arg(long, value_name = "ID", value_parser = id)]
    id: Option<String>,
    #[command(flatten)]
    when: When,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let loaded = self.when.load(&self.path, Some(Audience::Internal))?;
        if loaded.stops(terminal) {
            terminal.say("nothing was frozen");
            return Ok(Exit::Findings);
        }
        let compiled = &loaded.compiled;
        let cycle = handbook::cycle(&compiled.handbook, &self.cycle)?;
        let name = compiled.handbook[cycle].id.value.as_str();
        let goals = goals(&loaded, cycle);
        if goals == 0 {
            let message = format!("no objective is set for `{name}`, so that there is nothing to freeze");
            let help = Some("`okrbook tree` shows all goals, with their cycles".to_owned());
            return Err(Error::Refused { message, help });
        }
        let own = if self.id.is_none() { id(name) } else { Ok(String::new()) };
        if let Err(fault) = own {
            let why = format!("a snapshot cannot be called `{name}`, as its cycle is: {fault}");
            return Err(Error::refused(why, format!("give it an id of its own: `--id {name}-end`")));
        }
        let id = self.id.as_deref().unwrap_or(name);
        let folder = loaded.root.join(FOLDER).join(id);
        if taken(id, &compiled.chain) || folder.exists() {
            return Err(refused(id, &compiled.chain));
        }
        let files = snapshot::freeze(&Freeze {
            id,
            cycle: name,
            message: self.message.as_deref(),
            previous: snapshot::last(&compiled.chain),
            handbook: &compiled.handbook,
            progress: &compiled.progress,
            settings: &compiled.settings,
            sources: &compiled.sources,
        });
        disk::write_folder(&folder, &files, (".gitattributes", ATTRIBUTES.as_bytes()))?;
        let goals = if goals == 1 { "1 objective".to_owned() } else { format!("{goals} objectives") };
        let as_of = compiled.progress.as_of;
        terminal.say(format_args!("froze {name} as of {as_of} in {FOLDER}/{id}: {goals}"));
        terminal
            .say(format_args!("commit {FOLDER}/; `okrbook snapshot verify` proves that it stays as it is"));
        Ok(Exit::Clean)
    }
}

/// How many objectives are set for a cycle, or for one inside it.
fn goals(loaded: &Loaded, cycle: CycleId) -> usize {
    let handbook = &loaded.compiled.handbook;
    let is_inside = |own: CycleId| {
        std::iter::successors(Some(own), |&own| handbook[own].parent).any(|above| above == cycle)
    };
    let own = handbook.objectives.iter().filter_map(|objective| objective.cycle);
    own.filter(|own| is_inside(own.value)).count()
}

/// Whether a snapshot has this id; some file systems do not tell capitals apart.
fn taken(id: &str, chain: &[About]) -> bool {
    chain.iter().any(|about| about.id.eq_ignore_ascii_case(id))
}

/// Nothing frozen is ever overwritten: the refusal names a way that is open.
fn refused(id: &str, chain: &[About]) -> Error {
    let others = (2..).map(|number| format!("{id}-{number}"));
    let free = std::iter::once(format!("{id}-end")).chain(others).find(|id| !taken(id, chain));
    let help = format!("freeze it under another id: `--id {}`", free.unwrap_or_default());
    let message = format!("there is a snapshot `{id}` already, and what is frozen is never overwritten");
    Error::Refused { message, help: Some(help) }
}

fn id(text: &str) -> Result<String, &'static str> {
    if text.chars().count() > LONGEST_ID {
        Err("it is longer than 100 characters")
    } else if text.contains("..") {
        Err("`..` stands between two snapshots that are compared")
    } else if text.eq_ignore_ascii_case(NOW) {
        Err("`now` is how things stand today, with which snapshots are compared")
    } else if is_reserved(text) {
        Err("Windows keeps this name for a device, so that no folder can have it")
    } else if is_id(text) {
        Ok(text.to_owned())
    } else {
        Err("use letters (a to z), digits, `.`, `_` and `-`, and begin with a letter or a digit")
    }
}

/// Whether Windows keeps a name for itself, in capitals or not, and whatever follows a dot.
fn is_reserved(text: &str) -> bool {
    let name = text.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let port = |rest: &str| matches!(rest.as_bytes(), [b'1'..=b'9']);
    matches!(&*name, "con" | "prn" | "aux" | "nul")
        || ["com", "lpt"].iter().any(|kind| name.strip_prefix(kind).is_some_and(port))
}

fn message(text: &str) -> Result<String, &'static str> {
    if text.chars().count() > LONGEST_MESSAGE {
        Err("it is longer than 500 characters")
    } else if text.chars().any(char::is_control) {
        Err("write it on one line")
    } else if text.trim().is_empty() {
        Err("it is empty")
    } else {
        Ok(text.trim().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{id, message};

    #[test]
    fn an_id_is_a_folder_and_never_a_range() {
        for right in ["2026-Q3-end", "nowhere", "com0", "console"] {
            assert!(id(right).is_ok(), "{right} is refused");
        }
        for wrong in [
            "",
            "../x",
            "a/b",
            "2026-Q2..2026-Q3",
            ".hidden",
            "now",
            "Now",
            "con",
            "NUL.x",
            "lpt9",
            &"x".repeat(101),
        ] {
            assert!(id(wrong).is_err(), "{wrong} is taken");
        }
    }

    #[test]
    fn a_message_is_a_line_of_text() {
        assert_eq!(message(" As the board saw it ").as_deref(), Ok("As the board saw it"));
        for wrong in ["", " ", "two\nlines", &"x".repeat(501)] {
            assert!(message(wrong).is_err(), "{wrong:?} is taken");
        }
    }
}
