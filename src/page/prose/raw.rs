//! What happens to HTML that people wrote into their Markdown.

use crate::config::RawHtml;

/// Appends a piece of raw HTML; whether it must still be cleaned is decided for the whole piece of prose at once.
pub(super) fn push(out: &mut String, html: &str, setting: RawHtml) {
    match setting {
        RawHtml::Escape => crate::page::html::escape(&without_comments(html), out),
        RawHtml::Sanitize | RawHtml::Allow => out.push_str(html),
    }
}

/// HTML without its comments, in which writers silence findings and leave notes to themselves.
pub(super) fn without_comments(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_never_shown() {
        assert_eq!(without_comments("a<!-- okrbook: allow(raw-html) -->b<!-- open"), "ab");
    }
}
