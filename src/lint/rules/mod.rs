//! The index of all rules: a `mod` line and a line in [`RULES`], both sorted.

use super::Rule;

/// All rules, by name.
pub static RULES: &[&Rule] = &[];
