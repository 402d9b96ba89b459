//! All people, by name. No figure stands beside anyone.

use super::cycles::{List, ListGroup};
use super::{Kind, titled};
use crate::model::PersonId;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};

pub(super) static KIND: Kind = Kind { name: "people", template: "list.html", section: "teams", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    if !site.handbook.people.is_empty() {
        let title = titled(site, &[site.messages.people]);
        plan.add(&KIND, address::section("people"), Subject::Handbook, title, None);
    }
}

fn view(scene: &Scene) -> Shown {
    let site = scene.site;
    let mut people: Vec<PersonId> = site.handbook.people().map(|(id, _)| id).collect();
    people.sort_by(|&a, &b| site.handbook[a].name.value.cmp(&site.handbook[b].name.value));
    let mut entries = Html::new();
    entries.raw("<ul class=\"plain\">");
    for id in people {
        entries.raw("<li>").html(&scene.person(id));
        if let Some(role) = &site.handbook[id].role {
            entries.raw(" <small>").text(&role.value).raw("</small>");
        }
        entries.raw("</li>");
    }
    entries.raw("</ul>");
    let view = List { text: None, groups: vec![ListGroup { title: None, entries }], note: None };
    let description = format!("{}: {}", site.settings.title, scene.m.people);
    let sight = scene.sight_in(&address::section("teams"), scene.m.teams);
    Shown { heading: scene.m.people.to_owned(), description, sight, view: Box::new(view) }
}
