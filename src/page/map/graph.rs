//! The graph of a map: blocks as nodes, alignments as lines.

use super::block::{Block, Blocks, LEVEL};
use super::chosen::Chosen;
use super::layout;
use crate::model::{Alignment, Goal, ObjectiveId, State};
use crate::page::Site;
use crate::progress::suspects_of;
use ahash::RandomState;
use std::collections::{HashMap, HashSet};

/// Layers in which kinds of goals begin. Layers that nothing stands in are left out.
const PILLARS: usize = 1;
const OBJECTIVES: usize = 2;
/// The lane of goals that align to nothing; lane 0 is that of the tree.
pub(super) const UNALIGNED: usize = 1;
/// The lane of drafts without a cycle.
pub(super) const BACKLOG: usize = 2;
/// The most lines beside those of the tree: more than this is a felt, not a drawing.
const MOST_LINES: usize = 1500;
/// How far beside the lines of the tree the others begin and end.
const BESIDE: i32 = 9;

/// A map before it is laid out.
#[derive(Debug)]
pub(super) struct Map {
    pub(super) graph: layout::Graph,
    /// The blocks, one a node.
    pub(super) blocks: Vec<Block>,
    /// What each line means.
    pub(super) ties: Vec<Tie>,
    /// How many lines are not drawn.
    pub(super) lines_left_out: usize,
}

/// What a line means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    /// The upper goal.
    pub(super) above: Goal,
    /// The lower goal.
    pub(super) below: Goal,
    /// Whether the upper goal has changed since somebody looked.
    pub(super) is_suspect: bool,
}

/// The map of some goals.
pub(super) fn map(blocks: &Blocks, chosen: &Chosen, suspect: &Suspects) -> Map {
    let site = blocks.scene.site;
    let mut drawing = Drawing {
        map: Map { graph: layout::Graph::default(), blocks: Vec::new(), ties: Vec::new(), lines_left_out: 0 },
        nodes: HashMap::default(),
        drawn: HashSet::default(),
        others: 0,
    };
    if chosen.mission {
        drawing.node(Goal::Mission, blocks.mission(), 0, 0);
    }
    for &pillar in &chosen.pillars {
        drawing.node(Goal::Pillar(pillar), blocks.pillar(pillar), PILLARS, 0);
    }
    for &objective in &chosen.objectives {
        let lane = lane(site, objective);
        drawing.node(Goal::Objective(objective), blocks.objective(objective), OBJECTIVES, lane);
    }
    if chosen.mission {
        for &pillar in &chosen.pillars {
            drawing.line(Goal::Mission, Goal::Pillar(pillar), true, false);
        }
    }
    for &objective in &chosen.objectives {
        let mut lines = |below: Goal, alignments: &[Alignment], has_place: bool| {
            for (index, alignment) in alignments.iter().enumerate() {
                let is_suspect = suspect.contains(&(below, index));
                drawing.line(alignment.to, below, has_place && index == 0, is_suspect);
            }
        };
        lines(Goal::Objective(objective), &site.handbook[objective].aligns_to, true);
        for (id, key_result) in site.handbook.key_results(objective) {
            lines(Goal::KeyResult(id), &key_result.aligns_to, false);
        }
    }
    drawing.map
}

/// Links: of which goal, and which of its alignments.
type Suspects = HashSet<(Goal, usize), RandomState>;

/// The links of what is drawn whose upper goal has changed since somebody looked.
pub(super) fn suspect(site: &Site, chosen: &Chosen) -> Suspects {
    let is_active = |id: &&ObjectiveId| site.progress.of(**id).state == State::Active;
    let suspects = chosen.objectives.iter().filter(is_active).flat_map(|&id| suspects_of(site.handbook, id));
    suspects.map(|suspect| (suspect.of, suspect.index)).collect()
}

/// What aligns to nothing has a lane of its own.
fn lane(site: &Site, id: ObjectiveId) -> usize {
    let objective = &site.handbook[id];
    match (objective.aligns_to.is_empty(), objective.cycle) {
        (false, _) => 0,
        (true, Some(_)) => UNALIGNED,
        (true, None) => BACKLOG,
    }
}

struct Drawing {
    map: Map,
    nodes: HashMap<Goal, usize, RandomState>,
    drawn: HashSet<(usize, i32, usize, i32), RandomState>,
    others: usize,
}

impl Drawing {
    fn node(&mut self, goal: Goal, block: Block, least_layer: usize, lane: usize) {
        self.nodes.insert(goal, self.map.blocks.len());
        self.map.graph.nodes.push(layout::Node {
            lane,
            least_layer,
            height: block.height,
            // Strategy lists its pillars in an order that means something.
            is_fixed: least_layer == PILLARS,
        });
        self.map.blocks.push(block);
    }

    /// The node in which a goal stands.
    fn node_of(&self, goal: Goal) -> Option<usize> {
        let standing = match goal {
            Goal::KeyResult(id) => Goal::Objective(id.objective),
            goal => goal,
        };
        self.nodes.get(&standing).copied()
    }

    /// Draws a line where both ends are drawn.
    fn line(&mut self, above: Goal, below: Goal, is_main: bool, is_suspect: bool) {
        let (Some(from), Some(to)) = (self.node_of(above), self.node_of(below)) else { return };
        if from == to {
            return;
        }
        let aside = if is_main { 0 } else { BESIDE };
        let exit = self.map.blocks[from].level(above) + aside;
        let entry = if is_main { LEVEL } else { self.map.blocks[to].level(below) + aside };
        if !self.drawn.insert((from, exit, to, entry)) {
            return;
        }
        self.others += usize::from(!is_main);
        if self.others > MOST_LINES && !is_main {
            self.map.lines_left_out += 1;
            return;
        }
        self.map.graph.lines.push(layout::Line { from, exit, to, entry, is_main });
        self.map.ties.push(Tie { above, below, is_suspect });
    }
}
