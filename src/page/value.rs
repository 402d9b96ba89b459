//! What a view looks like to a template: the plain tree that any serialisable view turns into.
//!
//! Markup keeps its promise on the way: an [`Html`](super::Html) arrives as [`Value::Html`], so that the theme
//! prints it as it is and escapes everything else.

use super::html;
use serde::ser::{self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A value that templates can read.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    None,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// Plain text, escaped when printed.
    Text(String),
    /// Markup, printed as it is.
    Html(String),
    /// Several values.
    List(Vec<Value>),
    /// Fields by name.
    Map(Vec<(Cow<'static, str>, Value)>),
}

impl Value {
    /// The tree of a view.
    pub fn of(view: &impl Serialize) -> Value {
        view.serialize(Tree).expect("views are structs, lists and scalars with text keys")
    }

    /// Whether any markup in it holds a piece; text that readers wrote never does.
    pub fn holds(&self, markup: &str) -> bool {
        match self {
            Value::Html(html) => html.contains(markup),
            Value::List(values) => values.iter().any(|value| value.holds(markup)),
            Value::Map(fields) => fields.iter().any(|(_, value)| value.holds(markup)),
            _ => false,
        }
    }
}

/// Why something cannot be a view: its keys are not text, or it is an enum with data.
#[derive(Debug)]
pub struct NotAView(String);

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

struct Tree;
struct List(Vec<Value>);
struct Map {
    fields: Vec<(Cow<'static, str>, Value)>,
    key: String,
}

/// Scalars that differ only in their Rust type.
macro_rules! scalars {
    ($($method:ident $type:ty => $value:expr;)*) => {
        $(fn $method(self, value: $type) -> Result<Value, NotAView> { Ok($value(value)) })*
    };
}

impl Serializer for Tree {
    type Ok = Value;
    type Error = NotAView;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = ser::Impossible<Value, NotAView>;
    type SerializeTupleVariant = ser::Impossible<Value, NotAView>;
    type SerializeMap = Map;
    type SerializeStruct = Map;
    type SerializeStructVariant = ser::Impossible<Value, NotAView>;

    scalars! {
        serialize_bool bool => Value::Bool;
        serialize_i8 i8 => |value| Value::Integer(i64::from(value));
        serialize_i16 i16 => |value| Value::Integer(i64::from(value));
        serialize_i32 i32 => |value| Value::Integer(i64::from(value));
        serialize_i64 i64 => Value::Integer;
        serialize_u8 u8 => |value| Value::Integer(i64::from(value));
        serialize_u16 u16 => |value| Value::Integer(i64::from(value));
        serialize_u32 u32 => |value| Value::Integer(i64::from(value));
        serialize_u64 u64 => |value| Value::Integer(i64::try_from(value).unwrap_or(i64::MAX));
        serialize_f32 f32 => |value| Value::Float(f64::from(value));
        serialize_f64 f64 => Value::Float;
        serialize_char char => |value: char| Value::Text(value.to_string());
        serialize_str &str => |value: &str| Value::Text(value.to_owned());
        serialize_bytes &[u8] => |value: &[u8]| Value::Text(String::from_utf8_lossy(value).into_owned());
    }

    fn serialize_none(self) -> Result<Value, NotAView> {
        Ok(Value::None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, NotAView> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, NotAView> {
        Ok(Value::None)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, NotAView> {
        Ok(Value::None)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<Value, NotAView> {
        Ok(Value::Text(word.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &str,
        value: &T,
    ) -> Result<Value, NotAView> {
        let inner = value.serialize(self)?;
        match inner {
            Value::Text(markup) if name == html::NAME => Ok(Value::Html(markup)),
            other => Ok(other),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Value, NotAView> {
        Err(NotAView(format!("{name} is an enum with data")))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<List, NotAView> {
        Ok(List(Vec::with_capacity(length.unwrap_or_default())))
    }

    fn serialize_tuple(self, length: usize) -> Result<List, NotAView> {
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

    fn serialize_map(self, length: Option<usize>) -> Result<Map, NotAView> {
        Ok(Map { fields: Vec::with_capacity(length.unwrap_or_default()), key: String::new() })
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Map, NotAView> {
        self.serialize_map(Some(length))
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

impl SerializeSeq for List {
    type Ok = Value;
    type Error = NotAView;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotAView> {
        self.0.push(value.serialize(Tree)?);
        Ok(())
    }

    fn end(self) -> Result<Value, NotAView> {
        Ok(Value::List(self.0))
    }
}

impl SerializeTuple for List {
    type Ok = Value;
    type Error = NotAView;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotAView> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<Value, NotAView> {
        SerializeSeq::end(self)
    }
}

impl SerializeMap for Map {
    type Ok = Value;
    type Error = NotAView;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NotAView> {
        match key.serialize(Tree)? {
            Value::Text(key) => self.key = key,
            other => return Err(NotAView(format!("{other:?} is not a name"))),
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotAView> {
        let value = value.serialize(Tree)?;
        self.fields.push((std::mem::take(&mut self.key).into(), value));
        Ok(())
    }

    fn end(self) -> Result<Value, NotAView> {
        Ok(Value::Map(self.fields))
    }
}

impl SerializeStruct for Map {
    type Ok = Value;
    type Error = NotAView;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), NotAView> {
        let value = value.serialize(Tree)?;
        self.fields.push((name.into(), value));
        Ok(())
    }

    fn end(self) -> Result<Value, NotAView> {
        Ok(Value::Map(self.fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Html;

    #[derive(serde::Serialize)]
    struct View {
        title: &'static str,
        body: Html,
        next: Option<u32>,
    }

    #[test]
    fn markup_stays_markup_and_text_stays_text() {
        let view = View { title: "a < b", body: Html::of("a < b"), next: None };
        let Value::Map(fields) = Value::of(&view) else { panic!("a struct is a map") };
        assert_eq!(fields[0].1, Value::Text("a < b".into()));
        assert_eq!(fields[1].1, Value::Html("a &lt; b".into()));
        assert_eq!(fields[2].1, Value::None);
    }
}
