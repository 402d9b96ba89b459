//! What changed between two moments of a handbook: a pure function of both, with data as its result.
//!
//! The words for it stand in `page`; nothing here formats. Both moments are of the same audience: what an edition
//! withholds is in neither of them. Of people only names are told, where another one answers for a goal.

mod change;
mod goals;
mod held;
mod kpis;
mod measure;
mod objectives;
mod pairs;
mod record;
mod standing;

pub use change::{Change, Comparison, Reason, Side, Standing, Subject, SubjectKind, What};
pub use held::Held;
pub use objectives::{goalposts, weight_of_objective};
pub use pairs::{Pairs, key_results, kpis, objectives as pair_objectives, pillars};
pub use record::{check_ins, readings};

use crate::model::{Audience, Handbook};
use crate::progress::Progress;

/// A handbook as it stood at some time: frozen, in a revision of its repository, or now.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// What people call it: the id of a snapshot, a revision, `now`.
    pub name: &'a str,
    /// The handbook, in the edition of its readers.
    pub handbook: &'a Handbook,
    /// What was derived of it.
    pub progress: &'a Progress,
    /// Whether this edition withholds something of it, so that what it does not show may have been there.
    pub withholds: bool,
}

/// The two moments that are compared, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Between<'a> {
    /// The earlier one.
    pub from: Moment<'a>,
    /// The later one.
    pub to: Moment<'a>,
    /// For whom; both are of that edition.
    pub audience: Audience,
}

impl Between<'_> {
    /// What is said of a thing that only the later moment holds.
    fn arrival(&self) -> What {
        if self.from.withholds { What::Published } else { What::Added }
    }
}

/// Compares an earlier moment with a later one, both of the edition of one audience.
pub fn compare(from: Moment, to: Moment, audience: Audience) -> Comparison {
    let between = Between { from, to, audience };
    let side = |moment: Moment| Side { name: moment.name.to_owned(), as_of: moment.progress.as_of };
    let mut comparison =
        Comparison { from: side(from), to: side(to), changes: Vec::new(), standings: Vec::new() };
    goals::compare(between, &mut comparison.changes);
    objectives::compare(between, &mut comparison);
    kpis::compare(between, &mut comparison.changes);
    comparison
}
