//! The Bowler table: plan and actual of many metric key results, month by month.

use super::ink;
use super::key_result::KeyResultChart;
use super::marks::Planned;
use crate::locale::Messages;
use crate::model::{Cycle, Date};
use crate::page::Html;
use crate::page::html::escape;

/// A cycle with more months than this shows only some of them.
const COLUMNS: usize = 24;

/// What the table shows: each key result with the link to it.
#[derive(Clone, Copy, Debug)]
pub struct Bowler<'a> {
    /// The words of the site, in its language.
    pub m: &'a Messages<'a>,
    /// The cycle whose months are the columns.
    pub cycle: &'a Cycle,
    /// Metric key results and how they are named.
    pub rows: &'a [(Html, KeyResultChart<'a>)],
}

/// Appends the table, which scrolls on its own.
pub fn push_bowler(html: &mut Html, bowler: &Bowler) {
    let (m, ends) = (bowler.m, months(bowler.cycle));
    html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\"").attribute("aria-label", m.bowler);
    html.raw("><table class=\"bowler\"><thead><tr><th scope=\"col\">")
        .text(m.key_results)
        .raw("</th><td></td>");
    let several_years = bowler.cycle.start.year() != bowler.cycle.end.year();
    for &end in &ends {
        html.raw("<th scope=\"col\">");
        if several_years {
            m.language.push_month_of_year(html.buffer(), end);
        } else {
            m.language.push_month(html.buffer(), end);
        }
        html.raw("</th>");
    }
    html.raw("</tr></thead>");
    for (name, chart) in bowler.rows {
        row(html, name, chart, bowler.cycle.start, &ends);
    }
    html.raw("</table></div>");
}

/// Where the months of a cycle end; of many months, some that are equally far apart, the last one among them.
fn months(cycle: &Cycle) -> Vec<Date> {
    let mut ends = Vec::new();
    let mut day = cycle.start;
    loop {
        let end = day.last_of_month().min(cycle.end);
        ends.push(end);
        match end.tomorrow() {
            Ok(next) if next <= cycle.end => day = next,
            _ => break,
        }
    }
    let step = ends.len().div_ceil(COLUMNS);
    let last = ends.len() - 1;
    ends.into_iter()
        .enumerate()
        .filter(|(index, _)| (last - index).is_multiple_of(step))
        .map(|(_, end)| end)
        .collect()
}

fn row(html: &mut Html, name: &Html, chart: &KeyResultChart, start: Date, ends: &[Date]) {
    let (m, numbers) = (chart.m, chart.numbers());
    html.raw("<tbody><tr><th scope=\"rowgroup\"");
    if chart.rescaled {
        html.raw(">").html(name).raw("</th><td colspan=\"");
        ink::count(html.buffer(), ends.len() + 1);
        html.raw("\" class=\"withheld\">").text(m.masked).raw("</td></tr></tbody>");
        return;
    }
    html.raw(" rowspan=\"2\">").html(name);
    if let Some(unit) = numbers.word() {
        html.raw(" <small>").text(unit).raw("</small>");
    }
    html.raw("</th><th scope=\"row\">").text(m.plan).raw("</th>");
    let out = html.buffer();
    let planned = Planned::of(chart);
    for &end in ends {
        out.push_str("<td>");
        if let Some(planned) = &planned {
            planned.push(out, end, &numbers);
        }
        out.push_str("</td>");
    }
    out.push_str("</tr><tr><th scope=\"row\">");
    escape(m.actual, out);
    out.push_str("</th>");
    let mut since = start;
    for &end in ends {
        let in_month = |date: Date| since <= date && date <= end;
        let mut reported = chart.check_ins().iter().rev().filter(|check_in| in_month(check_in.date.value));
        out.push_str("<td>");
        match reported.find_map(|check_in| check_in.value) {
            Some(value) => numbers.bare(out, value.value),
            None if since <= chart.as_of => out.push('–'),
            None => {}
        }
        out.push_str("</td>");
        since = end.tomorrow().unwrap_or(end);
    }
    out.push_str("</tr></tbody>");
}
