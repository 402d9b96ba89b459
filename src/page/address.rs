//! Where things stand in the site. These addresses are promises: nothing else may take them.

use crate::model::{CycleId, Goal, Handbook, KpiId, ObjectiveId, PersonId, PillarId, SitePath, TeamId};

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

/// A pillar's page.
pub(super) fn pillar(handbook: &Handbook, id: PillarId) -> SitePath {
    path(&["strategy", &handbook[id].id.value, "index.html"])
}

/// A cycle's page.
pub(super) fn cycle(handbook: &Handbook, id: CycleId) -> SitePath {
    path(&["cycles", &handbook[id].id.value, "index.html"])
}

/// A team's page.
pub(super) fn team(handbook: &Handbook, id: TeamId) -> SitePath {
    path(&["teams", &handbook[id].id.value, "index.html"])
}

/// A person's page.
pub(super) fn person(handbook: &Handbook, id: PersonId) -> SitePath {
    path(&["people", &handbook[id].id.value, "index.html"])
}

/// A KPI's page.
pub(super) fn kpi(handbook: &Handbook, id: KpiId) -> SitePath {
    path(&["kpis", &handbook[id].id.value, "index.html"])
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
#[derive(Clone, Copy, Debug)]
pub struct Links<'a> {
    /// The handbook whose things are linked.
    pub handbook: &'a Handbook,
    /// The page that links.
    pub from: &'a SitePath,
}

impl Links<'_> {
    /// To a file of the site.
    pub fn to(&self, target: &SitePath) -> String {
        self.from.link_to(target)
    }

    /// To an objective.
    pub fn objective(&self, id: ObjectiveId) -> String {
        self.below("objectives", &self.handbook[id].id.value)
    }

    /// To a pillar.
    pub fn pillar(&self, id: PillarId) -> String {
        self.below("strategy", &self.handbook[id].id.value)
    }

    /// To a cycle.
    pub fn cycle(&self, id: CycleId) -> String {
        self.below("cycles", &self.handbook[id].id.value)
    }

    /// To a team.
    pub fn team(&self, id: TeamId) -> String {
        self.below("teams", &self.handbook[id].id.value)
    }

    /// To a person.
    pub fn person(&self, id: PersonId) -> String {
        self.below("people", &self.handbook[id].id.value)
    }

    /// To a KPI.
    pub fn kpi(&self, id: KpiId) -> String {
        self.below("kpis", &self.handbook[id].id.value)
    }

    /// The same link as from the whole addresses, made without them: a large site holds a million of these. Ids
    /// need no encoding in an address.
    fn below(&self, section: &str, id: &str) -> String {
        let here = self.from.as_str();
        let depth = here.bytes().filter(|&byte| byte == b'/').count();
        let shares = here.split_once('/').is_some_and(|(first, _)| first == section);
        let shares_id = shares
            && depth > 1
            && here[section.len() + 1..].starts_with(id)
            && here[section.len() + 1 + id.len()..].starts_with('/');
        let mut link = String::with_capacity(3 * depth + section.len() + id.len() + 12);
        for _ in usize::from(shares) + usize::from(shares_id)..depth {
            link.push_str("../");
        }
        if !shares {
            link.push_str(section);
            link.push('/');
        }
        if !shares_id {
            link.push_str(id);
            link.push('/');
        }
        link.push_str("index.html");
        link
    }

    /// To a goal; a key result stands on its objective's page, the mission on the strategy's.
    pub fn goal(&self, goal: Goal) -> String {
        match goal {
            Goal::Mission => self.to(&section("strategy")),
            Goal::Pillar(id) => self.pillar(id),
            Goal::Objective(id) => self.objective(id),
            Goal::KeyResult(id) => {
                format!("{}#{}", self.objective(id.objective), self.handbook.key_result(id).id.value)
            }
        }
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
            "x/y/z/index.html",
        ] {
            let from = SitePath::new(from.split('/')).unwrap();
            let links = Links { handbook: &handbook, from: &from };
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
