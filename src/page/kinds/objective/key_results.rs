//! The key results of an objective's page: value, bar, chart, changes and check-in log of each.

use crate::locale::Arg;
use crate::model::{Date, Decimal, KeyResult, KeyResultId, Measure, ObjectiveId};
use crate::page::chart::{self, CheckInLog, KeyResultChart};
use crate::page::{Html, Scene, format};
use crate::progress::KeyResultProgress;

/// What a key result with its chart and some check-ins takes in bytes.
const ROOM: usize = 8 * 1024;
/// What a link to a key result takes.
const LINK: usize = 192;

/// All key results, each as an article.
pub(super) fn all(scene: &Scene, objective: ObjectiveId) -> Html {
    let mut html = Html::with_room(ROOM * scene.site.handbook[objective].key_results.len());
    for (id, _) in scene.site.handbook.key_results(objective) {
        article(&mut html, scene, id);
    }
    html
}

/// Links to the key results of the page, each with its health.
pub(super) fn rail(scene: &Scene, objective: ObjectiveId) -> Html {
    let mut html = Html::with_room(LINK * scene.site.handbook[objective].key_results.len());
    for (id, key_result) in scene.site.handbook.key_results(objective) {
        html.raw("<li><a href=\"#").text(&key_result.id.value).raw("\">");
        chart::push_health_mark(&mut html, scene.m, scene.site.progress.of_key_result(id).health);
        html.text(&key_result.title.value).raw("</a></li>");
    }
    html
}

fn article(html: &mut Html, scene: &Scene, id: KeyResultId) {
    let site = scene.site;
    let (key_result, progress) = (site.handbook.key_result(id), site.progress.of_key_result(id));
    html.raw("<article class=\"key-result\"").attribute("id", &key_result.id.value).raw(">");
    for old in &key_result.about.redirect_from {
        html.raw("<span").attribute("id", &old.value).raw("></span>");
    }
    headline(html, scene, id);
    if !scene.withholds(key_result) {
        value(html, scene, key_result, progress);
    }
    facts(html, scene, key_result);
    if let Some(why) = &key_result.why {
        html.raw("<p class=\"note\">").html(&scene.inline(why)).raw("</p>");
    }
    let cycle = site.handbook[id.objective].cycle.map(|cycle| &site.handbook[cycle.value]);
    let chart = KeyResultChart {
        m: scene.m,
        key_result,
        progress,
        cycle,
        as_of: site.as_of(),
        rescaled: scene.withholds(key_result),
    };
    chart::push_key_result(html, &chart, &scene.plan.axes);
    changes(html, scene, key_result);
    let prose = |html: &mut Html, text: &crate::model::Text| {
        scene.push_inline(html, text);
    };
    let person = |html: &mut Html, id: crate::model::PersonId| scene.push_person(html, id);
    chart::push_check_ins(html, &CheckInLog { chart, prose: &prose, person: &person });
    html.raw("</article>");
}

/// The line that answers first: what it is, how far it is, how it fares.
fn headline(html: &mut Html, scene: &Scene, id: KeyResultId) {
    let (key_result, bar) = (scene.site.handbook.key_result(id), scene.bar_of_key_result(id));
    html.raw("<div class=\"goal\"><h3 class=\"goal-name\">").text(&key_result.title.value);
    html.raw("</h3><span class=\"goal-bar\">");
    chart::push_bar(html, scene.m, &bar);
    html.raw("</span><span class=\"goal-number\">");
    chart::push_progress_number(html, scene.m, &bar);
    html.raw("</span>");
    chart::push_health(html, scene.m, scene.site.progress.of_key_result(id).health);
    html.raw("</div>");
}

/// `6.1 % from 4.0 % to 8 % · +0.4 since 3 Aug · confidence 0.7`.
fn value(html: &mut Html, scene: &Scene, key_result: &KeyResult, progress: &KeyResultProgress) {
    if !matches!(key_result.measure, Measure::Metric { .. } | Measure::Keep(_)) {
        return;
    }
    let unit = key_result.unit.as_ref().map(|unit| unit.value.as_str());
    html.raw("<p class=\"standing\"><span class=\"value\">");
    if let Some(value) = progress.value {
        html.raw("<b>");
        format::push_value(html, scene.language, value, unit);
        html.raw("</b> ");
    }
    html.raw("<small>");
    push_way(html, scene, key_result);
    if let Some((change, since)) = last_change(key_result, progress) {
        let change = |out: &mut String| format::push_change(out, scene.language, change);
        html.raw(" · ").say(&scene.m.since_last(Arg::Written(&change), Arg::Day(since)));
    }
    html.raw("</small></span></p>");
}

/// From where to where a value should go, or between which bounds it should stay; nothing of other measures.
pub(in crate::page::kinds) fn push_way(html: &mut Html, scene: &Scene, key_result: &KeyResult) {
    let unit = key_result.unit.as_ref().map(|unit| unit.value.as_str());
    match &key_result.measure {
        Measure::Metric { start, target, .. } => {
            let target = |out: &mut String| format::write_value(out, scene.language, target.value, unit);
            match start.value {
                Some(start) => {
                    let start = |out: &mut String| scene.language.push_number(out, start);
                    html.say(&scene.m.from_to(Arg::Written(&start), Arg::Written(&target)))
                }
                None => html.say(&scene.m.only_to(Arg::Written(&target))),
            };
        }
        Measure::Keep(bounds) => {
            html.text(&format::bounds(scene.m, bounds.value, unit));
        }
        Measure::Milestones(_) | Measure::Zones(_) | Measure::Done(_) => {}
    }
}

/// How the value changed between the last two check-ins that have one; none where no number can hold that.
fn last_change(key_result: &KeyResult, progress: &KeyResultProgress) -> Option<(Decimal, Date)> {
    let known = &key_result.check_ins[..progress.check_ins.min(key_result.check_ins.len())];
    let mut measured =
        known.iter().rev().filter_map(|check_in| Some((check_in.date.value, check_in.value?.value)));
    let ((_, last), (date, before)) = (measured.next()?, measured.next()?);
    Some((last.checked_sub(before)?, date))
}

/// Owner, weight, KPI, source, alignments and confidence, in one line.
fn facts(html: &mut Html, scene: &Scene, key_result: &KeyResult) {
    let m = scene.m;
    let mut separator = "<p class=\"kr-facts\">";
    let mut next = |html: &mut Html| {
        html.raw(std::mem::replace(&mut separator, " · "));
    };
    if let Some(owner) = key_result.owner {
        next(html);
        scene.push_person(html, owner.value);
    }
    if (key_result.weight - 1.0).abs() > f64::EPSILON {
        next(html);
        html.say(&m.weight(&format::weight(scene.language, key_result.weight)));
    }
    if let Some(kpi) = key_result.kpi {
        next(html);
        html.say(&m.moves_kpi(Arg::Written(&|out| out.push_str(scene.kpi(kpi.value).as_str()))));
    }
    for alignment in &key_result.aligns_to {
        next(html);
        html.say(&m.contributes_to(Arg::Written(&|out| out.push_str(scene.goal(alignment.to).as_str()))));
    }
    if let Some(source) = &key_result.source {
        next(html);
        html.link(&source.value, m.source);
    }
    for link in &key_result.about.links {
        next(html);
        html.link(&link.url.value, &link.title);
    }
    if scene.withholds(key_result) {
        next(html);
        html.text(m.masked);
    }
    if separator == " · " {
        html.raw("</p>");
    }
}

fn changes(html: &mut Html, scene: &Scene, key_result: &KeyResult) {
    let rows = super::changes(scene, &key_result.changes);
    if rows.is_empty() {
        return;
    }
    html.raw("<table class=\"data\"><thead><tr><th scope=\"col\">").text(scene.m.date);
    html.raw("</th><th scope=\"col\">")
        .text(scene.m.what)
        .raw("</th><th scope=\"col\">")
        .text(scene.m.reason);
    html.raw("</th></tr></thead><tbody>").html(&rows).raw("</tbody></table>");
}
