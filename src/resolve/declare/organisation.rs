//! Reads the mission, pillars, teams and people.

use super::{Declared, about};
use crate::diagnostic::Finding;
use crate::diagnostic::errors::PERSON_RATED;
use crate::model::{About, Mission, Text};
use crate::syntax::Node;
use crate::syntax::fields::Fields;

/// Keys of the mission.
pub const MISSION_KEYS: &[&str] = &["statement", "vision", "why", "not_doing", "visibility", "tags", "links"];

/// Reads the mission.
pub fn mission(node: &Node, findings: &mut Vec<Finding>) -> Option<Declared<Mission>> {
    let mut fields = Fields::open(node, "the mission", MISSION_KEYS, findings)?;
    let statement =
        fields.required_text("statement").map(|statement| statement.map(|text| text.trim().to_owned()));
    let vision = fields.text("vision");
    let why = fields.text("why");
    let not_doing = fields.texts("not_doing");
    let (about, internal) = about(&mut fields, false);
    fields.finish(|_, _| None);
    Some(Declared { thing: Mission { statement: statement?, vision, why, not_doing, about }, internal })
}

/// A pillar whose references are texts.
#[derive(Debug, Clone)]
pub struct PillarDeclaration {
    /// Its id.
    pub id: Text,
    /// Its title; its id where that is missing.
    pub title: Text,
    /// Inline Markdown.
    pub why: Option<Text>,
    /// A person.
    pub owner: Option<Text>,
    /// KPIs.
    pub kpis: Vec<Text>,
    /// Free text.
    pub horizon: Option<String>,
    /// Its share.
    pub weight: f64,
    /// What every entity may carry.
    pub about: About,
}

/// Keys of a pillar.
pub const PILLAR_KEYS: &[&str] = &[
    "id",
    "title",
    "why",
    "owner",
    "kpis",
    "horizon",
    "weight",
    "visibility",
    "tags",
    "links",
    "redirect_from",
];

/// Reads a pillar.
pub fn pillar(node: &Node, findings: &mut Vec<Finding>) -> Option<Declared<PillarDeclaration>> {
    let mut fields = Fields::open(node, "a pillar", PILLAR_KEYS, findings)?;
    let id = fields.declared_id();
    let title = fields.required_title("title");
    let why = fields.text("why");
    let owner = fields.reference("owner");
    let kpis = fields.references("kpis");
    let horizon = fields.title("horizon").map(|horizon| horizon.value);
    let weight = fields.weight();
    let (about, internal) = about(&mut fields, true);
    fields.finish(|_, _| None);
    let title = title.unwrap_or_else(|| id.clone());
    Some(Declared {
        thing: PillarDeclaration { id, title, why, owner, kpis, horizon, weight, about },
        internal,
    })
}

/// A team whose references are texts.
#[derive(Debug, Clone)]
pub struct TeamDeclaration {
    /// Its id.
    pub id: Text,
    /// Its name; its id where that is missing.
    pub name: Text,
    /// A team.
    pub parent: Option<Text>,
    /// What it is there for.
    pub purpose: Option<Text>,
    /// A person.
    pub lead: Option<Text>,
    /// A person.
    pub ambassador: Option<Text>,
    /// People.
    pub members: Vec<Text>,
    /// What every entity may carry.
    pub about: About,
}

/// Keys of a team.
pub const TEAM_KEYS: &[&str] = &[
    "id",
    "name",
    "parent",
    "purpose",
    "lead",
    "ambassador",
    "members",
    "visibility",
    "tags",
    "links",
    "redirect_from",
];

/// Reads a team.
pub fn team(node: &Node, findings: &mut Vec<Finding>) -> Option<Declared<TeamDeclaration>> {
    let mut fields = Fields::open(node, "a team", TEAM_KEYS, findings)?;
    let id = fields.declared_id();
    let name = fields.required_title("name");
    let parent = fields.reference("parent");
    let purpose = fields.text("purpose");
    let lead = fields.reference("lead");
    let ambassador = fields.reference("ambassador");
    let members = fields.references("members");
    let (about, internal) = about(&mut fields, true);
    fields.finish(|_, _| None);
    let name = name.unwrap_or_else(|| id.clone());
    let thing = TeamDeclaration { id, name, parent, purpose, lead, ambassador, members, about };
    Some(Declared { thing, internal })
}

/// A person.
#[derive(Debug, Clone)]
pub struct PersonDeclaration {
    /// Its id.
    pub id: Text,
    /// The name; the id where that is missing.
    pub name: Text,
    /// What the person does.
    pub role: Option<Text>,
    /// What every entity may carry.
    pub about: About,
}

/// Keys of a person.
pub const PERSON_KEYS: &[&str] = &["id", "name", "role", "visibility", "tags", "links", "redirect_from"];

/// Keys that would judge a person, and so are refused with a reason.
pub const JUDGING_KEYS: &[&str] = &[
    "rating",
    "ratings",
    "score",
    "scores",
    "grade",
    "grades",
    "performance",
    "review",
    "reviews",
    "appraisal",
    "bonus",
    "salary",
    "compensation",
    "pay",
    "ranking",
    "rank",
    "promotion",
];

/// Reads a person.
pub fn person(node: &Node, findings: &mut Vec<Finding>) -> Option<Declared<PersonDeclaration>> {
    let mut fields = Fields::open(node, "a person", PERSON_KEYS, findings)?;
    let id = fields.declared_id();
    let name = fields.required_title("name");
    let role = fields.title("role");
    let (about, internal) = about(&mut fields, true);
    fields.finish(|key, span| {
        JUDGING_KEYS.contains(&key.to_lowercase().as_str()).then(|| {
            Finding::error(&PERSON_RATED, span, format!("a person has no `{key}` in a handbook of goals"))
                .here("this judges a person")
                .help("remove it: OKRs say what the organisation achieves, never how a person performed; tied to pay or appraisal, goals stop being ambitious and honest")
        })
    });
    let name = name.unwrap_or_else(|| id.clone());
    Some(Declared { thing: PersonDeclaration { id, name, role, about }, internal })
}

/// Lets a Markdown file hand its body to whatever it defines.
macro_rules! carries_about {
    ($($type:ty),*) => {$(
        impl AsMut<About> for $type {
            fn as_mut(&mut self) -> &mut About {
                &mut self.about
            }
        }
    )*};
}

carries_about!(
    Mission,
    PillarDeclaration,
    TeamDeclaration,
    PersonDeclaration,
    super::CycleDeclaration,
    super::KpiDeclaration
);
