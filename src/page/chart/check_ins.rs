//! The check-in log of a key result: what was reported when, newest first, beside what was planned for that day. It
//! is the table of the chart above it: each number stands on the page once.

use super::key_result::KeyResultChart;
use super::marks::Planned;
use super::numbers::Numbers;
use super::{health, ink, marks};
use crate::locale::{Arg, Messages};
use crate::model::{Bounds, CheckIn, Measure, PersonId, Status, Text};
use crate::page::html::escape;
use crate::page::{Html, words};
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

/// Appends the log: the last three check-ins, and the earlier ones behind a summary. Nothing where there is nothing to
/// tell.
pub fn push_check_ins(html: &mut Html, log: &CheckInLog) {
    let check_ins = log.chart.check_ins();
    let columns = Columns::of(&log.chart);
    if check_ins.is_empty() {
        marks::alone(html.buffer(), &log.chart);
        return;
    }
    let (earlier, latest) = check_ins.split_at(check_ins.len().saturating_sub(SHOWN));
    let begin = html.as_str().len();
    columns.open(html);
    let heads = begin..html.as_str().len();
    columns.rows(html, log, latest);
    marks::foot(html.buffer(), &log.chart, columns.count() - 1);
    html.raw("</table>");
    if !earlier.is_empty() {
        html.raw("<details class=\"earlier\"><summary>").say(&log.chart.m.earlier_check_ins(earlier.len()));
        html.raw("</summary>");
        html.buffer().extend_from_within(heads);
        columns.rows(html, log, earlier);
        html.raw("</table></details>");
    }
}

/// Columns stand only where somebody said something in them.
struct Columns<'a> {
    numbers: Numbers<'a>,
    /// The words of the site.
    m: &'a Messages<'a>,
    /// The head of the value column.
    value: Option<&'a str>,
    plan: Option<Planned>,
    /// Inside of which bounds the values should stand.
    bounds: Option<Bounds>,
    /// Bounds and values are not public: the value column says only whether they hold.
    hidden: bool,
    confidence: bool,
    status: bool,
}

impl<'a> Columns<'a> {
    fn of(chart: &KeyResultChart<'a>) -> Columns<'a> {
        let any = |has: fn(&CheckIn) -> bool| chart.check_ins().iter().any(has);
        let measured = any(|check_in| check_in.value.is_some());
        let zones = any(|check_in| check_in.zone.is_some());
        let bounds = match &chart.key_result.measure {
            Measure::Keep(bounds) => Some(bounds.value),
            _ => None,
        };
        let m = chart.m;
        Columns {
            numbers: chart.numbers(),
            m,
            value: if measured { Some(m.value) } else { zones.then_some(m.zone) },
            plan: Planned::of(chart).filter(|_| measured),
            bounds: bounds.filter(|_| measured),
            hidden: bounds.is_some() && chart.rescaled,
            confidence: any(|check_in| check_in.confidence.is_some()),
            status: any(|check_in| check_in.aside.status.is_some()),
        }
    }

    /// Whether a column of its own says what stands inside of its bounds.
    fn inside(&self) -> bool {
        self.bounds.is_some() && !self.hidden
    }

    fn count(&self) -> i64 {
        let stand = [self.value.is_some(), self.plan.is_some(), self.inside(), self.confidence, self.status];
        1 + stand.iter().map(|&stands| i64::from(stands)).sum::<i64>()
    }

    /// Opens a table with its heads; a unit that each number would repeat stands there.
    fn open(&self, html: &mut Html) {
        let m = self.m;
        html.raw("<table class=\"check-ins\"><thead><tr><th scope=\"col\">").text(m.date).raw("</th>");
        if let Some(head) = self.value {
            html.raw("<th scope=\"col\">").text(head);
            if let Some(unit) = self.numbers.word().filter(|_| !self.hidden) {
                html.text(m.comma).text(unit);
            }
            html.raw("</th>");
        }
        for (stands, head) in [
            (self.plan.is_some(), m.plan),
            (self.inside(), m.inside_head),
            (self.confidence, m.confidence),
            (self.status, m.status),
        ] {
            if stands {
                html.raw("<th scope=\"col\">").text(head).raw("</th>");
            }
        }
        html.raw("</tr></thead><tbody>");
    }

    fn rows(&self, html: &mut Html, log: &CheckInLog, check_ins: &[CheckIn]) {
        let columns = self.count();
        for check_in in check_ins.iter().rev() {
            self.row(html, check_in);
            if check_in.note.is_some() || check_in.aside.next.is_some() || check_in.aside.by.is_some() {
                html.raw("<tr><td colspan=\"");
                ink::int(html.buffer(), columns);
                html.raw("\">");
                note(html, log, check_in);
                html.raw("</td></tr>");
            }
        }
        html.raw("</tbody>");
    }

    /// The row of a check-in, under its day.
    fn row(&self, html: &mut Html, check_in: &CheckIn) {
        let (m, out) = (self.m, html.buffer());
        out.push_str("<tr><th scope=\"row\">");
        m.language.push_date(out, check_in.date.value);
        let value = check_in.value.map(|value| value.value);
        let inside = self.bounds.zip(value).map(|(bounds, value)| bounds.hold(value));
        let mut is_first = true;
        let mut open = |out: &mut String| {
            out.push_str(if std::mem::take(&mut is_first) { "</th><td>" } else { "</td><td>" });
        };
        if self.value.is_some() {
            open(out);
            match (value, check_in.zone) {
                (Some(_), _) if self.hidden => {
                    escape(if inside == Some(true) { m.inside_bounds } else { m.outside_bounds }, out);
                }
                (Some(value), _) => self.numbers.bare(out, value),
                (None, Some(zone)) => escape(words::zone(m, zone), out),
                (None, None) => {}
            }
        }
        if let Some(plan) = &self.plan {
            open(out);
            plan.push(out, check_in.date.value, &self.numbers);
        }
        if self.inside() {
            open(out);
            escape(answer(m, inside), out);
        }
        if self.confidence {
            open(out);
            if let Some(confidence) = check_in.confidence {
                m.language.push_percent(out, confidence.value);
            }
        }
        if self.status {
            open(out);
            if let Some(status) = check_in.aside.status {
                health::push_health(html, m, as_health(status.value));
            }
        }
        html.raw(if is_first { "</th></tr>" } else { "</td></tr>" });
    }
}

fn note(html: &mut Html, log: &CheckInLog, check_in: &CheckIn) {
    if let Some(note) = &check_in.note {
        (log.prose)(html, note);
    }
    if let Some(next) = &check_in.aside.next {
        let action = |out: &mut String| {
            let mut html = Html::new();
            (log.prose)(&mut html, next);
            out.push_str(html.as_str());
        };
        html.raw(" <span class=\"next\">").say(&log.chart.m.next_action(Arg::Written(&action)));
        html.raw("</span>");
    }
    if let Some(by) = check_in.aside.by {
        html.raw(" <span class=\"by\">");
        (log.person)(html, by.value);
        html.raw("</span>");
    }
}

/// Appends a cell that says yes or no, or nothing.
pub(super) fn push_answer(out: &mut String, m: &Messages, answer: Option<bool>) {
    out.push_str("<td>");
    escape(self::answer(m, answer), out);
    out.push_str("</td>");
}

/// Yes or no, or nothing.
fn answer<'a>(m: &Messages<'a>, answer: Option<bool>) -> &'a str {
    answer.map_or("", |yes| if yes { m.yes } else { m.no })
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
