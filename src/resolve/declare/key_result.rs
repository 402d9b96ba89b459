//! Reads key results.

use super::{
    Declared, about, check_in, measure,
    objective::{AlignmentDeclaration, alignments, changes},
};
use crate::config::VISIBILITY;
use crate::diagnostic::Finding;
use crate::model::{About, Change, CheckIn, Measure, Rare, Text};
use crate::syntax::Node;
use crate::syntax::fields::Fields;
use crate::text::Span;

/// A key result whose references are texts.
#[derive(Debug, Clone)]
pub struct KeyResultDeclaration {
    /// Its id.
    pub id: Text,
    /// Its title; its id where that is missing.
    pub title: Text,
    /// A person.
    pub owner: Option<Text>,
    /// Its share.
    pub weight: f64,
    /// Where that is written.
    pub weight_span: Option<Span>,
    /// Inline Markdown.
    pub why: Option<Text>,
    /// A KPI.
    pub kpi: Option<Text>,
    /// Goals.
    pub aligns_to: Vec<AlignmentDeclaration>,
    /// Where the measurement comes from.
    pub source: Option<Text>,
    /// Whether its values are internal.
    pub masked: bool,
    /// Its measure; none where that is wrong: then the key result is left out.
    pub measure: Option<Measure>,
    /// What its numbers count.
    pub unit: Option<Text>,
    /// Its own check-ins, but for who reported them.
    pub check_ins: Vec<CheckIn>,
    /// Who reported which of them: people.
    pub reporters: Vec<(u32, Text)>,
    /// What of them does not fit the measure.
    pub misfits: Vec<Finding>,
    /// A series in CSV.
    pub data: Option<Text>,
    /// What changed.
    pub changes: Vec<Change>,
    /// What every entity may carry.
    pub about: Rare<About>,
}

/// Keys of a key result.
pub const KEYS: &[&str] = &[
    "id",
    "title",
    "owner",
    "weight",
    "why",
    "kpi",
    "aligns_to",
    "source",
    "values",
    "unit",
    "start",
    "target",
    "commit",
    "stretch",
    "plan",
    "keep",
    "milestones",
    "zones",
    "done",
    "check_ins",
    "data",
    "changes",
    "visibility",
    "tags",
    "links",
    "redirect_from",
];

/// Reads a key result.
pub fn key_result(node: &Node, findings: &mut Vec<Finding>) -> Option<Declared<KeyResultDeclaration>> {
    let mut fields = Fields::open(node, "a key result", KEYS, findings)?;
    let id = fields.required_id();
    let title = fields.required_title("title");
    let owner = fields.reference("owner");
    let weight = fields.weight();
    let weight_span = fields.get("weight").map(|node| node.span);
    let why = fields.text("why");
    let kpi = fields.reference("kpi");
    let aligns_to = alignments(&mut fields);
    let source = fields.url("source");
    let masked = fields.word("values", VISIBILITY).is_some_and(|values| values.value);
    let unit = fields.title("unit");
    let measure = measure::measure(&mut fields);
    let Reported { check_ins, reporters, misfits } = reported(&mut fields, measure.as_ref());
    let data = fields.text("data");
    let changes = changes(&mut fields);
    let (about, internal) = about(&mut fields, true);
    fields.finish(|_, _| None);
    let id = id?;
    let title = title.unwrap_or_else(|| id.clone());
    let thing = KeyResultDeclaration {
        id,
        title,
        owner,
        weight,
        weight_span,
        why,
        kpi,
        aligns_to,
        source,
        masked,
        measure,
        unit,
        check_ins,
        reporters,
        misfits,
        data,
        changes,
        about: about.into(),
    };
    Some(Declared { thing, internal })
}

/// The check-ins of a key result, with what only linking them needs.
#[derive(Default)]
struct Reported {
    check_ins: Vec<CheckIn>,
    reporters: Vec<(u32, Text)>,
    misfits: Vec<Finding>,
}

fn reported(fields: &mut Fields, measure: Option<&Measure>) -> Reported {
    let nodes = fields.list("check_ins");
    // Check-ins are most of what a large handbook holds in memory: they stay where they are read, and nothing is kept ready
    // for more of them.
    let mut reported = Reported { check_ins: Vec::with_capacity(nodes.len()), ..Reported::default() };
    for node in nodes {
        let Some(declared) = check_in::check_in(node, fields.findings()) else { continue };
        if let Some(measure) = measure {
            declared.check_fits(measure, &mut reported.misfits);
        }
        reported.reporters.extend(declared.by.map(|by| (reported.check_ins.len() as u32, by)));
        reported.check_ins.push(declared.check_in);
    }
    reported
}
