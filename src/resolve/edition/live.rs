//! The `okr` blocks of an edition: their names mean what they mean in it.

use super::Kept;
use crate::model::{CycleId, Filter, KpiId, Live, Named};
use crate::text::Span;
use std::collections::HashMap;

impl Kept {
    /// The blocks that name nothing which is withheld. Others stand in prose that is withheld too.
    pub(super) fn blocks(&self, blocks: &HashMap<Span, Live>) -> HashMap<Span, Live> {
        blocks.iter().filter_map(|(&place, block)| Some((place, self.block(block)?))).collect()
    }

    fn block(&self, live: &Live) -> Option<Live> {
        let of = match live.of {
            None => None,
            Some(Named::Goal(goal)) => Some(Named::Goal(self.goal(goal)?)),
            Some(Named::Kpi(id)) => Some(Named::Kpi(KpiId::new(self.kpis[id.index()]?))),
            Some(Named::Team(id)) => Some(Named::Team(self.team_of(id)?)),
        };
        let Filter { teams, cycles, under, healths, states, tags } = &live.filter;
        let filter = Filter {
            teams: teams.iter().map(|&id| self.team_of(id)).collect::<Option<_>>()?,
            cycles: cycles
                .iter()
                .map(|&id| self.cycles[id.index()].map(CycleId::new))
                .collect::<Option<_>>()?,
            under: under.iter().map(|&goal| self.goal(goal)).collect::<Option<_>>()?,
            healths: healths.clone(),
            states: states.clone(),
            tags: tags.clone(),
        };
        Some(Live { of, filter, columns: live.columns.clone(), ..*live })
    }
}
