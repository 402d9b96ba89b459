//! Takes out what cannot be: loops, and alignments between goals whose cycles share no day.

use super::loops::{self, Edge, Loop, Step};
use crate::diagnostic::Finding;
use crate::diagnostic::errors::{ALIGNMENT_LOOP, DISJOINT_CYCLES};
use crate::model::{Alignment, Goal, Handbook, KeyResultId, ObjectiveId};
use crate::text::Span;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// Takes out loops and impossible alignments, and reports them.
pub fn untangle(handbook: &mut Handbook) -> Vec<Finding> {
    let mut findings = disjoint_cycles(handbook);
    findings.extend(alignment_loops(handbook));
    findings.extend(team_loops(handbook));
    findings.extend(carry_over_loops(handbook));
    findings
}

/// Whether something in a handbook that was not linked here leads back to itself: goals, teams, or objectives that
/// carry each other on.
pub fn runs_in_circles(handbook: &Handbook) -> bool {
    let single = |links: Vec<Option<usize>>| -> Vec<Vec<Edge>> {
        links.into_iter().map(|to| to.map(|to| Edge { to, tag: None }).into_iter().collect()).collect()
    };
    let teams = handbook.teams.iter().map(|team| team.parent.map(|parent| parent.value.index()));
    let objectives = handbook.objectives.iter();
    let earlier = objectives.map(|goal| goal.carried_over_from.map(|earlier| earlier.value.index()));
    [Graph::of(handbook).edges, single(teams.collect()), single(earlier.collect())]
        .iter()
        .any(|edges| !loops::find(edges).told.is_empty())
}

/// For each objective, the objectives that align to it or to one of its key results, each once, in order.
pub fn children(handbook: &Handbook) -> Vec<Vec<ObjectiveId>> {
    let mut children: Vec<Vec<ObjectiveId>> = vec![Vec::new(); handbook.objectives.len()];
    for (id, objective) in handbook.objectives() {
        for alignment in &objective.aligns_to {
            if let Some(parent) = alignment.to.objective()
                && children[parent.index()].last() != Some(&id)
            {
                children[parent.index()].push(id);
            }
        }
    }
    children
}

/// An alignment leads to a goal whose cycle overlaps; of a draft without a cycle nothing is known yet.
fn disjoint_cycles(handbook: &mut Handbook) -> Vec<Finding> {
    let mut findings = Vec::new();
    let fault = |handbook: &Handbook, child: ObjectiveId, alignment: &Alignment| -> Option<Finding> {
        let parent = alignment.to.objective()?;
        let (own, other) = (handbook[child].cycle?, handbook[parent].cycle?);
        let (cycle, parents) = (&handbook[own.value], &handbook[other.value]);
        if cycle.overlaps(parents) {
            return None;
        }
        let message = format!(
            "`{}` runs in `{}`, and the goal it aligns to in `{}`: they share no day",
            handbook[child].id.value, cycle.id.value, parents.id.value
        );
        Some(
            Finding::error(&DISJOINT_CYCLES, alignment.span, message)
                .label(own.span, format!("{} to {}", cycle.start, cycle.end))
                .label(other.span, format!("{} to {}", parents.start, parents.end))
                .help("align it to a goal of the same time, or say `carried_over_from:` if it goes on from that goal"),
        )
    };
    for index in 0..handbook.objectives.len() {
        let id = ObjectiveId::new(index);
        let faults: Vec<(Span, Finding)> = handbook
            .alignments(id)
            .filter_map(|alignment| Some((alignment.span, fault(handbook, id, alignment)?)))
            .collect();
        let (spans, found): (HashSet<Span>, Vec<Finding>) = faults.into_iter().unzip();
        remove(handbook, id, &spans);
        findings.extend(found);
    }
    findings
}

/// Takes out the alignments of an objective and its key results that stand at these places.
fn remove(handbook: &mut Handbook, objective: ObjectiveId, spans: &HashSet<Span>) {
    if spans.is_empty() {
        return;
    }
    let stays = |alignment: &Alignment| !spans.contains(&alignment.span);
    let objective = Arc::make_mut(&mut handbook.objectives[objective.index()]);
    objective.lost.aligns_to = true;
    objective.aligns_to.retain(stays);
    for key_result in &mut objective.key_results {
        key_result.aligns_to.retain(stays);
    }
}

/// What a node of the graph of goals is.
#[derive(Clone, Copy)]
enum Node {
    Objective(ObjectiveId),
    KeyResult(KeyResultId),
}

/// The graph of goals: objectives first, then key results; a key result leads to its objective as well.
struct Graph {
    nodes: Vec<Node>,
    edges: Vec<Vec<Edge>>,
    /// Where each tagged link is written.
    spans: Vec<Span>,
}

impl Graph {
    fn of(handbook: &Handbook) -> Graph {
        let mut nodes: Vec<Node> = handbook.objectives().map(|(id, _)| Node::Objective(id)).collect();
        let mut first_key_result = Vec::with_capacity(nodes.len());
        for (id, _) in handbook.objectives() {
            first_key_result.push(nodes.len());
            nodes.extend(handbook.key_results(id).map(|(id, _)| Node::KeyResult(id)));
        }
        let mut graph =
            Graph { edges: Vec::with_capacity(nodes.len()), nodes: Vec::new(), spans: Vec::new() };
        let place = |goal: Goal| match goal {
            Goal::Objective(id) => Some(id.index()),
            Goal::KeyResult(id) => Some(first_key_result[id.objective.index()] + id.index as usize),
            Goal::Mission | Goal::Pillar(_) => None,
        };
        for &node in &nodes {
            let (own, alignments) = match node {
                Node::Objective(id) => (None, &handbook[id].aligns_to),
                Node::KeyResult(id) => (Some(id.objective.index()), &handbook.key_result(id).aligns_to),
            };
            let mut edges: Vec<Edge> = own.map(|to| Edge { to, tag: None }).into_iter().collect();
            for alignment in alignments {
                if let Some(to) = place(alignment.to) {
                    edges.push(Edge { to, tag: Some(graph.spans.len()) });
                    graph.spans.push(alignment.span);
                }
            }
            graph.edges.push(edges);
        }
        graph.nodes = nodes;
        graph
    }

    fn name(&self, handbook: &Handbook, node: usize) -> String {
        match self.nodes[node] {
            Node::Objective(id) => handbook.reference(Goal::Objective(id)),
            Node::KeyResult(id) => handbook.reference(Goal::KeyResult(id)),
        }
    }

    /// Where a link is written; nowhere, if it leads from a key result to its own objective.
    fn span(&self, (_, edge): Step) -> Option<Span> {
        Some(self.spans[edge.tag?])
    }

    fn step(&self, handbook: &Handbook, (node, edge): Step) -> String {
        format!("`{}` aligns to `{}`", self.name(handbook, node), self.name(handbook, edge.to))
    }

    /// The whole loop, with a label on each step.
    fn tell(&self, handbook: &Handbook, told: &Loop) -> Option<Finding> {
        let names: Vec<String> = told.steps.iter().map(|&(node, _)| self.name(handbook, node)).collect();
        let message = format!("goals align in a loop: `{}` → `{}`", names.join("` → `"), names.first()?);
        let mut written = told.steps.iter().filter_map(|&step| Some((self.span(step)?, step))).peekable();
        let finding = Finding::error(&ALIGNMENT_LOOP, written.peek()?.0, message)
            .help("take one of these alignments out, so that the line leads up to the mission");
        Some(written.fold(finding, |finding, (span, step)| finding.label(span, self.step(handbook, step))))
    }

    /// How many more loops there are, at a link that closes one of them.
    fn tell_of_more(&self, handbook: &Handbook, closing: &[Step]) -> Option<Finding> {
        let &first = closing.first()?;
        let message = format!("goals align in more loops than are shown one by one: {} more", closing.len());
        let finding = Finding::error(&ALIGNMENT_LOOP, self.span(first)?, message)
            .here(format!("{}, in a loop", self.step(handbook, first)))
            .help("mend the loops that are shown, and check again: those that are left are shown then");
        Some(finding)
    }

    fn owner(&self, node: usize) -> ObjectiveId {
        match self.nodes[node] {
            Node::Objective(id) => id,
            Node::KeyResult(id) => id.objective,
        }
    }
}

/// Whether all alignments lead from objective to objective without a way back, whichever of their key results they
/// lead to or start from. Where they do, there is no loop; this is how nearly every handbook is.
fn leads_up(handbook: &Handbook) -> bool {
    let parents = |id: ObjectiveId| handbook.alignments(id).filter_map(|alignment| alignment.to.objective());
    let mut waiting: Vec<u32> = vec![0; handbook.objectives.len()];
    for (id, _) in handbook.objectives() {
        parents(id).for_each(|parent| waiting[parent.index()] += 1);
    }
    // Whatever nothing leads to any more can be in no loop.
    let mut free: Vec<ObjectiveId> =
        handbook.objectives().map(|(id, _)| id).filter(|id| waiting[id.index()] == 0).collect();
    let mut freed = 0;
    while let Some(id) = free.pop() {
        freed += 1;
        for parent in parents(id) {
            waiting[parent.index()] -= 1;
            if waiting[parent.index()] == 0 {
                free.push(parent);
            }
        }
    }
    freed == handbook.objectives.len()
}

/// Takes out the alignments that close loops, and tells the loops: all of them, unless there are more than anyone
/// can read.
fn alignment_loops(handbook: &mut Handbook) -> Vec<Finding> {
    if leads_up(handbook) {
        return Vec::new();
    }
    let graph = Graph::of(handbook);
    let found = loops::find(&graph.edges);
    let mut findings: Vec<Finding> =
        found.told.iter().filter_map(|told| graph.tell(handbook, told)).collect();
    findings.extend(graph.tell_of_more(handbook, &found.closing[found.told.len()..]));
    let mut spans: BTreeMap<ObjectiveId, HashSet<Span>> = BTreeMap::new();
    for &step in &found.closing {
        spans.entry(graph.owner(step.0)).or_default().extend(graph.span(step));
    }
    for (objective, spans) in spans {
        remove(handbook, objective, &spans);
    }
    findings
}

/// Reports loops of links of which each thing has at most one, and answers which things to cut loose. No thing is in
/// two of them, so that all of them are told.
fn simple_loops(
    links: &[Option<(usize, Span)>],
    name: impl Fn(usize) -> String,
    what: &str,
    help: &str,
) -> (Vec<usize>, Vec<Finding>) {
    let edges: Vec<Vec<Edge>> = links
        .iter()
        .enumerate()
        .map(|(tag, link)| link.iter().map(|&(to, _)| Edge { to, tag: Some(tag) }).collect())
        .collect();
    let mut cut = Vec::new();
    let mut findings = Vec::new();
    for Loop { steps } in loops::find(&edges).told {
        let spans: Vec<(usize, Span)> =
            steps.iter().filter_map(|(node, _)| Some((*node, links[*node]?.1))).collect();
        let (Some(&(_, first)), Some(&(last, _))) = (spans.first(), spans.last()) else { continue };
        let names: Vec<String> = steps.iter().map(|(node, _)| name(*node)).collect();
        let message = format!("{what} in a loop: `{}` → `{}`", names.join("` → `"), names[0]);
        let mut finding = Finding::error(&ALIGNMENT_LOOP, first, message).help(help);
        for (node, span) in spans {
            finding = finding.label(span, format!("of `{}`", name(node)));
        }
        findings.push(finding);
        cut.push(last);
    }
    (cut, findings)
}

fn team_loops(handbook: &mut Handbook) -> Vec<Finding> {
    let links =
        handbook.teams.iter().map(|team| team.parent.map(|parent| (parent.value.index(), parent.span)));
    let name = |index: usize| handbook.teams[index].id.value.clone();
    let help = "take one of these parents out: a team cannot belong to itself";
    let (cut, findings) = simple_loops(&links.collect::<Vec<_>>(), name, "teams belong to each other", help);
    for index in cut {
        handbook.teams[index].parent = None;
    }
    findings
}

fn carry_over_loops(handbook: &mut Handbook) -> Vec<Finding> {
    let earlier = |objective: &Arc<crate::model::Objective>| {
        objective.carried_over_from.map(|earlier| (earlier.value.index(), earlier.span))
    };
    let links = handbook.objectives.iter().map(earlier);
    let name = |index: usize| handbook.objectives[index].id.value.clone();
    let help = "take one of them out: an objective is carried over from an earlier one";
    let (cut, findings) =
        simple_loops(&links.collect::<Vec<_>>(), name, "objectives are carried over from each other", help);
    for index in cut {
        Arc::make_mut(&mut handbook.objectives[index]).carried_over_from = None;
    }
    findings
}
