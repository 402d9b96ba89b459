//! A cycle: its scorecard, its objectives by team, what is left undone, and what was learned.

mod overview;

use super::cycles::ListGroup;
use super::{Kind, titled};
use crate::locale::Arg;
use crate::model::{CycleId, ObjectiveId, Outcome, State, TeamId};
use crate::page::parts::{Fact, Link, counts, linked, percent_or_dash};
use crate::page::rows::{self, Said};
use crate::page::{Html, Past, Plan, Scene, Shown, Site, Subject, Value, address, format, words};
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
    facts: Vec<Fact>,
    /// Bar with the mean progress and where it is expected.
    meter: Html,
    /// `38 %`.
    progress: String,
    /// `expected 41 %`, while it runs.
    expected: Option<String>,
    /// What is known of its key results.
    coverage: Option<String>,
    /// How many objectives have which health.
    health: Html,
    /// How many closed objectives ended how.
    outcomes: Html,
    /// Mean score of the closed ones.
    mean_score: Option<String>,
    /// How many key results are measured how.
    measures: Option<String>,
    /// Teams that have an objective here, of all teams.
    readiness: Option<String>,
    /// The address of its map; none on the page of a snapshot.
    map: Option<String>,
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
    let (cycle, progress) = (&site.handbook[id], site.progress.of_cycle(id));
    let members = &site.index.of_cycle[id.index()];
    let (drafts, decided): (Vec<ObjectiveId>, Vec<ObjectiveId>) =
        members.iter().copied().partition(|&id| site.progress.of(id).state == State::Draft);
    let runs = cycle.contains(site.as_of());
    let view = Cycle {
        facts: facts(scene, id),
        meter: scene.meter(
            progress.progress,
            progress.expected.filter(|_| runs),
            progress.coverage.reported > 0,
        ),
        progress: percent_or_dash(
            scene.language,
            progress.progress.filter(|_| progress.coverage.reported > 0),
        ),
        expected: progress
            .expected
            .filter(|_| runs)
            .map(|expected| scene.m.expected(Arg::Percent(expected)).to_string()),
        coverage: scene.coverage(progress.coverage),
        health: super::home::health_counts(scene, &decided),
        outcomes: outcomes(scene, &decided),
        mean_score: mean_score(scene, &decided),
        measures: measures(scene, &decided),
        readiness: readiness(scene, &decided),
        map: (scene.past().is_none() && !members.is_empty())
            .then(|| scene.links.to(&address::map(site.handbook, id))),
        heat_map: overview::heat_map(scene, &decided),
        burn_up: overview::burn_up(scene, id, &decided),
        bowler: overview::bowler(scene, id, &decided),
        inside: inside(scene, id),
        snapshots: snapshots(scene, id),
        teams: by_team(scene, &decided).into_iter().chain(frozen_inside(scene, id)).collect(),
        drafts: scene.goals(&drafts, Said { cycle: true, team: false }),
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
    Shown { heading: cycle.title.clone(), description, sight: scene.sight(&steps), view: Value::of(&view) }
}

fn facts(scene: &Scene, id: CycleId) -> Vec<Fact> {
    let cycle = &scene.site.handbook[id];
    let text = |name, text: &str| Fact::new(name, Html::of(text));
    let days =
        format!("{}{}{}", format::range(scene.m, cycle.start, cycle.end), scene.m.comma, scene.cycle_day(id));
    let mut facts = vec![text(scene.m.runs, &days)];
    if let Some(set_by) = cycle.set_by {
        facts.push(text(scene.m.set_by, &format::date(scene.language, set_by)));
    }
    let rhythm = words::cadence(scene.m, cycle.check_in_every);
    facts.push(text(scene.m.check_in_every, &rhythm));
    facts
}

/// How many of the closed objectives ended how.
fn outcomes(scene: &Scene, objectives: &[ObjectiveId]) -> Html {
    let mut html = Html::new();
    for (word, outcome) in Outcome::WORDS {
        let ended_so = |id: &&ObjectiveId| scene.site.progress.of(**id).outcome == Some(*outcome);
        let number = objectives.iter().filter(ended_so).count();
        if number > 0 {
            html.raw("<li><b>")
                .say_count(scene.language, number)
                .raw("</b> <span class=\"state state-")
                .text(word)
                .raw("\">");
            html.text(words::outcome(scene.m, *outcome)).raw("</span></li>");
        }
    }
    html
}

fn mean_score(scene: &Scene, objectives: &[ObjectiveId]) -> Option<String> {
    let closed =
        objectives.iter().map(|&id| scene.site.progress.of(id)).filter(|of| of.state == State::Closed);
    let scores: Vec<f64> = closed.filter_map(|progress| progress.score).collect();
    (!scores.is_empty())
        .then(|| format::score(scene.language, scores.iter().sum::<f64>() / scores.len() as f64))
}

/// How many key results are measured how: a cycle of tasks looks different from a cycle of results.
fn measures(scene: &Scene, objectives: &[ObjectiveId]) -> Option<String> {
    let handbook = scene.site.handbook;
    let key_results =
        || objectives.iter().flat_map(|&id| &handbook[id].key_results).map(|key_result| &key_result.measure);
    let of_kind = |kind: &&str| {
        let mut measures = key_results().filter(|measure| measure.kind() == *kind);
        let first = measures.next()?;
        Some(words::kind(scene.m, first, 1 + measures.count()))
    };
    let kinds: Vec<String> =
        ["metric", "keep", "milestones", "zones", "done"].iter().filter_map(of_kind).collect();
    (!kinds.is_empty()).then(|| kinds.join(scene.m.comma))
}

/// How many teams have an objective in force or decided here.
fn readiness(scene: &Scene, objectives: &[ObjectiveId]) -> Option<String> {
    let total = scene.site.handbook.teams.len();
    let mut teams: Vec<TeamId> =
        objectives.iter().filter_map(|&id| scene.site.handbook[id].team.map(|team| team.value)).collect();
    teams.sort_unstable();
    teams.dedup();
    (total > 0).then(|| scene.m.readiness_text(teams.len(), total).to_string())
}

fn inside(scene: &Scene, id: CycleId) -> Html {
    let mut html = Html::new();
    for &inner in &scene.site.index.inside_cycle[id.index()] {
        let progress = scene.site.progress.of_cycle(inner);
        html.raw("<li class=\"goal\"><span class=\"goal-name\">").html(&scene.cycle(inner)).raw("<small>");
        html.text(&scene.coverage(progress.coverage).unwrap_or_else(|| scene.cycle_day(inner)))
            .raw("</small></span>");
        scene.measure_cells(&mut html, progress.progress, None, progress.coverage.reported > 0);
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

/// Objectives by team in the order of the sources; those without one at the end.
fn by_team(scene: &Scene, objectives: &[ObjectiveId]) -> Vec<ListGroup> {
    let site = scene.site;
    let said = Said { cycle: true, team: true };
    rows::by_team(site.handbook, objectives)
        .into_iter()
        .map(|(team, members)| {
            let mut heading = team.map_or_else(|| Html::of(scene.m.without_team), |team| scene.team(team));
            let standing: Vec<ObjectiveId> =
                members.iter().copied().filter(|&id| counts(site.progress.of(id).state)).collect();
            if let Some(coverage) =
                scene.coverage(scene.coverage_over(&standing)).filter(|_| standing.len() > 1)
            {
                heading.raw(" <small>").text(&coverage).raw("</small>");
            }
            ListGroup { title: Some(heading), entries: scene.goals(&members, said) }
        })
        .collect()
}
