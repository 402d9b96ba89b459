//! An objective: where it leads, why, and how we know: each key result with its chart and its log.

pub(super) mod key_results;

use super::{Kind, titled};
use crate::locale::Arg;
use crate::model::{Dependency, Goal, Objective as Model, ObjectiveId, Party, State};
use crate::page::chart;
use crate::page::parts::{Link, counts, joined, linked, percent_or_dash, push_fact, time};
use crate::page::rows::Said;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address, format, words};
use crate::text::{holds, is_one_of};
use ahash::AHashSet;
use serde::Serialize;
use std::borrow::Cow;

pub(super) static KIND: Kind =
    Kind { name: "objective", template: "objective.html", section: "tree", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    for (id, objective) in site.handbook.objectives() {
        let cycle =
            objective.cycle.map_or(site.messages.backlog, |cycle| &site.handbook[cycle.value].id.value);
        let title = titled(site, &[&objective.title.value, cycle]);
        let address = address::objective(site.handbook, id);
        plan.add(&KIND, address, Subject::Objective(id), title, Some(objective.id.span));
    }
}

/// As many bytes as the facts of most objectives take.
const FACTS: usize = 512;

/// What the template of an objective reads.
#[derive(Debug, Serialize)]
struct Objective {
    /// `draft`, `active`, `closed` or `cancelled`.
    state: &'static str,
    /// The same in the site's language.
    state_word: String,
    /// Whether public editions withhold it.
    internal: bool,
    /// What is wrong with its line of sight, if anything.
    sight: Option<String>,
    /// Team, owner, cycle, ambition and so on.
    facts: Html,
    /// Health, or the outcome of a closed objective.
    health: Html,
    /// Bar with progress and where it is expected.
    meter: Html,
    /// `38 %`, or a dash.
    progress: String,
    /// `expected 41 %`, while it runs.
    expected: Option<String>,
    /// What is known of its key results.
    coverage: Option<String>,
    /// `score 0.63`, once closed.
    score: Option<String>,
    /// Why.
    why: Option<Html>,
    /// In short.
    summary: Option<Html>,
    /// The narrative.
    body: Option<Html>,
    /// Each key result with chart and log.
    key_results: Html,
    /// Links to the key results with their health, as list items.
    rail: Html,
    /// What else it contributes to.
    also: Vec<Html>,
    /// Rows of objectives that align to it or to its key results.
    contributing: Html,
    /// Their mean, in a sentence.
    contributing_mean: Option<String>,
    /// Initiatives, as table rows.
    initiatives: Html,
    /// What it needs from others, as table rows.
    dependencies: Html,
    /// Rows of objectives that need something of it.
    needed_by: Html,
    /// What is deliberately left undone.
    not_doing: Vec<Html>,
    /// What changed on the way, as table rows.
    changes: Html,
    /// The judgement at the end.
    review: Option<Review>,
    /// Rows of its earlier selves, the nearest first.
    earlier: Html,
    /// Rows of its later selves, the nearest first.
    later: Html,
    /// Words to filter by.
    tags: Vec<String>,
    /// Further reading.
    links: Vec<Link>,
    /// Its badge; what was frozen has none.
    badge: Option<Badge>,
}

/// A small picture that says how an objective fares.
#[derive(Debug, Serialize)]
struct Badge {
    /// Where it stands.
    href: String,
    /// A line of Markdown that shows it, with a link to the objective.
    markdown: String,
}

/// The judgement at the end.
#[derive(Debug, Serialize)]
struct Review {
    /// Score, outcome, date and what follows.
    facts: Html,
    /// What was learned.
    learned: Option<Html>,
}

fn view(scene: &Scene) -> Shown {
    let Subject::Objective(id) = scene.page.subject else {
        unreachable!("objective pages are about objectives")
    };
    show(scene, id)
}

/// What the page of an objective shows, of today or frozen.
pub(super) fn show(scene: &Scene, id: ObjectiveId) -> Shown {
    let site = scene.site;
    let (objective, progress) = (&site.handbook[id], site.progress.of(id));
    let has_data = progress.has_data();
    let below = &site.handbook.children[id.index()];
    let expected = progress.expected.filter(|_| progress.state == State::Active);
    let view = Objective {
        state: progress.state.word(),
        state_word: words::state(scene.m, progress.state).to_owned(),
        internal: objective.about.internal,
        sight: sight(scene, id).map(str::to_owned),
        facts: facts(scene, objective),
        health: scene.state_or_health(id),
        meter: chart::bar(scene.m, &scene.bar_of(id)),
        progress: percent_or_dash(scene.language, progress.progress.filter(|_| has_data)),
        expected: expected.map(|expected| scene.m.expected(Arg::Percent(expected)).text()),
        coverage: scene.coverage(progress.coverage).filter(|_| counts(progress.state)),
        score: progress.score.map(|score| scene.m.score_of(&format::score(scene.language, score)).text()),
        why: scene.maybe_inline(objective.why.as_ref()),
        summary: scene.maybe_inline(objective.summary.as_ref()),
        body: scene.body(objective.about.body.as_ref(), &objective.title.value),
        key_results: key_results::all(scene, id),
        rail: key_results::rail(scene, id),
        also: objective.aligns_to.iter().skip(1).map(|alignment| scene.goal(alignment.to)).collect(),
        contributing: scene.goals(below, Said::default()),
        contributing_mean: progress
            .contributing
            .filter(|_| below.iter().any(|&below| site.progress.of(below).has_data()))
            .map(|mean| scene.m.contributing_mean(Arg::Percent(mean)).text()),
        initiatives: initiatives(scene, objective),
        dependencies: dependencies(scene, objective),
        needed_by: scene.goals(&site.index.needs_objective[id.index()], Said::default()),
        not_doing: scene.texts(&objective.not_doing),
        changes: changes(scene, &objective.changes),
        review: review(scene, id),
        earlier: scene.goals(&earlier_selves(scene, id), Said::default()),
        later: scene.goals(&later_selves(scene, id), Said::default()),
        tags: objective.about.tags.clone(),
        badge: badge(scene, id),
        links: scene.web_links(&objective.about.links),
    };
    let sight = scene.sight_of(Goal::Objective(id));
    Shown {
        heading: objective.title.value.clone(),
        description: describe(scene, id),
        sight,
        view: Box::new(view),
    }
}

/// What it carries over, what that carried over, and so on.
fn earlier_selves(scene: &Scene, id: ObjectiveId) -> Vec<ObjectiveId> {
    let handbook = scene.site.handbook;
    let mut selves: Vec<ObjectiveId> = Vec::new();
    let mut known = AHashSet::from([id]);
    let mut next = handbook[id].carried_over_from;
    while let Some(earlier) = next.filter(|earlier| known.insert(earlier.value)) {
        selves.push(earlier.value);
        next = handbook[earlier.value].carried_over_from;
    }
    selves
}

/// What carries it on, what carries that on, and so on.
fn later_selves(scene: &Scene, id: ObjectiveId) -> Vec<ObjectiveId> {
    let mut selves: Vec<ObjectiveId> = Vec::new();
    let mut known = AHashSet::from([id]);
    let mut next = id;
    for place in 0.. {
        let carry_on = scene.site.index.carried_on_by[next.index()].iter().copied();
        selves.extend(carry_on.filter(|&later| known.insert(later)));
        let Some(&waiting) = selves.get(place) else { break };
        next = waiting;
    }
    selves
}

/// The badge, and how to show it elsewhere: by whole addresses where the site's is known, else from the site's root.
fn badge(scene: &Scene, id: ObjectiveId) -> Option<Badge> {
    if scene.past().is_some() {
        return None;
    }
    let handbook = scene.site.handbook;
    let (badge, page) = (address::badge(handbook, id), &scene.page.address);
    let title = alternative(&handbook[id].title.value);
    let markdown = match scene.site.base_url {
        Some(base) => {
            let (badge, page) = (badge.public_path(), page.public_path());
            ["[![", &title, "](", base, &badge, ")](", base, &page, ")"].concat()
        }
        None => ["[![", &title, "](", badge.as_str(), ")](", page.as_str(), ")"].concat(),
    };
    Some(Badge { href: scene.links.to(&badge), markdown })
}

/// A title as Markdown holds it in brackets.
fn alternative(title: &str) -> Cow<'_, str> {
    if !holds(title, |byte| is_one_of(byte, *b"\\[]")) {
        return Cow::Borrowed(title);
    }
    Cow::Owned(title.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]"))
}

/// What keeps one from seeing up to the mission, of an objective in force.
fn sight<'a>(scene: &Scene<'a>, id: ObjectiveId) -> Option<&'a str> {
    let site = scene.site;
    if site.progress.of(id).state != State::Active {
        return None;
    }
    let sight = site.progress.sight(site.handbook, Goal::Objective(id));
    match (sight.complete, sight.fresh) {
        (false, _) => Some(scene.m.sight_broken),
        (true, false) => Some(scene.m.sight_stale),
        (true, true) => None,
    }
}

/// A sentence for search engines: the title with its place.
fn describe(scene: &Scene, id: ObjectiveId) -> String {
    let objective = &scene.site.handbook[id];
    let mut text = scene.m.objective.to_owned();
    if let Some(team) = objective.team {
        text.push_str(" · ");
        text.push_str(&scene.site.handbook[team.value].name.value);
    }
    if let Some(cycle) = objective.cycle {
        text.push_str(" · ");
        text.push_str(&scene.site.handbook[cycle.value].title);
    }
    text.push_str(": ");
    text.push_str(&objective.title.value);
    text
}

fn facts(scene: &Scene, objective: &Model) -> Html {
    let m = scene.m;
    let mut facts = Html::with_room(FACTS);
    if let Some(team) = objective.team {
        push_fact(&mut facts, m.team, &scene.team(team.value));
    }
    if let Some(owner) = objective.owner {
        let owners =
            std::iter::once(&owner).chain(&objective.other_owners).map(|owner| scene.person(owner.value));
        let name = if objective.other_owners.is_empty() { m.owner } else { m.owners };
        push_fact(&mut facts, name, &joined(owners, m.comma));
    }
    let cycle = objective.cycle.map_or_else(|| Html::of(m.backlog), |cycle| scene.cycle(cycle.value));
    push_fact(&mut facts, m.cycle, &cycle);
    if !objective.contributors.is_empty() {
        let teams = objective.contributors.iter().map(|team| scene.team(team.value));
        push_fact(&mut facts, m.contributors, &joined(teams, m.comma));
    }
    let published = published(scene, &objective.id.value);
    if !published.is_empty() {
        push_fact(&mut facts, m.as_published, &joined(published, m.comma));
    }
    push_fact(&mut facts, m.ambition, &Html::of(words::ambition(m, objective.ambition)));
    if let Some(origin) = objective.origin {
        push_fact(&mut facts, m.origin, &Html::of(words::origin(m, origin)));
    }
    facts
}

/// The snapshots that hold an objective of today's site.
fn published(scene: &Scene, id: &str) -> Vec<Html> {
    let past = scene.site.past.iter().filter_map(|past| Some((past, past.objective(id)?)));
    past.map(|(past, frozen)| {
        let name = &past.site.handbook[frozen].id.value;
        linked(&scene.links.to(&address::snapshot_objective(&past.about.id, name)), &past.about.id)
    })
    .collect()
}

fn initiatives(scene: &Scene, objective: &Model) -> Html {
    let mut html = Html::new();
    for initiative in &objective.initiatives {
        html.raw("<tr><th scope=\"row\">");
        match &initiative.link {
            Some(link) => html.link(&link.value, &initiative.title.value),
            None => html.text(&initiative.title.value),
        };
        html.raw("</th><td>").text(words::initiative(scene.m, initiative.state)).raw("</td><td>");
        if let Some(owner) = initiative.owner {
            html.html(&scene.person(owner.value));
        }
        html.raw("</td><td>");
        if let Some(due) = initiative.due {
            html.html(&time(scene.language, due));
        }
        html.raw("</td><td>");
        let moved = initiative.key_results.iter().map(|&id| scene.goal(Goal::KeyResult(id)));
        html.html(&joined(moved, scene.m.comma)).raw("</td></tr>");
    }
    html
}

fn dependencies(scene: &Scene, objective: &Model) -> Html {
    let mut html = Html::new();
    for dependency in &objective.depends_on {
        html.raw("<tr><th scope=\"row\">");
        html.html(&party(scene, dependency));
        html.raw("</th><td>").text(words::dependency(scene.m, dependency.state)).raw("</td><td>");
        if let Some(date) = dependency.needed_by {
            html.html(&time(scene.language, date));
        }
        html.raw("</td></tr>");
    }
    html
}

/// Whom something is needed from.
pub(super) fn party(scene: &Scene, dependency: &Dependency) -> Html {
    match dependency.on {
        Party::Team(team) => scene.team(team),
        Party::Goal(goal) => scene.goal(goal),
    }
}

/// Changes on the way, as table rows; those after *as of* have not happened.
fn changes(scene: &Scene, changes: &[crate::model::Change]) -> Html {
    let mut html = Html::new();
    for change in changes.iter().filter(|change| change.date.value <= scene.site.as_of()) {
        html.raw("<tr><th scope=\"row\">").html(&time(scene.language, change.date.value)).raw("</th><td>");
        html.html(&scene.inline(&change.what)).raw("</td><td>");
        html.html(&scene.inline(&change.reason)).raw("</td></tr>");
    }
    html
}

/// The review, once it has happened.
fn review(scene: &Scene, id: ObjectiveId) -> Option<Review> {
    let (m, progress) = (scene.m, scene.site.progress.of(id));
    let review = scene.site.handbook[id].review.as_ref()?;
    if review.closed_on.value > scene.site.as_of() {
        return None;
    }
    let mut facts = Html::new();
    push_fact(&mut facts, m.closed_on, &time(scene.language, review.closed_on.value));
    if let Some(score) = progress.score {
        push_fact(&mut facts, m.score, &Html::of(&format::score(scene.language, score)));
    }
    if let Some(outcome) = progress.outcome {
        push_fact(&mut facts, m.outcome, &Html::of(words::outcome(m, outcome)));
    }
    if let Some(decision) = review.decision {
        push_fact(&mut facts, m.decision, &Html::of(words::decision(m, decision)));
    }
    Some(Review { facts, learned: scene.maybe_inline(review.learned.as_ref()) })
}
