//! Fenced blocks of Markdown, each with the heading above it and the place of its text.

/// A fenced block.
pub(crate) struct Block<'a> {
    /// The last heading of the first or second level above it.
    pub(crate) heading: &'a str,
    /// What stands behind the opening backticks.
    pub(crate) info: &'a str,
    /// Its text, every line with its end.
    pub(crate) text: &'a str,
    /// The line on which its text begins, from 1.
    pub(crate) line: usize,
}

/// All fenced blocks of a text.
pub(crate) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut heading = "";
    let mut open: Option<(usize, &str, usize, usize)> = None;
    let mut offset = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let end = offset + line.len();
        let bare = line.trim_end();
        let ticks = bare.len() - bare.trim_start_matches('`').len();
        match open {
            Some((opened, info, start, first)) if ticks >= opened && bare.len() == ticks => {
                blocks.push(Block { heading, info, text: &text[start..offset], line: first });
                open = None;
            }
            Some(_) => {}
            None if ticks >= 3 => open = Some((ticks, bare[ticks..].trim(), end, index + 2)),
            None => {
                let title = bare.strip_prefix("# ").or_else(|| bare.strip_prefix("## "));
                heading = title.map_or(heading, str::trim);
            }
        }
        offset = end;
    }
    assert!(open.is_none(), "a block is never closed");
    blocks
}
