//! The tables behind the charts: the same numbers for those who read or listen.

use super::key_result::KeyResultChart;
use super::metric::{self, Line};
use super::numbers::{self, Numbers};
use super::{figure, ink};

/// A table of more rows than this shows the last ones.
const ROWS: usize = 60;

/// Appends the table of a metric and closes its figure: its check-ins with what was planned for that day, and below where it
/// began, what is aimed at and where it is heading.
pub(super) fn metric(
    out: &mut String,
    chart: &KeyResultChart,
    line: &Line,
    curve: &[(i64, f64)],
    numbers: &Numbers,
) {
    let check_ins = chart.check_ins();
    let shown = &check_ins[check_ins.len().saturating_sub(ROWS)..];
    let sure = shown.iter().any(|check_in| check_in.confidence.is_some());
    let heads = ["Date", "Actual", "Plan", "Confidence"];
    figure::open_table(out, if sure { &heads } else { &heads[..3] });
    let span = line.start.map_or(0.0, |start| (ink::float(line.target) - ink::float(start)).abs());
    let decimals = numbers::decimals(span, line.start.into_iter().chain([line.target]));
    for check_in in shown {
        figure::open_row(out, check_in.date.value);
        out.push_str("<td>");
        if let Some(value) = check_in.value {
            numbers.bare(out, value.value);
        }
        out.push_str("</td><td>");
        if let Some(planned) = metric::stands(curve, ink::day_number(check_in.date.value)) {
            numbers.bare_rounded(out, planned, decimals);
        }
        out.push_str("</td>");
        if sure {
            confidence(out, check_in.confidence.map(|confidence| confidence.value));
        }
        out.push_str("</tr>");
    }
    marks(out, chart, line, numbers, decimals, sure);
    figure::close_table(out);
}

/// A cell of the confidence column.
pub(super) fn confidence(out: &mut String, confidence: Option<f64>) {
    out.push_str("<td>");
    if let Some(confidence) = confidence {
        ink::percent(out, confidence);
    }
    out.push_str("</td>");
}

/// The rows below: where it began, what is aimed at, and where it is heading.
fn marks(
    out: &mut String,
    chart: &KeyResultChart,
    line: &Line,
    numbers: &Numbers,
    decimals: u32,
    sure: bool,
) {
    let span = if sure { "3" } else { "2" };
    let mut row = |name: &str, write: &mut dyn FnMut(&mut String)| {
        out.push_str("<tr><th scope=\"row\">");
        out.push_str(name);
        out.push_str("</th><td colspan=\"");
        out.push_str(span);
        out.push_str("\">");
        write(out);
        out.push_str("</td></tr>");
    };
    let named = [
        ("Start", line.start),
        ("Target", Some(line.target)),
        ("Commit", line.commit),
        ("Stretch", line.stretch),
    ];
    for (name, value) in named {
        if let Some(value) = value {
            row(name, &mut |out| numbers.full(out, value));
        }
    }
    if let Some(forecast) = chart.progress.forecast {
        row("Forecast", &mut |out| {
            numbers.full_rounded(out, forecast.value, decimals);
            out.push_str(" (");
            numbers.bare_rounded(out, forecast.low, decimals);
            out.push_str(" to ");
            numbers.bare_rounded(out, forecast.high, decimals);
            out.push(')');
        });
    }
}
