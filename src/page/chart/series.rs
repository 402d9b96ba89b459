//! Draws what was measured: a line, a dot where somebody looked, a square for what they believed.

use super::ink;
use super::scale::{Timeline, Values, WIDTH};
use crate::model::{Date, day_number};

/// More dots than this would only thicken the line.
const DOTS: usize = 60;
/// A line has at most twice as many points as this.
const COLUMNS: usize = 125;
/// Classes of confidence, from doubt to certainty.
const LEVELS: [&str; 5] = ["sure-0", "sure-1", "sure-2", "sure-3", "sure-4"];
/// Squares closer than this, in thousandths of the axis, would run together on a narrow screen.
const SQUARE: i32 = 42;
/// So many of them stand in a row at most.
const SQUARES: usize = (WIDTH / SQUARE) as usize + 1;

/// What a mark looks like: it is the end of a short line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The end of a line without a length.
    Dot,
    /// The end of a line too short to be seen: PDF paints no square at the end of a line that has no length.
    Square,
}

impl Mark {
    /// Its line, from where it stands.
    fn line(self) -> &'static str {
        match self {
            Mark::Dot => "h0",
            Mark::Square => "h1",
        }
    }

    /// How far its line leads to the right, in thousandths of the axis.
    fn length(self) -> i64 {
        match self {
            Mark::Dot => 0,
            Mark::Square => 1,
        }
    }
}

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

/// Places values on the chart: as numbers to draw, each with its day, counted, and whether it stands outside of its
/// bounds.
pub(super) fn place(
    readings: impl Iterator<Item = (i64, f64, bool)>,
    timeline: &Timeline,
    values: &Values,
) -> Vec<Point> {
    let place = |(day, value, outside)| Point { x: timeline.x_of(day), y: values.y(value), outside };
    let mut points = Vec::with_capacity(readings.size_hint().1.unwrap_or_default());
    points.extend(readings.map(place));
    thin(points)
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
    let dot = std::iter::once(last);
    if last.outside { squares(out, "dots outside", dot) } else { dots(out, "dots", dot) }
}

/// Draws the line and its dots.
pub(super) fn draw(out: &mut String, points: &[Point]) {
    let is_plain = |point: &Point| !point.outside && (0..=WIDTH).contains(&point.x);
    if (2..=DOTS).contains(&points.len()) && points.iter().all(is_plain) {
        return dotted(out, points);
    }
    line(out, points);
    if points.len() <= DOTS {
        dots(out, "dots", points.iter().filter(|point| !point.outside));
    } else {
        dots(out, "dots", points[points.len() - 1..].iter().filter(|point| !point.outside));
    }
    squares(out, "dots outside", points.iter().filter(|point| point.outside));
}

/// Writes the places of a path one after the other, each as the way from the one before: that is shorter.
struct Pen<'a> {
    out: &'a mut String,
    at: Option<(i64, i64)>,
}

impl Pen<'_> {
    /// Moves to a place, of which the height is given in tenths; says with `way` how: `m` or `l`, or nothing where
    /// that stands already.
    fn to(&mut self, way: Option<char>, x: i32, y: i64) {
        let (x, out) = (i64::from(x), &mut *self.out);
        if let Some((last_x, last_y)) = self.at.replace((x, y)) {
            // A sign parts numbers as well as a blank does.
            if let Some(before) = way.or((x >= last_x).then_some(' ')) {
                out.push(before);
            }
            ink::int(out, x - last_x);
            if y == last_y {
                return out.push_str(" 0");
            }
            if y > last_y {
                out.push(' ');
            }
            ink::step(out, y - last_y);
        } else {
            out.push('M');
            ink::int(out, x);
            out.push(' ');
            ink::coordinate(out, y);
        }
    }

    /// Draws a mark where it stands.
    fn mark(&mut self, mark: Mark) {
        self.out.push_str(mark.line());
        if let Some((x, _)) = &mut self.at {
            *x += mark.length();
        }
    }
}

fn line(out: &mut String, points: &[Point]) {
    if points.len() > 1 {
        out.push_str("<path class=\"actual\" d=\"");
        let mut pen = Pen { out, at: None };
        for (index, point) in points.iter().enumerate() {
            pen.to((index == 1).then_some('l'), point.x, ink::tenths(point.y));
        }
        out.push_str("\"/>");
    }
}

/// Draws a line with a dot at each of its points, as most are: the ways from dot to dot are copied from the line.
fn dotted(out: &mut String, points: &[Point]) {
    out.push_str("<path class=\"actual\" d=\"");
    let mut ends = Vec::with_capacity(points.len() + 1);
    ends.push(out.len());
    let mut pen = Pen { out, at: None };
    for (index, point) in points.iter().enumerate() {
        pen.to((index == 1).then_some('l'), point.x, ink::tenths(point.y));
        ends.push(pen.out.len());
    }
    out.push_str("\"/><path class=\"dots\" d=\"");
    for way in ends.windows(2) {
        let (mut begin, end) = (way[0], way[1]);
        if begin > ends[0] {
            out.push('m');
            begin += usize::from(matches!(out.as_bytes()[begin], b'l' | b' '));
        }
        out.extend_from_within(begin..end);
        out.push_str("h0");
    }
    out.push_str("\"/>");
}

fn dots<'a>(out: &mut String, class: &str, points: impl Iterator<Item = &'a Point>) {
    marks(out, class, Mark::Dot, shown(points));
}

fn squares<'a>(out: &mut String, class: &str, points: impl Iterator<Item = &'a Point>) {
    marks(out, class, Mark::Square, shown(points));
}

/// Where the points stand that lie within the plot.
fn shown<'a>(points: impl Iterator<Item = &'a Point>) -> impl Iterator<Item = (i32, f64)> {
    points.filter(|point| (0..=WIDTH).contains(&point.x)).map(|point| (point.x, point.y))
}

/// Draws marks of one class. Nothing where there is none.
fn marks(out: &mut String, class: &str, mark: Mark, places: impl Iterator<Item = (i32, f64)>) {
    let mut places = places.peekable();
    if places.peek().is_none() {
        return;
    }
    open(out, class);
    let mut pen = Pen { out, at: None };
    for (x, y) in places {
        pen.to(Some('m'), x, ink::tenths(y));
        pen.mark(mark);
    }
    out.push_str("\"/>");
}

/// Draws marks of one class at one height. Nothing where there is none.
pub(super) fn row(out: &mut String, class: &str, mark: Mark, y: f64, places: impl Iterator<Item = i32>) {
    let mut at = None;
    for x in places.map(i64::from) {
        if let Some(at) = at {
            out.push('m');
            ink::int(out, x - at);
            out.push_str(" 0");
        } else {
            open(out, class);
            out.push('M');
            ink::int(out, x);
            out.push(' ');
            ink::tenth(out, y);
        }
        out.push_str(mark.line());
        at = Some(x + mark.length());
    }
    if at.is_some() {
        out.push_str("\"/>");
    }
}

/// Opens a path of a class.
fn open(out: &mut String, class: &str) {
    out.push_str("<path class=\"");
    out.push_str(class);
    out.push_str("\" d=\"");
}

/// Draws a row of squares, one for each day and confidence, darker where it is surer. Says whether there is one.
pub(super) fn confidence(
    out: &mut String,
    y: f64,
    timeline: &Timeline,
    said: impl DoubleEndedIterator<Item = (Date, f64)>,
) -> bool {
    // Where they stand, and which class of confidence they have.
    let mut squares: Vec<(i32, usize)> = Vec::with_capacity(SQUARES);
    let mut last = i32::MAX;
    for (date, confidence) in said.rev() {
        let day = day_number(date);
        if !timeline.counts(day) {
            continue;
        }
        let x = timeline.x_of(day);
        if last < x + SQUARE {
            continue;
        }
        last = x;
        squares.push((x, (confidence.clamp(0.0, 1.0) * 4.999) as usize));
    }
    for (level, class) in LEVELS.iter().enumerate() {
        let of_level = squares.iter().filter(|square| square.1 == level);
        row(out, class, Mark::Square, y, of_level.map(|square| square.0));
    }
    !squares.is_empty()
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
    fn dots_copied_from_their_line_stand_where_dots_alone_would() {
        let ways = [(0, 20.0), (0, 20.0), (7, 4.5), (7, 90.0), (1000, -3.2), (1000, -3.2)];
        for points in [&ways[..2], &ways[..3], &ways[1..5], &ways[..]] {
            let points: Vec<Point> = points.iter().map(|&(x, y)| point(x, y)).collect();
            let (mut copied, mut alone) = (String::new(), String::new());
            dotted(&mut copied, &points);
            line(&mut alone, &points);
            dots(&mut alone, "dots", points.iter());
            assert_eq!(copied, alone);
        }
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
                "<path class=\"dots\" d=\"M0 20h0\"/><path class=\"dots outside\" d=\"M1000 90h1\"/>"
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
            "<path class=\"sure-2\" d=\"M446 180h1m-338 0h1\"/><path class=\"sure-4\" d=\"M783 180h1\"/>"
        );
    }
}
