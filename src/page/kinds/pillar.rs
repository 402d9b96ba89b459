//! A pillar: why it matters, how it stands cycle by cycle, the KPIs it watches, the objectives under it.

use super::{Kind, titled};
use crate::model::{Goal, KpiId, ObjectiveId};
use crate::page::parts::{Link, push_fact};
use crate::page::rows::Said;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};
use serde::Serialize;

pub(super) static KIND: Kind =
    Kind { name: "pillar", template: "pillar.html", section: "strategy", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    for (id, pillar) in site.handbook.pillars() {
        let title = titled(site, &[&pillar.title.value, site.messages.pillar]);
        let address = address::pillar(site.handbook, id);
        plan.add(&KIND, address, Subject::Pillar(id), title, Some(pillar.id.span));
    }
}

/// What the template of a pillar reads.
#[derive(Debug, Serialize)]
struct Pillar {
    /// Owner, horizon and the like.
    facts: Html,
    /// Why.
    why: Option<Html>,
    /// Its progress by cycle, the latest first.
    cycles: Html,
    /// Rows of the KPIs it watches.
    kpis: Html,
    /// Its objectives by cycle, the latest first.
    groups: Vec<Group>,
    /// The narrative.
    body: Option<Html>,
    /// Further reading.
    links: Vec<Link>,
}

/// Objectives of a cycle.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    /// The cycle's title, or what else they have in common.
    pub(super) title: String,
    /// The cycle's page.
    pub(super) href: Option<String>,
    /// Where the cycle stands.
    pub(super) day: String,
    /// Rows of objectives.
    pub(super) goals: Html,
}

fn view(scene: &Scene) -> Shown {
    let Subject::Pillar(id) = scene.page.subject else { unreachable!("pillar pages are about pillars") };
    let pillar = &scene.site.handbook[id];
    let mut facts = Html::new();
    if let Some(owner) = pillar.owner {
        push_fact(&mut facts, scene.m.owner, &scene.person(owner.value));
    }
    if let Some(horizon) = &pillar.horizon {
        push_fact(&mut facts, scene.m.horizon, &Html::of(horizon));
    }
    let kpis: Vec<KpiId> = pillar.kpis.iter().map(|kpi| kpi.value).collect();
    let view = Pillar {
        facts,
        why: scene.maybe_inline(pillar.why.as_ref()),
        cycles: super::strategy::progress_by_cycle(scene, Some(id), usize::MAX),
        kpis: scene.kpi_rows(&kpis),
        groups: groups(scene, &scene.site.index.under_pillar[id.index()], false),
        body: scene.body(pillar.about.body.as_ref(), &pillar.title.value),
        links: scene.web_links(&pillar.about.links),
    };
    let description = format!("{}: {}", scene.m.pillar, pillar.title.value);
    let sight = scene.sight_of(Goal::Pillar(id));
    Shown { heading: pillar.title.value.clone(), description, sight, view: Box::new(view) }
}

/// Objectives grouped by cycle, the latest first; those without one at the end.
pub(super) fn groups(scene: &Scene, objectives: &[ObjectiveId], team_is_said: bool) -> Vec<Group> {
    let said = Said { cycle: true, team: team_is_said };
    let mut groups: Vec<Group> = scene
        .by_cycle(objectives)
        .into_iter()
        .map(|(cycle, members)| Group {
            title: scene.site.handbook[cycle].title.clone(),
            href: Some(scene.links.cycle(cycle)),
            day: scene.cycle_day(cycle),
            goals: scene.goals(&members, said),
        })
        .collect();
    let loose: Vec<ObjectiveId> =
        objectives.iter().copied().filter(|&id| scene.site.handbook[id].cycle.is_none()).collect();
    if !loose.is_empty() {
        let (title, day) = (scene.m.backlog.to_owned(), scene.m.backlog_text.to_owned());
        groups.push(Group { title, href: None, day, goals: scene.goals(&loose, said) });
    }
    groups
}
