//! What the log of a metric says beside its check-ins: what was planned for a day, the marks on the chart's edge, and
//! where it is heading.

use super::ink;
use super::key_result::KeyResultChart;
use super::metric::{self, Line};
use super::numbers::{self, Numbers};
use crate::locale::Arg;
use crate::model::{Date, Decimal, day_number};
use crate::page::html::escape;

/// The planned curve of a metric, to be read off day by day.
pub(super) struct Planned {
    curve: Vec<(i64, f64)>,
    decimals: u32,
}

impl Planned {
    /// The plan of a key result that has one: a metric in a cycle. Of a baseline that nobody knows, nothing is told in
    /// an edition that shows attainments only.
    pub(super) fn of(chart: &KeyResultChart) -> Option<Planned> {
        let (line, cycle) = (Line::of(chart.key_result)?, chart.cycle?);
        let tells = !chart.rescaled || line.start.is_some();
        let curve = line.curve(cycle.start, cycle.end);
        (tells && !curve.is_empty()).then(|| Planned { curve, decimals: decimals(&line, None) })
    }

    /// Appends what was planned for a day; nothing before the plan begins.
    pub(super) fn push(&self, out: &mut String, date: Date, numbers: &Numbers) {
        if let Some(planned) = metric::stands(&self.curve, day_number(date)) {
            numbers.bare_rounded(out, planned, self.decimals);
        }
    }
}

/// So many decimals show where a value stands between start and target, and no fewer than a measured one has.
pub(super) fn decimals(line: &Line, measured: Option<Decimal>) -> u32 {
    let span = line.start.map_or(0.0, |start| (ink::float(line.target) - ink::float(start)).abs());
    numbers::decimals(span, line.start.into_iter().chain([line.target]).chain(measured))
}

/// Appends the foot of a log whose rows have so many cells behind their heads: the marks, where there are any.
pub(super) fn foot(out: &mut String, chart: &KeyResultChart, cells: i64) {
    let begun = out.len();
    out.push_str("<tfoot>");
    let empty = out.len();
    rows(out, chart, cells.max(1));
    if out.len() == empty {
        out.truncate(begun);
    } else {
        out.push_str("</tfoot>");
    }
}

/// Appends the marks of a key result without check-ins, where there are any.
pub(super) fn alone(out: &mut String, chart: &KeyResultChart) {
    let begun = out.len();
    out.push_str("<table class=\"check-ins\"><tbody>");
    let empty = out.len();
    rows(out, chart, 1);
    if out.len() == empty {
        out.truncate(begun);
    } else {
        out.push_str("</tbody></table>");
    }
}

/// What neither the headline nor a check-in says: commit, stretch, and the forecast with its band.
fn rows(out: &mut String, chart: &KeyResultChart, cells: i64) {
    let Some(line) = Line::of(chart.key_result) else { return };
    if chart.rescaled && line.start.is_none() {
        return;
    }
    let (m, numbers) = (chart.m, chart.numbers());
    let mut row = |name: &str, write: &dyn Fn(&mut String)| {
        out.push_str("<tr><th scope=\"row\">");
        escape(name, out);
        out.push_str("</th><td");
        if cells > 1 {
            out.push_str(" colspan=\"");
            ink::int(out, cells);
            out.push('"');
        }
        out.push('>');
        write(out);
        out.push_str("</td></tr>");
    };
    for (name, value) in [(m.commit, line.commit), (m.stretch, line.stretch)] {
        if let Some(value) = value {
            row(name, &|out| numbers.full(out, value));
        }
    }
    if let Some(forecast) = chart.progress.forecast {
        let decimals = decimals(&line, chart.progress.value);
        row(m.forecast, &|out| {
            let value = |out: &mut String| numbers.full_rounded(out, forecast.value, decimals);
            let low = |out: &mut String| numbers.bare_rounded(out, forecast.low, decimals);
            let high = |out: &mut String| numbers.bare_rounded(out, forecast.high, decimals);
            m.forecast_band(Arg::Written(&high), Arg::Written(&low), Arg::Written(&value)).write(out, escape);
        });
    }
}
