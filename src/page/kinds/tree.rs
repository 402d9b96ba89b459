//! The tree: from the mission to every key result, with a lane for goals that align to nothing.

use super::{Kind, titled};
use crate::model::{CycleId, TeamId};
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address, outline, words};
use crate::progress::Health;
use serde::Serialize;
use std::cmp::Reverse;

/// A tree of fewer objectives is seen at a glance.
const WORTH_FILTERING: usize = 8;
/// Stands for no team, or no cycle; no id begins so.
const NONE: &str = "-";
/// What goals are filtered by, the worst first.
const HEALTH: [Health; 6] =
    [Health::OffTrack, Health::Outdated, Health::AtRisk, Health::OnTrack, Health::Pending, Health::Closed];

pub(super) static KIND: Kind = Kind { name: "tree", template: "tree.html", section: "tree", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.tree]);
    plan.add(&KIND, address::section("tree"), Subject::Handbook, title, None);
}

/// What the template of the tree reads.
#[derive(Debug, Serialize)]
struct Tree {
    /// The branches from the mission down.
    branches: Html,
    /// Goals that align to nothing.
    unaligned: Html,
    /// Drafts without a cycle.
    backlog: Html,
    /// Path of the map, which shows the same as a drawing.
    map: String,
    /// Whether key results are left to the objectives' pages, because the tree is large.
    is_large: bool,
    /// Whether some objectives are left to other pages, because the tree is larger still.
    is_cut: bool,
    /// What a script can filter by; none where the tree is small enough to look over.
    filters: Option<Filters>,
}

/// What the tree can be filtered by.
#[derive(Debug, Serialize)]
struct Filters {
    /// Cycles that hold objectives, the latest first.
    cycles: Vec<Choice>,
    /// Teams that own objectives.
    teams: Vec<Choice>,
    /// How goals fare, the worst first.
    health: Vec<Choice>,
    /// `{n} of 120 goals`.
    found: String,
}

/// Something that can be chosen.
#[derive(Debug, Serialize)]
struct Choice {
    /// The id of what is chosen; `-` for none of them.
    value: String,
    /// What a reader sees.
    title: String,
}

impl Choice {
    fn new(value: &str, title: &str) -> Choice {
        Choice { value: value.to_owned(), title: title.to_owned() }
    }
}

fn view(scene: &Scene) -> Shown {
    let depth = outline::depth(scene.site.handbook);
    let outline::Whole { branches, unaligned, backlog, is_cut, goals } = outline::whole(scene, depth);
    let view = Tree {
        map: scene.links.to(&address::section("map")),
        filters: filters(scene, goals),
        branches,
        unaligned,
        backlog,
        is_large: depth == outline::Depth::Objectives,
        is_cut,
    };
    let description = format!("{} {}", scene.site.settings.title, scene.m.tree_text);
    Shown { heading: scene.m.tree.to_owned(), description, sight: scene.sight_at_top(), view: Box::new(view) }
}

/// What trees of so many objectives and key results can be filtered by.
fn filters(scene: &Scene, goals: usize) -> Option<Filters> {
    let (site, m) = (scene.site, scene.m);
    let handbook = site.handbook;
    if handbook.objectives.len() < WORTH_FILTERING {
        return None;
    }
    let mut cycles: Vec<CycleId> = handbook
        .cycles()
        .map(|(id, _)| id)
        .filter(|id| !site.index.of_cycle[id.index()].is_empty())
        .collect();
    cycles.sort_by_key(|&id| Reverse((handbook[id].end, handbook[id].start)));
    let mut cycles: Vec<Choice> =
        cycles.into_iter().map(|id| Choice::new(&handbook[id].id.value, &handbook[id].title)).collect();
    if !site.index.backlog.is_empty() {
        cycles.push(Choice::new(NONE, m.backlog));
    }
    let owns = |id: TeamId| !site.index.of_team[id.index()].is_empty();
    let teams = handbook.teams().filter(|(id, _)| owns(*id));
    let mut teams: Vec<Choice> =
        teams.map(|(_, team)| Choice::new(&team.id.value, &team.name.value)).collect();
    if handbook.objectives.iter().any(|objective| objective.team.is_none()) {
        teams.push(Choice::new(NONE, m.without_team));
    }
    let health = HEALTH.map(|health| Choice::new(health.word(), words::health(m, health)));
    Some(Filters { cycles, teams, health: health.into(), found: m.filter_found(goals).to_string() })
}
