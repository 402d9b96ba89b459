//! Turns one file into one tree, whatever it contains.
//!
//! YAML becomes [`Node`]s in which every scalar keeps its place; a Markdown file is split into front matter and
//! body; prose is scanned for what must be checked ([`prose::Facts`]); CSV becomes rows with places. Nothing here
//! knows what a goal is: [`fields`] reads a mapping key by key for those who do.

pub mod allow;
pub mod fields;
pub mod markdown;
mod node;
pub mod prose;
pub mod table;
pub mod yaml;

pub use node::{Entry, Kind, Node, Scalar};
