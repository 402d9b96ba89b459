//! The charts of what is done or not: milestones, and a single thing to be done. A line would suggest a
//! steadiness that steps do not have, so these are marks on the cycle's days and a list.

use super::figure::{self, Frame};
use super::key_result::KeyResultChart;
use super::room::Room;
use super::scale::{Timeline, WIDTH};
use super::series::{self, Mark};
use super::{labels, sentence};
use crate::locale::{Arg, Messages};
use crate::model::{Date, Milestone};
use crate::page::format;
use crate::page::html::escape;

/// Height of the line of days.
const LINE: f64 = 34.0;

/// How far a step is on *as of*.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Done,
    Due,
    Late,
    Open,
}

impl Step {
    fn of(milestone: &Milestone, as_of: Date) -> Step {
        match (done_by(milestone, as_of), milestone.due.map(|due| due.value)) {
            (Some(_), _) => Step::Done,
            (None, Some(due)) if due < as_of => Step::Late,
            (None, Some(_)) => Step::Due,
            (None, None) => Step::Open,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Step::Done => "done",
            Step::Late => "late",
            Step::Due | Step::Open => "due",
        }
    }

    /// The same shapes as on the line, and a tick for what is done.
    fn mark(self) -> &'static str {
        match self {
            Step::Done => {
                "<svg class=\"mark\" width=\"12\" height=\"12\" aria-hidden=\"true\">\
                 <path d=\"M1.5 6.5l3 3 6-7\"/></svg>"
            }
            Step::Late => {
                "<svg class=\"mark\" width=\"12\" height=\"12\" aria-hidden=\"true\">\
                 <path d=\"M2 2h8v8H2z\"/></svg>"
            }
            Step::Due | Step::Open => {
                "<svg class=\"mark\" width=\"12\" height=\"12\" aria-hidden=\"true\">\
                 <circle cx=\"6\" cy=\"6\" r=\"4.2\"/></svg>"
            }
        }
    }
}

/// The day on which a step was done, if that day has come.
fn done_by(milestone: &Milestone, as_of: Date) -> Option<Date> {
    milestone.done.map(|done| done.value).filter(|&done| done <= as_of)
}

/// Appends the figure of milestones.
pub(super) fn milestones(out: &mut String, chart: &KeyResultChart, milestones: &[Milestone]) {
    let step = |milestone: &Milestone| Step::of(milestone, chart.as_of);
    let done = milestones.iter().filter(|milestone| step(milestone) == Step::Done).count();
    let late = milestones.iter().filter(|milestone| step(milestone) == Step::Late).count();
    let (m, mut sentence) = (chart.m, String::new());
    m.milestones_done(milestones.len(), done).write(&mut sentence, escape);
    if late > 0 {
        escape(m.comma, &mut sentence);
        m.milestones_late(late).write(&mut sentence, escape);
    }
    escape(m.stop, &mut sentence);
    let day = |milestone: &Milestone| {
        done_by(milestone, chart.as_of)
            .or(milestone.due.map(|due| due.value))
            .map(|day| (day, step(milestone)))
    };
    let marks: Vec<(Date, Step)> = milestones.iter().filter_map(day).collect();
    strip(out, chart, "milestones", &sentence, &marks);
    out.push_str("<ol class=\"steps\">");
    let even = milestones.windows(2).all(|pair| pair[0].weight.total_cmp(&pair[1].weight).is_eq());
    for milestone in milestones {
        item(out, m, milestone, chart.as_of, even);
    }
    out.push_str("</ol></div>");
}

fn item(out: &mut String, m: &Messages, milestone: &Milestone, as_of: Date, even: bool) {
    let step = Step::of(milestone, as_of);
    out.push_str("<li class=\"");
    out.push_str(step.class());
    out.push_str("\">");
    out.push_str(step.mark());
    out.push_str("<span>");
    escape(&milestone.title.value, out);
    out.push_str("</span> <span class=\"when\">");
    let due = milestone.due.map(|due| due.value);
    match (done_by(milestone, as_of), due) {
        (Some(done), Some(due)) => m.step_done_due(done, Arg::Day(due)).write(out, escape),
        (Some(done), None) => m.step_done(done).write(out, escape),
        (None, Some(due)) if step == Step::Late => m.step_late(due).write(out, escape),
        (None, Some(due)) => m.step_due(due).write(out, escape),
        (None, None) => escape(m.step_open, out),
    }
    if !even {
        escape(m.comma, out);
        m.weight(&format::weight(m.language, milestone.weight)).write(out, escape);
    }
    out.push_str("</span></li>");
}

/// Appends the figure of a single thing to be done.
pub(super) fn done(out: &mut String, chart: &KeyResultChart, done: Option<Date>) {
    let done = done.filter(|&done| done <= chart.as_of);
    let (m, mut sentence) = (chart.m, String::new());
    match done {
        Some(done) => m.done_on(done).write(&mut sentence, escape),
        None => escape(m.not_done, &mut sentence),
    }
    let end = chart.cycle.map(|cycle| cycle.end);
    let open = end.map(|end| (end, if end < chart.as_of { Step::Late } else { Step::Due }));
    let marks: Vec<(Date, Step)> = done.map(|done| (done, Step::Done)).or(open).into_iter().collect();
    strip(out, chart, "single", &sentence, &marks);
    out.push_str("</div>");
}

/// Appends the opened figure with its marks on a line of days.
fn strip(
    out: &mut String,
    chart: &KeyResultChart,
    class: &'static str,
    sentence: &str,
    marks: &[(Date, Step)],
) {
    let timeline = sentence::timeline(chart, marks.iter().map(|(date, _)| *date));
    let title = &chart.key_result.title.value;
    let frame = Frame { m: chart.m, title, unit: None, sentence, class };
    let Some(timeline) = timeline else {
        out.push_str("<div class=\"chart ");
        out.push_str(class);
        out.push_str("\"><figure><figcaption>");
        out.push_str(sentence);
        out.push_str("</figcaption></figure>");
        return;
    };
    let room = Room::beside(&[], &[]);
    let times = labels::times(chart.m.language, &timeline, room.narrow());
    let sure = chart.confidence().any(|(date, _)| timeline.shows(date));
    let height = if sure { 84 } else { 66 };
    let foot = height as f64 - 8.0;
    frame.open(out, height, room);
    figure::open_lines(out, height);
    figure::today_line(out, &timeline, chart.as_of, LINE);
    figure::axis(out, LINE, &times);
    draw_marks(out, &timeline, marks);
    series::confidence(out, LINE + 20.0, &timeline, chart.confidence());
    out.push_str("</svg>");
    figure::today_label(out, chart.m, &timeline, chart.as_of);
    figure::times(out, foot, &times);
    frame.caption(out);
}

/// Marks that are open get a smaller mark of the paper's colour inside.
fn draw_marks(out: &mut String, timeline: &Timeline, marks: &[(Date, Step)]) {
    for (step, classes) in [
        (Step::Done, &[("step-done", Mark::Dot)][..]),
        (Step::Due, &[("step-due", Mark::Dot), ("step-hole", Mark::Dot)]),
        (Step::Late, &[("step-late", Mark::Square), ("step-late-hole", Mark::Square)]),
    ] {
        let places = || {
            let of_step = marks.iter().filter(move |mark| mark.1 == step);
            of_step.map(|mark| timeline.x(mark.0)).filter(|x| (0..=WIDTH).contains(x))
        };
        for &(class, mark) in classes {
            series::row(out, class, mark, LINE, places());
        }
    }
}
