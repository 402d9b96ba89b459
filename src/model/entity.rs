//! The organisation around the goals: mission, pillars, teams, people, and what all entities share.

use super::rare::Empty;
use super::{Body, KpiId, PersonId, TeamId, Text};
use crate::text::Spanned;

/// What every entity may carry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// Withheld from public editions.
    pub internal: bool,
    /// Words to filter by.
    pub tags: Vec<String>,
    /// Further reading.
    pub links: Vec<WebLink>,
    /// Old ids, kept alive.
    pub redirect_from: Vec<Text>,
    /// The narrative of a Markdown file.
    pub body: Option<Body>,
}

impl Empty for About {
    const EMPTY: &'static About = &About {
        internal: false,
        tags: Vec::new(),
        links: Vec::new(),
        redirect_from: Vec::new(),
        body: None,
    };
}

/// A titled address; http, https or mailto.
#[derive(Clone, Debug, PartialEq)]
pub struct WebLink {
    /// What it is.
    pub title: String,
    /// Where it leads.
    pub url: Text,
}

/// Why all of this exists: the root of the tree.
#[derive(Clone, Debug)]
pub struct Mission {
    /// The mission in a sentence.
    pub statement: Text,
    /// The world it works towards.
    pub vision: Option<Text>,
    /// Inline Markdown.
    pub why: Option<Text>,
    /// What is deliberately left undone.
    pub not_doing: Vec<Text>,
    /// Visibility, tags, links; its body is the strategy narrative.
    pub about: About,
}

/// A strategic theme under the mission.
#[derive(Clone, Debug)]
pub struct Pillar {
    /// Its id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Inline Markdown.
    pub why: Option<Text>,
    /// The executive who answers for it.
    pub owner: Option<Spanned<PersonId>>,
    /// The KPIs it watches.
    pub kpis: Vec<Spanned<KpiId>>,
    /// How far it looks, in words.
    pub horizon: Option<String>,
    /// Its share in the mission's progress; at least 0.
    pub weight: f64,
    /// Visibility, tags, links, body.
    pub about: About,
}

/// A team.
#[derive(Clone, Debug)]
pub struct Team {
    /// Its id.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// The team it belongs to; these form no loop.
    pub parent: Option<Spanned<TeamId>>,
    /// What it is there for.
    pub purpose: Option<Text>,
    /// Who leads it.
    pub lead: Option<Spanned<PersonId>>,
    /// Who helps it to set its goals on time.
    pub ambassador: Option<Spanned<PersonId>>,
    /// Who works in it.
    pub members: Vec<Spanned<PersonId>>,
    /// Visibility, tags, links, body.
    pub about: About,
}

/// A person. Nothing here judges.
#[derive(Clone, Debug)]
pub struct Person {
    /// Its id.
    pub id: Text,
    /// The name.
    pub name: Text,
    /// What the person does.
    pub role: Option<Text>,
    /// Visibility, tags, links, body.
    pub about: About,
}
