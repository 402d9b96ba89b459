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
fn other_languages_are_left_to_the_general_highlighter() {
    assert!(!pieces("rust", "fn main() {}", &mut |_, _| {}));
}

proptest! {
    #[test]
    fn no_letter_is_lost(code in "[a-z:#'\"{}\\-\n ,|é0-9]{0,60}") {
        for language in ["yaml", "json", "text"] {
            let mut out = String::new();
            pieces(language, &code, &mut |_, text| out.push_str(text));
            prop_assert_eq!(&out, &code);
        }
    }
}
