//! The check-in log of a key result: what was reported when, newest first.

use super::key_result::KeyResultChart;
use super::numbers::Numbers;
use super::{health, ink};
use crate::model::{CheckIn, Decimal, Measure, PersonId, Status, Text};
use crate::page::Html;
use crate::progress::Health;

/// So many check-ins show at once; the rest stand behind a summary.
const SHOWN: usize = 3;

/// Writes what a log cannot know: prose with its links, and who a person is.
#[derive(Clone, Copy)]
pub struct CheckInLog<'a> {
    /// The key result, its progress and its date.
    pub chart: KeyResultChart<'a>,
    /// Appends inline Markdown as HTML.
    pub prose: &'a dyn Fn(&mut Html, &Text),
    /// Appends a person's name, with a link where there is a page.
    pub person: &'a dyn Fn(&mut Html, PersonId),
}

impl CheckInLog<'_> {
    /// A value with its unit; of bounds that are not public, only on which side of them it stands.
    fn value(&self, html: &mut Html, value: Decimal, numbers: &Numbers) {
        match &self.chart.key_result.measure {
            Measure::Keep(bounds) if self.chart.rescaled => {
                html.raw(if bounds.value.hold(value) { "inside" } else { "outside" });
            }
            _ => numbers.full(html.buffer(), value),
        }
    }
}

/// Appends the log: the last three check-ins, and the earlier ones behind a summary. Nothing where there is none.
pub fn push_check_ins(html: &mut Html, log: &CheckInLog) {
    let check_ins = log.chart.check_ins();
    if check_ins.is_empty() {
        return;
    }
    let columns = Columns::of(check_ins);
    let (earlier, latest) = check_ins.split_at(check_ins.len().saturating_sub(SHOWN));
    table(html, log, latest, &columns);
    if !earlier.is_empty() {
        html.raw("<details class=\"earlier\"><summary>");
        ink::count(html.buffer(), earlier.len());
        html.raw(if earlier.len() == 1 { " earlier check-in" } else { " earlier check-ins" });
        html.raw("</summary>");
        table(html, log, earlier, &columns);
        html.raw("</details>");
    }
}

/// Columns stand only where somebody said something in them.
struct Columns {
    value: bool,
    confidence: bool,
    status: bool,
}

impl Columns {
    fn count(&self) -> i64 {
        1 + i64::from(self.value) + i64::from(self.confidence) + i64::from(self.status)
    }

    fn of(check_ins: &[CheckIn]) -> Columns {
        let any = |has: fn(&CheckIn) -> bool| check_ins.iter().any(has);
        Columns {
            value: any(|check_in| check_in.value.is_some() || check_in.zone.is_some()),
            confidence: any(|check_in| check_in.confidence.is_some()),
            status: any(|check_in| check_in.status.is_some()),
        }
    }
}

fn table(html: &mut Html, log: &CheckInLog, check_ins: &[CheckIn], columns: &Columns) {
    html.raw("<table class=\"check-ins\"><thead><tr><th scope=\"col\">Date</th>");
    for (stands, head) in [
        (columns.value, "<th scope=\"col\">Value</th>"),
        (columns.confidence, "<th scope=\"col\">Confidence</th>"),
        (columns.status, "<th scope=\"col\">Status</th>"),
    ] {
        if stands {
            html.raw(head);
        }
    }
    html.raw("</tr></thead><tbody>");
    let numbers = log.chart.numbers();
    for check_in in check_ins.iter().rev() {
        row(html, log, check_in, columns, &numbers);
    }
    html.raw("</tbody></table>");
}

fn row(html: &mut Html, log: &CheckInLog, check_in: &CheckIn, columns: &Columns, numbers: &Numbers) {
    html.raw("<tr><th scope=\"row\">");
    ink::date(html.buffer(), check_in.date.value);
    html.raw("</th>");
    if columns.value {
        html.raw("<td class=\"number\">");
        if let Some(value) = check_in.value {
            log.value(html, value.value, numbers);
        } else if let Some(zone) = check_in.zone {
            html.raw(zone.word());
        }
        html.raw("</td>");
    }
    if columns.confidence {
        html.raw("<td class=\"number\">");
        if let Some(confidence) = check_in.confidence {
            ink::percent(html.buffer(), confidence.value);
        }
        html.raw("</td>");
    }
    if columns.status {
        html.raw("<td>");
        if let Some(status) = check_in.status {
            health::push_health(html, as_health(status.value));
        }
        html.raw("</td>");
    }
    html.raw("</tr>");
    if check_in.note.is_some() || check_in.next.is_some() || check_in.by.is_some() {
        html.raw("<tr class=\"said\"><td colspan=\"");
        ink::int(html.buffer(), columns.count());
        html.raw("\">");
        note(html, log, check_in);
        html.raw("</td></tr>");
    }
}

fn note(html: &mut Html, log: &CheckInLog, check_in: &CheckIn) {
    if let Some(note) = &check_in.note {
        (log.prose)(html, note);
    }
    if let Some(next) = &check_in.next {
        html.raw(" <span class=\"next\">Next: ");
        (log.prose)(html, next);
        html.raw("</span>");
    }
    if let Some(by) = check_in.by {
        html.raw(" <span class=\"by\">");
        (log.person)(html, by.value);
        html.raw("</span>");
    }
}

fn as_health(status: Status) -> Health {
    match status {
        Status::OnTrack => Health::OnTrack,
        Status::AtRisk => Health::AtRisk,
        Status::OffTrack => Health::OffTrack,
    }
}

/// The log, see [`push_check_ins`].
pub fn check_ins(log: &CheckInLog) -> Html {
    let mut html = Html::new();
    push_check_ins(&mut html, log);
    html
}
