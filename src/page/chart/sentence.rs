//! Says in a sentence what a chart shows, for readers who listen and for those who only glance.

use super::key_result::KeyResultChart;
use super::marks;
use super::metric::Line;
use super::numbers::Numbers;
use super::scale::Timeline;
use crate::locale::Arg;
use crate::model::{Bounds, Date, Decimal};
use crate::page::html::escape;

/// The time that a key result's chart shows: its cycle, else from its first to its last day; none where there is
/// nothing to show.
pub(super) fn timeline(
    chart: &KeyResultChart,
    dates: impl Iterator<Item = Date> + Clone,
) -> Option<Timeline> {
    match chart.cycle {
        Some(cycle) => Some(Timeline::of(cycle, dates)),
        None => Some(Timeline::between(dates.clone().min()?, dates.max()?.max(chart.as_of))),
    }
}

/// A figure that has nothing to draw.
pub(super) fn alone(out: &mut String, sentence: &str) {
    out.push_str("<p class=\"chart-none\">");
    out.push_str(sentence);
    out.push_str("</p>");
}

/// `From 4.0% to 6.1% of 8%; on this line it lands near 7.4%.` Escaped.
pub(super) fn metric(chart: &KeyResultChart, line: &Line, numbers: &Numbers) -> String {
    let (m, mut out) = (chart.m, String::with_capacity(120));
    if chart.rescaled {
        rescaled(&mut out, chart, line);
    } else {
        measured(&mut out, chart, line, numbers);
    }
    if let Some(forecast) = chart.progress.forecast {
        let decimals = marks::decimals(line, chart.progress.value);
        let value = |out: &mut String| numbers.full_rounded(out, forecast.value, decimals);
        escape(m.clause, &mut out);
        m.metric_lands(Arg::Written(&value)).write(&mut out, escape);
    }
    if chart.rescaled {
        escape(m.clause, &mut out);
        escape(m.numbers_not_public, &mut out);
    }
    escape(m.stop, &mut out);
    out
}

fn measured(out: &mut String, chart: &KeyResultChart, line: &Line, numbers: &Numbers) {
    let (m, last) = (chart.m, chart.progress.value);
    let rises = line.start.is_none_or(|start| start < line.target);
    let bare = |number: Option<Decimal>| {
        move |out: &mut String| {
            if let Some(number) = number {
                numbers.bare(out, number);
            }
        }
    };
    let (start, value) = (bare(line.start), bare(last));
    let target = |out: &mut String| numbers.full(out, line.target);
    let (from, to, now) = (Arg::Written(&start), Arg::Written(&target), Arg::Written(&value));
    match (line.start, last) {
        (Some(_), Some(_)) if rises => m.metric_rises(from, to, now).write(out, escape),
        (Some(_), Some(_)) => m.metric_falls(from, to, now).write(out, escape),
        (Some(_), None) => m.metric_no_value(from, to).write(out, escape),
        (None, Some(_)) => m.metric_no_start(to, now).write(out, escape),
        (None, None) => m.metric_nothing(to).write(out, escape),
    }
    let beyond = match chart.progress.attainment {
        Some(attainment) if attainment < 0.0 => m.metric_below,
        Some(attainment) if attainment > 1.0 => m.metric_beyond,
        _ => return,
    };
    escape(m.comma, out);
    escape(beyond, out);
}

fn rescaled(out: &mut String, chart: &KeyResultChart, line: &Line) {
    let m = chart.m;
    match chart.progress.attainment {
        Some(attainment) => m.metric_way(Arg::Percent(attainment)).write(out, escape),
        None if line.start.is_none() => escape(m.no_baseline_yet, out),
        None => escape(m.no_value_yet, out),
    }
}

/// `Inside its bounds in 5 of 6 check-ins; last 97.2%; should be at least 95%.` Escaped.
pub(super) fn keep(
    inside: usize,
    measured: usize,
    last: Option<Decimal>,
    bounds: Bounds,
    numbers: &Numbers,
) -> String {
    let (m, mut out) = (numbers.m, String::with_capacity(100));
    let bounds = |out: &mut String| self::bounds(out, bounds, numbers);
    if measured == 0 {
        m.keep_will(Arg::Written(&bounds)).write(&mut out, escape);
    } else {
        m.keep_inside(measured, inside).write(&mut out, escape);
        escape(m.clause, &mut out);
        if let Some(last) = last {
            let value = |out: &mut String| numbers.bare(out, last);
            m.keep_last(Arg::Written(&value)).write(&mut out, escape);
            escape(m.clause, &mut out);
        }
        m.keep_should(Arg::Written(&bounds)).write(&mut out, escape);
    }
    escape(m.stop, &mut out);
    out
}

/// `at least 95%`, escaped.
pub(super) fn bounds(out: &mut String, bounds: Bounds, numbers: &Numbers) {
    let m = numbers.m;
    let full = |number| move |out: &mut String| numbers.full(out, number);
    match bounds {
        Bounds::AtLeast(least) => m.at_least(Arg::Written(&full(least))).write(out, escape),
        Bounds::AtMost(most) => m.at_most(Arg::Written(&full(most))).write(out, escape),
        Bounds::Between(least, most) => {
            let least = |out: &mut String| numbers.bare(out, least);
            m.between_and(Arg::Written(&least), Arg::Written(&full(most))).write(out, escape);
        }
    }
}
