//! Anchors of headings, as GitHub makes them: the same in the checker and on the page.

use std::collections::HashSet;

/// The anchor of a heading's text: lowercase, blanks become `-`, punctuation is dropped, letters of any language stay.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        if letter == ' ' || letter.is_whitespace() {
            slug.push('-');
        } else if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if letter.is_alphanumeric() || letter == '-' || letter == '_' {
            slug.extend(letter.to_lowercase());
        }
    }
    slug
}

/// The anchors of all headings of one text, given as text and explicit id. An explicit id is kept; the others are
/// made unique with `-1`, `-2` and so on.
pub fn anchors<'a>(headings: impl Iterator<Item = (&'a str, Option<&'a str>)> + Clone) -> Vec<String> {
    let mut taken: HashSet<String> = headings.clone().filter_map(|(_, id)| id.map(str::to_owned)).collect();
    let mut counts: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    headings
        .map(|(text, id)| {
            if let Some(id) = id {
                return id.to_owned();
            }
            let base = match slug(text) {
                empty if empty.is_empty() => "section".to_owned(),
                slug => slug,
            };
            let count = counts.entry(base.clone()).or_default();
            let mut anchor = if *count == 0 { base.clone() } else { format!("{base}-{count}") };
            while !taken.insert(anchor.clone()) {
                *count += 1;
                anchor = format!("{base}-{count}");
            }
            anchor
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_looks_as_on_github() {
        assert_eq!(slug("How we set goals"), "how-we-set-goals");
        assert_eq!(slug("Q&A: 100 % of it!"), "qa-100--of-it");
        assert_eq!(slug("Über-Ziele_2"), "über-ziele_2");
        assert_eq!(slug("???"), "");
    }

    #[test]
    fn equal_headings_get_numbers_and_an_explicit_id_wins() {
        let headings =
            [("A", None), ("A", None), ("B", Some("a-2")), ("A", None), ("a 1", None), ("!", None)];
        assert_eq!(anchors(headings.into_iter()), ["a", "a-1", "a-2", "a-3", "a-1-1", "section"]);
    }
}
