//! Version 1 of the format: the record of a handbook, how it is written and how it is read.

mod freeze;
mod freeze_goal;
mod names;
mod record;
mod thaw;
mod thaw_goal;
mod value;

pub(super) use freeze::Frozen;

use super::Thawed;
use crate::text::Source;
use record::Record;

/// Name and version.
pub(super) const FORMAT: &str = "okrbook-snapshot/1";

/// The file of the public edition; there is always one.
pub(super) const PUBLIC: &str = "public.json";

/// The file with everything, where something of it was internal.
pub(super) const INTERNAL: &str = "internal.json";

/// The bytes of a frozen handbook: pretty-printed JSON, one value a line, with a line feed at the end.
pub(super) fn bytes(frozen: &Frozen) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(&freeze::freeze(frozen))
        .expect("a record holds text keys and finite numbers");
    bytes.push(b'\n');
    bytes
}

/// Why a frozen handbook cannot be read: where, in bytes, and what.
#[derive(Debug)]
pub(super) struct Fault {
    /// First byte.
    pub(super) at: usize,
    /// A lowercase fact.
    pub(super) what: String,
}

/// Reads a frozen handbook. Whatever it holds, what comes back keeps the promises of the model.
pub(super) fn thaw(source: &Source) -> Result<Thawed, Fault> {
    let record: Record = serde_json::from_str(source.text()).map_err(|error| syntax(source, &error))?;
    thaw::thaw(&record).map_err(|what| Fault { at: 0, what })
}

/// An error of JSON with its place.
pub(super) fn syntax(source: &Source, error: &serde_json::Error) -> Fault {
    let lines = source.text().split_inclusive('\n').take(error.line().saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text);
    Fault { at: start + error.column().saturating_sub(1), what: format!("this is not a snapshot: {what}") }
}
