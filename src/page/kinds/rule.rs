//! A rule's page: the text of `okrbook explain`, and the level at which the rule speaks here.

use super::{Kind, rules, titled};
use crate::locale::{Language, Messages};
use crate::page::parts::Link;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address, prose};
use serde::Serialize;

pub(super) static KIND: Kind = Kind { name: "rule", template: "rule.html", section: "method", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    for (index, rule) in site.rules.iter().enumerate() {
        let title = titled(site, &[rule.name, site.messages.rule]);
        plan.add(&KIND, address::rule(rule.name), Subject::Rule(index), title, None);
    }
}

/// What the template of a rule reads.
#[derive(Debug, Serialize)]
struct Rule {
    /// `error`, `deny`, `warn` or `allow`.
    level: String,
    /// The page.
    body: Html,
}

fn view(scene: &Scene) -> Shown {
    let Subject::Rule(index) = scene.page.subject else { unreachable!("rule pages are about rules") };
    let rule = &scene.site.rules[index];
    let text = rule.docs.trim_start();
    // The page's own headline says the name already.
    let text = text.strip_prefix("# ").and_then(|rest| rest.split_once('\n')).map_or(text, |(_, rest)| rest);
    let view =
        Rule { level: rules::level(scene.site, rule).to_owned(), body: prose::text(english(scene), text) };
    let steps = [
        scene.home_step(),
        Link { href: scene.links.to(&address::section("method")), title: scene.m.method.to_owned() },
        Link { href: scene.links.to(&address::rules()), title: scene.m.rules.to_owned() },
    ];
    let description = format!("{}: {}", rule.name, rules::summary(rule));
    Shown { heading: rule.name.to_owned(), description, sight: scene.sight(&steps), view: Box::new(view) }
}

/// The words around a text in English; those of the site where they are that.
fn english<'a>(scene: &Scene<'a>) -> &'a Messages<'a> {
    if scene.language.is_english() { scene.m } else { Language::english() }
}
