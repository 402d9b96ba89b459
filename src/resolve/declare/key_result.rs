//! Reads key results.

use super::{
    about, check_in, measure,
    objective::{AlignmentDeclaration, alignments, changes},
};
use crate::config::VISIBILITY;
use crate::diagnostic::Finding;
use crate::model::{CheckIn, KeyResult, Measure, Text};
use crate::syntax::Node;
use crate::syntax::fields::Fields;
use crate::text::Spanned;
use std::sync::Arc;

/// What a key result refers to, as texts, and what else only linking it needs. The key result itself stays where it is
/// read: there are many, and they are large.
#[derive(Debug, Clone)]
pub struct KeyResultReferences {
    /// A person.
    pub owner: Option<Text>,
    /// A KPI.
    pub kpi: Option<Text>,
    /// Goals.
    pub aligns_to: Vec<AlignmentDeclaration>,
    /// Whether its measure is right; else it is left out, and its measure stands for none.
    pub is_measured: bool,
    /// Who reported which of its check-ins, or one that is left out because it is wrong: people.
    pub reporters: Vec<(Option<u32>, Text)>,
    /// What of its check-ins does not fit the measure.
    pub misfits: Vec<Finding>,
    /// A series in CSV.
    pub data: Option<Text>,
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

/// Reads a key result; its title is its id where that is missing.
pub fn key_result(node: &Node, findings: &mut Vec<Finding>) -> Option<(KeyResult, KeyResultReferences)> {
    let mut fields = Fields::open(node, "a key result", KEYS, findings)?;
    let id = fields.declared_id();
    let title = fields.required_title("title");
    let owner = fields.reference("owner");
    let weight = fields.weight();
    let weight_span = fields.get("weight").map(Node::span);
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
    let (about, _) = about(&mut fields, true);
    fields.finish(|_, _| None);
    let title = title.unwrap_or_else(|| id.clone());
    let is_measured = measure.is_some();
    let key_result = KeyResult {
        owner: None,
        kpi: None,
        aligns_to: Vec::new(),
        measure: measure.unwrap_or(Measure::Done(Spanned::new(None, id.span))),
        id,
        title,
        weight,
        weight_span,
        why,
        source,
        masked,
        unit,
        check_ins: Arc::new(check_ins),
        changes,
        about: about.into(),
    };
    let references = KeyResultReferences { owner, kpi, aligns_to, is_measured, reporters, misfits, data };
    Some((key_result, references))
}

/// The check-ins of a key result, with what only linking them needs.
#[derive(Default)]
struct Reported {
    check_ins: Vec<CheckIn>,
    reporters: Vec<(Option<u32>, Text)>,
    misfits: Vec<Finding>,
}

fn reported(fields: &mut Fields, measure: Option<&Measure>) -> Reported {
    let nodes = fields.list("check_ins");
    // Check-ins are most of what a large handbook holds in memory: they stay where they are read, and nothing is kept ready
    // for more of them.
    let mut reported = Reported { check_ins: Vec::with_capacity(nodes.len()), ..Reported::default() };
    for node in nodes.iter() {
        match check_in::check_in(&node, fields.findings()) {
            Some(Ok(declared)) => {
                if let Some(measure) = measure {
                    declared.check_fits(measure, &mut reported.misfits);
                }
                let place = reported.check_ins.len() as u32;
                reported.reporters.extend(declared.by.map(|by| (Some(place), by)));
                reported.check_ins.push(declared.check_in);
            }
            Some(Err(by)) => reported.reporters.extend(by.map(|by| (None, by))),
            None => {}
        }
    }
    reported
}
