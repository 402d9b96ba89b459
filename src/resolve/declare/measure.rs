//! Reads what is measured: exactly one measure a key result.

use crate::diagnostic::Finding;
use crate::diagnostic::errors::{
    BAD_DATE, BAD_WEIGHT, EMPTY_RANGE, MEASURE_AMBIGUOUS, MEASURE_MISSING, MISSING_KEY, WRONG_TYPE,
};
use crate::model::{Bounds, Date, Decimal, Measure, Milestone, PlanPoint, ZoneTexts};
use crate::syntax::fields::{self, Fields, listed, wrong_type};
use crate::syntax::{Kind, Node};
use crate::text::Spanned;

/// The keys of a key result that belong to each measure; the first is the one that names it.
const MEASURES: &[(&str, &[&str])] = &[
    ("metric", &["target", "start", "plan", "commit", "stretch"]),
    ("keep", &["keep"]),
    ("milestones", &["milestones"]),
    ("zones", &["zones"]),
    ("done", &["done"]),
];

/// Reads the one measure of a key result.
pub fn measure(fields: &mut Fields) -> Option<Measure> {
    let named: Vec<_> = MEASURES
        .iter()
        .filter_map(|(name, keys)| Some((*name, *keys.iter().find(|key| fields.get(key).is_some())?)))
        .collect();
    match named.as_slice() {
        [] => {
            let finding = Finding::error(&MEASURE_MISSING, fields.anchor(), "the key result has no measure")
                .help("say how you will know: `start:` and `target:`, or one of `keep`, `milestones`, `zones`, `done`");
            fields.report(finding);
            None
        }
        [(only, _)] => one(only, fields),
        several => {
            let names = listed(several.iter().map(|(name, _)| *name));
            let mut finding = Finding::error(
                &MEASURE_AMBIGUOUS,
                fields.anchor(),
                format!("the key result has several measures: {names}"),
            )
            .help("keep one measure, and make the other a key result of its own");
            for (name, key) in several {
                if let Some(node) = fields.get(key) {
                    finding = finding.label(node.span(), format!("measure `{name}`"));
                }
            }
            fields.report(finding);
            None
        }
    }
}

fn one(name: &str, fields: &mut Fields) -> Option<Measure> {
    match name {
        "metric" => metric(fields),
        "keep" => {
            let node = fields.get("keep")?;
            bounds(&node, "keep", fields.findings()).map(Measure::Keep)
        }
        "milestones" => milestones(fields),
        "zones" => zones(fields),
        _ => done(fields),
    }
}

fn metric(fields: &mut Fields) -> Option<Measure> {
    let start = start(fields);
    let target = fields.required_number("target");
    let commit = fields.number("commit");
    let stretch = fields.number("stretch");
    let plan = fields.get("plan").is_some().then(|| plan(fields));
    let (start, target) = (start?, target?);
    if start.value == Some(target.value) {
        let message = format!("the target equals the start, {}", target.value);
        let finding = Finding::error(&EMPTY_RANGE, target.span, message)
            .label(start.span, "the start")
            .help("give a target that differs from the start, or measure it with `keep:` if it should stay as it is");
        fields.report(finding);
        return None;
    }
    Some(Measure::Metric { start, target, commit, stretch, plan })
}

fn start(fields: &mut Fields) -> Option<Spanned<Option<Decimal>>> {
    match fields.get("start") {
        Some(node) if matches!(node.kind(), Kind::Scalar(scalar) if scalar.text == "unknown") => {
            Some(Spanned::new(None, node.span()))
        }
        Some(_) => fields.number("start").map(|start| start.map(Some)),
        None if fields.is_misspelt("start") => None,
        None => {
            let message = "a key result with a target has no `start`";
            let help = "add `start:` with the value today, or `start: unknown` while no baseline is known";
            fields.report(Finding::error(&MISSING_KEY, fields.anchor(), message).help(help));
            None
        }
    }
}

/// Keys of a point of a plan.
pub const PLAN_KEYS: &[&str] = &["date", "value"];

fn plan(fields: &mut Fields) -> Vec<PlanPoint> {
    let nodes = fields.list("plan");
    let mut points: Vec<(Spanned<Date>, Decimal)> = Vec::new();
    for node in nodes.iter() {
        let Some(mut point) = Fields::open(&node, "a point of a plan", PLAN_KEYS, fields.findings()) else {
            continue;
        };
        let (date, value) = (point.required_date("date"), point.required_number("value"));
        point.finish(|_, _| None);
        let (Some(date), Some(value)) = (date, value) else { continue };
        if let Some((first, _)) = points.iter().find(|(first, _)| first.value == date.value) {
            let finding =
                Finding::error(&BAD_DATE, date.span, format!("the plan has two values for {}", date.value))
                    .label(first.span, "the first")
                    .help("keep one of them");
            fields.report(finding);
            continue;
        }
        points.push((date, value.value));
    }
    points.sort_by_key(|(date, _)| date.value);
    points.into_iter().map(|(date, value)| PlanPoint { date: date.value, value }).collect()
}

/// Keys of bounds.
pub const BOUNDS_KEYS: &[&str] = &["at_least", "at_most", "between"];

/// Reads bounds such as `{at_least: 99}`.
pub fn bounds(node: &Node, key: &str, findings: &mut Vec<Finding>) -> Option<Spanned<Bounds>> {
    let mut fields = Fields::open(node, "a pair of bounds", BOUNDS_KEYS, findings)?;
    let given: Vec<&str> = BOUNDS_KEYS.iter().copied().filter(|key| fields.get(key).is_some()).collect();
    let bounds = match given.as_slice() {
        ["at_least"] => fields.number("at_least").map(|least| Bounds::AtLeast(least.value)),
        ["at_most"] => fields.number("at_most").map(|most| Bounds::AtMost(most.value)),
        ["between"] => between(&mut fields),
        [] if BOUNDS_KEYS.iter().any(|key| fields.is_misspelt(key)) => None,
        [] => {
            let message = format!("`{key}` says no bound");
            let help = "write one of `at_least: n`, `at_most: n` and `between: [a, b]`";
            fields.report(Finding::error(&MISSING_KEY, node.span(), message).help(help));
            None
        }
        _ => {
            let message = format!("`{key}` says {} at once", listed(given.iter().copied()));
            let help = "keep one of them; for two bounds write `between: [a, b]`";
            fields.report(Finding::error(&MEASURE_AMBIGUOUS, node.span(), message).help(help));
            None
        }
    };
    fields.finish(|_, _| None);
    bounds.map(|bounds| Spanned::new(bounds, node.span()))
}

fn between(fields: &mut Fields) -> Option<Bounds> {
    let node = fields.get("between")?;
    let Kind::Sequence(items) = node.kind() else {
        fields.report(wrong_type(&node, "`between`", "a list of two numbers, such as `[2, 5]`"));
        return None;
    };
    let items: Vec<Node> = items.iter().collect();
    let [least, most] = items.as_slice() else {
        let message = format!("`between` has {} numbers, and must have two", items.len());
        fields
            .report(Finding::error(&WRONG_TYPE, node.span(), message).help("write `between: [least, most]`"));
        return None;
    };
    let least = fields::number(least, "between", fields.findings());
    let most = fields::number(most, "between", fields.findings());
    let (least, most) = (least?.value, most?.value);
    if least > most {
        let message = format!("the bounds are the wrong way round: {least} is more than {most}");
        let help = format!("write `between: [{most}, {least}]`");
        fields.report(Finding::error(&EMPTY_RANGE, node.span(), message).help(help));
        return None;
    }
    Some(Bounds::Between(least, most))
}

/// Keys of a milestone.
pub const MILESTONE_KEYS: &[&str] = &["id", "title", "due", "done", "weight"];

fn milestones(fields: &mut Fields) -> Option<Measure> {
    let nodes = fields.list("milestones");
    let before = fields.findings().len();
    let mut milestones: Vec<Milestone> = Vec::new();
    for node in nodes.iter() {
        if let Some(milestone) = milestone(&node, fields.findings()) {
            if let Some(finding) = same_id(&milestones, &milestone) {
                fields.report(finding);
                continue;
            }
            milestones.push(milestone);
        }
    }
    if milestones.is_empty() {
        if fields.findings().len() == before
            && fields.get("milestones").is_some_and(|node| matches!(node.kind(), Kind::Sequence(_)))
        {
            let message = "the key result has an empty list of milestones";
            let help = "add at least one milestone with a title";
            fields.report(Finding::error(&MEASURE_MISSING, fields.anchor(), message).help(help));
        }
        return None;
    }
    if milestones.iter().all(|milestone| milestone.weight == 0.0) {
        let span = fields.anchor();
        fields.report(
            Finding::error(&BAD_WEIGHT, span, "all milestones have weight 0")
                .help("give one of them a weight above 0"),
        );
        return None;
    }
    Some(Measure::Milestones(milestones))
}

fn same_id(milestones: &[Milestone], new: &Milestone) -> Option<Finding> {
    let id = new.id.as_ref()?;
    let first = milestones
        .iter()
        .filter_map(|other| other.id.as_ref())
        .find(|other| other.value.eq_ignore_ascii_case(&id.value))?;
    Some(super::super::names::duplicate("milestone", id, first))
}

fn milestone(node: &Node, findings: &mut Vec<Finding>) -> Option<Milestone> {
    let mut fields = Fields::open(node, "a milestone", MILESTONE_KEYS, findings)?;
    let id = fields.id("id");
    let title = fields.required_title("title");
    let due = fields.date("due");
    let done = day_or_false(&mut fields, "done").and_then(|done| Some(Spanned::new(done.value?, done.span)));
    let weight = fields.weight();
    fields.finish(|_, _| None);
    Some(Milestone { id, title: title?, due, done, weight })
}

/// Keys of zones.
pub const ZONE_KEYS: &[&str] = &["commit", "target", "stretch"];

fn zones(fields: &mut Fields) -> Option<Measure> {
    let node = fields.get("zones")?;
    let mut texts = Fields::open(&node, "`zones`", ZONE_KEYS, fields.findings())?;
    let (commit, target, stretch) = (texts.text("commit"), texts.text("target"), texts.text("stretch"));
    if commit.is_none() && target.is_none() && stretch.is_none() {
        texts.missing("target");
    }
    texts.finish(|_, _| None);
    Some(Measure::Zones(ZoneTexts { commit, target, stretch, span: node.span() }))
}

fn done(fields: &mut Fields) -> Option<Measure> {
    day_or_false(fields, "done").map(Measure::Done)
}

/// Reads `false`, or the date on which something was done.
fn day_or_false(fields: &mut Fields, key: &'static str) -> Option<Spanned<Option<Date>>> {
    let node = fields.get(key)?;
    if let Kind::Scalar(scalar) = node.kind()
        && scalar.is_bool()
    {
        if scalar.text.starts_with(['f', 'F']) {
            return Some(Spanned::new(None, node.span()));
        }
        let message = format!("`{key}` must be `false` or the date on which it was done");
        let help = format!("write the day: `{key}: YYYY-MM-DD`");
        fields.report(Finding::error(&WRONG_TYPE, node.span(), message).help(help));
        return None;
    }
    fields.date(key).map(|date| date.map(Some))
}
