//! Hands views to Tera: markup arrives as safe, everything else is escaped when printed.

use crate::page::{Listener, View};
use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

/// A view as a value of Tera's.
pub(super) fn tera(view: &dyn View) -> tera::Value {
    tera::Value::from_serializable(&Told(view))
}

/// A view as it is told to Tera, which takes markup that is told as its own value as it is.
struct Told<'a>(&'a dyn View);

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut hand = Hand { to: Some(serializer), heard: None };
        self.0.tell(&mut hand);
        match hand.heard {
            Some(heard) => heard?.end(),
            None => Err(S::Error::custom("a view tells something")),
        }
    }
}

/// Hands on to Tera what it hears.
struct Hand<S: Serializer> {
    /// Who has not been told anything yet.
    to: Option<S>,
    heard: Option<Result<Heard<S>, S::Error>>,
}

/// What is heard of a value so far.
enum Heard<S: Serializer> {
    Whole(S::Ok),
    List(S::SerializeSeq),
    Fields(S::SerializeStruct),
    Entries(S::SerializeMap),
}

impl<S: Serializer> Hand<S> {
    fn begin(&mut self, tell: impl FnOnce(S) -> Result<Heard<S>, S::Error>) {
        if let Some(to) = self.to.take() {
            self.heard = Some(tell(to));
        }
    }

    fn whole(&mut self, tell: impl FnOnce(S) -> Result<S::Ok, S::Error>) {
        self.begin(|to| tell(to).map(Heard::Whole));
    }

    fn go_on(&mut self, tell: impl FnOnce(&mut Heard<S>) -> Result<(), S::Error>) {
        if let Some(Ok(heard)) = &mut self.heard
            && let Err(error) = tell(heard)
        {
            self.heard = Some(Err(error));
        }
    }
}

impl<S: Serializer> Heard<S> {
    fn end(self) -> Result<S::Ok, S::Error> {
        match self {
            Heard::Whole(value) => Ok(value),
            Heard::List(list) => list.end(),
            Heard::Fields(fields) => fields.end(),
            Heard::Entries(entries) => entries.end(),
        }
    }
}

/// A part was told outside of the list or mapping that it belongs to: no view does so.
fn misplaced<E: Error>() -> E {
    E::custom("a part of a view stands in what it is a part of")
}

impl<S: Serializer> Listener for Hand<S> {
    fn none(&mut self) {
        self.whole(S::serialize_none);
    }

    fn bool(&mut self, value: bool) {
        self.whole(|to| to.serialize_bool(value));
    }

    fn integer(&mut self, value: i64) {
        self.whole(|to| to.serialize_i64(value));
    }

    fn float(&mut self, value: f64) {
        self.whole(|to| to.serialize_f64(value));
    }

    fn text(&mut self, text: &str) {
        self.whole(|to| to.serialize_str(text));
    }

    fn html(&mut self, markup: &str) {
        self.whole(|to| tera::Value::safe_string(markup).serialize(to));
    }

    fn list(&mut self, length: usize) {
        self.begin(|to| to.serialize_seq(Some(length)).map(Heard::List));
    }

    fn item(&mut self, value: &dyn View) {
        self.go_on(|heard| match heard {
            Heard::List(list) => list.serialize_element(&Told(value)),
            _ => Err(misplaced()),
        });
    }

    fn fields(&mut self, length: usize) {
        self.begin(|to| to.serialize_struct("", length).map(Heard::Fields));
    }

    fn field(&mut self, name: &'static str, value: &dyn View) {
        self.go_on(|heard| match heard {
            Heard::Fields(fields) => fields.serialize_field(name, &Told(value)),
            _ => Err(misplaced()),
        });
    }

    fn entries(&mut self, length: usize) {
        self.begin(|to| to.serialize_map(Some(length)).map(Heard::Entries));
    }

    fn entry(&mut self, name: &str, value: &dyn View) {
        self.go_on(|heard| match heard {
            Heard::Entries(entries) => entries.serialize_entry(name, &Told(value)),
            _ => Err(misplaced()),
        });
    }
}
