//! Gives each node its height. A parent stands level with its first child and above the others, siblings below each
//! other, each branch as high as what was placed before it lets it: the contour of E. M. Reingold, J. S. Tilford:
//! Tidier drawings of trees, IEEE Transactions on Software Engineering 7 (1981), kept as one free height a layer, as
//! nodes of unlike height ask for (A. van der Ploeg: Drawing non-layered tidy trees in linear time, Software: Practice
//! and Experience 44, 2014). Level with the first child and not with the middle of all: what a reader meets first, at
//! the top of a screen or a sheet, is then the goal above and not one of fifty below it.

use super::forest::Forest;
use super::layers::Layers;
use super::{GAP, Graph};

/// Room above the first node, for lines that pass above it.
const MARGIN: i32 = 8;
/// Room beside nodes that hang elsewhere than the one above them.
const FAMILY_GAP: i32 = 30;
/// Room above a lane, for its name.
const LANE_GAP: i32 = 76;

/// The heights.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed {
    /// The top of each node.
    pub(super) tops: Vec<i32>,
    /// The whole height.
    pub(super) height: i32,
    /// Where each lane but lane 0 begins, which needs no name.
    pub(super) lanes: Vec<(usize, i32)>,
}

/// A node of which some children are placed.
struct Open {
    node: usize,
    next: usize,
    top: i32,
}

/// Gives heights to a forest.
pub(super) fn place(graph: &Graph, layers: &Layers, forest: &Forest) -> Placed {
    let mut placed = Placed { tops: vec![0; graph.nodes.len()], height: MARGIN, lanes: Vec::new() };
    let mut columns =
        Columns { forest, graph, free: vec![MARGIN; layers.count], last: vec![None; layers.count] };
    let mut lane = 0;
    let mut open: Vec<Open> = Vec::new();
    for &root in &forest.roots {
        if lane != graph.nodes[root].lane {
            lane = graph.nodes[root].lane;
            placed.lanes.push((lane, placed.height));
            columns.free.fill(placed.height + LANE_GAP);
            columns.last.fill(None);
        }
        open.push(Open { node: root, next: 0, top: columns.start(layers.of[root], None) });
        while let Some(last) = open.last() {
            let node = last.node;
            if let Some(&line) = forest.down[node].get(last.next) {
                let line = &graph.lines[line];
                let earliest = columns.start(layers.of[line.to], Some(node));
                let level = last.top + line.exit - line.entry;
                open.push(Open { node: line.to, next: 0, top: earliest.max(level) });
                continue;
            }
            let Some(done) = open.pop() else { break };
            placed.tops[node] = done.top;
            let bottom = done.top + graph.nodes[node].height;
            let layer = layers.of[node];
            columns.free[layer] = bottom;
            columns.last[layer] = Some(node);
            placed.height = placed.height.max(bottom);
            if let (Some(parent), Some(line)) = (open.last_mut(), forest.up[node]) {
                if parent.next == 0 {
                    let line = &graph.lines[line];
                    parent.top = parent.top.max(done.top + line.entry - line.exit);
                }
                parent.next += 1;
            }
        }
    }
    placed.height += MARGIN;
    placed
}

/// How far each layer is filled.
struct Columns<'a> {
    graph: &'a Graph,
    forest: &'a Forest,
    free: Vec<i32>,
    /// The last node of each layer.
    last: Vec<Option<usize>>,
}

impl Columns<'_> {
    /// Where the next node of a layer may begin, which hangs under a parent.
    fn start(&self, layer: usize, parent: Option<usize>) -> i32 {
        let gap = match self.last[layer] {
            None => 0,
            Some(last) if self.forest.parent(self.graph, last) == parent => GAP,
            Some(_) => FAMILY_GAP,
        };
        self.free[layer] + gap
    }
}
