//! Layouts of graphs of every kind: what must hold whatever is drawn.

use super::route::crossings;
use super::*;
use proptest::prelude::*;

fn node(lane: usize, least_layer: usize, height: i32) -> Node {
    Node { lane, least_layer, height, is_fixed: false }
}

fn main_line(from: usize, to: usize) -> Line {
    Line { from, exit: 20, to, entry: 20, is_main: true }
}

fn other_line(from: usize, to: usize) -> Line {
    Line { from, exit: 28, to, entry: 28, is_main: false }
}

fn graph(count: usize, lines: impl IntoIterator<Item = Line>) -> Graph {
    Graph { nodes: vec![node(0, 0, 80); count], lines: lines.into_iter().collect() }
}

/// The nodes of each layer from the top down.
fn columns(graph: &Graph, layout: &Layout) -> Vec<Vec<(i32, i32)>> {
    let mut columns = vec![Vec::new(); layout.layers];
    for (node, place) in graph.nodes.iter().zip(&layout.places) {
        columns[place.layer].push((place.top, place.top + node.height));
    }
    for column in &mut columns {
        column.sort_unstable();
    }
    columns
}

/// What holds for every drawing.
fn assert_sound(graph: &Graph, layout: &Layout) {
    let columns = columns(graph, layout);
    for column in &columns {
        assert!(column.windows(2).all(|pair| pair[1].0 - pair[0].1 >= GAP), "nodes keep apart: {column:?}");
        assert!(column.iter().all(|(top, bottom)| *top >= 0 && *bottom <= layout.height));
    }
    for (line, route) in graph.lines.iter().zip(&layout.routes).filter(|(line, _)| line.from != line.to) {
        let [from, to] = [line.from, line.to].map(|node| layout.places[node].layer);
        let (early, late) = if route.is_back { (to, from) } else { (from, to) };
        assert!(early < late, "a line leads to a later layer");
        assert_eq!(route.bends.len(), late - early - 1, "it passes each layer between");
        for (layer, bend) in (early + 1..).zip(&route.bends) {
            let is_covered = columns[layer].iter().any(|(top, bottom)| (top..=bottom).contains(&bend));
            assert!(!is_covered, "it passes between nodes");
        }
    }
    let mut reading = layout.reading.clone();
    reading.sort_unstable();
    assert_eq!(reading, (0..graph.nodes.len()).collect::<Vec<_>>(), "each node is read once");
}

#[test]
fn nothing_is_laid_out() {
    let layout = layout(&Graph::default());
    assert_eq!((layout.layers, layout.places.len()), (0, 0));
}

#[test]
fn a_node_stands_alone() {
    let graph = graph(1, []);
    let layout = layout(&graph);
    assert_sound(&graph, &layout);
    assert_eq!(layout.layers, 1);
}

#[test]
fn a_parent_stands_level_with_its_first_child() {
    let graph = graph(5, [main_line(0, 1), main_line(0, 2), main_line(2, 3), main_line(2, 4)]);
    let layout = layout(&graph);
    assert_sound(&graph, &layout);
    let top = |node: usize| layout.places[node].top;
    assert_eq!(top(0), top(1));
    assert_eq!(top(2), top(3));
    assert!(top(3) < top(4));
    assert_eq!(layout.reading, [0, 1, 2, 3, 4]);
}

#[test]
fn a_child_stands_level_with_the_place_where_its_line_begins() {
    let lower = Line { exit: 60, ..main_line(0, 1) };
    let graph = graph(2, [lower]);
    let layout = layout(&graph);
    assert_eq!(layout.places[0].top + 60, layout.places[1].top + 20);
}

#[test]
fn layers_without_nodes_are_left_out_and_the_least_layer_holds() {
    let nodes = vec![node(0, 0, 10), node(0, 2, 10), node(0, 7, 10)];
    let graph = Graph { nodes, lines: vec![main_line(0, 1)] };
    let layout = layout(&graph);
    assert_eq!(layout.places.iter().map(|place| place.layer).collect::<Vec<_>>(), [0, 1, 2]);
}

#[test]
fn lanes_stand_below_each_other_with_all_that_hangs_in_them() {
    let nodes = vec![node(1, 0, 50), node(0, 0, 50), node(0, 0, 50), node(2, 0, 50)];
    let graph = Graph { nodes, lines: vec![main_line(1, 2)] };
    let layout = layout(&graph);
    assert_sound(&graph, &layout);
    let tops: Vec<i32> = [1, 0, 3].map(|node| layout.places[node].top).to_vec();
    assert!(tops.is_sorted(), "{tops:?}");
    assert_eq!(layout.lanes.iter().map(|(lane, _)| *lane).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn siblings_change_places_where_fewer_lines_cross() {
    // Two parents below a root; what hangs under the first is linked with what is linked the other way around.
    let lines = [
        main_line(0, 1),
        main_line(0, 2),
        main_line(1, 3),
        main_line(1, 4),
        main_line(2, 5),
        main_line(2, 6),
        main_line(3, 7),
        other_line(4, 8),
        main_line(5, 8),
        other_line(6, 7),
    ];
    let graph = graph(9, lines);
    let forest = Forest::of(&graph);
    let layers = layers::assign(&graph, &forest);
    let placed = place::place(&graph, &layers, &forest);
    let before = crossings(&graph, &layers, &placed, &route::route(&graph, &layers, &placed));
    let best = order::improve(&graph, &layers, forest);
    let after = crossings(&graph, &layers, &best.placed, &best.routes);
    assert!(after < before, "{after} lines cross, and {before} in the order of the sources");
}

#[test]
fn fixed_siblings_keep_their_order() {
    let mut graph =
        graph(5, [main_line(0, 1), main_line(0, 2), main_line(1, 3), main_line(2, 4), other_line(1, 4)]);
    graph.nodes[1].is_fixed = true;
    assert_eq!(layout(&graph).reading[1], 1);
}

#[test]
fn a_loop_leads_back_once_and_main_lines_never_do() {
    let graph = graph(3, [main_line(0, 1), main_line(1, 2), other_line(2, 0), other_line(1, 1)]);
    let layout = layout(&graph);
    assert_sound(&graph, &layout);
    let back: Vec<bool> = layout.routes.iter().map(|route| route.is_back).collect();
    assert_eq!(back[..3], [false, false, true]);
}

#[test]
fn main_lines_in_a_circle_are_laid_out_too() {
    let graph = graph(3, [main_line(0, 1), main_line(1, 2), main_line(2, 0)]);
    assert_sound(&graph, &layout(&graph));
}

#[test]
fn two_thousand_in_a_chain_are_laid_out() {
    let graph = graph(2000, (1..2000).map(|node| main_line(node - 1, node)));
    let layout = layout(&graph);
    assert_sound(&graph, &layout);
    assert_eq!(layout.layers, 2000);
    assert!(layout.places.iter().all(|place| place.top == layout.places[0].top), "the chain is level");
}

#[test]
fn five_hundred_children_of_one_parent_stand_below_each_other() {
    let graph = graph(501, (1..=500).map(|node| main_line(0, node)));
    let layout = layout(&graph);
    assert_sound(&graph, &layout);
    assert_eq!((layout.layers, layout.reading[..3].to_vec()), (2, vec![0, 1, 2]));
}

#[test]
fn many_further_lines_are_led_between_the_nodes() {
    let places = (1..300).map(|node| main_line((node - 1) / 4, node));
    let others = (0..1200).map(|index| other_line(index * 7 % 299, index * 13 % 300));
    let graph = graph(300, places.chain(others));
    assert_sound(&graph, &layout(&graph));
}

prop_compose! {
    /// Any graph: parents before children or not, lines anywhere, also in circles and from a node to itself.
    fn any_graph()(count in 1_usize..40)(
        nodes in prop::collection::vec((0_usize..3, 0_usize..4, 1_i32..200, any::<bool>()), count),
        lines in prop::collection::vec((0..count, 0_i32..200, 0..count, 0_i32..60, any::<bool>()), 0..80),
    ) -> Graph {
        let nodes = nodes.into_iter().map(|(lane, least_layer, height, is_fixed)| Node { lane, least_layer, height, is_fixed });
        let lines = lines.into_iter().map(|(from, exit, to, entry, is_main)| Line { from, exit, to, entry, is_main });
        Graph { nodes: nodes.collect(), lines: lines.collect() }
    }
}

proptest! {
    #[test]
    fn every_drawing_is_sound_and_the_same_each_time(graph in any_graph()) {
        let first = layout(&graph);
        assert_sound(&graph, &first);
        prop_assert_eq!(layout(&graph), first);
    }

    #[test]
    fn no_more_lines_cross_than_in_the_order_of_the_sources(graph in any_graph()) {
        let forest = Forest::of(&graph);
        let layers = layers::assign(&graph, &forest);
        let placed = place::place(&graph, &layers, &forest);
        let before = crossings(&graph, &layers, &placed, &route::route(&graph, &layers, &placed));
        let best = order::improve(&graph, &layers, forest);
        prop_assert!(crossings(&graph, &layers, &best.placed, &best.routes) <= before);
    }

    #[test]
    fn main_lines_of_a_tree_never_cross(parents in prop::collection::vec(any::<prop::sample::Index>(), 1..60)) {
        let lines = parents.iter().enumerate().map(|(node, parent)| main_line(parent.index(node + 1), node + 1));
        let graph = graph(parents.len() + 1, lines);
        let layout = layout(&graph);
        assert_sound(&graph, &layout);
        let forest = Forest::of(&graph);
        let layers = layers::assign(&graph, &forest);
        let placed = place::place(&graph, &layers, &forest);
        prop_assert_eq!(crossings(&graph, &layers, &placed, &layout.routes), 0);
    }
}
