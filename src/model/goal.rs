//! Objectives, their key results, and everything said about them.

use super::Decimal;
use super::rare::Empty;
use super::{
    About, CycleId, Date, Goal, KeyResultId, KpiId, Measure, ObjectiveId, PersonId, Rare, TeamId, Text, Zone,
};
use crate::text::{Span, Spanned};
use std::sync::Arc;

/// What an outcome of 1.0 means: expected, or a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ambition {
    /// Expected in full.
    Committed,
    /// A stretch; 0.7 is a success.
    Aspirational,
}

/// The state that the source says; the effective one is derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not decided yet.
    Draft,
    /// In force.
    Active,
    /// Done with.
    Closed,
    /// Given up.
    Cancelled,
}

/// Who proposed an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From above.
    TopDown,
    /// From the team.
    BottomUp,
}

/// An owner's word on how it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// As planned.
    OnTrack,
    /// In danger.
    AtRisk,
    /// Failing.
    OffTrack,
}

/// How an objective ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Reached.
    Achieved,
    /// In part.
    Partly,
    /// Not reached.
    Missed,
    /// Put off; only a review says so.
    Postponed,
    /// Given up.
    Cancelled,
}

/// What follows from a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Go on as it is.
    Keep,
    /// Go on differently.
    Modify,
    /// Stop.
    Abandon,
}

/// Where we want to go.
#[derive(Clone, Debug)]
pub struct Objective {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Its cycle; only a draft may have none.
    pub cycle: Option<Spanned<CycleId>>,
    /// Its key results, with ids unique among them.
    pub key_results: Vec<KeyResult>,
    /// The team that owns it.
    pub team: Option<Spanned<TeamId>>,
    /// The lead.
    pub owner: Option<Spanned<PersonId>>,
    /// Further owners, where the source lists several.
    pub other_owners: Vec<Spanned<PersonId>>,
    /// Inline Markdown.
    pub why: Option<Text>,
    /// Inline Markdown.
    pub summary: Option<Text>,
    /// What it contributes to; the first is its place in the tree.
    pub aligns_to: Vec<Alignment>,
    /// Who proposed it.
    pub origin: Option<Origin>,
    /// What 1.0 means.
    pub ambition: Ambition,
    /// Whether the source says its ambition.
    pub ambition_is_said: bool,
    /// The state that the source says.
    pub state: Spanned<State>,
    /// Its share in its parent's mean; at least 0.
    pub weight: f64,
    /// Where that is written, if it is.
    pub weight_span: Option<Span>,
    /// Other teams at work on it.
    pub contributors: Vec<Spanned<TeamId>>,
    /// Its earlier self.
    pub carried_over_from: Option<Spanned<ObjectiveId>>,
    /// What it needs from others.
    pub depends_on: Vec<Dependency>,
    /// What is deliberately left undone.
    pub not_doing: Vec<Text>,
    /// The work that is bet on.
    pub initiatives: Vec<Initiative>,
    /// What changed on the way, and why.
    pub changes: Vec<Change>,
    /// The judgement at the end.
    pub review: Option<Review>,
    /// What the source says, but leads nowhere.
    pub lost: LostReferences,
    /// Visibility, tags, links, body.
    pub about: Rare<About>,
}

/// References of an objective that are written but lead nowhere. They are reported already: a rule about what is
/// missing should not report them again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LostReferences {
    /// One of its alignments.
    pub aligns_to: bool,
    /// One of its owners.
    pub owner: bool,
    /// Its team.
    pub team: bool,
    /// All of its owners, where there are several and one leads nowhere.
    pub several_owners: Option<SeveralOwners>,
}

/// More owners than one, as they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeveralOwners {
    /// Where the first stands.
    pub first: Span,
    /// Where the second stands.
    pub second: Span,
    /// How many there are.
    pub count: u32,
}

/// A link upwards.
#[derive(Clone, Debug)]
pub struct Alignment {
    /// What it leads to.
    pub to: Goal,
    /// Where the reference is written.
    pub span: Span,
    /// The fingerprint that somebody confirmed, with its place.
    pub reviewed: Option<Text>,
}

/// A key result: how we know that we are there.
#[derive(Clone, Debug)]
pub struct KeyResult {
    /// Its id, unique in its objective.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Who answers for it.
    pub owner: Option<Spanned<PersonId>>,
    /// Its share in the objective's progress; at least 0.
    pub weight: f64,
    /// Where that is written, if it is.
    pub weight_span: Option<Span>,
    /// Inline Markdown.
    pub why: Option<Text>,
    /// The KPI it means to move.
    pub kpi: Option<Spanned<KpiId>>,
    /// What it contributes to, beside its own objective.
    pub aligns_to: Vec<Alignment>,
    /// Where the measurement comes from.
    pub source: Option<Text>,
    /// Public editions show its progress and nothing else of it. In such an edition the measure is already
    /// rescaled to attainments (0 to 1, no unit), and notes and changes are gone.
    pub masked: bool,
    /// What is measured and how.
    pub measure: Measure,
    /// What the numbers count.
    pub unit: Option<Text>,
    /// All of its check-ins, from every source, by date; at most one a day. Those who read one table alone share them.
    pub check_ins: Arc<Vec<CheckIn>>,
    /// What changed on the way, and why.
    pub changes: Vec<Change>,
    /// Visibility, tags, links.
    pub about: Rare<About>,
}

/// What somebody reported on a day.
#[derive(Clone, Debug)]
pub struct CheckIn {
    /// The day, where it is written.
    pub date: Spanned<Date>,
    /// The measured value (metric and keep), where it is written.
    pub value: Option<Spanned<Decimal>>,
    /// The zone (zones).
    pub zone: Option<Zone>,
    /// How much its owner believes in it, 0 to 1.
    pub confidence: Option<Spanned<f64>>,
    /// Inline Markdown.
    pub note: Option<Text>,
    /// Withheld from public editions.
    pub internal: bool,
    /// What most check-ins do not say.
    pub aside: Rare<Aside>,
}

/// What may be said beside the numbers and the note of a check-in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aside {
    /// The owner's word.
    pub status: Option<Spanned<Status>>,
    /// Who reported.
    pub by: Option<Spanned<PersonId>>,
    /// The next action.
    pub next: Option<Text>,
}

impl Empty for Aside {
    const EMPTY: &'static Aside = &Aside { status: None, by: None, next: None };
}

/// A change of a goal on the way.
#[derive(Clone, Debug)]
pub struct Change {
    /// When.
    pub date: Spanned<Date>,
    /// What changed; inline Markdown.
    pub what: Text,
    /// Why; inline Markdown.
    pub reason: Text,
}

/// The judgement at the end.
#[derive(Clone, Debug)]
pub struct Review {
    /// When it was closed.
    pub closed_on: Spanned<Date>,
    /// 0 to 1.
    pub score: Option<f64>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Inline Markdown.
    pub learned: Option<Text>,
    /// What follows.
    pub decision: Option<Decision>,
}

/// What an objective needs from somebody.
#[derive(Clone, Debug)]
pub struct Dependency {
    /// From whom.
    pub on: Party,
    /// Where that is written.
    pub span: Span,
    /// The day by which it is needed.
    pub needed_by: Option<Date>,
    /// Whether they agreed.
    pub state: DependencyState,
}

/// Whom an objective depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// A team.
    Team(TeamId),
    /// A goal.
    Goal(Goal),
}

/// Whether the other side agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DependencyState {
    /// Asked.
    Requested,
    /// Agreed.
    Confirmed,
    /// Refused.
    Declined,
}

/// Work that is bet on; never counts as progress.
#[derive(Clone, Debug)]
pub struct Initiative {
    /// Its title.
    pub title: Text,
    /// Its id, if it has one.
    pub id: Option<Text>,
    /// How far it is.
    pub state: InitiativeState,
    /// Who does it.
    pub owner: Option<Spanned<PersonId>>,
    /// When it is due.
    pub due: Option<Date>,
    /// Where to read more.
    pub link: Option<Text>,
    /// The key results it should move.
    pub key_results: Vec<KeyResultId>,
    /// Visibility, tags, links.
    pub about: Rare<About>,
}

/// How far an initiative is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InitiativeState {
    /// Not begun.
    Planned,
    /// Under way.
    Active,
    /// Finished.
    Done,
    /// Given up.
    Dropped,
}

/// The words of a closed list, in its order, so that reading, writing and the schema agree.
macro_rules! words {
    ($($type:ident { $($variant:ident $word:literal),* })*) => {$(
        impl $type {
            /// All values with their words.
            pub const WORDS: &'static [(&'static str, $type)] = &[$(($word, $type::$variant)),*];

            /// Its word.
            pub fn word(self) -> &'static str {
                match self { $($type::$variant => $word),* }
            }
        }
    )*};
}

pub(super) use words;

words! {
    Ambition { Committed "committed", Aspirational "aspirational" }
    State { Draft "draft", Active "active", Closed "closed", Cancelled "cancelled" }
    Origin { TopDown "top-down", BottomUp "bottom-up" }
    Status { OnTrack "on-track", AtRisk "at-risk", OffTrack "off-track" }
    Outcome {
        Achieved "achieved", Partly "partly", Missed "missed", Postponed "postponed", Cancelled "cancelled"
    }
    Decision { Keep "keep", Modify "modify", Abandon "abandon" }
    DependencyState { Requested "requested", Confirmed "confirmed", Declined "declined" }
    InitiativeState { Planned "planned", Active "active", Done "done", Dropped "dropped" }
    Zone { Fail "fail", Commit "commit", Target "target", Stretch "stretch" }
}
