//! Lays out a layered drawing: which column each node stands in, at which height, and where each line passes.
//!
//! Knows nothing of goals, and nothing of SVG. Layers follow each other in the direction of reading, nodes of a layer
//! stand below each other. The steps are those of K. Sugiyama, S. Tagawa, M. Toda: Methods for visual understanding of
//! hierarchical system structures, IEEE Transactions on Systems, Man, and Cybernetics 11 (1981): take out loops,
//! assign layers, order each layer so that few lines cross, give heights, route lines. One thing is stricter here than
//! there: main lines make a forest, and each of its branches stays together, so that main lines never cross each other
//! and a reader finds a branch as the tree lists it. What is left to choose is the order of siblings.
//!
//! Everything is whole numbers in a fixed order: the same graph always gives the same drawing.

mod forest;
mod layers;
mod order;
mod place;
mod route;

#[cfg(test)]
mod tests;

use forest::Forest;

/// The least distance of two nodes above each other. Lines may pass between them.
pub(super) const GAP: i32 = 18;

/// What is to be drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    /// The nodes. Their order is that of the drawing, as far as nothing speaks against it.
    pub(super) nodes: Vec<Node>,
    /// The lines between them.
    pub(super) lines: Vec<Line>,
}

/// A box.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Node {
    /// Lanes stand below each other, by number. What hangs under a node stands in its lane.
    pub(super) lane: usize,
    /// It stands in this layer or a later one. Layers without a node are left out.
    pub(super) least_layer: usize,
    /// How high it is.
    pub(super) height: i32,
    /// Whether it and its siblings stay in the order that they have.
    pub(super) is_fixed: bool,
}

/// A line from a node to one of a later layer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line {
    /// Where it begins.
    pub(super) from: usize,
    /// How far below the top of that node.
    pub(super) exit: i32,
    /// Where it ends.
    pub(super) to: usize,
    /// How far below the top of that node.
    pub(super) entry: i32,
    /// Whether it says where the node hangs: the first such line of a node does.
    pub(super) is_main: bool,
}

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// How many layers there are.
    pub(super) layers: usize,
    /// The whole height.
    pub(super) height: i32,
    /// The place of each node.
    pub(super) places: Vec<Place>,
    /// The way of each line.
    pub(super) routes: Vec<Route>,
    /// Where each lane but lane 0 begins, which needs no name: its number and the height.
    pub(super) lanes: Vec<(usize, i32)>,
    /// The nodes, each before what hangs under it, as they are read from the top down.
    pub(super) reading: Vec<usize>,
}

/// The place of a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Its layer.
    pub(super) layer: usize,
    /// The height of its top.
    pub(super) top: i32,
}

/// The way of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Route {
    /// Whether it closes a loop, so that it leads back: it ends in an earlier layer than it begins.
    pub(super) is_back: bool,
    /// The heights at which it passes the layers between its ends, from the earlier to the later one.
    pub(super) bends: Vec<i32>,
}

/// Lays out a graph.
pub(super) fn layout(graph: &Graph) -> Layout {
    let forest = Forest::of(graph);
    let layers = layers::assign(graph, &forest);
    let best = order::improve(graph, &layers, forest);
    let place = |(&layer, &top)| Place { layer, top };
    Layout {
        layers: layers.count,
        height: best.placed.height,
        places: layers.of.iter().zip(&best.placed.tops).map(place).collect(),
        lanes: best.placed.lanes,
        reading: best.forest.reading(graph),
        routes: best.routes,
    }
}
