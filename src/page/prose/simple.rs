//! Writes the pieces of simple lines, which most notes are, without the complete parser of Markdown.

use super::{Place, leads};
use crate::page::html::{escape, needs_escape};
use crate::syntax::prose::{Piece, pieces};

/// Appends a line as HTML, if it is simple enough; says whether it was.
pub(super) fn push(out: &mut String, place: &Place, line: &str) -> bool {
    let begin = out.len();
    let is_simple = if needs_escape(line) {
        push_pieces(out, place, line, escape)
    } else {
        push_pieces(out, place, line, |text, out| out.push_str(text))
    };
    if !is_simple {
        out.truncate(begin);
    }
    is_simple
}

/// Appends the pieces of a line, their words by `write`.
fn push_pieces(out: &mut String, place: &Place, line: &str, write: impl Fn(&str, &mut String)) -> bool {
    pieces(line, |piece| match piece {
        Piece::Text(text) => write(&line[text], out),
        Piece::Code(text) => tagged(out, "<code>", &line[text], "</code>", &write),
        Piece::Emphasis(text) => tagged(out, "<em>", &line[text], "</em>", &write),
        Piece::Strong(text) => tagged(out, "<strong>", &line[text], "</strong>", &write),
        Piece::Link { text, target } => link(out, place, &line[text], &line[target]),
    })
}

fn tagged(out: &mut String, open: &str, text: &str, close: &str, write: impl Fn(&str, &mut String)) {
    out.push_str(open);
    write(text, out);
    out.push_str(close);
}

fn link(out: &mut String, place: &Place, text: &str, target: &str) {
    let destination = place.links.follow(target);
    match destination.as_ref().and_then(|to| Some((to, to.href()?))) {
        Some((to, href)) => {
            leads::push_anchor(out, &href, "", to.is_web());
            escape(text, out);
            out.push_str("</a>");
        }
        None => escape(text, out),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{OnlyWeb, Place, inline};
    use super::*;
    use crate::locale::Language;
    use proptest::prelude::*;

    fn simple(line: &str) -> Option<String> {
        let mut out = String::new();
        push(&mut out, &Place::below_headline(Language::english(), &OnlyWeb), line).then_some(out)
    }

    #[test]
    fn notes_as_people_write_them_are_simple() {
        let written = simple("**On track** after `a < b`, see two _notes_.");
        assert_eq!(written, None, "an underscore may be more than a letter");
        let written = simple("**On track** after `a < b`, see [two](https://e.org/a-b) *notes*.");
        let expected = "<strong>On track</strong> after <code>a &lt; b</code>, see <a href=\"https://e.org/a-b\" \
                        class=\"external\" rel=\"noopener\">two</a> <em>notes</em>.";
        assert_eq!(written.as_deref(), Some(expected));
    }

    proptest! {
        #[test]
        fn both_ways_agree(line in "([a-c 1.,!é'\"<-]{0,3}([*`_]{0,2}|\\[a?|\\]\\(#?[a-c]?|\\) ?)){0,7}[a-c*`. ]{0,4}") {
            let line = line.trim();
            if let Some(quick) = simple(line) {
                let place = Place::below_headline(Language::english(), &OnlyWeb);
                let mut complete = crate::page::Html::new();
                inline::complete(&mut complete, &place, line);
                prop_assert_eq!(quick, complete.into_string());
            }
        }
    }
}
