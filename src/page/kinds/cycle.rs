//! A cycle: its scorecard, its objectives by team, what is left undone, and what was learned.

mod listing;
mod overview;
mod readiness;
pub(super) mod scorecard;

use super::cycles::ListGroup;
use super::{Kind, titled};
use crate::model::{CycleId, ObjectiveId, State};
use crate::page::chart::Bar;
use crate::page::parts::{Link, linked, push_fact};
use crate::page::rows::Said;
use crate::page::{Html, Past, Plan, Scene, Shown, Site, Subject, address, format, words};
use scorecard::Scorecard;
use serde::Serialize;

pub(super) static KIND: Kind = Kind { name: "cycle", template: "cycle.html", section: "cycles", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    for (id, cycle) in site.handbook.cycles() {
        let title = if cycle.title == cycle.id.value {
            titled(site, &[&cycle.title, site.messages.cycle])
        } else {
            titled(site, &[&cycle.title, &cycle.id.value])
        };
        plan.add(&KIND, address::cycle(site.handbook, id), Subject::Cycle(id), title, Some(cycle.span()));
    }
}

/// What the template of a cycle reads.
#[derive(Debug, Serialize)]
struct Cycle {
    /// Dates, day, rhythm.
    facts: Html,
    /// How far it is and how its objectives fare.
    scorecard: Scorecard,
    /// Its presentation.
    presentation: Option<String>,
    /// Teams that have an objective here, of all teams.
    readiness: Option<String>,
    /// The address of its map; none on the page of a snapshot.
    map: Option<String>,
    /// Before it begins, what each team has decided and what is missing.
    readiness_by_team: Html,
    /// How many closed objectives ended near which score.
    spread: Html,
    /// Its objectives by team, each a cell that says how it fares.
    heat_map: Html,
    /// What was reached against what was expected, over its days.
    burn_up: Html,
    /// Plan and actual of the metric key results, month by month.
    bowler: Html,
    /// Cycles inside it.
    inside: Html,
    /// What was frozen of it.
    snapshots: Vec<Html>,
    /// How many of its objectives are listed, where that is not all of them.
    cut: Option<String>,
    /// Objectives by team.
    teams: Vec<ListGroup>,
    /// Drafts.
    drafts: Html,
    /// What is deliberately left undone.
    not_doing: Vec<Html>,
    /// What was learned.
    learned: Option<Html>,
    /// The retrospective.
    body: Option<Html>,
    /// Further reading.
    links: Vec<Link>,
}

fn view(scene: &Scene) -> Shown {
    let Subject::Cycle(id) = scene.page.subject else { unreachable!("cycle pages are about cycles") };
    show(scene, id)
}

/// What the page of a cycle shows, of today or frozen.
pub(super) fn show(scene: &Scene, id: CycleId) -> Shown {
    let site = scene.site;
    let cycle = &site.handbook[id];
    let members = &site.index.of_cycle[id.index()];
    let (drafts, decided): (Vec<ObjectiveId>, Vec<ObjectiveId>) =
        members.iter().copied().partition(|&id| site.progress.of(id).state == State::Draft);
    let view = Cycle {
        facts: facts(scene, id),
        map: (scene.past().is_none() && !members.is_empty())
            .then(|| scene.links.to(&address::map(site.handbook, id))),
        scorecard: scorecard::of(scene, id, &decided),
        presentation: super::presentation::link(scene, id),
        readiness: readiness::in_short(scene, &decided),
        readiness_by_team: readiness::by_team(scene, id, members),
        spread: overview::spread(scene, &decided),
        heat_map: overview::heat_map(scene, &decided),
        burn_up: overview::burn_up(scene, id, &decided),
        bowler: overview::bowler(scene, id, &decided),
        inside: inside(scene, id),
        snapshots: snapshots(scene, id),
        cut: listing::cut(scene, &decided),
        teams: listing::by_team(scene, &decided).into_iter().chain(frozen_inside(scene, id)).collect(),
        drafts: listing::drafts(scene, &drafts),
        not_doing: scene.texts(&cycle.not_doing),
        learned: scene.maybe_inline(cycle.learned.as_ref()),
        body: scene.body(cycle.about.body.as_ref(), &cycle.title),
        links: scene.web_links(&cycle.about.links),
    };
    let mut steps = vec![
        scene.home_step(),
        Link { href: scene.links.to(&address::section("cycles")), title: scene.m.cycles.to_owned() },
    ];
    let parents: Vec<CycleId> =
        std::iter::successors(cycle.parent, |&parent| site.handbook[parent].parent).collect();
    steps.extend(
        parents.into_iter().rev().map(|parent| Link {
            href: scene.links.cycle(parent),
            title: site.handbook[parent].title.clone(),
        }),
    );
    let description = format!(
        "{}, {}: {}",
        cycle.title,
        format::range(scene.m, cycle.start, cycle.end),
        scene.objectives_counted(decided.len())
    );
    Shown { heading: cycle.title.clone(), description, sight: scene.sight(&steps), view: Box::new(view) }
}

fn facts(scene: &Scene, id: CycleId) -> Html {
    let cycle = &scene.site.handbook[id];
    let mut facts = Html::new();
    let mut push = |name, text: &str| push_fact(&mut facts, name, &Html::of(text));
    let days =
        format!("{}{}{}", format::range(scene.m, cycle.start, cycle.end), scene.m.comma, scene.cycle_day(id));
    push(scene.m.runs, &days);
    if let Some(set_by) = cycle.set_by {
        push(scene.m.set_by, &format::date(scene.language, set_by));
    }
    let rhythm = words::cadence(scene.m, cycle.check_in_every);
    push(scene.m.check_in_every, &rhythm);
    facts
}

fn inside(scene: &Scene, id: CycleId) -> Html {
    let mut html = Html::new();
    for &inner in &scene.site.index.inside_cycle[id.index()] {
        let progress = scene.site.progress.of_cycle(inner);
        html.raw("<li class=\"goal\"><span class=\"goal-name\">").html(&scene.cycle(inner)).raw("<small>");
        html.text(&scene.coverage(progress.coverage).unwrap_or_else(|| scene.cycle_day(inner)))
            .raw("</small></span>");
        scene.measure_cells(&mut html, &Bar::of(progress.progress, None, progress.coverage.reported > 0));
        html.raw("</li>");
    }
    html
}

/// The snapshots of a cycle of today's site.
fn snapshots(scene: &Scene, id: CycleId) -> Vec<Html> {
    let own = &scene.site.handbook[id].id.value;
    let names = &scene.site.handbook.names.cycles;
    let is_own = |past: &&Past| past.about.cycle == *own || names.get(&past.about.cycle) == Some(&id);
    let link = |past: &Past| {
        let mut html = linked(&scene.links.to(&address::snapshot(&past.about.id)), &past.about.id);
        html.raw(" <small>").say(&scene.m.as_of(past.about.as_of));
        if let Some(message) = &past.about.message {
            html.raw(" · ").text(message);
        }
        html.raw("</small>");
        html
    };
    scene.site.past.iter().filter(is_own).map(link).collect()
}

/// On the page of a snapshot, the objectives of each cycle inside it: nothing else there would lead to them.
fn frozen_inside(scene: &Scene, id: CycleId) -> Vec<ListGroup> {
    let Some(past) = scene.past() else { return Vec::new() };
    let index = &scene.site.index;
    let inner = scene.site.handbook.cycles().map(|(inner, _)| inner).filter(|&inner| inner != id);
    let mut groups = Vec::new();
    for inner in
        inner.filter(|inner| index.of_cycle[inner.index()].first().is_some_and(|&of| past.thawed.holds(of)))
    {
        let title = Some(Html::of(&scene.site.handbook[inner].title));
        let said = Said { cycle: true, team: false };
        groups.push(ListGroup { title, entries: scene.goals(&index.of_cycle[inner.index()], said) });
    }
    groups
}
