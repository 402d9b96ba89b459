//! Assigns layers by the longest path: a node stands one layer after the last of those from which lines lead to it
//! (P. Healy, N. S. Nikolov: Hierarchical Drawing Algorithms, Handbook of Graph Drawing and Visualization, 2013,
//! section 13.3.1). Nodes are taken up once all before them are (A. B. Kahn: Topological sorting of large networks,
//! Communications of the ACM 5, 1962); where a loop stops that, the lines that are left into the next node of the
//! forest are turned around. Main lines never are.

use super::Graph;
use super::forest::Forest;
use std::collections::VecDeque;

/// The layer of each node.
#[derive(Clone, Debug, Default)]
pub(super) struct Layers {
    /// By node.
    pub(super) of: Vec<usize>,
    /// How many there are.
    pub(super) count: usize,
    /// Of each line, whether it leads back.
    pub(super) is_back: Vec<bool>,
}

/// Assigns them.
pub(super) fn assign(graph: &Graph, forest: &Forest) -> Layers {
    let mut walk = Walk::new(graph);
    let reading = forest.reading(graph);
    let mut next = 0;
    loop {
        while let Some(node) = walk.ready.pop_front() {
            walk.take(node);
        }
        while next < reading.len() && walk.is_taken[reading[next]] {
            next += 1;
        }
        // Only loops are left: all that hangs above this node is taken, so that its main line is none of them.
        let Some(&node) = reading.get(next) else { break };
        walk.take(node);
    }
    let (of, count) = dense(walk.layer);
    Layers { of, count, is_back: walk.is_back }
}

struct Walk<'a> {
    graph: &'a Graph,
    into: Vec<Vec<usize>>,
    out_of: Vec<Vec<usize>>,
    missing: Vec<usize>,
    ready: VecDeque<usize>,
    is_taken: Vec<bool>,
    is_back: Vec<bool>,
    layer: Vec<usize>,
}

impl<'a> Walk<'a> {
    fn new(graph: &'a Graph) -> Walk<'a> {
        let count = graph.nodes.len();
        let mut into = vec![Vec::new(); count];
        let mut out_of = vec![Vec::new(); count];
        for (index, line) in graph.lines.iter().enumerate().filter(|(_, line)| line.from != line.to) {
            into[line.to].push(index);
            out_of[line.from].push(index);
        }
        let missing: Vec<usize> = into.iter().map(Vec::len).collect();
        let ready = (0..count).filter(|&node| missing[node] == 0).collect();
        let layer = graph.nodes.iter().map(|node| node.least_layer).collect();
        let is_back = vec![false; graph.lines.len()];
        Walk { graph, into, out_of, missing, ready, is_taken: vec![false; count], is_back, layer }
    }

    fn take(&mut self, node: usize) {
        if std::mem::replace(&mut self.is_taken[node], true) {
            return;
        }
        for &index in &self.into[node] {
            let from = self.graph.lines[index].from;
            if self.is_taken[from] {
                self.layer[node] = self.layer[node].max(self.layer[from] + 1);
            } else {
                self.is_back[index] = true;
            }
        }
        for &index in &self.out_of[node] {
            let to = self.graph.lines[index].to;
            if self.is_back[index] {
                self.layer[node] = self.layer[node].max(self.layer[to] + 1);
            } else {
                self.missing[to] -= 1;
                if self.missing[to] == 0 {
                    self.ready.push_back(to);
                }
            }
        }
    }
}

/// The same layers without those that no node stands in.
fn dense(mut of: Vec<usize>) -> (Vec<usize>, usize) {
    let mut used = of.clone();
    used.sort_unstable();
    used.dedup();
    for layer in &mut of {
        *layer = used.partition_point(|used| used < layer);
    }
    (of, used.len())
}
