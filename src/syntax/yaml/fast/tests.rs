//! Wherever the fast path answers, the complete parser gives the very same tree, and finds nothing wrong.

use crate::syntax::yaml::{fast, full};
use crate::text::Sources;
use proptest::prelude::*;

/// Reads a text in both ways, and says whether the fast path took it.
fn agree(text: &str) -> Result<bool, TestCaseError> {
    let mut sources = Sources::default();
    let id = sources.add("a.yaml", text.as_bytes().to_vec());
    let source = sources.get(id);
    let Some(quick) = fast::parse(source, source.whole()) else { return Ok(false) };
    let mut findings = Vec::new();
    let complete = full::parse(source, source.whole(), &mut findings);
    prop_assert_eq!(findings, vec![], "{:?}", text);
    prop_assert_eq!(quick, complete, "{:?}", text);
    Ok(true)
}

fn takes(text: &str) -> bool {
    agree(text).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn what_handbooks_are_written_in_is_taken() {
    for text in [
        "objective:\n  id: a\n  title: \"A \\\"b\\\" \\u00e4\"\n  key_results:\n    - id: kr1\n      start: 3.41\n\n    - id: kr2 # two\n",
        "a:\n- b\n- c: d\n  e:\nf: 'it''s'\n",
        "# head\n\na: [b, \"c\", [d, -1.5], {e: f, 'g': http://h.i}]\r\nb: {}\r\nc: []\r\n",
        "a: |\n  b\n    c\n\n  d\nb: >-\n  e\n  f\n\n\n  g\n\n# end\n",
        "a: |+\n  b\n\n\nc: |-\n\n  d\n",
        "---\na: b\n",
        "- - a\n  - b\n-\n- # c\n  d: e\n-  f: g\n   h: i\n",
        "\"a b\": c\n'd': \"\"\nü-é: ö  \nf: 10:30 o'clock & more #1\n",
        "",
        "# only a comment",
    ] {
        assert!(takes(text), "{text:?}");
    }
}

#[test]
fn what_is_rare_or_wrong_is_left_to_the_complete_parser() {
    for text in [
        "a: &x b\n",
        "a: *x\n",
        "a: !!str b\n",
        "a:\tb\n",
        "a: b\n---\nc: d\n",
        "a: b\n  c\n",
        "a: \"b\n  c\"\n",
        "? a\n: b\n",
        "a: b\na: c\n",
        "a: b: c\n",
        "a: [b\n",
        "just text\n",
        "a: b\n c: d\n",
        "a: b\n- c\n",
        "a: |2\n   b\n",
        "a: [b: c]\n",
        "a: @b\n",
        "a: - b\n",
        "a: \"b\" c\n",
        "a: \"\\q\"\n",
        "a : b\n",
        "a: b\r",
        "a: |\n  b",
        "a: \u{85}\n",
    ] {
        assert!(!takes(text), "{text:?}");
    }
}

/// Lines made of the pieces that YAML is made of.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "b",
        "key",
        "a: ",
        "b: ",
        "c:",
        "\"d\": ",
        "- ",
        "-",
        "  ",
        " ",
        "    ",
        "\n",
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        "\r\n",
        "# c",
        " # c",
        "\"q\"",
        "'s'",
        "'it''s'",
        "\"\\n\"",
        "[",
        "]",
        "{",
        "}",
        ", ",
        ",",
        "[a, b]",
        "{a: b}",
        "|",
        ">",
        "|-\n",
        "|\n",
        ">\n",
        "|+\n",
        ">-\n",
        ": ",
        ":",
        "---",
        "...",
        "1.5",
        "-1",
        "~",
        "ü",
        "&x",
        "*x",
        "!t",
        "?",
        "? ",
        "@",
        "%",
        "`",
        "\t",
        "<<",
        "=",
        "http://x.y",
        "null",
        "\u{a0}",
        "\u{feff}",
        "\\",
        "\"",
        "'",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Blocks with random but mostly consistent indentation.
fn outline() -> impl Strategy<Value = String> {
    let value = prop::sample::select(vec![
        "",
        "x",
        " x",
        " x y",
        " \"q\"",
        " 's' # c",
        " [a, {b: c}]",
        " {a: [b], c: d }",
        " |\n",
        " >-\n",
        " |+\n",
        " # c",
        " -1",
        " a:b",
        " x:",
        " [a,]",
        " [ ]",
        " {a: }",
        " {a}",
        " >",
        " |",
        " - x",
        " - a: b",
        " \"\"",
        " [a, b] c",
        " 'x'y",
        " [\"a\":b]",
        " [a:b, c :d]",
        " x #y",
        " x#y",
        " #",
    ]);
    let line = (
        0..5_usize,
        prop::sample::select(vec![
            "a:", "b:", "c:", "d:", "-", "- a:", "- b:", "- -", "'k':", "x", "# c", "",
        ]),
        value,
    );
    let ending = prop::sample::select(vec!["\n", "\r\n", ""]);
    (prop::collection::vec(line, 0..10), ending).prop_map(|(lines, ending)| {
        let lines =
            lines.into_iter().map(|(indent, head, value)| format!("{}{head}{value}", "  ".repeat(indent)));
        let joint = if ending.is_empty() { "\n" } else { ending };
        lines.collect::<Vec<_>>().join(joint) + ending
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_agree_on_soup(text in soup()) {
        agree(&text)?;
    }

    #[test]
    fn both_agree_on_outlines(text in outline()) {
        agree(&text)?;
    }

    #[test]
    fn both_agree_on_scalars(text in "[ -~äö\u{2028}]{0,12}", quote in prop::sample::select(vec!["", "\"", "'"]), head in prop::sample::select(vec!["a: ", "- ", "- a: ", "a: [", "a: {b: ", "a: |\n  ", "a: >\n  "])) {
        let close = if head.ends_with('[') { "]" } else if head.contains('{') { "}" } else { "" };
        agree(&format!("{head}{quote}{text}{quote}{close}\n"))?;
    }
}
