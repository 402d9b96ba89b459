//! What a block is about: its `of` is a goal, `kpi/ID` or `team/ID`, and must fit what is shown.

use crate::model::{Goal, Named, Show, Text};
use crate::resolve::linker::{Linker, Notes, kind, mistaken};
use crate::resolve::targets::Thing;
use crate::text::Spanned;

/// Follows `of`.
pub(super) fn subject(
    of: &Text,
    show: Option<Show>,
    linker: &Linker,
    notes: &mut Notes,
) -> Option<(Named, Thing)> {
    let named = named(of, linker, notes)?;
    if let Some(due) = show.and_then(|show| unfit(show, named)) {
        let is = match named {
            Named::Goal(goal) => kind(goal),
            Named::Kpi(_) => "a KPI",
            Named::Team(_) => "a team",
        };
        let help = format!("name {due} here, or show it in another form");
        notes.findings.push(mistaken(of, is, due).help(help));
        return None;
    }
    let thing = match named {
        Named::Goal(goal) => Thing::Goal(goal),
        Named::Kpi(id) => Thing::Kpi(id),
        Named::Team(id) => Thing::Team(id),
    };
    Some((named, thing))
}

fn named(of: &Text, linker: &Linker, notes: &mut Notes) -> Option<Named> {
    let without = |prefix: &str| Some(Spanned::new(of.value.strip_prefix(prefix)?.to_owned(), of.span));
    if let Some(id) = without("kpi/") {
        return linker.kpi(&id, notes).map(|kpi| Named::Kpi(kpi.value));
    }
    if let Some(id) = without("team/") {
        return linker.team(&id, notes).map(|team| Named::Team(team.value));
    }
    let others =
        [("a KPI", "kpi", linker.kpis.has(&of.value)), ("a team", "team", linker.teams.has(&of.value))];
    if !linker.goals.has(&of.value)
        && let Some((is, prefix, _)) = others.into_iter().find(|(_, _, is)| *is)
    {
        let help = format!("write `of: {prefix}/{}`", of.value);
        notes.findings.push(mistaken(of, is, "a goal").help(help));
        return None;
    }
    linker.goal(of, notes).map(|goal| Named::Goal(goal.value))
}

/// What is due instead, where a form cannot show a thing.
fn unfit(show: Show, named: Named) -> Option<&'static str> {
    match (show, named) {
        (Show::Tree | Show::Map, Named::Kpi(_)) => Some("a goal or a team"),
        (Show::Chart, Named::Goal(Goal::Mission | Goal::Pillar(_)) | Named::Team(_)) => {
            Some("an objective, a key result or a KPI")
        }
        _ => None,
    }
}
