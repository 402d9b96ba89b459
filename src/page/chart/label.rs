//! Places the label of the last value beside its point, where it covers as little as possible.

use super::figure::{self, BOTTOM, TOP};
use super::scale::WIDTH;
use super::series::Point;

/// The width of the plot for which the place is chosen, in pixels: between a phone and a page.
const PLOT: f64 = 320.0;
/// Its width on a phone, on which no label may leave it.
const PHONE: f64 = 180.0;
/// The width of a character and the height of the label, in pixels.
const CHARACTER: f64 = 8.0;
const HEIGHT: f64 = 13.0;

/// A straight line on which the label should not stand.
pub(super) struct Obstacle {
    pub(super) from: (i32, f64),
    pub(super) to: (i32, f64),
}

impl Obstacle {
    /// A line through the whole width.
    pub(super) fn level(y: f64) -> Obstacle {
        Obstacle { from: (0, y), to: (WIDTH, y) }
    }

    /// A line through the whole height.
    pub(super) fn upright(x: i32) -> Obstacle {
        Obstacle { from: (x, TOP), to: (x, BOTTOM) }
    }
}

/// A place that the label could take: its left edge, in pixels, and its baseline.
#[derive(Clone, Copy)]
struct Place {
    left: f64,
    baseline: f64,
    width: f64,
    ends: bool,
    /// Whether it stays inside of the plot, on a phone too.
    fits: bool,
}

impl Place {
    /// How much of a line it covers, from 0 to 1.
    fn covers(&self, obstacle: &Obstacle) -> f64 {
        let (from, to) = (pixels(obstacle.from.0), pixels(obstacle.to.0));
        let beside = share_between(from, to, self.left - 2.0, self.left + self.width + 2.0);
        let level =
            share_between(obstacle.from.1, obstacle.to.1, self.baseline - HEIGHT, self.baseline + 3.0);
        (beside.1.min(level.1) - beside.0.max(level.0)).max(0.0)
    }
}

/// Between which shares of the way from one value to another it leads through a range; from more to less where it never
/// does.
fn share_between(from: f64, to: f64, low: f64, high: f64) -> (f64, f64) {
    let way = to - from;
    if way.abs() < f64::EPSILON {
        return if low < from && from < high { (0.0, 1.0) } else { (1.0, 0.0) };
    }
    let (one, other) = ((low - from) / way, (high - from) / way);
    (one.min(other).max(0.0), one.max(other).min(1.0))
}

fn pixels(x: i32) -> f64 {
    f64::from(x) * PLOT / f64::from(WIDTH)
}

/// Writes the label of the last point.
pub(super) fn last(out: &mut String, points: &[Point], obstacles: &[Obstacle], label: &str) {
    let Some(last) = points.last() else { return };
    let width = label.chars().count() as f64 * CHARACTER;
    let x = pixels(last.x);
    let place = |baseline: f64, ends: bool| {
        let left = if ends { x - width } else { x + 2.0 };
        let on_phone = x * PHONE / PLOT;
        let fits = if ends { on_phone >= width } else { on_phone + 2.0 + width <= PHONE };
        Place { left, baseline, width, ends, fits }
    };
    let (above, below) = (last.y - 9.0, last.y + 19.0);
    let places = [place(above, true), place(below, true), place(above, false), place(below, false)];
    let near = points.windows(2).rev().take_while(|pair| x - pixels(pair[1].x) < width + 4.0).take(40);
    let line: Vec<Obstacle> =
        near.map(|pair| Obstacle { from: (pair[0].x, pair[0].y), to: (pair[1].x, pair[1].y) }).collect();
    let cost = |place: &Place| {
        let over_line: f64 = line.iter().map(|part| place.covers(part)).sum();
        let over_others: f64 = obstacles.iter().map(|other| place.covers(other)).sum();
        let too_high_or_low = place.baseline - 10.0 < TOP - 6.0 || place.baseline > BOTTOM + 2.0;
        // To leave the plot is worse than to cover any number of lines.
        let outside = if too_high_or_low { 2e3 } else { 0.0 } + if place.fits { 0.0 } else { 1e3 };
        over_line * 2.0 + over_others + outside
    };
    let mut best = (places[0], f64::INFINITY);
    for place in places {
        let cost = cost(&place);
        if cost < best.1 {
            best = (place, cost);
        }
    }
    let (best, _) = best;
    figure::text(out, last.x, best.baseline, if best.ends { "last end" } else { "last" }, label);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(points: &[(i32, f64)], obstacles: &[Obstacle]) -> String {
        let points: Vec<Point> = points.iter().map(|&(x, y)| Point { x, y, outside: false }).collect();
        let mut out = String::new();
        last(&mut out, &points, obstacles, "42");
        out
    }

    #[test]
    fn the_label_stands_where_the_line_did_not_come_from() {
        assert!(placed(&[(300, 150.0), (500, 90.0)], &[]).contains("y=\"81\" class=\"last end\""));
        assert!(placed(&[(300, 40.0), (500, 90.0)], &[]).contains("y=\"109\" class=\"last end\""));
    }

    #[test]
    fn the_label_stays_inside_of_the_plot() {
        assert!(placed(&[(500, TOP)], &[]).contains("y=\"43\""));
        assert!(placed(&[(0, 90.0)], &[]).contains("class=\"last\""));
        assert!(placed(&[(1000, BOTTOM)], &[]).contains("y=\"159\""));
    }

    #[test]
    fn the_label_avoids_the_target() {
        let target = Obstacle::level(82.0);
        assert!(placed(&[(300, 90.0), (500, 90.0)], &[target]).contains("y=\"109\""));
    }
}
