//! The chart of a metric: the actual line against the planned one, the target, and where it is heading.

use super::axes::Axes;
use super::figure::{self, BOTTOM, Frame, SideLabel, TOP};
use super::key_result::KeyResultChart;
use super::label::{LastLabel, Obstacle};
use super::numbers::Numbers;
use super::room::Room;
use super::scale::{Timeline, Values, WIDTH};
use super::series::{self, Point};
use super::{ink, sentence};
use crate::model::{Cycle, Date, Decimal, KeyResult, Measure, PlanPoint, day_number};
use crate::page::html::escaped;

/// A forecast further away than this many times the height of the rest runs out of the chart.
const FORECAST_REACH: f64 = 1.0;

/// What a metric aims at.
pub(super) struct Line<'a> {
    pub(super) start: Option<Decimal>,
    pub(super) target: Decimal,
    pub(super) commit: Option<Decimal>,
    pub(super) stretch: Option<Decimal>,
    pub(super) plan: Option<&'a [PlanPoint]>,
}

impl<'a> Line<'a> {
    /// The line of a key result that is a metric.
    pub(super) fn of(key_result: &'a KeyResult) -> Option<Line<'a>> {
        let Measure::Metric { start, target, commit, stretch, plan } = &key_result.measure else {
            return None;
        };
        Some(Line {
            start: start.value,
            target: target.value,
            commit: commit.map(|commit| commit.value),
            stretch: stretch.map(|stretch| stretch.value),
            plan: plan.as_deref(),
        })
    }

    fn marks(&self) -> impl Iterator<Item = Decimal> {
        [self.start, Some(self.target), self.commit, self.stretch].into_iter().flatten()
    }

    /// The corners of the planned curve by day: it stands at the start on the eve of the cycle and at the target on
    /// its last day, unless a point says otherwise.
    pub(super) fn curve(&self, start: Date, end: Date) -> Vec<(i64, f64)> {
        let points = self.plan.unwrap_or_default();
        let mut corners = Vec::with_capacity(points.len() + 2);
        let (eve, last) = (day_number(start) - 1, day_number(end));
        if let Some(value) = self.start.filter(|_| points.iter().all(|point| day_number(point.date) > eve)) {
            corners.push((eve, ink::float(value)));
        }
        corners.extend(points.iter().map(|point| (day_number(point.date), ink::float(point.value))));
        if corners.last().is_some_and(|&(day, _)| day < last) {
            corners.push((last, ink::float(self.target)));
        }
        corners
    }
}

/// Where a curve stands on a day; none before its first corner, its last value after its last.
pub(super) fn stands(curve: &[(i64, f64)], day: i64) -> Option<f64> {
    let after = curve.partition_point(|&(corner, _)| corner <= day);
    let (from, start) = *curve.get(after.checked_sub(1)?)?;
    let Some(&(to, end)) = curve.get(after) else { return Some(start) };
    Some(start + (end - start) * (day - from) as f64 / (to - from) as f64)
}

/// Appends the figure.
pub(super) fn draw(out: &mut String, chart: &KeyResultChart, line: &Line, axes: &Axes) {
    let numbers = chart.numbers();
    let sentence = sentence::metric(chart, line, &numbers);
    let mut readings = readings(chart);
    let timeline = sentence::timeline(chart, readings.iter().map(|reading| reading.date));
    // Without a baseline there are no attainments either, and a public edition has nothing else to show.
    let Some(timeline) = timeline.filter(|_| !chart.rescaled || line.start.is_some()) else {
        sentence::alone(out, &sentence);
        return;
    };
    readings.retain(|reading| timeline.counts(reading.day));
    let curve = chart.cycle.map(|cycle| line.curve(cycle.start, cycle.end)).unwrap_or_default();
    let values = extent(chart, line, &curve, &readings);
    let heights = readings.iter().map(|reading| (reading.day, reading.height, false));
    let points = series::place(heights, &timeline, &values);
    let last = readings.last().map(|reading| reading.value);
    let picture =
        Picture { chart, line, timeline: &timeline, values: &values, points: &points, curve: &curve, last };
    picture.draw(out, &numbers, &sentence, axes);
    out.push_str("</div>");
}

/// A value that was measured, found once for all that is drawn of it.
struct Reading {
    date: Date,
    /// The same, counted.
    day: i64,
    value: Decimal,
    /// The value as a height is drawn from it.
    height: f64,
}

fn readings(chart: &KeyResultChart) -> Vec<Reading> {
    let check_ins = chart.check_ins();
    let mut readings = Vec::with_capacity(check_ins.len());
    readings.extend(check_ins.iter().filter_map(|check_in| {
        let (date, value) = (check_in.date.value, check_in.value?.value);
        Some(Reading { date, day: day_number(date), value, height: ink::float(value) })
    }));
    readings
}

fn extent(chart: &KeyResultChart, line: &Line, curve: &[(i64, f64)], readings: &[Reading]) -> Values {
    let mut low = f64::INFINITY;
    let mut high = f64::NEG_INFINITY;
    let mut hold = |value: f64| {
        low = low.min(value);
        high = high.max(value);
    };
    for mark in line.marks() {
        hold(ink::float(mark));
    }
    for corner in curve {
        hold(corner.1);
    }
    for reading in readings {
        hold(reading.height);
    }
    let reach = (high - low) * FORECAST_REACH;
    let forecast =
        chart.progress.forecast.map_or([low; 3], |forecast| [forecast.low, forecast.value, forecast.high]);
    let forecast = forecast.map(|value| value.clamp(low - reach, high + reach));
    Values::holding([low, high].into_iter().chain(forecast), TOP, BOTTOM)
}

struct Picture<'a> {
    chart: &'a KeyResultChart<'a>,
    line: &'a Line<'a>,
    timeline: &'a Timeline,
    values: &'a Values,
    points: &'a [Point],
    curve: &'a [(i64, f64)],
    /// The last value that is drawn.
    last: Option<Decimal>,
}

impl Picture<'_> {
    fn draw(&self, out: &mut String, numbers: &Numbers, sentence: &str, axes: &Axes) {
        let m = self.chart.m;
        let (mut left, mut right) = (self.left_labels(numbers), self.right_labels());
        figure::settle(&mut left);
        figure::settle(&mut right);
        let mut room = Room::beside(&left, &right);
        let label = self.last.map(|value| {
            let text = numbers.beside(value);
            LastLabel::place(text, self.points, &self.obstacles(), [&left, &right], &mut room)
        });
        let sure = self.chart.confidence().any(|(date, _)| self.timeline.shows(date));
        let foot = BOTTOM + if sure { 22.0 } else { 8.0 };
        let height = foot as i64 + 22;
        let axis = axes.of(m.language, self.timeline, room, foot);
        let title = &self.chart.key_result.title.value;
        let frame = Frame { m, title, unit: numbers.word(), sentence, class: "metric" };
        frame.open(out, height, room);
        figure::open_lines(out, height);
        out.push_str(&axis.line);
        figure::today_line(out, self.timeline, self.chart.as_of, foot);
        self.targets(out);
        self.plan(out);
        self.forecast(out);
        series::draw(out, self.points);
        series::confidence(out, BOTTOM + 13.0, self.timeline, self.chart.confidence());
        out.push_str("</svg>");
        figure::today_label(out, m, self.timeline, self.chart.as_of);
        figure::side(out, false, &left);
        figure::side(out, true, &right);
        out.push_str(&axis.labels);
        if let Some(label) = label {
            label.push(out);
        }
        frame.caption(out);
    }

    fn y(&self, value: Decimal) -> f64 {
        self.values.y(ink::float(value))
    }

    fn left_labels(&self, numbers: &Numbers) -> Vec<SideLabel<'_>> {
        let label = |value: Decimal, class| SideLabel::new(self.y(value), numbers.axis(value), class);
        let mut labels = Vec::with_capacity(2);
        labels.push(label(self.line.target, "value aim"));
        labels.extend(self.line.start.map(|start| label(start, "value")));
        labels
    }

    fn right_labels(&self) -> Vec<SideLabel<'_>> {
        let label = |value: Decimal, word, class| SideLabel::new(self.y(value), escaped(word), class);
        let m = self.chart.m;
        let mut labels = vec![label(self.line.target, m.zone_target, "word aim")];
        labels.extend(self.line.commit.map(|commit| label(commit, m.zone_commit, "word")));
        labels.extend(self.line.stretch.map(|stretch| label(stretch, m.zone_stretch, "word")));
        labels
    }

    /// The start, faintly, the target, and short ticks for commit and stretch at the right edge.
    fn targets(&self, out: &mut String) {
        if let Some(start) = self.line.start {
            level(out, "start", self.y(start), 0);
        }
        level(out, "target", self.y(self.line.target), 0);
        for mark in [self.line.commit, self.line.stretch].into_iter().flatten() {
            level(out, "mark", self.y(mark), WIDTH - 35);
        }
    }

    fn plan(&self, out: &mut String) {
        if self.curve.len() < 2 {
            return;
        }
        out.push_str("<path class=\"plan\" d=\"");
        let mut command = 'M';
        for (x, value) in self.planned() {
            out.push(command);
            ink::int(out, i64::from(x));
            out.push(' ');
            ink::tenth(out, self.values.y(value));
            command = 'L';
        }
        out.push_str("\"/>");
    }

    /// The corners of the planned curve that the chart shows, and where it enters and leaves.
    fn planned(&self) -> impl Iterator<Item = (i32, f64)> {
        let corners = self.curve.iter().map(|&(day, value)| (self.timeline.x_of(day), value));
        let inside = corners.filter(|(x, _)| (0..=WIDTH).contains(x));
        let (first, last) = (self.timeline.eve(), self.timeline.eve() + self.timeline.days());
        let enters = self.curve.first().is_some_and(|&(day, _)| day < first);
        let leaves = self.curve.last().is_some_and(|&(day, _)| day > last);
        let edge = |crosses: bool, day, x| {
            std::iter::once(())
                .filter(move |()| crosses)
                .filter_map(move |()| Some((x, stands(self.curve, day)?)))
        };
        edge(enters, first, 0).chain(inside).chain(edge(leaves, last, WIDTH))
    }

    /// Where a line from the last point to a value on the cycle's last day ends, at the latest at the plot's edge.
    fn heading_for(&self, last: &Point, cycle: &Cycle, value: f64) -> (i32, f64) {
        let from = self.last.map_or(value, ink::float);
        let way = f64::from(self.timeline.x(cycle.end) - last.x) * self.values.stays(from, value);
        (last.x + way.round() as i32, self.values.y(value))
    }

    fn forecast(&self, out: &mut String) {
        let (Some(forecast), Some(last), Some(cycle)) =
            (self.chart.progress.forecast, self.points.last(), self.chart.cycle)
        else {
            return;
        };
        let corner = |out: &mut String, command: char, (x, y): (i32, f64)| {
            out.push(command);
            ink::int(out, i64::from(x));
            out.push(' ');
            ink::tenth(out, y);
        };
        let end = self.timeline.x(cycle.end);
        let from = (last.x, last.y);
        out.push_str("<path class=\"band\" d=\"");
        corner(out, 'M', from);
        corner(out, 'L', self.heading_for(last, cycle, forecast.low));
        corner(out, 'L', (end, self.values.y(forecast.low)));
        out.push('V');
        ink::tenth(out, self.values.y(forecast.high));
        corner(out, 'L', self.heading_for(last, cycle, forecast.high));
        out.push_str("z\"/><path class=\"forecast\" d=\"");
        corner(out, 'M', from);
        corner(out, 'L', self.heading_for(last, cycle, forecast.value));
        out.push_str("\"/>");
    }

    /// What the label of the last value should not stand on, beside the line itself.
    fn obstacles(&self) -> Vec<Obstacle> {
        // Target, start, forecast and today beside the pieces of the plan.
        let mut obstacles = Vec::with_capacity(self.curve.len() + 5);
        obstacles.push(Obstacle::target(self.y(self.line.target)));
        obstacles.extend(self.line.start.map(|start| Obstacle::start(self.y(start))));
        let mut planned = self.planned().map(|(x, value)| (x, self.values.y(value)));
        if let Some(first) = planned.next() {
            obstacles.extend(
                planned.scan(first, |from, to| Some(Obstacle::planned(std::mem::replace(from, to), to))),
            );
        }
        if let (Some(forecast), Some(last), Some(cycle)) =
            (self.chart.progress.forecast, self.points.last(), self.chart.cycle)
        {
            let end = self.heading_for(last, cycle, forecast.value);
            obstacles.push(Obstacle::planned((last.x, last.y), end));
        }
        if self.timeline.shows(self.chart.as_of) {
            obstacles.push(Obstacle::today(self.timeline.x(self.chart.as_of)));
        }
        obstacles
    }
}

/// Draws a level line from a place to the right edge.
pub(super) fn level(out: &mut String, class: &str, y: f64, from: i32) {
    out.push_str("<path class=\"");
    out.push_str(class);
    out.push_str("\" d=\"M");
    ink::int(out, i64::from(from));
    out.push(' ');
    ink::tenth(out, y);
    out.push_str("H1000\"/>");
}
