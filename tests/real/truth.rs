//! Whether a finding about a converted handbook is a true one, derived again from the neutral file alone.

use crate::neutral::{File, KeyResult, Objective, Shape, later};
use std::collections::{BTreeMap, HashMap};

/// What a finding says, and about what.
pub(crate) struct Claim<'a> {
    /// Its code.
    pub(crate) code: &'a str,
    /// Its message.
    pub(crate) message: &'a str,
    /// The text at its place.
    pub(crate) words: &'a str,
    /// The id of the objective in whose file it stands.
    pub(crate) objective: &'a str,
    /// The id of the key result in which it stands, if in one.
    pub(crate) key_result: Option<&'a str>,
}

/// A neutral file, to look up facts in.
pub(crate) struct Facts<'a> {
    file: &'a File,
    by_id: HashMap<&'a str, &'a Objective>,
    as_of: String,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(file: &'a File) -> Self {
        let by_id = file.objectives.iter().map(|goal| (goal.id.as_str(), goal)).collect();
        Facts { file, by_id, as_of: file.as_of() }
    }

    /// Whether a finding is right; a code of which nothing is known here is not.
    pub(crate) fn confirm(&self, claim: &Claim) -> bool {
        let goal = self.by_id[claim.objective];
        let own = claim.key_result.and_then(|id| goal.key_results.iter().find(|own| own.id == id));
        match claim.code {
            "orphan-objective" => self.is_active(goal) && goal.parent_ids.is_empty(),
            "closed-parent" => {
                self.is_active(goal) && self.parents(goal).any(|parent| !self.is_active(parent))
            }
            "outlived-parent" => self.parents(goal).any(|parent| self.end(goal) > self.end(parent)),
            "redundant-alignment" => self.is_redundant(goal),
            "no-key-results" => goal.key_results.is_empty(),
            "too-few-key-results" => goal.key_results.len() == 1,
            "too-many-key-results" => goal.key_results.len() > 5,
            "too-many-objectives" => self.siblings(goal) > 3,
            "missing-why" => goal.why.as_ref().is_none_or(|why| why.trim().is_empty()),
            "missing-owner" => match own {
                Some(own) => own.owners().is_empty() && goal.owners.is_empty(),
                None => goal.owners.is_empty(),
            },
            "several-owners" => goal.owners.len() > 1,
            "appraisal-language" | "placeholder" => is_named(claim),
            "missing-baseline" => own.is_some_and(|own| matches!(own.shape(), Shape::Metric(None, _))),
            "activity-key-result" => own.is_some_and(|own| is_activity(own, claim)),
            "kpi-as-key-result" => own.is_some_and(|own| is_standing(own, goal)),
            "mostly-tasks" => {
                let is_task = |own: &&KeyResult| matches!(own.shape(), Shape::Done(_));
                goal.key_results.iter().filter(is_task).count() * 2 > goal.key_results.len()
            }
            "late-check-in" => own.is_some_and(|own| {
                let last = later(&self.end(goal), 14);
                own.checkins.iter().any(|said| said.date > last && claim.words.contains(&said.date))
            }),
            "stale-check-in" => self.is_active(goal) && own.is_some_and(|own| self.is_stale(own, goal)),
            "close-overdue" => self.is_active(goal) && later(&self.end(goal), 7) < self.as_of,
            "incomplete-review" => goal.score().is_some(),
            "duplicate-title" => self.is_duplicate(own.map_or(&goal.title, |own| &own.title), goal),
            _ => false,
        }
    }

    /// How often each finding about an objective in force is due.
    pub(crate) fn due(&self) -> BTreeMap<&'static str, usize> {
        let codes = [
            "orphan-objective",
            "no-key-results",
            "too-few-key-results",
            "too-many-key-results",
            "missing-why",
            "missing-owner",
            "several-owners",
            "mostly-tasks",
            "close-overdue",
        ];
        let is_due = |code, goal: &Objective| {
            let claim = Claim { code, message: "", words: "", objective: &goal.id, key_result: None };
            self.is_active(goal) && self.confirm(&claim)
        };
        let count = |code| self.file.objectives.iter().filter(|goal| is_due(code, goal)).count();
        codes.into_iter().map(|code| (code, count(code))).collect()
    }

    /// Neither judged yet nor proposed or refused.
    fn is_active(&self, goal: &Objective) -> bool {
        let is_judged = goal.score().is_some() && self.end(goal) <= self.as_of;
        !is_judged && !matches!(goal.state.as_deref(), Some("Proposed" | "Not accepted"))
    }

    fn end(&self, goal: &Objective) -> String {
        self.file.days(&goal.cycle).1
    }

    fn parents<'s>(&'s self, goal: &'s Objective) -> impl Iterator<Item = &'a Objective> + 's {
        goal.parent_ids.iter().map(|parent| self.by_id[parent.as_str()])
    }

    /// Whether one of its parents is above another.
    fn is_redundant(&self, goal: &Objective) -> bool {
        self.parents(goal).any(|parent| {
            let mut above: Vec<&Objective> = self.parents(parent).collect();
            let mut next = 0;
            while next < above.len() {
                let more: Vec<&Objective> = self.parents(above[next]).collect();
                above.extend(more);
                next += 1;
            }
            above.iter().any(|goal_above| goal.parent_ids.contains(&goal_above.id))
        })
    }

    fn siblings(&self, goal: &Objective) -> usize {
        let is_sibling = |other: &&Objective| {
            other.team == goal.team
                && other.cycle == goal.cycle
                && !matches!(other.state.as_deref(), Some("Proposed" | "Not accepted"))
        };
        self.file.objectives.iter().filter(is_sibling).count()
    }

    /// Whether a key result was not reported on in time.
    fn is_stale(&self, own: &KeyResult, goal: &Objective) -> bool {
        let start = self.file.days(&goal.cycle).0;
        let last = own.checkins.iter().map(|said| said.date.as_str()).max().unwrap_or_default();
        later(last.max(&start), 10) < self.as_of
    }

    fn is_duplicate(&self, title: &str, goal: &Objective) -> bool {
        let letters = |title: &str| title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let title = letters(title);
        let same_cycle = self.file.objectives.iter().filter(|other| other.cycle == goal.cycle);
        let titles = same_cycle.flat_map(|other| {
            std::iter::once(&other.title).chain(other.key_results.iter().map(|own| &own.title))
        });
        titles.filter(|other| letters(other) == title).count() > 1
    }
}

/// Whether the words that the message quotes last stand where it points.
fn is_named(claim: &Claim) -> bool {
    let quoted = claim.message.split('`').filter(|part| !part.trim().is_empty());
    quoted.into_iter().any(|word| claim.words.to_lowercase().contains(&word.to_lowercase()))
}

/// Whether it is done or not, or its title begins with the word that the message quotes.
fn is_activity(own: &KeyResult, claim: &Claim) -> bool {
    let title = own.title.to_lowercase();
    let words: Vec<&str> = title.split(|letter: char| !letter.is_alphanumeric()).collect();
    let begins = |activity: &str| words.join(" ").trim_start().starts_with(activity);
    match claim.message.split_once("the activity `") {
        Some((_, rest)) => rest.strip_suffix('`').is_some_and(begins),
        None => matches!(own.shape(), Shape::Done(_)),
    }
}

/// Whether it keeps something as it is and stands alone, or goes on from the cycle before.
fn is_standing(own: &KeyResult, goal: &Objective) -> bool {
    let is_keep = matches!(own.shape(), Shape::AtLeast(_) | Shape::AtMost(_));
    (is_keep && goal.key_results.len() == 1) || goal.continues.is_some()
}
