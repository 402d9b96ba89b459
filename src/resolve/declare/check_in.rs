//! Reads check-ins.

use crate::diagnostic::Finding;
use crate::model::{Date, Decimal, Status, Text, Zone};
use crate::syntax::Node;
use crate::syntax::fields::Fields;
use crate::text::{Span, Spanned};

/// A check-in whose references are texts.
#[derive(Debug, Clone)]
pub struct CheckInDeclaration {
    /// Its day.
    pub date: Spanned<Date>,
    /// The measured value.
    pub value: Option<Spanned<Decimal>>,
    /// The zone.
    pub zone: Option<Spanned<Zone>>,
    /// 0 to 1.
    pub confidence: Option<Spanned<f64>>,
    /// The owner's word.
    pub status: Option<Spanned<Status>>,
    /// Inline Markdown.
    pub note: Option<Text>,
    /// A person.
    pub by: Option<Text>,
    /// The next action.
    pub next: Option<Text>,
    /// Its own visibility, if it says one.
    pub internal: Option<bool>,
    /// Where it stands as a whole.
    pub span: Span,
}

/// An entry of the collection `check_ins`.
#[derive(Debug, Clone)]
pub struct CollectedCheckIn {
    /// The key result or KPI.
    pub of: Text,
    /// What it says.
    pub check_in: CheckInDeclaration,
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
    fields.finish(|_, _| None);
    Some(CollectedCheckIn { of: of?, check_in: check_in? })
}

fn read(fields: &mut Fields) -> Option<CheckInDeclaration> {
    let date = fields.required_date("date");
    let value = fields.number("value");
    let zone = fields.word("zone", Zone::WORDS);
    let confidence = fields.ratio("confidence");
    let status = fields.word("status", Status::WORDS);
    let note = fields.text("note");
    let by = fields.reference("by");
    let next = fields.text("next");
    let said = [zone.is_some(), confidence.is_some(), status.is_some(), note.is_some(), by.is_some()];
    let said = [date.is_some(), value.is_some(), next.is_some()].into_iter().chain(said).filter(|said| *said);
    // What every entity may carry is hardly ever said of a check-in: it need not be looked for.
    let internal = if fields.count() > said.count() { super::about(fields, false).1 } else { None };
    let span = fields.anchor();
    Some(CheckInDeclaration { date: date?, value, zone, confidence, status, note, by, next, internal, span })
}
