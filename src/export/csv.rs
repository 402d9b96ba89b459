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
    let mut rows = csv::WriterBuilder::new().buffer_capacity(1 << 16).from_writer(out);
    rows.write_record(COLUMNS)?;
    for (id, objective) in edition.handbook.objectives() {
        let of_objective = objective_cells(edition, id);
        for index in 0..objective.key_results.len() {
            for cell in of_objective.iter().chain(&key_result_cells(edition, id, index)) {
                rows.write_field(&*harmless(cell))?;
            }
            rows.write_record(None::<&[u8]>)?;
        }
    }
    rows.flush()
}

fn objective_cells<'a>(edition: &Edition<'a>, id: ObjectiveId) -> [Cow<'a, str>; 15] {
    let handbook = edition.handbook;
    let objective = &handbook[id];
    let progress = edition.progress.of(id);
    let parent = handbook.parent(Goal::Objective(id)).map(|goal| handbook.reference(goal));
    [
        said(&objective.id.value),
        said(&objective.title.value),
        maybe(objective.cycle.map(|cycle| &*handbook[cycle.value].id.value)),
        maybe(objective.team.map(|team| &*handbook[team.value].id.value)),
        maybe(objective.owner.map(|owner| &*handbook[owner.value].id.value)),
        said(progress.state.word()),
        said(objective.ambition.word()),
        cell(parent),
        ratio(progress.progress),
        ratio(progress.expected),
        ratio(progress.gap),
        said(progress.health.word()),
        ratio(progress.contributing),
        ratio(progress.score),
        maybe(progress.outcome.map(Outcome::word)),
    ]
}

fn key_result_cells<'a>(edition: &Edition<'a>, objective: ObjectiveId, index: usize) -> [Cow<'a, str>; 17] {
    let key_result = &edition.handbook[objective].key_results[index];
    let progress = &edition.progress.of(objective).key_results[index];
    let is_open = !edition.masks(key_result);
    let (start, target) = match &key_result.measure {
        Measure::Metric { start, target, .. } if is_open => (start.value, Some(target.value)),
        _ => (None, None),
    };
    let last = progress.last_check_in.map(|last| key_result.check_ins[last].date.value);
    [
        said(&key_result.id.value),
        said(&key_result.title.value),
        said(key_result.measure.kind()),
        cell(start.map(Exact)),
        cell(target.map(Exact)),
        maybe(key_result.unit.as_ref().filter(|_| is_open).map(|unit| &*unit.value)),
        cell(progress.value.filter(|_| is_open).map(Exact)),
        ratio(progress.attainment),
        ratio(Some(progress.progress)),
        ratio(progress.expected),
        ratio(progress.gap),
        said(progress.health.word()),
        ratio(progress.confidence),
        cell(progress.forecast.filter(|_| is_open).map(|forecast| Projected(forecast.value))),
        cell(Some(progress.check_ins)),
        cell(last),
        ratio(Some(key_result.weight)),
    ]
}

fn said(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

fn maybe(text: Option<&str>) -> Cow<'_, str> {
    Cow::Borrowed(text.unwrap_or_default())
}

fn cell<'a>(value: Option<impl ToString>) -> Cow<'a, str> {
    value.map(|value| value.to_string()).unwrap_or_default().into()
}

fn ratio<'a>(value: Option<f64>) -> Cow<'a, str> {
    match value {
        // Most often it is one of these.
        Some(0.0) => Cow::Borrowed("0"),
        Some(1.0) => Cow::Borrowed("1"),
        value => cell(value.map(Ratio)),
    }
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
