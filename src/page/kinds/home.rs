//! Home: the mission, the running cycles, the pillars, windscreen and mirror, what happened lately, what needs help.

use super::{Kind, titled};
use crate::model::{CycleId, Goal, KpiId, ObjectiveId, PillarId, State};
use crate::page::chart::{self, Bar};
use crate::page::parts::{Link, counts, percent_or_dash};
use crate::page::rows::Said;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};
use crate::progress::{Event, Health};
use serde::Serialize;

pub(super) static KIND: Kind = Kind { name: "home", template: "home.html", section: "home", plan, view };

/// How many objectives, check-ins and KPIs the home page shows before it points elsewhere.
const GOALS_SHOWN: usize = 10;
const LATEST_SHOWN: usize = 5;
const KPIS_SHOWN: usize = 8;

fn plan(site: &Site, plan: &mut Plan) {
    let title = match &site.settings.organization {
        Some(organization) if *organization != site.settings.title => titled(site, &[organization]),
        _ => titled(site, &[site.messages.mission]),
    };
    plan.add(&KIND, address::home(), Subject::Handbook, title, None);
}

/// What the template of the home page reads.
#[derive(Debug, Serialize)]
struct Home {
    /// Whose handbook it is.
    organization: Option<String>,
    /// The mission in a sentence; without one the handbook's title is the headline.
    mission: Option<String>,
    /// The world it works towards.
    vision: Option<Html>,
    /// Why, with a link to the strategy.
    why: Option<Html>,
    /// The address of the strategy page.
    strategy: String,
    /// The address of the tree.
    tree: String,
    /// The address of the map.
    map: String,
    /// The running cycles, the shortest first; the next or last one where none runs.
    cycles: Vec<CycleLine>,
    /// The pillars.
    pillars: Vec<PillarLine>,
    /// Rows of objectives of the running cycles.
    objectives: Html,
    /// A link to all objectives of the first of the cycles.
    all_objectives: Option<Link>,
    /// Rows of KPIs.
    kpis: Html,
    /// A link to all KPIs, where there are more.
    all_kpis: Option<Link>,
    /// What happened last, newest first.
    lately: Html,
    /// The address of everything that happened.
    history: String,
    /// Rows of running objectives that are off track, outdated or at risk, the worst first.
    needs_help: Html,
    /// Whether any objective runs.
    anything_runs: bool,
    /// The text of content/index.md.
    body: Option<Html>,
    /// Handbook pages at the top of the navigation.
    pages: Vec<Link>,
}

/// A cycle in a line.
#[derive(Debug, Serialize)]
struct CycleLine {
    /// Its title.
    title: String,
    /// Its page.
    href: String,
    /// `day 41 of 92`.
    day: String,
    /// Bar and number.
    meter: Html,
    /// `38 %`.
    progress: String,
    /// `11 of 14 reported`.
    coverage: Option<String>,
}

/// A pillar in a line.
#[derive(Debug, Serialize)]
struct PillarLine {
    /// Its title.
    title: String,
    /// Its page.
    href: String,
    /// The cycle whose progress is shown.
    cycle: Option<String>,
    /// Bar with its progress.
    meter: Html,
    /// `41 %`, or a dash.
    progress: String,
    /// What is known of the key results behind it.
    coverage: Option<String>,
    /// How many of its running objectives have which health.
    health: Html,
    /// Status of the KPIs it watches.
    kpis: Html,
}

fn view(scene: &Scene) -> Shown {
    let site = scene.site;
    let mission = site.handbook.mission.as_ref();
    let cycles = site.cycles_in_view();
    let running = running(site);
    let objectives = windscreen(site, &cycles);
    let all = cycles.first().map(|&cycle| Link {
        href: scene.links.cycle(cycle),
        title: scene.m.all_n_objectives(site.index.of_cycle[cycle.index()].len()).to_string(),
    });
    let kpis: Vec<KpiId> = site.handbook.kpis().map(|(id, _)| id).collect();
    let view = Home {
        organization: site.settings.organization.clone(),
        mission: mission.map(|mission| mission.statement.value.clone()),
        vision: mission.and_then(|mission| scene.maybe_inline(mission.vision.as_ref())),
        why: mission.and_then(|mission| scene.maybe_inline(mission.why.as_ref())),
        strategy: scene.links.to(&address::section("strategy")),
        tree: scene.links.to(&address::section("tree")),
        map: scene.links.to(&address::section("map")),
        cycles: cycles.iter().map(|&cycle| cycle_line(scene, cycle)).collect(),
        pillars: site.handbook.pillars().map(|(id, _)| pillar_line(scene, id, &cycles)).collect(),
        objectives: scene.goals(&objectives, Said { team: false, cycle: in_one_cycle(site, &objectives) }),
        all_objectives: all,
        kpis: scene.kpi_rows(&kpis[..kpis.len().min(KPIS_SHOWN)]),
        all_kpis: (kpis.len() > KPIS_SHOWN).then(|| Link {
            href: scene.links.to(&address::section("kpis")),
            title: scene.m.kpis.to_owned(),
        }),
        lately: lately(scene),
        history: scene.links.to(&address::section("history")),
        needs_help: scene.goals(&needing_help(site, &running), Said::default()),
        anything_runs: !running.is_empty(),
        body: super::handbook::root_page(site)
            .and_then(|page| scene.body(Some(&page.body), &page.title.value)),
        pages: super::handbook::top_links(scene),
    };
    let heading = mission.map_or(&site.settings.title, |mission| &mission.statement.value).clone();
    let description = site.settings.description.clone().unwrap_or_else(|| heading.clone());
    Shown { heading, description, sight: Html::new(), view: Box::new(view) }
}

/// Objectives in force whose cycle runs.
fn running(site: &Site) -> Vec<ObjectiveId> {
    let runs = |id: &ObjectiveId| {
        let cycle = site.handbook[*id].cycle;
        site.progress.of(*id).state == State::Active
            && cycle.is_some_and(|cycle| site.handbook[cycle.value].contains(site.as_of()))
    };
    site.handbook.objectives().map(|(id, _)| id).filter(runs).collect()
}

/// The objectives of the shortest running cycle; where they are many, company-level ones of all running cycles.
fn windscreen(site: &Site, cycles: &[CycleId]) -> Vec<ObjectiveId> {
    let is_high = |id: ObjectiveId| {
        let first = site.handbook[id].aligns_to.first().map(|alignment| alignment.to);
        matches!(first, Some(Goal::Mission | Goal::Pillar(_)))
    };
    let of_first = cycles.first().map_or(&[][..], |cycle| &site.index.of_cycle[cycle.index()]);
    let of_first = || of_first.iter().copied().filter(|&id| counts(site.progress.of(id).state));
    if of_first().count() <= GOALS_SHOWN {
        return of_first().collect();
    }
    let mut shown: Vec<ObjectiveId> = Vec::new();
    for &cycle in cycles {
        let members = &site.index.of_cycle[cycle.index()];
        let standing = || members.iter().copied().filter(|&id| counts(site.progress.of(id).state));
        shown.extend(standing().filter(|&id| is_high(id)).take(GOALS_SHOWN));
    }
    if shown.is_empty() {
        shown.extend(of_first());
    }
    shown.truncate(GOALS_SHOWN);
    shown
}

fn cycle_line(scene: &Scene, id: CycleId) -> CycleLine {
    let progress = scene.site.progress.of_cycle(id);
    CycleLine {
        title: scene.site.handbook[id].title.clone(),
        href: scene.links.cycle(id),
        day: scene.cycle_day(id),
        meter: chart::bar(
            scene.m,
            &Bar::of(progress.progress, progress.expected, progress.coverage.reported > 0),
        ),
        progress: percent_or_dash(
            scene.language,
            progress.progress.filter(|_| progress.coverage.reported > 0),
        ),
        coverage: scene.coverage(progress.coverage),
    }
}

fn pillar_line(scene: &Scene, id: PillarId, cycles: &[CycleId]) -> PillarLine {
    let site = scene.site;
    let pillar = &site.handbook[id];
    let known = site.pillar_in_view(id, cycles);
    let in_cycle = known.map(|(cycle, _)| site.under_pillar_in(id, cycle)).unwrap_or_default();
    let coverage = scene.coverage_over(&in_cycle);
    let progress = known.map(|(_, progress)| progress);
    let mut kpis = Html::new();
    for kpi in &pillar.kpis {
        kpis.raw("<li>").html(&scene.kpi(kpi.value)).raw(" ");
        chart::push_kpi_status(&mut kpis, scene.m, site.progress.of_kpi(kpi.value).status);
        kpis.raw("</li>");
    }
    PillarLine {
        title: pillar.title.value.clone(),
        href: scene.links.pillar(id),
        cycle: known.map(|(cycle, _)| scene.language.isolated(&site.handbook[cycle].title).into_owned()),
        meter: chart::bar(scene.m, &Bar::of(progress, None, coverage.reported > 0)),
        progress: percent_or_dash(scene.language, progress.filter(|_| coverage.reported > 0)),
        coverage: scene.coverage(coverage),
        health: health_counts(scene, &in_cycle),
        kpis,
    }
}

/// Whether all of them belong to one cycle, so that saying it on each row tells nothing.
fn in_one_cycle(site: &Site, objectives: &[ObjectiveId]) -> bool {
    let cycle = |id: &ObjectiveId| site.handbook[*id].cycle.map(|cycle| cycle.value);
    objectives.windows(2).all(|pair| cycle(&pair[0]) == cycle(&pair[1]))
}

/// How many objectives have which health, the worst first; closed ones have an outcome instead.
pub(super) fn health_counts(scene: &Scene, objectives: &[ObjectiveId]) -> Html {
    const ORDER: [Health; 5] =
        [Health::OffTrack, Health::Outdated, Health::AtRisk, Health::OnTrack, Health::Pending];
    let mut html = Html::new();
    for health in ORDER {
        let has = |id: &&ObjectiveId| {
            let progress = scene.site.progress.of(**id);
            progress.health == health && counts(progress.state)
        };
        let number = objectives.iter().filter(has).count();
        if number > 0 {
            html.raw("<li><b>").say_count(scene.language, number).raw("</b> ");
            html.html(&scene.health(health)).raw("</li>");
        }
    }
    html
}

/// Running objectives that are off track, outdated or at risk: the worst first, then by the gap.
fn needing_help(site: &Site, running: &[ObjectiveId]) -> Vec<ObjectiveId> {
    let mut ill: Vec<ObjectiveId> =
        running.iter().copied().filter(|&id| site.progress.of(id).health < Health::OnTrack).collect();
    ill.sort_by(|&a, &b| {
        let (a, b) = (site.progress.of(a), site.progress.of(b));
        a.health.cmp(&b.health).then(b.gap.unwrap_or_default().total_cmp(&a.gap.unwrap_or_default()))
    });
    ill.truncate(GOALS_SHOWN);
    ill
}

/// What happened last, newest first; the values of KPIs stand in the mirror already.
fn lately(scene: &Scene) -> Html {
    let mut html = Html::new();
    let entries = scene.plan.history.entries(scene.site).iter();
    for entry in entries.filter(|entry| !matches!(entry.event, Event::Reading(..))).take(LATEST_SHOWN) {
        scene.entry_line(&mut html, entry);
    }
    html
}
