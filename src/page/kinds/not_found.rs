//! The page of unknown addresses. It is served at any depth, so that its links start at the site's root.

use super::{Kind, titled};
use crate::page::parts::Link;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};
use serde::Serialize;

pub(super) static KIND: Kind =
    Kind { name: "not_found", template: "404.html", section: "not_found", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.not_found_title]);
    plan.add(&KIND, address::not_found(), Subject::Handbook, title, None);
}

/// What the template of unknown addresses reads.
#[derive(Debug, Serialize)]
struct NotFound {
    /// Pages that lead everywhere.
    pages: Vec<Link>,
}

fn view(scene: &Scene) -> Shown {
    let (m, base) = (scene.m, scene.site.base_path());
    let sections = [
        (address::home(), m.home),
        (address::section("tree"), m.tree),
        (address::section("strategy"), m.strategy),
        (address::section("teams"), m.teams),
    ];
    let pages = sections
        .into_iter()
        .map(|(address, title)| Link { href: format!("{base}{}", address.as_str()), title: title.to_owned() })
        .collect();
    Shown {
        heading: m.not_found_title.to_owned(),
        description: m.not_found_text.to_owned(),
        sight: Html::new(),
        view: Box::new(NotFound { pages }),
    }
}
