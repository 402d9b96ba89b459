//! The csv format: a row for each key result, for spreadsheets.
//!
//! A cell that a spreadsheet would run as a formula gets a leading apostrophe, so that a title is never a program.

use super::value::{Day, Derived, Exact, Projected, Ratio, push_decimal};
use super::{Edition, Format};
use crate::model::{Date, Decimal, Goal, Measure, ObjectiveId, Outcome};
use crate::syntax::fields::parse_number;
use crate::text::{find, table};
use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

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

/// So much is written before it is handed on.
const PIECE: usize = 1 << 16;

fn write(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(PIECE, out);
    let (mut row, mut of_objective) = (Vec::new(), Vec::new());
    for column in COLUMNS {
        Cells(&mut row).text(column);
    }
    end_row(&mut row);
    out.write_all(&row)?;
    for (id, objective) in edition.handbook.objectives() {
        of_objective.clear();
        objective_cells(&mut Cells(&mut of_objective), edition, id);
        for index in 0..objective.key_results.len() {
            row.clone_from(&of_objective);
            key_result_cells(&mut Cells(&mut row), edition, id, index);
            end_row(&mut row);
            out.write_all(&row)?;
        }
    }
    out.flush()
}

/// Ends a row whose cells are each followed by a comma.
fn end_row(row: &mut Vec<u8>) {
    row.pop();
    row.push(b'\n');
}

fn objective_cells(cells: &mut Cells, edition: &Edition, id: ObjectiveId) {
    let handbook = edition.handbook;
    let objective = &handbook[id];
    let progress = edition.progress.of(id);
    let parent = handbook.parent(Goal::Objective(id)).map(|goal| handbook.reference(goal));
    cells
        .text(&objective.id.value)
        .text(&objective.title.value)
        .maybe(objective.cycle.map(|cycle| &*handbook[cycle.value].id.value))
        .maybe(objective.team.map(|team| &*handbook[team.value].id.value))
        .maybe(objective.owner.map(|owner| &*handbook[owner.value].id.value))
        .text(progress.state.word())
        .text(objective.ambition.word())
        .maybe(parent.as_deref())
        .ratio(progress.progress)
        .ratio(progress.expected)
        .ratio(progress.gap)
        .text(progress.health.word())
        .ratio(progress.contributing)
        .ratio(progress.score)
        .maybe(progress.outcome.map(Outcome::word));
}

fn key_result_cells(cells: &mut Cells, edition: &Edition, objective: ObjectiveId, index: usize) {
    let key_result = &edition.handbook[objective].key_results[index];
    let progress = &edition.progress.of(objective).key_results[index];
    let is_open = !edition.masks(key_result);
    let (start, target) = match &key_result.measure {
        Measure::Metric { start, target, .. } if is_open => (start.value, Some(target.value)),
        _ => (None, None),
    };
    let last = progress.last_check_in.map(|last| key_result.check_ins[last].date.value);
    cells
        .text(&key_result.id.value)
        .text(&key_result.title.value)
        .text(key_result.measure.kind())
        .exact(start)
        .exact(target)
        .maybe(key_result.unit.as_ref().filter(|_| is_open).map(|unit| &*unit.value))
        .exact(progress.value.filter(|_| is_open))
        .ratio(progress.attainment)
        .ratio(Some(progress.progress))
        .ratio(progress.expected)
        .ratio(progress.gap)
        .text(progress.health.word())
        .ratio(progress.confidence)
        .projected(progress.forecast.filter(|_| is_open).map(|forecast| forecast.value))
        .count(progress.check_ins)
        .day(last)
        .ratio(Some(key_result.weight));
}

/// What parts cells or rows, or ends a cell in quotes.
static PARTING: [bool; 256] = table(b",\"\n\r");

/// Writes the cells of a row, each followed by a comma. What is not known is an empty cell.
struct Cells<'o>(&'o mut Vec<u8>);

impl Cells<'_> {
    /// In quotes where it must be.
    fn text(&mut self, text: &str) -> &mut Self {
        let text = harmless(text);
        if find(text.as_bytes(), 0, &PARTING) < text.len() {
            self.0.push(b'"');
            self.0.extend_from_slice(text.replace('"', "\"\"").as_bytes());
            self.0.push(b'"');
        } else {
            self.0.extend_from_slice(text.as_bytes());
        }
        self.end()
    }

    fn maybe(&mut self, text: Option<&str>) -> &mut Self {
        self.text(text.unwrap_or_default())
    }

    fn ratio(&mut self, value: Option<f64>) -> &mut Self {
        self.number(value, |value, out| Ratio(value).push(out))
    }

    fn exact(&mut self, value: Option<Decimal>) -> &mut Self {
        self.number(value, |value, out| Exact(value).push(out))
    }

    fn projected(&mut self, value: Option<f64>) -> &mut Self {
        self.number(value, |value, out| Projected(value).push(out))
    }

    fn day(&mut self, date: Option<Date>) -> &mut Self {
        self.number(date, |date, out| Day(date).push(out))
    }

    fn count(&mut self, number: usize) -> &mut Self {
        self.number(Some((number as u64).cast_signed()), |number, out| push_decimal(out, number, 0))
    }

    /// A number, or what else is neither a formula nor in need of quotes.
    fn number<T>(&mut self, value: Option<T>, push: impl Fn(T, &mut Vec<u8>)) -> &mut Self {
        if let Some(value) = value {
            push(value, self.0);
        }
        self.end()
    }

    fn end(&mut self) -> &mut Self {
        self.0.push(b',');
        self
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

    proptest::proptest! {
        #[test]
        fn what_is_written_is_what_a_program_reads(cells in proptest::collection::vec("[a-c,;\"\n\r ]{0,20}", 2..5)) {
            let mut row = Vec::new();
            for cell in &cells {
                Cells(&mut row).text(cell);
            }
            end_row(&mut row);
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(&*row);
            let read = reader.records().next().expect("a row").expect("a right one");
            let expected: Vec<_> = cells.iter().map(|cell| harmless(cell)).collect();
            proptest::prop_assert_eq!(read.iter().collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
            let mut writer = ::csv::Writer::from_writer(Vec::new());
            writer.write_record(expected.iter().map(|cell| cell.as_bytes())).expect("written");
            proptest::prop_assert_eq!(writer.into_inner().expect("flushed"), row);
        }
    }
}
