//! Footnotes: numbered in the order in which the text calls them, gathered below it.

use crate::locale::Messages;
use crate::page::html::escape;
use std::collections::HashMap;

/// All footnotes of one piece of prose.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    numbers: HashMap<String, usize>,
    /// By number: how often it was called, and its text.
    notes: Vec<(usize, Option<String>)>,
}

impl Footnotes {
    fn number(&mut self, name: &str) -> usize {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        self.notes.push((0, None));
        self.numbers.insert(name.to_owned(), self.notes.len());
        self.notes.len()
    }

    /// Appends the call of a footnote.
    pub(super) fn call(&mut self, out: &mut String, prefix: &str, name: &str) {
        let number = self.number(name);
        let calls = &mut self.notes[number - 1].0;
        *calls += 1;
        out.push_str("<sup class=\"footnote\"><a href=\"#");
        id(out, prefix, "fn", number, 1);
        out.push_str("\" id=\"");
        id(out, prefix, "fnref", number, *calls);
        out.push_str("\" role=\"doc-noteref\">");
        out.push_str(&number.to_string());
        out.push_str("</a></sup>");
    }

    /// Keeps the text of a footnote; of two with one name the first counts.
    pub(super) fn define(&mut self, name: &str, text: String) {
        let number = self.number(name);
        self.notes[number - 1].1.get_or_insert(text);
    }

    /// Appends the list of footnotes, each with the way back to where it was called first.
    pub(super) fn finish(self, out: &mut String, m: &Messages, prefix: &str) {
        if self.notes.is_empty() {
            return;
        }
        out.push_str("<ol class=\"footnotes\">");
        for (index, (calls, text)) in self.notes.into_iter().enumerate() {
            let number = index + 1;
            out.push_str("<li id=\"");
            id(out, prefix, "fn", number, 1);
            out.push_str("\">");
            out.push_str(text.as_deref().unwrap_or_default().trim_end());
            if calls > 0 {
                out.push_str(" <a class=\"footnote-back\" href=\"#");
                id(out, prefix, "fnref", number, 1);
                out.push_str("\" role=\"doc-backlink\" aria-label=\"");
                m.note_back(number).write(out, escape);
                out.push_str("\">↩</a>");
            }
            out.push_str("</li>");
        }
        out.push_str("</ol>\n");
    }
}

fn id(out: &mut String, prefix: &str, kind: &str, number: usize, call: usize) {
    escape(prefix, out);
    out.push_str(kind);
    out.push('-');
    out.push_str(&number.to_string());
    if call > 1 {
        out.push('-');
        out.push_str(&call.to_string());
    }
}
