//! Hands views to Tera: markup arrives as safe, everything else is escaped when printed.

use crate::page::{Listener, View};
use tera::{Map, Value};

/// A view as a value of Tera's.
pub(super) fn tera(view: &dyn View) -> Value {
    let mut heard = Heard::Whole(Value::none());
    view.tell(&mut heard);
    match heard {
        Heard::Whole(value) => value,
        Heard::List(values) => values.into(),
        Heard::Fields(fields) => fields.into(),
    }
}

/// What is heard of a value so far.
enum Heard {
    Whole(Value),
    List(Vec<Value>),
    Fields(Map),
}

impl Listener for Heard {
    fn bool(&mut self, value: bool) {
        *self = Heard::Whole(value.into());
    }

    fn integer(&mut self, value: i64) {
        *self = Heard::Whole(value.into());
    }

    fn float(&mut self, value: f64) {
        *self = Heard::Whole(value.into());
    }

    fn text(&mut self, text: &str) {
        *self = Heard::Whole(text.into());
    }

    fn html(&mut self, markup: &str) {
        *self = Heard::Whole(Value::safe_string(markup));
    }

    fn list(&mut self, length: usize) {
        *self = Heard::List(Vec::with_capacity(length));
    }

    fn item(&mut self, value: &dyn View) {
        if let Heard::List(values) = self {
            values.push(tera(value));
        }
    }

    fn fields(&mut self, length: usize) {
        *self = Heard::Fields(Map::with_capacity(length));
    }

    fn field(&mut self, name: &'static str, value: &dyn View) {
        if let Heard::Fields(fields) = self {
            fields.insert(name.into(), tera(value));
        }
    }

    fn entries(&mut self, length: usize) {
        self.fields(length);
    }

    fn entry(&mut self, name: &str, value: &dyn View) {
        if let Heard::Fields(fields) = self {
            fields.insert(name.to_owned().into(), tera(value));
        }
    }
}
