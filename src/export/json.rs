//! The json format: the linked handbook with every derived value, under keys that are a contract.
//!
//! The structs in `contract` are that contract: their fields are the keys in their order, their comments the descriptions
//! in its schema. What is unknown is `null`, never absent.

mod contract;
mod fill;
mod pen;

use super::{Edition, Format};
use contract::Export;
use schemars::generate::SchemaSettings;
use std::io::{self, Write};

pub(super) static FORMAT: Format = Format {
    name: "json",
    about: "everything, with every derived value",
    address: Some(&["api", "handbook.json"]),
    write,
};

fn write(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    pen::write(&Export::of(edition), out)?;
    out.write_all(b"\n")
}

/// The schema of what [`write()`] writes.
pub(super) fn schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Export>();
    schema.insert("title".to_owned(), "okrbook export".into());
    schema.to_value()
}
