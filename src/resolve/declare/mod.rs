//! Reads what one file says, not yet linked to any other: references are still texts.
//!
//! A file's declarations depend on nothing but its text, so that a file that did not change need not be read again.

pub mod check_in;
pub mod cycle;
pub mod file;
pub mod key_result;
pub mod kpi;
pub mod measure;
pub mod objective;
pub mod organisation;
pub mod page;

pub use check_in::{CheckInDeclaration, CollectedCheckIn, Unplaced};
pub use cycle::CycleDeclaration;
pub use file::{Singular, declare};
pub use key_result::KeyResultReferences;
pub use kpi::KpiDeclaration;
pub use objective::{
    AlignmentDeclaration, DependencyDeclaration, InitiativeDeclaration, ObjectiveDeclaration,
};
pub use organisation::{PersonDeclaration, PillarDeclaration, TeamDeclaration};
pub use page::PageDeclaration;

use crate::config::VISIBILITY;
use crate::diagnostic::Finding;
use crate::model::{About, Mission, WebLink};
use crate::syntax::Node;
use crate::syntax::allow::{self, Allowance};
use crate::syntax::fields::Fields;
use crate::text::{Source, SourceId};
use std::sync::Arc;

/// What one file says.
#[derive(Debug, Clone)]
pub struct Declarations {
    /// The file.
    pub source: SourceId,
    /// The mission, each time that it is written.
    pub missions: Vec<Declared<Mission>>,
    /// Pillars.
    pub pillars: Vec<Declared<PillarDeclaration>>,
    /// Cycles.
    pub cycles: Vec<Declared<CycleDeclaration>>,
    /// Teams.
    pub teams: Vec<Declared<TeamDeclaration>>,
    /// People.
    pub people: Vec<Declared<PersonDeclaration>>,
    /// Objectives with their key results; shared, as they are most of a handbook.
    pub objectives: Vec<Declared<Arc<ObjectiveDeclaration>>>,
    /// KPIs.
    pub kpis: Vec<Declared<KpiDeclaration>>,
    /// The collection `check_ins`.
    pub check_ins: Vec<CollectedCheckIn>,
    /// Of that collection, what cannot be placed.
    pub unplaced: Vec<Unplaced>,
    /// Whether a mission is written that cannot be used.
    pub has_broken_mission: bool,
    /// A handbook page.
    pub page: Option<PageDeclaration>,
    /// Comments that silence lints.
    pub allowances: Vec<Allowance>,
    /// What is wrong with the file.
    pub findings: Vec<Finding>,
}

impl Declarations {
    fn new(source: &Source) -> Self {
        Declarations {
            source: source.id(),
            missions: Vec::new(),
            pillars: Vec::new(),
            cycles: Vec::new(),
            teams: Vec::new(),
            people: Vec::new(),
            objectives: Vec::new(),
            kpis: Vec::new(),
            check_ins: Vec::new(),
            unplaced: Vec::new(),
            has_broken_mission: false,
            page: None,
            allowances: allow::scan(source),
            findings: Vec::new(),
        }
    }
}

/// A declared thing, and whether it says itself that it is internal or public.
#[derive(Debug, Clone)]
pub struct Declared<T> {
    /// What is declared.
    pub thing: T,
    /// Its own `visibility`, if it has one.
    pub internal: Option<bool>,
}

/// Reads what every entity may carry; `internal` follows later, from `visibility` and the settings.
fn about(fields: &mut Fields, redirects: bool) -> (About, Option<bool>) {
    // Most things say nothing of it.
    if fields.is_read_up() {
        return (About::default(), None);
    }
    let internal = fields.word("visibility", VISIBILITY).map(|visibility| visibility.value);
    let tags = fields.references("tags").into_iter().map(|tag| tag.value).collect();
    let nodes = fields.list("links");
    let links = nodes.iter().filter_map(|node| link(&node, fields.findings())).collect();
    let redirect_from = if redirects { old_ids(fields) } else { Vec::new() };
    (About { internal: internal == Some(true), tags, links, redirect_from, body: None }, internal)
}

/// Keys of an entry of `links`.
pub const LINK_KEYS: &[&str] = &["title", "url"];

fn link(node: &Node, findings: &mut Vec<Finding>) -> Option<WebLink> {
    let mut fields = Fields::open(node, "a link", LINK_KEYS, findings)?;
    let title = fields.required_title("title");
    let has_url = fields.get("url").is_some();
    let url = fields.url("url");
    if !has_url {
        fields.missing("url");
    }
    fields.finish(|_, _| None);
    Some(WebLink { title: title?.value, url: url? })
}

fn old_ids(fields: &mut Fields) -> Vec<crate::model::Text> {
    let nodes = fields.list("redirect_from");
    nodes
        .iter()
        .filter_map(|node| crate::syntax::fields::id(&node, "redirect_from", fields.findings()))
        .collect()
}
