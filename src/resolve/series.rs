//! Merges what was measured: check-ins in their key result, in the collection `check_ins`, and in CSV.

use super::declare::CheckInDeclaration;
use super::declare::check_in::check_fits_kpi;
use super::linker::{Linker, Notes};
use super::targets::join;
use crate::config::{Settings, is_built};
use crate::diagnostic::Finding;
use crate::diagnostic::did_you_mean;
use crate::diagnostic::errors::{DUPLICATE_CHECK_IN, MISSING_DATA_FILE, MISSING_KEY, UNKNOWN_KEY};
use crate::model::{CheckIn, Measure, Rare, Reading, Text};
use crate::syntax::table::{self, Row};
use crate::text::{Source, SourceId, Sources, Span, Spanned};
use std::collections::HashMap;
use std::sync::Arc;

/// The series in CSV that key results and KPIs can read, by path from the handbook's root.
pub struct Series {
    rows: HashMap<String, Rows>,
    known: Vec<String>,
}

/// The rows of a file.
#[derive(Default)]
struct Rows {
    all: Vec<Row>,
    /// Whether the settings make its path internal.
    internal: bool,
}

impl Series {
    /// Reads those of the CSV files that are asked for, each once.
    pub fn read<'a>(
        wanted: impl Iterator<Item = &'a Text>,
        data: &[SourceId],
        sources: &Sources,
        settings: &Settings,
        findings: &mut Vec<Finding>,
    ) -> Self {
        let files: HashMap<&str, SourceId> = data.iter().map(|&id| (sources.get(id).path(), id)).collect();
        let mut rows = HashMap::new();
        for path in wanted {
            let Some(path) = data_path(&path.value) else { continue };
            if let Some(&id) = files.get(path.as_str())
                && !rows.contains_key(&path)
            {
                let internal = settings.is_internal_file(&path);
                let all = table::read(sources.get(id), findings);
                rows.insert(path, Rows { all, internal });
            }
        }
        let mut known: Vec<String> = files.keys().map(|path| (*path).to_owned()).collect();
        known.sort_unstable();
        Series { rows, known }
    }

    /// The rows of a file; one that is missing or outside the handbook is a finding.
    fn get(&self, path: &Text, notes: &mut Notes) -> (&[Row], bool) {
        let Some(normal) = data_path(&path.value) else {
            let message = format!("`{}` leads out of the handbook", path.value.escape_debug());
            let help =
                "put the file below the handbook's root, such as `data/signups.csv`, and name that path";
            notes.findings.push(Finding::error(&MISSING_DATA_FILE, path.span, message).help(help));
            return (&[], false);
        };
        if let Some(rows) = self.rows.get(&normal) {
            return (&rows.all, rows.internal);
        }
        let help = did_you_mean(&normal, self.known.iter().map(String::as_str)).unwrap_or_else(|| {
            let help = if is_built(&normal) {
                "put it into `data/`: what stands in `public/` is written by okrbook, and never read"
            } else {
                "paths count from the handbook's root, such as `data/signups.csv`"
            };
            help.to_owned()
        });
        let message = format!("there is no data file `{normal}`");
        notes.findings.push(Finding::error(&MISSING_DATA_FILE, path.span, message).help(help));
        (&[], false)
    }
}

/// The CSV files as they are now, and whether each is internal: all that series depend on.
pub fn stamps(data: &[SourceId], sources: &Sources, settings: &Settings) -> Vec<(Arc<Source>, bool)> {
    let stamp = |&id: &SourceId| (sources.share(id), settings.is_internal_file(sources.get(id).path()));
    data.iter().map(stamp).collect()
}

/// A path from the root without `.` parts; none where it is absolute or leads out.
pub fn data_path(path: &str) -> Option<String> {
    if path.starts_with(['/', '\\']) || path.contains([':', '\\', '\0']) {
        return None;
    }
    // Data counts from the root, where there is no folder to leave.
    join("", path).filter(|path| !path.is_empty())
}

/// A check-in that is declared, and whether its file is internal.
pub struct Reported {
    /// What it says.
    pub check_in: CheckInDeclaration,
    /// Withheld from public editions.
    pub internal: bool,
    /// Where it stands as a whole.
    pub span: Span,
}

/// The check-ins of a key result, by date: its own and those that were collected for it; two for one day are a finding
/// that shows both. Nothing is said about what fits a measure that is wrong itself.
pub fn check_ins(
    own: Vec<CheckIn>,
    collected: Vec<Reported>,
    data: Option<&Text>,
    measure: Option<&Measure>,
    series: &Series,
    linker: &Linker,
    notes: &mut Notes,
) -> Vec<CheckIn> {
    let mut check_ins = own;
    for Reported { check_in: declared, internal, .. } in collected {
        if let Some(measure) = measure {
            declared.check_fits(measure, &mut notes.findings);
        }
        let mut check_in = CheckIn { internal, ..declared.check_in };
        if let Some(by) = &declared.by {
            check_in.aside.by = linker.person(by, notes);
        }
        check_ins.push(check_in);
    }
    if let Some(data) = data {
        if measure.is_none_or(Measure::has_values) {
            let (rows, internal) = series.get(data, notes);
            check_ins.extend(rows.iter().map(|row| from_row(row, internal)));
        } else if let Some(measure) = measure {
            let message = format!("a series of values does not fit the measure `{}`", measure.kind());
            let help = "remove `data:`; only metric and keep measures have values";
            notes.findings.push(Finding::error(&UNKNOWN_KEY, data.span, message).help(help));
        }
    }
    by_day(check_ins, |check_in| check_in.date, notes)
}

fn from_row(row: &Row, internal: bool) -> CheckIn {
    CheckIn {
        date: row.date,
        value: Some(row.value),
        zone: None,
        confidence: row.confidence,
        note: row.note.clone(),
        internal,
        aside: Rare::default(),
    }
}

/// The readings of a KPI, by date; two for one day are a finding that shows both.
pub fn readings(
    own: Vec<Reading>,
    reported: Vec<Reported>,
    data: Option<&Text>,
    series: &Series,
    linker: &Linker,
    notes: &mut Notes,
) -> Vec<Reading> {
    let mut readings = own;
    for Reported { check_in, internal, span } in reported {
        check_fits_kpi(&check_in, &mut notes.findings);
        if let Some(by) = &check_in.by {
            linker.person(by, notes);
        }
        let CheckInDeclaration { check_in, value_is_wrong, .. } = check_in;
        let Some(value) = check_in.value else {
            if value_is_wrong {
                continue;
            }
            let message = "a check-in of a KPI has no `value`";
            notes.findings.push(Finding::error(&MISSING_KEY, span, message).help("add `value:`"));
            continue;
        };
        readings.push(Reading { date: check_in.date, value: value.value, note: check_in.note, internal });
    }
    if let Some(data) = data {
        let (rows, internal) = series.get(data, notes);
        readings.extend(rows.iter().map(|row| Reading {
            date: row.date,
            value: row.value.value,
            note: row.note.clone(),
            internal,
        }));
    }
    by_day(readings, |reading| reading.date, notes)
}

/// Sorts by day and leaves out the second of two for one day, with a finding.
fn by_day<T>(
    mut items: Vec<T>,
    day: impl Fn(&T) -> Spanned<crate::model::Date>,
    notes: &mut Notes,
) -> Vec<T> {
    if items.windows(2).all(|pair| day(&pair[0]).value < day(&pair[1]).value) {
        return items;
    }
    items.sort_by_key(|item| day(item).value);
    let mut kept: Vec<T> = Vec::with_capacity(items.len());
    for item in items {
        if let Some(last) = kept.last()
            && day(last).value == day(&item).value
        {
            let date = day(&item);
            let finding = Finding::error(
                &DUPLICATE_CHECK_IN,
                date.span,
                format!("there are two check-ins for {}", date.value),
            )
            .here("the second")
            .label(day(last).span, "the first")
            .help("keep the right one, or correct the date of the other");
            notes.findings.push(finding);
            continue;
        }
        kept.push(item);
    }
    kept
}
