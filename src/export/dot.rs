//! The dot format: the map from the mission to the key results, for Graphviz.

use super::graph::{Graph, Node};
use super::{Edition, Format};
use crate::model::Goal;
use std::io::{self, Write};

pub(super) static FORMAT: Format =
    Format { name: "dot", about: "the map from the mission down, for Graphviz", address: None, write };

fn write(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    let graph = Graph::of(edition);
    let mut out = io::BufWriter::new(out);
    writeln!(out, "digraph handbook {{")?;
    writeln!(out, "  label = {};", quoted(&edition.settings.title))?;
    writeln!(out, "  rankdir = BT;\n  node [shape = box, fontname = \"sans-serif\"];")?;
    for node in &graph.nodes {
        writeln!(out, "  {} [label = {}{}];", node.name, label(node), shape(node.goal))?;
    }
    for link in &graph.links {
        let style = if link.is_place { "" } else { " [style = dashed]" };
        writeln!(out, "  {} -> {}{style};", link.from, link.to)?;
    }
    writeln!(out, "}}")?;
    out.flush()
}

fn label(node: &Node) -> String {
    match &node.fares {
        Some(fares) => quoted(&format!("{}\n{fares}", node.title)),
        None => quoted(node.title),
    }
}

fn shape(goal: Goal) -> &'static str {
    match goal {
        Goal::Mission => ", shape = doubleoctagon",
        Goal::Pillar(_) => ", shape = folder",
        Goal::Objective(_) => "",
        Goal::KeyResult(_) => ", shape = plain",
    }
}

/// A string of the language, in which only quotes and backslashes mean something.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
