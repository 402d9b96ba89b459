//! The spread of scores: how many objectives of a cycle ended near which score. A mean alone hides whether all ended
//! in the middle, or half at the top and half at the bottom.

use super::figure::{self, BOTTOM, Frame, SideLabel, TOP};
use super::ink;
use super::labels::TimeLabel;
use super::room::Room;
use super::scale::{Values, WIDTH};
use crate::locale::{Language, Messages};
use crate::page::html::escape;
use crate::page::{Html, format};

/// Into so many columns the way from 0 to 1 is parted.
const COLUMNS: usize = 10;
/// The width of a column's place and the air on each side of it, in thousandths of the axis.
const PLACE: i64 = 100;
const AIR: i64 = 6;

/// What the picture of a spread shows.
#[derive(Clone, Copy, Debug)]
pub struct Distribution<'a> {
    /// The words of the site, in its language.
    pub m: &'a Messages<'a>,
    /// The scores, from 0 to 1.
    pub scores: &'a [f64],
}

/// Appends the figure with the table behind it; nothing for fewer than two scores, which need no picture.
pub fn push_distribution(html: &mut Html, chart: &Distribution) {
    let scores: Vec<f64> =
        chart.scores.iter().filter(|score| score.is_finite()).map(|score| score.clamp(0.0, 1.0)).collect();
    if scores.len() < 2 {
        return;
    }
    let mean = scores.iter().sum::<f64>() / scores.len() as f64;
    let sentence = sentence(chart.m, &scores, mean);
    let counts = counted(&scores);
    picture(html.buffer(), chart.m, &sentence, &counts, mean);
    table(html.buffer(), chart.m, &counts);
}

/// How many scores stand in each column; the last one holds 1 too.
fn counted(scores: &[f64]) -> [usize; COLUMNS] {
    let mut counts = [0; COLUMNS];
    for score in scores {
        // A score of 0.7 belongs to the column that begins there, however its bits fall.
        let column = (score * COLUMNS as f64 + 1e-9) as usize;
        counts[column.min(COLUMNS - 1)] += 1;
    }
    counts
}

fn sentence(m: &Messages, scores: &[f64], mean: f64) -> String {
    let low = scores.iter().copied().fold(f64::INFINITY, f64::min);
    let high = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let said = |score| format::score(m.language, score);
    let mut out = String::new();
    m.spread_text(scores.len(), &said(high), &said(low), &said(mean)).write(&mut out, escape);
    out
}

/// The smallest of 1, 2, 5, 10, 20, 50 … that is no less than a count: axes have round numbers.
pub(super) fn round_above(count: usize) -> usize {
    let mut power = 1_usize;
    loop {
        for step in [1, 2, 5] {
            match power.checked_mul(step) {
                Some(round) if round >= count => return round,
                Some(_) => {}
                None => return usize::MAX,
            }
        }
        let Some(next) = power.checked_mul(10) else { return usize::MAX };
        power = next;
    }
}

fn picture(out: &mut String, m: &Messages, sentence: &str, counts: &[usize; COLUMNS], mean: f64) {
    let most = round_above(counts.iter().copied().max().unwrap_or(0));
    let values = Values::holding([0.0, most as f64].into_iter(), TOP, BOTTOM);
    let foot = BOTTOM;
    let height = foot as i64 + 26;
    let marks: Vec<usize> = if most.is_multiple_of(2) { vec![0, most / 2, most] } else { vec![0, most] };
    let label = |&count: &usize| {
        let mut text = String::new();
        m.language.push_count(&mut text, count as u64);
        SideLabel::new(values.y(count as f64), text, "value")
    };
    let mut left: Vec<SideLabel> = marks.iter().map(label).collect();
    figure::settle(&mut left);
    let times = axis(m.language);
    let frame = Frame { m, title: m.spread, unit: None, sentence, class: "spread" };
    frame.open(out, height, Room::beside(&left, &[]));
    figure::open_lines(out, height);
    for &count in &marks[1..] {
        super::metric::level(out, "start", values.y(count as f64), 0);
    }
    columns(out, counts, &values);
    figure::axis(out, foot, &times);
    let x = place(mean);
    figure::hairline(out, x, foot);
    out.push_str("</svg>");
    let mut text = String::new();
    m.mean_at(&format::score(m.language, mean)).write(&mut text, escape);
    figure::above(out, x, &text);
    figure::side(out, false, &left);
    figure::times(out, foot + 18.0, &times);
    frame.caption(out);
}

/// Where a score stands on the axis.
fn place(score: f64) -> i32 {
    (score * f64::from(WIDTH)).round() as i32
}

/// The ends of the axis and its middle.
fn axis(language: &Language) -> Vec<TimeLabel> {
    let label = |score: f64| {
        let mut text = String::new();
        language.push_rounded(&mut text, score, 1);
        TimeLabel { x: place(score), text, ends: score >= 1.0 }
    };
    [0.0, 0.5, 1.0].map(label).into()
}

fn columns(out: &mut String, counts: &[usize; COLUMNS], values: &Values) {
    out.push_str("<path class=\"column\" d=\"");
    for (begins, &count) in (0_i64..).map(|index| index * PLACE).zip(counts).filter(|(_, count)| **count > 0)
    {
        let left = begins + AIR;
        out.push('M');
        ink::int(out, left);
        out.push(' ');
        ink::tenth(out, values.y(0.0));
        out.push('V');
        ink::tenth(out, values.y(count as f64));
        out.push('h');
        ink::int(out, PLACE - 2 * AIR);
        out.push('V');
        ink::tenth(out, values.y(0.0));
        out.push('z');
    }
    out.push_str("\"/>");
}

fn table(out: &mut String, m: &Messages, counts: &[usize; COLUMNS]) {
    figure::open_table(out, m, &[m.score, m.objectives]);
    let said = |out: &mut String, tenths: usize| {
        m.language.push_rounded(out, tenths as f64 / COLUMNS as f64, 1);
    };
    for (index, &count) in counts.iter().enumerate() {
        let (mut from, mut to) = (String::new(), String::new());
        said(&mut from, index);
        said(&mut to, index + 1);
        out.push_str("<tr><th scope=\"row\">");
        m.between(&from, &to).write(out, escape);
        out.push_str("</th><td>");
        m.language.push_count(out, count as u64);
        out.push_str("</td></tr>");
    }
    figure::close_table(out);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(scores: &[f64]) -> String {
        let mut html = Html::new();
        push_distribution(&mut html, &Distribution { m: Language::english(), scores });
        html.into_string()
    }

    #[test]
    fn a_spread_says_from_where_to_where_and_counts_each_column() {
        let html = drawn(&[0.2, 0.7, 0.7, 1.0]);
        assert!(html.contains("4 closed objectives scored from 0.20 to 1.00, 0.65 in the mean."), "{html}");
        assert!(html.contains("<th scope=\"row\">0.7 to 0.8</th><td>2</td>"), "{html}");
        assert!(html.contains("<th scope=\"row\">0.9 to 1.0</th><td>1</td>"), "{html}");
    }

    #[test]
    fn one_score_needs_no_picture() {
        assert_eq!(drawn(&[0.5]), "");
        assert_eq!(drawn(&[0.5, f64::NAN]), "");
    }

    #[test]
    fn the_axis_ends_at_a_round_number() {
        assert_eq!([0, 1, 2, 3, 6, 11, 400, 10_000].map(round_above), [1, 1, 2, 5, 10, 20, 500, 10_000]);
        assert!(round_above(usize::MAX) == usize::MAX);
    }

    #[test]
    fn any_scores_stay_in_the_plot() {
        for scores in [vec![0.7; 400], vec![0.0, 1.0], vec![-5.0, 1e12], vec![0.0001, 0.9999, 0.5]] {
            let html = drawn(&scores);
            assert!(!html.contains("NaN") && !html.contains("inf"), "{html}");
            assert_eq!(html.matches("class=\"column\"").count(), 1);
        }
    }
}
