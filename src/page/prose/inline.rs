//! Inline Markdown: what people write into `why`, `note` and the like. The result can stand in a sentence.

use super::{Html, Place, simple, writer::Writer};
use crate::config::RawHtml;
use crate::syntax::html::clean;
use crate::syntax::prose::{Facts, options};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::borrow::Cow;

/// Renders inline Markdown, see [`push_inline`].
pub fn inline(place: &Place, text: &str) -> Html {
    let mut html = Html::new();
    push_inline(&mut html, place, text);
    html
}

/// Appends inline Markdown as HTML without blocks: in one line, what would begin a block is text; in several lines,
/// blocks become lines.
pub fn push_inline(html: &mut Html, place: &Place, text: &str) {
    let text = trimmed(text);
    if !simple::push(html.buffer(), place, text) {
        complete(html, place, text);
    }
}

/// A text without blanks around it; most have none, which their first and last byte tell.
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// The same by the complete parser of Markdown.
pub(super) fn complete(html: &mut Html, place: &Place, text: &str) {
    let text = if text.contains('\n') { Cow::Borrowed(text) } else { without_block(text) };
    let facts = Facts::default();
    let mut lines = Lines { writer: Writer::new(place, &facts, text.len()), lists: Vec::new(), begun: false };
    for event in Parser::new_ext(&text, options()) {
        lines.event(event);
    }
    let (markup, has_raw) = lines.writer.finish();
    let out = html.buffer();
    match place.raw_html {
        RawHtml::Sanitize if has_raw => out.push_str(&clean(&markup)),
        _ => out.push_str(markup.trim_end()),
    }
}

/// A line in which nothing begins a block: `3. of May` is no list, `#1` no heading.
fn without_block(line: &str) -> Cow<'_, str> {
    let escaped_at = |at: usize| {
        let mut text = String::with_capacity(line.len() + 1);
        text.push_str(&line[..at]);
        text.push('\\');
        text.push_str(&line[at..]);
        Cow::Owned(text)
    };
    let bytes = line.as_bytes();
    let is_rule = |mark: u8| bytes.iter().all(|&byte| byte == mark || byte == b' ');
    let begins = match bytes {
        [b'#' | b'>' | b'+' | b'-' | b'=' | b'|' | b':', ..]
        | [b'*']
        | [b'*', b' ' | b'\t', ..]
        | [b'`', b'`', b'`', ..]
        | [b'~', b'~', b'~', ..] => true,
        [mark @ (b'*' | b'_'), ..] => is_rule(*mark),
        [b'[', ..] => line.contains("]:"),
        _ => false,
    };
    if begins {
        return escaped_at(0);
    }
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let numbers = digits > 0
        && matches!(bytes.get(digits), Some(b'.' | b')'))
        && bytes.get(digits + 1).is_none_or(u8::is_ascii_whitespace);
    if numbers { escaped_at(digits) } else { Cow::Borrowed(line) }
}

/// Writes blocks as lines.
struct Lines<'a> {
    writer: Writer<'a>,
    /// The open lists, with the number of the next item.
    lists: Vec<Option<u64>>,
    begun: bool,
}

impl Lines<'_> {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Rule => self.begin(),
            Event::TaskListMarker(done) => self.writer.markup(if done { "✓ " } else { "○ " }),
            Event::Html(html) => self.writer.event(Event::InlineHtml(html)),
            event => {
                self.begun = true;
                self.writer.event(event);
            }
        }
    }

    /// Begins a line, unless nothing stands before it.
    fn begin(&mut self) {
        if self.begun {
            self.writer.markup("<br>");
        }
        self.begun = false;
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::List(first) => self.lists.push(first),
            Tag::Item => {
                self.begin();
                match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let mark = format!("{number}. ");
                        *number = number.saturating_add(1);
                        self.writer.markup(&mark);
                    }
                    _ => self.writer.markup("• "),
                }
            }
            Tag::Heading { .. } => {
                self.begin();
                self.writer.markup("<strong>");
            }
            Tag::CodeBlock(_) => {
                self.begin();
                self.writer.markup("<code>");
            }
            Tag::TableHead | Tag::TableRow | Tag::Paragraph | Tag::DefinitionListTitle => self.begin(),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } => {
                self.begun = true;
                self.writer.event(Event::Start(tag));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Heading(_) => self.writer.markup("</strong>"),
            TagEnd::CodeBlock => self.writer.markup("</code>"),
            TagEnd::TableCell => self.writer.markup(" "),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {
                self.writer.event(Event::End(tag));
            }
            _ => {}
        }
        if matches!(
            tag,
            TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::TableRow
        ) {
            self.begun = true;
        }
    }
}
