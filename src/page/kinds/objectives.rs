//! All objectives in one plain list, by cycle, the latest first.

use super::cycles::{List, ListGroup};
use super::{Kind, titled};
use crate::model::ObjectiveId;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};

pub(super) static KIND: Kind =
    Kind { name: "objectives", template: "list.html", section: "tree", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.objectives]);
    plan.add(&KIND, address::section("objectives"), Subject::Handbook, title, None);
}

fn view(scene: &Scene) -> Shown {
    let site = scene.site;
    let count = site.handbook.objectives.len();
    let view = List { text: None, groups: by_cycle(scene), note: None };
    let description = format!("{}: {}", site.settings.title, scene.objectives_counted(count));
    Shown {
        heading: scene.m.objectives.to_owned(),
        description,
        sight: scene.sight_at_top(),
        view: Box::new(view),
    }
}

/// All objectives by cycle, the latest first, then those that have none.
pub(super) fn by_cycle(scene: &Scene) -> Vec<ListGroup> {
    let site = scene.site;
    let all: Vec<ObjectiveId> = site.handbook.objectives().map(|(id, _)| id).collect();
    let mut groups: Vec<ListGroup> = scene
        .by_cycle(&all)
        .into_iter()
        .map(|(cycle, members)| ListGroup {
            title: Some(scene.cycle(cycle)),
            entries: entries(scene, &members),
        })
        .collect();
    if !site.index.backlog.is_empty() {
        let title = Some(Html::of(scene.m.backlog));
        groups.push(ListGroup { title, entries: entries(scene, &site.index.backlog) });
    }
    groups
}

fn entries(scene: &Scene, objectives: &[ObjectiveId]) -> Html {
    let mut html = Html::new();
    html.raw("<ul class=\"plain\">");
    for &id in objectives {
        let objective = &scene.site.handbook[id];
        html.raw("<li>").link(&scene.links.objective(id), &objective.title.value);
        if let Some(team) = objective.team {
            html.raw(" <small>").text(&scene.site.handbook[team.value].name.value).raw("</small>");
        }
        html.raw("</li>");
    }
    html.raw("</ul>");
    html
}
