//! Where a link in prose leads: to a goal, to what a Markdown file defines, to a picture, or out of the handbook.

use crate::config::RawHtml;
use crate::diagnostic::{did_you_mean, nearest};
use crate::model::{Body, CycleId, Goal, Handbook, KpiId, ObjectiveId, PersonId, TeamId};
use crate::syntax::{html, markdown};
use crate::text::{Source, SourceId, Sources};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A thing of the handbook, and a fragment of its page.
    Thing(Thing, Option<String>),
    /// A place on the same page.
    Here(String),
    /// A picture or another file: its path from the handbook's root.
    Asset(String),
    /// An address outside.
    Web(String),
}

/// A thing that has a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// Mission, pillar, objective or key result.
    Goal(Goal),
    /// A KPI.
    Kpi(KpiId),
    /// A team.
    Team(TeamId),
    /// A person.
    Person(PersonId),
    /// A cycle.
    Cycle(CycleId),
    /// A handbook page, by its place in the list.
    Page(usize),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `okr:` names nothing; with what it should name (`goal`, `KPI`, `team`).
    Unknown(&'static str, String),
    /// The address cannot be used.
    Url(&'static str),
    /// No file stands there; its path from the root.
    NoFile(String),
    /// It leads out of the handbook.
    Outside,
    /// The file stands there but is no page.
    NoPage(String),
    /// It counts from the root of a host.
    Absolute,
    /// The page has no such place.
    NoFragment(String),
}

/// Everything that a link in prose may lead to.
pub struct Targets<'a> {
    handbook: &'a Handbook,
    sources: &'a Sources,
    /// What each Markdown file defines, by the place of its id.
    things: Vec<Option<Thing>>,
    assets: HashSet<&'a str>,
    raw_html: RawHtml,
    /// Ids that stand in the HTML of each Markdown file, gathered when the first link leads to no heading.
    ids: OnceLock<HashMap<SourceId, HashSet<String>>>,
    /// All paths in order, gathered when the first link leads nowhere.
    paths: OnceLock<Vec<String>>,
}

impl<'a> Targets<'a> {
    /// Of a handbook, or of an edition of it, whose pages hold HTML of its prose or not.
    pub fn new(
        handbook: &'a Handbook,
        sources: &'a Sources,
        assets: &'a [String],
        raw_html: RawHtml,
    ) -> Self {
        let mut targets = Targets {
            handbook,
            sources,
            things: vec![None; sources.ids()],
            assets: assets.iter().map(String::as_str).collect(),
            raw_html,
            ids: OnceLock::new(),
            paths: OnceLock::new(),
        };
        let goals = handbook.mission.iter().map(|mission| (mission.statement.span, Goal::Mission));
        let goals = goals.chain(handbook.pillars().map(|(id, pillar)| (pillar.id.span, Goal::Pillar(id))));
        let goals = goals.chain(handbook.objectives().map(|(id, goal)| (goal.id.span, Goal::Objective(id))));
        let goals = goals.map(|(span, goal)| (span.source(), Thing::Goal(goal)));
        let others = handbook
            .kpis()
            .map(|(id, kpi)| (kpi.id.span.source(), Thing::Kpi(id)))
            .chain(handbook.teams().map(|(id, team)| (team.id.span.source(), Thing::Team(id))))
            .chain(handbook.people().map(|(id, person)| (person.id.span.source(), Thing::Person(id))))
            .chain(
                handbook
                    .cycles()
                    .filter(|(_, cycle)| cycle.declared)
                    .map(|(id, cycle)| (cycle.id.span.source(), Thing::Cycle(id))),
            )
            .chain(handbook.pages.iter().enumerate().map(|(index, page)| (page.source, Thing::Page(index))));
        for (source, thing) in goals.chain(others) {
            if markdown::is_markdown(sources.get(source).path()) {
                targets.things[source.index()] = Some(thing);
            }
        }
        targets
    }

    /// Follows a link that stands in a file.
    pub fn follow(&self, from: SourceId, link: &str) -> Result<Target, Fault> {
        if let Some(name) = link.strip_prefix("okr:") {
            return self.named(name).map(|thing| Target::Thing(thing, None));
        }
        if let Some(fragment) = link.strip_prefix('#') {
            return Ok(Target::Here(decoded(fragment)));
        }
        if has_scheme(link) {
            return match crate::syntax::fields::url_fault(link) {
                None => Ok(Target::Web(link.to_owned())),
                Some(fault) => Err(Fault::Url(fault)),
            };
        }
        if link.starts_with('/') {
            return Err(Fault::Absolute);
        }
        let (path, fragment) = match link.split_once('#') {
            Some((path, fragment)) => (path, Some(decoded(fragment))),
            None => (link, None),
        };
        let path = path.split('?').next().unwrap_or(path);
        let path = join(self.sources.get(from).path(), &decoded(path)).ok_or(Fault::Outside)?;
        self.file(path, fragment)
    }

    fn named(&self, name: &str) -> Result<Thing, Fault> {
        let name = decoded(name);
        let names = &self.handbook.names;
        let (thing, what, id) = if let Some(id) = name.strip_prefix("kpi/") {
            (names.kpis.get(id).map(|&id| Thing::Kpi(id)), "KPI", id)
        } else if let Some(id) = name.strip_prefix("team/") {
            (names.teams.get(id).map(|&id| Thing::Team(id)), "team", id)
        } else {
            (self.handbook.goal(&name).map(Thing::Goal), "goal", name.as_str())
        };
        thing.ok_or_else(|| Fault::Unknown(what, id.to_owned()))
    }

    fn file(&self, path: String, fragment: Option<String>) -> Result<Target, Fault> {
        let index = if path.is_empty() { "index.md".to_owned() } else { format!("{path}/index.md") };
        let at = |path: &str| self.things[self.sources.find(path)?.id().index()];
        if let Some(thing) = at(&path).or_else(|| at(&index)) {
            return match fragment {
                Some(fragment) if !fragment.is_empty() && !self.has_fragment(thing, &fragment) => {
                    Err(Fault::NoFragment(fragment))
                }
                fragment => Ok(Target::Thing(thing, fragment.filter(|fragment| !fragment.is_empty()))),
            };
        }
        if self.assets.contains(path.as_str()) {
            return Ok(Target::Asset(path));
        }
        if self.sources.find(&path).is_some() {
            return Err(Fault::NoPage(path));
        }
        Err(Fault::NoFile(path))
    }

    /// Whether the page of a thing has a place of this name: a heading or an id of its prose, or a key
    /// result.
    pub fn has_fragment(&self, thing: Thing, fragment: &str) -> bool {
        if self.key_result_at(thing, fragment).is_some() {
            return true;
        }
        self.body(thing).is_some_and(|body| {
            body.facts.headings.iter().any(|heading| heading.anchor == fragment)
                || self.has_id(body.span.source(), fragment)
        })
    }

    /// Whether HTML in the narrative of a Markdown file gives a place of its page this name.
    pub fn has_id(&self, source: SourceId, fragment: &str) -> bool {
        self.raw_html != RawHtml::Escape && self.ids().get(&source).is_some_and(|ids| ids.contains(fragment))
    }

    fn ids(&self) -> &HashMap<SourceId, HashSet<String>> {
        self.ids.get_or_init(|| {
            let bodies = self.things.iter().flatten().filter_map(|&thing| self.body(thing));
            let bodies = bodies.filter(|body| !body.facts.html.is_empty());
            bodies.map(|body| (body.span.source(), self.ids_of(body))).collect()
        })
    }

    /// The ids that the HTML of a narrative still has on its page.
    fn ids_of(&self, body: &Body) -> HashSet<String> {
        let source = self.sources.get(body.span.source());
        let written: String = body.facts.html.iter().map(|&span| source.slice(span)).collect();
        match self.raw_html {
            RawHtml::Escape => HashSet::new(),
            RawHtml::Sanitize => html::ids(&html::clean(&written)),
            RawHtml::Allow => html::ids(&written),
        }
    }

    /// The key result that a fragment of an objective's page names.
    pub fn key_result_at(&self, thing: Thing, fragment: &str) -> Option<Thing> {
        let Thing::Goal(Goal::Objective(id)) = thing else { return None };
        self.handbook.key_result_of(id, fragment).map(|id| Thing::Goal(Goal::KeyResult(id)))
    }

    fn body(&self, thing: Thing) -> Option<&Body> {
        let handbook = self.handbook;
        match thing {
            Thing::Goal(Goal::Mission) => handbook.mission.as_ref()?.about.body.as_ref(),
            Thing::Goal(Goal::Pillar(id)) => handbook[id].about.body.as_ref(),
            Thing::Goal(Goal::Objective(id)) => handbook[id].about.body.as_ref(),
            Thing::Goal(Goal::KeyResult(id)) => handbook[id.objective].about.body.as_ref(),
            Thing::Kpi(id) => handbook[id].about.body.as_ref(),
            Thing::Team(id) => handbook[id].about.body.as_ref(),
            Thing::Person(id) => handbook[id].about.body.as_ref(),
            Thing::Cycle(id) => handbook[id].about.body.as_ref(),
            Thing::Page(index) => Some(&handbook.pages[index].body),
        }
    }

    /// Whether a thing is withheld from public editions.
    pub fn is_internal(&self, thing: Thing) -> bool {
        let handbook = self.handbook;
        match thing {
            Thing::Goal(Goal::Mission) => {
                handbook.mission.as_ref().is_some_and(|mission| mission.about.internal)
            }
            Thing::Goal(Goal::Pillar(id)) => handbook[id].about.internal,
            Thing::Goal(Goal::Objective(id)) => handbook[id].about.internal,
            Thing::Goal(Goal::KeyResult(id)) => {
                handbook[id.objective].about.internal || handbook.key_result(id).about.internal
            }
            Thing::Kpi(id) => handbook[id].about.internal,
            Thing::Team(id) => handbook[id].about.internal,
            Thing::Person(id) => handbook[id].about.internal,
            Thing::Cycle(id) => handbook[id].about.internal,
            Thing::Page(index) => handbook.pages[index].internal,
        }
    }

    /// The name behind `okr:` by which a thing is linked today; none for what has none.
    pub fn name(&self, thing: Thing) -> Option<String> {
        match thing {
            Thing::Goal(goal) => Some(self.handbook.reference(goal)),
            Thing::Kpi(id) => Some(format!("kpi/{}", self.handbook[id].id.value)),
            Thing::Team(id) => Some(format!("team/{}", self.handbook[id].id.value)),
            Thing::Person(_) | Thing::Cycle(_) | Thing::Page(_) => None,
        }
    }

    /// The name that was probably meant.
    pub fn suggest(&self, what: &str, id: &str) -> Option<String> {
        let names = &self.handbook.names;
        match what {
            "KPI" => did_you_mean(id, names.kpis.keys().map(String::as_str)),
            "team" => did_you_mean(id, names.teams.keys().map(String::as_str)),
            _ => match id
                .split_once('/')
                .and_then(|(objective, key_result)| Some((names.goals.get(objective)?, key_result)))
            {
                Some((Goal::Objective(objective), key_result)) => {
                    self.key_result_meant(*objective, key_result)
                }
                _ => did_you_mean(id, names.goals.keys().map(String::as_str)),
            },
        }
    }

    /// Which key result of an objective was probably meant.
    fn key_result_meant(&self, objective: ObjectiveId, id: &str) -> Option<String> {
        let goal = &self.handbook[objective];
        let known = goal.key_results.iter().map(|key_result| key_result.id.value.as_str());
        nearest(id, known).map(|meant| format!("did you mean `{}/{meant}`?", goal.id.value))
    }

    /// Paths of Markdown files and assets, for suggestions.
    pub fn paths(&self) -> &[String] {
        self.paths.get_or_init(|| {
            let defines = |source: &&Source| self.things[source.id().index()].is_some();
            let files = self.sources.iter().filter(defines).map(Source::path);
            let mut paths: Vec<String> =
                files.chain(self.assets.iter().copied()).map(str::to_owned).collect();
            paths.sort_unstable();
            paths
        })
    }
}

/// Whether a link can be told to be right without looking at the handbook.
pub fn leads_to_the_web(link: &str) -> bool {
    !link.starts_with("okr:")
        && !link.starts_with('#')
        && has_scheme(link)
        && crate::syntax::fields::url_fault(link).is_none()
}

/// Whether a link begins with a scheme such as `https:`.
fn has_scheme(link: &str) -> bool {
    link.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
    }) || link.starts_with("//")
}

/// A path that counts from the folder of a file, from the root; none where it leads out.
pub fn join(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A link's text without percent signs, as far as they stand for UTF-8.
pub(crate) fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, others)) = rest.split_first() {
        let hex = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
        if first == b'%'
            && let [high, low, ..] = others
            && let (Some(high), Some(low)) = (hex(*high), hex(*low))
        {
            bytes.push(high * 16 + low);
            rest = &others[2..];
        } else {
            bytes.push(first);
            rest = others;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_count_from_the_folder_of_their_file() {
        assert_eq!(join("content/a/b.md", "../c.md").as_deref(), Some("content/c.md"));
        assert_eq!(join("content/a.md", "./x/y.png").as_deref(), Some("content/x/y.png"));
        assert_eq!(join("content/a.md", "../../x"), None);
    }

    #[test]
    fn percent_signs_stand_for_bytes() {
        assert_eq!(decoded("%C3%BCber%20uns"), "über uns");
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%ff"), "%ff");
    }
}
