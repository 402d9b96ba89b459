//! Where lines begin and end, and how far they are indented.

/// Where the line begins that holds a place.
pub(super) fn start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |before| before + 1)
}

/// Where the line ends that holds a place, before its line break.
pub(super) fn end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    if text.len() > end && text[at..end].ends_with('\r') { end - 1 } else { end }
}

/// The line break of the line that holds a place; of the first line, where that one ends the text.
pub(super) fn line_break(text: &str, at: usize) -> &'static str {
    let own = &text[end(text, at)..];
    let first = &text[end(text, 0)..];
    let sample = if own.is_empty() { first } else { own };
    if sample.starts_with('\r') { "\r\n" } else { "\n" }
}

/// How far something is indented that only blanks and the dashes of lists stand before; none otherwise.
pub(super) fn lead(text: &str, at: usize) -> Option<usize> {
    let before = &text[start(text, at)..at];
    before.bytes().all(|byte| matches!(byte, b' ' | b'-')).then_some(before.len())
}

/// How far something is indented that begins its line; none where something stands before it.
pub(super) fn indent(text: &str, at: usize) -> Option<usize> {
    let before = &text[start(text, at)..at];
    before.bytes().all(|byte| byte == b' ').then_some(before.len())
}

/// The end of the lines that belong to a value which ends at a place: its own, and comments right below that are
/// indented more than what follows it.
pub(super) fn past_comments(text: &str, at: usize, indent: usize) -> usize {
    let mut last = end(text, at);
    while let Some(below) = text[last..].find('\n').map(|length| last + length + 1) {
        let line = &text[below..end(text, below)];
        let content = line.trim_start_matches(' ');
        if !content.starts_with('#') || line.len() - content.len() <= indent {
            break;
        }
        last = end(text, below);
    }
    last
}

/// Where the comments begin that stand right above a line and silence a finding in it; else where the line begins.
pub(super) fn before_silencing(text: &str, at: usize) -> usize {
    let line = start(text, at);
    let mut first = line;
    let mut silences = false;
    while first > 0 {
        let above = start(text, first - 1);
        let comment = text[above..first].trim();
        if !comment.starts_with('#') {
            break;
        }
        silences |= comment.contains("okrbook:");
        first = above;
    }
    if silences { first } else { line }
}

/// So many blanks.
pub(super) fn blanks(count: usize) -> String {
    " ".repeat(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_before_its_break_whichever_it_is() {
        assert_eq!((start("a\r\nbc", 3), end("a\r\nbc", 0), end("a\r\nbc", 3)), (3, 1, 5));
        assert_eq!(
            (line_break("a\r\nb", 3), line_break("a\nb\r\n", 0), line_break("a", 0)),
            ("\r\n", "\n", "\n")
        );
    }

    #[test]
    fn comments_belong_to_what_they_are_indented_with() {
        let text = "- a: 1\n  # of a\n# of b\n- b\n";
        assert_eq!(past_comments(text, 5, 0), 15);
        assert_eq!(before_silencing("# okrbook: allow(x)\n# so\n- a", 26), 0);
        assert_eq!(before_silencing("# newest first\n- a", 15), 15);
    }
}
