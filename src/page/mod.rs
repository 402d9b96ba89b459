//! Decides which pages exist and what each shows: one kind a file, charts as SVG.

pub mod chart;
pub mod format;
pub mod html;
pub mod prose;

pub use html::Html;
