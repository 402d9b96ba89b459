//! A handbook that makes sense: types and their invariants only.
//!
//! A [`Handbook`] is minted by [`crate::resolve`] alone and never changes afterwards: ids are unique, every
//! reference leads somewhere, parents form no loop, everything stands in the order of the sources. Ids such as
//! [`ObjectiveId`] index its lists and cannot fail. Spans point at where a value was written, so that a
//! judgement can point there too.

mod cycle;
mod entity;
mod goal;
mod handbook;
mod health;
mod ids;
mod live;
mod measure;
mod page;
mod rare;

pub use cycle::{Cadence, Cycle, day_number, days_between};
pub use entity::{About, Mission, Person, Pillar, Team, WebLink};
pub use goal::{
    Alignment, Ambition, Aside, Change, CheckIn, Decision, Dependency, DependencyState, Initiative,
    InitiativeState, KeyResult, LostReferences, Objective, Origin, Outcome, Party, Review, SeveralOwners,
    State, Status,
};
pub use handbook::{Audience, ByName, Handbook, Names, Renamed};
pub use health::Health;
pub use ids::{CycleId, Goal, KeyResultId, KpiId, ObjectiveId, PersonId, PillarId, TeamId};
pub use live::{Column, Filter, Live, Named, Rows, Show};
pub use measure::{Bounds, Kpi, Measure, Milestone, PlanPoint, Reading, Zone, ZoneTexts};
pub use page::{Body, Chapter, Page, Prose, SitePath};
pub use rare::Rare;

use crate::text::Spanned;

/// Inline Markdown as written in a `why`, a `note` and the like, or a plain text such as a title.
pub type Text = Spanned<String>;

/// A day without a clock.
pub type Date = jiff::civil::Date;

/// A measured number, exact.
pub type Decimal = rust_decimal::Decimal;
