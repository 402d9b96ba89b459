//! The mermaid format: the map from the mission to the key results, for wikis and pull requests that draw it.

use super::graph::{Graph, Node};
use super::{Edition, Format};
use crate::model::Goal;
use std::fmt::Write as _;
use std::io::{self, Write};

pub(super) static FORMAT: Format = Format {
    name: "mermaid",
    about: "the map from the mission down, for wikis and pull requests that draw it",
    address: None,
    write,
};

fn write(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    let graph = Graph::of(edition);
    let mut out = io::BufWriter::new(out);
    writeln!(out, "flowchart BT")?;
    for node in &graph.nodes {
        let (open, close) = shape(node.goal);
        writeln!(out, "  {}{open}\"{}\"{close}", node.name, label(node))?;
    }
    for link in &graph.links {
        let arrow = if link.is_place { "-->" } else { "-.->" };
        writeln!(out, "  {} {arrow} {}", link.from, link.to)?;
    }
    out.flush()
}

fn label(node: &Node) -> String {
    let mut label = escaped(node.title);
    if let Some(fares) = &node.fares {
        label.push_str("<br>");
        label.push_str(&escaped(fares));
    }
    label
}

fn shape(goal: Goal) -> (&'static str, &'static str) {
    match goal {
        Goal::Mission => ("([", "])"),
        Goal::Pillar(_) => ("[[", "]]"),
        Goal::Objective(_) => ("[", "]"),
        Goal::KeyResult(_) => ("(", ")"),
    }
}

/// Letters that mean something to the language, or to the HTML which it makes, as numbers.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '"' | '#' | '&' | '<' | '>' | '`' | ';' | '\\' | '*' | '_' | '~' => {
                write!(escaped, "#{};", u32::from(letter)).expect("a string takes everything");
            }
            letter => escaped.push(letter),
        }
    }
    escaped
}
