//! A frozen cycle as it was published: its scorecard, drawn as the page of a cycle from frozen data alone.

use super::snapshots::name;
use super::{Kind, cycle, titled};
use crate::page::parts::Link;
use crate::page::{Plan, Scene, Shown, Site, Subject, address};

pub(super) static KIND: Kind =
    Kind { name: "snapshot", template: "cycle.html", section: "cycles", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    for (index, past) in site.past.iter().enumerate() {
        let title = titled(site, &[&name(past), site.messages.as_published]);
        let subject = Subject::Snapshot { snapshot: index, objective: None };
        plan.add(&KIND, address::snapshot(&past.about.id), subject, title, None);
    }
}

fn view(scene: &Scene) -> Shown {
    let past = scene.past().expect("snapshot pages are about snapshots");
    let mut shown = cycle::show(&scene.then(past), past.thawed.cycle);
    let all =
        Link { href: scene.links.to(&address::section("snapshots")), title: scene.m.snapshots.to_owned() };
    shown.sight = scene.sight(&[scene.home_step(), all]);
    shown.description = described(scene, &shown.description);
    shown
}

/// A sentence about a frozen page, which says that it is one.
pub(super) fn described(scene: &Scene, what: &str) -> String {
    let past = scene.past().expect("frozen pages are about snapshots");
    format!("{}: {what}", scene.m.as_of(past.about.as_of))
}
