//! Orders siblings so that few lines cross: each is drawn to the mean height of what its branch is linked with (the
//! barycentre of Sugiyama, Tagawa and Toda), over and over while that helps; then neighbours change places where it
//! helps more (the transposition of E. R. Gansner, E. Koutsofios, S. C. North, K.-P. Vo: A technique for drawing
//! directed graphs, IEEE Transactions on Software Engineering 19, 1993). An order is taken only where fewer lines cross
//! than before: without need, goals stay in the order in which they are written.

use super::forest::Forest;
use super::layers::Layers;
use super::place::{Placed, place};
use super::route::{crossings, route};
use super::{Graph, Route};

/// How often all siblings are ordered anew.
const ROUNDS: usize = 8;
/// How much work changing neighbours may be: nodes and lines, times the changes that are tried.
const WORK: usize = 120_000;
/// The most changes that are tried.
const CHANGES: usize = 400;

/// An order, and the drawing that follows from it.
#[derive(Clone, Debug)]
pub(super) struct Drawing {
    pub(super) forest: Forest,
    pub(super) placed: Placed,
    pub(super) routes: Vec<Route>,
    crossings: usize,
}

impl Drawing {
    pub(super) fn of(graph: &Graph, layers: &Layers, forest: Forest) -> Drawing {
        let placed = place(graph, layers, &forest);
        let routes = route(graph, layers, &placed);
        let crossings = crossings(graph, layers, &placed, &routes);
        Drawing { forest, placed, routes, crossings }
    }
}

/// The best drawing that is found.
pub(super) fn improve(graph: &Graph, layers: &Layers, forest: Forest) -> Drawing {
    let mut best = Drawing::of(graph, layers, forest);
    let mut last = best.clone();
    for _ in 0..ROUNDS {
        if best.crossings == 0 {
            break;
        }
        let forest = drawn_together(graph, &last);
        if forest.roots == last.forest.roots && forest.down == last.forest.down {
            break;
        }
        last = Drawing::of(graph, layers, forest);
        if last.crossings < best.crossings {
            best = last.clone();
        }
    }
    exchange(graph, layers, best)
}

/// The same forest, with siblings in the order of what their branches are linked with.
fn drawn_together(graph: &Graph, drawing: &Drawing) -> Forest {
    let mut forest = drawing.forest.clone();
    let pull = pulls(graph, drawing);
    for lines in forest.down.iter_mut().filter(|lines| may_move(graph, lines)) {
        lines.sort_by_key(|&line| (graph.lines[line].exit, pull[graph.lines[line].to]));
    }
    if !forest.roots.iter().any(|&root| graph.nodes[root].is_fixed) {
        forest.roots.sort_by_key(|&root| (graph.nodes[root].lane, pull[root]));
    }
    forest
}

/// Whether the ends of some lines may change their order.
fn may_move(graph: &Graph, lines: &[usize]) -> bool {
    !lines.iter().any(|&line| graph.nodes[graph.lines[line].to].is_fixed)
}

/// The mean height of what each branch is linked with; its own height where it is linked with nothing.
fn pulls(graph: &Graph, drawing: &Drawing) -> Vec<i64> {
    let tops = &drawing.placed.tops;
    let mut pulls = vec![(0_i64, 0_i64); graph.nodes.len()];
    let depths = depths(graph, &drawing.forest);
    for (index, line) in graph.lines.iter().enumerate() {
        if drawing.forest.up[line.to] == Some(index) {
            continue;
        }
        let heights = [i64::from(tops[line.from] + line.exit), i64::from(tops[line.to] + line.entry)];
        let (mut from, mut to) = (Some(line.from), Some(line.to));
        // Upwards from both ends, until they meet: branches that hold both ends are not drawn anywhere.
        while from != to {
            let depth = |node: Option<usize>| node.map_or(0, |node| depths[node] + 1);
            let (node, height) =
                if depth(from) >= depth(to) { (&mut from, heights[1]) } else { (&mut to, heights[0]) };
            let Some(branch) = *node else { break };
            pulls[branch].0 += height;
            pulls[branch].1 += 1;
            *node = drawing.forest.parent(graph, branch);
        }
    }
    let mean =
        |((sum, count), &top): ((i64, i64), &i32)| if count == 0 { i64::from(top) } else { sum / count };
    pulls.into_iter().zip(tops).map(mean).collect()
}

fn depths(graph: &Graph, forest: &Forest) -> Vec<usize> {
    let mut depths = vec![0; graph.nodes.len()];
    for node in forest.reading(graph) {
        depths[node] = forest.parent(graph, node).map_or(0, |parent| depths[parent] + 1);
    }
    depths
}

/// Lets neighbours change places where fewer lines cross then.
fn exchange(graph: &Graph, layers: &Layers, mut best: Drawing) -> Drawing {
    let mut tries = (WORK / (graph.nodes.len() + graph.lines.len()).max(1)).min(CHANGES);
    let is_linked = linked_branches(graph, &best.forest);
    for parent in 0..graph.nodes.len() {
        if !may_move(graph, &best.forest.down[parent]) {
            continue;
        }
        for at in 1..best.forest.down[parent].len() {
            let pair =
                [best.forest.down[parent][at - 1], best.forest.down[parent][at]].map(|it| graph.lines[it]);
            if pair[0].exit != pair[1].exit || !pair.iter().any(|line| is_linked[line.to]) {
                continue;
            }
            if best.crossings == 0 || tries == 0 {
                return best;
            }
            tries -= 1;
            let mut forest = best.forest.clone();
            forest.down[parent].swap(at - 1, at);
            let other = Drawing::of(graph, layers, forest);
            if other.crossings < best.crossings {
                best = other;
            }
        }
    }
    best
}

/// Whether a line that is no main one begins or ends in the branch of a node.
fn linked_branches(graph: &Graph, forest: &Forest) -> Vec<bool> {
    let mut is_linked = vec![false; graph.nodes.len()];
    for (index, line) in graph.lines.iter().enumerate() {
        if forest.up[line.to] != Some(index) {
            is_linked[line.from] = true;
            is_linked[line.to] = true;
        }
    }
    for &node in forest.reading(graph).iter().rev() {
        if let Some(parent) = forest.parent(graph, node)
            && is_linked[node]
        {
            is_linked[parent] = true;
        }
    }
    is_linked
}
