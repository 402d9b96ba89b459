//! What the snapshots hold of today's goals, for the rules about history.

use super::Context;
use crate::model::{Audience, Bounds, Decimal, KeyResultId, ObjectiveId, Text};
use crate::snapshot::compare::{self, Between, Held, Moment};
use crate::snapshot::{FOLDER, Snapshot};
use crate::text::Span;

/// A goal in the last snapshot that holds it, and what it is today.
#[derive(Clone, Copy)]
pub(super) struct Kept<'a, Id> {
    /// The snapshot.
    pub(super) snapshot: &'a Snapshot,
    /// Which it is there.
    pub(super) then: Id,
    /// Which it is today.
    pub(super) now: Id,
}

impl<'a> Context<'a> {
    /// Every objective of today that was frozen, as the last snapshot holds it.
    pub(super) fn kept_objectives(&self) -> Vec<Kept<'a, ObjectiveId>> {
        let mut seen = vec![false; self.handbook.objectives.len()];
        let mut kept = Vec::new();
        for snapshot in self.snapshots.iter().rev() {
            let then = &snapshot.whole.handbook.objectives;
            let pairs = compare::pair_objectives(then, &self.handbook.objectives);
            for (place, later) in pairs.later.iter().enumerate() {
                let Some(later) = *later else { continue };
                if !std::mem::replace(&mut seen[later], true) {
                    kept.push(Kept { snapshot, then: ObjectiveId::new(place), now: ObjectiveId::new(later) });
                }
            }
        }
        kept
    }

    /// A snapshot and today as two moments.
    pub(super) fn since(&self, snapshot: &'a Snapshot) -> Between<'a> {
        let frozen = &snapshot.whole;
        Between {
            from: frozen.moment(&snapshot.about.id, false),
            to: Moment { name: "now", handbook: self.handbook, progress: self.progress, withholds: false },
            audience: Audience::Internal,
        }
    }

    /// Where a goal stands in a snapshot: at its `id` in the list of such goals.
    pub(super) fn place(&self, snapshot: &Snapshot, list: &str, id: &str) -> Span {
        let manifest = self.sources.get(snapshot.about.source);
        let folder = format!("{FOLDER}/{}/", snapshot.about.id);
        let (head, written) = (format!("\n  \"{list}\": ["), format!("\n      \"id\": \"{id}\""));
        let find = |text: &str| {
            let start = text.find(&head)?;
            let at = start + text[start..].find(&written)? + written.len();
            Some((at - id.len() - 1, at - 1))
        };
        let files = self.sources.iter().filter(|source| source.path().starts_with(&folder));
        let mut spans = files.filter_map(|source| {
            let (start, end) = find(source.text())?;
            Some(source.span(start, end))
        });
        spans.next().unwrap_or_else(|| manifest.span(0, 0))
    }
}

impl<'a> Kept<'a, ObjectiveId> {
    /// The key results of an objective that both hold.
    pub(super) fn key_results(&self, context: &Context<'a>) -> Vec<Kept<'a, KeyResultId>> {
        let then = &self.snapshot.whole.handbook[self.then].key_results;
        let now = &context.handbook[self.now].key_results;
        let pairs = compare::key_results(then, now);
        let both = pairs.later.iter().enumerate().filter_map(|(place, later)| Some((place, (*later)?)));
        both.map(|(place, later)| Kept {
            snapshot: self.snapshot,
            then: KeyResultId { objective: self.then, index: place as u32 },
            now: KeyResultId { objective: self.now, index: later as u32 },
        })
        .collect()
    }
}

/// What a field held, as it is written in a handbook.
pub(super) fn written(held: &Held) -> String {
    let number = |number: &Decimal| number.normalize().to_string();
    let unit = |unit: &Option<String>| unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    match held {
        Held::Nothing => "unknown".to_owned(),
        Held::Number(value, of) => format!("{}{}", number(value), unit(of)),
        Held::Bounds(Bounds::AtLeast(least), of) => format!("at least {}{}", number(least), unit(of)),
        Held::Bounds(Bounds::AtMost(most), of) => format!("at most {}{}", number(most), unit(of)),
        Held::Bounds(Bounds::Between(least, most), of) => {
            format!("between {} and {}{}", number(least), number(most), unit(of))
        }
        Held::Score(ratio) | Held::Weight(ratio) => ratio.to_string(),
        Held::Text(text) => text.clone(),
        Held::Word(word) => (*word).to_owned(),
        Held::Names(names) => names.join(", "),
        Held::Day(day) => day.to_string(),
    }
}

/// Whether two notes say the same; how their lines are broken does not count.
pub(super) fn says_the_same(then: Option<&Text>, now: Option<&Text>) -> bool {
    let words = |text: Option<&Text>| {
        text.map(|text| text.value.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    };
    words(then) == words(now)
}
