//! Highlights Markdown: front matter as YAML, headings, and the marks of fences.

use super::yaml;

/// Cuts Markdown into pieces with their classes, in order.
pub(super) fn pieces(code: &str, push: &mut impl FnMut(&'static str, &str)) {
    let mut rest = code;
    if let Some(below) = code.strip_prefix("---\n")
        && let Some(end) = below.find("\n---\n")
    {
        push("c", "---\n");
        yaml::pieces(&below[..=end], push);
        push("c", "---\n");
        rest = &below[end + 5..];
    }
    for line in rest.split_inclusive('\n') {
        let is_heading = line.trim_start_matches('#').starts_with(' ') && line.starts_with('#');
        let is_mark = line.trim_start().starts_with("```") || line.trim_start().starts_with("<!--");
        push(
            if is_heading {
                "h"
            } else if is_mark {
                "c"
            } else {
                ""
            },
            line,
        );
    }
}
