//! What changed between two neighbours of the chain of snapshots, and between the last one and today, in words.

use super::{Kind, titled};
use crate::model::Goal;
use crate::page::comparison::{NOTHING, Piece, Row, Sentence, rows, sections, summary};
use crate::page::parts::{Link, linked};
use crate::page::prose::{self, OnlyWeb, Place};
use crate::page::{Html, Past, Plan, Scene, Shown, Site, Subject, address};
use crate::snapshot::compare::{Comparison, Moment, SubjectKind, compare};
use serde::Serialize;

pub(super) static KIND: Kind =
    Kind { name: "comparison", template: "comparison.html", section: "history", plan, view };

/// So many sentences of a section and rows of the table are shown; the command line tells all.
const SHOWN: usize = 150;
/// What today is called in an address.
const NOW: &str = "now";

fn plan(site: &Site, plan: &mut Plan) {
    for (from, to) in pairs(site) {
        let names = [name(site, Some(from)), name(site, to)];
        let title = site.messages.told_headline(&names[0], &names[1]).to_string();
        let address = address::comparison(&names[0], &names[1]);
        plan.add(&KIND, address, Subject::Comparison { from, to }, titled(site, &[&title]), None);
    }
}

/// Which snapshots are compared with which; the last one is compared with today.
fn pairs(site: &Site) -> Vec<(usize, Option<usize>)> {
    let count = site.past.len();
    (0..count).map(|index| (index, Some(index + 1).filter(|&next| next < count))).collect()
}

/// A snapshot's id, or what today is called.
fn name(site: &Site, index: Option<usize>) -> String {
    index.map_or_else(|| NOW.to_owned(), |index| site.past[index].about.id.clone())
}

/// Links to the comparisons of a snapshot with those around it.
pub(in crate::page) fn neighbours(scene: &Scene, snapshot: usize) -> Vec<Html> {
    let is_near = |(from, to): &(usize, Option<usize>)| *from == snapshot || *to == Some(snapshot);
    let link = |(from, to): (usize, Option<usize>)| {
        let names = [name(scene.today, Some(from)), name(scene.today, to)];
        let text = scene.m.told_headline(&names[0], &names[1]).to_string();
        linked(&scene.links.to(&address::comparison(&names[0], &names[1])), &text)
    };
    pairs(scene.today).into_iter().filter(is_near).map(link).collect()
}

/// What the template of a comparison reads.
#[derive(Debug, Serialize)]
struct View {
    /// What is compared, and how much changed.
    summary: String,
    /// What changed, the most important first.
    sections: Vec<Told>,
    /// How goals have moved, as table rows.
    standings: Html,
    /// That there are more rows.
    more: Option<String>,
    /// The two snapshots.
    sides: Vec<Link>,
}

/// A section of sentences.
#[derive(Debug, Serialize)]
struct Told {
    /// Its headline.
    title: String,
    /// Its sentences.
    sentences: Vec<Html>,
    /// That there are more.
    more: Option<String>,
}

fn view(scene: &Scene) -> Shown {
    let Subject::Comparison { from, to } = scene.page.subject else {
        unreachable!("comparison pages are about comparisons")
    };
    let (site, m) = (scene.site, scene.m);
    let names = [name(site, Some(from)), name(site, to)];
    let earlier = moment(&site.past[from], &names[0]);
    let today =
        Moment { name: &names[1], handbook: site.handbook, progress: site.progress, withholds: false };
    let later = to.map_or(today, |to| moment(&site.past[to], &names[1]));
    let comparison = compare(earlier, later, site.audience);
    let told = sections(&comparison, m).into_iter().map(|section| Told {
        title: section.title,
        sentences: section.sentences.iter().take(SHOWN).map(|told| html(scene, (from, to), told)).collect(),
        more: more(scene, section.sentences.len()),
    });
    let standings = rows(&comparison, m);
    let view = View {
        summary: summary(&comparison, m),
        sections: told.collect(),
        standings: table(scene, (from, to), &standings),
        more: more(scene, standings.len()),
        sides: sides(scene, &comparison),
    };
    let heading = m.told_headline(&names[0], &names[1]).to_string();
    Shown {
        description: view.summary.clone(),
        heading,
        sight: scene.sight_in(&address::section("snapshots"), m.snapshots),
        view: Box::new(view),
    }
}

fn moment<'a>(past: &'a Past, name: &'a str) -> Moment<'a> {
    past.thawed.moment(name, past.withholds)
}

/// Says how many are not shown.
fn more(scene: &Scene, all: usize) -> Option<String> {
    let rest = all.checked_sub(SHOWN).filter(|rest| *rest > 0)?;
    Some(scene.m.told_n_more(rest).to_string())
}

/// The snapshots that are compared, by their pages.
fn sides(scene: &Scene, comparison: &Comparison) -> Vec<Link> {
    let past = &scene.site.past;
    [&comparison.from, &comparison.to]
        .into_iter()
        .filter(|side| past.iter().any(|past| past.about.id == side.name))
        .map(|side| Link { href: scene.links.to(&address::snapshot(&side.name)), title: side.name.clone() })
        .collect()
}

/// A sentence with its titles linked: to where a goal stands today, else to where it was frozen.
fn html(scene: &Scene, sides: (usize, Option<usize>), sentence: &Sentence) -> Html {
    let mut html = Html::new();
    for piece in &sentence.pieces {
        match piece {
            Piece::Text(words) => {
                html.text(words);
            }
            Piece::Title(title) => {
                html.raw("“").text(title).raw("”");
            }
            Piece::Prose(text) => {
                prose::push_inline(&mut html, &Place::below_headline(scene.m, &OnlyWeb), text);
            }
            Piece::Goal { kind, reference, title } => match place(scene, sides, *kind, reference) {
                Some(href) => {
                    html.link(&href, title);
                }
                None => {
                    html.raw("“").text(title).raw("”");
                }
            },
        }
    }
    html
}

fn place(
    scene: &Scene,
    (from, to): (usize, Option<usize>),
    kind: SubjectKind,
    reference: &str,
) -> Option<String> {
    let handbook = scene.site.handbook;
    if kind == SubjectKind::Kpi {
        return handbook.names.kpis.get(reference).map(|&id| scene.links.kpi(id));
    }
    if let Some(goal) =
        handbook.goal(reference).filter(|goal| *goal != Goal::Mission || handbook.mission.is_some())
    {
        return Some(scene.links.goal(goal));
    }
    let objective = reference.split('/').next().unwrap_or(reference);
    let frozen = to.into_iter().chain([from]).find_map(|index| {
        let past = &scene.site.past[index];
        past.objective(objective).map(|_| past)
    });
    frozen.map(|past| scene.links.to(&address::snapshot_objective(&past.about.id, objective)))
}

/// Goals that have moved, as table rows.
fn table(scene: &Scene, sides: (usize, Option<usize>), rows: &[Row]) -> Html {
    let mut table = Html::new();
    for row in rows.iter().take(SHOWN) {
        table.raw(if row.is_key_result {
            "<tr class=\"inner\"><th scope=\"row\">"
        } else {
            "<tr><th scope=\"row\">"
        });
        // The objective of a key result stands in the row above it, or is one of those that did not move.
        let goal = Sentence { pieces: row.goal.pieces.iter().take(1).cloned().collect() };
        table.html(&html(scene, sides, &goal)).raw("</th>");
        let value = row.value.as_ref();
        let cells = [
            (value.map(|value| &value.0), &row.progress.0, row.health.0),
            (value.map(|value| &value.1), &row.progress.1, row.health.1),
        ];
        for (value, progress, health) in cells {
            table.raw("<td>");
            if let Some(value) = value.filter(|value| *value != NOTHING) {
                table.text(value).raw(" · ");
            }
            table.text(progress).raw(" ").html(&scene.health(health)).raw("</td>");
        }
        table.raw("</tr>");
    }
    table
}
