//! Writes JSON without blanks, byte for byte as `serde_json` does, in half of its time: keys are names of the program,
//! texts are looked at in blocks. Numbers, and texts that need an escape, are left to `serde_json`.

use crate::text::{holds, is_one_of};
use serde::Serialize;
use serde::ser::{
    Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use serde_json::Error;
use std::io::Write;

/// So much is written before it is handed on.
const PIECE: usize = 1 << 16;
/// The name under which `serde_json` hands on digits that must stay as they are, as a text.
const DIGITS: &str = "$serde_json::private::RawValue";

/// Writes a value.
pub(super) fn write(value: &impl Serialize, to: &mut dyn Write) -> Result<(), Error> {
    let mut pen = Pen { out: Vec::with_capacity(PIECE + PIECE / 4), to };
    value.serialize(&mut pen)?;
    pen.hand_on()
}

struct Pen<'w> {
    out: Vec<u8>,
    to: &'w mut dyn Write,
}

impl<'w> Pen<'w> {
    fn hand_on(&mut self) -> Result<(), Error> {
        self.to.write_all(&self.out).map_err(Error::io)?;
        self.out.clear();
        Ok(())
    }

    /// Something that has items, which ends with `closing`.
    fn items(&mut self, opening: &str, closing: &'static str) -> Items<'_, 'w> {
        self.out.extend_from_slice(opening.as_bytes());
        Items { pen: self, is_first: true, closing }
    }
}

/// What `serde_json` writes.
macro_rules! others {
    ($($method:ident $type:ty;)*) => {
        $(fn $method(self, value: $type) -> Result<(), Error> { serde_json::to_writer(&mut self.out, &value) })*
    };
}

impl<'p, 'w> Serializer for &'p mut Pen<'w> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'p, 'w>;
    type SerializeTuple = Items<'p, 'w>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Items<'p, 'w>;
    type SerializeStruct = Items<'p, 'w>;
    type SerializeStructVariant = Impossible<(), Error>;

    others! {
        serialize_bool bool;
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_f32 f32;
        serialize_f64 f64;
        serialize_char char;
        serialize_bytes &[u8];
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        if holds(text, |byte| (byte < b' ') | is_one_of(byte, *b"\"\\")) {
            return serde_json::to_writer(&mut self.out, text);
        }
        self.out.push(b'"');
        self.out.extend_from_slice(text.as_bytes());
        self.out.push(b'"');
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<(), Error> {
        self.serialize_str(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut items = self.items("{", "}");
        items.serialize_field(word, value)?;
        items.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'p, 'w>, Error> {
        Ok(self.items("[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'p, 'w>, Error> {
        Ok(self.items("[", "]"))
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error::custom(format!("{name} has fields without names")))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error::custom(format!("{name} has fields without names")))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Items<'p, 'w>, Error> {
        Ok(self.items("{", "}"))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Items<'p, 'w>, Error> {
        Ok(if name == DIGITS { self.items("", "") } else { self.items("{", "}") })
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error::custom(format!("{name} is an enum of structs")))
    }
}

/// The items of a list or of an object.
struct Items<'p, 'w> {
    pen: &'p mut Pen<'w>,
    is_first: bool,
    closing: &'static str,
}

impl Items<'_, '_> {
    fn separate(&mut self) {
        if !std::mem::take(&mut self.is_first) {
            self.pen.out.push(b',');
        }
    }

    fn close(self) -> Result<(), Error> {
        self.pen.out.extend_from_slice(self.closing.as_bytes());
        if self.pen.out.len() < PIECE { Ok(()) } else { self.pen.hand_on() }
    }
}

impl SerializeSeq for Items<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.separate();
        value.serialize(&mut *self.pen)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeTuple for Items<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeMap for Items<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.separate();
        key.serialize(&mut *self.pen)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.pen.out.push(b':');
        value.serialize(&mut *self.pen)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeStruct for Items<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        if name == DIGITS {
            let written = serde_json::to_vec(value)?;
            self.pen.out.extend(written.into_iter().filter(|&byte| byte != b'"'));
            return Ok(());
        }
        self.separate();
        self.pen.out.push(b'"');
        self.pen.out.extend_from_slice(name.as_bytes());
        self.pen.out.extend_from_slice(b"\":");
        value.serialize(&mut *self.pen)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::value::RawValue;
    use std::collections::BTreeMap;

    #[derive(Serialize)]
    struct Everything<'a> {
        text: &'a str,
        nothing: Option<u8>,
        pair: (i64, f64),
        list: Vec<Choice>,
        by_name: BTreeMap<&'a str, bool>,
        digits: Box<RawValue>,
        empty: [u8; 0],
    }

    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Choice {
        Plain,
        With(Option<char>),
    }

    proptest::proptest! {
        #[test]
        fn it_writes_what_serde_json_writes(text in ".{0,40}", whole: i64, broken: f64) {
            let digits = RawValue::from_string("0.12345678901234567890123".to_owned()).expect("a number");
            let everything = Everything {
                text: &text,
                nothing: None,
                pair: (whole, broken),
                list: vec![Choice::Plain, Choice::With(text.chars().next())],
                by_name: BTreeMap::from([(text.as_str(), true), ("other", false)]),
                digits,
                empty: [],
            };
            let mut written = Vec::new();
            write(&everything, &mut written).expect("written");
            proptest::prop_assert_eq!(
                String::from_utf8(written).expect("text"),
                serde_json::to_string(&everything).expect("text")
            );
        }
    }

    #[test]
    fn it_hands_on_what_it_has_written() {
        let list: Vec<&str> = vec!["a text among many others"; 10_000];
        let mut written = Vec::new();
        write(&list, &mut written).expect("written");
        assert_eq!(written, serde_json::to_vec(&list).expect("text"));
    }
}
