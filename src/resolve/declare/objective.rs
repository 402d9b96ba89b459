//! Reads objectives.

use super::{
    Declared, about,
    key_result::{KeyResultReferences, key_result},
};
use crate::diagnostic::Finding;
use crate::diagnostic::errors::MISSING_KEY;
use crate::model::{
    About, Ambition, Change, Date, Decision, DependencyState, InitiativeState, KeyResult, Origin, Outcome,
    Rare, Review, State, Text,
};
use crate::resolve::names;
use crate::syntax::fields::{self, Fields};
use crate::syntax::{Kind, Node};
use crate::text::{Span, Spanned};
use std::sync::Arc;

/// An objective whose references are texts.
#[derive(Debug, Clone)]
pub struct ObjectiveDeclaration {
    /// Its id.
    pub id: Text,
    /// Its title; its id where that is missing.
    pub title: Text,
    /// A cycle.
    pub cycle: Option<Text>,
    /// Its key results, but for what they refer to.
    pub key_results: Vec<KeyResult>,
    /// What they refer to, in the same order.
    pub references: Vec<KeyResultReferences>,
    /// Key results that are left out because they are wrong, once that is known: they are linked for what else is
    /// wrong with them.
    pub left_out: Vec<(KeyResult, KeyResultReferences)>,
    /// A team.
    pub team: Option<Text>,
    /// People; the first is the lead.
    pub owners: Vec<Text>,
    /// Inline Markdown.
    pub why: Option<Text>,
    /// Inline Markdown.
    pub summary: Option<Text>,
    /// Goals.
    pub aligns_to: Vec<AlignmentDeclaration>,
    /// Who proposed it.
    pub origin: Option<Origin>,
    /// What 1.0 means.
    pub ambition: Option<Ambition>,
    /// Its state.
    pub state: Option<Spanned<State>>,
    /// Its share.
    pub weight: f64,
    /// Where that is written.
    pub weight_span: Option<Span>,
    /// Teams.
    pub contributors: Vec<Text>,
    /// An objective.
    pub carried_over_from: Option<Text>,
    /// What it needs.
    pub depends_on: Vec<DependencyDeclaration>,
    /// What is left undone.
    pub not_doing: Vec<Text>,
    /// The work.
    pub initiatives: Vec<Declared<InitiativeDeclaration>>,
    /// What changed.
    pub changes: Vec<Change>,
    /// The judgement.
    pub review: Option<Review>,
    /// What every entity may carry.
    pub about: Rare<About>,
}

/// A link upwards.
#[derive(Debug, Clone)]
pub struct AlignmentDeclaration {
    /// The goal.
    pub to: Text,
    /// The fingerprint that somebody confirmed.
    pub reviewed: Option<Text>,
}

/// What an objective needs from somebody.
#[derive(Debug, Clone)]
pub struct DependencyDeclaration {
    /// A team or a goal.
    pub on: Text,
    /// The day by which it is needed.
    pub needed_by: Option<Date>,
    /// Whether they agreed.
    pub state: DependencyState,
}

/// Work that is bet on.
#[derive(Debug, Clone)]
pub struct InitiativeDeclaration {
    /// Its title.
    pub title: Text,
    /// Its id.
    pub id: Option<Text>,
    /// How far it is.
    pub state: InitiativeState,
    /// A person.
    pub owner: Option<Text>,
    /// When it is due.
    pub due: Option<Date>,
    /// Where to read more.
    pub link: Option<Text>,
    /// Key results of its objective.
    pub key_results: Vec<Text>,
    /// What every entity may carry.
    pub about: Rare<About>,
}

/// Keys of an objective.
pub const KEYS: &[&str] = &[
    "id",
    "title",
    "cycle",
    "key_results",
    "team",
    "owner",
    "why",
    "summary",
    "aligns_to",
    "origin",
    "ambition",
    "state",
    "weight",
    "contributors",
    "carried_over_from",
    "depends_on",
    "not_doing",
    "initiatives",
    "changes",
    "review",
    "visibility",
    "tags",
    "links",
    "redirect_from",
];

/// Reads an objective.
pub fn objective(node: &Node, findings: &mut Vec<Finding>) -> Option<Declared<Arc<ObjectiveDeclaration>>> {
    let mut fields = Fields::open(node, "an objective", KEYS, findings)?;
    let id = fields.declared_id();
    let title = fields.required_title("title");
    let state = fields.word("state", State::WORDS);
    let cycle = cycle(&mut fields, state.is_some_and(|state| state.value == State::Draft));
    let nodes = fields.list("key_results");
    // Nothing is kept ready for more of them.
    let (mut key_results, mut references) =
        (Vec::with_capacity(nodes.len()), Vec::with_capacity(nodes.len()));
    for (key_result, refers_to) in nodes.iter().filter_map(|node| key_result(&node, fields.findings())) {
        key_results.push(key_result);
        references.push(refers_to);
    }
    let team = fields.reference("team");
    let owners = fields.one_or_many("owner");
    let why = fields.text("why");
    let summary = fields.text("summary");
    let aligns_to = alignments(&mut fields);
    let origin = fields.word("origin", Origin::WORDS).map(|origin| origin.value);
    let ambition = fields.word("ambition", Ambition::WORDS).map(|ambition| ambition.value);
    let weight = fields.weight();
    let weight_span = fields.get("weight").map(Node::span);
    let contributors = fields.references("contributors");
    let carried_over_from = fields.reference("carried_over_from");
    let nodes = fields.list("depends_on");
    let depends_on = nodes.iter().filter_map(|node| dependency(&node, fields.findings())).collect();
    let not_doing = fields.texts("not_doing");
    let nodes = fields.list("initiatives");
    let initiatives = nodes.iter().filter_map(|node| initiative(&node, fields.findings()));
    let initiatives: Vec<_> = initiatives.collect();
    same_ids(&initiatives, &mut fields);
    let changes = changes(&mut fields);
    let review = fields.get("review").and_then(|node| review(&node, fields.findings()));
    let (about, internal) = about(&mut fields, true);
    fields.finish(|_, _| None);
    let title = title.unwrap_or_else(|| id.clone());
    let thing = ObjectiveDeclaration {
        id,
        title,
        cycle,
        key_results,
        references,
        left_out: Vec::new(),
        team,
        owners,
        why,
        summary,
        aligns_to,
        origin,
        ambition,
        state,
        weight,
        weight_span,
        contributors,
        carried_over_from,
        depends_on,
        not_doing,
        initiatives,
        changes,
        review,
        about: about.into(),
    };
    Some(Declared { thing: Arc::new(thing), internal })
}

impl AsMut<About> for Arc<ObjectiveDeclaration> {
    fn as_mut(&mut self) -> &mut About {
        &mut Arc::make_mut(self).about
    }
}

fn cycle(fields: &mut Fields, is_draft: bool) -> Option<Text> {
    let cycle = fields.reference("cycle");
    if fields.get("cycle").is_none() && !is_draft && !fields.is_misspelt("cycle") {
        let finding = Finding::error(&MISSING_KEY, fields.anchor(), "an objective has no `cycle`")
            .help("add `cycle:`, such as `cycle: 2026-Q3`, or keep it in the backlog with `state: draft`");
        fields.report(finding);
    }
    cycle
}

/// Keys of an entry of `aligns_to` that is a map.
pub const ALIGNMENT_KEYS: &[&str] = &["to", "reviewed"];

/// Reads `aligns_to`: a reference, a map with a reference and a fingerprint, or a list of both.
pub fn alignments(fields: &mut Fields) -> Vec<AlignmentDeclaration> {
    match fields.get("aligns_to") {
        None => Vec::new(),
        Some(node) if let Kind::Sequence(items) = node.kind() => {
            items.iter().filter_map(|node| alignment(&node, fields.findings())).collect()
        }
        Some(node) => alignment(&node, fields.findings()).into_iter().collect(),
    }
}

fn alignment(node: &Node, findings: &mut Vec<Finding>) -> Option<AlignmentDeclaration> {
    if !matches!(node.kind(), Kind::Mapping(_)) {
        let to = fields::reference(node, "aligns_to", findings)?;
        return Some(AlignmentDeclaration { to, reviewed: None });
    }
    let mut fields = Fields::open(node, "an alignment", ALIGNMENT_KEYS, findings)?;
    let to = fields.reference("to");
    if fields.get("to").is_none() {
        fields.missing("to");
    }
    let reviewed = fields.reference("reviewed");
    fields.finish(|_, _| None);
    Some(AlignmentDeclaration { to: to?, reviewed })
}

/// Keys of a dependency.
pub const DEPENDENCY_KEYS: &[&str] = &["on", "needed_by", "state"];

fn dependency(node: &Node, findings: &mut Vec<Finding>) -> Option<DependencyDeclaration> {
    let mut fields = Fields::open(node, "a dependency", DEPENDENCY_KEYS, findings)?;
    let on = fields.reference("on");
    if fields.get("on").is_none() {
        fields.missing("on");
    }
    let needed_by = fields.date("needed_by").map(|date| date.value);
    let state =
        fields.word("state", DependencyState::WORDS).map_or(DependencyState::Requested, |state| state.value);
    fields.finish(|_, _| None);
    Some(DependencyDeclaration { on: on?, needed_by, state })
}

/// Keys of an initiative.
pub const INITIATIVE_KEYS: &[&str] =
    &["title", "id", "state", "owner", "due", "link", "key_results", "visibility", "tags", "links"];

fn initiative(node: &Node, findings: &mut Vec<Finding>) -> Option<Declared<InitiativeDeclaration>> {
    let mut fields = Fields::open(node, "an initiative", INITIATIVE_KEYS, findings)?;
    let title = fields.required_title("title");
    let id = fields.id("id");
    let state =
        fields.word("state", InitiativeState::WORDS).map_or(InitiativeState::Planned, |state| state.value);
    let owner = fields.reference("owner");
    let due = fields.date("due").map(|date| date.value);
    let link = fields.url("link");
    let key_results = fields.references("key_results");
    let (about, internal) = about(&mut fields, false);
    fields.finish(|_, _| None);
    let thing = InitiativeDeclaration {
        title: title.unwrap_or_else(|| Text::new(String::new(), node.span())),
        id,
        state,
        owner,
        due,
        link,
        key_results,
        about: about.into(),
    };
    Some(Declared { thing, internal })
}

/// Reports initiatives that share an id.
fn same_ids(initiatives: &[Declared<InitiativeDeclaration>], fields: &mut Fields) {
    for (index, id) in
        initiatives.iter().enumerate().filter_map(|(index, one)| Some((index, one.thing.id.as_ref()?)))
    {
        let mut before = initiatives[..index].iter().filter_map(|other| other.thing.id.as_ref());
        if let Some(first) = before.find(|first| first.value.eq_ignore_ascii_case(&id.value)) {
            fields.report(names::duplicate("initiative", id, first));
        }
    }
}

/// Keys of a change.
pub const CHANGE_KEYS: &[&str] = &["date", "what", "reason"];

/// Reads `changes`, by date.
pub fn changes(fields: &mut Fields) -> Vec<Change> {
    let nodes = fields.list("changes");
    let mut changes: Vec<Change> = nodes.iter().filter_map(|node| change(&node, fields.findings())).collect();
    changes.sort_by_key(|change| change.date.value);
    changes
}

fn change(node: &Node, findings: &mut Vec<Finding>) -> Option<Change> {
    let mut fields = Fields::open(node, "a change", CHANGE_KEYS, findings)?;
    let (date, what, reason) =
        (fields.required_date("date"), fields.required_text("what"), fields.required_text("reason"));
    fields.finish(|_, _| None);
    Some(Change { date: date?, what: what?, reason: reason? })
}

/// Keys of a review.
pub const REVIEW_KEYS: &[&str] = &["closed_on", "score", "outcome", "learned", "decision"];

fn review(node: &Node, findings: &mut Vec<Finding>) -> Option<Review> {
    let mut fields = Fields::open(node, "a review", REVIEW_KEYS, findings)?;
    let closed_on = fields.required_date("closed_on");
    let score = fields.ratio("score").map(|score| score.value);
    let outcome = fields.word("outcome", Outcome::WORDS).map(|outcome| outcome.value);
    let learned = fields.text("learned");
    let decision = fields.word("decision", Decision::WORDS).map(|decision| decision.value);
    fields.finish(|_, _| None);
    Some(Review { closed_on: closed_on?, score, outcome, learned, decision })
}
