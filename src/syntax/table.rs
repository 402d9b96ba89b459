//! Reads a measured series in CSV: `date,value[,confidence][,note]`.

use crate::diagnostic::Finding;
use crate::text::{Source, Span, Spanned};
use jiff::civil::Date;
use rust_decimal::Decimal;

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

/// The rows of a series, and everything that is wrong with it.
pub fn read(source: &Source, findings: &mut Vec<Finding>) -> Vec<Row> {
    let _ = (source, findings);
    Vec::new()
}
