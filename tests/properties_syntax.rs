//! Whatever bytes a file holds: nothing panics, every place lies in the text, and line ends make no difference.

use okrbook::diagnostic::Finding;
use okrbook::syntax::{Kind, Node, allow, markdown, prose, table, yaml};
use okrbook::text::{Source, Sources, Span, Spanned};
use proptest::prelude::*;

fn with_source(path: &str, bytes: &[u8], check: impl FnOnce(&Source)) {
    let mut sources = Sources::default();
    let id = sources.add(path, bytes.to_vec());
    check(sources.get(id));
}

/// A place can be sliced, which panics off character boundaries.
fn in_text(source: &Source, span: Span) {
    assert!(span.start() <= span.end() && span.end() <= source.text().len());
    let _ = source.slice(span);
}

fn check_findings(source: &Source, findings: &[Finding]) {
    for finding in findings {
        in_text(source, finding.span);
        assert!(!finding.message.is_empty());
        finding.labels.iter().for_each(|label| in_text(source, label.span));
    }
}

fn check_node(source: &Source, node: &Node) {
    in_text(source, node.span());
    match node.kind() {
        Kind::Scalar(_) => {}
        Kind::Sequence(items) => items.iter().for_each(|item| check_node(source, &item)),
        Kind::Mapping(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                in_text(source, entry.key.span);
                assert!(entries.iter().take(index).all(|other| other.key.value != entry.key.value));
                check_node(source, &entry.value);
            }
        }
    }
}

fn check_facts(source: &Source, facts: &prose::Facts) {
    facts.links.iter().for_each(|link| in_text(source, link.span));
    facts.images.iter().for_each(|image| in_text(source, image.span));
    facts.headings.iter().for_each(|heading| in_text(source, heading.span));
    facts.html.iter().for_each(|html| in_text(source, *html));
    facts.blocks.iter().for_each(|block| in_text(source, block.span));
}

/// Reads a file in every way that there is.
fn read_all(bytes: &[u8]) {
    with_source("a.md", bytes, |source| {
        let mut findings = Vec::new();
        let parts = markdown::split(source);
        in_text(source, parts.body);
        for range in [Some(source.whole()), parts.front_matter].into_iter().flatten() {
            for document in yaml::parse(source, range, &mut findings) {
                check_node(source, &document.root());
            }
        }
        check_facts(source, &prose::scan(source, parts.body));
        for text in [source.text().to_owned(), source.text().replace("\n  ", "\n")] {
            let facts = prose::scan_scalar(source, &Spanned::new(text, source.whole()));
            check_facts(source, &facts.unwrap_or_default());
        }
        for row in table::read(source, &mut findings) {
            for span in [row.span, row.date.span, row.value.span] {
                in_text(source, span);
            }
        }
        for allowance in allow::scan(source) {
            in_text(source, allowance.span);
        }
        check_findings(source, &findings);
    });
    with_source("a.yaml", bytes, |source| {
        for allowance in allow::scan(source) {
            in_text(source, allowance.span);
        }
    });
}

/// A tree without its places.
fn shape(node: &Node) -> String {
    match node.kind() {
        Kind::Scalar(scalar) => format!("{:?}{}", scalar.text, if scalar.plain { "" } else { "q" }),
        Kind::Sequence(items) => {
            format!("[{}]", items.iter().map(|item| shape(&item)).collect::<Vec<_>>().join(","))
        }
        Kind::Mapping(entries) => {
            let entries =
                entries.iter().map(|entry| format!("{:?}:{}", entry.key.value, shape(&entry.value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
        }
    }
}

fn shapes(bytes: &[u8]) -> (Vec<String>, Vec<&'static str>) {
    let mut result = (Vec::new(), Vec::new());
    with_source("a.yaml", bytes, |source| {
        let mut findings = Vec::new();
        result.0 = yaml::parse(source, source.whole(), &mut findings)
            .iter()
            .map(|document| shape(&document.root()))
            .collect();
        result.1 = findings.iter().map(|finding| finding.code).collect();
    });
    result
}

/// Pieces of everything that handbooks are written in.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "key",
        "a: ",
        "b:",
        "- ",
        "  ",
        "\n",
        "\n",
        "\n  ",
        "\n- ",
        "---\n",
        "...\n",
        "# c",
        "\"",
        "'",
        "\"q\"",
        "[",
        "]",
        "{",
        "}",
        ",",
        "|",
        ">",
        "|\n",
        "&x ",
        "*x",
        "!t ",
        "!!str ",
        "? ",
        "@",
        "%",
        "`",
        "\t",
        "<<: ",
        "ü",
        "\u{1f600}",
        "\u{a0}",
        "\u{2028}",
        "\u{feff}",
        "\0",
        "\\",
        "\\u12",
        "\\ud800",
        "date,value\n",
        "date,value,confidence,note\n",
        "2026-01-01,1",
        ",,",
        "0.5",
        "# okrbook: allow(a, b)",
        "<!-- okrbook: allow(c) -->",
        "<!--",
        "-->",
        "```okr\n",
        "```",
        "~~~",
        "[a](b)",
        "[a]",
        "(b",
        "](",
        "[x]: y\n",
        "<okr:a>",
        "<b>",
        "![i](j)",
        "# H\n",
        "===\n",
        "## I {#j}\n",
        "| a | b |\n",
        "> ",
        "1. ",
        "[^1]",
    ]);
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// Lines of YAML, mostly well formed.
fn outline() -> impl Strategy<Value = String> {
    let head = prop::sample::select(vec!["a:", "b:", "- c:", "-", "d: |", "e: >-", "x y", "# z", ""]);
    let value = prop::sample::select(vec![
        "", " 1", " \"q\"", " 's # t'", " [a, b]", " {a: b}", " x # y", " *x", " &x 1", " \"a\\", " \"open",
    ]);
    let line = (0..4_usize, head, value);
    let line = line.prop_map(|(indent, head, value)| format!("{}{head}{value}\n", "  ".repeat(indent)));
    prop::collection::vec(line, 0..10).prop_map(|lines| lines.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read_all(&bytes);
    }

    #[test]
    fn any_soup_is_read_without_a_panic(text in soup()) {
        read_all(text.as_bytes());
        read_all(text.replace('\n', "\r\n").as_bytes());
    }

    #[test]
    fn line_ends_and_a_byte_order_mark_make_no_difference(text in outline()) {
        let unix = shapes(text.as_bytes());
        prop_assert_eq!(&unix, &shapes(text.replace('\n', "\r\n").as_bytes()), "{:?}", text);
        prop_assert_eq!(&unix, &shapes(format!("\u{feff}{text}").as_bytes()), "{:?}", text);
    }
}

#[test]
fn hostile_files_are_read_in_a_moment() {
    for text in [
        "[".repeat(20_000),
        "[a](".repeat(20_000),
        "![".repeat(20_000),
        "> ".repeat(20_000),
        "- ".repeat(10_000),
        "<!--".repeat(20_000),
        "# a\n".repeat(20_000),
        "[a][x] ".repeat(5_000) + "\n\n[x]: y\n",
        "# okrbook: allow(".repeat(20_000),
        "<!-- okrbook: allow(a) -->".repeat(5_000),
        format!("date,value\n{}", "\"".repeat(50_000)),
        format!("date,value\n{}", ",".repeat(50_000)),
        "*a **b ".repeat(10_000),
        "`".repeat(30_000),
        "&a ".repeat(20_000),
        "---\n\ta: b\n".repeat(5_000),
        "a: \"\\q\"\n---\n".repeat(5_000),
    ] {
        read_all(text.as_bytes());
    }
}
