//! What following references brings up.

use crate::diagnostic::Finding;
use crate::model::{KeyResult, Renamed, TeamId, Text};

/// What following references brought up.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What uses an old id.
    pub renamed: Vec<Renamed>,
    /// Key results that are left out of their objectives because they are wrong.
    pub left_out: Vec<KeyResult>,
}

impl Notes {
    /// Adds what another stretch of work noted.
    pub fn merge(&mut self, other: Notes) {
        self.findings.extend(other.findings);
        self.renamed.extend(other.renamed);
        self.left_out.extend(other.left_out);
    }

    /// Says of the old ids from a place on in whose goal or KPI they stand.
    pub fn stand_in(&mut self, from: usize, team: Option<TeamId>) {
        self.renamed[from..].iter_mut().for_each(|renamed| renamed.team = team);
    }

    /// An old id, and the reference of today.
    pub(super) fn renamed(&mut self, reference: &Text, current: String) {
        let (span, old) = (reference.span, reference.value.clone());
        self.renamed.push(Renamed { span, old, current, team: None });
    }
}
