//! Proves that an edit did what it was meant to do, and nothing else.
//!
//! Two independent looks: the trees of the file, from which everything inserted was taken out again, must be those of
//! before; and what the linked handbook says about where goals stand must differ by exactly what was meant.

use super::{Edit, tree};
use crate::model::{
    Alignment, CheckIn, Date, Decimal, Handbook, KeyResult, Measure, Reading, Review, Status, Zone,
};
use crate::syntax::{Kind, Node, markdown, table};
use crate::text::{Source, Sources};
use std::collections::BTreeSet;
use std::ops::Range;

/// Something that a handbook says: about what, and what.
pub(super) type Fact = (String, String);

/// How a handbook should differ after an edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// What it says no more.
    pub(super) gone: BTreeSet<Fact>,
    /// What it says now.
    pub(super) new: BTreeSet<Fact>,
    /// Whether others who read the same series hear it, too.
    pub(super) shared: bool,
}

impl Edit {
    /// Whether the edited file, and the handbook with it, say what they said before and exactly what was meant.
    pub fn is_proven(&self, before: (&Sources, &Handbook), after: (&Sources, &Handbook)) -> bool {
        let old = before.0.get(self.source);
        let Some(new) = after.0.find(old.path()) else { return false };
        new.text() == self.apply(old.text()) && self.only_adds(old, new) && self.is_told(before.1, after.1)
    }

    /// Whether the file's trees differ by what was inserted alone.
    fn only_adds(&self, old: &Source, new: &Source) -> bool {
        let (removed, inserted) = (self.removed(), self.inserted());
        if table::is_table(old.path()) {
            return rows(old, &removed) == rows(new, &inserted);
        }
        let body = |source: &Source| {
            let body = markdown::split(source).body;
            markdown::is_markdown(source.path()).then(|| source.slice(body).to_owned())
        };
        body(old) == body(new) && trees(old, &removed) == trees(new, &inserted)
    }

    /// Whether the handbooks differ by what was meant alone.
    fn is_told(&self, before: &Handbook, after: &Handbook) -> bool {
        let (before, after) = (facts(before), facts(after));
        let gone: BTreeSet<Fact> = before.difference(&after).cloned().collect();
        let new: BTreeSet<Fact> = after.difference(&before).cloned().collect();
        if self.meant.shared {
            let days: BTreeSet<&str> = self.meant.new.iter().map(|(_, fact)| day_of(fact)).collect();
            return gone.is_empty()
                && self.meant.new.is_subset(&new)
                && new.iter().all(|(_, fact)| days.contains(day_of(fact)));
        }
        gone == self.meant.gone && new == self.meant.new
    }
}

/// The day with which the fact of a check-in or a reading begins.
fn day_of(fact: &str) -> &str {
    fact.split(' ').next().unwrap_or_default()
}

/// A tree without places.
#[derive(Debug, PartialEq)]
enum Bare {
    Nothing,
    Scalar(String, bool),
    Sequence(Vec<Bare>),
    Mapping(Vec<(String, Bare)>),
}

fn trees(source: &Source, without: &[Range<usize>]) -> Vec<Bare> {
    tree::documents(source).iter().map(|document| bare(&document.root(), without)).collect()
}

/// A node without what stands in some places. What is empty then counts as nothing.
fn bare(node: &Node, without: &[Range<usize>]) -> Bare {
    match node.kind() {
        _ if is_out(node, without) || node.is_null() => Bare::Nothing,
        Kind::Scalar(scalar) => Bare::Scalar(scalar.text.to_string(), scalar.plain),
        Kind::Sequence(items) => {
            let kept = items.iter().filter(|item| !is_out(item, without));
            let kept: Vec<Bare> = kept.map(|item| bare(&item, without)).collect();
            if kept.is_empty() { Bare::Nothing } else { Bare::Sequence(kept) }
        }
        Kind::Mapping(entries) => {
            let kept =
                entries.iter().filter(|entry| !covers(without, entry.key.span.start(), entry.key.span.end()));
            let kept: Vec<_> =
                kept.map(|entry| (entry.key.value.to_string(), bare(&entry.value, without))).collect();
            if kept.is_empty() { Bare::Nothing } else { Bare::Mapping(kept) }
        }
    }
}

fn is_out(node: &Node, without: &[Range<usize>]) -> bool {
    covers(without, node.span().start(), node.span().end())
}

fn covers(ranges: &[Range<usize>], start: usize, end: usize) -> bool {
    start < end && ranges.iter().any(|range| range.start <= start && end <= range.end)
}

/// The rows of a series without those in some places.
fn rows(source: &Source, without: &[Range<usize>]) -> Vec<String> {
    let all = table::read(source, &mut Vec::new());
    let kept = all.iter().filter(|row| !covers(without, row.span.start(), row.span.end()));
    let told = kept.map(|row| {
        let confidence = row.confidence.map(|confidence| confidence.value);
        let note = row.note.as_ref().map(|note| &note.value);
        format!("{} {} {confidence:?} {note:?}", row.date.value, row.value.value)
    });
    told.collect()
}

/// Everything that edits can change, said by a linked handbook.
fn facts(handbook: &Handbook) -> BTreeSet<Fact> {
    let mut facts = BTreeSet::new();
    for (id, objective) in handbook.objectives() {
        let subject = &objective.id.value;
        facts.insert((subject.clone(), state_fact(objective.state.value.word())));
        facts.extend(objective.review.as_ref().map(|review| (subject.clone(), review_fact(review))));
        facts.extend(alignment_facts(handbook, subject, &objective.aligns_to));
        for (_, key_result) in handbook.key_results(id) {
            let subject = format!("{subject}/{}", key_result.id.value);
            facts.extend(alignment_facts(handbook, &subject, &key_result.aligns_to));
            facts.extend(done_facts(key_result).map(|fact| (subject.clone(), fact)));
            let told = key_result.check_ins.iter().map(|check_in| told(handbook, check_in));
            facts.extend(told.map(|fact| (subject.clone(), fact)));
        }
    }
    for kpi in &handbook.kpis {
        let subject = kpi_subject(&kpi.id.value);
        let told = |reading: &Reading| {
            reading_fact(reading.date.value, reading.value, reading.note.as_ref().map(|note| &*note.value))
        };
        facts.extend(kpi.values.iter().map(|reading| (subject.clone(), told(reading))));
    }
    facts
}

/// What facts about a KPI are about.
pub(super) fn kpi_subject(id: &str) -> String {
    format!("kpi {id}")
}

/// That an objective says its state.
pub(super) fn state_fact(word: &str) -> String {
    format!("state {word}")
}

/// That an objective has this review.
pub(super) fn review_fact(review: &Review) -> String {
    let Review { closed_on, score, outcome, learned, decision } = review;
    let learned = learned.as_ref().map(|learned| &learned.value);
    format!("review {} {score:?} {outcome:?} {learned:?} {decision:?}", closed_on.value)
}

fn alignment_facts(handbook: &Handbook, subject: &str, alignments: &[Alignment]) -> Vec<Fact> {
    let told = alignments.iter().enumerate().map(|(index, alignment)| {
        let reviewed = alignment.reviewed.as_ref().map(|reviewed| &*reviewed.value);
        (subject.to_owned(), alignment_fact(index, &handbook.reference(alignment.to), reviewed))
    });
    told.collect()
}

/// That a goal aligns to another, as its alignment of this number.
pub(super) fn alignment_fact(index: usize, to: &str, reviewed: Option<&str>) -> String {
    format!("aligns {index} to {to} reviewed {reviewed:?}")
}

fn done_facts(key_result: &KeyResult) -> impl Iterator<Item = String> {
    let done: Vec<Option<Date>> = match &key_result.measure {
        Measure::Done(done) => vec![done.value],
        Measure::Milestones(steps) => steps.iter().map(|step| step.done.map(|done| done.value)).collect(),
        Measure::Metric { .. } | Measure::Keep(_) | Measure::Zones(_) => Vec::new(),
    };
    done.into_iter().enumerate().map(|(step, day)| done_fact(step, day))
}

/// That a step was done on a day.
pub(super) fn done_fact(step: usize, day: Option<Date>) -> String {
    format!("step {step} done {day:?}")
}

/// What a check-in says, in values.
pub(super) struct Told<'a> {
    pub(super) value: Option<Decimal>,
    pub(super) zone: Option<Zone>,
    pub(super) confidence: Option<f64>,
    pub(super) status: Option<Status>,
    pub(super) note: Option<&'a str>,
    pub(super) by: Option<&'a str>,
    pub(super) next: Option<&'a str>,
}

impl Told<'_> {
    /// That there is this check-in of a day.
    pub(super) fn fact(&self, date: Date) -> String {
        let Told { value, zone, confidence, status, note, by, next } = self;
        format!("{date} {value:?} {zone:?} {confidence:?} {status:?} {note:?} {by:?} {next:?}")
    }
}

fn told(handbook: &Handbook, check_in: &CheckIn) -> String {
    let told = Told {
        value: check_in.value.map(|value| value.value),
        zone: check_in.zone,
        confidence: check_in.confidence.map(|confidence| confidence.value),
        status: check_in.aside.status.map(|status| status.value),
        note: check_in.note.as_ref().map(|note| &*note.value),
        by: check_in.aside.by.map(|by| &*handbook[by.value].id.value),
        next: check_in.aside.next.as_ref().map(|next| &*next.value),
    };
    told.fact(check_in.date.value)
}

/// That a KPI had a value on a day.
pub(super) fn reading_fact(date: Date, value: Decimal, note: Option<&str>) -> String {
    format!("{date} {value} {note:?}")
}
