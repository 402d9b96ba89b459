//! The tree: from the mission to every key result, with a lane for goals that align to nothing.

use super::{Kind, titled};
use crate::page::outline;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, Value, address};
use serde::Serialize;

pub(super) static KIND: Kind = Kind { name: "tree", template: "tree.html", section: "tree", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.tree]);
    plan.add(&KIND, address::section("tree"), Subject::Handbook, title, None);
}

/// What the template of the tree reads.
#[derive(Debug, Serialize)]
struct Tree {
    /// The branches from the mission down.
    branches: Html,
    /// Goals that align to nothing.
    unaligned: Html,
    /// Drafts without a cycle.
    backlog: Html,
    /// Whether key results are left to the objectives' pages, because the tree is large.
    is_large: bool,
}

fn view(scene: &Scene) -> Shown {
    let depth = outline::depth(scene.site.handbook);
    let view = Tree {
        branches: outline::branches(scene, depth),
        unaligned: outline::lane(scene, &scene.site.index.unaligned, depth),
        backlog: outline::lane(scene, &outline::loose_backlog(scene.site), depth),
        is_large: depth == outline::Depth::Objectives,
    };
    let description = format!("{} {}", scene.site.settings.title, scene.m.tree_text);
    Shown {
        heading: scene.m.tree.to_owned(),
        description,
        sight: scene.sight_at_top(),
        view: Value::of(&view),
    }
}
