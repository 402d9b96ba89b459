//! Judges the handbook: one rule a file, each with the page that explains it.
//!
//! A rule sees facts and reports places; it knows neither its level, nor the terminal, nor the other rules.
//! To add one: a file in `rules/` with its page beside it, and a line in `rules/mod.rs`.

mod judge;
mod rules;

pub use judge::judge;
pub use rules::RULES;

use crate::config::{LintLevel, Settings};
use crate::diagnostic::Finding;
use crate::model::{Handbook, Objective, ObjectiveId, TeamId};
use crate::progress::Progress;
use crate::text::{Sources, Span};

/// A rule: a judgement about goals that somebody may see differently, so that its level is a setting.
#[derive(Debug)]
pub struct Rule {
    /// Its name; reads well after "allow".
    pub name: &'static str,
    /// Its level where the settings are silent.
    pub level: LintLevel,
    /// Its limit where the settings are silent, for rules that have one.
    pub limit: Option<f64>,
    /// Its page: Markdown with the headings What it finds, Why it matters, Example, Instead.
    pub docs: &'static str,
    /// Looks at everything and reports.
    pub check: fn(&Context, &mut Findings),
}

/// The facts that a rule may look at.
pub struct Context<'a> {
    /// The whole handbook, internal goals included.
    pub handbook: &'a Handbook,
    /// What is derived of it.
    pub progress: &'a Progress,
    /// The settings in force.
    pub settings: &'a Settings,
    /// The texts.
    pub sources: &'a Sources,
    /// The rule that is looking.
    pub rule: &'static Rule,
}

impl Context<'_> {
    /// The rule's limit: a team's own, else the settings', else the rule's.
    pub fn limit(&self, team: Option<TeamId>) -> f64 {
        let team = team.and_then(|team| self.settings.lints.teams.get(&self.handbook[team].id.value));
        team.and_then(|rules| rules.get(self.rule.name))
            .and_then(|rule| rule.limit)
            .or_else(|| self.settings.lints.rules.get(self.rule.name).and_then(|rule| rule.limit))
            .or(self.rule.limit)
            .unwrap_or_default()
    }

    /// The id of the team that owns an objective.
    pub fn team_of(&self, objective: &Objective) -> Option<&str> {
        objective.team.map(|team| self.handbook[team.value].id.value.as_str())
    }

    /// Objectives that are in force: neither draft, nor cancelled, nor closed on *as of*.
    pub fn active(&self) -> impl Iterator<Item = (ObjectiveId, &Objective)> {
        let is_active = |id: ObjectiveId| self.progress.of(id).state == crate::model::State::Active;
        self.handbook.objectives().filter(move |&(id, _)| is_active(id))
    }
}

/// What the rules report.
#[derive(Default)]
pub struct Findings {
    rule: &'static str,
    items: Vec<Finding>,
}

impl Findings {
    /// Reports a finding of the rule that is looking: start with [`Findings::at`].
    pub fn push(&mut self, finding: Finding) {
        self.items.push(finding);
    }

    /// A finding of the rule that is looking, to be completed and pushed.
    pub fn at(&self, span: Span, message: impl Into<String>) -> Finding {
        Finding::lint(self.rule, span, message)
    }
}
