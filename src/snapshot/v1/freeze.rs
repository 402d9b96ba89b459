//! Writes today's handbook down as a record of version 1. Nothing dated after *as of* is written: it does not exist.

use super::record::{
    About, Bands, Bounds, Coverage, Cycle, CycleDerived, Kpi, Mission, Outcomes, Pace, Page, Person, Pillar,
    Reading, Record, Settings, Team, WebLink,
};
use super::value::{Day, Number, Ratio};
use super::{FORMAT, freeze_goal};
use crate::config;
use crate::model::{self, Audience, CycleId, Date, Handbook, KpiId, PersonId, Text};
use crate::progress::{self, Progress};
use crate::text::{Sources, Span, Spanned};

/// What a record is made from.
pub(in crate::snapshot) struct Frozen<'a> {
    pub(in crate::snapshot) handbook: &'a Handbook,
    pub(in crate::snapshot) progress: &'a Progress,
    pub(in crate::snapshot) settings: &'a config::Settings,
    pub(in crate::snapshot) sources: &'a Sources,
    pub(in crate::snapshot) audience: Audience,
    pub(in crate::snapshot) cycle: &'a str,
}

/// The text of a text.
pub(super) fn said(text: &Text) -> String {
    text.value.clone()
}

/// The texts of several.
pub(super) fn all_said(texts: &[Text]) -> Vec<String> {
    texts.iter().map(said).collect()
}

/// A text where there is one.
pub(super) fn maybe(text: Option<&Text>) -> Option<String> {
    text.map(said)
}

/// The record of a handbook.
pub(super) fn freeze(frozen: &Frozen) -> Record {
    let handbook = frozen.handbook;
    Record {
        format: FORMAT.to_owned(),
        edition: frozen.audience.word().to_owned(),
        cycle: frozen.cycle.to_owned(),
        as_of: Day(frozen.progress.as_of),
        settings: settings(frozen.settings),
        mission: handbook.mission.as_ref().map(|mission| frozen.mission(mission)),
        pillars: handbook.pillars.iter().map(|pillar| frozen.pillar(pillar)).collect(),
        cycles: handbook.cycles().map(|(id, cycle)| frozen.cycle(id, cycle)).collect(),
        teams: handbook.teams.iter().map(|team| frozen.team(team)).collect(),
        people: handbook.people.iter().map(|person| frozen.one(person)).collect(),
        kpis: handbook.kpis().map(|(id, kpi)| frozen.kpi(id, kpi)).collect(),
        objectives: handbook
            .objectives()
            .map(|(id, goal)| freeze_goal::objective(frozen, id, goal))
            .collect(),
        pages: handbook.pages.iter().map(|page| frozen.page(page)).collect(),
    }
}

fn settings(settings: &config::Settings) -> Settings {
    let bands = |bands: config::Bands| Bands { achieved: Ratio(bands.achieved), partly: Ratio(bands.partly) };
    let config::Pace { on_track, at_risk, aspirational, committed } = settings.pace;
    Settings {
        title: settings.title.clone(),
        language: settings.language.value.clone(),
        fiscal_year_start: settings.fiscal_year_start,
        check_in_every: settings.check_in_every.days,
        pace: Pace {
            on_track: Ratio(on_track),
            at_risk: Ratio(at_risk),
            aspirational: Ratio(aspirational),
            committed: Ratio(committed),
        },
        outcome: Outcomes {
            aspirational: bands(settings.outcome.aspirational),
            committed: bands(settings.outcome.committed),
        },
        organization: settings.organization.clone(),
        description: settings.description.clone(),
    }
}

/// Bounds as they are written.
pub(super) fn bounds(bounds: model::Bounds) -> Bounds {
    match bounds {
        model::Bounds::AtLeast(least) => Bounds::AtLeast(Number(least)),
        model::Bounds::AtMost(most) => Bounds::AtMost(Number(most)),
        model::Bounds::Between(least, most) => Bounds::Between(Number(least), Number(most)),
    }
}

/// What is known of key results.
pub(super) fn coverage(coverage: progress::Coverage) -> Coverage {
    let progress::Coverage { total, reported, outdated } = coverage;
    Coverage { total, reported, outdated }
}

impl Frozen<'_> {
    /// The day on which the record holds.
    pub(super) fn as_of(&self) -> Date {
        self.progress.as_of
    }

    /// The file in which something stands.
    pub(super) fn file(&self, span: Span) -> String {
        self.sources.get(span.source()).path().to_owned()
    }

    /// The file in which a note stands, where it is another than that of what it belongs to.
    pub(super) fn other_file(&self, note: Option<&Text>, own: Span) -> Option<String> {
        note.filter(|note| note.span.source() != own.source()).map(|note| self.file(note.span))
    }

    /// The id of a person.
    pub(super) fn person(&self, person: Option<Spanned<PersonId>>) -> Option<String> {
        person.map(|person| self.handbook[person.value].id.value.clone())
    }

    /// A narrative, line by line.
    fn lines(&self, body: &model::Body) -> Vec<String> {
        self.sources.slice(body.span).split('\n').map(str::to_owned).collect()
    }

    /// What every entity may carry.
    pub(super) fn about(&self, about: &model::About, place: Span) -> About {
        let link = |link: &model::WebLink| WebLink { title: link.title.clone(), url: link.url.value.clone() };
        About {
            file: self.file(place),
            internal: about.internal,
            tags: about.tags.clone(),
            links: about.links.iter().map(link).collect(),
            redirect_from: all_said(&about.redirect_from),
            body: about.body.as_ref().map_or_else(Vec::new, |body| self.lines(body)),
        }
    }

    fn mission(&self, mission: &model::Mission) -> Mission {
        Mission {
            statement: said(&mission.statement),
            vision: maybe(mission.vision.as_ref()),
            why: maybe(mission.why.as_ref()),
            not_doing: all_said(&mission.not_doing),
            about: self.about(&mission.about, mission.statement.span),
        }
    }

    fn pillar(&self, pillar: &model::Pillar) -> Pillar {
        Pillar {
            id: said(&pillar.id),
            title: said(&pillar.title),
            weight: Ratio(pillar.weight),
            why: maybe(pillar.why.as_ref()),
            owner: self.person(pillar.owner),
            kpis: pillar.kpis.iter().map(|kpi| said(&self.handbook[kpi.value].id)).collect(),
            horizon: pillar.horizon.clone(),
            about: self.about(&pillar.about, pillar.id.span),
        }
    }

    fn cycle(&self, id: CycleId, cycle: &model::Cycle) -> Cycle {
        let progress = self.progress.of_cycle(id);
        let pillars = progress.pillars.iter();
        Cycle {
            id: said(&cycle.id),
            title: cycle.title.clone(),
            start: Day(cycle.start),
            end: Day(cycle.end),
            check_in_every: cycle.check_in_every.days,
            derived: CycleDerived {
                elapsed: Ratio(progress.elapsed),
                coverage: coverage(progress.coverage),
                progress: progress.progress.map(Ratio),
                expected: progress.expected.map(Ratio),
                mission: progress.mission.map(Ratio),
                pillars: pillars
                    .map(|(&pillar, &progress)| (said(&self.handbook[pillar].id), Ratio(progress)))
                    .collect(),
            },
            declared: cycle.declared,
            set_by: cycle.set_by.map(Day),
            not_doing: all_said(&cycle.not_doing),
            learned: maybe(cycle.learned.as_ref()),
            about: self.about(&cycle.about, cycle.span()),
        }
    }

    fn team(&self, team: &model::Team) -> Team {
        Team {
            id: said(&team.id),
            name: said(&team.name),
            parent: team.parent.map(|parent| said(&self.handbook[parent.value].id)),
            purpose: maybe(team.purpose.as_ref()),
            lead: self.person(team.lead),
            ambassador: self.person(team.ambassador),
            members: team.members.iter().filter_map(|&member| self.person(Some(member))).collect(),
            about: self.about(&team.about, team.id.span),
        }
    }

    fn one(&self, person: &model::Person) -> Person {
        Person {
            id: said(&person.id),
            name: said(&person.name),
            role: maybe(person.role.as_ref()),
            about: self.about(&person.about, person.id.span),
        }
    }

    fn kpi(&self, id: KpiId, kpi: &model::Kpi) -> Kpi {
        let reading = |reading: &model::Reading| Reading {
            date: Day(reading.date.value),
            value: Number(reading.value),
            note: maybe(reading.note.as_ref()),
            internal: reading.internal,
            file: self.other_file(reading.note.as_ref(), kpi.id.span),
        };
        let known = kpi.values.iter().filter(|reading| reading.date.value <= self.as_of());
        Kpi {
            id: said(&kpi.id),
            title: said(&kpi.title),
            every: kpi.every.days,
            status: self.progress.of_kpi(id).status.word().to_owned(),
            unit: maybe(kpi.unit.as_ref()),
            healthy: kpi.healthy.map(|healthy| bounds(healthy.value)),
            team: kpi.team.map(|team| said(&self.handbook[team.value].id)),
            owner: self.person(kpi.owner),
            why: maybe(kpi.why.as_ref()),
            values: known.map(reading).collect(),
            about: self.about(&kpi.about, kpi.id.span),
        }
    }

    fn page(&self, page: &model::Page) -> Page {
        Page {
            path: page.path.clone(),
            title: said(&page.title),
            address: page.address.as_str().to_owned(),
            description: maybe(page.description.as_ref()),
            order: page.order.map(Ratio),
            draft: page.draft,
            internal: page.internal,
            redirect_from: all_said(&page.redirect_from),
            toc: page.toc,
            body: self.lines(&page.body),
        }
    }
}
