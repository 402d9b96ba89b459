//! The result of a comparison: what changed, of which goal, from what to what, and for which reasons.

use super::Held;
use crate::model::Date;
use crate::progress::Health;

/// Everything that changed between two moments.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The earlier moment.
    pub from: Side,
    /// The later one.
    pub to: Side,
    /// What changed, in the order of the later handbook; what it no longer holds comes behind.
    pub changes: Vec<Change>,
    /// How goals that both hold have moved, in the same order, each objective before its key results.
    pub standings: Vec<Standing>,
}

impl Comparison {
    /// Whether nothing at all changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.standings.is_empty()
    }
}

/// A moment by its name and day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What people call it.
    pub name: String,
    /// The day on which its numbers hold.
    pub as_of: Date,
}

/// What a change is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its kind.
    pub kind: SubjectKind,
    /// Its reference in the later handbook, else in the earlier one: `mission`, `ID`, `OBJECTIVE/KEY-RESULT`.
    pub reference: String,
    /// Its title in the later handbook, else in the earlier one.
    pub title: String,
    /// Of a key result, the title of its objective.
    pub of: Option<String>,
}

/// The kinds of things that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SubjectKind {
    /// The root of the tree.
    Mission,
    /// A strategic theme.
    Pillar,
    /// An objective.
    Objective,
    /// A key result.
    KeyResult,
    /// A KPI.
    Kpi,
}

impl SubjectKind {
    /// Its word in machine formats.
    pub fn word(self) -> &'static str {
        match self {
            SubjectKind::Mission => "mission",
            SubjectKind::Pillar => "pillar",
            SubjectKind::Objective => "objective",
            SubjectKind::KeyResult => "key-result",
            SubjectKind::Kpi => "kpi",
        }
    }
}

macro_rules! whats {
    ($($(#[$doc:meta])* $name:ident $word:literal,)*) => {
        /// What changed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum What { $($(#[$doc])* $name,)* }

        impl What {
            /// Its word in machine formats.
            pub fn word(self) -> &'static str {
                match self { $(What::$name => $word,)* }
            }
        }
    };
}

whats! {
    /// The thing is new. `from` holds the titles of the goal that it carries over; `detail` is `draft` of a draft.
    Added "added",
    /// The thing is shown now and was not before. Whether it is new as well is not for this edition to say.
    Published "published",
    /// The thing is gone. `to` holds the title of what it became a part of.
    Dropped "dropped",
    /// A draft was decided.
    Decided "decided",
    /// It was closed; `to` is its score, `detail` the word of its outcome.
    Closed "closed",
    /// It was given up.
    Cancelled "cancelled",
    /// It is in force again.
    Reopened "reopened",
    /// It is a draft again.
    Withdrawn "withdrawn",
    /// A score that had been given is another one.
    Score "score",
    /// An outcome that had been given is another one.
    Outcome "outcome",
    /// What was reported for a day is gone or says something else; `detail` is the day.
    Record "record",
    /// Another kind of measure.
    Measure "measure",
    /// Where a metric begins.
    Start "start",
    /// Where a metric should end.
    Target "target",
    /// What is promised of a metric.
    Commit "commit",
    /// What is dreamed of.
    Stretch "stretch",
    /// Bounds of a keep measure or of a healthy KPI.
    Bounds "bounds",
    /// What the numbers count.
    Unit "unit",
    /// The planned way.
    Plan "plan",
    /// What a zone means; `detail` is its word.
    Zone "zone",
    /// A new step of a milestones measure; `detail` is its title.
    StepAdded "step-added",
    /// A step that is gone; `detail` is its title.
    StepDropped "step-dropped",
    /// When a step is due; `detail` is its title.
    StepDue "step-due",
    /// The share of a step; `detail` is its title.
    StepWeight "step-weight",
    /// Its share in the mean of what it belongs to.
    Weight "weight",
    /// The title, or the mission's statement.
    Title "title",
    /// Why it matters.
    Why "why",
    /// The world that the mission works towards.
    Vision "vision",
    /// Who answers for it.
    Owner "owner",
    /// The team that owns it.
    Team "team",
    /// What it contributes to.
    Alignment "alignment",
    /// The stretch of time for which it is set.
    Cycle "cycle",
    /// What a full score means.
    Ambition "ambition",
    /// The last value of a KPI.
    Value "value",
    /// How a KPI fares.
    Status "status",
}

impl What {
    /// Whether it moves the goalposts: where a measure begins, where it should end, or how much it counts.
    pub fn is_goalpost(self) -> bool {
        (What::Measure..=What::Weight).contains(&self)
    }
}

/// Something that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Of which goal or KPI.
    pub subject: Subject,
    /// What.
    pub what: What,
    /// What [`What`] says about it.
    pub detail: Option<String>,
    /// What it was.
    pub from: Held,
    /// What it is.
    pub to: Held,
    /// Whether a moved target is easier to reach, where that can be told.
    pub easier: Option<bool>,
    /// What was written down about moved goalposts in between, oldest first.
    pub reasons: Vec<Reason>,
}

impl Change {
    pub(super) fn new(subject: &Subject, what: What) -> Change {
        Change {
            subject: subject.clone(),
            what,
            detail: None,
            from: Held::Nothing,
            to: Held::Nothing,
            easier: None,
            reasons: Vec::new(),
        }
    }

    pub(super) fn held(mut self, from: Held, to: Held) -> Change {
        self.from = from;
        self.to = to;
        self
    }

    pub(super) fn detail(mut self, detail: impl Into<String>) -> Change {
        self.detail = Some(detail.into());
        self
    }
}

/// A reason that somebody wrote down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// When.
    pub date: Date,
    /// Inline Markdown.
    pub text: String,
}

/// How a goal that both moments hold has moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// An objective, or a key result of the last one before it.
    pub subject: Subject,
    /// Progress in both; none where nothing is known.
    pub progress: (Option<f64>, Option<f64>),
    /// Health in both.
    pub health: (Health, Health),
    /// The last measured value in both, where the measure is the same.
    pub value: (Held, Held),
}
