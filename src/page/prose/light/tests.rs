//! Code of the languages that handbooks show most.

use super::pieces;
use proptest::prelude::*;

fn marked(language: &str, code: &str) -> String {
    let mut out = String::new();
    pieces(language, code, &mut |class, text| match class {
        "" => out.push_str(text),
        class => out.extend(["<", class, ":", text, ">"]),
    });
    out
}

#[test]
fn json_is_read_like_yaml() {
    assert_eq!(marked("json", "{\"id\": \"a\", \"n\": 3}\n"), "{<a:\"id\">: <s:\"a\">, <a:\"n\">: <n:3>}\n");
    assert_eq!(marked("json", "  \"n\": 3,\n"), "  <a:\"n\">: <n:3>,\n");
}

#[test]
fn front_matter_and_headings_are_told_from_text() {
    let shown = marked("markdown", "---\nid: a\n---\n# Title\nText: here\n");
    assert_eq!(shown, "<c:---\n><a:id>: a\n<c:---\n><h:# Title\n>Text: here\n");
}

#[test]
fn words_strings_and_comments_are_told_apart() {
    assert_eq!(marked("python", "def f(x): # ü\n"), "<k:def> <f:f>(x): <c:# ü>\n");
    assert_eq!(marked("sql", "SELECT 'it' FROM t -- all\n"), "<k:SELECT> <s:'it'> <k:FROM> t <c:-- all>\n");
    assert_eq!(marked("bash", "okrbook check --format 2\n"), "okrbook check --format <n:2>\n");
}

#[test]
fn other_languages_are_left_to_the_general_highlighter() {
    assert!(!pieces("rust", "fn main() {}", &mut |_, _| {}));
}

proptest! {
    #[test]
    fn no_letter_is_lost(code in "[a-z:#'\"{}\\-\n ,|é0-9]{0,60}") {
        for language in ["yaml", "json", "markdown", "bash", "python", "sql", "toml", "text"] {
            let mut out = String::new();
            pieces(language, &code, &mut |_, text| out.push_str(text));
            prop_assert_eq!(&out, &code);
        }
    }
}
