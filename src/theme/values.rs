//! Hands views to Tera: markup arrives as safe, everything else is escaped when printed.

use crate::page::Value;
use serde::{Serialize, Serializer, ser::SerializeStruct};
use std::borrow::Cow;

/// A view's tree as Tera's own.
pub(super) fn tera(value: &Value) -> tera::Value {
    tera::Value::from_serializable(&Told(value))
}

/// A tree as it is told to Tera, which takes markup that is told as its own value as it is.
struct Told<'a>(&'a Value);

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, told: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::None => told.serialize_none(),
            Value::Bool(value) => told.serialize_bool(*value),
            Value::Integer(value) => told.serialize_i64(*value),
            Value::Float(value) => told.serialize_f64(*value),
            Value::Text(text) => told.serialize_str(text),
            Value::Html(markup) => tera::Value::safe_string(markup).serialize(told),
            Value::List(values) => told.collect_seq(values.iter().map(Told)),
            Value::Map(fields) => map(fields, told),
        }
    }
}

/// A struct's names need not be copied, as those of a map must be.
fn map<S: Serializer>(fields: &[(Cow<'static, str>, Value)], told: S) -> Result<S::Ok, S::Error> {
    let names = || fields.iter().map(|(name, _)| name);
    if names().any(|name| matches!(name, Cow::Owned(_))) {
        return told.collect_map(fields.iter().map(|(name, value)| (name, Told(value))));
    }
    let mut told = told.serialize_struct("", fields.len())?;
    for (name, value) in fields {
        if let Cow::Borrowed(name) = *name {
            told.serialize_field(name, &Told(value))?;
        }
    }
    told.end()
}
