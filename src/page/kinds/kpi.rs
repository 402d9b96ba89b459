//! A KPI: its values over time against the band in which it is healthy, and which objectives mean to move it.

use super::{Kind, person, titled};
use crate::model::{KpiId, ObjectiveId};
use crate::page::chart::{self, KpiChart};
use crate::page::parts::{Link, push_fact, time};
use crate::page::rows::Said;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address, format, words};
use serde::Serialize;

pub(super) static KIND: Kind = Kind { name: "kpi", template: "kpi.html", section: "kpis", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    for (id, kpi) in site.handbook.kpis() {
        let title = titled(site, &[&kpi.title.value, site.messages.kpi]);
        plan.add(&KIND, address::kpi(site.handbook, id), Subject::Kpi(id), title, Some(kpi.id.span));
    }
}

/// What the template of a KPI reads.
#[derive(Debug, Serialize)]
struct Kpi {
    /// Its status as word and shape.
    status: Html,
    /// The latest value with its unit.
    value: Option<String>,
    /// When that was.
    date: Option<Html>,
    /// Band, cadence, team, owner.
    facts: Html,
    /// Why it matters.
    why: Option<Html>,
    /// Its chart with the table behind it.
    chart: Html,
    /// Notes on values, newest first, as table rows.
    notes: Html,
    /// Rows of the objectives with a key result that means to move it.
    moved_by: Html,
    /// Links to the pillars that watch it, as list items.
    watched_by: Html,
    /// The narrative.
    body: Option<Html>,
    /// Further reading.
    links: Vec<Link>,
}

fn view(scene: &Scene) -> Shown {
    let Subject::Kpi(id) = scene.page.subject else { unreachable!("KPI pages are about KPIs") };
    let site = scene.site;
    let (kpi, progress) = (&site.handbook[id], site.progress.of_kpi(id));
    let latest = progress.latest.map(|latest| &kpi.values[latest]);
    let unit = kpi.unit.as_ref().map(|unit| unit.value.as_str());
    let mut objectives: Vec<ObjectiveId> =
        site.index.moves[id.index()].iter().map(|id| id.objective).collect();
    objectives.dedup();
    let chart = KpiChart { m: scene.m, kpi, progress, as_of: site.as_of() };
    let view = Kpi {
        status: chart::kpi_status(scene.m, progress.status),
        value: latest.map(|latest| format::value(scene.language, latest.value, unit)),
        date: latest.map(|latest| time(scene.language, latest.date.value)),
        facts: facts(scene, id),
        why: scene.maybe_inline(kpi.why.as_ref()),
        chart: chart::kpi(&chart),
        notes: notes(scene, id),
        moved_by: scene.goals(&objectives, Said::default()),
        watched_by: person::items(
            site.index.watched_by[id.index()].iter().map(|&pillar| scene.pillar(pillar)),
        ),
        body: scene.body(kpi.about.body.as_ref(), &kpi.title.value),
        links: scene.web_links(&kpi.about.links),
    };
    let description = format!("{}: {}", scene.m.kpi, kpi.title.value);
    let sight = scene.sight_in(&address::section("kpis"), scene.m.kpis);
    Shown { heading: kpi.title.value.clone(), description, sight, view: Box::new(view) }
}

fn facts(scene: &Scene, id: KpiId) -> Html {
    let kpi = &scene.site.handbook[id];
    let mut facts = Html::new();
    if let Some(bounds) = kpi.healthy {
        let text = format::bounds(scene.m, bounds.value, kpi.unit.as_ref().map(|unit| unit.value.as_str()));
        push_fact(&mut facts, scene.m.healthy_band, &Html::of(&text));
    }
    push_fact(&mut facts, scene.m.measured, &Html::of(&words::cadence(scene.m, kpi.every)));
    if let Some(team) = kpi.team {
        push_fact(&mut facts, scene.m.team, &scene.team(team.value));
    }
    if let Some(owner) = kpi.owner {
        push_fact(&mut facts, scene.m.owner, &scene.person(owner.value));
    }
    facts
}

/// What was noted beside values, newest first.
fn notes(scene: &Scene, id: KpiId) -> Html {
    let kpi = &scene.site.handbook[id];
    let known = scene.site.progress.of_kpi(id).latest.map_or(0, |latest| latest + 1);
    let unit = kpi.unit.as_ref().map(|unit| unit.value.as_str());
    let mut html = Html::new();
    for reading in kpi.values[..known].iter().rev() {
        let Some(note) = &reading.note else { continue };
        html.raw("<tr><th scope=\"row\">")
            .html(&time(scene.language, reading.date.value))
            .raw("</th><td class=\"number\">");
        html.text(&format::value(scene.language, reading.value, unit)).raw("</td><td>");
        html.html(&scene.inline(note)).raw("</td></tr>");
    }
    html
}
