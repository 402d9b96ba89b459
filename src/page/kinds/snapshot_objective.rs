//! An objective as it was published, drawn as the page of an objective from frozen data alone.

use super::{Kind, objective, snapshot, titled};
use crate::page::{Plan, Scene, Shown, Site, Subject, address};

pub(super) static KIND: Kind =
    Kind { name: "snapshot_objective", template: "objective.html", section: "cycles", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    for (index, past) in site.past.iter().enumerate() {
        let published = site.messages.published_in(&past.about.id).to_string();
        for id in past.objectives() {
            let goal = &past.site.handbook[id];
            let title = titled(site, &[&goal.title.value, &published]);
            let address = address::snapshot_objective(&past.about.id, &goal.id.value);
            plan.add(&KIND, address, Subject::Snapshot { snapshot: index, objective: Some(id) }, title, None);
        }
    }
}

fn view(scene: &Scene) -> Shown {
    let Subject::Snapshot { objective: Some(id), .. } = scene.page.subject else {
        unreachable!("these pages are about objectives of snapshots")
    };
    let past = scene.past().expect("these pages are about objectives of snapshots");
    let mut shown = objective::show(&scene.then(past), id);
    shown.description = snapshot::described(scene, &shown.description);
    shown
}
