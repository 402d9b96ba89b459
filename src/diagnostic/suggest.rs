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
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        if candidate.chars().count().abs_diff(length) > most {
            continue;
        }
        let distance = strsim::osa_distance(&lower, &candidate.to_lowercase());
        if distance <= most && best.is_none_or(|best| (distance, candidate) < best) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
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
}
