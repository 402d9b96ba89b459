//! HTML in prose that is meant to be Markdown.

use crate::config::{LintLevel, RawHtml};
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule =
    Rule { name: "raw-html", level: LintLevel::Allow, limit: None, docs: include_str!("raw_html.md"), check };

fn check(context: &Context, findings: &mut Findings) {
    let (message, help) = match context.settings.raw_html {
        RawHtml::Escape => {
            ("HTML is shown to readers as it is written here", "write Markdown, or set `raw_html: sanitize`")
        }
        RawHtml::Sanitize => (
            "of this HTML, only what is harmless reaches the page",
            "write Markdown where it can say the same",
        ),
        RawHtml::Allow => {
            ("this HTML reaches the page unchecked", "write Markdown, or set `raw_html: sanitize`")
        }
    };
    for prose in context.handbook.prose() {
        for &html in &prose.facts.html {
            // A closing tag belongs to the one that opened, which is found already.
            if context.sources.slice(html).starts_with("</") {
                continue;
            }
            let finding = findings.at(html, message).help(help).team(context.team_of_prose(prose));
            findings.push(finding);
        }
    }
}
