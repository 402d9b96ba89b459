//! What happens to HTML that people wrote into their Markdown.

use crate::config::RawHtml;
use std::collections::HashSet;
use std::sync::OnceLock;

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

/// Keeps of a rendered piece of prose what is harmless, and with it what the renderer itself wrote.
pub(super) fn clean(html: &str) -> String {
    static CLEANER: OnceLock<ammonia::Builder<'static>> = OnceLock::new();
    let cleaner = CLEANER.get_or_init(|| {
        let mut cleaner = ammonia::Builder::default();
        cleaner
            .add_tags(["input", "section"])
            .add_tag_attributes("input", ["type", "disabled", "checked"])
            .add_tag_attributes("img", ["loading"])
            .add_tag_attributes("a", ["rel"])
            .add_tag_attributes("th", ["scope"])
            .set_tag_attribute_value("input", "type", "checkbox")
            .set_tag_attribute_value("input", "disabled", "")
            .add_generic_attributes(["class", "id", "role", "tabindex", "aria-label", "aria-hidden", "dir"])
            .url_schemes(HashSet::from(["http", "https", "mailto"]))
            .link_rel(None);
        cleaner
    });
    cleaner.clean(html).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_never_shown() {
        assert_eq!(without_comments("a<!-- okrbook: allow(raw-html) -->b<!-- open"), "ab");
    }

    #[test]
    fn cleaning_keeps_what_is_harmless() {
        let html = "<p class=\"x\"><kbd>K</kbd><script>alert(1)</script><a href=\"javascript:x\">y</a>\
                    <img src=\"a.png\" onerror=\"x\" loading=\"lazy\" alt=\"\"></p>";
        let cleaned = clean(html);
        assert!(cleaned.contains("<p class=\"x\"><kbd>K</kbd>") && cleaned.contains("loading=\"lazy\""));
        assert!(!cleaned.contains("script") && !cleaned.contains("onerror"));
    }
}
