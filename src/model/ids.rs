//! Indexes into a handbook's lists. They are minted while a handbook is built, so indexing cannot fail.

macro_rules! ids {
    ($($name:ident: $what:literal),*) => {$(
        #[doc = concat!("Which ", $what, " of a [`Handbook`](super::Handbook).")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl $name {
            pub(crate) fn new(index: usize) -> Self {
                $name(u32::try_from(index).expect("a handbook has fewer than 2^32 things of a kind"))
            }

            /// Its place in the list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    PillarId: "pillar", CycleId: "cycle", TeamId: "team", PersonId: "person",
    KpiId: "KPI", ObjectiveId: "objective"
}

/// Which key result of which objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyResultId {
    /// Its objective.
    pub objective: ObjectiveId,
    /// Its place among the objective's key results.
    pub index: u32,
}

/// Anything that a goal can align to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Goal {
    /// The root of the tree.
    Mission,
    /// A strategic theme.
    Pillar(PillarId),
    /// An objective.
    Objective(ObjectiveId),
    /// A key result of an objective.
    KeyResult(KeyResultId),
}

impl Goal {
    /// The objective that it is, or belongs to.
    pub fn objective(self) -> Option<ObjectiveId> {
        match self {
            Goal::Objective(id) => Some(id),
            Goal::KeyResult(id) => Some(id.objective),
            Goal::Mission | Goal::Pillar(_) => None,
        }
    }
}
