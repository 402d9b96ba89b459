//! A person: what they lead and contribute to. An OKR says what the organisation achieves, never how a person
//! performed: no figure, bar, health or count stands on this page.

use super::{Kind, titled};
use crate::model::{Goal, PersonId};
use crate::page::parts::{Link, push_fact};
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};
use serde::Serialize;

pub(super) static KIND: Kind = Kind { name: "person", template: "person.html", section: "teams", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    for (id, person) in site.handbook.people() {
        let title = titled(site, &[&person.name.value, site.messages.person]);
        plan.add(&KIND, address::person(site.handbook, id), Subject::Person(id), title, Some(person.id.span));
    }
}

/// What the template of a person reads.
#[derive(Debug, Serialize)]
struct Person {
    /// Role and teams.
    facts: Html,
    /// Links to pillars that the person answers for, as list items.
    pillars: Html,
    /// Links to objectives that the person leads, as list items.
    leads: Html,
    /// Links to key results that the person answers for, as list items.
    answers_for: Html,
    /// Initiatives that the person has taken on, as list items.
    initiatives: Html,
    /// Links to KPIs that the person watches, as list items.
    kpis: Html,
    /// The narrative.
    body: Option<Html>,
    /// Further reading.
    links: Vec<Link>,
}

fn view(scene: &Scene) -> Shown {
    let Subject::Person(id) = scene.page.subject else { unreachable!("person pages are about people") };
    let site = scene.site;
    let (person, index) = (&site.handbook[id], &site.index);
    let mut leads = Html::new();
    for &objective in &index.led_by[id.index()] {
        leads.raw("<li>").html(&scene.goal(Goal::Objective(objective)));
        if let Some(cycle) = site.handbook[objective].cycle {
            leads.raw(" <small>").text(&site.handbook[cycle.value].title).raw("</small>");
        }
        leads.raw("</li>");
    }
    let view = Person {
        facts: facts(scene, id),
        pillars: items(index.pillars_of[id.index()].iter().map(|&pillar| scene.pillar(pillar))),
        leads,
        answers_for: scene.plain_key_results(&index.answered_by[id.index()]),
        initiatives: initiatives(scene, id),
        kpis: items(index.kpis_of[id.index()].iter().map(|&kpi| scene.kpi(kpi))),
        body: scene.body(person.about.body.as_ref(), &person.name.value),
        links: scene.web_links(&person.about.links),
    };
    let description = match &person.role {
        Some(role) => format!("{}, {}", person.name.value, role.value),
        None => format!("{}, {}", person.name.value, site.settings.title),
    };
    let sight = scene.sight_in(&address::section("people"), scene.m.people);
    Shown { heading: person.name.value.clone(), description, sight, view: Box::new(view) }
}

/// The work that a person has taken on, each below the objective that it serves.
fn initiatives(scene: &Scene, id: PersonId) -> Html {
    let mut html = Html::new();
    for &(objective, place) in &scene.site.index.initiatives_of[id.index()] {
        let goal = &scene.site.handbook[objective];
        html.raw("<li>").link(&scene.links.objective(objective), &goal.initiatives[place].title.value);
        html.raw(" <small>").text(&goal.title.value).raw("</small></li>");
    }
    html
}

fn facts(scene: &Scene, id: PersonId) -> Html {
    let mut facts = Html::new();
    if let Some(role) = &scene.site.handbook[id].role {
        push_fact(&mut facts, scene.m.role, &Html::of(&role.value));
    }
    let teams = &scene.site.index.teams_of[id.index()];
    if !teams.is_empty() {
        push_fact(&mut facts, scene.m.works_in, &scene.listed(teams, Scene::team));
    }
    facts
}

/// Each piece as a list item.
pub(super) fn items(pieces: impl IntoIterator<Item = Html>) -> Html {
    let mut html = Html::new();
    for piece in pieces {
        html.raw("<li>").html(&piece).raw("</li>");
    }
    html
}
