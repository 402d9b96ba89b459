//! Links pillars, teams, people, KPIs and handbook pages.

use super::{people, person};
use crate::model::{Cadence, Kpi, Page, Person, Pillar, Reading, SitePath, Team};
use crate::resolve::declare::{
    KpiDeclaration, PageDeclaration, PersonDeclaration, PillarDeclaration, TeamDeclaration,
};
use crate::resolve::linker::{Linker, Notes};
use crate::resolve::series::{self, Reported, Series};
use crate::text::Sources;

pub(super) fn link_pillar(pillar: PillarDeclaration, linker: &Linker, notes: &mut Notes) -> Pillar {
    Pillar {
        owner: person(pillar.owner.as_ref(), linker, notes),
        kpis: pillar.kpis.iter().filter_map(|kpi| linker.kpi(kpi, notes)).collect(),
        id: pillar.id,
        title: pillar.title,
        why: pillar.why,
        horizon: pillar.horizon,
        weight: pillar.weight,
        about: pillar.about,
    }
}

pub(super) fn link_team(team: TeamDeclaration, linker: &Linker, notes: &mut Notes) -> Team {
    Team {
        parent: team.parent.as_ref().and_then(|parent| linker.team(parent, notes)),
        lead: person(team.lead.as_ref(), linker, notes),
        ambassador: person(team.ambassador.as_ref(), linker, notes),
        members: people(&team.members, linker, notes),
        id: team.id,
        name: team.name,
        purpose: team.purpose,
        about: team.about,
    }
}

pub(super) fn link_person(person: PersonDeclaration) -> Person {
    Person { id: person.id, name: person.name, role: person.role, about: person.about }
}

pub(super) fn link_kpi(
    kpi: KpiDeclaration,
    reported: Vec<Reported>,
    series: &Series,
    linker: &Linker,
    notes: &mut Notes,
) -> Kpi {
    let before = notes.renamed.len();
    let own = kpi.values.into_iter().map(|value| Reading {
        date: value.date,
        value: value.value,
        note: value.note,
        internal: false,
    });
    let values = series::readings(own.collect(), reported, kpi.data.as_ref(), series, linker, notes);
    let team = kpi.team.as_ref().and_then(|team| linker.team(team, notes));
    let owner = person(kpi.owner.as_ref(), linker, notes);
    notes.stand_in(before, team.map(|team| team.value));
    Kpi {
        team,
        owner,
        every: kpi.every.unwrap_or(Cadence { days: 31 }),
        id: kpi.id,
        title: kpi.title,
        unit: kpi.unit,
        healthy: kpi.healthy,
        why: kpi.why,
        values,
        about: kpi.about,
    }
}

/// Gives a page its address: its path below content/, with `index.md` as its folder's own page.
pub(super) fn link_page(page: PageDeclaration, internal: bool, sources: &Sources) -> Option<Page> {
    let path = sources.get(page.source).path();
    let path = path.strip_prefix("content/").unwrap_or(path).to_owned();
    let stem = path.rsplit_once('.').map_or(path.as_str(), |(stem, _)| stem);
    let folder =
        stem.strip_suffix("index").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(stem);
    let parts = folder.split('/').filter(|part| !part.is_empty()).chain(["index.html"]);
    let address = SitePath::new(parts)?;
    Some(Page {
        source: page.source,
        path,
        title: page.title,
        description: page.description,
        order: page.order,
        draft: page.draft,
        internal,
        redirect_from: page.redirect_from,
        toc: page.toc,
        body: page.body,
        address,
    })
}
