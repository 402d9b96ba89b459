//! `okrbook close`: writes the judgement at the end of an objective.

use super::{Error, Exit};
use crate::cli::desk::Desk;
use crate::cli::english;
use crate::cli::handbook::{When, date, words};
use crate::cli::questions::{Questions, optional_words, share, words as text};
use crate::cli::terminal::Terminal;
use crate::diagnostic::did_you_mean;
use crate::edit::Number;
use crate::edit::review::{Review, review};
use crate::model::{Date, Decision, ObjectiveId, Outcome, State};
use crate::syntax::fields::listed;
use clap::Args;
use std::path::PathBuf;

/// Write the review of an objective.
#[derive(Debug, Args)]
#[command(
    after_help = "On a terminal it asks for what is not said. Without a score, the objective's progress is written; \
    without an outcome, it follows from the score.\n\nExamples:\n  okrbook close shorter-waits\n  \
    okrbook close shorter-waits --score 0.7 --decision modify --learned \"The nurse at the door was worth it\""
)]
pub(in crate::cli) struct Arguments {
    /// The objective.
    objective: String,
    /// The handbook's folder, or any folder below it.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// The judgement, from 0.0 to 1.0 [default: its progress].
    #[arg(long, value_name = "SHARE")]
    score: Option<String>,
    /// How it ended [default: as the score says].
    #[arg(long, value_name = "OUTCOME", value_parser = words(Outcome::WORDS))]
    outcome: Option<Outcome>,
    /// What was learned.
    #[arg(long, value_name = "TEXT")]
    learned: Option<String>,
    /// What becomes of it.
    #[arg(long, value_name = "DECISION", value_parser = words(Decision::WORDS))]
    decision: Option<Decision>,
    /// The day of the judgement [default: the day as of which all holds, so today].
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Option<Date>,
    #[command(flatten)]
    when: When,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let mut desk = Desk::open(Some(&self.path), &self.when)?;
        let id = desk.objective(&self.objective)?;
        can_be_closed(&desk, id)?;
        let said = self.said(&desk, id)?;
        let said = if Questions::is_attended() {
            ask(said, self.score.is_none(), &desk, id, &mut Questions::new(terminal))?
        } else {
            said
        };
        let missing: Vec<&str> =
            [("--learned", said.learned.is_none()), ("--decision", said.decision.is_none())]
                .into_iter()
                .filter_map(|(name, is_missing)| is_missing.then_some(name))
                .collect();
        if !missing.is_empty() {
            let why = format!(
                "a review says what was learned and what becomes of the goal; missing: {}",
                listed(missing.into_iter())
            );
            let help = format!("decide on one of {}", listed(Decision::WORDS.iter().map(|(word, _)| *word)));
            return Err(Error::refused(why, help));
        }
        let edit = review(desk.handbook(), &desk.compiled.sources, id, &said);
        let written = desk.write(edit, terminal)?;
        terminal.say(format_args!("{}: {}", written.place, told(&desk, id, &said)));
        let stops = written.shows_findings(&desk, terminal);
        Ok(if stops { Exit::Findings } else { Exit::Clean })
    }

    /// What the options say, with the progress as score.
    fn said(&self, desk: &Desk, id: ObjectiveId) -> Result<Review, Error> {
        let score = self.score.as_deref().map(share).transpose()?;
        Ok(Review {
            closed_on: self.date.unwrap_or_else(|| desk.today()),
            score: score.or_else(|| derived_score(desk, id)),
            outcome: self.outcome,
            learned: optional_words(self.learned.as_deref())?,
            decision: self.decision,
        })
    }
}

/// Refuses what has its judgement already, and what has nothing to be judged.
fn can_be_closed(desk: &Desk, id: ObjectiveId) -> Result<(), Error> {
    let objective = &desk.handbook()[id];
    let name = &objective.id.value;
    if let Some(review) = &objective.review {
        let why = format!(
            "`{name}` has a review of {} in {}",
            review.closed_on.value,
            desk.place(review.closed_on.span)
        );
        return Err(Error::refused(why, "change that one by hand, if it must be changed"));
    }
    if objective.state.value == State::Draft {
        let help = "take `state: draft` out if it was pursued, or remove it";
        return Err(Error::refused(format!("`{name}` is a draft, and was never in force"), help));
    }
    Ok(())
}

/// The progress as a score; none of what is cancelled, and of what has no progress.
fn derived_score(desk: &Desk, id: ObjectiveId) -> Option<Number> {
    let is_cancelled = desk.handbook()[id].state.value == State::Cancelled;
    let progress = desk.compiled.progress.of(id).progress.filter(|_| !is_cancelled)?;
    Number::read(&english::score(progress))
}

/// Asks for what the options leave open.
fn ask(
    said: Review,
    asks_score: bool,
    desk: &Desk,
    id: ObjectiveId,
    questions: &mut Questions,
) -> Result<Review, Error> {
    let derived = derived_score(desk, id).map_or("none".to_owned(), |score| score.text);
    let score =
        if asks_score { questions.ask_for(&format!("score, 0.0 to 1.0 [{derived}]"), share)? } else { None };
    let outcome = match said.outcome {
        None => questions.ask_for(&question("outcome", Outcome::WORDS, "as the score says"), |answer| {
            known(Outcome::WORDS, answer)
        })?,
        said => said,
    };
    let learned = match said.learned {
        None => questions.ask_for("what was learned", text)?,
        said => said,
    };
    let decision = match said.decision {
        None => questions
            .ask_for(&question("decision", Decision::WORDS, ""), |answer| known(Decision::WORDS, answer))?,
        said => said,
    };
    Ok(Review { score: score.or(said.score), outcome, learned, decision, ..said })
}

fn question<T>(what: &str, words: &[(&'static str, T)], otherwise: &str) -> String {
    let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    let default = if otherwise.is_empty() { String::new() } else { format!(" [{otherwise}]") };
    format!("{what}, {}{default}", words.join(", "))
}

fn known<T: Copy>(words: &[(&'static str, T)], answer: &str) -> Result<T, Error> {
    words.iter().find(|(known, _)| *known == answer).map(|(_, value)| *value).ok_or_else(|| {
        let names = || words.iter().map(|(word, _)| *word);
        let help = did_you_mean(answer, names()).unwrap_or_else(|| format!("use one of {}", listed(names())));
        Error::refused(format!("`{}` is none of the words", answer.escape_debug()), help)
    })
}

/// What the review means, in a sentence.
fn told(desk: &Desk, id: ObjectiveId, said: &Review) -> String {
    let objective = &desk.handbook()[id];
    let derived = desk.compiled.progress.of(id);
    let name = &objective.id.value;
    if said.closed_on > desk.today() {
        return format!(
            "{name} is in force until {}, and closed from then on",
            english::date(said.closed_on)
        );
    }
    let score =
        derived.score.map_or(String::new(), |score| format!(" with a score of {}", english::score(score)));
    let outcome = derived.outcome.map_or(String::new(), |outcome| format!(": {}", outcome.word()));
    format!("{name} was closed on {}{score}{outcome}", english::date(said.closed_on))
}
