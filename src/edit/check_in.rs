//! Adds a check-in to where those of its key result stand, or a value to those of its KPI.

use super::mapping::{self, Body};
use super::order::{self, Dated};
use super::place::{self, Kind, Place, Trees};
use super::proof::{Told, kpi_subject, reading_fact};
use super::written::{Fields, Manner, Number, Value};
use super::{Edit, Meant, Refusal, Splice, sequence, series, tree};
use crate::model::{Date, Goal, Handbook, KeyResultId, KpiId, Status, Zone};
use crate::syntax::Node;
use crate::syntax::fields::approximate;
use crate::text::{Source, Sources, Span};

/// What somebody reports on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A key result.
    KeyResult(KeyResultId),
    /// A KPI.
    Kpi(KpiId),
}

impl Target {
    /// The key below which its entries stand.
    pub(super) fn key(self) -> &'static str {
        match self {
            Target::KeyResult(_) => "check_ins",
            Target::Kpi(_) => "values",
        }
    }

    /// Where its id is written.
    pub fn place(self, handbook: &Handbook) -> Span {
        match self {
            Target::KeyResult(id) => handbook.key_result(id).id.span,
            Target::Kpi(id) => handbook[id].id.span,
        }
    }

    /// How it is called from outside.
    pub fn reference(self, handbook: &Handbook) -> String {
        match self {
            Target::KeyResult(id) => handbook.reference(Goal::KeyResult(id)),
            Target::Kpi(id) => handbook[id].id.value.clone(),
        }
    }
}

/// What somebody reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub date: Date,
    /// The measured value (metric, keep, and KPIs).
    pub value: Option<Number>,
    /// The zone (zones).
    pub zone: Option<Zone>,
    /// From 0 to 1.
    pub confidence: Option<Number>,
    /// The owner's word.
    pub status: Option<Status>,
    /// Inline Markdown.
    pub note: Option<String>,
    /// Id of a person.
    pub by: Option<String>,
    /// The next action.
    pub next: Option<String>,
}

impl Entry {
    /// An entry of a day that says nothing yet.
    pub fn on(date: Date) -> Self {
        Entry {
            date,
            value: None,
            zone: None,
            confidence: None,
            status: None,
            note: None,
            by: None,
            next: None,
        }
    }

    fn fields(&self, of: Option<&str>) -> Fields {
        let number = |number: &Option<Number>| number.as_ref().map(|number| Value::Bare(number.text.clone()));
        let text = |text: &Option<String>| text.clone().map(Value::Text);
        let word = |word: &'static str| Value::Bare(word.to_owned());
        let fields = [
            ("of", of.map(|of| Value::Text(of.to_owned()))),
            ("date", Some(Value::Day(self.date))),
            ("value", number(&self.value)),
            ("zone", self.zone.map(|zone| word(zone.word()))),
            ("confidence", number(&self.confidence)),
            ("status", self.status.map(|status| word(status.word()))),
            ("note", text(&self.note)),
            ("by", text(&self.by)),
            ("next", text(&self.next)),
        ];
        fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }

    fn meant(&self, handbook: &Handbook, target: Target) -> (String, String) {
        let value = self.value.as_ref().map(|value| value.value);
        match target {
            Target::KeyResult(_) => {
                let confidence = self.confidence.as_ref();
                let told = Told {
                    value,
                    zone: self.zone,
                    confidence: confidence.map(|number| approximate(number.value)),
                    status: self.status,
                    note: self.note.as_deref(),
                    by: self.by.as_deref(),
                    next: self.next.as_deref(),
                };
                (target.reference(handbook), told.fact(self.date))
            }
            Target::Kpi(id) => {
                let fact = reading_fact(self.date, value.unwrap_or_default(), self.note.as_deref());
                (kpi_subject(&handbook[id].id.value), fact)
            }
        }
    }
}

/// Adds an entry.
pub fn check_in(
    handbook: &Handbook,
    sources: &Sources,
    target: Target,
    entry: &Entry,
) -> Result<Edit, Refusal> {
    let trees = Trees::of(handbook, sources, target);
    let places = trees.places(handbook, sources, target);
    let by_hand = |why: String| Refusal {
        span: target.place(handbook),
        why,
        snippet: format!("{}:\n  - {}", target.key(), Manner::plain(true).braces(&entry.fields(None))),
    };
    let Some((source, home)) = trees.home(target.place(handbook)) else {
        return Err(by_hand(super::not_found()));
    };
    let misfit = |place: &Place| match place.kind {
        Kind::Series => series::misfit(place.source, entry),
        Kind::Own(_) | Kind::Collection(..) => None,
    };
    // Beside a series, only a place that is in use already takes what the series cannot hold.
    let is_in_use = |place: &Place| !matches!(place.kind, Kind::Own(None));
    let fits = places
        .iter()
        .enumerate()
        .find(|(index, place)| misfit(place).is_none() && (*index == 0 || is_in_use(place)));
    let Some((_, place)) = fits else {
        let why = places.first().and_then(misfit);
        return Err(by_hand(why.unwrap_or_else(|| "its file holds no place for it".to_owned())));
    };
    let mut meant = Meant::default();
    meant.new.insert(entry.meant(handbook, target));
    let splices = match &place.kind {
        Kind::Series => {
            meant.shared = true;
            Ok(series::insert(place.source, entry))
        }
        Kind::Collection(list, is_own) => {
            let of = own_reference(list, is_own).unwrap_or_else(|| target.reference(handbook));
            into_list(place.source, list, is_own, &entry.fields(Some(&of)), entry.date)
        }
        Kind::Own(Some(list)) if !tree::items(list).is_empty() => {
            let is_own = vec![true; tree::items(list).len()];
            into_list(place.source, list, &is_own, &entry.fields(None), entry.date)
        }
        Kind::Own(_) => first(source, &home, &trees, target, &entry.fields(None)),
    };
    match splices {
        Ok(splices) => Ok(Edit::new(place.source.id(), splices, meant, by_hand(super::not_as_meant()))),
        Err(why) => Err(by_hand(why)),
    }
}

/// How the neighbours in a collection call what they are about.
fn own_reference(list: &Node, is_own: &[bool]) -> Option<String> {
    let items = tree::items(list);
    let own = items.iter().zip(is_own).rev().find(|(_, is_own)| **is_own);
    Some(tree::scalar(&tree::entry(own?.0, "of")?.value)?.to_owned())
}

fn into_list(
    source: &Source,
    list: &Node,
    is_own: &[bool],
    fields: &Fields,
    date: Date,
) -> Result<Vec<Splice>, String> {
    let items = tree::items(list);
    let dated = items.iter().zip(is_own);
    let dated: Vec<Dated> = dated.map(|(item, &is_own)| Dated { date: place::date(item), is_own }).collect();
    sequence::insert(source, list, order::index(&dated, date), fields)
}

/// The first entry: with the key of the list where that is not there.
fn first(
    source: &Source,
    home: &Node,
    trees: &Trees,
    target: Target,
    fields: &Fields,
) -> Result<Vec<Splice>, String> {
    const USUAL: usize = 2;
    let example = trees.example(target.key()).and_then(|item| Manner::of(source, &item));
    let is_short = !fields.iter().any(|(key, _)| matches!(*key, "note" | "next"));
    let mut manner = example.unwrap_or(Manner::plain(is_short));
    manner.json |= Manner::of(source, home).is_some_and(|manner| manner.json);
    let lines = if manner.flow {
        vec![format!("- {}", manner.braces(fields))]
    } else {
        let pairs = manner.pairs(fields).into_iter().enumerate();
        pairs.map(|(index, pair)| format!("{} {pair}", if index == 0 { "-" } else { " " })).collect()
    };
    let flow = format!("[{}]", manner.braces(fields));
    mapping::put(
        source,
        home,
        target.key(),
        &Body::Nested { flow, lines, deeper: trees.deeper(home).unwrap_or(USUAL) },
    )
}
