//! What a view tells, written down as a tree.

use okrbook::page::{Listener, View};

/// A value that templates can read.
#[derive(Debug)]
pub(crate) enum Value {
    None,
    Bool,
    Number,
    Text,
    Html,
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The tree of a view.
    pub(crate) fn of(view: &dyn View) -> Value {
        let mut written = Value::None;
        view.tell(&mut written);
        written
    }
}

impl Listener for Value {
    fn bool(&mut self, _: bool) {
        *self = Value::Bool;
    }

    fn integer(&mut self, _: i64) {
        *self = Value::Number;
    }

    fn float(&mut self, _: f64) {
        *self = Value::Number;
    }

    fn text(&mut self, _: &str) {
        *self = Value::Text;
    }

    fn html(&mut self, _: &str) {
        *self = Value::Html;
    }

    fn list(&mut self, _: usize) {
        *self = Value::List(Vec::new());
    }

    fn item(&mut self, value: &dyn View) {
        let Value::List(values) = self else { panic!("an item stands in a list") };
        values.push(Value::of(value));
    }

    fn fields(&mut self, _: usize) {
        *self = Value::Map(Vec::new());
    }

    fn field(&mut self, name: &'static str, value: &dyn View) {
        self.entry(name, value);
    }

    fn entries(&mut self, length: usize) {
        self.fields(length);
    }

    fn entry(&mut self, name: &str, value: &dyn View) {
        let Value::Map(fields) = self else { panic!("a field stands in a mapping") };
        fields.push((name.to_owned(), Value::of(value)));
    }
}
