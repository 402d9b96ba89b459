//! How a view is told to whoever reads it: piece by piece, in the order of its fields, without a copy on the way.
//!
//! Any struct that can be serialised is a [`View`]. Markup keeps its promise: an [`Html`](super::Html) is told as
//! markup, so that the theme prints it as it is and escapes everything else.

use super::html;
use serde::ser::{self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use std::fmt;

/// What templates can read, whatever its type.
pub trait View {
    /// Tells the one value that it is: a list or a mapping hands on its parts, which are views themselves.
    fn tell(&self, to: &mut dyn Listener);
}

impl<T: Serialize + ?Sized> View for T {
    fn tell(&self, to: &mut dyn Listener) {
        let told = self.serialize(Teller { to, is_markup: false });
        told.expect("views are structs, lists and scalars with text keys");
    }
}

/// Who is told one value. What a listener does not care for, it does not hear.
pub trait Listener {
    /// Nothing.
    fn none(&mut self) {}
    /// Yes or no.
    fn bool(&mut self, _: bool) {}
    /// A whole number.
    fn integer(&mut self, _: i64) {}
    /// Any other number.
    fn float(&mut self, _: f64) {}
    /// Plain text, escaped when printed.
    fn text(&mut self, _: &str) {}
    /// Markup, printed as it is.
    fn html(&mut self, _: &str) {}
    /// A list of so many values, which follow.
    fn list(&mut self, _: usize) {}
    /// One of them.
    fn item(&mut self, _: &dyn View) {}
    /// Fields with the names of a struct, so many, which follow.
    fn fields(&mut self, _: usize) {}
    /// One of them.
    fn field(&mut self, _: &'static str, _: &dyn View) {}
    /// Values by names that are known only now, so many, which follow.
    fn entries(&mut self, _: usize) {}
    /// One of them.
    fn entry(&mut self, _: &str, _: &dyn View) {}
}

/// Whether any markup in a view holds a piece; text that readers wrote never does.
pub(super) fn holds(view: &dyn View, markup: &str) -> bool {
    let mut search = Search { markup, found: false };
    view.tell(&mut search);
    search.found
}

/// Looks for a piece of markup.
struct Search<'a> {
    markup: &'a str,
    found: bool,
}

impl Listener for Search<'_> {
    fn html(&mut self, html: &str) {
        self.found = html.contains(self.markup);
    }

    fn item(&mut self, value: &dyn View) {
        self.found = self.found || holds(value, self.markup);
    }

    fn field(&mut self, _: &'static str, value: &dyn View) {
        self.item(value);
    }

    fn entry(&mut self, _: &str, value: &dyn View) {
        self.item(value);
    }
}

/// Why something cannot be a view: its keys are not text, or it is an enum with data.
#[derive(Debug)]
struct NotAView(String);

impl fmt::Display for NotAView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotAView {}

impl ser::Error for NotAView {
    fn custom<T: fmt::Display>(message: T) -> Self {
        NotAView(message.to_string())
    }
}

/// Tells a listener what serde says.
struct Teller<'a> {
    to: &'a mut dyn Listener,
    /// Whether the next text is markup.
    is_markup: bool,
}

/// The parts of a list or a struct.
struct Parts<'a>(&'a mut dyn Listener);

/// Values by names, and the name of the next one.
struct Entries<'a> {
    to: &'a mut dyn Listener,
    name: Name,
}

/// Keeps a text as a name; none where it is told something else.
#[derive(Default)]
struct Name(Option<String>);

impl Listener for Name {
    fn text(&mut self, name: &str) {
        self.0 = Some(name.to_owned());
    }
}

/// Scalars that differ only in their Rust type.
macro_rules! scalars {
    ($($method:ident $type:ty => $tell:expr;)*) => {
        $(fn $method(self, value: $type) -> Result<(), NotAView> { $tell(self.to, value); Ok(()) })*
    };
}

impl<'a> Serializer for Teller<'a> {
    type Ok = ();
    type Error = NotAView;
    type SerializeSeq = Parts<'a>;
    type SerializeTuple = Parts<'a>;
    type SerializeTupleStruct = ser::Impossible<(), NotAView>;
    type SerializeTupleVariant = ser::Impossible<(), NotAView>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = ser::Impossible<(), NotAView>;

    scalars! {
        serialize_bool bool => Listener::bool;
        serialize_i8 i8 => |to: &mut dyn Listener, value| to.integer(i64::from(value));
        serialize_i16 i16 => |to: &mut dyn Listener, value| to.integer(i64::from(value));
        serialize_i32 i32 => |to: &mut dyn Listener, value| to.integer(i64::from(value));
        serialize_i64 i64 => Listener::integer;
        serialize_u8 u8 => |to: &mut dyn Listener, value| to.integer(i64::from(value));
        serialize_u16 u16 => |to: &mut dyn Listener, value| to.integer(i64::from(value));
        serialize_u32 u32 => |to: &mut dyn Listener, value| to.integer(i64::from(value));
        serialize_u64 u64 => |to: &mut dyn Listener, value| to.integer(i64::try_from(value).unwrap_or(i64::MAX));
        serialize_f32 f32 => |to: &mut dyn Listener, value| to.float(f64::from(value));
        serialize_f64 f64 => Listener::float;
        serialize_char char => |to: &mut dyn Listener, value: char| to.text(value.encode_utf8(&mut [0; 4]));
        serialize_bytes &[u8] => |to: &mut dyn Listener, value| to.text(&String::from_utf8_lossy(value));
    }

    fn serialize_str(self, text: &str) -> Result<(), NotAView> {
        let tell = if self.is_markup { Listener::html } else { Listener::text };
        tell(self.to, text);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), NotAView> {
        self.to.none();
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NotAView> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), NotAView> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), NotAView> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<(), NotAView> {
        self.serialize_str(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &str, value: &T) -> Result<(), NotAView> {
        value.serialize(Teller { is_markup: name == html::NAME, ..self })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), NotAView> {
        Err(NotAView(format!("{name} is an enum with data")))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Parts<'a>, NotAView> {
        self.to.list(length.unwrap_or_default());
        Ok(Parts(self.to))
    }

    fn serialize_tuple(self, length: usize) -> Result<Parts<'a>, NotAView> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, NotAView> {
        Err(NotAView(format!("{name} has fields without names")))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NotAView> {
        Err(NotAView(format!("{name} is an enum with data")))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Entries<'a>, NotAView> {
        self.to.entries(length.unwrap_or_default());
        Ok(Entries { to: self.to, name: Name::default() })
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Parts<'a>, NotAView> {
        self.to.fields(length);
        Ok(Parts(self.to))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NotAView> {
        Err(NotAView(format!("{name} is an enum with data")))
    }
}

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = NotAView;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotAView> {
        self.0.item(&value);
        Ok(())
    }

    fn end(self) -> Result<(), NotAView> {
        Ok(())
    }
}

impl SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = NotAView;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotAView> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), NotAView> {
        Ok(())
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = NotAView;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), NotAView> {
        self.0.field(name, &value);
        Ok(())
    }

    fn end(self) -> Result<(), NotAView> {
        Ok(())
    }
}

impl SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = NotAView;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NotAView> {
        self.name = Name::default();
        key.serialize(Teller { to: &mut self.name, is_markup: false })?;
        self.name.0.is_some().then_some(()).ok_or_else(|| NotAView("a key is not a text".to_owned()))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotAView> {
        self.to.entry(self.name.0.as_deref().unwrap_or_default(), &value);
        Ok(())
    }

    fn end(self) -> Result<(), NotAView> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Html;

    #[derive(serde::Serialize)]
    struct Read {
        title: &'static str,
        body: Html,
        next: Option<u32>,
    }

    /// Writes down what it hears.
    #[derive(Default)]
    struct Heard(Vec<String>);

    impl Listener for Heard {
        fn none(&mut self) {
            self.0.push("nothing".to_owned());
        }

        fn text(&mut self, text: &str) {
            self.0.push(format!("text {text}"));
        }

        fn html(&mut self, markup: &str) {
            self.0.push(format!("markup {markup}"));
        }

        fn field(&mut self, name: &'static str, value: &dyn View) {
            self.0.push(name.to_owned());
            value.tell(self);
        }
    }

    #[test]
    fn markup_stays_markup_and_text_stays_text() {
        let view = Read { title: "a < b", body: Html::of("a < b"), next: None };
        let mut heard = Heard::default();
        view.tell(&mut heard);
        assert_eq!(heard.0, ["title", "text a < b", "body", "markup a &lt; b", "next", "nothing"]);
        assert!(holds(&view, "&lt;") && !holds(&view, "a < b"));
    }

    #[test]
    fn what_has_no_names_is_no_view() {
        let by_number = std::collections::BTreeMap::from([(1, "a"), (2, "b")]);
        let told = by_number.serialize(Teller { to: &mut Heard::default(), is_markup: false });
        assert_eq!(told.unwrap_err().to_string(), "a key is not a text");
    }
}
