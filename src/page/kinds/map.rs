//! The map: the tree as a drawing. One of what runs now, and one a cycle.

use super::{Kind, titled};
use crate::model::{CycleId, SitePath};
use crate::page::map::{self, Chosen};
use crate::page::parts::joined;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};
use serde::Serialize;

pub(super) static KIND: Kind = Kind { name: "map", template: "map.html", section: "tree", plan, view };

/// A handbook of at most this many objectives is drawn whole.
const DRAWN_WHOLE: usize = 12;

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.map]);
    plan.add(&KIND, address::section("map"), Subject::Handbook, title, None);
    for (id, cycle) in site.handbook.cycles() {
        if !site.index.of_cycle[id.index()].is_empty() {
            let own = [&*cycle.title, &cycle.id.value];
            let names = if own[0] == own[1] { &own[..1] } else { &own };
            let title = titled(site, &[names, &[site.messages.map]].concat());
            plan.add(&KIND, address::map(site.handbook, id), Subject::Map(id), title, Some(cycle.span()));
        }
    }
}

/// What the template of the map reads.
#[derive(Debug, Serialize)]
struct MapView {
    /// Which goals are drawn.
    about: String,
    /// The drawing with what belongs to it; empty where there is nothing to draw.
    map: Html,
    /// The maps there are, as entries of a list.
    maps: Html,
    /// Path of the tree, which says the same in words.
    tree: String,
}

fn view(scene: &Scene) -> Shown {
    let (site, m) = (scene.site, scene.m);
    let drawn_whole = site.handbook.objectives.len() <= DRAWN_WHOLE;
    let titles = |cycles: &[CycleId]| {
        let title = |&id: &CycleId| scene.language.isolated(&site.handbook[id].title).into_owned();
        m.map_shows(&*cycles.iter().map(title).collect::<Vec<String>>().join(m.comma)).to_string()
    };
    let (chosen, heading, about) = match scene.page.subject {
        Subject::Map(id) => {
            let heading = m.map_of(&*site.handbook[id].title).to_string();
            (Chosen::of_cycles(site, &[id], false), heading, titles(&[id]))
        }
        _ if drawn_whole => (Chosen::all(site), m.map.to_owned(), m.map_shows_all.to_owned()),
        _ => {
            let cycles = site.cycles_in_view();
            (Chosen::of_cycles(site, &cycles, true), m.map.to_owned(), titles(&cycles))
        }
    };
    let mut drawn = Html::new();
    if !chosen.is_empty() {
        map::push_map(&mut drawn, scene, &chosen, &heading, "okr-map");
    }
    let tree = scene.links.to(&address::section("tree"));
    let view = MapView { about, map: drawn, maps: maps(scene), tree };
    let description = format!("{}: {} {}", site.settings.title, heading, m.map_text);
    let sight = match scene.page.subject {
        Subject::Map(_) => scene.sight_in(&address::section("map"), m.map),
        _ => scene.sight_at_top(),
    };
    Shown { heading, description, sight, view: Box::new(view) }
}

/// All maps, the latest cycle first; none where the one map shows everything.
fn maps(scene: &Scene) -> Html {
    let site = scene.site;
    let mut cycles: Vec<CycleId> = site
        .handbook
        .cycles()
        .map(|(id, _)| id)
        .filter(|id| !site.index.of_cycle[id.index()].is_empty())
        .collect();
    cycles.sort_by_key(|&id| std::cmp::Reverse((site.handbook[id].end, site.handbook[id].start)));
    let entry = |target: &SitePath, title: &str, is_current| {
        let mut html = Html::new();
        html.raw("<li><a").attribute("href", &scene.links.to(target));
        html.raw(if is_current { " aria-current=\"page\">" } else { ">" }).text(title).raw("</a></li>");
        html
    };
    let now =
        if site.handbook.objectives.len() <= DRAWN_WHOLE { scene.m.map_everything } else { scene.m.map_now };
    let first = entry(&address::section("map"), now, scene.page.subject == Subject::Handbook);
    let others = cycles.into_iter().map(|id| {
        let title = scene.language.isolated(&site.handbook[id].title);
        entry(&address::map(site.handbook, id), &title, scene.page.subject == Subject::Map(id))
    });
    joined(std::iter::once(first).chain(others), "")
}
