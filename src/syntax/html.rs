//! HTML that people write into their Markdown: what of it is harmless, and which places it gives a page.

use std::collections::HashSet;
use std::sync::{OnceLock, mpsc};

/// Keeps of HTML what is harmless, and with it what prose is rendered to.
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
    cleaner.clean(html).to_string()
}

/// The names by which places of HTML can be linked: each `id`, and each `name` of an `a`.
pub fn ids(html: &str) -> HashSet<String> {
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
