//! A cycle as a presentation: a first screen with mission and scorecard, one objective a screen, and a last one with
//! what was learned or what comes next. It is a page like any other; a script adds only keys and swipes.

mod screen;

use super::cycle::scorecard::{self, Scorecard};
use super::{Kind, titled};
use crate::model::{CycleId, Goal, ObjectiveId, State};
use crate::page::parts::{Link, push_fact, time};
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address, format, words};
use screen::Screen;
use serde::Serialize;

pub(super) static KIND: Kind =
    Kind { name: "presentation", template: "presentation.html", section: "cycles", plan, view };

/// Nobody sits through more objectives than this; a larger cycle shows those that are nearest to the mission.
const SCREENS: usize = 40;
/// So many drafts of the next cycle are named at the end.
const DRAFTS: usize = 8;

fn plan(site: &Site, plan: &mut Plan) {
    for (id, cycle) in site.handbook.cycles() {
        if is_presented(site, id) {
            let title = titled(site, &[&cycle.title, site.messages.presentation]);
            let address = address::presentation(site.handbook, id);
            plan.add(&KIND, address, Subject::Presentation(id), title, Some(cycle.span()));
        }
    }
}

/// The address of a cycle's presentation, seen from its page; none where it has none.
pub(super) fn link(scene: &Scene, id: CycleId) -> Option<String> {
    let has_one = scene.past().is_none() && is_presented(scene.site, id);
    has_one.then(|| scene.links.to(&address::presentation(scene.site.handbook, id)))
}

/// Whether anything is decided in a cycle.
fn is_presented(site: &Site, id: CycleId) -> bool {
    site.index.of_cycle[id.index()].iter().any(|&id| site.progress.of(id).state != State::Draft)
}

/// What the template of a presentation reads.
#[derive(Debug, Serialize)]
struct Presentation {
    /// Whose goals they are.
    organization: String,
    /// The cycle's page.
    cycle: Link,
    /// Its days, and which one it is.
    days: String,
    /// The mission in a sentence.
    mission: Option<String>,
    /// How far the cycle is.
    scorecard: Scorecard,
    /// One for each objective.
    screens: Vec<Screen>,
    /// How many objectives have no screen, and where they are.
    left_out: Html,
    /// The place of the first screen among all.
    first_place: String,
    /// The place of the last one.
    place: String,
    /// The fragment of the screen before the last.
    previous: String,
    /// The fragment of the second screen.
    next: String,
    /// Whether the cycle has ended.
    is_over: bool,
    /// What was learned.
    learned: Option<Html>,
    /// The retrospective.
    body: Option<Html>,
    /// What follows from the reviews, as list items.
    decisions: Html,
    /// The days that come next.
    dates: Html,
    /// What others owe by a day, as list items.
    waiting_for: Html,
    /// Which cycle is next, as a headline.
    proposed_for: Option<String>,
    /// Drafts of the next cycle, as list items.
    proposed: Html,
    /// What is deliberately left undone.
    not_doing: Vec<Html>,
}

fn view(scene: &Scene) -> Shown {
    let Subject::Presentation(id) = scene.page.subject else {
        unreachable!("presentations are about cycles")
    };
    let (site, m) = (scene.site, scene.m);
    let cycle = &site.handbook[id];
    let decided: Vec<ObjectiveId> = site.index.of_cycle[id.index()]
        .iter()
        .copied()
        .filter(|&id| site.progress.of(id).state != State::Draft)
        .collect();
    let shown = in_order(site, &decided);
    let screens = screen::all(scene, &shown);
    let is_over = cycle.end < site.as_of();
    let next_cycle = next_cycle(site, id);
    let view = Presentation {
        organization: site.settings.organization.clone().unwrap_or_else(|| site.settings.title.clone()),
        cycle: Link { href: scene.links.cycle(id), title: cycle.title.clone() },
        days: format!("{}{}{}", format::range(m, cycle.start, cycle.end), m.comma, scene.cycle_day(id)),
        mission: site.handbook.mission.as_ref().map(|mission| mission.statement.value.clone()),
        scorecard: scorecard::of(scene, id, &decided),
        left_out: left_out(scene, id, decided.len() - shown.len(), decided.len()),
        first_place: m.place_of(1_usize, shown.len() + 2).to_string(),
        place: m.place_of(shown.len() + 2, shown.len() + 2).to_string(),
        previous: shown.last().map_or_else(|| screen::FIRST.to_owned(), |&id| screen::fragment(site, id)),
        next: shown.first().map_or_else(|| screen::LAST.to_owned(), |&id| screen::fragment(site, id)),
        screens,
        is_over,
        learned: scene.maybe_inline(cycle.learned.as_ref()).filter(|_| is_over),
        body: scene.body(cycle.about.body.as_ref(), &cycle.title).filter(|_| is_over),
        decisions: decisions(scene, &shown),
        dates: dates(scene, id, next_cycle),
        waiting_for: if is_over { Html::new() } else { waiting_for(scene, &shown) },
        proposed_for: next_cycle.map(|next| m.proposed_for(&site.handbook[next].title).to_string()),
        proposed: next_cycle.map(|next| proposed(scene, next)).unwrap_or_default(),
        not_doing: if is_over { Vec::new() } else { scene.texts(&cycle.not_doing) },
    };
    let description = format!("{}: {}", m.presentation, cycle.title);
    Shown { heading: cycle.title.clone(), description, sight: Html::new(), view: Box::new(view) }
}

/// Objectives as the strategy orders them: pillar by pillar, from the mission down. Of many, those nearest to the
/// mission.
fn in_order(site: &Site, objectives: &[ObjectiveId]) -> Vec<ObjectiveId> {
    let mut placed: Vec<(usize, usize, ObjectiveId)> = objectives
        .iter()
        .map(|&id| {
            let sight = site.handbook.line_of_sight(Goal::Objective(id));
            let pillar = sight.iter().find_map(|goal| match goal {
                Goal::Pillar(pillar) => Some(pillar.index()),
                _ => None,
            });
            let top = if sight.is_empty() { usize::MAX } else { pillar.unwrap_or(usize::MAX - 1) };
            (top, sight.len(), id)
        })
        .collect();
    if placed.len() > SCREENS {
        // What leads nowhere is nearest to nothing.
        placed.sort_by_key(|&(_, depth, _)| if depth == 0 { usize::MAX } else { depth });
        placed.truncate(SCREENS);
    }
    placed.sort_by_key(|&(top, depth, _)| (top, depth));
    placed.into_iter().map(|(_, _, id)| id).collect()
}

/// How many have no screen, and where all stand.
fn left_out(scene: &Scene, id: CycleId, number: usize, objectives: usize) -> Html {
    let mut html = Html::new();
    if number > 0 {
        html.say(&scene.m.left_out(number)).raw(" <a").attribute("href", &scene.links.cycle(id)).raw(">");
        html.say(&scene.m.all_n_objectives(objectives)).raw("</a>");
    }
    html
}

/// What follows from the reviews.
fn decisions(scene: &Scene, objectives: &[ObjectiveId]) -> Html {
    let (site, mut html) = (scene.site, Html::new());
    for &id in objectives {
        let review = site.handbook[id].review.as_ref();
        let decision = review.filter(|review| review.closed_on.value <= site.as_of());
        if let Some(decision) = decision.and_then(|review| review.decision) {
            html.raw("<li>").html(&scene.goal(Goal::Objective(id))).raw(" <small>");
            html.text(words::decision(scene.m, decision)).raw("</small></li>");
        }
    }
    html
}

/// The cycle that begins next after one ends, the most like it in length.
fn next_cycle(site: &Site, id: CycleId) -> Option<CycleId> {
    let cycle = &site.handbook[id];
    let later = site.handbook.cycles().filter(|(_, other)| other.start > cycle.end);
    later.min_by_key(|(_, other)| (other.start, (other.days() - cycle.days()).abs())).map(|(id, _)| id)
}

/// When this cycle ends, and when the next one must be set and begins.
fn dates(scene: &Scene, id: CycleId, next: Option<CycleId>) -> Html {
    let (site, m) = (scene.site, scene.m);
    let mut facts = Html::new();
    let ends = site.handbook[id].end;
    if ends >= site.as_of() {
        push_fact(&mut facts, &m.ends_on(&site.handbook[id].title).to_string(), &time(scene.language, ends));
    }
    if let Some(next) = next {
        let cycle = &site.handbook[next];
        if let Some(set_by) = cycle.set_by.filter(|&day| day >= site.as_of()) {
            push_fact(&mut facts, &m.is_set_by(&cycle.title).to_string(), &time(scene.language, set_by));
        }
        if cycle.start >= site.as_of() {
            push_fact(&mut facts, &m.begins_on(&cycle.title).to_string(), &time(scene.language, cycle.start));
        }
    }
    facts
}

/// What objectives in force need from others by a day that is still to come, the nearest first.
fn waiting_for(scene: &Scene, objectives: &[ObjectiveId]) -> Html {
    let site = scene.site;
    let in_force = objectives.iter().filter(|&&id| site.progress.of(id).state == State::Active);
    let mut due: Vec<_> = in_force
        .flat_map(|&id| site.handbook[id].depends_on.iter().map(move |dependency| (id, dependency)))
        .filter_map(|(id, dependency)| Some((dependency.needed_by?, id, dependency)))
        .filter(|(day, _, _)| *day >= site.as_of())
        .collect();
    due.sort_by_key(|(day, _, _)| *day);
    let mut html = Html::new();
    for (_, id, dependency) in due {
        html.raw("<li>").html(&screen::dependency(scene, dependency)).raw(" <small>");
        html.text(&site.handbook[id].title.value).raw("</small></li>");
    }
    html
}

/// Drafts that are proposed for a cycle.
fn proposed(scene: &Scene, id: CycleId) -> Html {
    let site = scene.site;
    let is_draft = |id: &&ObjectiveId| site.progress.of(**id).state == State::Draft;
    let mut html = Html::new();
    for &draft in site.index.of_cycle[id.index()].iter().filter(is_draft).take(DRAFTS) {
        html.raw("<li>").html(&scene.goal(Goal::Objective(draft))).raw("</li>");
    }
    html
}
