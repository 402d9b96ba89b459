//! A handbook frozen at a date: the file format, the hash chain, and reading it back.
//!
//! [`freeze`] turns today's handbook into the files of `snapshots/ID/`; [`read`] proves that no byte of them has
//! changed since, and thaws them into the same types as today's handbook, so that pages and comparisons reuse what
//! exists. Every version of the format that was ever written has a module of its own (`v1`) and stays readable.
//! What is derived comes from the frozen numbers. The format is described in `content/manual/snapshots.md`.

mod chain;
pub mod compare;
mod manifest;
mod v1;
mod withhold;

pub use chain::read;
pub use manifest::{Link, MANIFEST};

use crate::config::Settings;
use crate::model::{Audience, Cycle, CycleId, Date, Handbook, ObjectiveId};
use crate::progress::{self, Progress};
use crate::resolve::edition;
use crate::text::{SourceId, Sources};
use rayon::prelude::*;
use std::sync::Arc;
use withhold::Left;

/// The folder of the handbook that holds all snapshots.
pub const FOLDER: &str = "snapshots";

/// A file below `snapshots/`, with what its raw bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    /// Its text.
    pub source: SourceId,
    /// Its length in bytes.
    pub bytes: u64,
    /// The BLAKE3 hash of its bytes.
    pub hash: blake3::Hash,
}

/// A snapshot whose every byte is as it was frozen.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// What its manifest says.
    pub about: About,
    /// Everything that was frozen.
    pub whole: Arc<Thawed>,
    /// What a public edition may show of it; nothing where its cycle is internal.
    pub public: Option<Arc<Thawed>>,
    /// Whether less is public of it than was then.
    pub is_cut: bool,
}

/// What a snapshot says about itself.
#[derive(Clone, Debug)]
pub struct About {
    /// Its id, which is the name of its folder.
    pub id: String,
    /// The id of the cycle for which it was made.
    pub cycle: String,
    /// The day on which all of its numbers hold.
    pub as_of: Date,
    /// What its maker says about it.
    pub message: Option<String>,
    /// The program that made it, with its version.
    pub generator: String,
    /// The hash that proves all of it, as 64 hex digits.
    pub digest: String,
    /// The snapshot before it.
    pub previous: Option<Link>,
    /// Its manifest among the sources of today's handbook, so that a finding can point there.
    pub source: SourceId,
}

/// A frozen handbook in the types of today's.
///
/// Its spans point into its own sources, never into those of today's handbook.
#[derive(Debug)]
pub struct Thawed {
    /// The handbook as it was linked.
    pub handbook: Handbook,
    /// What was derived of it then.
    pub progress: Progress,
    /// The settings that were in force: title, language, cadence, pace and bands; the rest are defaults.
    pub settings: Settings,
    /// The prose, under the paths that its files had.
    pub sources: Sources,
    /// The cycle for which it was frozen.
    pub cycle: CycleId,
}

impl Snapshot {
    /// What an edition may show.
    pub fn edition(&self, audience: Audience) -> Option<&Thawed> {
        match audience {
            Audience::Public => self.public.as_deref(),
            Audience::Internal => Some(&self.whole),
        }
    }

    /// Whether an edition shows less than what was frozen.
    pub fn withholds(&self, audience: Audience) -> bool {
        let is_whole = |public: &Arc<Thawed>| Arc::ptr_eq(public, &self.whole);
        audience == Audience::Public && !self.public.as_ref().is_some_and(is_whole)
    }

    /// The first 12 digits of its hash, for people.
    pub fn short_digest(&self) -> &str {
        &self.about.digest[..12]
    }
}

impl Thawed {
    /// It as one of two moments that are compared; `withholds` where an edition shows less than what was frozen.
    pub fn moment<'a>(&'a self, name: &'a str, withholds: bool) -> compare::Moment<'a> {
        compare::Moment { name, handbook: &self.handbook, progress: &self.progress, withholds }
    }

    /// The frozen cycle itself.
    pub fn cycle(&self) -> &Cycle {
        &self.handbook[self.cycle]
    }

    /// Whether an objective belongs to what was frozen: to the cycle, or to one inside it.
    pub fn holds(&self, id: ObjectiveId) -> bool {
        let own = self.handbook[id].cycle.map(|cycle| cycle.value);
        std::iter::successors(own, |&cycle| self.handbook[cycle].parent).any(|cycle| cycle == self.cycle)
    }
}

/// What is to be frozen, and under which name.
#[derive(Clone, Debug)]
pub struct Freeze<'a> {
    /// The id of the snapshot.
    pub id: &'a str,
    /// The id of the cycle, which is one of the handbook's.
    pub cycle: &'a str,
    /// What its maker says about it.
    pub message: Option<&'a str>,
    /// The last link of the chain.
    pub previous: Option<Link>,
    /// The whole handbook, everything internal included.
    pub handbook: &'a Handbook,
    /// What is derived of it.
    pub progress: &'a Progress,
    /// The settings in force.
    pub settings: &'a Settings,
    /// The texts.
    pub sources: &'a Sources,
}

/// The files of a snapshot, by their path in its folder. The same inputs give the same bytes.
pub fn freeze(freeze: &Freeze) -> Vec<(&'static str, Vec<u8>)> {
    let &Freeze { cycle, handbook, progress, settings, sources, .. } = freeze;
    let record = |handbook, progress, audience| {
        v1::bytes(&v1::Frozen { handbook, progress, settings, sources, audience, cycle })
    };
    let mut files = Vec::new();
    if edition::differs(handbook, Audience::Public) {
        files.push((v1::INTERNAL, record(handbook, progress, Audience::Internal)));
        let public = edition::public(handbook);
        let derived = progress::derive(&public, settings, progress.as_of);
        // A public edition that may not know the cycle has nothing to tell of it.
        if public.names.cycles.contains_key(cycle) {
            files.push((v1::PUBLIC, record(&public, &derived, Audience::Public)));
        }
    } else {
        files.push((v1::PUBLIC, record(handbook, progress, Audience::Public)));
    }
    let manifest = manifest::Manifest::of(freeze, &files).bytes();
    files.insert(0, (MANIFEST, manifest));
    files
}

/// What a new snapshot has to lead to: the last link of the chain.
pub fn last(chain: &[About]) -> Option<Link> {
    let last = chain.last()?;
    Some(Link { id: last.id.clone(), digest: last.digest.clone() })
}

/// Leaves what exists on a day. Answers the whole chain, to which the next snapshot is added whatever day is looked at.
pub fn look_back(snapshots: &mut Vec<Snapshot>, as_of: Date) -> Vec<About> {
    let chain = snapshots.iter().map(|snapshot| snapshot.about.clone()).collect();
    snapshots.retain(|snapshot| snapshot.about.as_of <= as_of);
    chain
}

/// Lets public editions of snapshots withhold what is internal today.
pub fn withhold(snapshots: &mut [Snapshot], today: &Handbook) {
    snapshots.par_iter_mut().for_each(|snapshot| {
        let Some(public) = &snapshot.public else { return };
        let left = withhold::withhold(public, today);
        snapshot.is_cut = !matches!(left, Left::All);
        match left {
            Left::All => {}
            Left::Some(left) => snapshot.public = Some(Arc::from(left)),
            Left::Nothing => snapshot.public = None,
        }
    });
}

/// The public editions of two revisions of a handbook, both whole. What is internal in one of them is in neither: a
/// goal for other readers is neither new nor gone.
pub fn public_editions(from: &Handbook, to: &Handbook) -> (Handbook, Handbook) {
    withhold::both(from, to)
}
