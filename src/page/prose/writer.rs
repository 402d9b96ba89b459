//! Writes the events of Markdown as HTML.

use super::footnotes::Footnotes;
use super::headings::Levels;
use super::link::Destination;
use super::table::Table;
use super::{Place, code, raw};
use crate::config::RawHtml;
use crate::page::html::escape;
use crate::syntax::prose::{Facts, is_live};
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};

/// What is open and closes with more than a tag of its own.
pub(super) enum Open {
    /// A link; whether it was written, and whether it leaves the site.
    Link { written: bool },
    /// An autolink whose text is replaced by a title.
    Titled,
    /// A picture whose alternative text is gathered.
    Picture { destination: Option<Destination>, title: String, alt: String },
    /// A heading; its anchor, where it has one.
    Heading { level: u8, anchor: Option<usize> },
    /// A first heading that repeats the page's title.
    Hidden,
    /// A block of code with its language.
    Code { language: String, text: String },
    /// A block of HTML.
    RawBlock(String),
    /// A footnote's text with what was written before it.
    Footnote { name: String, before: String },
    /// A table's cell, with its plain text where that is asked for.
    Cell { plain: Option<String> },
    /// A block quote that is an alert.
    Alert,
    /// A block quote.
    Quote,
}

/// Writes one piece of prose.
pub(super) struct Writer<'a> {
    pub(super) place: &'a Place<'a>,
    facts: &'a Facts,
    pub(super) out: String,
    pub(super) open: Vec<Open>,
    levels: Levels,
    headings: usize,
    blocks: usize,
    tables: Vec<Table>,
    table_count: usize,
    footnotes: Footnotes,
    has_raw: bool,
    /// Text that must not be written: of pictures and of what is replaced.
    pub(super) silent: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(place: &'a Place<'a>, facts: &'a Facts, length: usize) -> Writer<'a> {
        Writer {
            place,
            facts,
            out: String::with_capacity(length + length / 2),
            open: Vec::new(),
            levels: Levels::new(place.first_level),
            headings: 0,
            blocks: 0,
            tables: Vec::new(),
            table_count: 0,
            footnotes: Footnotes::default(),
            has_raw: false,
            silent: 0,
        }
    }

    /// The markup, and whether raw HTML is in it.
    pub(super) fn finish(mut self) -> (String, bool) {
        self.footnotes.finish(&mut self.out, self.place.m, self.place.prefix);
        (self.out, self.has_raw)
    }

    pub(super) fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Code(text) => self.inline_code(&text),
            Event::Html(html) => match self.open.last_mut() {
                Some(Open::RawBlock(block)) => block.push_str(&html),
                _ => self.raw(&html),
            },
            Event::InlineHtml(html) => self.raw(&html),
            Event::FootnoteReference(name) if self.silent == 0 => {
                self.footnotes.call(&mut self.out, self.place.prefix, &name);
            }
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => self.markup("<br>\n"),
            Event::Rule => self.markup("<hr>\n"),
            Event::TaskListMarker(done) => self.task(done),
            Event::FootnoteReference(_) => {}
        }
    }

    fn task(&mut self, done: bool) {
        let m = self.place.m;
        let mut markup = String::from("<input type=\"checkbox\" disabled");
        markup.push_str(if done { " checked aria-label=\"" } else { " aria-label=\"" });
        escape(if done { m.task_done } else { m.task_open }, &mut markup);
        markup.push_str("\"> ");
        self.markup(&markup);
    }

    /// Writes markup of the program, unless text is gathered for something else.
    pub(super) fn markup(&mut self, markup: &str) {
        if self.silent == 0 {
            self.out.push_str(markup);
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        for open in self.open.iter_mut().rev() {
            match open {
                Open::Code { text: code, .. } => return code.push_str(text),
                Open::Picture { alt, .. } => return alt.push_str(text),
                Open::Hidden | Open::Titled => return,
                Open::Cell { plain: Some(plain) } => plain.push_str(text),
                _ => {}
            }
        }
        escape(text, &mut self.out);
    }

    fn inline_code(&mut self, text: &str) {
        self.markup("<code>");
        self.text(text);
        self.markup("</code>");
    }

    fn raw(&mut self, html: &str) {
        if self.silent > 0 {
            return;
        }
        let is_comment = html.trim_start().starts_with("<!--");
        if self.place.raw_html == RawHtml::Escape
            && is_comment
            && raw::without_comments(html).trim().is_empty()
        {
            return;
        }
        self.has_raw = true;
        raw::push(&mut self.out, html, self.place.raw_html);
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { level, .. } => self.start_heading(level as u8),
            Tag::BlockQuote(kind) => self.start_quote(kind),
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::HtmlBlock => self.open.push(Open::RawBlock(String::new())),
            Tag::List(Some(1)) => self.markup("<ol>\n"),
            Tag::List(Some(start)) => self.markup(&format!("<ol start=\"{start}\">\n")),
            Tag::FootnoteDefinition(name) => {
                let before = std::mem::take(&mut self.out);
                self.open.push(Open::Footnote { name: name.into_string(), before });
            }
            Tag::Table(alignments) => self.tables.push(Table::new(alignments, &self.out)),
            Tag::TableHead => self.table(Table::open_head),
            Tag::TableRow => self.table(Table::open_row),
            Tag::TableCell => {
                let mut plain = None;
                self.table(|table, out| plain = table.open_cell(out).then(String::new));
                self.open.push(Open::Cell { plain });
            }
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(link_type, dest_url, &title),
            Tag::Image { dest_url, title, .. } => {
                self.silent += 1;
                let destination = self.place.links.follow(&dest_url);
                self.open.push(Open::Picture { destination, title: title.into_string(), alt: String::new() });
            }
            tag => self.markup(plain_tag(&tag).0),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::TableCell
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::BlockQuote(_) => {
                if let Some(open) = self.open.pop() {
                    self.close(open);
                }
            }
            TagEnd::TableHead => self.table(Table::close_head),
            TagEnd::TableRow => self.table(|_, out| Table::close_row(out)),
            TagEnd::Table => {
                if let Some(table) = self.tables.pop() {
                    self.table_count += 1;
                    table.finish(&mut self.out, self.place.m, self.table_count);
                }
            }
            tag => self.markup(plain_end(tag)),
        }
    }

    fn close(&mut self, open: Open) {
        match open {
            Open::Link { written: true } => self.markup("</a>"),
            Open::Link { written: false } => {}
            Open::Titled | Open::Hidden => self.silent -= 1,
            Open::Picture { destination, title, alt } => {
                self.silent -= 1;
                self.picture(destination.as_ref(), &title, &alt);
            }
            Open::Heading { level, anchor } => self.end_heading(level, anchor),
            Open::Code { language, text } => self.end_code(&language, &text),
            Open::RawBlock(html) => self.raw_block(&html),
            Open::Footnote { name, before } => {
                let text = std::mem::replace(&mut self.out, before);
                self.footnotes.define(&name, text);
            }
            Open::Cell { plain } => {
                self.table(|table, out| table.close_cell(plain.as_deref().map(str::trim), out));
            }
            Open::Alert => self.markup("</div>\n"),
            Open::Quote => self.markup("</blockquote>\n"),
        }
    }

    fn table(&mut self, write: impl FnOnce(&mut Table, &mut String)) {
        if let Some(table) = self.tables.last_mut() {
            write(table, &mut self.out);
        }
    }

    fn start_heading(&mut self, level: u8) {
        let index = self.headings;
        self.headings += 1;
        let heading = self.facts.headings.get(index);
        let repeats =
            heading.is_some_and(|heading| Some(heading.text.as_str()) == self.place.title.map(str::trim));
        if index == 0 && level == 1 && repeats && self.out.is_empty() {
            self.silent += 1;
            self.open.push(Open::Hidden);
            return;
        }
        let level = self.levels.next(level);
        let anchor = heading.filter(|heading| !(self.place.taken)(&heading.anchor)).map(|_| index);
        self.out.push_str("<h");
        self.out.push(char::from(b'0' + level));
        if let Some(anchor) = anchor {
            self.out.push_str(" id=\"");
            escape(&self.facts.headings[anchor].anchor, &mut self.out);
            self.out.push('"');
        }
        self.out.push('>');
        self.open.push(Open::Heading { level, anchor });
    }

    fn end_heading(&mut self, level: u8, anchor: Option<usize>) {
        if let Some(heading) = anchor.and_then(|index| self.facts.headings.get(index)) {
            self.out.push_str(" <a class=\"anchor\" href=\"#");
            escape(&heading.anchor, &mut self.out);
            self.out.push_str("\" aria-label=\"");
            self.place.m.heading_link(&heading.text).write(&mut self.out, escape);
            self.out.push_str("\">#</a>");
        }
        self.out.push_str("</h");
        self.out.push(char::from(b'0' + level));
        self.out.push_str(">\n");
    }

    fn start_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let m = self.place.m;
        let (class, title) = match kind {
            None => {
                self.open.push(Open::Quote);
                return self.markup("<blockquote>\n");
            }
            Some(BlockQuoteKind::Note) => ("note", m.alert_note),
            Some(BlockQuoteKind::Tip) => ("tip", m.alert_tip),
            Some(BlockQuoteKind::Important) => ("important", m.alert_important),
            Some(BlockQuoteKind::Warning) => ("warning", m.alert_warning),
            Some(BlockQuoteKind::Caution) => ("caution", m.alert_caution),
        };
        self.open.push(Open::Alert);
        let mut markup = format!("<div class=\"alert {class}\" role=\"note\"><p class=\"alert-title\">");
        escape(title, &mut markup);
        markup.push_str("</p>\n");
        self.markup(&markup);
    }

    fn start_code(&mut self, kind: &CodeBlockKind) {
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.as_ref(),
            CodeBlockKind::Indented => "",
        };
        let language = info.split([' ', ',', '{', '\t']).next().unwrap_or_default().to_owned();
        self.open.push(Open::Code { language, text: String::new() });
    }

    fn end_code(&mut self, language: &str, text: &str) {
        if is_live(language) {
            self.blocks += 1;
            let block = self.facts.blocks.get(self.blocks - 1);
            if let Some(shown) = block.and_then(|block| self.place.links.block(self.blocks, block)) {
                self.out.push_str(shown.as_str());
                return;
            }
        }
        self.out.push_str("<pre class=\"code\" tabindex=\"0\"><code");
        if !language.is_empty() {
            self.out.push_str(" class=\"language-");
            escape(language, &mut self.out);
            self.out.push('"');
        }
        self.out.push('>');
        code::push(&mut self.out, language, text);
        self.out.push_str("</code></pre>\n");
    }

    fn raw_block(&mut self, html: &str) {
        if self.place.raw_html != RawHtml::Escape {
            return self.raw(html);
        }
        let shown = raw::without_comments(html);
        if !shown.trim().is_empty() {
            self.has_raw = true;
            self.out.push_str("<p class=\"raw\">");
            escape(shown.trim(), &mut self.out);
            self.out.push_str("</p>\n");
        }
    }
}

/// The tags of what needs no more than tags: how it opens and how it closes.
fn plain_tag(tag: &Tag) -> (&'static str, &'static str) {
    plain(tag.to_end())
}

fn plain_end(tag: TagEnd) -> &'static str {
    plain(tag).1
}

fn plain(tag: TagEnd) -> (&'static str, &'static str) {
    match tag {
        TagEnd::Paragraph => ("<p>", "</p>\n"),
        TagEnd::List(true) => ("<ol>\n", "</ol>\n"),
        TagEnd::List(false) => ("<ul>\n", "</ul>\n"),
        TagEnd::Item => ("<li>", "</li>\n"),
        TagEnd::DefinitionList => ("<dl>\n", "</dl>\n"),
        TagEnd::DefinitionListTitle => ("<dt>", "</dt>\n"),
        TagEnd::DefinitionListDefinition => ("<dd>", "</dd>\n"),
        TagEnd::Emphasis => ("<em>", "</em>"),
        TagEnd::Strong => ("<strong>", "</strong>"),
        TagEnd::Strikethrough => ("<del>", "</del>"),
        TagEnd::Superscript => ("<sup>", "</sup>"),
        TagEnd::Subscript => ("<sub>", "</sub>"),
        _ => ("", ""),
    }
}
