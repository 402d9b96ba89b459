//! A KPI: its values over time against the band in which it is healthy, and which objectives mean to move it.

use super::{Kind, person, titled};
use crate::model::{Bounds, KpiId, ObjectiveId};
use crate::page::chart::{self, KpiChart};
use crate::page::messages::fill;
use crate::page::parts::{Fact, Link, time};
use crate::page::rows::Said;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, Value, address, format};
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
    facts: Vec<Fact>,
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
    let chart = KpiChart { kpi, progress, as_of: site.as_of() };
    let view = Kpi {
        status: chart::kpi_status(progress.status),
        value: latest.map(|latest| format::value(latest.value, unit)),
        date: latest.map(|latest| time(latest.date)),
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
    Shown { heading: kpi.title.value.clone(), description, sight, view: Value::of(&view) }
}

fn facts(scene: &Scene, id: KpiId) -> Vec<Fact> {
    let kpi = &scene.site.handbook[id];
    let mut facts = Vec::new();
    if let Some(bounds) = kpi.healthy {
        let text = bounds_text(scene, bounds.value, kpi.unit.as_ref().map(|unit| unit.value.as_str()));
        facts.push(Fact { name: scene.m.healthy_band, value: Html::of(&text) });
    }
    facts.push(Fact { name: scene.m.measured, value: Html::of(&super::cycle::cadence(scene, kpi.every)) });
    if let Some(team) = kpi.team {
        facts.push(Fact { name: scene.m.team, value: scene.team(team.value) });
    }
    if let Some(owner) = kpi.owner {
        facts.push(Fact { name: scene.m.owner, value: scene.person(owner.value) });
    }
    facts
}

/// `at least 90 %`, `at most 12 days`, `4 to 6`.
pub(in crate::page) fn bounds_text(scene: &Scene, bounds: Bounds, unit: Option<&str>) -> String {
    let m = scene.m;
    match bounds {
        Bounds::AtLeast(least) => fill(m.at_least, &[("n", &format::value(least, unit))]),
        Bounds::AtMost(most) => fill(m.at_most, &[("n", &format::value(most, unit))]),
        Bounds::Between(least, most) => {
            fill(m.between, &[("a", &format::number(least)), ("b", &format::value(most, unit))])
        }
    }
}

/// What was noted beside values, newest first.
fn notes(scene: &Scene, id: KpiId) -> Html {
    let kpi = &scene.site.handbook[id];
    let known = scene.site.progress.of_kpi(id).latest.map_or(0, |latest| latest + 1);
    let unit = kpi.unit.as_ref().map(|unit| unit.value.as_str());
    let mut html = Html::new();
    for reading in kpi.values[..known].iter().rev() {
        let Some(note) = &reading.note else { continue };
        html.raw("<tr><th scope=\"row\">").html(&time(reading.date)).raw("</th><td class=\"number\">");
        html.text(&format::value(reading.value, unit)).raw("</td><td>");
        html.html(&scene.inline(note)).raw("</td></tr>");
    }
    html
}
