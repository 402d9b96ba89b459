//! Text that is already HTML.
//!
//! An [`Html`] can only come from literals of the program, from escaped text, and from the few renderers inside
//! this module that write whole documents of markup (Markdown, charts). Templates print it as it is.

use crate::locale::{Filled, Language};
use crate::text::{find, holds, is_markup, table};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt::{self, Write};

/// The name by which the theme recognises that a value must not be escaped again.
pub(crate) const NAME: &str = "Html";

/// Markup that is safe to put into a page as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Nothing yet.
    pub fn new() -> Html {
        Html::default()
    }

    /// Nothing yet, with room for about as much.
    pub fn with_room(bytes: usize) -> Html {
        Html(String::with_capacity(bytes))
    }

    /// Escaped text.
    pub fn of(text: &str) -> Html {
        let mut html = Html::new();
        html.text(text);
        html
    }

    /// Markup that a renderer of this module wrote itself, with everything foreign escaped.
    pub(in crate::page) fn trust(markup: String) -> Html {
        Html(markup)
    }

    /// Appends markup that stands in the program. In line, its length is known and it takes no call to copy it.
    #[inline]
    pub fn raw(&mut self, markup: &'static str) -> &mut Html {
        self.0.push_str(markup);
        self
    }

    /// Appends text, escaped; good for content and for quoted attribute values.
    pub fn text(&mut self, text: &str) -> &mut Html {
        escape(text, &mut self.0);
        self
    }

    /// Appends something that can be shown, escaped.
    pub fn show(&mut self, value: impl fmt::Display) -> &mut Html {
        write!(Escaping(&mut self.0), "{value}").expect("writing to a string cannot fail");
        self
    }

    /// Appends ` name="value"`.
    pub fn attribute(&mut self, name: &'static str, value: &str) -> &mut Html {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        escape(value, &mut self.0);
        self.0.push('"');
        self
    }

    /// Appends a message with what it was told, escaped.
    pub fn say<const N: usize>(&mut self, message: &Filled<'_, '_, N>) -> &mut Html {
        message.write(&mut self.0, escape);
        self
    }

    /// Appends how many there are of something.
    pub fn say_count(&mut self, language: &Language, number: usize) -> &mut Html {
        language.push_count(&mut self.0, number as u64);
        self
    }

    /// Appends other markup.
    pub fn html(&mut self, other: &Html) -> &mut Html {
        self.0.push_str(&other.0);
        self
    }

    /// Appends a link; text alone where it leads nowhere.
    pub fn link(&mut self, href: &str, text: &str) -> &mut Html {
        if href.is_empty() {
            return self.text(text);
        }
        self.0.reserve(href.len() + text.len() + "<a href=\"\"></a>".len());
        self.raw("<a").attribute("href", href).raw(">").text(text).raw("</a>")
    }

    /// Appends a link whose address, which needs no escape, somebody else appends; text alone where there is none.
    pub(in crate::page) fn link_by(
        &mut self,
        push_address: impl FnOnce(&mut String),
        text: &str,
    ) -> &mut Html {
        let begin = self.0.len();
        self.0.push_str("<a href=\"");
        let address = self.0.len();
        push_address(&mut self.0);
        if self.0.len() == address {
            self.0.truncate(begin);
            return self.text(text);
        }
        self.raw("\">").text(text).raw("</a>")
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it holds nothing at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The markup as a string.
    pub fn into_string(self) -> String {
        self.0
    }

    /// The text to which a renderer of this module appends markup of its own.
    pub(in crate::page) fn buffer(&mut self) -> &mut String {
        &mut self.0
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(NAME, &self.0)
    }
}

/// Escapes what is written through it.
struct Escaping<'a>(&'a mut String);

impl Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        escape(text, self.0);
        Ok(())
    }
}

/// Appends text with `& < > " '` escaped.
pub fn escape(text: &str, into: &mut String) {
    if needs_escape(text) { push_escaped(text, into) } else { into.push_str(text) }
}

/// Whether a text holds anything that must be escaped; of its parts nobody needs to ask again.
pub(in crate::page) fn needs_escape(text: &str) -> bool {
    holds(text, is_markup)
}

/// A text with the same escaped; itself where it needs none.
pub(in crate::page) fn escaped(text: &str) -> Cow<'_, str> {
    if !needs_escape(text) {
        return Cow::Borrowed(text);
    }
    let mut into = String::new();
    push_escaped(text, &mut into);
    Cow::Owned(into)
}

/// The same for a text that holds one of them.
#[inline(never)]
fn push_escaped(text: &str, into: &mut String) {
    let bytes = text.as_bytes();
    let mut done = 0;
    loop {
        let at = find(bytes, done, &SPECIAL);
        into.push_str(&text[done..at]);
        let Some(&byte) = bytes.get(at) else { return };
        into.push_str(entity(byte));
        done = at + 1;
    }
}

/// The same bytes, to be found one by one.
static SPECIAL: [bool; 256] = table(b"&<>\"'");

/// What stands for a special byte.
fn entity(byte: u8) -> &'static str {
    match byte {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        _ => "&#39;",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_text_of_any_length_is_escaped(text in "[a-c&<>\"'é]{0,70}") {
            let one_by_one = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let expected = one_by_one.replace('"', "&quot;").replace('\'', "&#39;");
            proptest::prop_assert_eq!(Html::of(&text).into_string(), expected);
        }
    }

    #[test]
    fn foreign_text_cannot_become_markup() {
        let mut html = Html::new();
        html.raw("<p").attribute("title", "a \"b\"").raw(">").text("1 < 2 & so").show("<i>").raw("</p>");
        assert_eq!(html.as_str(), "<p title=\"a &quot;b&quot;\">1 &lt; 2 &amp; so&lt;i&gt;</p>");
    }
}
