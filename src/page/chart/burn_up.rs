//! The burn-up of a cycle: what its objectives have reached together, day by day, against what was expected.

use super::figure::{self, BOTTOM, Frame, SideLabel, TOP};
use super::label::{LastLabel, Obstacle};
use super::room::Room;
use super::scale::{Timeline, Values};
use super::series::{self, Point};
use super::{ink, labels, metric};
use crate::locale::{Arg, Messages};
use crate::model::{Cycle, Date};
use crate::page::Html;
use crate::page::html::escape;
use crate::progress::Moment;

/// The shares that are named beside the plot.
const SHARES: [f64; 3] = [0.0, 0.5, 1.0];

/// What the burn-up of a cycle shows.
#[derive(Clone, Copy, Debug)]
pub struct BurnUp<'a> {
    /// The words of the site, in its language.
    pub m: &'a Messages<'a>,
    /// The cycle.
    pub cycle: &'a Cycle,
    /// The day on which the chart holds.
    pub as_of: Date,
    /// Where its objectives stood and should stand, by day.
    pub course: &'a [Moment],
}

/// Appends the figure with its legend and the table behind it; nothing where nothing was reached yet.
pub fn push_burn_up(html: &mut Html, chart: &BurnUp) {
    let reached = |moment: &Moment| Some((moment.date, moment.progress?));
    let Some(last) = chart.course.iter().rev().find(|moment| moment.progress.is_some()) else { return };
    let Some((date, progress)) = reached(last) else { return };
    let (m, timeline) = (chart.m, Timeline::between(chart.cycle.start, chart.cycle.end));
    let values = Values::holding(SHARES.into_iter(), TOP, BOTTOM);
    let mut sentence = String::new();
    m.burn_up_at(Arg::Date(date), Arg::Percent(last.expected.unwrap_or(0.0)), Arg::Percent(progress))
        .write(&mut sentence, escape);
    let points: Vec<Point> = chart
        .course
        .iter()
        .filter_map(reached)
        .map(|(date, progress)| Point { x: timeline.x(date), y: values.y(progress), outside: false })
        .collect();
    let planned: Vec<(i32, f64)> = chart
        .course
        .iter()
        .filter_map(|moment| Some((timeline.x(moment.date), values.y(moment.expected?))))
        .collect();
    picture(html.buffer(), chart, &sentence, (&timeline, &values), &points, &planned, progress);
    table(html.buffer(), chart);
    super::push_legend(
        html,
        &[
            ("<path class=\"actual\" d=\"M0 6H28\"/><path class=\"dots\" d=\"M14 6h0\"/>", m.column_progress),
            ("<path class=\"plan\" d=\"M0 6H28\"/>", m.column_expected),
        ],
    );
}

fn picture(
    out: &mut String,
    chart: &BurnUp,
    sentence: &str,
    (timeline, values): (&Timeline, &Values),
    points: &[Point],
    planned: &[(i32, f64)],
    progress: f64,
) {
    let (m, language) = (chart.m, chart.m.language);
    let mut left = SHARES.map(|share| {
        let mut text = String::new();
        language.push_percent(&mut text, share);
        SideLabel::new(values.y(share), text, "value")
    });
    figure::settle(&mut left);
    let mut room = Room::beside(&left, &[]);
    let mut obstacles: Vec<Obstacle> =
        planned.windows(2).map(|pair| Obstacle::planned(pair[0], pair[1])).collect();
    obstacles.extend(SHARES.map(|share| Obstacle::start(values.y(share))));
    if timeline.shows(chart.as_of) {
        obstacles.push(Obstacle::today(timeline.x(chart.as_of)));
    }
    let mut text = String::new();
    language.push_percent(&mut text, progress);
    let label = LastLabel::place(text, points, &obstacles, [&left, &[]], &mut room);
    let times = labels::times(language, timeline, room.narrow());
    let foot = BOTTOM + 8.0;
    let height = foot as i64 + 22;
    let frame = Frame { m, title: m.burn_up, unit: None, sentence, class: "burn-up" };
    frame.open(out, height, room);
    figure::open_lines(out, height);
    figure::axis(out, foot, &times);
    figure::today_line(out, timeline, chart.as_of, foot);
    for share in SHARES {
        metric::level(out, "start", values.y(share), 0);
    }
    plan(out, planned);
    series::draw(out, points);
    out.push_str("</svg>");
    figure::today_label(out, m, timeline, chart.as_of);
    figure::side(out, false, &left);
    figure::times(out, foot + 18.0, &times);
    label.push(out);
    frame.caption(out);
}

fn plan(out: &mut String, planned: &[(i32, f64)]) {
    out.push_str("<path class=\"plan\" d=\"");
    for (index, &(x, y)) in planned.iter().enumerate() {
        out.push(if index == 0 { 'M' } else { 'L' });
        ink::int(out, i64::from(x));
        out.push(' ');
        ink::tenth(out, y);
    }
    out.push_str("\"/>");
}

fn table(out: &mut String, chart: &BurnUp) {
    let m = chart.m;
    figure::open_table(out, m, &[m.date, m.column_expected, m.column_progress]);
    for moment in chart.course {
        figure::open_row(out, m, moment.date);
        for share in [moment.expected, moment.progress] {
            out.push_str("<td>");
            match share {
                Some(share) => m.language.push_percent(out, share),
                None => out.push('–'),
            }
            out.push_str("</td>");
        }
        out.push_str("</tr>");
    }
    figure::close_table(out);
}
