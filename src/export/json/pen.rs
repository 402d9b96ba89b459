//! Writes JSON without blanks: each value behind the other into one text, which is handed on whenever it has become long.
//! Keys are names of the program, and the texts of a handbook seldom hold what needs an escape; where one does, it is
//! left to `serde_json`.

use crate::export::value::{Day, Derived, Exact, Projected, Ratio};
use crate::text::{holds, is_one_of};
use std::io::{self, Write};

/// So much is written before it is handed on.
const PIECE: usize = 1 << 16;

/// Writes a value.
pub(super) fn write(value: &impl Tell, to: &mut dyn Write) -> io::Result<()> {
    let mut pen = Pen { out: Vec::with_capacity(PIECE + PIECE / 4), to, result: Ok(()) };
    value.tell(&mut pen);
    pen.hand_on();
    pen.result
}

/// What can be told in JSON.
pub(super) trait Tell {
    /// Writes it.
    fn tell(&self, pen: &mut Pen);
}

/// What has been written and where it goes.
pub(super) struct Pen<'w> {
    out: Vec<u8>,
    to: &'w mut dyn Write,
    /// Whether all could be handed on; after a failure, nothing more is.
    result: io::Result<()>,
}

impl Pen<'_> {
    fn hand_on(&mut self) {
        if self.result.is_ok() {
            self.result = self.to.write_all(&self.out);
        }
        self.out.clear();
    }

    /// Writes what is JSON already.
    #[inline]
    pub(super) fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    /// Writes a list.
    pub(super) fn list<T: Tell>(&mut self, items: impl IntoIterator<Item = T>) {
        self.items("[", items, |pen, item| item.tell(pen));
        self.out.push(b']');
    }

    /// Writes values by their names.
    pub(super) fn map<T: Tell>(&mut self, entries: impl IntoIterator<Item = (impl Tell, T)>) {
        self.items("{", entries, |pen, (name, value)| {
            name.tell(pen);
            pen.out.push(b':');
            value.tell(pen);
        });
        self.out.push(b'}');
    }

    fn items<T>(&mut self, opening: &str, items: impl IntoIterator<Item = T>, tell: impl Fn(&mut Self, T)) {
        self.raw(opening);
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                self.out.push(b',');
            }
            tell(self, item);
            if self.out.len() >= PIECE {
                self.hand_on();
            }
        }
    }
}

impl Tell for &str {
    fn tell(&self, pen: &mut Pen) {
        if holds(self, |byte| (byte < b' ') | is_one_of(byte, *b"\"\\")) {
            return pen.raw(&serde_json::Value::from(*self).to_string());
        }
        pen.out.push(b'"');
        pen.raw(self);
        pen.out.push(b'"');
    }
}

impl Tell for String {
    fn tell(&self, pen: &mut Pen) {
        self.as_str().tell(pen);
    }
}

impl<T: Tell> Tell for &T {
    fn tell(&self, pen: &mut Pen) {
        (*self).tell(pen);
    }
}

impl<T: Tell> Tell for Option<T> {
    #[inline]
    fn tell(&self, pen: &mut Pen) {
        match self {
            Some(value) => value.tell(pen),
            None => pen.raw("null"),
        }
    }
}

impl<T: Tell> Tell for Vec<T> {
    fn tell(&self, pen: &mut Pen) {
        pen.list(self);
    }
}

impl<T: Tell, const N: usize> Tell for [T; N] {
    fn tell(&self, pen: &mut Pen) {
        pen.list(self);
    }
}

impl Tell for Exact {
    fn tell(&self, pen: &mut Pen) {
        self.push(&mut pen.out);
    }
}

impl Tell for Ratio {
    fn tell(&self, pen: &mut Pen) {
        self.push_json(&mut pen.out);
    }
}

impl Tell for Projected {
    fn tell(&self, pen: &mut Pen) {
        self.push_json(&mut pen.out);
    }
}

impl Tell for Day {
    fn tell(&self, pen: &mut Pen) {
        pen.out.push(b'"');
        self.push(&mut pen.out);
        pen.out.push(b'"');
    }
}

/// Declares structs that can be told: their fields are the keys, in their order.
macro_rules! objects {
    ($($(#[$about:meta])* $name:ident$(<$life:lifetime>)? {
        $(#[$begins:meta])* $first:ident: $opening:ty,
        $($(#[$note:meta])* $key:ident: $type:ty,)*
    })*) => {$(
        $(#[$about])*
        #[derive(schemars::JsonSchema)]
        pub(super) struct $name$(<$life>)? {
            $(#[$begins])* pub(super) $first: $opening,
            $($(#[$note])* pub(super) $key: $type,)*
        }

        impl$(<$life>)? crate::export::json::pen::Tell for $name$(<$life>)? {
            fn tell(&self, pen: &mut crate::export::json::pen::Pen) {
                pen.raw(concat!("{\"", stringify!($first), "\":"));
                self.$first.tell(pen);
                $(
                    pen.raw(concat!(",\"", stringify!($key), "\":"));
                    self.$key.tell(pen);
                )*
                pen.raw("}");
            }
        }
    )*};
}

pub(super) use objects;

#[cfg(test)]
mod tests {
    use super::*;

    fn told(value: &impl Tell) -> String {
        let mut written = Vec::new();
        write(value, &mut written).expect("written");
        String::from_utf8(written).expect("text")
    }

    objects! {
        Everything<'a> {
            text: &'a str,
            nothing: Option<&'a str>,
            list: Vec<&'a str>,
            pair: [Option<String>; 2],
        }
    }

    proptest::proptest! {
        #[test]
        fn it_writes_what_serde_json_writes(text in ".{0,40}", other in "[a-z\"\\\\\u{0}-\u{1f}\u{7f}]{0,40}") {
            let everything = Everything {
                text: &text,
                nothing: None,
                list: vec![&other, &text],
                pair: [Some(other.clone()), None],
            };
            let expected = serde_json::json!({
                "text": text, "nothing": null, "list": [other, text], "pair": [other, null],
            });
            proptest::prop_assert_eq!(told(&everything), expected.to_string());
        }
    }

    #[test]
    fn it_hands_on_what_it_has_written() {
        let list: Vec<&str> = vec!["a text among many others"; 10_000];
        assert_eq!(told(&list), serde_json::json!(list).to_string());
        assert_eq!(told(&Vec::<String>::new()), "[]");
    }

    #[test]
    fn a_file_that_cannot_be_written_is_an_error() {
        let mut full: &mut [u8] = &mut [0; 10];
        assert!(write(&vec!["a text"; 10_000], &mut full).is_err());
    }
}
