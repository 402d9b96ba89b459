//! The human format: each finding drawn under the text that it is about, in the manner of rustc. The only file
//! that knows annotate-snippets.

use super::excerpt::{self, Excerpt};
use super::{Format, printable, shown};
use crate::diagnostic::{Judged, Level, Report};
use crate::text::Sources;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};

pub(super) static FORMAT: Format = Format { name: "human", machine: false, render };

fn render(report: &Report, sources: &Sources, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for item in shown(report) {
        text.push_str(&draw(item, sources, &renderer));
        text.push_str("\n\n");
    }
    text
}

fn draw(item: &Judged, sources: &Sources, renderer: &Renderer) -> String {
    let finding = &item.finding;
    let level = if item.level == Level::Warn { Title::WARNING } else { Title::ERROR };
    let title = level.primary_title(printable(&finding.message)).id(finding.code);
    let excerpts = excerpt::all(finding.span, &finding.label, &finding.labels, sources);
    let mut group = Group::with_title(title);
    for excerpt in &excerpts {
        let path = printable(excerpt.path);
        group = if excerpt.cut {
            // The renderer would count columns in what is left of the line.
            let origin = Origin::path(path).line(excerpt.place.line).char_column(excerpt.place.column);
            group.element(origin).element(snippet(excerpt))
        } else {
            group.element(snippet(excerpt).path(path))
        };
    }
    for help in &finding.help {
        group = group.element(Title::HELP.message(printable(help)));
    }
    renderer.render(&[group.element(Title::NOTE.message(why_shown(item)))])
}

fn snippet<'a>(excerpt: &'a Excerpt) -> Snippet<'a, Annotation<'a>> {
    let annotations = excerpt.marks.iter().map(|mark| {
        let kind = if mark.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(mark.range.clone());
        if mark.label.is_empty() { annotation } else { annotation.label(printable(&mark.label)) }
    });
    Snippet::source(&excerpt.text).line_start(excerpt.first_line).annotations(annotations)
}

/// The last line of a finding: which setting made it speak, and where to read more.
fn why_shown(item: &Judged) -> String {
    let explain = format!("`okrbook explain {}`", item.finding.code);
    match item.because.trim_end_matches('.') {
        "" => format!("{explain} says why it matters"),
        because => format!("{}; {explain}", printable(because)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Finding;
    use crate::diagnostic::errors::{DUPLICATE_ID, UNKNOWN_KEY};
    use snapbox::{assert_data_eq, str};

    fn check(sources: &Sources, level: Level, finding: Finding, because: &str) -> String {
        let report = Report { items: vec![Judged { level, finding, because: because.to_owned() }] };
        render(&report, sources, false)
    }

    #[test]
    fn a_finding_is_drawn_under_its_text_with_its_help() {
        let mut sources = Sources::default();
        let id = sources.add("content/goals.yaml", b"mission: {statement: Care}\nobjctives: []\n".to_vec());
        let finding = Finding::error(&UNKNOWN_KEY, sources.get(id).span(27, 36), "unknown key `objctives`")
            .here("not a key of a file")
            .help("did you mean `objectives`?");
        assert_data_eq!(
            check(&sources, Level::Error, finding, ""),
            str![[r#"
error[unknown-key]: unknown key `objctives`
 --> content/goals.yaml:2:1
  |
2 | objctives: []
  | ^^^^^^^^^ not a key of a file
  |
  = help: did you mean `objectives`?
  = note: `okrbook explain unknown-key` says why it matters


"#]]
        );
    }

    #[test]
    fn places_far_apart_and_in_other_files_are_drawn_each() {
        let mut sources = Sources::default();
        let id =
            sources.add("content/a.yaml", format!("- id: x\n{}- id: x\n", "#\n".repeat(50)).into_bytes());
        let other = sources.add("content/b.yaml", b"- id: x".to_vec());
        let source = sources.get(id);
        let finding = Finding::error(&DUPLICATE_ID, source.span(114, 115), "the id `x` is given twice")
            .label(source.span(6, 7), "first given here")
            .label(sources.get(other).span(6, 7), "and here");
        assert_data_eq!(
            check(&sources, Level::Error, finding, ""),
            str![[r#"
error[duplicate-id]: the id `x` is given twice
  --> content/a.yaml:52:7
   |
52 | - id: x
   |       ^
   |
  ::: content/a.yaml:1:7
   |
 1 | - id: x
   |       - first given here
   |
  ::: content/b.yaml:1:7
   |
 1 | - id: x
   |       - and here
   |
   = note: `okrbook explain duplicate-id` says why it matters


"#]]
        );
    }

    #[test]
    fn a_line_of_a_million_letters_is_cut_around_what_matters() {
        let mut sources = Sources::default();
        let text = format!("{}\u{e9}WRONG{}", "a".repeat(1_000_000), "b".repeat(1_000_000));
        let id = sources.add("content/a.yaml", text.into_bytes());
        let finding = Finding::lint("raw-html", sources.get(id).span(1_000_002, 1_000_007), "a finding");
        let drawn = check(&sources, Level::Warn, finding, "`raw-html` is `warn` by default");
        assert!(drawn.contains("content/a.yaml:1:1000002"), "{drawn}");
        assert!(drawn.contains("WRONG") && drawn.contains("^^^^^") && drawn.len() < 2_000, "{drawn}");
        assert!(drawn.contains("`raw-html` is `warn` by default; `okrbook explain raw-html`"), "{drawn}");
    }

    #[test]
    fn any_span_of_any_text_can_be_drawn() {
        for text in ["", "\n", "a\r\n\r\nb", "\t\u{1b}[0m\u{202e}x", "a\nb\nc\nd\ne\nf\ng\nh\ni\n"] {
            let mut sources = Sources::default();
            let id = sources.add("content/a.yaml", text.as_bytes().to_vec());
            for start in 0..=text.len() {
                for end in start..=text.len() {
                    let finding =
                        Finding::lint("raw-html", sources.get(id).span(start, end), "a finding").here("here");
                    let drawn = check(&sources, Level::Warn, finding, "");
                    assert!(
                        drawn.contains("warning[raw-html]: a finding") && !drawn.contains('\u{1b}'),
                        "{drawn}"
                    );
                }
            }
        }
    }
}
