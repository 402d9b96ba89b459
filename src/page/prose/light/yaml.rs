//! Highlights YAML, and JSON with it, by itself: a handbook about goals shows more of it than of everything else, and the general
//! highlighter would take longer over the pages of rules than all other pages together.

/// Cuts YAML into pieces with their classes, in order.
pub(super) fn pieces(code: &str, push: &mut impl FnMut(&'static str, &str)) {
    // A block scalar goes on while lines are indented deeper than the line that opened it.
    let mut block: Option<usize> = None;
    let mut depth = 0_usize;
    for line in code.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        match block {
            Some(opened) if indent > opened || line.trim().is_empty() => {
                push("s", line);
                continue;
            }
            _ => block = None,
        }
        if self::line(line, &mut depth, push) {
            block = Some(indent);
        }
    }
}

/// One line, with as many brackets open before it; says whether it opens a block scalar.
fn line(line: &str, depth: &mut usize, push: &mut impl FnMut(&'static str, &str)) -> bool {
    let start = line.len() - line.trim_start_matches([' ', '-']).len();
    let dashes = &line[..start];
    // `---` is a line of its own, and `-3` a number.
    let start = if dashes.ends_with('-') && dashes.trim_end_matches('-').len() + 1 == start {
        start - usize::from(line[start..].starts_with(|next: char| next.is_ascii_digit()))
    } else {
        start
    };
    push("", &line[..start]);
    let mut rest = &line[start..];
    let mut begins = true;
    let mut opens_block = false;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '#' => {
                push("c", rest);
                return opens_block;
            }
            '"' | '\'' => {
                let length = quoted(rest, first);
                push(
                    if rest[length..].starts_with(':') && (begins || *depth > 0) { "a" } else { "s" },
                    &rest[..length],
                );
                length
            }
            '{' | '[' => {
                *depth += 1;
                push("", &rest[..1]);
                1
            }
            '}' | ']' => {
                *depth = depth.saturating_sub(1);
                push("", &rest[..1]);
                1
            }
            ',' | ':' | ' ' | '\n' | '\r' | '\t' => {
                push("", &rest[..1]);
                1
            }
            _ => {
                let (length, is_key) = word(rest, begins || *depth > 0, *depth > 0);
                let text = &rest[..length];
                opens_block = matches!(text.trim_end(), "|" | ">" | "|-" | ">-" | "|+" | ">+");
                push(if is_key { "a" } else { class(text.trim_end()) }, text);
                length
            }
        };
        begins = false;
        rest = &rest[length..];
    }
    opens_block
}

/// The length of a quoted text with its quotes; an open one ends with the line.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            letter if letter == quote => return index + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a plain text, and whether it is a key.
fn word(text: &str, may_be_key: bool, in_flow: bool) -> (usize, bool) {
    let bytes = text.as_bytes();
    for (index, &byte) in bytes.iter().enumerate() {
        let next = bytes.get(index + 1);
        match byte {
            b':' if may_be_key && next.is_none_or(u8::is_ascii_whitespace) => return (index, true),
            b'\n' | b'\r' => return (index, false),
            b',' | b']' | b'}' if in_flow => return (index, false),
            b',' if next.is_none_or(|&next| matches!(next, b'\n' | b'\r')) => return (index, false),
            b' ' if next == Some(&b'#') => return (index, false),
            _ => {}
        }
    }
    (text.len(), false)
}

/// The class of a plain value.
fn class(word: &str) -> &'static str {
    let is_number = word.starts_with(|first: char| first.is_ascii_digit() || first == '-')
        && word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e'));
    match word {
        "true" | "false" | "null" | "~" => "l",
        _ if is_number => "n",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(code: &str) -> String {
        let mut out = String::new();
        pieces(code, &mut |class, text| {
            if class.is_empty() || text.trim().is_empty() {
                out.push_str(text);
            } else {
                out.extend(["<", class, ":", text, ">"]);
            }
        });
        out
    }

    #[test]
    fn keys_numbers_strings_and_comments_are_told_apart() {
        assert_eq!(marked("- id: waits # short\n"), "- <a:id>: waits <c:# short\n>");
        assert_eq!(marked("  target: -3.5\n"), "  <a:target>: <n:-3.5>\n");
        assert_eq!(
            marked("keep: {at_least: 90, unit: '%'}\n"),
            "<a:keep>: {<a:at_least>: <n:90>, <a:unit>: <s:'%'>}\n"
        );
        assert_eq!(marked("done: 2026-08-18\nnone: ~\n"), "<a:done>: <n:2026-08-18>\n<a:none>: <l:~>\n");
    }

    #[test]
    fn brackets_go_on_over_lines_as_in_json() {
        assert_eq!(
            marked("{\n  \"a\": 1,\n  \"b\": [true]\n}\n"),
            "{\n  <a:\"a\">: <n:1>,\n  <a:\"b\">: [<l:true>]\n}\n"
        );
    }

    #[test]
    fn a_sentence_with_a_colon_is_no_key() {
        assert_eq!(marked("note: Next: the ward\n"), "<a:note>: Next: the ward\n");
    }

    #[test]
    fn a_block_of_text_stays_text() {
        assert_eq!(marked("why: |\n  One: two\nid: a\n"), "<a:why>: |\n<s:  One: two\n><a:id>: a\n");
    }

    #[test]
    fn every_piece_is_kept_whatever_it_is() {
        for code in [
            "---\n",
            "a: \"open\n",
            "- - x\n",
            "{a: [1, {b: c}]}",
            "é: ü # ö\r\n",
            "-3\n",
            "- -3\n",
            ":\n",
            "'",
        ] {
            let mut out = String::new();
            pieces(code, &mut |_, text| out.push_str(text));
            assert_eq!(out, code);
        }
    }
}
