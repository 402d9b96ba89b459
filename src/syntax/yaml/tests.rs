//! What people write, and what they get: trees with places, and slips in plain words.

use super::*;
use crate::syntax::{Kind, Node, Scalar};
use crate::text::Sources;
use std::fmt::Write;

/// Shows documents on one line: texts in quotes unless plain, each with its place, and then all findings.
fn read(text: &str) -> String {
    let mut sources = Sources::default();
    let id = sources.add("a.yaml", text.as_bytes().to_vec());
    let source = sources.get(id);
    let mut findings = Vec::new();
    let mut shown = String::new();
    for document in parse(source, source.whole(), &mut findings) {
        show(&document.root(), &mut shown);
        shown.push('\n');
    }
    for finding in findings {
        let at = source.position(finding.span.start());
        let place = source.slice(finding.span);
        writeln!(shown, "{}:{} {} [{place}] {}", at.line, at.column, finding.code, finding.message)
            .expect("a string takes any text");
    }
    shown.trim_end().to_owned()
}

fn show(node: &Node, shown: &mut String) {
    match node.kind() {
        Kind::Scalar(Scalar { text, plain, .. }) => {
            let quoted = if *plain { text.to_string() } else { format!("{text:?}") };
            write!(shown, "{quoted}@{}..{}", node.span().start(), node.span().end())
                .expect("a string takes any text");
        }
        Kind::Sequence(items) => {
            write!(shown, "@{}..{}[", node.span().start(), node.span().end())
                .expect("a string takes any text");
            for item in items.iter() {
                show(&item, shown);
                shown.push(' ');
            }
            shown.push(']');
        }
        Kind::Mapping(entries) => {
            write!(shown, "@{}..{}{{", node.span().start(), node.span().end())
                .expect("a string takes any text");
            for entry in entries.iter() {
                write!(shown, "{}@{}..{}: ", entry.key.value, entry.key.span.start(), entry.key.span.end())
                    .expect("a string takes any text");
                show(&entry.value, shown);
                shown.push(' ');
            }
            shown.push('}');
        }
    }
}

#[test]
fn every_value_knows_its_place() {
    assert_eq!(read("a: b\nc: 'd''e' # f\n"), "@0..14{a@0..1: b@3..4 c@5..6: \"d'e\"@8..14 }");
    assert_eq!(read("- a\n-  - b\n"), "@0..10[a@2..3 @7..10[b@9..10 ] ]");
    assert_eq!(read("a:\n- b\n"), "@0..6{a@0..1: @3..6[b@5..6 ] }");
    assert_eq!(read("a: [b, {c: d}]"), "@0..14{a@0..1: @3..14[b@4..5 @7..13{c@8..9: d@11..12 } ] }");
    assert_eq!(
        read("a: |\n  b\n  c\n\nd: >-\n  e\n  f\n"),
        "@0..27{a@0..1: \"b\\nc\\n\"@3..12 d@14..15: \"e f\"@17..27 }"
    );
    assert_eq!(read("a: b\r\nc: |\r\n  d\r\n"), "@0..15{a@0..1: b@3..4 c@6..7: \"d\\n\"@9..15 }");
}

#[test]
fn a_value_that_is_not_there_stands_behind_its_colon_or_dash() {
    assert_eq!(read("a: # none\nb:\n"), "@0..12{a@0..1: @2..2 b@10..11: @12..12 }");
    assert_eq!(read("-\n- \n-\n"), "@0..6[@1..1 @3..3 @6..6 ]");
    assert_eq!(read("- # none\n- a\n"), "@0..12[@1..1 a@11..12 ]");
    assert_eq!(read("{a, b: }"), "@0..8{a@1..2: @2..2 b@4..5: @6..6 }");
}

#[test]
fn documents_are_read_one_by_one_and_empty_ones_are_left_out() {
    assert_eq!(read("a: b\n---\n---\n# c\n---\nd\n"), "@0..4{a@0..1: b@3..4 }\nd@21..22");
    assert_eq!(read(""), "");
    assert_eq!(read("# only a comment\n"), "");
    assert_eq!(
        read("a: b\n---\nc: [\n---\nd: e\n"),
        "@0..4{a@0..1: b@3..4 }\n@18..22{d@18..19: e@21..22 }\n3:4 yaml-syntax [[] a `[` is never closed"
    );
}

#[test]
fn an_alias_repeats_its_anchor_at_its_own_place() {
    assert_eq!(read("a: &x b\nc: *x\n"), "@0..13{a@0..1: b@6..7 c@8..9: b@11..13 }");
    assert!(read("a: &x [*x]\n").contains("1:8 yaml-syntax [*x] an alias stands inside"));
}

#[test]
fn a_tag_may_say_that_a_number_is_a_text() {
    assert_eq!(read("a: !!str 1\n"), "@0..10{a@0..1: \"1\"@9..10 }");
    assert_eq!(read("a: !!int '1'\n"), "@0..12{a@0..1: 1@9..12 }");
    assert!(
        read("a: !env X\n").ends_with("1:4 yaml-syntax [!env] the tag `!env` means nothing in a handbook")
    );
}

#[test]
fn keys_are_texts_and_stand_once() {
    assert_eq!(
        read("a: 1\nb: 2\na: 3\n"),
        "@0..14{a@0..1: 1@3..4 b@5..6: 2@8..9 }\n3:1 duplicate-key [a] the key `a` stands twice"
    );
    assert!(read("? [a]\n: b\n").contains("yaml-syntax [[a]] a list cannot be a key"));
    assert!(read(": b\n").contains("yaml-syntax [] a `:` has no key before it"));
    assert_eq!(read("<<: a\n"), "@0..5{<<@0..2: a@4..5 }");
    let many: Vec<String> = (0..40).chain(20..21).map(|number| format!("k{number}: 1\n")).collect();
    assert!(read(&many.concat()).contains("41:1 duplicate-key [k20]"));
}

#[test]
fn each_slip_is_shown_at_the_value_that_is_wrong() {
    for (text, expected) in [
        ("a: 1\n\tb: 2\n", "2:1 yaml-syntax [\t] a tab stands in the indentation"),
        ("a:\n\tb: 2\n", "2:1 yaml-syntax [\t] a tab stands in the indentation"),
        ("a:\n  - x\n\t- y\n", "3:1 yaml-syntax [\t] a tab stands in the indentation"),
        ("a:b\nc: d\n", "1:1 yaml-syntax [a:b] `a:b` has no space after its colon"),
        ("a: foo: bar\n", "1:4 yaml-syntax [foo: bar] a text with `: ` in it needs quotes"),
        ("a: @home care # x\n", "1:4 yaml-syntax [@home care] a text cannot begin with `@`"),
        ("a: `code`\n", "1:4 yaml-syntax [`code`] a text cannot begin with ```"),
        ("a: %x\n", "1:4 yaml-syntax [%x] a text cannot begin with `%`"),
        ("a: *bold* text\n", "1:4 yaml-syntax [*bold* text] a text cannot begin with `*`"),
        ("a: [draft] foo\n", "1:4 yaml-syntax [[draft] foo] a text cannot begin with `[`"),
        ("a: > 5 %\n", "1:4 yaml-syntax [> 5 %] a text cannot begin with `>`"),
        ("a: - x\n", "1:4 yaml-syntax [- x] a text cannot begin with `-`"),
        ("a: \"open\nb: c\n", "1:4 yaml-syntax [\"open] a quote is never closed"),
        ("a: 'it's fine'\n", "1:4 yaml-syntax ['it's fine'] a text goes on behind its closing quote"),
        ("a: \"x\\qy\"\n", "1:6 yaml-syntax [\\q] `\\\\q` stands for no character"),
        ("a: \"\\ud800\"\n", "1:5 yaml-syntax [\\ud800] `\\\\ud800` stands for no character"),
        ("a: [1, 2\nb: 3\n", "1:4 yaml-syntax [[] a `[` is never closed"),
        ("a: {b: 1\nc: 2\n", "1:4 yaml-syntax [{] a `{` is never closed"),
        ("a: 1\n b: 2\n", "2:2 yaml-syntax [b] `b` stands deeper than `a`, which has a value already"),
        ("a:\n    b: 1\n  c: 2\n", "3:3 yaml-syntax [c] `c` is not aligned with the keys around it"),
        ("a:\n  - b\n - c\n", "3:2 yaml-syntax [- c] an item of a list stands at the wrong depth"),
        (
            "- a\nb: c\n",
            "2:1 yaml-syntax [b: c] this line fits neither the list above nor what the list is in",
        ),
        ("-a\nb: c\n", "1:1 yaml-syntax [-a] `-a` has no space after its dash"),
        (
            "just text\nb: c\n",
            "1:1 yaml-syntax [just text] `just text` is neither a key with a value nor an item of a list",
        ),
        ("a: \u{1}b\n", "1:4 yaml-syntax [\u{1}] the control character U+0001 stands here"),
        (
            "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n",
            "1:1 yaml-syntax [<<<<<<< HEAD] a conflict of a merge was left in the file",
        ),
    ] {
        assert_eq!(read(text), expected, "{text:?}");
    }
}

#[test]
fn what_stands_above_a_line_that_begins_too_far_left_is_still_read() {
    let slip = "2:1 yaml-syntax [b: 2] this line does not belong to what stands above it";
    assert_eq!(read("  a: 1\nb: 2\n"), format!("@2..6{{a@2..3: 1@5..6 }}\n{slip}"));
}

#[test]
fn hostile_texts_are_refused_in_a_moment() {
    let laughs: String = (1..9).fold("a0: &a0 [x,x,x,x,x,x,x,x,x]\n".to_owned(), |text, level| {
        let inner = format!("*a{},", level - 1).repeat(9);
        format!("{text}a{level}: &a{level} [{inner}]\n")
    });
    assert!(read(&laughs).contains("far more than the file"), "{}", read(&laughs).len());
    for (text, message) in [
        ("[".repeat(20_000), "a `[` is never closed"),
        ("- ".repeat(20_000), "too deep"),
        ("{a: ".repeat(20_000), "too deep"),
        ("? ".repeat(20_000), "too deep"),
    ] {
        let shown = read(&text);
        assert!(shown.contains(message) || shown.contains("too deep"), "{shown}");
    }
    let long = format!("a: {}\n", "b ".repeat(500_000));
    assert!(read(&long).ends_with("@3..1000002 }"));
}
