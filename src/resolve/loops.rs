//! Finds loops among things that point at each other, and takes out the link that closes each.

/// How many steps are told one by one at least, before the loops that are left are only counted: whoever lets
/// hundreds of goals align to one another is not helped by a list that grows with the cube of their number.
const STEPS: usize = 1000;

/// A link from one thing to another, by index.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    /// Where it leads.
    pub to: usize,
    /// Whatever its owner needs to find it again; none where nobody wrote the link, so that it cannot be taken out.
    /// Such a link stands before the written ones, and is never the second in a row.
    pub tag: Option<usize>,
}

/// A link, and from where it leads.
pub(super) type Step = (usize, Edge);

/// One loop: its links in order; the last one leads back to where the first begins.
pub(super) struct Loop {
    /// From where, and the link.
    pub steps: Vec<Step>,
}

/// The loops that a depth-first walk in order meets. Without the closing link of each, no loop is left.
#[derive(Default)]
pub(super) struct Loops {
    /// As many as can be told one by one: at least [`STEPS`] steps, and one for each thing.
    pub told: Vec<Loop>,
    /// The links that close all of them, also those that are not told: of each loop the last link that is written.
    pub closing: Vec<Step>,
}

/// Walks all links once.
pub(super) fn find(edges: &[Vec<Edge>]) -> Loops {
    let states = vec![State::New; edges.len()];
    let left = STEPS + edges.len();
    let mut walk = Walk { edges, states, path: Vec::new(), found: Loops::default(), left };
    for root in 0..edges.len() {
        walk.visit(root);
        while let Some((node, next)) = walk.path.last_mut() {
            let node = *node;
            if let Some(&edge) = edges[node].get(*next) {
                *next += 1;
                walk.follow(edge);
            } else {
                walk.leave(State::Done);
            }
        }
    }
    walk.found
}

#[derive(Clone, Copy)]
enum State {
    New,
    /// On the path, at this place.
    Open(usize),
    Done,
}

struct Walk<'a> {
    edges: &'a [Vec<Edge>],
    states: Vec<State>,
    /// The nodes on the way, each with the place of the link that comes next.
    path: Vec<(usize, usize)>,
    found: Loops,
    /// How many steps can still be told.
    left: usize,
}

impl Walk<'_> {
    fn visit(&mut self, node: usize) {
        if matches!(self.states[node], State::New) {
            self.states[node] = State::Open(self.path.len());
            self.path.push((node, 0));
        }
    }

    fn leave(&mut self, state: State) {
        if let Some((node, _)) = self.path.pop() {
            self.states[node] = state;
        }
    }

    fn follow(&mut self, edge: Edge) {
        let State::Open(from) = self.states[edge.to] else {
            self.visit(edge.to);
            return;
        };
        self.tell(from);
        if edge.tag.is_none() {
            // The link that led here is what goes, and so nothing has led here yet.
            self.leave(State::New);
        }
        self.found.closing.extend(self.path.last().map(|&at| self.step(at)));
    }

    /// Tells the loop from a place of the path back to it.
    fn tell(&mut self, from: usize) {
        let steps = &self.path[from..];
        if self.left > 0 {
            self.left = self.left.saturating_sub(steps.len());
            let steps = steps.iter().map(|&at| self.step(at)).collect();
            self.found.told.push(Loop { steps });
        }
    }

    /// The link that was followed last from a node on the path.
    fn step(&self, (node, next): (usize, usize)) -> Step {
        (node, self.edges[node][next - 1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(to: usize) -> Edge {
        Edge { to, tag: Some(0) }
    }

    #[test]
    fn each_loop_is_found_with_all_its_steps() {
        let edges = vec![vec![edge(1)], vec![edge(2), edge(1)], vec![edge(0)], vec![edge(0)]];
        let told = find(&edges).told;
        let told: Vec<Vec<usize>> =
            told.iter().map(|found| found.steps.iter().map(|(node, _)| *node).collect()).collect();
        assert_eq!(told, [vec![0, 1, 2], vec![1]]);
    }

    #[test]
    fn among_things_that_all_point_at_each_other_few_loops_are_told_and_all_are_closed() {
        let things = 400;
        let edges: Vec<Vec<Edge>> =
            (0..things).map(|one| (0..things).filter(|&to| to != one).map(edge).collect()).collect();
        let found = find(&edges);
        assert_eq!(found.closing.len(), things * (things - 1) / 2);
        let steps: usize = found.told.iter().map(|told| told.steps.len()).sum();
        assert!((STEPS..STEPS + 2 * things).contains(&steps), "{steps}");
    }

    #[test]
    fn one_walk_closes_all_ways_round_over_a_link_that_nobody_wrote() {
        // A goal aligns to many that align to its own key result.
        let ways = 10;
        let mut edges = vec![(2..2 + ways).map(edge).collect(), vec![Edge { to: 0, tag: None }]];
        edges.extend((0..ways).map(|_| vec![edge(1)]));
        let found = find(&edges);
        let closing: Vec<usize> = found.closing.iter().map(|(from, _)| *from).collect();
        assert_eq!(closing, (2..2 + ways).collect::<Vec<_>>());
        assert_eq!(found.told.len(), ways);
    }
}
