//! All teams, each under the team it belongs to.

use super::cycles::{List, ListGroup};
use super::{Kind, titled};
use crate::model::TeamId;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};

pub(super) static KIND: Kind = Kind { name: "teams", template: "list.html", section: "teams", plan, view };

/// Teams deeper than this are listed flat.
const DEEPEST: usize = 12;

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.teams]);
    plan.add(&KIND, address::section("teams"), Subject::Handbook, title, None);
}

fn view(scene: &Scene) -> Shown {
    let site = scene.site;
    let roots: Vec<TeamId> =
        site.handbook.teams().filter(|(_, team)| team.parent.is_none()).map(|(id, _)| id).collect();
    let mut entries = Html::new();
    list(&mut entries, scene, &roots, 0);
    let note = (!site.handbook.people.is_empty()).then(|| {
        let mut html = Html::new();
        html.link(&scene.links.to(&address::section("people")), scene.m.people);
        html
    });
    let view = List { text: None, groups: vec![ListGroup { title: None, entries }], note };
    let description = format!("{}: {}", site.settings.title, scene.m.teams);
    Shown {
        heading: scene.m.teams.to_owned(),
        description,
        sight: scene.sight_at_top(),
        view: Box::new(view),
    }
}

fn list(html: &mut Html, scene: &Scene, teams: &[TeamId], level: usize) {
    if teams.is_empty() {
        return;
    }
    html.raw("<ul class=\"plain\">");
    for &id in teams {
        html.raw("<li>").html(&scene.team(id));
        if let Some(purpose) = &scene.site.handbook[id].purpose {
            html.raw(" <small>").html(&scene.inline(purpose)).raw("</small>");
        }
        let inside = &scene.site.index.inside_team[id.index()];
        if level < DEEPEST {
            list(html, scene, inside, level + 1);
        }
        html.raw("</li>");
        if level >= DEEPEST {
            let mut waiting: Vec<TeamId> = inside.iter().rev().copied().collect();
            while let Some(deep) = waiting.pop() {
                html.raw("<li>").html(&scene.team(deep)).raw("</li>");
                waiting.extend(scene.site.index.inside_team[deep.index()].iter().rev());
            }
        }
    }
    html.raw("</ul>");
}
