//! Reads a record of version 1 back into the types of today's handbook.
//!
//! The record may have been written by anyone: whatever would break a promise of the model is refused here.

use super::names::{self, KeyResults};
use super::record::{
    About, Bounds, Coverage, Cycle, CycleDerived, Kpi, Mission, Page, Person, Pillar, Record, Team,
};
use super::thaw_goal;
use crate::config;
use crate::model::{
    self, Body, ByName, Cadence, CycleId, Decimal, Goal, Handbook, KpiId, Names, PersonId, PillarId,
    SitePath, TeamId, Text,
};
use crate::progress::{self, KpiProgress, KpiStatus, Progress};
use crate::resolve::{alignment, cycles};
use crate::snapshot::Thawed;
use crate::syntax::fields::url_fault;
use crate::syntax::prose;
use crate::text::{Sources, Span, Spanned};
use std::collections::HashMap;
use std::sync::Arc;

/// A value, or why the record cannot be.
pub(super) type Thawing<T> = Result<T, String>;

/// A record that is being read.
pub(super) struct Thaw<'r> {
    pub(super) record: &'r Record,
    pub(super) names: Names,
    key_results: KeyResults<'r>,
    sources: Sources,
    places: HashMap<&'r str, Span>,
}

/// Reads a record.
pub(super) fn thaw(record: &Record) -> Thawing<Thawed> {
    let (names, key_results) = names::claim(record)?;
    let mut thaw = Thaw { record, names, key_results, sources: Sources::default(), places: HashMap::new() };
    let cycle = thaw.cycle_id(&record.cycle)?;
    let settings = thaw.settings()?;
    let mut handbook = Handbook {
        mission: record.mission.as_ref().map(|mission| thaw.mission(mission)).transpose()?,
        pillars: each(&record.pillars, |pillar| thaw.pillar(pillar))?,
        cycles: each(&record.cycles, |cycle| thaw.cycle(cycle))?,
        teams: each(&record.teams, |team| thaw.team(team))?,
        people: each(&record.people, |person| thaw.one(person))?,
        kpis: each(&record.kpis, |kpi| thaw.kpi(kpi))?,
        objectives: each(&record.objectives, |objective| {
            thaw_goal::objective(&mut thaw, objective).map(Arc::new)
        })?,
        pages: each(&record.pages, |page| thaw.page(page))?,
        ..Handbook::default()
    };
    cycles::nest(&mut handbook.cycles);
    if alignment::runs_in_circles(&handbook) {
        return Err("goals or teams of the snapshot lead in a circle".to_owned());
    }
    handbook.children = Arc::new(alignment::children(&handbook));
    let progress = Progress {
        as_of: record.as_of.0,
        objectives: each(&record.objectives, |objective| thaw_goal::progress(objective).map(Arc::new))?,
        kpis: each(&record.kpis, of_kpi)?,
        cycles: each(&record.cycles, |cycle| Ok(of_cycle(record, &cycle.derived)))?,
    };
    let Thaw { names, sources, .. } = thaw;
    handbook.names = Arc::new(names);
    Ok(Thawed { handbook, progress, settings, sources, cycle })
}

/// Turns all of a list, or says what is wrong with the first that cannot be.
pub(super) fn each<'r, T, U>(list: &'r [T], mut turn: impl FnMut(&'r T) -> Thawing<U>) -> Thawing<Vec<U>> {
    // Collecting results does not know how many there will be, and takes room for up to twice as many.
    let mut turned = Vec::with_capacity(list.len());
    for one in list {
        turned.push(turn(one)?);
    }
    Ok(turned)
}

/// Turns a value where there is one.
pub(super) fn maybe<'r, T, U>(
    value: Option<&'r T>,
    turn: impl FnMut(&'r T) -> Thawing<U>,
) -> Thawing<Option<U>> {
    value.map(turn).transpose()
}

/// What a word of a closed list means.
pub(super) fn word<T: Copy>(word: &str, words: &[(&str, T)]) -> Thawing<T> {
    let found = words.iter().find(|(known, _)| *known == word);
    found.map(|(_, value)| *value).ok_or_else(|| format!("the snapshot holds the unknown word `{word}`"))
}

/// A weight.
pub(super) fn weight(weight: f64) -> Thawing<f64> {
    if weight >= 0.0 { Ok(weight) } else { Err(format!("the snapshot holds the weight {weight}")) }
}

/// A share from 0 to 1.
pub(super) fn share(share: f64) -> Thawing<f64> {
    let is_share = (0.0..=1.0).contains(&share);
    if is_share { Ok(share) } else { Err(format!("the snapshot holds {share} where a share is due")) }
}

/// An address that can be linked.
pub(super) fn url(url: &str) -> Thawing<String> {
    match url_fault(url) {
        None => Ok(url.to_owned()),
        Some(fault) => Err(format!("the snapshot holds the address `{}`: {fault}", url.escape_debug())),
    }
}

/// Days that follow each other, none of them later than the snapshot.
pub(super) fn in_order(days: impl Iterator<Item = model::Date>, last: Option<model::Date>) -> Thawing<()> {
    let mut before: Option<model::Date> = None;
    for day in days {
        if before.is_some_and(|before| before >= day) || last.is_some_and(|last| day > last) {
            return Err(format!("the day {day} of the snapshot is out of order"));
        }
        before = Some(day);
    }
    Ok(())
}

/// Bounds the right way round.
pub(super) fn bounds(bounds: Bounds) -> Thawing<model::Bounds> {
    match bounds {
        Bounds::AtLeast(least) => Ok(model::Bounds::AtLeast(least.0)),
        Bounds::AtMost(most) => Ok(model::Bounds::AtMost(most.0)),
        Bounds::Between(least, most) if least.0 <= most.0 => Ok(model::Bounds::Between(least.0, most.0)),
        Bounds::Between(..) => Err("the snapshot holds bounds the wrong way round".to_owned()),
    }
}

/// What is known of key results.
pub(super) fn coverage(coverage: &Coverage) -> progress::Coverage {
    let &Coverage { total, reported, outdated } = coverage;
    progress::Coverage { total, reported, outdated }
}

fn cadence(days: u32) -> Thawing<Cadence> {
    if days > 0 { Ok(Cadence { days }) } else { Err("the snapshot holds a cadence of 0 days".to_owned()) }
}

fn of_kpi(kpi: &Kpi) -> Thawing<KpiProgress> {
    let words = KpiStatus::ALL.map(|status| (status.word(), status));
    Ok(KpiProgress { status: word(&kpi.status, &words)?, latest: kpi.values.len().checked_sub(1) })
}

fn of_cycle(record: &Record, derived: &CycleDerived) -> progress::CycleProgress {
    let pillar =
        |(index, pillar): (usize, &Pillar)| Some((PillarId::new(index), derived.pillars.get(&pillar.id)?.0));
    progress::CycleProgress {
        elapsed: derived.elapsed.0,
        mission: derived.mission.map(|ratio| ratio.0),
        pillars: record.pillars.iter().enumerate().filter_map(pillar).collect(),
        progress: derived.progress.map(|ratio| ratio.0),
        expected: derived.expected.map(|ratio| ratio.0),
        coverage: coverage(&derived.coverage),
    }
}

impl<'r> Thaw<'r> {
    /// A place in the file that said something, under the path that it had.
    pub(super) fn place(&mut self, file: &'r str) -> Span {
        let sources = &mut self.sources;
        *self.places.entry(file).or_insert_with(|| {
            let id = sources.add(file, Vec::new());
            sources.get(id).whole()
        })
    }

    /// What every entity may carry, and the place of its file; a narrative is a file of its own.
    pub(super) fn about(&mut self, about: &'r About) -> Thawing<(model::About, Span)> {
        let body = (!about.body.is_empty()).then(|| self.body(&about.file, &about.body));
        let place = body.as_ref().map_or_else(|| self.place(&about.file), |body| body.span);
        let links = each(&about.links, |link| {
            Ok(model::WebLink { title: link.title.clone(), url: Text::new(url(&link.url)?, place) })
        })?;
        let redirect_from = texts(&about.redirect_from, place);
        let internal = about.internal;
        Ok((model::About { internal, tags: about.tags.clone(), links, redirect_from, body }, place))
    }

    fn body(&mut self, file: &str, lines: &[String]) -> Body {
        let id = self.sources.add(file, lines.join("\n").into_bytes());
        let source = self.sources.get(id);
        Body { span: source.whole(), facts: Arc::new(prose::scan(source, source.whole())) }
    }

    /// What a reference to a goal leads to.
    pub(super) fn goal(&self, reference: &str) -> Thawing<Goal> {
        let goal = match reference.split_once('/') {
            Some(key) => self.key_results.get(&key).copied().map(Goal::KeyResult),
            None => self.names.goals.get(reference).copied(),
        };
        goal.ok_or_else(|| format!("the snapshot holds no goal `{}`", reference.escape_debug()))
    }

    pub(super) fn cycle_id(&self, id: &str) -> Thawing<CycleId> {
        known(&self.names.cycles, "cycle", id)
    }

    pub(super) fn team_at(&self, id: Option<&String>, place: Span) -> Thawing<Option<Spanned<TeamId>>> {
        maybe(id, |id| Ok(Spanned::new(known(&self.names.teams, "team", id)?, place)))
    }

    pub(super) fn person_at(&self, id: Option<&String>, place: Span) -> Thawing<Option<Spanned<PersonId>>> {
        maybe(id, |id| Ok(Spanned::new(known(&self.names.people, "person", id)?, place)))
    }

    pub(super) fn kpi_at(&self, id: Option<&String>, place: Span) -> Thawing<Option<Spanned<KpiId>>> {
        maybe(id, |id| Ok(Spanned::new(known(&self.names.kpis, "KPI", id)?, place)))
    }

    fn settings(&mut self) -> Thawing<config::Settings> {
        let frozen = &self.record.settings;
        let place = self.place("okrbook.yaml");
        let mut settings = config::read(self.sources.get(place.source()), &[], &mut Vec::new());
        settings.title.clone_from(&frozen.title);
        settings.organization.clone_from(&frozen.organization);
        settings.description.clone_from(&frozen.description);
        settings.language.value.clone_from(&frozen.language);
        settings.as_of = Some(self.record.as_of.0);
        settings.audience = word(&self.record.edition, model::Audience::WORDS)?;
        if !(1..=12).contains(&frozen.fiscal_year_start) {
            return Err("the snapshot's fiscal year begins in no month".to_owned());
        }
        settings.fiscal_year_start = frozen.fiscal_year_start;
        settings.check_in_every = cadence(frozen.check_in_every)?;
        settings.pace = config::Pace {
            on_track: frozen.pace.on_track.0,
            at_risk: frozen.pace.at_risk.0,
            aspirational: frozen.pace.aspirational.0,
            committed: frozen.pace.committed.0,
        };
        let bands = |bands: &super::record::Bands| config::Bands {
            achieved: bands.achieved.0,
            partly: bands.partly.0,
        };
        settings.outcome = config::OutcomeBands {
            aspirational: bands(&frozen.outcome.aspirational),
            committed: bands(&frozen.outcome.committed),
        };
        Ok(settings)
    }

    fn mission(&mut self, mission: &'r Mission) -> Thawing<model::Mission> {
        let (about, place) = self.about(&mission.about)?;
        Ok(model::Mission {
            statement: Text::new(mission.statement.clone(), place),
            vision: text(mission.vision.as_ref(), place),
            why: text(mission.why.as_ref(), place),
            not_doing: texts(&mission.not_doing, place),
            about,
        })
    }

    fn pillar(&mut self, pillar: &'r Pillar) -> Thawing<model::Pillar> {
        let (about, place) = self.about(&pillar.about)?;
        let kpis = each(&pillar.kpis, |id| self.kpi_at(Some(id), place))?;
        Ok(model::Pillar {
            id: Text::new(pillar.id.clone(), place),
            title: Text::new(pillar.title.clone(), place),
            why: text(pillar.why.as_ref(), place),
            owner: self.person_at(pillar.owner.as_ref(), place)?,
            kpis: kpis.into_iter().flatten().collect(),
            horizon: pillar.horizon.clone(),
            weight: weight(pillar.weight.0)?,
            about,
        })
    }

    fn cycle(&mut self, cycle: &'r Cycle) -> Thawing<model::Cycle> {
        let (about, place) = self.about(&cycle.about)?;
        if cycle.end.0 < cycle.start.0 {
            return Err(format!("the cycle `{}` of the snapshot ends before it starts", cycle.id));
        }
        Ok(model::Cycle {
            id: Text::new(cycle.id.clone(), place),
            title: cycle.title.clone(),
            start: cycle.start.0,
            end: cycle.end.0,
            set_by: cycle.set_by.map(|day| day.0),
            check_in_every: cadence(cycle.check_in_every)?,
            not_doing: texts(&cycle.not_doing, place),
            learned: text(cycle.learned.as_ref(), place),
            parent: None,
            declared: cycle.declared,
            about,
        })
    }

    fn team(&mut self, team: &'r Team) -> Thawing<model::Team> {
        let (about, place) = self.about(&team.about)?;
        let members = each(&team.members, |id| self.person_at(Some(id), place))?;
        Ok(model::Team {
            id: Text::new(team.id.clone(), place),
            name: Text::new(team.name.clone(), place),
            parent: self.team_at(team.parent.as_ref(), place)?,
            purpose: text(team.purpose.as_ref(), place),
            lead: self.person_at(team.lead.as_ref(), place)?,
            ambassador: self.person_at(team.ambassador.as_ref(), place)?,
            members: members.into_iter().flatten().collect(),
            about,
        })
    }

    fn one(&mut self, person: &'r Person) -> Thawing<model::Person> {
        let (about, place) = self.about(&person.about)?;
        Ok(model::Person {
            id: Text::new(person.id.clone(), place),
            name: Text::new(person.name.clone(), place),
            role: text(person.role.as_ref(), place),
            about,
        })
    }

    fn kpi(&mut self, kpi: &'r Kpi) -> Thawing<model::Kpi> {
        let (about, place) = self.about(&kpi.about)?;
        in_order(kpi.values.iter().map(|reading| reading.date.0), Some(self.record.as_of.0))?;
        let values = kpi.values.iter().map(|reading| {
            let place = reading.file.as_ref().map_or(place, |file| self.place(file));
            model::Reading {
                date: Spanned::new(reading.date.0, place),
                value: reading.value.0,
                note: text(reading.note.as_ref(), place),
                internal: reading.internal,
            }
        });
        Ok(model::Kpi {
            id: Text::new(kpi.id.clone(), place),
            title: Text::new(kpi.title.clone(), place),
            unit: text(kpi.unit.as_ref(), place),
            healthy: maybe(kpi.healthy.as_ref(), |own| Ok(Spanned::new(bounds(*own)?, place)))?,
            every: cadence(kpi.every)?,
            values: Arc::new(values.collect()),
            team: self.team_at(kpi.team.as_ref(), place)?,
            owner: self.person_at(kpi.owner.as_ref(), place)?,
            why: text(kpi.why.as_ref(), place),
            about,
        })
    }

    fn page(&mut self, page: &'r Page) -> Thawing<model::Page> {
        let body = self.body(&format!("content/{}", page.path), &page.body);
        let place = body.span;
        let address = SitePath::new(page.address.split('/'));
        Ok(model::Page {
            source: place.source(),
            path: page.path.clone(),
            title: Text::new(page.title.clone(), place),
            description: text(page.description.as_ref(), place),
            order: page.order.map(|order| order.0),
            draft: page.draft,
            internal: page.internal,
            redirect_from: texts(&page.redirect_from, place),
            toc: page.toc,
            body,
            address: address.ok_or_else(|| format!("`{}` is no address", page.address.escape_debug()))?,
        })
    }
}

/// What an id of a space means.
fn known<T: Copy>(space: &ByName<T>, what: &str, id: &str) -> Thawing<T> {
    space.get(id).copied().ok_or_else(|| format!("the snapshot holds no {what} `{}`", id.escape_debug()))
}

/// A text at a place, where there is one.
pub(super) fn text(text: Option<&String>, place: Span) -> Option<Text> {
    text.map(|text| Text::new(text.clone(), place))
}

/// Texts at a place.
pub(super) fn texts(texts: &[String], place: Span) -> Vec<Text> {
    texts.iter().map(|text| Text::new(text.clone(), place)).collect()
}

/// A number at a place, where there is one.
pub(super) fn number(number: Option<super::value::Number>, place: Span) -> Option<Spanned<Decimal>> {
    number.map(|number| Spanned::new(number.0, place))
}
