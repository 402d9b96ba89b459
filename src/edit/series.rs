//! Adds a row to a series in CSV.

use super::check_in::Entry;
use super::order::{self, Dated};
use super::{Splice, lines};
use crate::syntax::table;
use crate::text::Source;

/// What a series cannot hold of an entry, in words; none where it can hold all of it.
pub(super) fn misfit(source: &Source, entry: &Entry) -> Option<String> {
    let columns = table::columns(source);
    let has = |name| columns.iter().any(|column| column == name);
    let wants = [
        ("confidence", entry.confidence.is_some() && !has("confidence")),
        ("note", entry.note.is_some() && !has("note")),
        ("status", entry.status.is_some()),
        ("by", entry.by.is_some()),
        ("next", entry.next.is_some()),
    ];
    let missing: Vec<&str> =
        wants.into_iter().filter(|(_, is_missing)| *is_missing).map(|(name, _)| name).collect();
    if !missing.is_empty() {
        let listed = crate::syntax::fields::listed(missing.into_iter());
        return Some(format!("the series `{}` has no column for {listed}", source.path()));
    }
    let is_without_value = entry.value.is_none();
    is_without_value.then(|| format!("each row of the series `{}` has a value", source.path()))
}

/// Adds a row where its day belongs.
pub(super) fn insert(source: &Source, entry: &Entry) -> Vec<Splice> {
    let row = row(source, entry);
    let text = source.text();
    let rows = table::read(source, &mut Vec::new());
    let dated: Vec<Dated> =
        rows.iter().map(|row| Dated { date: Some(row.date.value), is_own: true }).collect();
    let index = order::index(&dated, entry.date);
    let Some(before) = index.checked_sub(1) else {
        return vec![match rows.first() {
            Some(first) => {
                let line_break = lines::line_break(text, first.span.start());
                Splice::insert(first.span.start(), row + line_break)
            }
            None => behind(text, text.trim_end().len(), &row),
        }];
    };
    vec![behind(text, rows[before].span.end(), &row)]
}

fn behind(text: &str, at: usize, row: &str) -> Splice {
    Splice::insert(at, format!("{}{row}", lines::line_break(text, at)))
}

/// The entry as a row, with a cell for each column.
pub(super) fn row(source: &Source, entry: &Entry) -> String {
    let cell = |column: &String| match column.as_str() {
        "date" => entry.date.to_string(),
        "value" => entry.value.as_ref().map_or(String::new(), |value| value.text.clone()),
        "confidence" => entry.confidence.as_ref().map_or(String::new(), |number| number.text.clone()),
        "note" => entry.note.clone().unwrap_or_default(),
        _ => String::new(),
    };
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    // Writing into memory does not fail, and rows of another shape are found when the file is read again.
    let _ = writer.write_record(table::columns(source).iter().map(cell));
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned()
}
