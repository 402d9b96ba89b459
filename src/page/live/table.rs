//! A table of goals with columns of choice. It scrolls on its own and can be reached by keys.

use super::chosen;
use crate::model::{Column, Goal, KeyResult, KeyResultId, Live, Measure, ObjectiveId, Rows, State};
use crate::page::parts::joined;
use crate::page::{Html, Scene, chart, format, words};
use crate::progress::Coverage;

/// The columns of objectives where a block names none.
const OF_OBJECTIVES: &[Column] =
    &[Column::Title, Column::Team, Column::Cycle, Column::Progress, Column::Health];
/// The columns of key results where a block names none.
const OF_KEY_RESULTS: &[Column] =
    &[Column::Title, Column::Value, Column::Target, Column::Progress, Column::Health];

/// The table; nothing where no goal matches.
pub(super) fn table(scene: &Scene, live: &Live, number: usize) -> Html {
    let mut html = Html::new();
    let rows = chosen::rows(scene, live);
    if rows.is_empty() {
        return html;
    }
    let columns = match (&live.columns[..], chosen::kind_of_rows(live)) {
        ([], Rows::Objectives) => OF_OBJECTIVES,
        ([], Rows::KeyResults) => OF_KEY_RESULTS,
        (columns, _) => columns,
    };
    let heads: Vec<&str> = columns.iter().map(|&column| head(scene, column)).collect();
    let label = scene.m.live_table(&heads.join(scene.m.comma), number).to_string();
    html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\"").attribute("aria-label", &label);
    html.raw("><table class=\"data\"><thead><tr>");
    for (head, &column) in heads.iter().zip(columns) {
        html.raw(if is_number(column) {
            "<th scope=\"col\" class=\"number\">"
        } else {
            "<th scope=\"col\">"
        });
        html.text(head).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    for goal in rows {
        html.raw("<tr>");
        for &column in columns {
            let (open, close) = match column {
                Column::Title => ("<th scope=\"row\">", "</th>"),
                column if is_number(column) => ("<td class=\"number\">", "</td>"),
                _ => ("<td>", "</td>"),
            };
            html.raw(open);
            cell(&mut html, scene, column, goal);
            html.raw(close);
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table></div>");
    html
}

/// Whether a column holds numbers alone, which stand below each other.
fn is_number(column: Column) -> bool {
    use Column::{Confidence, Coverage, Expected, Gap, Score, Start, Target, Value};
    matches!(column, Start | Value | Target | Expected | Gap | Confidence | Coverage | Score)
}

fn head<'a>(scene: &Scene<'a>, column: Column) -> &'a str {
    let m = scene.m;
    match column {
        Column::Title => m.told_goal,
        Column::Team => m.team,
        Column::Owner => m.owner,
        Column::Cycle => m.cycle,
        Column::State => m.state,
        Column::Ambition => m.ambition,
        Column::Start => m.start,
        Column::Value => m.value,
        Column::Target => m.target,
        Column::Progress => m.column_progress,
        Column::Expected => m.column_expected,
        Column::Gap => m.column_gap,
        Column::Health => m.column_health,
        Column::Confidence => m.confidence,
        Column::Coverage => m.column_coverage,
        Column::Score => m.score,
        Column::Outcome => m.outcome,
    }
}

/// A cell; where nothing is known, a dash.
fn cell(html: &mut Html, scene: &Scene, column: Column, goal: Goal) {
    let found = match goal {
        Goal::Objective(id) => of_objective(scene, column, id),
        Goal::KeyResult(id) => of_key_result(scene, column, id),
        Goal::Mission | Goal::Pillar(_) => None,
    };
    match found {
        Some(found) => html.html(&found),
        None => html.raw("–"),
    };
}

fn of_objective(scene: &Scene, column: Column, id: ObjectiveId) -> Option<Html> {
    let (objective, progress) = (&scene.site.handbook[id], scene.site.progress.of(id));
    let is_active = progress.state == State::Active;
    match column {
        Column::Title => Some(scene.goal(Goal::Objective(id))),
        Column::Owner => {
            let owners = objective.owner.iter().chain(&objective.other_owners);
            let owners = joined(owners.map(|owner| scene.person(owner.value)), scene.m.comma);
            (!owners.is_empty()).then_some(owners)
        }
        Column::Progress => {
            let expected = progress.expected.filter(|_| is_active);
            Some(bar(scene, progress.known(), None, expected))
        }
        Column::Expected => progress.expected.filter(|_| is_active).map(|ratio| percent(scene, ratio)),
        Column::Gap => progress.gap.filter(|_| is_active).map(|ratio| percent(scene, ratio)),
        Column::Health => Some(scene.state_or_health(id)),
        Column::Confidence => confidence(scene, id),
        Column::Coverage => coverage(scene, progress.coverage),
        Column::Score => progress.score.map(|score| Html::of(&format::score(scene.language, score))),
        Column::Outcome => progress.outcome.map(|outcome| Html::of(words::outcome(scene.m, outcome))),
        column => of_both(scene, column, id),
    }
}

/// What a key result says by its objective.
fn of_both(scene: &Scene, column: Column, id: ObjectiveId) -> Option<Html> {
    let objective = &scene.site.handbook[id];
    match column {
        Column::Team => objective.team.map(|team| scene.team(team.value)),
        Column::Cycle => objective.cycle.map(|cycle| scene.cycle(cycle.value)),
        Column::State => Some(Html::of(words::state(scene.m, scene.site.progress.of(id).state))),
        Column::Ambition => Some(Html::of(words::ambition(scene.m, objective.ambition))),
        _ => None,
    }
}

fn of_key_result(scene: &Scene, column: Column, id: KeyResultId) -> Option<Html> {
    let site = scene.site;
    let (key_result, progress) = (site.handbook.key_result(id), site.progress.of_key_result(id));
    let is_active = site.progress.of(id.objective).state == State::Active;
    match column {
        Column::Title => Some(scene.goal(Goal::KeyResult(id))),
        Column::Owner => {
            let owner = key_result.owner.or(site.handbook[id.objective].owner);
            owner.map(|owner| scene.person(owner.value))
        }
        Column::Start | Column::Value | Column::Target => {
            measured(scene, column, key_result, progress.value).map(|text| Html::of(&text))
        }
        Column::Progress => {
            let known = progress.attainment.map(|_| progress.progress);
            Some(bar(scene, known, progress.attainment, progress.expected.filter(|_| is_active)))
        }
        Column::Expected => progress.expected.filter(|_| is_active).map(|ratio| percent(scene, ratio)),
        Column::Gap => progress.gap.filter(|_| is_active).map(|ratio| percent(scene, ratio)),
        Column::Health => Some(scene.health(progress.health)),
        Column::Confidence => progress.confidence.map(|ratio| percent(scene, ratio)),
        column => of_both(scene, column, id.objective),
    }
}

/// A number of a measure, unless this edition withholds it.
fn measured(
    scene: &Scene,
    column: Column,
    key_result: &KeyResult,
    value: Option<crate::model::Decimal>,
) -> Option<String> {
    if scene.withholds(key_result) {
        return None;
    }
    let unit = key_result.unit.as_ref().map(|unit| unit.value.as_str());
    let number = match (&key_result.measure, column) {
        (_, Column::Value) => value,
        (Measure::Metric { start, .. }, Column::Start) => start.value,
        (Measure::Metric { target, .. }, Column::Target) => Some(target.value),
        (Measure::Keep(bounds), Column::Target) => return Some(format::bounds(scene.m, bounds.value, unit)),
        _ => None,
    };
    number.map(|number| format::value(scene.language, number, unit))
}

/// What the owners of an objective's key results believe: one number, or from the lowest to the highest.
fn confidence(scene: &Scene, id: ObjectiveId) -> Option<Html> {
    let said = scene.site.progress.of(id).key_results.iter().filter_map(|key_result| key_result.confidence);
    let (low, high) = said.fold(None, |range: Option<(f64, f64)>, confidence| {
        let (low, high) = range.unwrap_or((confidence, confidence));
        Some((low.min(confidence), high.max(confidence)))
    })?;
    let (low, high) = (format::percent(scene.language, low), format::percent(scene.language, high));
    let range = || scene.m.range(&high, &low).to_string();
    Some(Html::of(&if low == high { low.clone() } else { range() }))
}

/// Of how many key results something current is known.
fn coverage(scene: &Scene, coverage: Coverage) -> Option<Html> {
    let text = || scene.m.reported_of(coverage.reported, coverage.total).to_string();
    (coverage.total > 0).then(|| Html::of(&text()))
}

fn percent(scene: &Scene, ratio: f64) -> Html {
    Html::of(&format::percent(scene.language, ratio))
}

fn bar(scene: &Scene, progress: Option<f64>, attainment: Option<f64>, expected: Option<f64>) -> Html {
    chart::progress(scene.m, &chart::Bar { progress, attainment, expected, ..chart::Bar::default() })
}
