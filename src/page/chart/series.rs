//! Draws what was measured: a line, a dot where somebody looked, a square for what they believed.

use super::ink;
use super::scale::{Timeline, Values, WIDTH};
use crate::model::{Date, Decimal};

/// More dots than this would only thicken the line.
const DOTS: usize = 60;
/// A line has at most twice as many points as this.
const COLUMNS: usize = 125;
/// Squares closer than this, in thousandths of the axis, would run together on a narrow screen.
const SQUARE: i32 = 42;

/// A measured value with its place on the chart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    /// Thousandths of the time axis.
    pub(super) x: i32,
    /// Pixels.
    pub(super) y: f64,
    /// The dot is a square: the value stands outside of its bounds.
    pub(super) outside: bool,
}

/// Places values on the chart.
pub(super) fn place(
    readings: impl Iterator<Item = (Date, Decimal, bool)>,
    timeline: &Timeline,
    values: &Values,
) -> Vec<Point> {
    let place =
        |(date, value, outside)| Point { x: timeline.x(date), y: values.y(ink::float(value)), outside };
    thin(readings.map(place).collect())
}

/// Keeps a line's shape with fewer points: of each column the lowest and the highest.
fn thin(points: Vec<Point>) -> Vec<Point> {
    if points.len() <= 2 * COLUMNS {
        return points;
    }
    let mut kept = Vec::with_capacity(2 * COLUMNS + 2);
    kept.push(points[0]);
    for column in points.chunks(points.len().div_ceil(COLUMNS)) {
        let by_height = |one: &usize, other: &usize| column[*one].y.total_cmp(&column[*other].y);
        let highest = (0..column.len()).min_by(by_height).unwrap_or(0);
        let lowest = (0..column.len()).max_by(by_height).unwrap_or(0);
        kept.push(column[highest.min(lowest)]);
        if highest != lowest {
            kept.push(column[highest.max(lowest)]);
        }
    }
    kept.push(points[points.len() - 1]);
    kept
}

/// Draws the line and a dot at its end.
pub(super) fn spark(out: &mut String, points: &[Point]) {
    line(out, points);
    let Some(last) = points.last() else { return };
    dots(out, if last.outside { "dots outside" } else { "dots" }, std::iter::once(last));
}

/// Draws the line and its dots.
pub(super) fn draw(out: &mut String, points: &[Point]) {
    line(out, points);
    if points.len() <= DOTS {
        dots(out, "dots", points.iter().filter(|point| !point.outside));
    } else {
        dots(out, "dots", points[points.len() - 1..].iter().filter(|point| !point.outside));
    }
    dots(out, "dots outside", points.iter().filter(|point| point.outside));
}

fn line(out: &mut String, points: &[Point]) {
    if points.len() > 1 {
        out.push_str("<path class=\"actual\" d=\"");
        let mut command = 'M';
        for point in points {
            out.push(command);
            at(out, point);
            command = 'L';
        }
        out.push_str("\"/>");
    }
}

fn dots<'a>(out: &mut String, class: &str, points: impl Iterator<Item = &'a Point>) {
    let mut open = false;
    for point in points.filter(|point| (0..=WIDTH).contains(&point.x)) {
        if !open {
            out.push_str("<path class=\"");
            out.push_str(class);
            out.push_str("\" d=\"");
            open = true;
        }
        out.push('M');
        at(out, point);
        out.push_str("h0");
    }
    if open {
        out.push_str("\"/>");
    }
}

fn at(out: &mut String, point: &Point) {
    ink::int(out, i64::from(point.x));
    out.push(' ');
    ink::tenth(out, point.y);
}

/// Draws a row of squares, one for each day and confidence, darker where it is surer. Says whether there is one.
pub(super) fn confidence(
    out: &mut String,
    y: f64,
    timeline: &Timeline,
    said: impl DoubleEndedIterator<Item = (Date, f64)>,
) -> bool {
    let mut level = None;
    let mut last = i32::MAX;
    for (date, confidence) in said.rev().filter(|(date, _)| timeline.shows(*date)) {
        let x = timeline.x(date);
        if last < x + SQUARE {
            continue;
        }
        last = x;
        let now = (confidence.clamp(0.0, 1.0) * 4.999) as i64;
        if level != Some(now) {
            out.push_str(if level.is_some() { "\"/><path class=\"sure-" } else { "<path class=\"sure-" });
            ink::int(out, now);
            out.push_str("\" d=\"");
            level = Some(now);
        }
        out.push('M');
        ink::int(out, i64::from(x));
        out.push(' ');
        ink::tenth(out, y);
        out.push_str("h0");
    }
    if level.is_some() {
        out.push_str("\"/>");
    }
    level.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(x: i32, y: f64) -> Point {
        Point { x, y, outside: false }
    }

    #[test]
    fn many_points_keep_the_shape_of_their_line() {
        let spike =
            (0..4000).map(|index| point(index / 4, if index == 1234 { 10.0 } else { 100.0 })).collect();
        let kept = thin(spike);
        assert!(kept.len() <= 2 * COLUMNS + 2);
        assert!(kept.iter().any(|point| point.y < 11.0));
        assert!(kept.windows(2).all(|pair| pair[0].x <= pair[1].x));
    }

    #[test]
    fn a_single_point_is_a_dot_without_a_line() {
        let mut out = String::new();
        draw(&mut out, &[point(400, 20.0)]);
        assert_eq!(out, "<path class=\"dots\" d=\"M400 20h0\"/>");
    }

    #[test]
    fn a_value_outside_of_its_bounds_has_another_shape() {
        let mut out = String::new();
        draw(&mut out, &[point(0, 20.0), Point { outside: true, ..point(1000, 90.0) }]);
        assert!(
            out.contains(
                "<path class=\"dots\" d=\"M0 20h0\"/><path class=\"dots outside\" d=\"M1000 90h0\"/>"
            )
        );
    }

    #[test]
    fn squares_of_one_level_share_a_path() {
        let timeline = Timeline::between(Date::new(2026, 7, 1).unwrap(), Date::new(2026, 9, 30).unwrap());
        let said =
            [(7, 0.5), (8, 0.5), (9, 0.9)].map(|(month, sure)| (Date::new(2026, month, 10).unwrap(), sure));
        let mut out = String::new();
        assert!(confidence(&mut out, 180.0, &timeline, said.into_iter()));
        assert_eq!(
            out,
            "<path class=\"sure-4\" d=\"M783 180h0\"/><path class=\"sure-2\" d=\"M446 180h0M109 180h0\"/>"
        );
    }
}
