//! All snapshots, the latest first.

use super::cycles::{List, ListGroup};
use super::{Kind, titled};
use crate::page::chart::Bar;
use crate::page::parts::linked;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};

pub(super) static KIND: Kind =
    Kind { name: "snapshots", template: "list.html", section: "cycles", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    if !site.past.is_empty() {
        let title = titled(site, &[site.messages.snapshots]);
        plan.add(&KIND, address::section("snapshots"), Subject::Handbook, title, None);
    }
}

fn view(scene: &Scene) -> Shown {
    let m = scene.m;
    let mut entries = Html::new();
    entries.raw("<ul class=\"goals\">");
    for past in scene.site.past.iter().rev() {
        let derived = past.site.progress.of_cycle(past.thawed.cycle);
        entries.raw("<li class=\"goal\"><span class=\"goal-name\">");
        entries.link(&scene.links.to(&address::snapshot(&past.about.id)), &name(past)).raw("<small>");
        entries.say(&m.as_of(past.about.as_of));
        entries.raw(" · ").text(&scene.objectives_counted(past.objectives().count()));
        if let Some(coverage) = scene.coverage(derived.coverage) {
            entries.raw(" · ").text(&coverage);
        }
        if let Some(message) = &past.about.message {
            entries.raw(" · ").text(message);
        }
        entries.raw("</small></span>");
        scene.measure_cells(&mut entries, &Bar::of(derived.progress, None, derived.coverage.reported > 0));
        entries.raw("<small class=\"digest\">").text(&past.about.digest[..12]).raw("</small></li>");
    }
    entries.raw("</ul>");
    let view = List {
        text: Some(m.snapshots_text.to_owned()),
        groups: vec![ListGroup { title: None, entries }],
        note: Some(linked(&scene.links.to(&address::section("cycles")), m.all_cycles)),
    };
    Shown {
        heading: m.snapshots.to_owned(),
        description: format!("{}: {}", scene.site.settings.title, m.snapshots_text),
        sight: scene.sight_in(&address::section("cycles"), m.cycles),
        view: Box::new(view),
    }
}

/// What a snapshot is called: its cycle, and its id where that says more.
pub(super) fn name(past: &crate::page::Past) -> String {
    let (title, about) = (&past.thawed.cycle().title, past.about);
    if *title == about.id { about.id.clone() } else { format!("{title} ({})", about.id) }
}
