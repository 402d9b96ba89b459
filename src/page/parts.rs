//! The small pieces that many pages share: links to things, facts, bars, health, the line of sight.

use super::{Html, Scene, address, chart, format};
use crate::locale::{Arg, Language};
use crate::model::{
    CycleId, Date, Goal, KpiId, ObjectiveId, PersonId, PillarId, SitePath, State, TeamId, Text, WebLink,
};
use crate::progress::{Coverage, Health};
use serde::Serialize;

/// A line of sight with more steps than this leaves out those that follow the second.
const LONGEST_SIGHT: usize = 24;

/// As many bytes as most links take.
const LINK: usize = 192;

/// A link with its text.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Link {
    /// Where it leads, relative to its page.
    pub href: String,
    /// What it says.
    pub title: String,
}

/// Appends a fact with its name: a row of a list of terms.
pub(super) fn push_fact(facts: &mut Html, name: &str, value: &Html) {
    facts.raw("\n<div><dt>").text(name).raw("</dt><dd>").html(value).raw("</dd></div>");
}

impl Scene<'_> {
    /// Links to a pillar.
    pub(super) fn pillar(&self, id: PillarId) -> Html {
        linked(&self.links.pillar(id), &self.site.handbook[id].title.value)
    }

    /// Links to a cycle.
    pub(super) fn cycle(&self, id: CycleId) -> Html {
        linked(&self.links.cycle(id), &self.site.handbook[id].title)
    }

    /// Links to a team.
    pub(super) fn team(&self, id: TeamId) -> Html {
        linked(&self.links.team(id), &self.site.handbook[id].name.value)
    }

    /// Links to a person.
    pub(super) fn person(&self, id: PersonId) -> Html {
        let mut html = Html::with_room(LINK);
        self.push_person(&mut html, id);
        html
    }

    /// Appends a link to a person.
    pub(super) fn push_person(&self, html: &mut Html, id: PersonId) {
        html.link_by(|address| self.links.push_person(address, id), &self.site.handbook[id].name.value);
    }

    /// Links to a KPI.
    pub(super) fn kpi(&self, id: KpiId) -> Html {
        linked(&self.links.kpi(id), &self.site.handbook[id].title.value)
    }

    /// Links to a goal by its title.
    pub(super) fn goal(&self, goal: Goal) -> Html {
        let mut html = Html::with_room(LINK);
        self.push_goal(&mut html, goal);
        html
    }

    /// Appends a link to a goal by its title.
    pub(super) fn push_goal(&self, html: &mut Html, goal: Goal) {
        html.link_by(|address| self.links.push_goal(address, goal), self.site.handbook.title(goal));
    }

    /// Several links with commas between them.
    pub(super) fn listed<T: Copy>(&self, things: &[T], link: impl Fn(&Self, T) -> Html) -> Html {
        joined(things.iter().map(|&thing| link(self, thing)), self.m.comma)
    }

    /// Health as a word with its shape and colour.
    pub(super) fn health(&self, health: Health) -> Html {
        chart::health(self.m, health)
    }

    /// Of how many key results something current is known; nothing where none are expected.
    pub(super) fn coverage(&self, coverage: Coverage) -> Option<String> {
        match coverage {
            Coverage { total: 0, .. } => None,
            Coverage { total, reported, outdated: 0 } => Some(self.m.coverage(reported, total).text()),
            Coverage { total, reported, outdated } => {
                Some(self.m.coverage_outdated(outdated, reported, total).text())
            }
        }
    }

    /// What is known of the key results of several objectives, drafts and given up ones aside.
    pub(super) fn coverage_over(&self, objectives: &[ObjectiveId]) -> Coverage {
        let mut sum = Coverage::default();
        for progress in objectives.iter().map(|&id| self.site.progress.of(id)).filter(|of| counts(of.state)) {
            sum.total += progress.coverage.total;
            sum.reported += progress.coverage.reported;
            sum.outdated += progress.coverage.outdated;
        }
        sum
    }

    /// The way from the top down to a page, without the page itself; a step without address is shown as text.
    pub(super) fn sight(&self, steps: &[Link]) -> Html {
        self.steps(steps.len(), |html| {
            for step in steps {
                html.raw("<li>").link(&step.href, &step.title).raw("</li>");
            }
        })
    }

    /// The line of sight of a goal, from the mission down to its parent.
    pub(super) fn sight_of(&self, goal: Goal) -> Html {
        let mut chain = self.site.handbook.line_of_sight(goal);
        if chain.is_empty() {
            return self.sight_at_top();
        }
        chain.reverse();
        let is_cut = chain.len() > LONGEST_SIGHT;
        if is_cut {
            chain.drain(2..chain.len() - LONGEST_SIGHT + 2);
        }
        self.steps(chain.len(), |html| {
            for (index, &goal) in chain.iter().enumerate() {
                if is_cut && index == 2 {
                    html.raw("<li>…</li>");
                }
                let title = match goal {
                    Goal::Mission => self.m.mission,
                    goal => self.site.handbook.title(goal),
                };
                html.raw("<li>").link_by(|address| self.links.push_goal(address, goal), title).raw("</li>");
            }
        })
    }

    /// A line of sight with about so many steps, which are written as list items.
    fn steps(&self, count: usize, write: impl FnOnce(&mut Html)) -> Html {
        const STEP: usize = 160;
        let mut html = Html::with_room(STEP * (count + 1));
        html.raw("<nav class=\"sight\"").attribute("aria-label", self.m.line_of_sight).raw("><ol>");
        write(&mut html);
        html.raw("</ol></nav>");
        html
    }

    /// The first step to everything that is no goal.
    pub(super) fn home_step(&self) -> Link {
        Link { href: self.links.to(&address::home()), title: self.m.home.to_owned() }
    }

    /// The way to a page right below home.
    pub(super) fn sight_at_top(&self) -> Html {
        self.sight(&[self.home_step()])
    }

    /// The way to a page of a section.
    pub(super) fn sight_in(&self, section: &SitePath, title: &str) -> Html {
        self.sight(&[self.home_step(), Link { href: self.links.to(section), title: title.to_owned() }])
    }

    /// A list of plain texts such as `not_doing`.
    pub(super) fn texts(&self, texts: &[Text]) -> Vec<Html> {
        texts.iter().map(|text| self.inline(text)).collect()
    }

    /// `4 objectives`.
    pub(super) fn objectives_counted(&self, number: usize) -> String {
        self.m.n_objectives(number).text()
    }

    /// Links to elsewhere.
    pub(super) fn web_links(&self, links: &[WebLink]) -> Vec<Link> {
        links.iter().map(|link| Link { href: link.url.value.clone(), title: link.title.clone() }).collect()
    }

    /// Where a cycle stands: `day 41 of 92`, `begins in 3 days`, `over`.
    pub(super) fn cycle_day(&self, id: CycleId) -> String {
        let (cycle, as_of) = (&self.site.handbook[id], self.site.as_of());
        if as_of < cycle.start {
            let days = crate::model::days_between(as_of, cycle.start);
            return self.m.not_begun(u64::try_from(days).unwrap_or_default()).text();
        }
        if as_of > cycle.end {
            return self.m.ended.to_owned();
        }
        let day = crate::model::days_between(cycle.start, as_of) + 1;
        let count = |days: i64| Arg::Count(u64::try_from(days).unwrap_or_default());
        self.m.day_of(count(day), count(cycle.days())).to_string()
    }
}

/// Whether an objective in this state counts in averages.
pub(super) fn counts(state: State) -> bool {
    !matches!(state, State::Draft | State::Cancelled)
}

/// A link.
pub(super) fn linked(href: &str, text: &str) -> Html {
    let mut html = Html::new();
    html.link(href, text);
    html
}

/// A date that machines can read too.
pub(super) fn time(language: &Language, date: Date) -> Html {
    let mut html = Html::new();
    html.raw("<time datetime=\"").show(date).raw("\">").text(&format::date(language, date)).raw("</time>");
    html
}

/// Pieces with a separator between them.
pub(super) fn joined(pieces: impl IntoIterator<Item = Html>, separator: &str) -> Html {
    let mut html = Html::new();
    for (index, piece) in pieces.into_iter().enumerate() {
        if index > 0 {
            html.text(separator);
        }
        html.html(&piece);
    }
    html
}

/// A progress as `61 %`, or a dash where nothing is known.
pub(super) fn percent_or_dash(language: &Language, progress: Option<f64>) -> String {
    let mut out = String::new();
    push_percent_or_dash(&mut out, language, progress);
    out
}

/// Appends the same.
pub(super) fn push_percent_or_dash(out: &mut String, language: &Language, progress: Option<f64>) {
    match progress {
        Some(progress) => language.push_percent(out, progress),
        None => out.push('–'),
    }
}
