//! HTML that people write into their Markdown: what of it is harmless, and which places it gives a page.

use std::collections::HashSet;
use std::sync::{OnceLock, mpsc};

/// How deep elements may stand in each other. What reads HTML looks at all that is open for each tag, so that 50,000 in
/// each other take many seconds.
const DEEPEST: usize = 5000;

/// Elements that hold nothing and are never closed.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Keeps of HTML what is harmless, and with it what prose is rendered to. What nests deeper than any page does becomes text.
pub fn clean(html: &str) -> String {
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
    if is_too_deep(html) { ammonia::clean_text(html) } else { cleaner.clean(html).to_string() }
}

/// The names by which places of HTML can be linked: each `id`, and each `name` of an `a`.
pub fn ids(html: &str) -> HashSet<String> {
    if is_too_deep(html) {
        return HashSet::new();
    }
    let (tell, told) = mpsc::channel();
    let mut reader = ammonia::Builder::empty();
    reader.attribute_filter(move |element, attribute, value| {
        if attribute == "id" || (element, attribute) == ("a", "name") {
            // Somebody listens for as long as the reader is there.
            let _ = tell.send(value.to_owned());
        }
        Some(value.into())
    });
    drop(reader.clean(html));
    told.try_iter().collect()
}

/// Whether more elements may be open at once than [`DEEPEST`]: one that is closed out of turn counts as open.
fn is_too_deep(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for (at, _) in html.match_indices('<') {
        let rest = &html[at + 1..];
        let (is_end, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let name = &rest[..rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len())];
        if is_end {
            open.pop_if(|last| last.eq_ignore_ascii_case(name));
        } else if !name.is_empty() && !VOID.iter().any(|void| void.eq_ignore_ascii_case(name)) {
            open.push(name);
        }
        if open.len() > DEEPEST {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning_keeps_what_is_harmless() {
        let html = "<p class=\"x\"><kbd>K</kbd><script>alert(1)</script><a href=\"javascript:x\">y</a>\
                    <img src=\"a.png\" onerror=\"x\" loading=\"lazy\" alt=\"\"></p>";
        let cleaned = clean(html);
        assert!(cleaned.contains("<p class=\"x\"><kbd>K</kbd>") && cleaned.contains("loading=\"lazy\""));
        assert!(!cleaned.contains("script") && !cleaned.contains("onerror"));
    }

    #[test]
    fn what_nests_without_end_becomes_text() {
        for part in ["<div>", "<div></i>", "<DIV id=a><p></P>"] {
            let (deep, fine) = (part.repeat(DEEPEST + 1), part.repeat(100));
            assert!(!clean(&deep).contains('<') && ids(&deep).is_empty(), "{part}");
            assert!(clean(&fine).contains("<div"), "{part}");
        }
        assert!(!is_too_deep(&"<ul><li>a<br>b</li></ul><hr>".repeat(DEEPEST)));
    }

    #[test]
    fn ids_are_those_of_elements() {
        let html = "<a id=one></a><A NAME='t&amp;o'><video ID=\"three\"><my-card id=four></my-card><input name=five>\
                    <!-- <i id=six> --><script>'<i id=seven>'</script><b title='<i id=eight>'></b> id=nine";
        let mut found: Vec<String> = ids(html).into_iter().collect();
        found.sort();
        assert_eq!(found, ["four", "one", "t&o", "three"]);
        assert!(ids(&clean("<iframe id=a></iframe><a name=b></a>")).is_empty());
        assert!(ids(&clean("<div id=a></div>")).contains("a"));
    }
}
