//! The shapes of lines: main ones with round corners, as a tree draws them; others as curves.

use crate::page::chart::ink;

/// How round a corner is.
const RADIUS: i32 = 7;

/// A place in the drawing.
pub(super) type Point = (i32, i32);

/// A way of straight pieces with round corners.
pub(super) fn corners(out: &mut String, points: &[Point]) {
    let points = without_detours(points);
    let Some(&(x, y)) = points.first() else { return };
    put(out, 'M', &[x, y]);
    for at in 1..points.len() {
        let here = points[at];
        let Some(&next) = points.get(at + 1) else {
            put(out, 'L', &[here.0, here.1]);
            break;
        };
        let before = points[at - 1];
        let radius = RADIUS.min(distance(before, here) / 2).min(distance(here, next) / 2);
        let (enter, leave) = (toward(here, before, radius), toward(here, next, radius));
        put(out, 'L', &[enter.0, enter.1]);
        put(out, 'Q', &[here.0, here.1, leave.0, leave.1]);
    }
}

/// A way that swings from one column to the next: each piece is level at both ends.
pub(super) fn curve(out: &mut String, pieces: &[(Point, Point)]) {
    for (index, &(from, to)) in pieces.iter().enumerate() {
        put(out, if index == 0 { 'M' } else { 'L' }, &[from.0, from.1]);
        let middle = i32::midpoint(from.0, to.0);
        put(out, 'C', &[middle, from.1, middle, to.1, to.0, to.1]);
    }
}

/// The same way without points between two that stand in a row with it.
fn without_detours(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points {
        if let [.., before, last] = kept[..]
            && (before.0 == last.0 && last.0 == point.0 || before.1 == last.1 && last.1 == point.1)
        {
            kept.pop();
        }
        if kept.last() != Some(&point) {
            kept.push(point);
        }
    }
    kept
}

fn distance(one: Point, other: Point) -> i32 {
    (one.0 - other.0).abs() + (one.1 - other.1).abs()
}

/// The point at some distance from one toward another that stands level with it or above or below it.
fn toward(from: Point, to: Point, distance: i32) -> Point {
    (from.0 + (to.0 - from.0).signum() * distance, from.1 + (to.1 - from.1).signum() * distance)
}

fn put(out: &mut String, command: char, numbers: &[i32]) {
    out.push(command);
    for (index, number) in numbers.iter().enumerate() {
        if index > 0 && *number >= 0 {
            out.push(' ');
        }
        ink::int(out, i64::from(*number));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(points: &[Point]) -> String {
        let mut out = String::new();
        corners(&mut out, points);
        out
    }

    #[test]
    fn a_level_line_has_no_corner() {
        assert_eq!(drawn(&[(0, 20), (16, 20), (16, 20), (52, 20)]), "M0 20L52 20");
    }

    #[test]
    fn a_corner_is_round_as_far_as_there_is_room() {
        assert_eq!(
            drawn(&[(0, 20), (16, 20), (16, 60), (52, 60)]),
            "M0 20L9 20Q16 20 16 27L16 53Q16 60 23 60L52 60"
        );
        assert_eq!(drawn(&[(0, 0), (16, 0), (16, 4), (52, 4)]), "M0 0L14 0Q16 0 16 2L16 2Q16 4 18 4L52 4");
    }

    #[test]
    fn a_curve_is_level_where_it_begins_and_ends() {
        let mut out = String::new();
        curve(&mut out, &[((0, 0), (52, 90)), ((100, 90), (152, -30))]);
        assert_eq!(out, "M0 0C26 0 26 90 52 90L100 90C126 90 126-30 152-30");
    }
}
