//! What is found in the sources, by rule: each finding with its place. They speak the language of the command line.

use super::Found;
use crate::diagnostic::render::printable;
use crate::diagnostic::{Judged, Level};
use crate::page::kinds::handbook::edit_address;
use crate::page::{Html, Scene, address};
use std::collections::BTreeMap;

/// As many findings have a place on the page, and as many of one rule.
const MOST: usize = 400;
const MOST_OF_RULE: usize = 50;

/// What is found by rule, and how much of it is left out. What a comment silenced is settled.
pub(super) fn found(scene: &Scene) -> (Vec<Found>, usize) {
    let Some(report) = scene.site.report else { return (Vec::new(), 0) };
    let mut rules: BTreeMap<(Level, &'static str), Vec<&Judged>> = BTreeMap::new();
    for item in report.items.iter().filter(|item| item.level != Level::Silenced) {
        rules.entry((item.level, item.finding.code)).or_default().push(item);
    }
    let mut room = MOST;
    let mut left_out = 0;
    let mut found = Vec::new();
    for ((_, code), all) in rules {
        let number = all.len().min(MOST_OF_RULE).min(room);
        room -= number;
        left_out += all.len() - number;
        let mut items = Html::new();
        for item in &all[..number] {
            finding(scene, &mut items, item);
        }
        let mut count = String::new();
        scene.language.push_count(&mut count, all.len() as u64);
        found.push(Found { code, href: scene.links.to(&address::rule(code)), count, items });
    }
    (found, left_out)
}

fn finding(scene: &Scene, html: &mut Html, item: &Judged) {
    let sources = scene.site.sources;
    let span = item.finding.span;
    let (path, line) = (sources.get(span.source()).path(), sources.start(span).line);
    html.raw("<li>");
    quoted(html, &printable(&item.finding.message));
    let place = format!("{}:{line}", printable(path));
    html.raw(" <small><code>");
    html.link(&edit_address(scene.site, path).unwrap_or_default(), &place).raw("</code></small></li>");
}

/// A message, with what stands between backticks as code.
fn quoted(html: &mut Html, message: &str) {
    for (index, part) in message.split('`').enumerate() {
        if index % 2 == 1 {
            html.raw("<code>").text(part).raw("</code>");
        } else {
            html.text(part);
        }
    }
}
