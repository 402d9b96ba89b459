//! The list of everything that a handbook is checked for, with the levels in force.

use super::{Kind, titled};
use crate::page::{Html, Plan, RulePage, Scene, Shown, Site, Subject, address};
use serde::Serialize;

pub(super) static KIND: Kind = Kind { name: "rules", template: "rules.html", section: "method", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.rules, site.messages.method]);
    plan.add(&KIND, address::rules(), Subject::Handbook, title, None);
}

/// What the template of the list of rules reads.
#[derive(Debug, Serialize)]
struct Rules {
    /// Every rule, as table rows.
    rows: Html,
}

fn view(scene: &Scene) -> Shown {
    let mut rows = Html::new();
    for rule in scene.site.rules {
        rows.raw("<tr><th scope=\"row\">").link(&scene.links.to(&address::rule(rule.name)), rule.name);
        rows.raw("</th><td>")
            .text(level(scene.site, rule))
            .raw("</td><td>")
            .text(&summary(rule))
            .raw("</td></tr>");
    }
    let m = scene.m;
    let description = format!("{}: {}", scene.site.settings.title, m.rules_text);
    let sight = scene.sight_in(&address::section("method"), m.method);
    Shown { heading: m.rules.to_owned(), description, sight, view: Box::new(Rules { rows }) }
}

/// How loudly a rule speaks in this handbook.
pub(super) fn level<'a>(site: &Site<'a>, rule: &RulePage) -> &'a str {
    match rule.level {
        Some(level) => level.word(),
        None => site.messages.error,
    }
}

/// The first sentence of a rule's page: what it finds, in a line.
pub(super) fn summary(rule: &RulePage) -> String {
    let prose = rule.docs.lines().skip_while(|line| line.starts_with('#') || line.trim().is_empty());
    let paragraph: Vec<&str> =
        prose.take_while(|line| !line.trim().is_empty() && !line.starts_with('#')).collect();
    paragraph.join(" ").replace('`', "")
}
