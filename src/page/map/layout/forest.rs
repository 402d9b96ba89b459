//! The forest of main lines: what hangs under what.

use super::Graph;

/// Which line leads to a node, and which lead on from it.
#[derive(Clone, Debug)]
pub(super) struct Forest {
    /// The line by which a node hangs.
    pub(super) up: Vec<Option<usize>>,
    /// The lines to what hangs under a node, those that begin higher first, so that they cannot cross.
    pub(super) down: Vec<Vec<usize>>,
    /// Nodes that hang nowhere, by lane.
    pub(super) roots: Vec<usize>,
}

impl Forest {
    /// The forest of a graph. A main line that closes a loop, or comes second, does not count.
    pub(super) fn of(graph: &Graph) -> Forest {
        let count = graph.nodes.len();
        let mut up = vec![None; count];
        for (index, line) in graph.lines.iter().enumerate() {
            if line.is_main && up[line.to].is_none() && line.from != line.to {
                up[line.to] = Some(index);
            }
        }
        cut_loops(graph, &mut up);
        let mut down = vec![Vec::new(); count];
        for index in up.iter().flatten() {
            down[graph.lines[*index].from].push(*index);
        }
        for lines in &mut down {
            lines.sort_by_key(|&index| (graph.lines[index].exit, index));
        }
        let mut roots: Vec<usize> = (0..count).filter(|&node| up[node].is_none()).collect();
        roots.sort_by_key(|&root| graph.nodes[root].lane);
        Forest { up, down, roots }
    }

    /// The node that a node hangs under.
    pub(super) fn parent(&self, graph: &Graph, node: usize) -> Option<usize> {
        self.up[node].map(|line| graph.lines[line].from)
    }

    /// All nodes, each before what hangs under it.
    pub(super) fn reading(&self, graph: &Graph) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.up.len());
        let mut waiting: Vec<usize> = self.roots.iter().rev().copied().collect();
        while let Some(node) = waiting.pop() {
            order.push(node);
            waiting.extend(self.down[node].iter().rev().map(|&line| graph.lines[line].to));
        }
        order
    }
}

/// Lets the node at which a walk upwards meets itself hang nowhere.
fn cut_loops(graph: &Graph, up: &mut [Option<usize>]) {
    let mut met_on = vec![usize::MAX; up.len()];
    for start in 0..up.len() {
        let mut node = start;
        while met_on[node] == usize::MAX {
            met_on[node] = start;
            let Some(line) = up[node] else { break };
            let parent = graph.lines[line].from;
            if met_on[parent] == start {
                up[node] = None;
                break;
            }
            node = parent;
        }
    }
}
