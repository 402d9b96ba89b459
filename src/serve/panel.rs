//! What is wrong with the handbook, as markup for the panel over the page and for the page that stands in while
//! there is no site yet.

use crate::diagnostic::render::excerpt::{self, Excerpt, Mark};
use crate::diagnostic::render::{self, printable, severity};
use crate::diagnostic::{Judged, Level, Report};
use crate::page::Html;
use crate::text::Sources;

/// At most so many findings are shown; the terminal and `okrbook check` show all.
const SHOWN: usize = 50;

/// The findings of a compilation, or why there is none.
#[derive(Debug, Default)]
pub(super) struct Panel {
    /// How many findings stop.
    pub(super) errors: usize,
    /// How many only warn.
    pub(super) warnings: usize,
    /// All of it in a line.
    pub(super) summary: String,
    /// The findings, as markup.
    pub(super) markup: Html,
    /// Whether the handbook could be judged.
    pub(super) is_judged: bool,
    /// Differs where the markup does.
    pub(super) digest: String,
}

impl Panel {
    /// The findings of a report.
    pub(super) fn of(report: &Report, sources: &Sources) -> Panel {
        let stops = |item: &&Judged| item.level.stops();
        let warns = |item: &&Judged| item.level == Level::Warn;
        let errors = report.items.iter().filter(stops).count();
        let warnings = report.count(Level::Warn);
        let mut markup = Html::new();
        if errors + warnings > 0 {
            markup.raw("<ol>\n");
            let all = report.items.iter().filter(stops).chain(report.items.iter().filter(warns));
            for item in all.take(SHOWN) {
                finding(item, sources, &mut markup);
            }
            markup.raw("</ol>\n");
        }
        if errors + warnings > SHOWN {
            markup
                .raw("<p>")
                .show(errors + warnings - SHOWN)
                .raw(" more: <code>okrbook check</code> shows all.</p>\n");
        }
        Panel { errors, warnings, summary: render::summary(report), is_judged: true, ..Panel::default() }
            .with(markup)
    }

    /// Something that keeps the handbook from being read or shown at all.
    pub(super) fn of_trouble(message: &str, help: Option<&str>) -> Panel {
        let mut markup = Html::new();
        markup.raw("<ol>\n<li data-level=\"error\">\n<h3>");
        markup.raw("<b>error</b> ").text(&printable(message)).raw("</h3>\n");
        if let Some(help) = help {
            markup.raw("<p><b>help</b> ").text(help).raw("</p>\n");
        }
        markup.raw("</li>\n</ol>\n");
        Panel { errors: 1, summary: message.to_owned(), ..Panel::default() }.with(markup)
    }

    fn with(self, markup: Html) -> Panel {
        let digest = blake3::hash(markup.as_str().as_bytes()).to_hex()[..16].to_owned();
        Panel { markup, digest, ..self }
    }
}

fn finding(item: &Judged, sources: &Sources, html: &mut Html) {
    let finding = &item.finding;
    let level = severity(item.level);
    html.raw("<li").attribute("data-level", level).raw(">\n<h3><b>").raw(level).raw("</b> ");
    html.text(&printable(&finding.message)).raw("</h3>\n");
    for excerpt in excerpt::all(finding.span, &finding.label, &finding.labels, sources) {
        draw(&excerpt, html);
    }
    for help in &finding.help {
        html.raw("<p><b>help</b> ").text(&printable(help)).raw("</p>\n");
    }
    html.raw("<p class=\"okrbook-why\">");
    if !item.because.is_empty() {
        html.text(&printable(&item.because)).raw("; ");
    }
    html.raw("<code>okrbook explain ").text(finding.code).raw("</code></p>\n</li>\n");
}

/// Some lines of a file with what is marked in them.
fn draw(excerpt: &Excerpt, html: &mut Html) {
    html.raw("<p class=\"okrbook-place\">").text(&printable(excerpt.path));
    html.raw(":").show(excerpt.place.line).raw(":").show(excerpt.place.column).raw("</p>\n");
    html.raw("<pre tabindex=\"0\">");
    let mut start = 0;
    for (index, line) in excerpt.text.lines().enumerate() {
        let range = start..start + line.len();
        start = range.end + 1;
        html.raw("<span>").show(format_args!("{:>4} ", excerpt.first_line + index)).raw("</span>");
        let mut marks: Vec<&Mark> = excerpt.marks.iter().filter(|mark| touches(mark, &range)).collect();
        marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
        let mut done = range.start;
        for mark in &marks {
            let from = mark.range.start.clamp(done, range.end);
            let to = mark.range.end.clamp(from, range.end);
            html.text(&printable(&excerpt.text[done..from]));
            html.raw(if mark.primary { "<mark>" } else { "<mark class=\"okrbook-other\">" });
            // A mark between two letters must be seen, too.
            html.text(if from == to { " " } else { "" })
                .text(&printable(&excerpt.text[from..to]))
                .raw("</mark>");
            done = to;
        }
        html.text(&printable(&excerpt.text[done..range.end])).raw("\n");
        for mark in marks.iter().filter(|mark| !mark.label.is_empty() && mark.range.end <= range.end) {
            let column =
                excerpt.text[range.start..mark.range.start.clamp(range.start, range.end)].chars().count();
            html.raw("<span>     </span>").text(&" ".repeat(column)).raw("<b>");
            html.text("\u{2514} ").text(&printable(&mark.label)).raw("</b>\n");
        }
    }
    html.raw("</pre>\n");
}

/// Whether a mark has a part in a line.
fn touches(mark: &Mark, line: &std::ops::Range<usize>) -> bool {
    mark.range.start <= line.end && mark.range.end >= line.start
}
