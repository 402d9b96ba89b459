//! Finds loops among things that point at each other, and takes out the link that closes each.

/// A link from one thing to another, by index.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    /// Where it leads.
    pub to: usize,
    /// Whatever its owner needs to find it again.
    pub tag: usize,
}

/// One loop: its links in order; the last one closes it.
pub(super) struct Loop {
    /// From where, and the link.
    pub steps: Vec<(usize, Edge)>,
}

/// All loops that a depth-first walk in order meets. Without the closing link of each, no loop is left.
pub(super) fn find(edges: &[Vec<Edge>]) -> Vec<Loop> {
    const NEW: u8 = 0;
    const OPEN: u8 = 1;
    const DONE: u8 = 2;
    let mut state = vec![NEW; edges.len()];
    let mut loops = Vec::new();
    let mut path: Vec<(usize, usize)> = Vec::new();
    for root in 0..edges.len() {
        if state[root] != NEW {
            continue;
        }
        state[root] = OPEN;
        path.push((root, 0));
        while let Some((node, next)) = path.last_mut() {
            let node = *node;
            let Some(&edge) = edges[node].get(*next) else {
                state[node] = DONE;
                path.pop();
                continue;
            };
            *next += 1;
            match state[edge.to] {
                NEW => {
                    state[edge.to] = OPEN;
                    path.push((edge.to, 0));
                }
                OPEN => {
                    let from = path.iter().position(|(node, _)| *node == edge.to).unwrap_or_default();
                    let steps =
                        path[from..].iter().map(|&(node, next)| (node, edges[node][next - 1])).collect();
                    loops.push(Loop { steps });
                }
                _ => {}
            }
        }
    }
    loops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_loop_is_found_with_all_its_steps() {
        let edge = |to| Edge { to, tag: 0 };
        let edges = vec![vec![edge(1)], vec![edge(2), edge(1)], vec![edge(0)], vec![edge(0)]];
        let loops: Vec<Vec<usize>> =
            find(&edges).iter().map(|found| found.steps.iter().map(|(node, _)| *node).collect()).collect();
        assert_eq!(loops, [vec![0, 1, 2], vec![1]]);
    }
}
