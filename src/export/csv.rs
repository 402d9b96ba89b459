//! The csv format: a row for each key result, for spreadsheets.
//!
//! A cell that a spreadsheet would run as a formula gets a leading apostrophe, so that a title is never a program.

use super::value::{Exact, Projected, Ratio};
use super::{Edition, Format};
use crate::model::{Goal, Measure, ObjectiveId, Outcome};
use crate::syntax::fields::parse_number;
use std::borrow::Cow;
use std::io::{self, Write};

pub(super) static FORMAT: Format = Format {
    name: "csv",
    about: "a row for each key result, for spreadsheets",
    address: Some(&["api", "handbook.csv"]),
    write,
};

/// The header: the objective's columns, then the key result's.
const COLUMNS: [&str; 32] = [
    "objective",
    "objective_title",
    "cycle",
    "team",
    "owner",
    "state",
    "ambition",
    "parent",
    "objective_progress",
    "objective_expected",
    "objective_gap",
    "objective_health",
    "contributing",
    "score",
    "outcome",
    "key_result",
    "key_result_title",
    "kind",
    "start",
    "target",
    "unit",
    "value",
    "attainment",
    "progress",
    "expected",
    "gap",
    "health",
    "confidence",
    "forecast",
    "check_ins",
    "last_check_in",
    "weight",
];

fn write(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(COLUMNS)?;
    for (id, objective) in edition.handbook.objectives() {
        let of_objective = objective_cells(edition, id);
        for index in 0..objective.key_results.len() {
            let cells = of_objective.iter().cloned().chain(key_result_cells(edition, id, index));
            rows.write_record(cells.map(|cell| harmless(&cell).into_owned()))?;
        }
    }
    rows.flush()
}

fn objective_cells(edition: &Edition, id: ObjectiveId) -> Vec<String> {
    let handbook = edition.handbook;
    let objective = &handbook[id];
    let progress = edition.progress.of(id);
    let parent = handbook.parent(Goal::Objective(id)).map(|goal| handbook.reference(goal));
    vec![
        objective.id.value.clone(),
        objective.title.value.clone(),
        cell(objective.cycle.map(|cycle| &handbook[cycle.value].id.value)),
        cell(objective.team.map(|team| &handbook[team.value].id.value)),
        cell(objective.owner.map(|owner| &handbook[owner.value].id.value)),
        progress.state.word().to_owned(),
        objective.ambition.word().to_owned(),
        cell(parent),
        ratio(progress.progress),
        ratio(progress.expected),
        ratio(progress.gap),
        progress.health.word().to_owned(),
        ratio(progress.contributing),
        ratio(progress.score),
        cell(progress.outcome.map(Outcome::word)),
    ]
}

fn key_result_cells(edition: &Edition, objective: ObjectiveId, index: usize) -> Vec<String> {
    let key_result = &edition.handbook[objective].key_results[index];
    let progress = &edition.progress.of(objective).key_results[index];
    let is_open = !edition.masks(key_result);
    let (start, target) = match &key_result.measure {
        Measure::Metric { start, target, .. } if is_open => (start.value, Some(target.value)),
        _ => (None, None),
    };
    let last = progress.last_check_in.map(|last| key_result.check_ins[last].date.value);
    vec![
        key_result.id.value.clone(),
        key_result.title.value.clone(),
        key_result.measure.kind().to_owned(),
        cell(start.map(Exact)),
        cell(target.map(Exact)),
        cell(key_result.unit.as_ref().filter(|_| is_open).map(|unit| &unit.value)),
        cell(progress.value.filter(|_| is_open).map(Exact)),
        ratio(progress.attainment),
        ratio(Some(progress.progress)),
        ratio(progress.expected),
        ratio(progress.gap),
        progress.health.word().to_owned(),
        ratio(progress.confidence),
        cell(progress.forecast.filter(|_| is_open).map(|forecast| Projected(forecast.value))),
        progress.check_ins.to_string(),
        cell(last),
        ratio(Some(key_result.weight)),
    ]
}

fn cell(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn ratio(value: Option<f64>) -> String {
    cell(value.map(Ratio))
}

/// What a spreadsheet shows instead of running it.
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && parse_number(cell).is_none() {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_never_a_program() {
        assert_eq!(harmless("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        assert_eq!(harmless("+49 30 1234"), "'+49 30 1234");
        assert_eq!(harmless("-SUM(A1)"), "'-SUM(A1)");
        assert_eq!(harmless("@cmd"), "'@cmd");
        assert_eq!(harmless("\t=1"), "'\t=1");
        assert_eq!(harmless("-2.5"), "-2.5");
        assert_eq!(harmless("Sales = more"), "Sales = more");
    }
}
