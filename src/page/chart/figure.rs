//! The frame of every chart: `figure`, picture, sentence, and the table of the same numbers.

use super::ink;
use super::labels::{self, SMALL, TimeLabel};
use super::room::{GAP, Room};
use super::scale::{Timeline, WIDTH};
use crate::locale::{Arg, Messages};
use crate::model::Date;
use crate::page::html::escape;
use std::borrow::Cow;

/// Height of the top of the plot: above it stands the date of *as of*.
pub(super) const TOP: f64 = 24.0;
/// Height of the bottom of the plot.
pub(super) const BOTTOM: f64 = 168.0;
/// The least distance of two labels above each other.
pub(super) const LINE: f64 = 15.0;

/// What stands around the picture.
pub(super) struct Frame<'a> {
    /// The words of the site.
    pub(super) m: &'a Messages<'a>,
    /// What is measured, in which unit; not escaped.
    pub(super) title: &'a str,
    /// The unit, where the title should say it; not escaped.
    pub(super) unit: Option<&'a str>,
    /// What happened, in a sentence; escaped.
    pub(super) sentence: &'a str,
    /// The class of the figure.
    pub(super) class: &'static str,
}

/// A label beside the plot.
pub(super) struct SideLabel<'a> {
    /// Where it should stand.
    pub(super) y: f64,
    /// What it says; escaped.
    pub(super) text: Cow<'a, str>,
    /// How wide it is, in pixels.
    pub(super) width: f64,
    /// Its class.
    pub(super) class: &'static str,
}

impl<'a> SideLabel<'a> {
    /// A label at a height; its text is escaped.
    pub(super) fn new(y: f64, text: impl Into<Cow<'a, str>>, class: &'static str) -> SideLabel<'a> {
        let text = text.into();
        SideLabel { y, width: labels::width(&text, SMALL), text, class }
    }
}

impl Frame<'_> {
    /// Opens the figure and its picture, `height` pixels high, with so much room beside the plot. What is drawn is
    /// heard as the picture's name and description alone: labels by themselves are numbers without a meaning.
    pub(super) fn open(&self, out: &mut String, height: i64, room: Room) {
        out.push_str("<div class=\"chart ");
        out.push_str(self.class);
        out.push_str(if room.is_wide { " wide" } else { "" });
        out.push_str("\"><figure><svg class=\"plot ");
        out.push_str(room.class());
        out.push_str("\" role=\"img\" width=\"100%\" height=\"");
        ink::int(out, height);
        out.push_str("\"><title>");
        match self.unit {
            Some(unit) => self.m.in_unit(self.title, unit).write(out, escape),
            None => escape(self.title, out),
        }
        out.push_str("</title><desc>");
        out.push_str(self.sentence);
        out.push_str("</desc><g aria-hidden=\"true\">");
    }

    /// Closes the picture and says in a sentence what it shows.
    pub(super) fn caption(&self, out: &mut String) {
        out.push_str("</g></svg><figcaption>");
        out.push_str(self.sentence);
        out.push_str("</figcaption></figure>");
    }
}

/// Opens the box that stretches with the page, in which lines are drawn.
pub(super) fn open_lines(out: &mut String, height: i64) {
    out.push_str("<svg class=\"lines\" width=\"100%\" height=\"");
    ink::int(out, height);
    out.push_str("\" viewBox=\"0 0 1000 ");
    ink::int(out, height);
    out.push_str("\" preserveAspectRatio=\"none\">");
}

/// Draws the time axis with a tick for each label.
pub(super) fn axis(out: &mut String, y: f64, times: &[TimeLabel]) {
    out.push_str("<path class=\"axis\" d=\"M0 ");
    ink::tenth(out, y);
    out.push_str("H1000");
    for label in times {
        out.push('M');
        ink::int(out, i64::from(label.x));
        out.push(' ');
        ink::tenth(out, y);
        out.push_str("v4");
    }
    out.push_str("\"/>");
}

/// Writes the labels of the time axis.
pub(super) fn times(out: &mut String, y: f64, times: &[TimeLabel]) {
    for label in times {
        let class = match label {
            TimeLabel { ends: true, .. } => "time end",
            TimeLabel { x: 0, .. } => "time",
            _ => "time mid",
        };
        text(out, label.x, y, class, &label.text);
    }
}

/// Writes a text of the program, or one that is escaped already.
pub(super) fn text(out: &mut String, x: i32, y: f64, class: &str, escaped: &str) {
    shifted(out, x, 0.0, y, class, escaped);
}

/// The same so many pixels to the right of its place.
pub(super) fn shifted(out: &mut String, x: i32, shift: f64, y: f64, class: &str, escaped: &str) {
    out.push_str("<text x=\"");
    ink::share(out, x);
    if shift == 0.0 {
        out.push_str("%\" y=\"");
    } else {
        out.push_str("%\" dx=\"");
        ink::tenth(out, shift);
        out.push_str("\" y=\"");
    }
    ink::tenth(out, y);
    out.push_str("\" class=\"");
    out.push_str(class);
    out.push_str("\">");
    out.push_str(escaped);
    out.push_str("</text>");
}

/// Draws the hairline of *as of*, where the chart shows that day.
pub(super) fn today_line(out: &mut String, timeline: &Timeline, as_of: Date, bottom: f64) {
    if timeline.shows(as_of) {
        hairline(out, timeline.x(as_of), bottom);
    }
}

/// Draws a hairline through the plot, up to the words above it.
pub(super) fn hairline(out: &mut String, x: i32, bottom: f64) {
    out.push_str("<path class=\"today\" d=\"M");
    ink::int(out, i64::from(x));
    out.push_str(" 16V");
    ink::tenth(out, bottom);
    out.push_str("\"/>");
}

/// Writes the date of *as of* above its hairline.
pub(super) fn today_label(out: &mut String, m: &Messages, timeline: &Timeline, as_of: Date) {
    if !timeline.shows(as_of) {
        return;
    }
    let mut label = String::new();
    m.as_of_day(Arg::Day(as_of)).write(&mut label, escape);
    above(out, timeline.x(as_of), &label);
}

/// Writes words above a hairline; they are escaped already.
pub(super) fn above(out: &mut String, x: i32, escaped: &str) {
    let class = match x {
        0..300 => "now",
        300..700 => "now mid",
        _ => "now end",
    };
    text(out, x, 12.0, class, escaped);
}

/// Moves labels beside the plot apart where they would collide.
pub(super) fn settle(labels: &mut [SideLabel]) {
    labels.sort_by(|one, other| one.y.total_cmp(&other.y));
    let is_inside = labels.iter().all(|label| (TOP..=BOTTOM).contains(&label.y));
    if is_inside && labels.windows(2).all(|pair| pair[1].y - pair[0].y >= LINE) {
        return;
    }
    let mut heights: Vec<f64> = labels.iter().map(|label| label.y).collect();
    labels::separate(&mut heights, LINE, TOP, BOTTOM);
    for (label, y) in labels.iter_mut().zip(heights) {
        label.y = y;
    }
}

/// Writes labels beside the plot where they have settled.
pub(super) fn side(out: &mut String, right: bool, labels: &[SideLabel]) {
    for label in labels {
        // The baseline stands a third of the letters' height below their middle.
        let (x, shift) = if right { (WIDTH, GAP) } else { (0, -GAP) };
        shifted(out, x, shift, label.y + 4.0, label.class, &label.text);
    }
}

/// Opens the table behind a chart with its column heads.
pub(super) fn open_table(out: &mut String, m: &Messages, heads: &[&str]) {
    out.push_str("<details><summary>");
    escape(m.chart_numbers, out);
    out.push_str("</summary><table><thead><tr>");
    for head in heads {
        out.push_str("<th scope=\"col\">");
        escape(head, out);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead><tbody>");
}

/// Opens a row that is about a day.
pub(super) fn open_row(out: &mut String, m: &Messages, date: Date) {
    out.push_str("<tr><th scope=\"row\">");
    m.language.push_date(out, date);
    out.push_str("</th>");
}

/// Closes the table and the figure.
pub(super) fn close_table(out: &mut String) {
    out.push_str("</tbody></table></details></div>");
}
