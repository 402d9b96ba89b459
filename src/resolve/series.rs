//! Merges what was measured: check-ins in their key result, in the collection `check_ins`, and in CSV.

use super::declare::CheckInDeclaration;
use super::declare::check_in::check_fits_kpi;
use super::linker::{Linker, Notes};
use super::targets::join;
use crate::config::{Settings, is_built};
use crate::diagnostic::Finding;
use crate::diagnostic::did_you_mean;
use crate::diagnostic::errors::{DUPLICATE_CHECK_IN, MISSING_DATA_FILE, MISSING_KEY, UNKNOWN_KEY};
use crate::model::{CheckIn, Date, Measure, Rare, Reading, Text};
use crate::syntax::table::{self, Row};
use crate::text::{Source, SourceId, Sources, Span, Spanned};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// The series in CSV that key results and KPIs can read, by path from the handbook's root.
pub struct Series {
    rows: HashMap<String, Rows>,
    known: Vec<String>,
}

/// The rows of a file, by date; at most one a day.
struct Rows {
    all: Vec<Row>,
    /// Whether the settings make its path internal.
    internal: bool,
    /// What they are to key results, however many read them.
    check_ins: OnceLock<Arc<Vec<CheckIn>>>,
    /// What they are to KPIs.
    readings: OnceLock<Arc<Vec<Reading>>>,
}

impl Rows {
    fn check_ins(&self) -> &Arc<Vec<CheckIn>> {
        let check_in = |row: &Row| CheckIn {
            date: row.date,
            value: Some(row.value),
            zone: None,
            confidence: row.confidence,
            note: row.note.clone(),
            internal: self.internal,
            aside: Rare::default(),
        };
        self.check_ins.get_or_init(|| Arc::new(self.all.iter().map(check_in).collect()))
    }

    fn readings(&self) -> &Arc<Vec<Reading>> {
        let reading = |row: &Row| Reading {
            date: row.date,
            value: row.value.value,
            note: row.note.clone(),
            internal: self.internal,
        };
        self.readings.get_or_init(|| Arc::new(self.all.iter().map(reading).collect()))
    }
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
                let all = by_day(all, |row| row.date, findings);
                let (check_ins, readings) = (OnceLock::new(), OnceLock::new());
                rows.insert(path, Rows { all, internal, check_ins, readings });
            }
        }
        let mut known: Vec<String> = files.keys().map(|path| (*path).to_owned()).collect();
        known.sort_unstable();
        Series { rows, known }
    }

    /// The rows of a file; one that is missing or outside the handbook is a finding.
    fn get(&self, path: &Text, notes: &mut Notes) -> Option<&Rows> {
        let Some(normal) = data_path(&path.value) else {
            let message = format!("`{}` leads out of the handbook", path.value.escape_debug());
            let help =
                "put the file below the handbook's root, such as `data/signups.csv`, and name that path";
            notes.findings.push(Finding::error(&MISSING_DATA_FILE, path.span, message).help(help));
            return None;
        };
        if let Some(rows) = self.rows.get(&normal) {
            return Some(rows);
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
        None
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
) -> Arc<Vec<CheckIn>> {
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
    let mut table = None;
    if let Some(data) = data {
        if measure.is_none_or(Measure::has_values) {
            table = series.get(data, notes).map(Rows::check_ins);
        } else if let Some(measure) = measure {
            let message = format!("a series of values does not fit the measure `{}`", measure.kind());
            let help = "remove `data:`; only metric and keep measures have values";
            notes.findings.push(Finding::error(&UNKNOWN_KEY, data.span, message).help(help));
        }
    }
    merge(check_ins, table, |check_in| check_in.date, &mut notes.findings)
}

/// The readings of a KPI, by date; two for one day are a finding that shows both.
pub fn readings(
    own: Vec<Reading>,
    reported: Vec<Reported>,
    data: Option<&Text>,
    series: &Series,
    linker: &Linker,
    notes: &mut Notes,
) -> Arc<Vec<Reading>> {
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
    let table = data.and_then(|data| series.get(data, notes)).map(Rows::readings);
    merge(readings, table, |reading| reading.date, &mut notes.findings)
}

/// What was said elsewhere and what stands in a table. A table that stands alone is not copied: many may read it.
fn merge<T: Clone>(
    mut said: Vec<T>,
    table: Option<&Arc<Vec<T>>>,
    day: impl Fn(&T) -> Spanned<Date>,
    findings: &mut Vec<Finding>,
) -> Arc<Vec<T>> {
    match table {
        Some(table) if said.is_empty() => Arc::clone(table),
        _ => {
            said.extend(table.into_iter().flat_map(|table| table.iter().cloned()));
            Arc::new(by_day(said, day, findings))
        }
    }
}

/// Sorts by day and leaves out the second of two for one day, with a finding.
fn by_day<T>(mut items: Vec<T>, day: impl Fn(&T) -> Spanned<Date>, findings: &mut Vec<Finding>) -> Vec<T> {
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
            findings.push(finding);
            continue;
        }
        kept.push(item);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    #[test]
    fn a_table_is_held_once_however_many_read_it() {
        let mut sources = Sources::default();
        let settings = sources.add("okrbook.yaml", b"title: Example\n".to_vec());
        let table = sources.add("data/a.csv", b"date,value\n2026-01-05,1\n2026-01-12,2\n".to_vec());
        let (mut notes, linker) = (Notes::default(), Linker::default());
        let settings = config::read(sources.get(settings), &[], &mut notes.findings);
        let path = Text::new("data/a.csv".to_owned(), sources.get(table).span(0, 0));
        let series = Series::read([&path].into_iter(), &[table], &sources, &settings, &mut notes.findings);
        let mut of_kpi = || readings(Vec::new(), Vec::new(), Some(&path), &series, &linker, &mut notes);
        let (one, other) = (of_kpi(), of_kpi());
        assert!(Arc::ptr_eq(&one, &other));
        let mut of_key_result =
            || check_ins(Vec::new(), Vec::new(), Some(&path), None, &series, &linker, &mut notes);
        let (one, other) = (of_key_result(), of_key_result());
        assert!(Arc::ptr_eq(&one, &other));
        assert_eq!((one.len(), notes.findings.len()), (2, 0));
    }
}
