//! A comparison of two moments in words that a board understands: sections by importance, a sentence a change.
//!
//! A [`Sentence`] knows which of its words are titles and which people wrote, and nothing of HTML or Markdown, so
//! that pages, the terminal and comments on pull requests say the same.

mod change;
mod sentence;
mod standing;
mod value;

pub use sentence::{Piece, Sentence};
pub use standing::{NOTHING, Row, rows};
pub use value::health;

use crate::locale::Messages;
use crate::snapshot::compare::{Change, Comparison, Standing, SubjectKind, What};

/// Sentences about changes of one sort.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its headline.
    pub title: String,
    /// The sentences, the most important ones first.
    pub sentences: Vec<Sentence>,
}

/// A headline, and which changes stand below it.
type Sort<'a> = (&'a str, fn(&Change) -> bool);

/// The sorts of changes by importance; each change is of one of them.
fn sorts<'a>(m: &Messages<'a>) -> [Sort<'a>; 10] {
    [
        (m.told_record_rewritten, |change| change.what == What::Record && !is_kpi(change)),
        (m.told_moved, |change| change.what.is_goalpost() && !is_kpi(change)),
        (m.told_gone, |change| change.what == What::Dropped && !is_kpi(change)),
        (m.told_new, |change| change.what == What::Added && !is_kpi(change) && !change.from.is_something()),
        (m.told_published, |change| change.what == What::Published && !is_kpi(change)),
        (m.told_carried, |change| change.what == What::Added && change.from.is_something()),
        (m.told_decided, |change| (What::Decided..=What::Outcome).contains(&change.what) && !is_kpi(change)),
        (m.told_reworded, |change| (What::Title..=What::Vision).contains(&change.what) && !is_kpi(change)),
        (m.told_around, |change| (What::Owner..=What::Ambition).contains(&change.what) && !is_kpi(change)),
        (m.told_kpis, is_kpi),
    ]
}

/// Everything that changed, but for where goals stand: sections by importance, none of them empty.
pub fn sections(comparison: &Comparison, m: &Messages) -> Vec<Section> {
    let section = |(title, belongs): Sort| {
        let mut changes: Vec<&Change> = comparison.changes.iter().filter(|change| belongs(change)).collect();
        // What nobody explained comes first.
        changes.sort_by_key(|change| !change.reasons.is_empty());
        let sentences = changes.into_iter().map(|change| change::tell(change, m)).collect();
        Section { title: title.to_owned(), sentences }
    };
    sorts(m).into_iter().map(section).filter(|section| !section.sentences.is_empty()).collect()
}

/// The sentence of one change.
pub fn sentence(change: &Change, m: &Messages) -> Sentence {
    change::tell(change, m)
}

/// The sentence of one goal that has moved.
pub fn standing(standing: &Standing, m: &Messages) -> Sentence {
    standing::tell(standing, m)
}

/// How goals that both moments hold have moved: a sentence each, those that fare otherwise than before first.
pub fn standings(comparison: &Comparison, m: &Messages) -> Vec<Sentence> {
    let mut standings: Vec<_> = comparison.standings.iter().collect();
    standings.sort_by_key(|standing| standing::importance(standing));
    standings.into_iter().map(|standing| standing::tell(standing, m)).collect()
}

/// In a sentence: what is compared, and how much changed.
pub fn summary(comparison: &Comparison, m: &Messages) -> String {
    let (from, to) = (&comparison.from, &comparison.to);
    let between = m.told_between(&from.name, from.as_of, &to.name, to.as_of).to_string();
    if comparison.is_empty() {
        return format!("{between} {}", m.told_nothing);
    }
    let number =
        |wanted: fn(&Change) -> bool| comparison.changes.iter().filter(|change| wanted(change)).count();
    let [rewritten, moved, gone, new, published, carried, decided, reworded, around, kpis] =
        sorts(m).map(|(_, belongs)| number(belongs));
    let unexplained = number(is_unexplained);
    let closed = number(|change| change.what == What::Closed);
    let given_up = number(|change| change.what == What::Cancelled);
    let decided = decided - closed - given_up;
    let standings = comparison.standings.len();
    let of = |title: &str, number: usize| (number, m.told_n_of(number, title).to_string());
    let parts = [
        of(m.told_record_rewritten, rewritten),
        (moved, m.told_n_moved(moved).to_string()),
        (unexplained, m.told_n_unexplained(unexplained).to_string()),
        (new, m.told_n_new(new).to_string()),
        of(m.told_published, published),
        (gone, m.told_n_gone(gone).to_string()),
        of(m.told_carried, carried),
        (closed, m.told_n_closed(closed).to_string()),
        of(m.told_given_up_goals, given_up),
        of(m.told_decided_anew, decided),
        of(m.told_reworded, reworded),
        of(m.told_around, around),
        of(m.told_kpis, kpis),
        of(m.told_standings, standings),
    ];
    let happened = parts.into_iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = happened.map(|(_, message)| message).collect();
    if parts.is_empty() { between } else { format!("{between} {}{}", parts.join(" · "), m.stop) }
}

/// A goalpost that moved, and nobody wrote down why. Pillars and KPIs have no place to write it.
pub fn is_unexplained(change: &Change) -> bool {
    change.what.is_goalpost()
        && change.reasons.is_empty()
        && matches!(change.subject.kind, SubjectKind::Objective | SubjectKind::KeyResult)
}

fn is_kpi(change: &Change) -> bool {
    change.subject.kind == SubjectKind::Kpi
}
