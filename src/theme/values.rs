//! Hands views to Tera: markup arrives as safe, everything else is escaped when printed.

use crate::page::Value;
use std::collections::BTreeMap;

/// A view's tree as Tera's own.
pub(super) fn tera(value: Value) -> tera::Value {
    match value {
        Value::None => tera::Value::none(),
        Value::Bool(value) => value.into(),
        Value::Integer(value) => value.into(),
        Value::Float(value) => value.into(),
        Value::Text(text) => tera::Value::normal_string(&text),
        Value::Html(markup) => tera::Value::safe_string(&markup),
        Value::List(values) => values.into_iter().map(tera).collect::<Vec<_>>().into(),
        Value::Map(fields) => fields
            .into_iter()
            .map(|(name, value)| (name, tera(value)))
            .collect::<BTreeMap<String, tera::Value>>()
            .into(),
    }
}
