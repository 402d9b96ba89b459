//! Goals shown inside prose: what an `okr` block asks for, with every name resolved.

use super::goal::words;
use super::{CycleId, Goal, Health, KpiId, State, TeamId};

/// What an `okr` block asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// In which form.
    pub show: Show,
    /// What it is about; none stands for the whole handbook.
    pub of: Option<Named>,
    /// Which of that.
    pub filter: Filter,
    /// The columns of a table; empty where the block names none.
    pub columns: Vec<Column>,
    /// The most rows to show; at least 1.
    pub limit: Option<usize>,
}

/// A thing that a block is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// Mission, pillar, objective or key result.
    Goal(Goal),
    /// A KPI.
    Kpi(KpiId),
    /// A team.
    Team(TeamId),
}

impl Named {
    /// What the rows of a list about it are.
    pub fn rows(self) -> Rows {
        match self {
            Named::Goal(Goal::Mission | Goal::Pillar(_)) | Named::Team(_) => Rows::Objectives,
            Named::Goal(Goal::Objective(_) | Goal::KeyResult(_)) | Named::Kpi(_) => Rows::KeyResults,
        }
    }
}

/// What the rows of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Objectives.
    Objectives,
    /// Key results.
    KeyResults,
}

/// Which goals are shown: those that fit every list that is not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Owned by one of these teams.
    pub teams: Vec<TeamId>,
    /// In one of these cycles.
    pub cycles: Vec<CycleId>,
    /// Of one of these healths.
    pub healths: Vec<Health>,
    /// In one of these states.
    pub states: Vec<State>,
    /// With one of these tags.
    pub tags: Vec<String>,
    /// Somewhere below one of these goals.
    pub under: Vec<Goal>,
}

impl Filter {
    /// Whether everything fits.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }
}

/// The form of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Branches that open and close.
    Tree,
    /// The same as a drawing.
    Map,
    /// A table with columns of choice.
    Table,
    /// Rows with bar and health.
    List,
    /// A chart of each measure.
    Chart,
    /// KPIs with their latest value.
    Kpis,
    /// What was reported, newest first.
    CheckIns,
}

/// A column of a table. None of them is ever about a person's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The title, as a link.
    Title,
    /// The team that owns it.
    Team,
    /// Who leads it.
    Owner,
    /// Its cycle.
    Cycle,
    /// Draft, active, closed or cancelled.
    State,
    /// Committed or aspirational.
    Ambition,
    /// The value where it began.
    Start,
    /// The last value.
    Value,
    /// The value where it should end.
    Target,
    /// How far it is.
    Progress,
    /// How far it should be.
    Expected,
    /// How far it is behind its pace.
    Gap,
    /// How it fares.
    Health,
    /// What its owner believes.
    Confidence,
    /// How much of it is known.
    Coverage,
    /// The judgement at the end.
    Score,
    /// How it ended.
    Outcome,
}

impl Column {
    /// The only kind of rows that it says something about; none where it fits all.
    pub fn only_of(self) -> Option<Rows> {
        match self {
            Column::Start | Column::Value | Column::Target => Some(Rows::KeyResults),
            Column::Coverage | Column::Score | Column::Outcome => Some(Rows::Objectives),
            _ => None,
        }
    }
}

words! {
    Show {
        Tree "tree", Map "map", Table "table", List "list", Chart "chart", Kpis "kpis", CheckIns "check-ins"
    }
    Column {
        Title "title", Team "team", Owner "owner", Cycle "cycle", State "state", Ambition "ambition",
        Start "start", Value "value", Target "target", Progress "progress", Expected "expected", Gap "gap",
        Health "health", Confidence "confidence", Coverage "coverage", Score "score", Outcome "outcome"
    }
}
