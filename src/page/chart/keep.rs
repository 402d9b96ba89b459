//! The chart of a key result that keeps a value inside bounds.

use super::banded::Banded;
use super::figure::{self, Frame};
use super::key_result::KeyResultChart;
use super::room::Room;
use super::scale::Timeline;
use super::{sentence, series};
use crate::locale::Messages;
use crate::model::{Bounds, CheckIn, Date};
use crate::page::html::escape;

/// Heights of the two rows, inside and outside, of a chart that may not show its numbers.
const ROWS: [f64; 2] = [38.0, 66.0];

/// Appends the figure.
pub(super) fn draw(out: &mut String, chart: &KeyResultChart, bounds: Bounds) {
    let measured = |check_in: &CheckIn| Some((check_in.date.value, check_in.value?.value));
    let readings = chart.check_ins().iter().filter_map(measured);
    let count = readings.clone().count();
    let inside = readings.clone().filter(|(_, value)| bounds.hold(*value)).count();
    let numbers = chart.numbers();
    let sentence = if chart.rescaled {
        hidden(chart.m, inside, count)
    } else {
        sentence::keep(inside, count, chart.progress.value, bounds, &numbers)
    };
    let Some(timeline) = sentence::timeline(chart, readings.clone().map(|(date, _)| date)) else {
        sentence::alone(out, &sentence);
        return;
    };
    let title = &chart.key_result.title.value;
    let frame = Frame { m: chart.m, title, unit: numbers.word(), sentence: &sentence, class: "keep" };
    if chart.rescaled {
        rows(out, chart, &frame, &timeline, readings.map(|(date, value)| (date, bounds.hold(value))));
    } else {
        let bounds = Some(bounds);
        let confidence = chart.confidence().collect::<Vec<_>>();
        let confidence = confidence.iter().copied();
        Banded { frame, timeline, as_of: chart.as_of, bounds, numbers, readings, confidence }.draw(out);
    }
    out.push_str("</div>");
}

fn hidden(m: &Messages, inside: usize, count: usize) -> String {
    let mut out = String::new();
    m.keep_inside(count, inside).write(&mut out, escape);
    for words in [m.clause, m.numbers_not_public, m.stop] {
        escape(words, &mut out);
    }
    out
}

/// Inside or outside, day by day, without any number.
fn rows(
    out: &mut String,
    chart: &KeyResultChart,
    frame: &Frame,
    timeline: &Timeline,
    held: impl Iterator<Item = (Date, bool)>,
) {
    let m = chart.m;
    let words = [m.inside_bounds, m.outside_bounds];
    let label = |row: usize| {
        let mut text = String::new();
        escape(words[row], &mut text);
        figure::SideLabel::new(ROWS[row], text, "value")
    };
    let left = [label(0), label(1)];
    let room = Room::beside(&left, &[]);
    let times = super::labels::times(m.language, timeline, room.narrow());
    frame.open(out, 106, room);
    figure::open_lines(out, 106);
    figure::axis(out, 84.0, &times);
    figure::today_line(out, timeline, chart.as_of, 84.0);
    let row = |inside: bool| ROWS[usize::from(!inside)];
    let points: Vec<series::Point> = held
        .filter(|(date, _)| timeline.shows(*date))
        .map(|(date, inside)| series::Point { x: timeline.x(date), y: row(inside), outside: !inside })
        .collect();
    series::draw(out, &points);
    out.push_str("</svg>");
    figure::today_label(out, m, timeline, chart.as_of);
    figure::side(out, false, &left);
    figure::times(out, 102.0, &times);
    frame.caption(out);
}
