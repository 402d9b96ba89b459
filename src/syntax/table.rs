//! Reads a measured series in CSV: `date,value[,confidence][,note]`.
//!
//! Every wrong cell becomes a finding at its place, and its row is left out. Whether two rows share a day is
//! decided by those who merge all sources of a key result.

use super::{Scalar, fields};
use crate::diagnostic::Finding;
use crate::diagnostic::errors::BAD_DATA_ROW;
use crate::text::{Source, Span, Spanned};
use csv::{ReaderBuilder, StringRecord};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::ops::Range;

/// The header of a series with everything in it.
const HEADER: [&str; 4] = ["date", "value", "confidence", "note"];

/// A row of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The whole row.
    pub span: Span,
    /// Its day.
    pub date: Spanned<Date>,
    /// Its value.
    pub value: Spanned<Decimal>,
    /// Its confidence, 0 to 1.
    pub confidence: Option<Spanned<f64>>,
    /// Its note; inline Markdown.
    pub note: Option<Spanned<String>>,
}

/// Whether a path names a table.
pub fn is_table(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("csv"))
}

/// The rows of a series, and everything that is wrong with it.
pub fn read(source: &Source, findings: &mut Vec<Finding>) -> Vec<Row> {
    if let Some(finding) = super::not_utf8(source) {
        findings.push(finding);
        return Vec::new();
    }
    let mut lines = Lines::of(source);
    let Some(header) = lines.next() else {
        let message = "the file has no header";
        findings.push(Finding::error(&BAD_DATA_ROW, source.span(0, 0), message).help(expected_header()));
        return Vec::new();
    };
    let columns: Vec<&str> = header.names().collect();
    let known = ["date", "value"].iter().zip(&columns).all(|(name, column)| name == column)
        && matches!(columns.get(2..), Some([] | ["confidence" | "note"] | ["confidence", "note"]));
    if !known {
        let message = format!("`{}` is not the header of a series", source.slice(header.span).escape_debug());
        findings.push(Finding::error(&BAD_DATA_ROW, header.span, message).help(expected_header()));
        return Vec::new();
    }
    lines.filter_map(|line| read_row(source, &line, &columns, findings)).collect()
}

/// The columns that the header of a series names.
pub fn columns(source: &Source) -> Vec<String> {
    Lines::of(source).next().map(|header| header.names().map(str::to_owned).collect()).unwrap_or_default()
}

fn expected_header() -> String {
    "begin the file with the line `date,value`; `confidence` and `note` may follow, in this order".to_owned()
}

/// One line of the table: its cells with their places.
struct Line {
    span: Span,
    cells: Vec<Spanned<String>>,
    /// The opening quote that nothing closes.
    unclosed: Option<Span>,
}

impl Line {
    /// What the cells of a header name.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| cell.value.trim())
    }
}

/// The lines of a table that are not empty.
struct Lines<'a> {
    source: &'a Source,
    reader: csv::Reader<&'a [u8]>,
    record: StringRecord,
}

impl<'a> Lines<'a> {
    fn of(source: &'a Source) -> Self {
        let reader =
            ReaderBuilder::new().has_headers(false).flexible(true).from_reader(source.text().as_bytes());
        Lines { source, reader, record: StringRecord::new() }
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let text = self.source.text();
        loop {
            let from = (self.reader.position().byte() as usize).min(text.len());
            if !self.reader.read_record(&mut self.record).unwrap_or(false) {
                return None;
            }
            let to = (self.reader.position().byte() as usize).clamp(from, text.len());
            let written = text.get(from..to).unwrap_or_default();
            let start = from + written.len() - written.trim_start_matches(['\r', '\n']).len();
            let end = from + written.trim_end_matches(['\r', '\n']).len();
            if self.record.iter().all(|cell| cell.trim().is_empty()) && self.record.len() <= 1 {
                continue;
            }
            let span = self.source.span(start, end);
            let (ranges, unclosed) = cell_ranges(self.source.slice(span));
            let place = |range: &Range<usize>| self.source.span(start + range.start, start + range.end);
            let cells = self.record.iter().enumerate();
            let cells = cells
                .map(|(index, cell)| Spanned::new(cell.to_owned(), ranges.get(index).map_or(span, place)));
            let unclosed = unclosed.map(|at| self.source.span(start + at, start + at + 1));
            return Some(Line { span, cells: cells.collect(), unclosed });
        }
    }
}

/// Where the cells of a line stand, with their quotes, and where a quote opens that nothing closes.
fn cell_ranges(line: &str) -> (Vec<Range<usize>>, Option<usize>) {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            // A doubled quote closes and opens at once, which comes to the same.
            b'"' if at == start || quoted || closed_before(line, start, at) => quoted = !quoted,
            b',' if !quoted => {
                ranges.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    ranges.push(start..line.len());
    (ranges, quoted.then_some(start))
}

/// Whether a quote follows directly on the quote that closed its cell.
fn closed_before(line: &str, start: usize, at: usize) -> bool {
    let bytes = line.as_bytes();
    bytes[start] == b'"' && at > start + 1 && bytes[at - 1] == b'"'
}

fn read_row(source: &Source, line: &Line, columns: &[&str], findings: &mut Vec<Finding>) -> Option<Row> {
    if let Some(quote) = line.unclosed {
        let finding = Finding::error(&BAD_DATA_ROW, quote, "a quote is never closed");
        findings.push(finding.help("close it with `\"`; a quote inside quotes is written twice"));
        return None;
    }
    if let Some(extra) = line.cells.get(columns.len()) {
        let message = format!("the row has {} cells, and the header has {}", line.cells.len(), columns.len());
        findings.push(
            Finding::error(&BAD_DATA_ROW, extra.span, message).help(too_many_help(source, line, columns)),
        );
        return None;
    }
    let cell = |name: &str| {
        let index = columns.iter().position(|column| *column == name)?;
        line.cells.get(index).filter(|cell| !cell.value.trim().is_empty())
    };
    let before = findings.len();
    let date = match cell("date") {
        Some(cell) => read_date(cell, findings),
        None => absent(line, 0, findings),
    };
    let value = match cell("value") {
        Some(cell) => read_number(cell, "value", findings),
        None => absent(line, 1, findings),
    };
    let confidence = cell("confidence").and_then(|cell| read_confidence(cell, findings));
    let note = cell("note").cloned();
    if findings.len() > before {
        return None;
    }
    Some(Row { span: line.span, date: date?, value: value?, confidence, note })
}

/// A comma that was meant as part of a note or a number makes one cell too many.
fn too_many_help(source: &Source, line: &Line, columns: &[&str]) -> String {
    match columns.iter().position(|column| *column == "note").and_then(|note| line.cells.get(note)) {
        Some(first) => {
            let note = source.slice(source.span(first.span.start(), line.span.end()));
            format!("put a note with a comma in quotes: `\"{}\"`", note.replace('"', "\"\"").escape_debug())
        }
        None => format!("keep to the columns `{}`, and write numbers with a point: `4.5`", columns.join(",")),
    }
}

/// Reports a cell that must be there.
fn absent<T>(line: &Line, index: usize, findings: &mut Vec<Finding>) -> Option<T> {
    let span = line.cells.get(index).map_or(line.span, |cell| cell.span);
    let message = format!("the row has no {}", HEADER[index]);
    findings.push(Finding::error(&BAD_DATA_ROW, span, message).help("complete the row, or remove it"));
    None
}

fn read_date(cell: &Spanned<String>, findings: &mut Vec<Finding>) -> Option<Spanned<Date>> {
    let date = fields::parse_date(cell.value.trim());
    if date.is_none() {
        let message = format!("`{}` is not a date", cell.value.escape_debug());
        let help = "write the date as YYYY-MM-DD, a day that exists in the calendar";
        findings.push(Finding::error(&BAD_DATA_ROW, cell.span, message).help(help));
    }
    date.map(|date| Spanned::new(date, cell.span))
}

fn read_number(cell: &Spanned<String>, name: &str, findings: &mut Vec<Finding>) -> Option<Spanned<Decimal>> {
    let text = cell.value.trim();
    let is_number = Scalar { text: Cow::Borrowed(text), plain: true, block: false }.is_number();
    let number = if is_number { fields::parse_number(text) } else { None };
    if number.is_none() {
        let message = format!("`{}` is not a number", cell.value.escape_debug());
        let help = format!("write the {name} as a number without unit, such as `45` or `4.5`");
        findings.push(Finding::error(&BAD_DATA_ROW, cell.span, message).help(help));
    }
    number.map(|number| Spanned::new(number, cell.span))
}

fn read_confidence(cell: &Spanned<String>, findings: &mut Vec<Finding>) -> Option<Spanned<f64>> {
    let number = read_number(cell, "confidence", findings)?;
    if !fields::is_share(number.value) {
        let message = format!("the confidence is {}, and must lie between 0 and 1", number.value);
        let help = "write a share of 1: `0.7` for 70 %";
        findings.push(Finding::error(&BAD_DATA_ROW, cell.span, message).help(help));
        return None;
    }
    Some(number.map(fields::approximate))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Sources;

    /// The rows as text, and each finding as its line, column, place and message.
    fn read_text(text: &str) -> (Vec<String>, Vec<String>) {
        let mut sources = Sources::default();
        let id = sources.add("data/a.csv", text.as_bytes().to_vec());
        let source = sources.get(id);
        let mut findings = Vec::new();
        let rows = read(source, &mut findings);
        let rows = rows.iter().map(|row| {
            let confidence = row.confidence.as_ref().map(|cell| cell.value);
            let note = row.note.as_ref().map(|cell| cell.value.clone());
            format!("{} {} {confidence:?} {note:?}", row.date.value, row.value.value)
        });
        let findings = findings.iter().map(|finding| {
            let at = source.position(finding.span.start());
            format!("{}:{} [{}] {}", at.line, at.column, source.slice(finding.span), finding.message)
        });
        (rows.collect(), findings.collect())
    }

    #[test]
    fn a_series_gives_dates_values_confidences_and_notes() {
        let (rows, findings) = read_text(
            "date,value,confidence,note\r\n2026-01-12,171,,\r\n\r\n2026-01-19,-1.50,0.6,\"so, \"\"so\"\"\"\r\n2026-01-26,3",
        );
        assert_eq!(findings, [""; 0]);
        assert_eq!(
            rows,
            [
                "2026-01-12 171 None None",
                r#"2026-01-19 -1.50 Some(0.6) Some("so, \"so\"")"#,
                "2026-01-26 3 None None"
            ]
        );
        assert_eq!(
            read_text("date,value,note\n2026-01-12,1,\"a\nb\"\n").0,
            [r#"2026-01-12 1 None Some("a\nb")"#]
        );
    }

    #[test]
    fn every_wrong_cell_is_shown_at_its_place() {
        let (rows, findings) = read_text(
            "date,value,confidence\n2026-02-30,1\n2026-01-19,about 165,7\n2026-01-20,\n2026-01-21,1,2,3\n2026-01-22,1_0\n2026-01-23,\"4,5\"\n",
        );
        assert_eq!(rows, [""; 0]);
        assert_eq!(
            findings,
            [
                "2:1 [2026-02-30] `2026-02-30` is not a date",
                "3:12 [about 165] `about 165` is not a number",
                "3:22 [7] the confidence is 7, and must lie between 0 and 1",
                "4:12 [] the row has no value",
                "5:16 [3] the row has 4 cells, and the header has 3",
                "6:12 [1_0] `1_0` is not a number",
                "7:12 [\"4,5\"] `4,5` is not a number",
            ]
        );
    }

    #[test]
    fn another_header_is_refused_once() {
        for text in ["day,value\n2026-01-01,x\n", "date\n", "date,value,note,confidence\n", "Date,Value\n"] {
            let (rows, findings) = read_text(text);
            assert_eq!((rows.len(), findings.len()), (0, 1), "{text}: {findings:?}");
            assert!(findings[0].starts_with("1:1 "), "{findings:?}");
        }
        assert_eq!(read_text("\n\n").1, ["1:1 [] the file has no header"]);
    }

    #[test]
    fn an_unclosed_quote_is_shown_where_it_opens() {
        let (_, findings) = read_text("date,value,note\n2026-01-01,1,\"open\n2026-01-02,2,b\n");
        assert_eq!(findings, ["2:14 [\"] a quote is never closed"]);
    }
}
