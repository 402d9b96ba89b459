//! Leads each line through the layers between its ends: between two nodes, never over one. Where more than one way is
//! free, it is the one nearest to where the line goes anyway. Counts what crosses on the way.

use super::layers::Layers;
use super::place::Placed;
use super::{GAP, Graph, Line, Route};

/// How far a line keeps from the nodes that it passes.
const AIR: i32 = GAP / 3;

/// Nodes of a layer from the top down: where each begins and ends.
type Column = Vec<(i32, i32)>;

/// The way of each line.
pub(super) fn route(graph: &Graph, layers: &Layers, placed: &Placed) -> Vec<Route> {
    let mut columns: Vec<Column> = vec![Vec::new(); layers.count];
    for (node, &layer) in layers.of.iter().enumerate() {
        columns[layer].push((placed.tops[node], placed.tops[node] + graph.nodes[node].height));
    }
    for column in &mut columns {
        column.sort_unstable();
    }
    let way = |(index, line): (usize, &Line)| {
        let is_back = layers.is_back[index];
        let ends = Ends::of(line, is_back, layers, placed);
        let mut bends = Vec::new();
        let mut height = ends.heights.0;
        let (first, last) = (ends.layers.0 + 1, ends.layers.1);
        for (layer, column) in columns.iter().enumerate().take(last).skip(first) {
            let steps = i32::try_from(last - layer + 1).unwrap_or(i32::MAX);
            let wanted =
                if line.is_main { ends.heights.1 } else { height + (ends.heights.1 - height) / steps };
            height = free(column, wanted);
            bends.push(height);
        }
        Route { is_back, bends }
    };
    graph.lines.iter().enumerate().map(way).collect()
}

/// Where a line begins and ends, in the order of layers.
struct Ends {
    layers: (usize, usize),
    heights: (i32, i32),
}

impl Ends {
    fn of(line: &Line, is_back: bool, layers: &Layers, placed: &Placed) -> Ends {
        let from = (layers.of[line.from], placed.tops[line.from] + line.exit);
        let to = (layers.of[line.to], placed.tops[line.to] + line.entry);
        let (early, late) = if is_back { (to, from) } else { (from, to) };
        Ends { layers: (early.0, late.0), heights: (early.1, late.1) }
    }
}

/// The height nearest to a wanted one at which a line passes a column.
fn free(column: &Column, wanted: i32) -> i32 {
    let after = column.partition_point(|(top, _)| top - AIR < wanted);
    let Some(&(top, bottom)) = after.checked_sub(1).map(|before| &column[before]) else { return wanted };
    let (above, below) = (top - AIR, bottom + AIR);
    if wanted >= below {
        wanted
    } else if wanted - above < below - wanted {
        above
    } else {
        below
    }
}

/// How many pairs of lines cross between layers, as if they were straight from layer to layer. Pairs are counted as
/// inversions of a sorted list (W. Barth, M. Jünger, P. Mutzel: Simple and efficient bilayer cross counting, Graph
/// Drawing 2002).
pub(super) fn crossings(graph: &Graph, layers: &Layers, placed: &Placed, routes: &[Route]) -> usize {
    let mut between: Vec<Vec<(i32, i32)>> = vec![Vec::new(); layers.count];
    for (line, route) in graph.lines.iter().zip(routes).filter(|(line, _)| line.from != line.to) {
        let ends = Ends::of(line, route.is_back, layers, placed);
        let mut height = ends.heights.0;
        for (layer, &next) in (ends.layers.0..).zip(route.bends.iter().chain([&ends.heights.1])) {
            between[layer].push((height, next));
            height = next;
        }
    }
    let count = |mut pieces: Vec<(i32, i32)>| {
        pieces.sort_unstable();
        let mut ends: Vec<i32> = pieces.into_iter().map(|(_, end)| end).collect();
        inversions(&mut ends)
    };
    between.into_iter().map(count).sum()
}

/// How many pairs of a list are in falling order; sorts it.
fn inversions(list: &mut [i32]) -> usize {
    if list.len() < 2 {
        return 0;
    }
    let (left, right) = list.split_at_mut(list.len() / 2);
    let mut count = inversions(left) + inversions(right);
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let mut next = 0;
    for &item in left.iter() {
        while right.get(next).is_some_and(|&other| other < item) {
            merged.push(right[next]);
            next += 1;
        }
        count += next;
        merged.push(item);
    }
    merged.extend_from_slice(&right[next..]);
    list.copy_from_slice(&merged);
    count
}
