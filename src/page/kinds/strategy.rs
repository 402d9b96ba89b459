//! The strategy: the mission with its why and narrative, and the pillars.

use super::{Kind, titled};
use crate::model::{CycleId, PillarId};
use crate::page::chart::Bar;
use crate::page::parts::Link;
use crate::page::rows::Said;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};
use serde::Serialize;

pub(super) static KIND: Kind =
    Kind { name: "strategy", template: "strategy.html", section: "strategy", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.strategy]);
    plan.add(&KIND, address::section("strategy"), Subject::Handbook, title, None);
}

/// What the template of the strategy reads.
#[derive(Debug, Serialize)]
struct Strategy {
    /// The mission in a sentence.
    mission: Option<String>,
    /// The world it works towards.
    vision: Option<Html>,
    /// Why.
    why: Option<Html>,
    /// What is deliberately left undone.
    not_doing: Vec<Html>,
    /// The strategy narrative.
    body: Option<Html>,
    /// The mission's progress by cycle, the latest first.
    cycles: Html,
    /// The pillars in the order of the sources.
    pillars: Vec<PillarEntry>,
    /// Rows of objectives right under the mission.
    objectives: Html,
    /// Further reading.
    links: Vec<Link>,
}

/// A pillar in the list.
#[derive(Debug, Serialize)]
struct PillarEntry {
    /// Its title.
    title: String,
    /// Its page.
    href: String,
    /// Why.
    why: Option<Html>,
    /// Its progress in the latest cycle that has begun.
    latest: Html,
}

fn view(scene: &Scene) -> Shown {
    let site = scene.site;
    let mission = site.handbook.mission.as_ref();
    let view = Strategy {
        mission: mission.map(|mission| mission.statement.value.clone()),
        vision: mission.and_then(|mission| scene.maybe_inline(mission.vision.as_ref())),
        why: mission.and_then(|mission| scene.maybe_inline(mission.why.as_ref())),
        not_doing: mission.map(|mission| scene.texts(&mission.not_doing)).unwrap_or_default(),
        body: mission.and_then(|mission| scene.body(mission.about.body.as_ref(), scene.m.strategy)),
        cycles: progress_by_cycle(scene, None, usize::MAX),
        pillars: site.handbook.pillars().map(|(id, _)| entry(scene, id)).collect(),
        objectives: scene.goals(&site.index.under_mission, Said::default()),
        links: mission.map(|mission| scene.web_links(&mission.about.links)).unwrap_or_default(),
    };
    let description =
        mission.map_or_else(|| scene.m.strategy.to_owned(), |mission| mission.statement.value.clone());
    Shown {
        heading: scene.m.strategy.to_owned(),
        description,
        sight: scene.sight_at_top(),
        view: Box::new(view),
    }
}

fn entry(scene: &Scene, id: PillarId) -> PillarEntry {
    let pillar = &scene.site.handbook[id];
    PillarEntry {
        title: pillar.title.value.clone(),
        href: scene.links.pillar(id),
        why: scene.maybe_inline(pillar.why.as_ref()),
        latest: progress_by_cycle(scene, Some(id), 1),
    }
}

/// The progress of a pillar, or of the mission, in every cycle in which it has one: the latest first.
pub(super) fn progress_by_cycle(scene: &Scene, pillar: Option<PillarId>, most: usize) -> Html {
    let site = scene.site;
    let progress_in = |id: CycleId| match pillar {
        Some(pillar) => site.progress.of_pillar(pillar, id),
        None => site.progress.of_cycle(id).mission,
    };
    let mut cycles: Vec<CycleId> = site.handbook.cycles().map(|(id, _)| id).collect();
    cycles.reverse();
    let mut html = Html::new();
    let known = cycles.into_iter().filter_map(|id| Some((id, progress_in(id)?)));
    for (id, progress) in known.take(most) {
        let coverage = match pillar {
            Some(pillar) => scene.coverage_over(&site.under_pillar_in(pillar, id)),
            None => site.progress.of_cycle(id).coverage,
        };
        html.raw("<li class=\"goal\"><span class=\"goal-name\">").html(&scene.cycle(id)).raw("<small>");
        html.text(&scene.coverage(coverage).unwrap_or_default()).raw("</small></span>");
        scene.measure_cells(&mut html, &Bar::of(Some(progress), None, coverage.reported > 0));
        html.raw("</li>");
    }
    html
}
