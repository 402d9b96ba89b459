//! Where things stand in the site. These addresses are promises: nothing else may take them.

use super::Past;
use crate::model::{
    CycleId, Date, Goal, Handbook, KeyResultId, KpiId, ObjectiveId, PersonId, PillarId, SitePath, TeamId,
};
use crate::resolve::targets::Thing;

/// How the names of all files and folders begin that okrbook keeps in the folder of a site for itself.
pub const NOTES: &str = ".okrbook-";

/// A file of the site from parts that are ids or literals.
fn path(parts: &[&str]) -> SitePath {
    SitePath::new(parts.iter().copied()).expect("ids hold no separator and are never dots")
}

/// The home page.
pub(super) fn home() -> SitePath {
    path(&["index.html"])
}

/// The index of a section, such as `tree/index.html`.
pub(super) fn section(name: &'static str) -> SitePath {
    path(&[name, "index.html"])
}

/// The page of unknown addresses.
pub(super) fn not_found() -> SitePath {
    path(&["404.html"])
}

/// The index of all rules.
pub(super) fn rules() -> SitePath {
    path(&["method", "rules", "index.html"])
}

/// A rule's page.
pub(super) fn rule(code: &str) -> SitePath {
    path(&["method", "rules", code, "index.html"])
}

/// An objective's page.
pub(super) fn objective(handbook: &Handbook, id: ObjectiveId) -> SitePath {
    path(&["objectives", &handbook[id].id.value, "index.html"])
}

/// An objective's badge.
pub(super) fn badge(handbook: &Handbook, id: ObjectiveId) -> SitePath {
    path(&["badges", &[&handbook[id].id.value, ".svg"].concat()])
}

/// A pillar's page.
pub(super) fn pillar(handbook: &Handbook, id: PillarId) -> SitePath {
    path(&["strategy", &handbook[id].id.value, "index.html"])
}

/// A cycle's page.
pub(super) fn cycle(handbook: &Handbook, id: CycleId) -> SitePath {
    path(&["cycles", &handbook[id].id.value, "index.html"])
}

/// The map of a cycle.
pub(super) fn map(handbook: &Handbook, id: CycleId) -> SitePath {
    path(&["map", &handbook[id].id.value, "index.html"])
}

/// A cycle's presentation.
pub(super) fn presentation(handbook: &Handbook, id: CycleId) -> SitePath {
    path(&["cycles", &handbook[id].id.value, "present", "index.html"])
}

/// A team's page.
pub(super) fn team(handbook: &Handbook, id: TeamId) -> SitePath {
    path(&["teams", &handbook[id].id.value, "index.html"])
}

/// A person's page.
pub(super) fn person(handbook: &Handbook, id: PersonId) -> SitePath {
    path(&["people", &handbook[id].id.value, "index.html"])
}

/// A page of the history: a month, or another part of one.
pub(super) fn history(month: Date, part: usize) -> SitePath {
    let month = month.strftime("%Y-%m").to_string();
    match part {
        1 => path(&["history", &month, "index.html"]),
        part => path(&["history", &month, &part.to_string(), "index.html"]),
    }
}

/// A KPI's page.
pub(super) fn kpi(handbook: &Handbook, id: KpiId) -> SitePath {
    path(&["kpis", &handbook[id].id.value, "index.html"])
}

/// The scorecard of a snapshot.
pub(super) fn snapshot(id: &str) -> SitePath {
    path(&["snapshots", id, "index.html"])
}

/// An objective of a snapshot.
pub(super) fn snapshot_objective(id: &str, objective: &str) -> SitePath {
    path(&["snapshots", id, "objectives", objective, "index.html"])
}

/// What changed from one snapshot to another, or to today.
pub(super) fn comparison(from: &str, to: &str) -> SitePath {
    path(&["snapshots", &format!("{from}..{to}"), "index.html"])
}

/// The export as JSON.
pub(super) fn json() -> SitePath {
    path(&["api", "handbook.json"])
}

/// The export as CSV.
pub(super) fn csv() -> SitePath {
    path(&["api", "handbook.csv"])
}

/// A file of the handbook that the site holds as it is: `static/` and `content/` are both the site's root.
pub fn file(path: &str) -> Option<SitePath> {
    let below = path.strip_prefix("static/").or_else(|| path.strip_prefix("content/"));
    SitePath::new(below.unwrap_or(path).split('/'))
}

/// A file of the theme.
pub(crate) fn asset(name: &str) -> Option<SitePath> {
    SitePath::new(std::iter::once("assets").chain(name.split('/')))
}

/// Links from one page to others, relative, so that the site works at any place and from a folder.
///
/// On a page of a snapshot they lead to frozen objectives, else to where the same thing stands today; what stands
/// nowhere any more has an empty address.
#[derive(Clone, Copy)]
pub struct Links<'a> {
    /// The handbook whose things are linked.
    handbook: &'a Handbook,
    /// The page that links.
    from: &'a SitePath,
    /// How many folders it lies deep.
    depth: usize,
    /// The first of them, and what follows it; both are empty where the page lies in none.
    folder: (&'a str, &'a str),
    /// Of a page of a snapshot: which, and today's handbook.
    frozen: Option<(&'a Past<'a>, &'a Handbook)>,
}

impl<'a> Links<'a> {
    /// From a page, to things of a handbook.
    pub fn new(handbook: &'a Handbook, from: &'a SitePath) -> Links<'a> {
        let here = from.as_str();
        let folder = here.split_once('/').unwrap_or_default();
        Links { handbook, from, depth: here.matches('/').count(), folder, frozen: None }
    }

    /// From the same page, to what was frozen.
    #[must_use]
    pub(super) fn then(self, past: &'a Past<'a>) -> Links<'a> {
        Links { handbook: past.site.handbook, frozen: Some((past, self.handbook)), ..self }
    }

    /// To a file of the site.
    pub fn to(&self, target: &SitePath) -> String {
        self.from.link_to(target)
    }

    /// To an objective.
    pub fn objective(&self, id: ObjectiveId) -> String {
        let name = &self.handbook[id].id.value;
        match self.frozen {
            Some((past, _)) if past.thawed.holds(id) => self.to(&snapshot_objective(&past.about.id, name)),
            _ => self.now("objectives", name, |today| match today.names.goals.get(name) {
                Some(&Goal::Objective(id)) => Some(&today[id].id.value),
                _ => None,
            }),
        }
    }

    /// To a pillar.
    pub fn pillar(&self, id: PillarId) -> String {
        let name = &self.handbook[id].id.value;
        self.now("strategy", name, |today| match today.names.goals.get(name) {
            Some(&Goal::Pillar(id)) => Some(&today[id].id.value),
            _ => None,
        })
    }

    /// To a cycle.
    pub fn cycle(&self, id: CycleId) -> String {
        let name = &self.handbook[id].id.value;
        match self.frozen {
            Some((past, _)) if past.thawed.cycle == id => self.to(&snapshot(&past.about.id)),
            _ => self.now("cycles", name, |today| Some(&today[*today.names.cycles.get(name)?].id.value)),
        }
    }

    /// To a team.
    pub fn team(&self, id: TeamId) -> String {
        let name = &self.handbook[id].id.value;
        self.now("teams", name, |today| Some(&today[*today.names.teams.get(name)?].id.value))
    }

    /// To a person.
    pub fn person(&self, id: PersonId) -> String {
        let name = &self.handbook[id].id.value;
        self.now("people", name, |today| Some(&today[*today.names.people.get(name)?].id.value))
    }

    /// Appends the same; it needs no escape.
    pub(super) fn push_person(&self, link: &mut String, id: PersonId) {
        match self.frozen {
            None => self.push_below(link, "people", &self.handbook[id].id.value),
            Some(_) => link.push_str(&self.person(id)),
        }
    }

    /// To a KPI.
    pub fn kpi(&self, id: KpiId) -> String {
        let name = &self.handbook[id].id.value;
        self.now("kpis", name, |today| Some(&today[*today.names.kpis.get(name)?].id.value))
    }

    /// To a thing of a section; from a page of a snapshot to what it is called today.
    fn now(&self, section: &str, then: &str, now: impl FnOnce(&'a Handbook) -> Option<&'a String>) -> String {
        match self.frozen {
            None => self.below(section, then),
            Some((_, today)) => now(today).map(|id| self.below(section, id)).unwrap_or_default(),
        }
    }

    /// Whether a link leads to a page that shows the thing as it is here: not from a snapshot to today.
    pub(super) fn stays_with(&self, thing: Thing) -> bool {
        match thing {
            Thing::Goal(goal) => self.stays(goal),
            _ => self.frozen.is_none(),
        }
    }

    fn stays(&self, goal: Goal) -> bool {
        let own = |id| self.frozen.is_none_or(|(past, _)| past.thawed.holds(id));
        match goal {
            Goal::Mission | Goal::Pillar(_) => self.frozen.is_none(),
            Goal::Objective(id) => own(id),
            Goal::KeyResult(id) => own(id.objective),
        }
    }

    /// The same link as from the whole addresses, made without them: a large site holds a million of these. Ids
    /// need no encoding in an address.
    fn below(&self, section: &str, id: &str) -> String {
        let mut link = String::with_capacity(3 * self.depth + section.len() + id.len() + 12);
        self.push_below(&mut link, section, id);
        link
    }

    fn push_below(&self, link: &mut String, section: &str, id: &str) {
        let (folder, rest) = self.folder;
        let shares = folder == section;
        let shares_id = shares && rest.strip_prefix(id).is_some_and(|rest| rest.starts_with('/'));
        push_up(link, self.depth - usize::from(shares) - usize::from(shares_id));
        if !shares {
            link.push_str(section);
            link.push('/');
        }
        if shares_id {
            link.push_str("index.html");
        } else {
            link.push_str(id);
            link.push_str("/index.html");
        }
    }

    /// The same for the page of a section.
    fn push_section(&self, link: &mut String, section: &str) {
        let shares = self.folder.0 == section;
        push_up(link, self.depth - usize::from(shares));
        if !shares {
            link.push_str(section);
            link.push('/');
        }
        link.push_str("index.html");
    }

    /// To a goal; a key result stands on its objective's page, the mission on the strategy's.
    pub fn goal(&self, goal: Goal) -> String {
        match goal {
            Goal::Mission => self.to(&section("strategy")),
            Goal::Pillar(id) => self.pillar(id),
            Goal::Objective(id) => self.objective(id),
            Goal::KeyResult(id) => self.key_result(id),
        }
    }

    /// Appends the same; it needs no escape.
    pub(super) fn push_goal(&self, link: &mut String, goal: Goal) {
        match (self.frozen, goal) {
            (None, Goal::Mission) => self.push_section(link, "strategy"),
            (None, Goal::Pillar(id)) => self.push_below(link, "strategy", &self.handbook[id].id.value),
            (None, Goal::Objective(id)) => self.push_below(link, "objectives", &self.handbook[id].id.value),
            (None, Goal::KeyResult(id)) => {
                self.push_below(link, "objectives", &self.handbook[id.objective].id.value);
                self.push_part(link, id);
            }
            _ => link.push_str(&self.goal(goal)),
        }
    }

    fn key_result(&self, id: KeyResultId) -> String {
        let mut link = self.objective(id.objective);
        self.push_part(&mut link, id);
        link
    }

    /// Appends to the address of an objective what leads to one of its key results there.
    pub(super) fn push_part(&self, link: &mut String, id: KeyResultId) {
        let name = &self.handbook.key_result(id).id.value;
        // On today's page of an objective that was frozen elsewhere, the key result may be gone.
        let is_there = self.stays(Goal::KeyResult(id))
            || self.frozen.is_some_and(|(_, today)| {
                let now = today.names.goals.get(&self.handbook[id.objective].id.value);
                matches!(now, Some(&Goal::Objective(now)) if today.key_result_of(now, name).is_some())
            });
        if is_there {
            link.push('#');
            link.push_str(name);
        }
    }
}

/// Appends the way up so many folders.
fn push_up(link: &mut String, folders: usize) {
    const STEP: usize = "../".len();
    const WAY: &str = "../../../../../../../../";
    match WAY.get(..STEP * folders) {
        Some(way) => link.push_str(way),
        None => (0..folders).for_each(|_| link.push_str(&WAY[..STEP])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_cut_leads_where_the_whole_addresses_lead() {
        let handbook = Handbook::default();
        for from in [
            "index.html",
            "teams/index.html",
            "teams/a/index.html",
            "teams/ab/index.html",
            "strategy/index.html",
            "strategy/a/index.html",
            "x/y/z/index.html",
        ] {
            let from = SitePath::new(from.split('/')).unwrap();
            let links = Links::new(&handbook, &from);
            let mut mission = String::new();
            links.push_goal(&mut mission, Goal::Mission);
            assert_eq!(mission, links.to(&section("strategy")), "from {from:?}");
            for id in ["a", "ab", "index.html"] {
                assert_eq!(
                    links.below("teams", id),
                    links.to(&path(&["teams", id, "index.html"])),
                    "from {from:?}"
                );
            }
        }
    }
}
