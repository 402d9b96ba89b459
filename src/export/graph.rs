//! The handbook as a graph: what the dot and mermaid formats draw, each in its own words.

use super::Edition;
use crate::locale::percentage;
use crate::model::{Goal, Handbook, KeyResultId, State};

/// A goal in the graph.
pub(super) struct Node<'a> {
    /// Its name in the file; letters, digits and underscores only.
    pub(super) name: String,
    /// Which goal it is.
    pub(super) goal: Goal,
    /// Its title, or the mission's statement.
    pub(super) title: &'a str,
    /// How it fares, as words: progress and health; none where that cannot be said.
    pub(super) fares: Option<String>,
}

/// A link from a goal to what it contributes to.
pub(super) struct Link {
    /// The goal below.
    pub(super) from: String,
    /// The goal above.
    pub(super) to: String,
    /// Whether it is its place in the tree; else it also contributes there.
    pub(super) is_place: bool,
}

/// Everything from the mission down to the key results.
pub(super) struct Graph<'a> {
    /// The goals, the mission first, then in the order of the sources.
    pub(super) nodes: Vec<Node<'a>>,
    /// The links upwards.
    pub(super) links: Vec<Link>,
}

impl<'a> Graph<'a> {
    /// The graph of an edition.
    pub(super) fn of(edition: &Edition<'a>) -> Graph<'a> {
        let handbook = edition.handbook;
        let goals = handbook.mission.iter().map(|_| Goal::Mission);
        let goals = goals.chain(handbook.pillars().map(|(id, _)| Goal::Pillar(id)));
        let goals = goals.chain(handbook.objectives().flat_map(|(id, _)| {
            let key_results = handbook.key_results(id).map(|(id, _)| Goal::KeyResult(id));
            std::iter::once(Goal::Objective(id)).chain(key_results)
        }));
        let mut graph = Graph { nodes: Vec::new(), links: Vec::new() };
        for goal in goals {
            let (title, fares) = (handbook.title(goal), fares(edition, goal));
            graph.nodes.push(Node { name: name(goal), goal, title, fares });
            graph.links.extend(links(handbook, goal));
        }
        graph
    }
}

fn links(handbook: &Handbook, goal: Goal) -> Vec<Link> {
    let place = handbook.parent(goal);
    let others = match goal {
        Goal::Objective(id) => handbook[id].aligns_to.get(1..).unwrap_or_default(),
        Goal::KeyResult(id) => &handbook.key_result(id).aligns_to,
        Goal::Mission | Goal::Pillar(_) => &[],
    };
    let link = |to, is_place| Link { from: name(goal), to: name(to), is_place };
    let others = others.iter().map(|alignment| link(alignment.to, false));
    place.map(|place| link(place, true)).into_iter().chain(others).collect()
}

/// Names are made of places in the handbook's lists: ids may hold letters that neither language takes.
fn name(goal: Goal) -> String {
    match goal {
        Goal::Mission => "mission".to_owned(),
        Goal::Pillar(id) => format!("pillar_{}", id.index()),
        Goal::Objective(id) => format!("objective_{}", id.index()),
        Goal::KeyResult(KeyResultId { objective, index }) => {
            format!("key_result_{}_{index}", objective.index())
        }
    }
}

fn fares(edition: &Edition, goal: Goal) -> Option<String> {
    let progress = edition.progress;
    let (share, health) = match goal {
        Goal::Objective(id) if progress.of(id).state == State::Draft => return Some("draft".to_owned()),
        Goal::Objective(id) => (progress.of(id).progress?, progress.of(id).health),
        Goal::KeyResult(id) => (progress.of_key_result(id).progress, progress.of_key_result(id).health),
        Goal::Mission | Goal::Pillar(_) => return None,
    };
    Some(format!("{} % {}", percentage(share), health.word()))
}
