//! The chart of a KPI: its values over time against the band in which it is healthy; and sparklines.

use super::banded::{self, Banded};
use super::figure::{self, Frame};
use super::numbers::Numbers;
use super::scale::{Timeline, Values};
use super::{check_ins, ink, sentence, series};
use crate::locale::{Arg, Messages};
use crate::model::{Bounds, Date, Kpi, Reading, day_number};
use crate::page::Html;
use crate::page::html::escape;
use crate::progress::KpiProgress;

/// A table of more rows than this shows the last ones.
const ROWS: usize = 60;
/// Size of a sparkline in pixels.
const SPARK: (i64, i64) = (96, 24);

/// What the chart of a KPI shows.
#[derive(Clone, Copy, Debug)]
pub struct KpiChart<'a> {
    /// The words of the site, in its language.
    pub m: &'a Messages<'a>,
    /// The KPI.
    pub kpi: &'a Kpi,
    /// What is derived of it.
    pub progress: &'a KpiProgress,
    /// The day on which the chart holds.
    pub as_of: Date,
}

impl<'a> KpiChart<'a> {
    fn readings(&self) -> &'a [Reading] {
        self.progress.latest.map_or(&[], |latest| &self.kpi.values[..=latest])
    }
}

/// Appends the chart of a KPI: a `figure` with the picture, a sentence, and the table of the same numbers.
pub fn push_kpi(html: &mut Html, chart: &KpiChart) {
    let out = html.buffer();
    let numbers = Numbers::new(chart.m, chart.kpi.unit.as_ref().map(|unit| unit.value.as_str()), false);
    let readings = chart.readings();
    let bounds = chart.kpi.healthy.map(|healthy| healthy.value);
    let sentence = describe(readings, bounds, &numbers);
    let (Some(first), Some(last)) = (readings.first(), readings.last()) else {
        sentence::alone(out, &sentence);
        return;
    };
    let timeline = Timeline::between(first.date.value, last.date.value.max(chart.as_of));
    let title = &chart.kpi.title.value;
    let frame = Frame { m: chart.m, title, unit: numbers.word(), sentence: &sentence, class: "kpi" };
    Banded {
        frame,
        timeline,
        as_of: chart.as_of,
        bounds,
        numbers,
        readings: readings.iter().map(|reading| (reading.date.value, reading.value)),
        confidence: std::iter::empty(),
    }
    .draw(out);
    table(out, readings, bounds, &numbers);
}

/// The chart of a KPI, see [`push_kpi`].
pub fn kpi(chart: &KpiChart) -> Html {
    let mut html = Html::new();
    push_kpi(&mut html, chart);
    html
}

fn describe(readings: &[Reading], bounds: Option<Bounds>, numbers: &Numbers) -> String {
    let (m, mut out) = (numbers.m, String::with_capacity(120));
    match readings {
        [] => escape(m.no_value_yet, &mut out),
        [only] => {
            let value = |out: &mut String| numbers.full(out, only.value);
            m.kpi_one(only.date.value, Arg::Written(&value)).write(&mut out, escape);
        }
        [first, .., last] => {
            let start = |out: &mut String| numbers.bare(out, first.value);
            let value = |out: &mut String| numbers.full(out, last.value);
            let way =
                m.kpi_way(first.date.value, last.date.value, Arg::Written(&start), Arg::Written(&value));
            way.write(&mut out, escape);
        }
    }
    if let Some(bounds) = bounds {
        escape(m.clause, &mut out);
        let bounds = |out: &mut String| sentence::bounds(out, bounds, numbers);
        m.healthy_when(Arg::Written(&bounds)).write(&mut out, escape);
    }
    escape(m.stop, &mut out);
    out
}

fn table(out: &mut String, readings: &[Reading], bounds: Option<Bounds>, numbers: &Numbers) {
    let m = numbers.m;
    let heads = [m.date, m.value, m.healthy_band];
    figure::open_table(out, m, &heads[..2 + usize::from(bounds.is_some())]);
    for reading in readings.iter().rev().take(ROWS) {
        figure::open_row(out, m, reading.date.value);
        out.push_str("<td>");
        numbers.bare(out, reading.value);
        out.push_str("</td>");
        if let Some(bounds) = bounds {
            check_ins::push_answer(out, m, Some(bounds.hold(reading.value)));
        }
        out.push_str("</tr>");
    }
    figure::close_table(out);
}

/// Appends a sparkline: the last values as a small line without axes, its bounds as a tint, and words for those
/// who cannot see it. Nothing at all where there is no value.
pub fn push_sparkline(
    html: &mut Html,
    m: &Messages,
    readings: &[Reading],
    bounds: Option<Bounds>,
    unit: Option<&str>,
) {
    let out = html.buffer();
    let readings = &readings[readings.len().saturating_sub(48)..];
    let (Some(first), Some(last)) = (readings.first(), readings.last()) else { return };
    let (width, height) = SPARK;
    let timeline = Timeline::between(first.date.value, last.date.value);
    let ends = banded::ends(bounds);
    let shown = readings.iter().map(|reading| reading.value).chain(ends.into_iter().flatten());
    let values = Values::holding(shown.map(ink::float), 3.0, height as f64 - 3.0);
    out.push_str("<svg class=\"spark\" role=\"img\" width=\"");
    ink::int(out, width);
    out.push_str("\" height=\"");
    ink::int(out, height);
    out.push_str("\" viewBox=\"0 0 1000 24\" preserveAspectRatio=\"none\" aria-label=\"");
    out.push_str(&describe(readings, bounds, &Numbers::new(m, unit, false)));
    out.push_str("\">");
    if bounds.is_some() {
        let [low, high] = ends.map(|end| end.map(|end| values.y(ink::float(end))));
        out.push_str("<path class=\"healthy\" d=\"M0 ");
        ink::tenth(out, high.unwrap_or(0.0));
        out.push_str("H1000V");
        ink::tenth(out, low.unwrap_or(height as f64));
        out.push_str("H0z\"/>");
    }
    let place = |reading: &Reading| {
        let outside = bounds.is_some_and(|bounds| !bounds.hold(reading.value));
        (day_number(reading.date.value), ink::float(reading.value), outside)
    };
    let points = series::place(readings.iter().map(place), &timeline, &values);
    series::spark(out, &points);
    out.push_str("</svg>");
}

/// A sparkline, see [`push_sparkline`].
pub fn sparkline(m: &Messages, readings: &[Reading], bounds: Option<Bounds>, unit: Option<&str>) -> Html {
    let mut html = Html::new();
    push_sparkline(&mut html, m, readings, bounds, unit);
    html
}
