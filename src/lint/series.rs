//! Which check-ins of a series a rule about their dates points at.

use crate::model::CheckIn;
use crate::syntax::table::is_table;
use crate::text::{SourceId, Sources};
use std::collections::BTreeSet;

/// All check-ins that people wrote, and of those in a CSV file the first only: a series that goes on after a cycle
/// is one thing to look at, however many rows it has.
pub(super) fn first_of_each_table<'a>(
    check_ins: impl Iterator<Item = &'a CheckIn>,
    sources: &Sources,
) -> impl Iterator<Item = &'a CheckIn> {
    let mut tables: BTreeSet<SourceId> = BTreeSet::new();
    check_ins.filter(move |check_in| {
        let source = check_in.date.span.source();
        !is_table(sources.get(source).path()) || tables.insert(source)
    })
}
