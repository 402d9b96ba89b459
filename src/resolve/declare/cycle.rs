//! Reads the entries of cycles.

use super::{Declared, about};
use crate::config::cadence;
use crate::diagnostic::Finding;
use crate::model::{About, Cadence, Date, Text};
use crate::syntax::Node;
use crate::syntax::fields::Fields;
use crate::text::Spanned;

/// A cycle's entry; its days may still follow from its id.
#[derive(Debug, Clone)]
pub struct CycleDeclaration {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Option<Text>,
    /// First day.
    pub start: Option<Spanned<Date>>,
    /// Last day.
    pub end: Option<Spanned<Date>>,
    /// Whether a first or a last day is written, but is none: then it is not missing as well.
    pub days_are_wrong: bool,
    /// The day by which goals are set.
    pub set_by: Option<Date>,
    /// How often check-ins are due.
    pub check_in_every: Option<Cadence>,
    /// What is left undone.
    pub not_doing: Vec<Text>,
    /// The retrospective.
    pub learned: Option<Text>,
    /// What every entity may carry.
    pub about: About,
}

/// Keys of a cycle.
pub const KEYS: &[&str] = &[
    "id",
    "title",
    "start",
    "end",
    "set_by",
    "check_in_every",
    "not_doing",
    "learned",
    "visibility",
    "tags",
    "links",
    "redirect_from",
];

/// Reads a cycle.
pub fn cycle(node: &Node, findings: &mut Vec<Finding>) -> Option<Declared<CycleDeclaration>> {
    let mut fields = Fields::open(node, "a cycle", KEYS, findings)?;
    let id = fields.declared_id();
    let title = fields.title("title");
    let start = fields.date("start");
    let end = fields.date("end");
    let is_wrong =
        |key, day: Option<_>| day.is_none() && (fields.get(key).is_some() || fields.is_misspelt(key));
    let days_are_wrong = is_wrong("start", start) || is_wrong("end", end);
    let set_by = fields.date("set_by").map(|date| date.value);
    let check_in_every = cadence(&mut fields, "check_in_every");
    let not_doing = fields.texts("not_doing");
    let learned = fields.text("learned");
    let (about, internal) = about(&mut fields, true);
    fields.finish(|_, _| None);
    let thing = CycleDeclaration {
        id,
        title,
        start,
        end,
        days_are_wrong,
        set_by,
        check_in_every,
        not_doing,
        learned,
        about,
    };
    Some(Declared { thing, internal })
}
