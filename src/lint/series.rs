//! Which days of a series a rule about them points at.

use crate::model::Date;
use crate::syntax::table::is_table;
use crate::text::{SourceId, Sources, Spanned};
use std::collections::BTreeSet;

/// The days of all reports that people wrote, and of those in a CSV file the first only: a series that goes on after a
/// cycle is one thing to look at, however many rows it has.
pub(super) fn first_of_each_table(
    days: impl Iterator<Item = Spanned<Date>>,
    sources: &Sources,
) -> impl Iterator<Item = Spanned<Date>> {
    let mut tables: BTreeSet<SourceId> = BTreeSet::new();
    days.filter(move |day| {
        let source = day.span.source();
        !is_table(sources.get(source).path()) || tables.insert(source)
    })
}
