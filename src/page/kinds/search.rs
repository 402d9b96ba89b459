//! The search: results while somebody types, and without JavaScript everything that there is, grouped.

use super::cycles::ListGroup;
use super::objectives::by_cycle;
use super::{Kind, titled};
use crate::page::{Html, Plan, Planned, Scene, Shown, Site, Subject, address};
use serde::Serialize;

pub(super) static KIND: Kind =
    Kind { name: "search", template: "search.html", section: "search", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.search]);
    plan.add(&KIND, address::section("search"), Subject::Handbook, title, None);
}

/// What the template of the search reads.
#[derive(Debug, Serialize)]
struct SearchView {
    /// Everything that has a page of its own, for readers without JavaScript.
    groups: Vec<ListGroup>,
}

fn view(scene: &Scene) -> Shown {
    let m = scene.m;
    let mut groups = vec![
        group(scene, m.pillars, |subject| matches!(subject, Subject::Pillar(_))),
        group(scene, m.kpis, |subject| matches!(subject, Subject::Kpi(_))),
        group(scene, m.teams, |subject| matches!(subject, Subject::Team(_))),
        group(scene, m.people, |subject| matches!(subject, Subject::Person(_))),
        group(scene, m.handbook, |subject| matches!(subject, Subject::Page(_))),
        group(scene, m.cycles, |subject| matches!(subject, Subject::Cycle(_))),
    ];
    groups.retain(|group| !group.entries.is_empty());
    groups.extend(by_cycle(scene));
    let description = format!("{}: {}", scene.site.settings.title, m.search);
    Shown {
        heading: m.search.to_owned(),
        description,
        sight: scene.sight_at_top(),
        view: Box::new(SearchView { groups }),
    }
}

/// The pages about one kind of thing, by title.
fn group(scene: &Scene, title: &str, belongs: fn(&Subject) -> bool) -> ListGroup {
    let mut pages: Vec<(&str, &Planned)> = scene
        .plan
        .pages
        .iter()
        .filter(|page| belongs(&page.subject))
        .map(|page| (page.subject.name(scene.site.handbook).unwrap_or(&page.title), page))
        .collect();
    pages.sort_by_key(|(name, _)| *name);
    let mut entries = Html::new();
    if !pages.is_empty() {
        entries.raw("<ul class=\"plain\">");
        for (name, page) in pages {
            entries.raw("<li>").link(&scene.links.to(&page.address), name).raw("</li>");
        }
        entries.raw("</ul>");
    }
    ListGroup { title: Some(Html::of(title)), entries }
}
