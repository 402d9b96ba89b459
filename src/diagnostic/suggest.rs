//! Finds the known name that somebody probably meant.

/// A help such as ``did you mean `objectives`?`` where one of the known names is near enough.
pub fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(name, known).map(|known| format!("did you mean `{known}`?"))
}

/// The nearest known name at most a third of the letters away; of equals the first in the alphabet, so that the
/// answer does not depend on their order.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    let most = (length / 3).max(1);
    let lower = name.to_lowercase();
    let letters = letters_of(name);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        if !shares_an_end(name, candidate) {
            continue;
        }
        // What is further away than one that was found needs no measuring.
        let most = best.map_or(most, |(distance, _)| distance);
        let is_far = if candidate.is_ascii() {
            candidate.len().abs_diff(length) > most || apart(letters, letters_of(candidate)) > 2 * most
        } else {
            candidate.chars().count().abs_diff(length) > most
        };
        if is_far {
            continue;
        }
        let candidate_lower = candidate.to_lowercase();
        let (one, other) = without_shared_ends(&lower, &candidate_lower);
        let distance = strsim::osa_distance(one, other);
        if distance <= most && best.is_none_or(|best| (distance, candidate) < best) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Two names without what both begin with and what both end with, which tells them no further apart: paths share
/// folders and endings, and what is left is short.
fn without_shared_ends<'a, 'b>(mut one: &'a str, mut other: &'b str) -> (&'a str, &'b str) {
    let alike = |(a, b): &(char, char)| a == b;
    let start: usize =
        one.chars().zip(other.chars()).take_while(alike).map(|(letter, _)| letter.len_utf8()).sum();
    (one, other) = (&one[start..], &other[start..]);
    let end: usize = one
        .chars()
        .rev()
        .zip(other.chars().rev())
        .take_while(alike)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    (&one[..one.len() - end], &other[..other.len() - end])
}

/// Whether two names begin or end alike, as all do that one slip tells apart. This is asked first because it is cheap:
/// a handbook with thousands of wrong references still answers in seconds.
fn shares_an_end(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let is_alike = |one: Option<&u8>, other: Option<&u8>| match (one, other) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        _ => false,
    };
    is_alike(one.first(), other.first()) || is_alike(one.last(), other.last())
}

/// How often letters occur, in sixteen groups; an ASCII letter is in the same group as its capital.
///
/// One slip changes at most two letters, so most names are told apart without measuring their distance.
fn letters_of(text: &str) -> [u8; 16] {
    let mut counts = [0_u8; 16];
    for letter in text.chars() {
        let count = &mut counts[letter as usize % 16];
        *count = count.saturating_add(1);
    }
    counts
}

/// The number of letters that only one of two texts has.
fn apart(one: [u8; 16], other: [u8; 16]) -> usize {
    one.iter().zip(other).map(|(&one, other)| usize::from(one.abs_diff(other))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let keys = ["objectives", "pillars", "teams"];
        assert_eq!(did_you_mean("objctives", keys).as_deref(), Some("did you mean `objectives`?"));
        assert_eq!(did_you_mean("taems", keys).as_deref(), Some("did you mean `teams`?"));
        assert_eq!(did_you_mean("bananas", keys), None);
    }

    #[test]
    fn the_nearest_is_the_same_in_whatever_order_they_come() {
        let mut known = ["wards-1", "words-22", "Wards-2x", "wards-3", "ward-25", "wards-222"];
        for _ in 0..known.len() {
            known.rotate_left(1);
            assert_eq!(nearest("wards-2", known), Some("Wards-2x"));
            assert_eq!(nearest("wards-4", known), Some("wards-1"));
            assert_eq!(nearest("words-2222", known), Some("wards-222"));
        }
    }

    #[test]
    fn what_two_names_share_at_their_ends_is_not_measured() {
        assert_eq!(without_shared_ends("content/a.md", "content/ä.md"), ("a", "ä"));
        assert_eq!(without_shared_ends("ana", "anana"), ("", "na"));
        assert_eq!(without_shared_ends("é", "è"), ("é", "è"));
        let paths = ["content/guide/wards.md", "content/guide/words.md"];
        assert_eq!(nearest("content/guide/wrads.md", paths), Some("content/guide/wards.md"));
    }
}
