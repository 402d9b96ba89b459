//! Highlights Markdown as far as a reader needs it: front matter, headings, code and comments.

/// Cuts Markdown into pieces with their classes, in order.
pub(super) fn pieces(code: &str, push: &mut impl FnMut(&'static str, &str)) {
    let mut rest = code;
    if let Some(inner) = code.strip_prefix("---\n").and_then(|after| Some(after.find("\n---\n")? + 1)) {
        push("", &code[..4]);
        super::yaml::pieces(&code[4..4 + inner], push);
        push("", &code[4 + inner..8 + inner]);
        rest = &code[8 + inner..];
    }
    let mut fenced = false;
    for line in rest.split_inclusive('\n') {
        let content = line.trim_start();
        let fence = content.starts_with("```");
        let class = match content.as_bytes() {
            _ if fenced || fence => "s",
            [b'#', ..] => "h",
            [b'<', b'!', b'-', b'-', ..] => "c",
            _ => {
                spans(line, push);
                continue;
            }
        };
        fenced ^= fence;
        push(class, line);
    }
}

/// A line of text with code between backticks.
fn spans(line: &str, push: &mut impl FnMut(&'static str, &str)) {
    let mut rest = line;
    while let Some(start) = rest.find('`') {
        let Some(end) = rest[start + 1..].find('`').map(|end| start + end + 2) else { break };
        push("", &rest[..start]);
        push("s", &rest[start..end]);
        rest = &rest[end..];
    }
    push("", rest);
}
