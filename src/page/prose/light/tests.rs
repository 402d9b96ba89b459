//! Code in the handbook's own language.

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
fn markdown_shows_its_front_matter_headings_and_code() {
    assert_eq!(
        marked("markdown", "---\nid: a\n---\n# Why\nSee `x`.\n<!-- note -->\n"),
        "---\n<a:id>: <:a\n>---\n<h:# Why\n>See <s:`x`>.\n<c:<!-- note -->\n>".replace("<:a\n>", "a\n")
    );
}

#[test]
fn queries_and_scripts_show_their_words() {
    assert_eq!(
        marked("sql", "SELECT count(*) FROM t -- all\nwhere a = 'x''y' and b > 3.5;\n"),
        "<k:SELECT> <f:count>(*) <k:FROM> t <c:-- all>\n<k:where> a = <s:'x'><s:'y'> <k:and> b > <n:3.5>;\n"
    );
    assert_eq!(
        marked("python", "def f(x):  # why\n    return None if x == \"a\\\"#\" else x\n"),
        "<k:def> <f:f>(x):  <c:# why>\n    <k:return> <l:None> <k:if> x == <s:\"a\\\"#\"> <k:else> x\n"
    );
    assert_eq!(
        marked("bash", "if test $# -gt 0; then # x\n"),
        "<k:if> test $# -gt <n:0>; <k:then> <c:# x>\n"
    );
}

#[test]
fn other_languages_are_left_to_the_general_highlighter() {
    assert!(!pieces("rust", "fn main() {}", &mut |_, _| {}));
}

proptest! {
    #[test]
    fn no_letter_is_lost(code in "[a-z:#'\"{}\\-\n ,|é0-9`<!\\\\]{0,60}") {
        for language in ["yaml", "json", "text", "markdown", "python", "sql", "bash"] {
            let mut out = String::new();
            pieces(language, &code, &mut |_, text| out.push_str(text));
            prop_assert_eq!(&out, &code);
        }
    }
}
