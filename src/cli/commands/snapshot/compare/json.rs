//! A comparison as JSON: every change as data, with its sentence.

use crate::export::value::{Exact, Ratio};
use crate::locale::Messages;
use crate::model::Bounds;
use crate::page::comparison::{sentence, standing, summary};
use crate::snapshot::compare::{Change, Comparison, Held, Side, Standing, Subject};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// What the keys mean; it changes when one of them does.
const FORMAT: &str = "okrbook-comparison/1";

/// The comparison as JSON, with a line break at the end.
pub(super) fn tell(comparison: &Comparison, words: &Messages) -> String {
    let report = Report {
        format: FORMAT,
        from: Day::of(&comparison.from),
        to: Day::of(&comparison.to),
        summary: summary(comparison, words),
        changes: comparison.changes.iter().map(|change| Changed::of(change, words)).collect(),
        standings: comparison.standings.iter().map(|standing| Stands::of(standing, words)).collect(),
    };
    let mut text =
        serde_json::to_string_pretty(&report).expect("a comparison has text keys and finite numbers");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    from: Day<'a>,
    to: Day<'a>,
    summary: String,
    changes: Vec<Changed<'a>>,
    standings: Vec<Stands<'a>>,
}

#[derive(Serialize)]
struct Day<'a> {
    name: &'a str,
    as_of: String,
}

impl Day<'_> {
    fn of(side: &Side) -> Day<'_> {
        Day { name: &side.name, as_of: side.as_of.to_string() }
    }
}

#[derive(Serialize)]
struct About<'a> {
    kind: &'static str,
    goal: &'a str,
    title: &'a str,
    objective: Option<&'a str>,
}

impl About<'_> {
    fn of(subject: &Subject) -> About<'_> {
        About {
            kind: subject.kind.word(),
            goal: &subject.reference,
            title: &subject.title,
            objective: subject.of.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct Changed<'a> {
    change: &'static str,
    #[serde(flatten)]
    about: About<'a>,
    detail: Option<&'a str>,
    from: OneSide<'a>,
    to: OneSide<'a>,
    unit: Option<&'a str>,
    easier: Option<bool>,
    reasons: Vec<Given<'a>>,
    sentence: String,
}

#[derive(Serialize)]
struct Given<'a> {
    date: String,
    reason: &'a str,
}

impl Changed<'_> {
    fn of<'a>(change: &'a Change, words: &Messages) -> Changed<'a> {
        Changed {
            change: change.what.word(),
            about: About::of(&change.subject),
            detail: change.detail.as_deref(),
            from: OneSide(&change.from),
            to: OneSide(&change.to),
            unit: unit(&change.to).or_else(|| unit(&change.from)),
            easier: change.easier,
            reasons: change
                .reasons
                .iter()
                .map(|reason| Given { date: reason.date.to_string(), reason: &reason.text })
                .collect(),
            sentence: sentence(change, words).plain(),
        }
    }
}

#[derive(Serialize)]
struct Stands<'a> {
    #[serde(flatten)]
    about: About<'a>,
    progress: Both<Option<Ratio>>,
    health: Both<&'static str>,
    value: Both<OneSide<'a>>,
    unit: Option<&'a str>,
    sentence: String,
}

#[derive(Serialize)]
struct Both<T> {
    from: T,
    to: T,
}

impl Stands<'_> {
    fn of<'a>(stands: &'a Standing, words: &Messages) -> Stands<'a> {
        Stands {
            about: About::of(&stands.subject),
            progress: Both { from: stands.progress.0.map(Ratio), to: stands.progress.1.map(Ratio) },
            health: Both { from: stands.health.0.word(), to: stands.health.1.word() },
            value: Both { from: OneSide(&stands.value.0), to: OneSide(&stands.value.1) },
            unit: unit(&stands.value.1).or_else(|| unit(&stands.value.0)),
            sentence: standing(stands, words).plain(),
        }
    }
}

fn unit(held: &Held) -> Option<&str> {
    match held {
        Held::Number(_, unit) | Held::Bounds(_, unit) => unit.as_deref(),
        _ => None,
    }
}

/// One side of a change; bounds are written as in a handbook.
struct OneSide<'a>(&'a Held);

impl Serialize for OneSide<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Held::Nothing => serializer.serialize_none(),
            Held::Number(number, _) => Exact(*number).serialize(serializer),
            Held::Bounds(bounds, _) => {
                let mut map = serializer.serialize_map(Some(1))?;
                match bounds {
                    Bounds::AtLeast(least) => map.serialize_entry("at_least", &Exact(*least))?,
                    Bounds::AtMost(most) => map.serialize_entry("at_most", &Exact(*most))?,
                    Bounds::Between(least, most) => {
                        map.serialize_entry("between", &[Exact(*least), Exact(*most)])?;
                    }
                }
                map.end()
            }
            Held::Score(ratio) | Held::Weight(ratio) => Ratio(*ratio).serialize(serializer),
            Held::Text(text) => serializer.serialize_str(text),
            Held::Word(word) => serializer.serialize_str(word),
            Held::Names(names) => names.serialize(serializer),
            Held::Day(day) => serializer.collect_str(day),
        }
    }
}
