//! Says in a sentence what a chart shows, for readers who listen and for those who only glance.

use super::key_result::KeyResultChart;
use super::metric::Line;
use super::numbers::Numbers;
use super::scale::Timeline;
use super::{ink, marks};
use crate::model::{Bounds, Date, Decimal};

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

/// `From 4.0 % to 6.1 % of 8 %; on this line it lands near 7.4 %.`
pub(super) fn metric(chart: &KeyResultChart, line: &Line, numbers: &Numbers) -> String {
    let mut out = String::with_capacity(120);
    if chart.rescaled {
        rescaled(&mut out, chart, line);
    } else {
        measured(&mut out, chart, line, numbers);
    }
    if let Some(forecast) = chart.progress.forecast {
        let decimals = marks::decimals(line, chart.progress.value);
        out.push_str("; on this line it lands near ");
        numbers.full_rounded(&mut out, forecast.value, decimals);
    }
    if chart.rescaled {
        out.push_str("; the numbers themselves are not public");
    }
    out.push('.');
    out
}

fn measured(out: &mut String, chart: &KeyResultChart, line: &Line, numbers: &Numbers) {
    let rises = line.start.is_none_or(|start| start < line.target);
    match (line.start, chart.progress.value) {
        (Some(start), Some(last)) => {
            out.push_str("From ");
            numbers.bare(out, start);
            out.push_str(" to ");
            numbers.bare(out, last);
            out.push_str(if rises { " of " } else { ", aiming for " });
        }
        (Some(start), None) => {
            out.push_str("No value yet; from ");
            numbers.bare(out, start);
            out.push_str(" to ");
        }
        (None, Some(last)) => {
            out.push_str("No baseline yet; now ");
            numbers.bare(out, last);
            out.push_str(", aiming for ");
        }
        (None, None) => out.push_str("No baseline and no value yet; aiming for "),
    }
    numbers.full(out, line.target);
    match chart.progress.attainment {
        Some(attainment) if attainment < 0.0 => out.push_str(", below its baseline"),
        Some(attainment) if attainment > 1.0 => out.push_str(", beyond its target"),
        _ => {}
    }
}

fn rescaled(out: &mut String, chart: &KeyResultChart, line: &Line) {
    match chart.progress.attainment {
        Some(attainment) => {
            ink::percent(out, attainment);
            out.push_str(" of the way");
        }
        None if line.start.is_none() => out.push_str("No baseline yet"),
        None => out.push_str("No value yet"),
    }
}

/// `Inside its bounds in 5 of 6 check-ins; last 97.2 % (at least 95 %).`
pub(super) fn keep(
    inside: usize,
    measured: usize,
    last: Option<Decimal>,
    bounds: Bounds,
    numbers: &Numbers,
) -> String {
    let mut out = String::with_capacity(100);
    if measured == 0 {
        out.push_str("No value yet; it should stay ");
    } else {
        out.push_str("Inside its bounds in ");
        ink::count(&mut out, inside);
        out.push_str(" of ");
        ink::count(&mut out, measured);
        out.push_str(if measured == 1 { " check-in" } else { " check-ins" });
        if let Some(last) = last {
            out.push_str("; last ");
            numbers.bare(&mut out, last);
        }
        out.push_str("; should be ");
    }
    self::bounds(&mut out, bounds, numbers);
    out.push('.');
    out
}

/// `at least 95 %`.
pub(super) fn bounds(out: &mut String, bounds: Bounds, numbers: &Numbers) {
    match bounds {
        Bounds::AtLeast(least) => {
            out.push_str("at least ");
            numbers.full(out, least);
        }
        Bounds::AtMost(most) => {
            out.push_str("at most ");
            numbers.full(out, most);
        }
        Bounds::Between(least, most) => {
            out.push_str("between ");
            numbers.bare(out, least);
            out.push_str(" and ");
            numbers.full(out, most);
        }
    }
}
