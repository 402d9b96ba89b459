//! What each id of a record means: no two things of a kind have the same.

use super::record::Record;
use super::thaw::Thawing;
use crate::model::{
    ByName, CycleId, Goal, KeyResultId, KpiId, Names, ObjectiveId, PersonId, PillarId, TeamId,
};
use crate::syntax::fields::is_id;
use std::collections::HashMap;

/// Key results by the id of their objective and their own.
pub(super) type KeyResults<'r> = HashMap<(&'r str, &'r str), KeyResultId>;

/// Claims all names of a record, so that references can lead anywhere.
pub(super) fn claim(record: &Record) -> Thawing<(Names, KeyResults<'_>)> {
    let mut names = Names::default();
    let mut key_results = KeyResults::new();
    if record.mission.is_some() {
        take(&mut names.goals, "mission", Goal::Mission)?;
    }
    for (index, pillar) in record.pillars.iter().enumerate() {
        take(&mut names.goals, &pillar.id, Goal::Pillar(PillarId::new(index)))?;
    }
    for (index, objective) in record.objectives.iter().enumerate() {
        let id = ObjectiveId::new(index);
        take(&mut names.goals, &objective.id, Goal::Objective(id))?;
        for (place, key_result) in objective.key_results.iter().enumerate() {
            let key = (objective.id.as_str(), key_result.id.as_str());
            let index = u32::try_from(place).map_err(|_| "an objective has too many key results")?;
            let is_known = key_results.insert(key, KeyResultId { objective: id, index }).is_some();
            if is_known || !is_id(&key_result.id) {
                return Err(format!("`{}/{}` is no id of its own", key.0, key.1.escape_debug()));
            }
        }
    }
    for (index, cycle) in record.cycles.iter().enumerate() {
        take(&mut names.cycles, &cycle.id, CycleId::new(index))?;
    }
    for (index, team) in record.teams.iter().enumerate() {
        take(&mut names.teams, &team.id, TeamId::new(index))?;
    }
    for (index, person) in record.people.iter().enumerate() {
        take(&mut names.people, &person.id, PersonId::new(index))?;
    }
    for (index, kpi) in record.kpis.iter().enumerate() {
        take(&mut names.kpis, &kpi.id, KpiId::new(index))?;
    }
    claim_old(record, &mut names);
    Ok((names, key_results))
}

/// Lets old names lead to what bears them no longer.
fn claim_old(record: &Record, names: &mut Names) {
    for (index, pillar) in record.pillars.iter().enumerate() {
        keep_old(&mut names.goals, &pillar.about.redirect_from, Goal::Pillar(PillarId::new(index)));
    }
    for (index, objective) in record.objectives.iter().enumerate() {
        keep_old(&mut names.goals, &objective.about.redirect_from, Goal::Objective(ObjectiveId::new(index)));
    }
    for (index, cycle) in record.cycles.iter().enumerate() {
        keep_old(&mut names.cycles, &cycle.about.redirect_from, CycleId::new(index));
    }
    for (index, team) in record.teams.iter().enumerate() {
        keep_old(&mut names.teams, &team.about.redirect_from, TeamId::new(index));
    }
    for (index, person) in record.people.iter().enumerate() {
        keep_old(&mut names.people, &person.about.redirect_from, PersonId::new(index));
    }
    for (index, kpi) in record.kpis.iter().enumerate() {
        keep_old(&mut names.kpis, &kpi.about.redirect_from, KpiId::new(index));
    }
}

/// Takes a name of a space.
fn take<T>(space: &mut ByName<T>, id: &str, thing: T) -> Thawing<()> {
    if !is_id(id) {
        return Err(format!("`{}` cannot be an id", id.escape_debug()));
    }
    match space.insert(id.to_owned(), thing) {
        None => Ok(()),
        Some(_) => Err(format!("two things of the snapshot have the id `{id}`")),
    }
}

/// Keeps old names where nothing else is called so now.
fn keep_old<T: Copy>(space: &mut ByName<T>, old: &[String], thing: T) {
    for name in old {
        space.entry(name.clone()).or_insert(thing);
    }
}
