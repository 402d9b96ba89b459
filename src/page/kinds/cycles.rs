//! All cycles, the latest first.

use super::{Kind, titled};
use crate::model::CycleId;
use crate::page::chart::Bar;
use crate::page::parts::linked;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address, format};
use serde::Serialize;

pub(super) static KIND: Kind = Kind { name: "cycles", template: "list.html", section: "cycles", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.cycles]);
    plan.add(&KIND, address::section("cycles"), Subject::Handbook, title, None);
}

/// What the template of a plain list reads.
#[derive(Debug, Serialize)]
pub(super) struct List {
    /// What the list is about.
    pub(super) text: Option<String>,
    /// Groups of entries.
    pub(super) groups: Vec<ListGroup>,
    /// What stands below them.
    pub(super) note: Option<Html>,
}

/// Some entries with a headline.
#[derive(Debug, Serialize)]
pub(super) struct ListGroup {
    /// The headline; none for the only group.
    pub(super) title: Option<Html>,
    /// The entries.
    pub(super) entries: Html,
}

fn view(scene: &Scene) -> Shown {
    let site = scene.site;
    let mut cycles: Vec<CycleId> = site.handbook.cycles().map(|(id, _)| id).collect();
    cycles.reverse();
    let mut entries = Html::new();
    entries.raw("<ul class=\"goals\">");
    for id in &cycles {
        let (cycle, progress) = (&site.handbook[*id], site.progress.of_cycle(*id));
        entries.raw("<li class=\"goal\"><span class=\"goal-name\">").html(&scene.cycle(*id)).raw("<small>");
        entries.text(&format::range(scene.m, cycle.start, cycle.end));
        if let Some(coverage) = scene.coverage(progress.coverage) {
            entries.raw(" · ").text(&coverage);
        }
        entries.raw("</small></span>");
        scene.measure_cells(
            &mut entries,
            &Bar::of(progress.progress, progress.expected, progress.coverage.reported > 0),
        );
        entries.raw("<small>").text(&scene.cycle_day(*id)).raw("</small></li>");
    }
    entries.raw("</ul>");
    let entries = if cycles.is_empty() { Html::new() } else { entries };
    let note = (!site.past.is_empty())
        .then(|| linked(&scene.links.to(&address::section("snapshots")), scene.m.all_snapshots));
    let view = List { text: None, groups: vec![ListGroup { title: None, entries }], note };
    let description = format!("{}: {}", site.settings.title, scene.m.cycles);
    Shown {
        heading: scene.m.cycles.to_owned(),
        description,
        sight: scene.sight_at_top(),
        view: Box::new(view),
    }
}
