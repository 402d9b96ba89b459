//! Follows references, and explains those that lead nowhere.

mod notes;

pub use notes::Notes;

use super::cycles;
use super::names::Space;
use crate::diagnostic::Finding;
use crate::diagnostic::errors::{AMBIGUOUS_REFERENCE, UNKNOWN_REFERENCE, WRONG_REFERENCE};
use crate::model::{CycleId, Goal, KeyResultId, KpiId, ObjectiveId, Party, PersonId, TeamId, Text};
use crate::syntax::fields::listed;
use crate::text::Spanned;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Every name of a handbook, and what is needed to follow a reference.
#[derive(Clone, Debug, Default)]
pub struct Linker {
    /// Mission, pillars and objectives.
    pub goals: Space<Goal>,
    /// Cycles.
    pub cycles: Space<CycleId>,
    /// Teams.
    pub teams: Space<TeamId>,
    /// People.
    pub people: Space<PersonId>,
    /// KPIs.
    pub kpis: Space<KpiId>,
    /// Key results by objective.
    pub key_results: Vec<Space<KeyResultId>>,
    /// Ids of today, to say what an old one has become.
    pub current: CurrentIds,
    /// For each id of a key result, the first objective that has one: for suggestions, once one is asked for.
    objectives_with: OnceLock<HashMap<String, usize>>,
}

/// Ids of today by index.
#[derive(Clone, Debug, Default)]
pub struct CurrentIds {
    /// Pillars.
    pub pillars: Vec<String>,
    /// Objectives.
    pub objectives: Vec<String>,
    /// Key results by objective.
    pub key_results: Vec<Vec<String>>,
    /// Cycles.
    pub cycles: Vec<String>,
    /// Teams.
    pub teams: Vec<String>,
    /// People.
    pub people: Vec<String>,
    /// KPIs.
    pub kpis: Vec<String>,
}

/// Writes the lookup of one name space.
macro_rules! lookups {
    ($($name:ident $space:ident $id:ident $due:literal $meant:expr;)*) => {$(
        #[doc = concat!("Follows a reference to ", $due, ".")]
        pub fn $name(&self, reference: &Text, notes: &mut Notes) -> Option<Spanned<$id>> {
            match self.$space.get(&reference.value) {
                Some((id, is_old)) => {
                    if is_old {
                        notes.renamed(reference, self.current.$space[id.index()].clone());
                    }
                    Some(Spanned::new(id, reference.span))
                }
                None => {
                    if !self.$space.is_broken(&reference.value) {
                        let suggestion = $meant(&reference.value).or_else(|| self.$space.suggest(&reference.value));
                        notes.findings.push(self.lost(reference, $due, suggestion));
                    }
                    None
                }
            }
        }
    )*};
}

/// How the objective was found whose key result a reference names.
#[derive(Clone, Copy)]
enum Found {
    /// The reference stands in it, and names the key result alone.
    AroundIt,
    /// The reference names it before the slash.
    ByName {
        /// By an id of former days.
        is_old: bool,
    },
}

impl Linker {
    lookups! {
        team teams TeamId "a team" nothing_else;
        person people PersonId "a person" nothing_else;
        cycle cycles CycleId "a cycle" cycle_in_capitals;
        kpi kpis KpiId "a KPI" nothing_else;
    }

    /// Follows a reference to the mission, a pillar, an objective or a key result.
    pub fn goal(&self, reference: &Text, notes: &mut Notes) -> Option<Spanned<Goal>> {
        if reference.value.contains('/') {
            let key_result = self.key_result(reference, notes)?;
            return Some(key_result.map(Goal::KeyResult));
        }
        let Some((goal, is_old)) = self.goals.get(&reference.value) else {
            if !self.goals.is_broken(&reference.value) {
                notes.findings.push(self.lost_goal(reference));
            }
            return None;
        };
        if is_old {
            notes.renamed(reference, self.name(goal));
        }
        Some(Spanned::new(goal, reference.span))
    }

    /// Follows a reference `OBJECTIVE/KEY-RESULT`.
    pub fn key_result(&self, reference: &Text, notes: &mut Notes) -> Option<Spanned<KeyResultId>> {
        let Some((left, right)) = reference.value.split_once('/') else {
            notes.findings.push(self.lost_goal(reference));
            return None;
        };
        let Some((Goal::Objective(objective), is_old)) = self.goals.get(left) else {
            if !self.goals.is_broken(left) && !self.goals.is_broken(&reference.value) {
                notes.findings.push(self.lost_objective(reference, (left, right)));
            }
            return None;
        };
        self.key_result_of(objective, Found::ByName { is_old }, right, reference, notes)
    }

    /// Follows a reference to a key result that stands in its objective, and so names the key result alone.
    pub fn own_key_result(
        &self,
        objective: ObjectiveId,
        reference: &Text,
        notes: &mut Notes,
    ) -> Option<Spanned<KeyResultId>> {
        let space = &self.key_results[objective.index()];
        if !space.has(&reference.value)
            && let Some(is) = self.elsewhere(&reference.value)
        {
            notes.findings.push(wrong(reference, is, "a key result"));
            return None;
        }
        let whole = format!("{}/{}", self.current.objectives[objective.index()], reference.value);
        let whole = Spanned::new(whole, reference.span);
        self.key_result_of(objective, Found::AroundIt, &reference.value, &whole, notes)
    }

    /// Follows what stands behind the slash of a reference, which names a key result of an objective.
    fn key_result_of(
        &self,
        objective: ObjectiveId,
        found: Found,
        right: &str,
        reference: &Text,
        notes: &mut Notes,
    ) -> Option<Spanned<KeyResultId>> {
        let space = &self.key_results[objective.index()];
        let Some((key_result, is_old_too)) = space.get(right) else {
            if !space.is_broken(right) && !self.goals.is_broken(&reference.value) {
                let name = match self.current.objectives[objective.index()].as_str() {
                    "" => String::new(),
                    id => format!(" `{}`", id.escape_debug()),
                };
                let message = format!("the objective{name} has no key result `{}`", right.escape_debug());
                let known = &self.current.key_results[objective.index()];
                let before = match found {
                    Found::AroundIt => String::new(),
                    Found::ByName { .. } => format!("{}/", self.current.objectives[objective.index()]),
                };
                let meant = space.nearest(right).map(|meant| format!("did you mean `{before}{meant}`?"));
                let help = meant.unwrap_or_else(|| match known.as_slice() {
                    [] => "it has no key results yet".to_owned(),
                    known => format!("it has {}", few_of(known)),
                });
                notes.findings.push(Finding::error(&UNKNOWN_REFERENCE, reference.span, message).help(help));
            }
            return None;
        };
        if is_old_too || matches!(found, Found::ByName { is_old: true }) {
            notes.renamed(reference, self.name(Goal::KeyResult(key_result)));
        }
        Some(Spanned::new(key_result, reference.span))
    }

    /// Follows a reference to an objective.
    pub fn objective(&self, reference: &Text, notes: &mut Notes) -> Option<Spanned<ObjectiveId>> {
        let goal = self.goal(reference, notes)?;
        match goal.value {
            Goal::Objective(objective) => Some(Spanned::new(objective, goal.span)),
            other => {
                notes.findings.push(wrong(reference, kind(other), "an objective"));
                None
            }
        }
    }

    /// Follows a reference to a team or a goal; a name of both is ambiguous.
    pub fn party(&self, reference: &Text, notes: &mut Notes) -> Option<Spanned<Party>> {
        let is_team = self.teams.has(&reference.value);
        let is_goal = reference.value.contains('/') || self.goals.has(&reference.value);
        if is_team && is_goal {
            let message = format!("`{}` is a team and a goal as well", reference.value);
            let help = "give the team or the goal another id, so that everyone knows which is meant";
            notes.findings.push(Finding::error(&AMBIGUOUS_REFERENCE, reference.span, message).help(help));
            return None;
        }
        if is_team {
            return self.team(reference, notes).map(|team| team.map(Party::Team));
        }
        if !is_goal && self.elsewhere(&reference.value).is_none() {
            let suggestion = self.teams.suggest(&reference.value);
            if suggestion.is_some() {
                notes.findings.push(self.lost(reference, "a team or a goal", suggestion));
                return None;
            }
        }
        self.goal(reference, notes).map(|goal| goal.map(Party::Goal))
    }

    /// The reference of today by which a goal is written.
    pub fn name(&self, goal: Goal) -> String {
        match goal {
            Goal::Mission => "mission".to_owned(),
            Goal::Pillar(id) => self.current.pillars[id.index()].clone(),
            Goal::Objective(id) => self.current.objectives[id.index()].clone(),
            Goal::KeyResult(id) => {
                let objective = id.objective.index();
                let key_result = &self.current.key_results[objective][id.index as usize];
                format!("{}/{key_result}", self.current.objectives[objective])
            }
        }
    }

    /// A finding about a check-in's `of` that names no key result and no KPI.
    pub fn not_measured(&self, reference: &Text) -> Finding {
        match self.goals.get(&reference.value) {
            Some((goal, _)) => {
                let finding = wrong(reference, kind(goal), "a key result or a KPI");
                match goal {
                    Goal::Objective(id) => {
                        finding.maybe_help(self.current.key_results[id.index()].first().map(|first| {
                            format!("name the key result as well, such as `{}/{first}`", reference.value)
                        }))
                    }
                    _ => finding,
                }
            }
            None => self.lost(reference, "a key result or a KPI", self.kpis.suggest(&reference.value)),
        }
    }

    /// Whether a link in prose names something that was left out because it is wrong: then the link is not wrong as
    /// well. `what` is a goal, a KPI or a team.
    pub fn knows_as_broken(&self, what: &str, id: &str) -> bool {
        match (what, id.split_once('/')) {
            ("KPI", _) => self.kpis.is_broken(id),
            ("team", _) => self.teams.is_broken(id),
            (_, None) => self.goals.is_broken(id),
            (_, Some(_)) if self.goals.is_broken(id) => true,
            (_, Some((objective, key_result))) => match self.goals.get(objective) {
                Some((Goal::Objective(id), _)) => self.key_results[id.index()].is_broken(key_result),
                _ => self.goals.is_broken(objective),
            },
        }
    }

    fn lost_goal(&self, reference: &Text) -> Finding {
        let suggestion = self.goals.suggest(&reference.value).or_else(|| {
            let objective = self.objective_with(&reference.value)?;
            Some(format!("name the objective of the key result as well: `{objective}/{}`", reference.value))
        });
        self.lost(reference, "a goal", suggestion)
    }

    /// The first objective that has a key result of this id.
    fn objective_with(&self, key_result: &str) -> Option<&str> {
        let first = self.objectives_with.get_or_init(|| {
            let mut first = HashMap::new();
            for (objective, key_results) in self.current.key_results.iter().enumerate() {
                for id in key_results {
                    first.entry(id.clone()).or_insert(objective);
                }
            }
            first
        });
        first.get(key_result).map(|&objective| self.current.objectives[objective].as_str())
    }

    fn lost_objective(&self, reference: &Text, (left, right): (&str, &str)) -> Finding {
        if let Some((goal, _)) = self.goals.get(left) {
            return mistaken(reference, kind(goal), "an objective")
                .help("only objectives have key results: write `OBJECTIVE/KEY-RESULT`");
        }
        let meant = self.goals.nearest(left).and_then(|left| match self.goals.get(left)? {
            (Goal::Objective(id), _) => Some(match self.key_results[id.index()].nearest(right) {
                Some(right) => format!("did you mean `{left}/{right}`?"),
                None => format!("did you mean the objective `{left}`?"),
            }),
            _ => None,
        });
        let objective = Spanned::new(left.to_owned(), reference.span);
        self.lost(&objective, "an objective", meant)
    }

    /// The finding about a reference that leads nowhere, or to something else.
    fn lost(&self, reference: &Text, due: &str, suggestion: Option<String>) -> Finding {
        if let Some(is) = self.elsewhere(&reference.value) {
            return wrong(reference, is, due);
        }
        let thing = due.split_once(' ').map_or(due, |(_, thing)| thing);
        let thing = thing.replace(" or a ", " or ");
        let message = format!("no {thing} has the id `{}`", reference.value.escape_debug());
        let help =
            suggestion.unwrap_or_else(|| format!("define {due} with this id, or remove the reference"));
        Finding::error(&UNKNOWN_REFERENCE, reference.span, message).help(help)
    }

    /// What else has this name.
    pub(super) fn elsewhere(&self, id: &str) -> Option<&'static str> {
        if let Some((goal, _)) = self.goals.get(id) {
            return Some(kind(goal));
        }
        if let Some((objective, key_result)) = id.split_once('/')
            && let Some((Goal::Objective(objective), _)) = self.goals.get(objective)
            && self.key_results[objective.index()].has(key_result)
        {
            return Some("a key result");
        }
        [
            (self.teams.has(id), "a team"),
            (self.people.has(id), "a person"),
            (self.kpis.has(id), "a KPI"),
            (self.cycles.has(id), "a cycle"),
        ]
        .into_iter()
        .find_map(|(is, what)| is.then_some(what))
    }
}

fn nothing_else(_: &str) -> Option<String> {
    None
}

fn cycle_in_capitals(id: &str) -> Option<String> {
    cycles::shape_in_capitals(id).map(|meant| format!("did you mean `{meant}`?"))
}

/// What a goal is, in words.
pub(super) fn kind(goal: Goal) -> &'static str {
    match goal {
        Goal::Mission => "the mission",
        Goal::Pillar(_) => "a pillar",
        Goal::Objective(_) => "an objective",
        Goal::KeyResult(_) => "a key result",
    }
}

/// The finding about a reference to a thing of another kind than is due.
pub(super) fn wrong(reference: &Text, is: &str, due: &str) -> Finding {
    mistaken(reference, is, due).help(format!("name {due} here"))
}

/// The same without a help, for those who know a better one.
pub(super) fn mistaken(reference: &Text, is: &str, due: &str) -> Finding {
    let message = format!("`{}` is {is}, where {due} is due", reference.value);
    Finding::error(&WRONG_REFERENCE, reference.span, message).here(format!("this is {is}"))
}

/// So many key results a help names, which is more than people give an objective; each of a thousand wrong references
/// naming a thousand others would help nobody.
const LISTED: usize = 20;

fn few_of(ids: &[String]) -> String {
    let named = listed(ids.iter().take(LISTED).map(String::as_str));
    let rest = ids.len().saturating_sub(LISTED);
    if rest > 0 { format!("{named} and {rest} more") } else { named }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_help_names_few_of_very_many_key_results() {
        let ids = |count: usize| -> Vec<String> { (0..count).map(|index| format!("k{index}")).collect() };
        assert_eq!(few_of(&ids(2)), "`k0`, `k1`");
        assert!(few_of(&ids(LISTED)).ends_with("`k19`"));
        assert!(few_of(&ids(5000)).ends_with("`k19` and 4980 more"));
    }
}
