//! Splits a Markdown file into front matter and body.

use crate::text::{Source, Span};
use memchr::memmem;

/// Whether a path names a Markdown file.
pub fn is_markdown(path: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
}

/// The parts of a Markdown file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The YAML between the `---` lines, without them; none where the file has no front matter.
    pub front_matter: Option<Span>,
    /// Everything below.
    pub body: Span,
    /// The opening `---` of a front matter that no second `---` closes.
    pub unclosed: Option<Span>,
}

/// Splits a Markdown file. Front matter begins with a first line `---` and ends with a line `---` or `...`.
pub fn split(source: &Source) -> Parts {
    let text = source.text();
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if first.trim_end() != "---" {
        return Parts { front_matter: None, body: source.whole(), unclosed: None };
    }
    match closing(text, first.len()) {
        Some((end, next)) => {
            let front_matter = Some(source.span(first.len(), end));
            Parts { front_matter, body: source.span(next, text.len()), unclosed: None }
        }
        None => Parts {
            front_matter: None,
            body: source.span(first.len(), text.len()),
            unclosed: Some(source.span(0, 3)),
        },
    }
}

/// Where the first line from a place on that closes a front matter begins, and where the line after it does. Lines are
/// looked at only where a mark stands: a front matter is most of a handbook.
fn closing(text: &str, from: usize) -> Option<(usize, usize)> {
    let before = from.checked_sub(1).filter(|&at| text.as_bytes()[at] == b'\n')?;
    let line_at = |at: usize| {
        let next = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
        matches!(text[at..next].trim_end(), "---" | "...").then_some((at, next))
    };
    let first = |mark: &str, end: usize| {
        memmem::find_iter(&text.as_bytes()[before..end], mark).find_map(|at| line_at(before + at + 1))
    };
    let dashes = first("\n---", text.len());
    let end = dashes.map_or(text.len(), |(at, _)| at);
    first("\n...", end).or(dashes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Sources;

    fn parts(text: &str) -> (Option<String>, String, bool) {
        let mut sources = Sources::default();
        let id = sources.add("a.md", text.as_bytes().to_vec());
        let source = sources.get(id);
        let parts = split(source);
        let slice = |span| source.slice(span).to_owned();
        (parts.front_matter.map(slice), slice(parts.body), parts.unclosed.is_some())
    }

    #[test]
    fn front_matter_stands_between_two_lines_of_dashes() {
        assert_eq!(parts("---\na: 1\n---\nText\n"), (Some("a: 1\n".into()), "Text\n".into(), false));
        assert_eq!(parts("---  \r\na: 1\r\n...\r\nText"), (Some("a: 1\r\n".into()), "Text".into(), false));
        assert_eq!(parts("---\n---"), (Some(String::new()), String::new(), false));
    }

    #[test]
    fn a_page_without_front_matter_is_all_body() {
        assert_eq!(parts("# Title\n---\n"), (None, "# Title\n---\n".into(), false));
        assert_eq!(parts(" ---\na\n---\n"), (None, " ---\na\n---\n".into(), false));
        assert_eq!(parts("----\na\n---\n"), (None, "----\na\n---\n".into(), false));
        assert_eq!(parts(""), (None, String::new(), false));
    }

    #[test]
    fn an_unclosed_front_matter_is_told_apart() {
        assert_eq!(parts("---\na: 1\n--- x\n"), (None, "a: 1\n--- x\n".into(), true));
    }
}
