//! The objectives of a cycle by team. A list that a page can bear is whole; a longer one shows some of each team, says
//! so, and leads to the team's page for the rest.

use super::super::cycles::ListGroup;
use crate::model::{ObjectiveId, TeamId};
use crate::page::parts::{counts, linked};
use crate::page::rows::{self, Said};
use crate::page::{Html, Scene, address};

/// So many objectives are listed in full.
const LISTED: usize = 200;
/// So many drafts are.
const DRAFTS: usize = 50;

/// How many objectives a team shows: all, unless the list is longer than a page can bear.
fn each(scene: &Scene, objectives: &[ObjectiveId]) -> usize {
    // Nothing else leads to the objectives of a snapshot.
    if objectives.len() <= LISTED || scene.past().is_some() {
        return usize::MAX;
    }
    LISTED / rows::by_team(scene.site.handbook, objectives).len().max(1)
}

/// How many of the objectives are listed, where that is not all of them.
pub(super) fn cut(scene: &Scene, objectives: &[ObjectiveId]) -> Option<String> {
    let each = each(scene, objectives);
    (each < usize::MAX).then(|| {
        let teams = rows::by_team(scene.site.handbook, objectives);
        let shown: usize = teams.iter().map(|(_, members)| members.len().min(each)).sum();
        scene.m.list_is_cut(shown, objectives.len()).to_string()
    })
}

/// The list, team by team.
pub(super) fn by_team(scene: &Scene, objectives: &[ObjectiveId]) -> Vec<ListGroup> {
    let each = each(scene, objectives);
    rows::by_team(scene.site.handbook, objectives)
        .into_iter()
        .map(|(team, members)| group(scene, team, &members, each))
        .collect()
}

fn group(scene: &Scene, team: Option<TeamId>, members: &[ObjectiveId], each: usize) -> ListGroup {
    let mut heading = team.map_or_else(|| Html::of(scene.m.without_team), |team| scene.team(team));
    let standing: Vec<ObjectiveId> =
        members.iter().copied().filter(|&id| counts(scene.site.progress.of(id).state)).collect();
    let coverage = scene.coverage(scene.coverage_over(&standing)).filter(|_| standing.len() > 1);
    if let Some(coverage) = coverage {
        heading.raw(" <small>").text(&coverage).raw("</small>");
    }
    let shown = &members[..members.len().min(each)];
    let mut entries = scene.goals(shown, Said { cycle: true, team: true });
    if shown.len() < members.len() {
        let rest = scene.m.told_n_more(members.len() - shown.len()).to_string();
        let whole = team
            .map_or_else(|| scene.links.to(&address::section("objectives")), |team| scene.links.team(team));
        entries.raw("<p class=\"small\">").html(&linked(&whole, &rest)).raw("</p>");
    }
    ListGroup { title: Some(heading), entries }
}

/// Drafts of the cycle; of many, the first, with a link to the rest.
pub(super) fn drafts(scene: &Scene, drafts: &[ObjectiveId]) -> Html {
    let said = Said { cycle: true, team: false };
    if drafts.len() <= DRAFTS || scene.past().is_some() {
        return scene.goals(drafts, said);
    }
    let mut html = scene.goals(&drafts[..DRAFTS], said);
    let rest = scene.m.told_n_more(drafts.len() - DRAFTS).to_string();
    let all = linked(&scene.links.to(&address::section("objectives")), &rest);
    html.raw("<p class=\"small\">").html(&all).raw("</p>");
    html
}
