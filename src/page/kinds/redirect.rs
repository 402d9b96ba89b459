//! An old address: a small page that leads to where its page stands now.

use super::Kind;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject};
use serde::Serialize;

/// Added by the plan once every living page has its address.
pub(in crate::page) static KIND: Kind =
    Kind { name: "redirect", template: "redirect.html", section: "redirect", plan, view };

fn plan(_: &Site, _: &mut Plan) {}

/// What the template of an old address reads.
#[derive(Debug, Serialize)]
struct Redirect {
    /// Where the page stands now.
    to: String,
    /// The same as a full address, where the site's is known.
    canonical: Option<String>,
    /// The title of the page there.
    title: String,
}

fn view(scene: &Scene) -> Shown {
    let Subject::Moved { to, .. } = &scene.page.subject else {
        unreachable!("redirects are about old addresses")
    };
    let title = scene.plan.find(to).map_or_else(|| to.as_str().to_owned(), |page| page.title.clone());
    let canonical = scene.site.base_url.map(|base| format!("{base}{}", to.public_path()));
    let view = Redirect { to: scene.links.to(to), canonical, title };
    Shown {
        heading: scene.m.moved_title.to_owned(),
        description: scene.m.moved_title.to_owned(),
        sight: Html::new(),
        view: Box::new(view),
    }
}
