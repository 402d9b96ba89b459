//! Reads KPIs.

use super::{Declared, about, measure};
use crate::config::cadence;
use crate::diagnostic::Finding;
use crate::model::{About, Bounds, Cadence, Date, Decimal, Text};
use crate::syntax::Node;
use crate::syntax::fields::Fields;
use crate::text::Spanned;

/// A KPI whose references are texts.
#[derive(Debug, Clone)]
pub struct KpiDeclaration {
    /// Its id.
    pub id: Text,
    /// Its title; its id where that is missing.
    pub title: Text,
    /// What its numbers count.
    pub unit: Option<Text>,
    /// Where it should stand.
    pub healthy: Option<Spanned<Bounds>>,
    /// How often it is measured.
    pub every: Option<Cadence>,
    /// A team.
    pub team: Option<Text>,
    /// A person.
    pub owner: Option<Text>,
    /// Inline Markdown.
    pub why: Option<Text>,
    /// Its readings.
    pub values: Vec<ReadingDeclaration>,
    /// A series in CSV.
    pub data: Option<Text>,
    /// What every entity may carry.
    pub about: About,
}

/// A reading with its places.
#[derive(Debug, Clone)]
pub struct ReadingDeclaration {
    /// The day.
    pub date: Spanned<Date>,
    /// The value.
    pub value: Decimal,
    /// Inline Markdown.
    pub note: Option<Text>,
}

/// Keys of a KPI.
pub const KEYS: &[&str] = &[
    "id",
    "title",
    "unit",
    "healthy",
    "every",
    "team",
    "owner",
    "why",
    "values",
    "data",
    "visibility",
    "tags",
    "links",
    "redirect_from",
];

/// Keys of an entry of a KPI's `values`.
pub const VALUE_KEYS: &[&str] = &["date", "value", "note"];

/// Reads a KPI.
pub fn kpi(node: &Node, findings: &mut Vec<Finding>) -> Option<Declared<KpiDeclaration>> {
    let mut fields = Fields::open(node, "a KPI", KEYS, findings)?;
    let id = fields.declared_id();
    let title = fields.required_title("title");
    let unit = fields.title("unit");
    let healthy = fields.get("healthy").and_then(|node| measure::bounds(&node, "healthy", fields.findings()));
    let every = cadence(&mut fields, "every");
    let team = fields.reference("team");
    let owner = fields.reference("owner");
    let why = fields.text("why");
    let nodes = fields.list("values");
    let values = nodes.iter().filter_map(|node| reading(&node, fields.findings())).collect();
    let data = fields.text("data");
    let (about, internal) = about(&mut fields, true);
    fields.finish(|_, _| None);
    let title = title.unwrap_or_else(|| id.clone());
    let thing = KpiDeclaration { id, title, unit, healthy, every, team, owner, why, values, data, about };
    Some(Declared { thing, internal })
}

fn reading(node: &Node, findings: &mut Vec<Finding>) -> Option<ReadingDeclaration> {
    let mut fields = Fields::open(node, "a value", VALUE_KEYS, findings)?;
    let date = fields.required_date("date");
    let value = fields.required_number("value");
    let note = fields.text("note");
    fields.finish(|_, _| None);
    Some(ReadingDeclaration { date: date?, value: value?.value, note })
}
