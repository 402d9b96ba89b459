//! Writes lines with a little markup by itself: code, emphasis and nothing else. Most notes that are not plain are such,
//! and the complete parser takes ten times longer over them.
//!
//! On any doubt it writes nothing, and the complete parser takes over: so it must never differ from that one where it
//! answers. That both agree is a property test below.

use crate::page::html::escape;

/// Appends a line as HTML, if it is simple enough; says whether it was.
pub(super) fn push(out: &mut String, line: &str) -> bool {
    let begun = out.len();
    let done = write(out, line).is_some();
    if !done {
        out.truncate(begun);
    }
    done
}

fn write(out: &mut String, line: &str) -> Option<()> {
    let bytes = line.as_bytes();
    let (mut plain, mut at) = (0, 0);
    while let Some(found) = bytes[at..].iter().position(|&byte| is_mark(byte)) {
        at += found;
        let piece = match bytes[at] {
            b'`' => code(bytes, at)?,
            b'*' => emphasis(bytes, at)?,
            _ => return None,
        };
        escape(&line[plain..at], out);
        for part in [piece.open, "", piece.close] {
            if part.is_empty() {
                escape(&line[piece.from..piece.to], out);
            } else {
                out.push_str(part);
            }
        }
        at = piece.to + piece.mark;
        plain = at;
    }
    escape(&line[plain..], out);
    Some(())
}

/// A marked piece: its text, and how long the mark behind it is.
struct Piece {
    open: &'static str,
    close: &'static str,
    from: usize,
    to: usize,
    mark: usize,
}

/// Whether a byte may mean something in Markdown.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'\\' | b'`' | b'*' | b'_' | b'[' | b']' | b'<' | b'&' | b'~' | b'\n' | b'\r')
}

/// Code between single backticks.
fn code(bytes: &[u8], at: usize) -> Option<Piece> {
    let from = at + 1;
    let to = from + bytes[from..].iter().position(|&byte| byte == b'`' || byte == b'\n' || byte == b'\r')?;
    let text = &bytes[from..to];
    let simple = bytes[to] == b'`'
        && bytes.get(to + 1) != Some(&b'`')
        && !text.is_empty()
        && text[0] != b' '
        && text[text.len() - 1] != b' ';
    simple.then_some(Piece { open: "<code>", close: "</code>", from, to, mark: 1 })
}

/// Words between one or two asterisks that touch no other letter.
fn emphasis(bytes: &[u8], at: usize) -> Option<Piece> {
    let mark = if bytes.get(at + 1) == Some(&b'*') { 2 } else { 1 };
    let from = at + mark;
    let to = from + bytes[from..].iter().position(|&byte| is_mark(byte))?;
    let next = to + mark;
    let closes = bytes.get(to..next).is_some_and(|closing| closing.iter().all(|&byte| byte == b'*'));
    let stands_alone = (at == 0 || bytes[at - 1] == b' ')
        && bytes.get(next).is_none_or(|&byte| matches!(byte, b' ' | b',' | b'.' | b';' | b':' | b'!' | b'?'));
    let touches = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let simple = closes && stands_alone && touches(bytes.get(from)) && touches(bytes.get(to - 1));
    let (open, close) = if mark == 2 { ("<strong>", "</strong>") } else { ("<em>", "</em>") };
    simple.then_some(Piece { open, close, from, to, mark })
}

#[cfg(test)]
mod tests {
    use super::super::{OnlyWeb, Place, inline};
    use super::*;
    use proptest::prelude::*;

    fn simple(line: &str) -> Option<String> {
        let mut out = String::new();
        push(&mut out, line).then_some(out)
    }

    #[test]
    fn notes_as_people_write_them_are_simple() {
        let written = simple("**On track** after `build 7`, see *two* notes & more");
        assert_eq!(written, None, "an ampersand may begin an entity");
        let written = simple("**On track** after `a < b`, see *two* notes.");
        let expected = "<strong>On track</strong> after <code>a &lt; b</code>, see <em>two</em> notes.";
        assert_eq!(written.as_deref(), Some(expected));
    }

    proptest! {
        #[test]
        fn both_ways_agree(line in "([a-c 1.,!é'\"<-]{0,3}[*`_]{0,2}){0,6}[a-c*`. ]{0,4}") {
            let line = line.trim();
            if let Some(quick) = simple(line) {
                let place = Place::below_headline(&OnlyWeb);
                let mut complete = crate::page::Html::new();
                inline::complete(&mut complete, &place, line);
                prop_assert_eq!(quick, complete.into_string());
            }
        }
    }
}
