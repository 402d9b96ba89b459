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
    /// Whether a value is written that is none: then it is not missing as well.
    pub value_is_wrong: bool,
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

/// Refuses a zone of a KPI; what else a check-in may say of a key result, a KPI has no use for.
pub fn check_fits_kpi(check_in: &CheckInDeclaration, findings: &mut Vec<Finding>) {
    findings.extend(check_in.zone.map(|span| {
        Finding::error(&UNKNOWN_KEY, span, "a check-in of a KPI has no `zone`")
            .help("remove it; only the measure `zones` has zones")
    }));
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

/// What an entry of the collection `check_ins` refers to that is left out because it is wrong.
#[derive(Debug, Clone)]
pub struct Unplaced {
    /// The key result or KPI.
    pub of: Option<Text>,
    /// A person.
    pub by: Option<Text>,
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

/// Reads a check-in in its key result; of one without a day, who reported it.
pub fn check_in(
    node: &Node,
    findings: &mut Vec<Finding>,
) -> Option<Result<CheckInDeclaration, Option<Text>>> {
    let mut fields = Fields::open(node, "a check-in", KEYS, findings)?;
    let check_in = read(&mut fields);
    fields.finish(|_, _| None);
    Some(check_in)
}

/// Reads an entry of the collection `check_ins`; of one that cannot be placed, what it refers to.
pub fn collected(node: &Node, findings: &mut Vec<Finding>) -> Option<Result<CollectedCheckIn, Unplaced>> {
    let mut fields = Fields::open(node, "a check-in", COLLECTED_KEYS, findings)?;
    let of = fields.reference("of");
    if fields.get("of").is_none() {
        fields.missing("of");
    }
    let check_in = read(&mut fields);
    let span = fields.anchor();
    fields.finish(|_, _| None);
    Some(match (of, check_in) {
        (Some(of), Ok(check_in)) => Ok(CollectedCheckIn { of, check_in, span }),
        (of, Ok(check_in)) => Err(Unplaced { of, by: check_in.by }),
        (of, Err(by)) => Err(Unplaced { of, by }),
    })
}

fn read(fields: &mut Fields) -> Result<CheckInDeclaration, Option<Text>> {
    let date = fields.required_date("date");
    let value = fields.number("value");
    let confidence = fields.ratio("confidence");
    let note = fields.text("note");
    // Hardly any check-in says more.
    let more = if fields.is_read_up() { More::default() } else { more(fields) };
    let More { zone, by, internal, aside } = more;
    let Some(date) = date else { return Err(by) };
    let check_in = CheckIn {
        date,
        value,
        zone: zone.map(|zone| zone.value),
        confidence,
        note,
        internal: internal == Some(true),
        aside,
    };
    let value_is_wrong = value.is_none() && fields.get("value").is_some();
    Ok(CheckInDeclaration { check_in, by, zone: zone.map(|zone| zone.span), internal, value_is_wrong })
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
