//! Hands views to Tera: markup arrives as safe, everything else is escaped when printed.

use crate::page::Value;
use std::borrow::Cow;
use tera::value::Key;

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
        Value::Map(fields) => {
            fields.into_iter().map(|(name, value)| (key(name), tera(value))).collect::<tera::Map>().into()
        }
    }
}

fn key(name: Cow<'static, str>) -> Key<'static> {
    match name {
        Cow::Borrowed(name) => Key::Str(name),
        Cow::Owned(name) => Key::from(name),
    }
}
