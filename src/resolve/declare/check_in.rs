//! Reads check-ins.

use crate::diagnostic::Finding;
use crate::diagnostic::errors::UNKNOWN_KEY;
use crate::model::{Aside, CheckIn, Measure, Rare, Status, Text, Zone};
use crate::syntax::Node;
use crate::syntax::fields::Fields;
use crate::text::{Span, Spanned};

/// A check-in, with what only linking it needs.
#[derive(Debug, Clone)]
pub struct CheckInDeclaration {
    /// What it says, but for who reported.
    pub check_in: CheckIn,
    /// A person.
    pub by: Option<Text>,
    /// Where the zone is written.
    pub zone: Option<Span>,
    /// Its own visibility, if it says one.
    pub internal: Option<bool>,
}

impl CheckInDeclaration {
    /// A value belongs to metric and keep measures, a zone to zones.
    pub fn check_fits(&self, measure: &Measure, findings: &mut Vec<Finding>) {
        let mut refuse = |span: Span, key: &str, help: String| {
            let message = format!("a check-in of the measure `{}` has no `{key}`", measure.kind());
            findings.push(Finding::error(&UNKNOWN_KEY, span, message).help(help));
        };
        if let Some(value) = self.check_in.value
            && !measure.has_values()
        {
            let instead = match measure {
                Measure::Milestones(_) => "say when a milestone was done with `done:` at the milestone",
                Measure::Zones(_) => "say the level with `zone:`",
                _ => "say when it was done with `done:` at the key result",
            };
            refuse(value.span, "value", format!("remove it; {instead}"));
        }
        if let Some(zone) = self.zone
            && !matches!(measure, Measure::Zones(_))
        {
            refuse(zone, "zone", "remove it; only the measure `zones` has zones".to_owned());
        }
    }
}

/// An entry of the collection `check_ins`.
#[derive(Debug, Clone)]
pub struct CollectedCheckIn {
    /// The key result or KPI.
    pub of: Text,
    /// What it says.
    pub check_in: CheckInDeclaration,
    /// Where it stands as a whole.
    pub span: Span,
}

/// Keys of a check-in in its key result.
pub const KEYS: &[&str] =
    &["date", "value", "zone", "confidence", "status", "note", "by", "next", "visibility", "tags", "links"];

/// Keys of an entry of the collection `check_ins`.
pub const COLLECTED_KEYS: &[&str] = &[
    "of",
    "date",
    "value",
    "zone",
    "confidence",
    "status",
    "note",
    "by",
    "next",
    "visibility",
    "tags",
    "links",
];

/// Reads a check-in in its key result.
pub fn check_in(node: &Node, findings: &mut Vec<Finding>) -> Option<CheckInDeclaration> {
    let mut fields = Fields::open(node, "a check-in", KEYS, findings)?;
    let check_in = read(&mut fields);
    fields.finish(|_, _| None);
    check_in
}

/// Reads an entry of the collection `check_ins`.
pub fn collected(node: &Node, findings: &mut Vec<Finding>) -> Option<CollectedCheckIn> {
    let mut fields = Fields::open(node, "a check-in", COLLECTED_KEYS, findings)?;
    let of = fields.reference("of");
    if fields.get("of").is_none() {
        fields.missing("of");
    }
    let check_in = read(&mut fields);
    let span = fields.anchor();
    fields.finish(|_, _| None);
    Some(CollectedCheckIn { of: of?, check_in: check_in?, span })
}

fn read(fields: &mut Fields) -> Option<CheckInDeclaration> {
    let date = fields.required_date("date");
    let value = fields.number("value");
    let confidence = fields.ratio("confidence");
    let note = fields.text("note");
    // Hardly any check-in says more.
    let more = if fields.is_read_up() { More::default() } else { more(fields) };
    let More { zone, by, internal, aside } = more;
    let check_in = CheckIn {
        date: date?,
        value,
        zone: zone.map(|zone| zone.value),
        confidence,
        note,
        internal: internal == Some(true),
        aside,
    };
    Some(CheckInDeclaration { check_in, by, zone: zone.map(|zone| zone.span), internal })
}

/// What few check-ins say.
#[derive(Default)]
struct More {
    zone: Option<Spanned<Zone>>,
    by: Option<Text>,
    internal: Option<bool>,
    aside: Rare<Aside>,
}

fn more(fields: &mut Fields) -> More {
    let zone = fields.word("zone", Zone::WORDS);
    let status = fields.word("status", Status::WORDS);
    let by = fields.reference("by");
    let next = fields.text("next");
    let (_, internal) = super::about(fields, false);
    More { zone, by, internal, aside: Aside { status, by: None, next }.into() }
}
