//! Comments that silence a lint: `# okrbook: allow(CODE)`, in Markdown `<!-- okrbook: allow(CODE) -->`.

use super::{Kind, Node, markdown, prose, yaml};
use crate::text::{Source, Sources, Span, Spanned};
use memchr::memmem;

/// A silenced lint: its name with its place; it counts for that line and the next.
pub type Allowance = Spanned<String>;

/// What such a comment begins with.
const MARK: &str = "okrbook:";
/// How many bytes of codes are read: more than there are lints.
const LONGEST_LIST: usize = 2000;

/// All such comments of a YAML or Markdown file. Text inside strings and code is not a comment; `okr` blocks have their own.
pub fn scan(source: &Source) -> Vec<Allowance> {
    // Faster than what the standard library does, and asked of every file.
    if memmem::find(source.text().as_bytes(), MARK.as_bytes()).is_none() {
        return Vec::new();
    }
    let mut allowances = Vec::new();
    let ending = source.path().rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if matches!(ending.as_deref(), Some("md" | "markdown")) {
        let parts = markdown::split(source);
        if let Some(front_matter) = parts.front_matter {
            scan_yaml(source, front_matter, &mut allowances);
        }
        scan_body(source, parts.body, &mut allowances);
    } else if ending.as_deref() != Some("csv") {
        scan_yaml(source, source.whole(), &mut allowances);
    }
    allowances
}

/// The allowances among the comments of a YAML text.
fn scan_yaml(source: &Source, range: Span, allowances: &mut Vec<Allowance>) {
    let marks: Vec<usize> =
        source.slice(range).match_indices(MARK).map(|(at, _)| range.start() + at).collect();
    if marks.is_empty() {
        return;
    }
    let mut scalars = Vec::new();
    for document in yaml::parse(source, range, &mut Vec::new()) {
        collect_scalars(source, &document.root(), &mut scalars);
    }
    scalars.sort_unstable();
    for mark in marks {
        let before = source.text()[range.start()..mark].trim_end_matches([' ', '\t']);
        let outside = before.trim_end_matches('#');
        let is_comment =
            outside.len() < before.len() && (outside.is_empty() || outside.ends_with([' ', '\t', '\n']));
        let next = scalars.partition_point(|&(start, _)| start <= mark);
        let in_scalar = next.checked_sub(1).is_some_and(|last| scalars[last].1 > mark);
        if is_comment && !in_scalar {
            read_codes(source, mark, allowances);
        }
    }
}

/// The ranges of all keys and values that are text; of a block only what stands below its first line.
fn collect_scalars(source: &Source, node: &Node, scalars: &mut Vec<(usize, usize)>) {
    match node.kind() {
        Kind::Scalar(scalar) => {
            let written = source.slice(node.span());
            let block = !scalar.plain && written.starts_with(['|', '>']);
            let header = if block { written.find('\n').unwrap_or(written.len()) } else { 0 };
            scalars.push((node.span().start() + header, node.span().end()));
        }
        Kind::Sequence(items) => items.iter().for_each(|item| collect_scalars(source, &item, scalars)),
        Kind::Mapping(entries) => {
            for entry in entries.iter() {
                scalars.push((entry.key.span.start(), entry.key.span.end()));
                collect_scalars(source, &entry.value, scalars);
            }
        }
    }
}

/// The allowances among the HTML comments of a Markdown text, and among the comments of its `okr` blocks, which are YAML.
fn scan_body(source: &Source, body: Span, allowances: &mut Vec<Allowance>) {
    if !source.slice(body).contains(MARK) {
        return;
    }
    for html in prose::comments(source, body) {
        let written = source.slice(html);
        let inner = written.trim_start_matches("<!--").trim_start();
        if inner.starts_with(MARK) {
            read_codes(source, html.end() - inner.len(), allowances);
        }
    }
    for block in &prose::scan(source, body).blocks {
        // The lines of a block may be indented in the file, so that it is read as a text of its own.
        let mut sources = Sources::default();
        let id = sources.add(source.path(), block.text.clone().into_bytes());
        let (inner, mut found) = (sources.get(id), Vec::new());
        scan_yaml(inner, inner.whole(), &mut found);
        let place =
            |allowance: Allowance| Spanned::new(allowance.value, block.place(source, allowance.span.range()));
        allowances.extend(found.into_iter().map(place));
    }
}

/// The codes of `okrbook: allow(a, b)`, which begins at a place.
fn read_codes(source: &Source, mark: usize, allowances: &mut Vec<Allowance>) {
    let rest = &source.text()[mark + MARK.len()..];
    let Some(list) = rest.trim_start_matches([' ', '\t']).strip_prefix("allow(") else { return };
    let mut at = mark + MARK.len() + rest.len() - list.len();
    let list = &list[..list.floor_char_boundary(LONGEST_LIST)];
    let Some(end) = list.find([')', '\n']).filter(|&end| list[end..].starts_with(')')) else { return };
    for piece in list[..end].split(',') {
        let code = piece.trim();
        let start = at + piece.len() - piece.trim_start().len();
        if !code.is_empty() {
            allowances.push(Spanned::new(code.to_owned(), source.span(start, start + code.len())));
        }
        at += piece.len() + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each allowance as `line:column code`.
    fn allowed(path: &str, text: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let id = sources.add(path, text.as_bytes().to_vec());
        let source = sources.get(id);
        let show = |allowance: Allowance| {
            let at = source.position(allowance.span.start());
            assert_eq!(source.slice(allowance.span), allowance.value);
            format!("{}:{} {}", at.line, at.column, allowance.value)
        };
        scan(source).into_iter().map(show).collect()
    }

    #[test]
    fn a_comment_silences_one_lint_or_several() {
        let text =
            "# okrbook: allow(missing-why)\na: b # okrbook: allow(placeholder, missing-unit) for now\n";
        assert_eq!(allowed("a.yaml", text), ["1:18 missing-why", "2:23 placeholder", "2:36 missing-unit"]);
    }

    #[test]
    fn text_in_a_value_is_not_a_comment() {
        let text = "a: \"x # okrbook: allow(b)\"\nc: |\n  # okrbook: allow(d)\ne: x#okrbook:allow(f)\n";
        assert_eq!(allowed("a.yaml", text), [""; 0]);
        assert_eq!(allowed("a.yaml", "c: | # okrbook: allow(d)\n  x\n"), ["1:23 d"]);
    }

    #[test]
    fn a_page_uses_html_comments_outside_of_code() {
        let text = "---\na: 1 # okrbook: allow(x)\n---\n<!-- okrbook: allow(raw-html) -->\n\n# okrbook: allow(no)\n\n`<!-- okrbook: allow(no) -->` and <!-- okrbook: allow(b) -->\n\n```\n<!-- okrbook: allow(no) -->\n```\n";
        assert_eq!(allowed("a.md", text), ["2:23 x", "4:21 raw-html", "8:55 b"]);
    }

    #[test]
    fn an_okr_block_has_comments_of_its_own() {
        let text = "- A list\n\n  ```okr\n  # okrbook: allow(a)\n  show: tree # okrbook: allow(b)\n  of: \"# okrbook: allow(no)\"\n  ```\n";
        assert_eq!(allowed("a.md", text), ["4:20 a", "5:31 b"]);
    }

    #[test]
    fn a_broken_file_still_keeps_its_comments() {
        assert_eq!(allowed("a.yaml", "a: [\n# okrbook: allow(x)\n"), ["2:18 x"]);
    }
}
