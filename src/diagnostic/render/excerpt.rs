//! Cuts out of the sources what a finding is drawn on: few lines, none of them endless.
//!
//! Knows nothing of how an excerpt is drawn.

use crate::diagnostic::Label;
use crate::text::{Position, SourceId, Sources, Span};
use std::ops::Range;

/// Labels at most this many lines from the first place of an excerpt share it; others get one of their own.
const NEAR: usize = 8;
/// A span of more lines than this is drawn at its first line only.
const TALL: usize = 6;
/// A line longer than this, in bytes, is cut around what is marked.
const WIDE: usize = 240;
/// How much stays in front of a mark where a line is cut.
const MARGIN: usize = 60;

/// Some lines of one source with marks in them.
#[derive(Debug)]
pub(crate) struct Excerpt<'a> {
    /// Path of the source.
    pub(crate) path: &'a str,
    /// Where its leading mark stands in the source.
    pub(crate) place: Position,
    /// Whether a line was cut, so that places in it differ from those in the source.
    pub(crate) cut: bool,
    /// Number of the first line that is cut out.
    pub(crate) first_line: usize,
    /// The lines.
    pub(crate) text: String,
    /// What is marked in them.
    pub(crate) marks: Vec<Mark>,
}

/// A marked range of an excerpt's text.
#[derive(Debug)]
pub(crate) struct Mark {
    /// Range of bytes of the excerpt's text.
    pub(crate) range: Range<usize>,
    /// What stands there; may be empty.
    pub(crate) label: String,
    /// Whether it is the place that the finding is about.
    pub(crate) primary: bool,
}

/// A place of a source that is to be marked: range of bytes, and its first and last line.
struct Place<'a> {
    source: SourceId,
    range: Range<usize>,
    lines: Range<usize>,
    label: &'a str,
    primary: bool,
}

/// The excerpts of a finding: the one that holds its primary place first.
pub(crate) fn all<'a>(
    primary: Span,
    label: &str,
    labels: &[Label],
    sources: &'a Sources,
) -> Vec<Excerpt<'a>> {
    let mut clusters = vec![vec![place(primary, label, true, sources)]];
    for label in labels {
        let place = place(label.span, &label.message, false, sources);
        match clusters.iter_mut().find(|cluster| is_near(&cluster[0], &place)) {
            Some(cluster) => cluster.push(place),
            None => clusters.push(vec![place]),
        }
    }
    clusters.iter().map(|cluster| cut(cluster, sources)).collect()
}

fn is_near(one: &Place, other: &Place) -> bool {
    one.source == other.source && one.lines.start.abs_diff(other.lines.start) <= NEAR
}

fn place<'a>(span: Span, label: &'a str, primary: bool, sources: &Sources) -> Place<'a> {
    let text = sources.get(span.source()).text();
    let lines = sources.start(span).line..sources.end(span).line;
    let mut range = span.range();
    let mut last = lines.end;
    if lines.len() >= TALL {
        range.end = text[range.start..].find('\n').map_or(text.len(), |length| range.start + length);
        last = lines.start;
    }
    Place { source: span.source(), range, lines: lines.start..last, label, primary }
}

fn cut<'a>(places: &[Place], sources: &'a Sources) -> Excerpt<'a> {
    let source = sources.get(places[0].source);
    let text = source.text();
    let end = places.iter().map(|place| place.range.end).max().unwrap_or(0);
    let first_line = places.iter().map(|place| place.lines.start).min().unwrap_or(1);
    let mut marks: Vec<Mark> = places
        .iter()
        .map(|place| Mark { range: 0..0, label: place.label.to_owned(), primary: place.primary })
        .collect();

    let mut excerpt = String::new();
    let mut is_cut = false;
    let lines = (first_line..).map_while(|line| source.line_range(line));
    for Range { start, end: stop } in lines.take_while(|line| line.start <= end) {
        let line = &text[start..stop];
        let window = window(line, start, places);
        is_cut |= window.len() < line.len();
        if window.start > 0 {
            excerpt.push('…');
        }
        let offset = excerpt.len();
        excerpt.push_str(&line[window.clone()]);
        let moved = |at: usize| offset + (at - start).clamp(window.start, window.end) - window.start;
        for (place, mark) in places.iter().zip(&mut marks) {
            if (start..=start + line.len()).contains(&place.range.start) {
                mark.range.start = moved(place.range.start);
            }
            if (start..=start + line.len()).contains(&place.range.end) {
                mark.range.end = moved(place.range.end);
            }
        }
        if window.end < line.len() {
            excerpt.push('…');
        }
        excerpt.push('\n');
    }
    let place = source.position(places[0].range.start);
    Excerpt { path: source.path(), place, cut: is_cut, first_line, text: excerpt, marks }
}

/// The part of a line that is shown: all of it, unless it is very long.
fn window(line: &str, start: usize, places: &[Place]) -> Range<usize> {
    if line.len() <= WIDE {
        return 0..line.len();
    }
    let starts = places.iter().map(|place| place.range.start);
    let first = starts.filter(|at| (start..=start + line.len()).contains(at)).min().unwrap_or(start) - start;
    let from = line.floor_char_boundary(first.saturating_sub(MARGIN));
    from..line.ceil_char_boundary((from + WIDE).min(line.len()))
}
