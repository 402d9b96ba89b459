//! All KPIs: the rear-view mirror.

use super::cycles::{List, ListGroup};
use super::{Kind, titled};
use crate::model::KpiId;
use crate::page::{Plan, Scene, Shown, Site, Subject, address};

pub(super) static KIND: Kind = Kind { name: "kpis", template: "list.html", section: "kpis", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.kpis]);
    plan.add(&KIND, address::section("kpis"), Subject::Handbook, title, None);
}

fn view(scene: &Scene) -> Shown {
    let kpis: Vec<KpiId> = scene.site.handbook.kpis().map(|(id, _)| id).collect();
    let entries = scene.kpi_rows(&kpis);
    let groups = vec![ListGroup { title: None, entries }];
    let view = List { text: Some(scene.m.kpis_text.to_owned()), groups, note: None };
    let description = format!("{}: {}", scene.site.settings.title, scene.m.kpis_text);
    Shown { heading: scene.m.kpis.to_owned(), description, sight: scene.sight_at_top(), view: Box::new(view) }
}
