//! Levels of headings: those of a body begin below the page's own and never skip one.

use crate::syntax::prose::Facts;

/// An entry of a table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its level on the page, 1 to 6.
    pub level: u8,
    /// The id by which it is reached.
    pub anchor: String,
    /// What it says.
    pub text: String,
}

/// Turns the levels of the source, in their order, into those of the page.
#[derive(Clone, Debug)]
pub(super) struct Levels {
    first: u8,
    open: Vec<u8>,
}

impl Levels {
    /// Levels whose highest becomes `first`.
    pub(super) fn new(first: u8) -> Levels {
        Levels { first, open: Vec::new() }
    }

    /// The level on the page of the next heading.
    pub(super) fn next(&mut self, level: u8) -> u8 {
        while self.open.last().is_some_and(|&open| open >= level) {
            self.open.pop();
        }
        let depth = self.open.len() as u8;
        self.open.push(level);
        (self.first + depth).min(6)
    }
}

/// The table of contents of a body. A first heading that only repeats the page's title is left out, as it is in the
/// body.
pub fn contents(facts: &Facts, first_level: u8, title: Option<&str>) -> Vec<Entry> {
    let mut levels = Levels::new(first_level);
    let repeats =
        |heading: &crate::syntax::prose::Heading| title.is_some_and(|title| heading.text == title.trim());
    let skipped = usize::from(facts.headings.first().is_some_and(|first| first.level == 1 && repeats(first)));
    let entry = |heading: &crate::syntax::prose::Heading| Entry {
        level: levels.next(heading.level),
        anchor: heading.anchor.clone(),
        text: heading.text.clone(),
    };
    facts.headings[skipped..].iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_is_skipped() {
        let mut levels = Levels::new(2);
        let shown: Vec<u8> = [2, 4, 3, 1, 6, 6, 2].into_iter().map(|level| levels.next(level)).collect();
        assert_eq!(shown, [2, 3, 3, 2, 3, 3, 3]);
    }
}
