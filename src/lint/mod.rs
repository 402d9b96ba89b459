//! Judges the handbook: one rule a file, each with the page that explains it.
//!
//! A rule sees facts and reports places; it knows neither its level, nor the terminal, nor the other rules.
//! To add one: a file in `rules/` with its page beside it, and two lines in `rules/mod.rs`.

mod doubt;
mod frozen;
mod judge;
mod levels;
mod lineage;
mod mentions;
mod rules;
mod series;
mod texts;
mod wording;

pub use judge::{allowances, judge, look};
pub use rules::RULES;

use crate::config::{LintLevel, Settings};
use crate::diagnostic::Finding;
use crate::locale::Language;
use crate::model::{CheckIn, Handbook, KeyResultId, Kpi, Objective, ObjectiveId, Prose, State, TeamId};
use crate::progress::{Progress, active};
use crate::snapshot::Snapshot;
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

/// The rule of this name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|rule| rule.name.cmp(name)).ok().map(|index| RULES[index])
}

/// The level of a rule for whoever belongs to no team.
pub fn level(settings: &Settings, rule: &Rule) -> LintLevel {
    levels::decide(&settings.lints, rule.name, rule.level, None).level
}

/// Every name that settings and silencing comments may use.
pub fn names() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.name)
}

/// The facts that a rule may look at.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The whole handbook, internal goals included.
    pub handbook: &'a Handbook,
    /// What is derived of it.
    pub progress: &'a Progress,
    /// The settings in force.
    pub settings: &'a Settings,
    /// The texts.
    pub sources: &'a Sources,
    /// What was frozen, in the order of the chain.
    pub snapshots: &'a [Snapshot],
    /// The language of the site, with what its messages lack.
    pub language: &'a Language,
}

impl<'a> Context<'a> {
    /// A rule's limit: a team's own, else the settings', else the rule's.
    pub fn limit(&self, rule: &Rule, team: Option<TeamId>) -> f64 {
        let team = team.map(|team| &*self.handbook[team].id.value);
        self.settings.lints.limit(rule.name, team).or(rule.limit).unwrap_or_default()
    }

    /// The id of the team that owns an objective.
    pub fn team_of(&self, objective: &Objective) -> Option<&'a str> {
        objective.team.map(|team| self.handbook[team.value].id.value.as_str())
    }

    /// The id of the team that watches a KPI.
    pub fn team_of_kpi(&self, kpi: &Kpi) -> Option<&'a str> {
        kpi.team.map(|team| self.handbook[team.value].id.value.as_str())
    }

    /// The id of the team whose goal or KPI a piece of prose belongs to.
    pub fn team_of_prose(&self, prose: &Prose) -> Option<&'a str> {
        self.handbook.team_of(prose).map(|team| self.handbook[team].id.value.as_str())
    }

    /// The check-ins of a key result that exist on *as of*, by date.
    pub fn reported(&self, id: KeyResultId) -> &'a [CheckIn] {
        &self.handbook.key_result(id).check_ins[..self.progress.of_key_result(id).check_ins]
    }

    /// Objectives that are in force: neither draft, nor cancelled, nor closed on *as of*.
    pub fn active(&self) -> impl Iterator<Item = (ObjectiveId, &'a Objective)> {
        active(self.handbook, self.progress)
    }

    /// Objectives that count as set for their cycle: neither draft nor cancelled on *as of*.
    pub fn set(&self) -> impl Iterator<Item = (ObjectiveId, &'a Objective)> {
        let progress = self.progress;
        let is_set = move |id: ObjectiveId| matches!(progress.of(id).state, State::Active | State::Closed);
        self.handbook.objectives().filter(move |&(id, _)| is_set(id))
    }
}

/// What a rule reports.
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
