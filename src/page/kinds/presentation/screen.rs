//! The screen of one objective: what it says in a sentence, why, how far it is, and what needs a decision.

use super::super::objective::{key_results, party};
use crate::locale::Arg;
use crate::model::{Dependency, DependencyState, Goal, KeyResultId, ObjectiveId, State};
use crate::page::parts::{Link, counts, percent_or_dash, push_fact};
use crate::page::{Html, Scene, Site, chart, format, words};
use crate::progress::Health;
use serde::Serialize;

/// The fragments of the screens that are no objective's.
pub(super) const FIRST: &str = "first";
pub(super) const LAST: &str = "last";

/// A screen shows so many key results before it points to the page of its objective.
const KEY_RESULTS: usize = 8;

/// What the template shows of one objective.
#[derive(Debug, Serialize)]
pub(super) struct Screen {
    /// Its fragment of the page's address.
    id: String,
    /// Its title, a sentence.
    title: String,
    /// Its page.
    href: String,
    /// Its place among all screens.
    place: String,
    /// The fragment of the screen before.
    previous: String,
    /// The fragment of the screen after.
    next: String,
    /// What it contributes to, from the top down.
    sight: Vec<Link>,
    /// Team and lead.
    facts: Html,
    /// Why.
    why: Option<Html>,
    /// Bar with progress and where it is expected.
    meter: Html,
    /// `38 %`.
    progress: String,
    /// Health, or how it ended.
    health: Html,
    /// `expected 41 %`, while it runs.
    expected: Option<String>,
    /// What is known of its key results.
    coverage: Option<String>,
    /// `score 0.63`, once closed.
    score: Option<String>,
    /// Its key results, as list items.
    key_results: Html,
    /// How many more there are.
    more: Option<String>,
    /// Whether it is in force, so that something can need a decision.
    is_active: bool,
    /// What needs a decision, as list items.
    decisions: Html,
    /// What was learned, once it was reviewed.
    learned: Option<Html>,
    /// What follows, once it was reviewed.
    follows: Option<String>,
}

/// The fragment of an objective's screen.
pub(super) fn fragment(site: &Site, id: ObjectiveId) -> String {
    format!("objective-{}", site.handbook[id].id.value)
}

/// The screens of some objectives, in their order.
pub(super) fn all(scene: &Scene, objectives: &[ObjectiveId]) -> Vec<Screen> {
    let total = objectives.len() + 2;
    let at = |index: Option<usize>| index.and_then(|index| objectives.get(index)).copied();
    let screen = |(index, &id): (usize, &ObjectiveId)| {
        let place = scene.m.place_of(index + 2, total).to_string();
        let previous =
            at(index.checked_sub(1)).map_or_else(|| FIRST.to_owned(), |id| fragment(scene.site, id));
        let next = at(Some(index + 1)).map_or_else(|| LAST.to_owned(), |id| fragment(scene.site, id));
        screen(scene, id, place, previous, next)
    };
    objectives.iter().enumerate().map(screen).collect()
}

fn screen(scene: &Scene, id: ObjectiveId, place: String, previous: String, next: String) -> Screen {
    let (site, m) = (scene.site, scene.m);
    let (objective, progress) = (&site.handbook[id], site.progress.of(id));
    let has_data = progress.key_results.iter().any(|key_result| key_result.attainment.is_some());
    let is_active = progress.state == State::Active;
    let expected = progress.expected.filter(|_| is_active);
    let review = objective.review.as_ref().filter(|review| review.closed_on.value <= site.as_of());
    let decision = review.and_then(|review| review.decision);
    let more = objective.key_results.len().saturating_sub(KEY_RESULTS);
    Screen {
        id: fragment(site, id),
        title: objective.title.value.clone(),
        href: scene.links.objective(id),
        place,
        previous,
        next,
        sight: sight(scene, id),
        facts: facts(scene, id),
        why: scene.maybe_inline(objective.why.as_ref()),
        meter: chart::bar(m, &scene.bar_of(id)),
        progress: percent_or_dash(scene.language, progress.progress.filter(|_| has_data)),
        health: scene.state_or_health(id),
        expected: expected.map(|expected| m.expected(Arg::Percent(expected)).to_string()),
        coverage: scene.coverage(progress.coverage).filter(|_| counts(progress.state)),
        score: progress.score.map(|score| m.score_of(&format::score(scene.language, score)).to_string()),
        key_results: rows(scene, id),
        more: (more > 0).then(|| m.told_n_more(more).to_string()),
        is_active,
        decisions: if is_active { decisions(scene, id) } else { Html::new() },
        learned: scene.maybe_inline(review.and_then(|review| review.learned.as_ref())),
        follows: decision.map(|decision| words::decision(m, decision).to_owned()),
    }
}

/// What it contributes to, from the mission down; the mission stands on the first screen.
fn sight(scene: &Scene, id: ObjectiveId) -> Vec<Link> {
    let chain = scene.site.handbook.line_of_sight(Goal::Objective(id));
    let step =
        |goal: Goal| Link { href: scene.links.goal(goal), title: scene.site.handbook.title(goal).to_owned() };
    // On a wall, the two nearest say enough.
    let mut near: Vec<Link> =
        chain.into_iter().filter(|&goal| goal != Goal::Mission).take(2).map(step).collect();
    near.reverse();
    near
}

fn facts(scene: &Scene, id: ObjectiveId) -> Html {
    let objective = &scene.site.handbook[id];
    let mut facts = Html::new();
    if let Some(team) = objective.team {
        push_fact(&mut facts, scene.m.team, &scene.team(team.value));
    }
    if let Some(owner) = objective.owner {
        push_fact(&mut facts, scene.m.owner, &scene.person(owner.value));
    }
    facts
}

/// The key results: what is measured, from where to where, how far, how it fares.
fn rows(scene: &Scene, id: ObjectiveId) -> Html {
    let mut html = Html::new();
    for (id, key_result) in scene.site.handbook.key_results(id).take(KEY_RESULTS) {
        let progress = scene.site.progress.of_key_result(id);
        html.raw("<li class=\"goal\"><span class=\"goal-name\">").html(&scene.goal(Goal::KeyResult(id)));
        html.raw("<small>");
        if scene.withholds(key_result) {
            html.text(scene.m.masked);
        } else {
            if let Some(value) = progress.value {
                let unit = key_result.unit.as_ref().map(|unit| unit.value.as_str());
                html.raw("<b>").text(&format::value(scene.language, value, unit)).raw("</b> ");
            }
            key_results::push_way(&mut html, scene, key_result);
        }
        html.raw("</small></span><span class=\"goal-bar\">");
        let bar = scene.bar_of_key_result(id);
        chart::push_bar(&mut html, scene.m, &bar);
        html.raw("</span><span class=\"goal-number\">");
        chart::push_progress_number(&mut html, scene.m, &bar);
        html.raw("</span>").html(&scene.health(progress.health)).raw("</li>");
    }
    html
}

/// What somebody has to decide: key results that are not on track, with what was said of them last, what others have
/// not agreed to, and a review that is missing.
fn decisions(scene: &Scene, id: ObjectiveId) -> Html {
    let (site, m, mut html) = (scene.site, scene.m, Html::new());
    let is_over = site.handbook[id].cycle.is_some_and(|cycle| site.handbook[cycle.value].end < site.as_of());
    if is_over {
        html.raw("<li>").text(m.review_is_missing).raw("</li>");
    }
    for (id, _) in site.handbook.key_results(id) {
        let health = site.progress.of_key_result(id).health;
        if matches!(health, Health::OffTrack | Health::AtRisk | Health::Outdated) {
            html.raw("<li>");
            trouble(&mut html, scene, id, health);
            html.raw("</li>");
        }
    }
    let open = site.handbook[id].depends_on.iter();
    for dependency in open.filter(|dependency| dependency.state != DependencyState::Confirmed) {
        html.raw("<li>").html(&self::dependency(scene, dependency)).raw("</li>");
    }
    html
}

/// A key result that is not on track: which, and what its last check-in said.
fn trouble(html: &mut Html, scene: &Scene, id: KeyResultId, health: Health) {
    let (key_result, progress) = (scene.site.handbook.key_result(id), scene.site.progress.of_key_result(id));
    html.html(&scene.health(health)).raw(" <b>").text(&key_result.title.value).raw("</b>");
    let last = progress.last_check_in.and_then(|last| key_result.check_ins.get(last));
    let Some(last) = last else {
        html.raw(" <span>").text(scene.m.zone_no_check_in).raw("</span>");
        return;
    };
    if health == Health::Outdated {
        html.raw(" <span>").say(&scene.m.last_reported(last.date.value)).raw("</span>");
    }
    if let Some(note) = &last.note {
        html.raw(" <span>").html(&scene.inline(note)).raw("</span>");
    }
    if let Some(next) = &last.aside.next {
        let action = scene.inline(next);
        html.raw(" <span>");
        html.say(&scene.m.next_action(Arg::Written(&|out| out.push_str(action.as_str())))).raw("</span>");
    }
}

/// Whom something is needed from, whether they agreed, and by when.
pub(super) fn dependency(scene: &Scene, dependency: &Dependency) -> Html {
    let (m, mut html) = (scene.m, Html::new());
    let from = party(scene, dependency);
    html.say(&m.needed_from(Arg::Written(&|out| out.push_str(from.as_str()))));
    html.text(m.clause).text(words::dependency(m, dependency.state));
    if let Some(day) = dependency.needed_by {
        html.text(m.comma).say(&m.by_day(day));
    }
    html
}
