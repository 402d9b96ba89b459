//! Places the label of the last value: beside its point where that is free, else at the right edge of the plot.
//!
//! The plot stretches with the page while letters do not, so a label covers most of the line where the plot is
//! narrowest. A place is judged by all that it covers there on the way from its point; what is free then is free on
//! every wider page.

use super::figure::{self, BOTTOM, SideLabel, TOP};
use super::labels::{self, LARGE};
use super::room::{GAP, Room};
use super::scale::WIDTH;
use super::series::Point;

/// How far letters stand above and below their baseline, with air, in pixels.
const ABOVE: f64 = 13.0;
const BELOW: f64 = 4.0;
/// The air on their left and right.
const AIR: f64 = 2.0;
/// So far a label may reach over the margin on the right: the page has one too.
const OVER: f64 = 10.0;
/// Between a point and a label to its right.
const BESIDE: f64 = 9.0;
/// In so many steps, of so many pixels, a label may move away from its point, above and below.
const STEPS: i32 = 25;
const STEP: f64 = 6.0;
/// What it costs to stand where nothing may stand: on the line, worse on another label, and worst outside.
const NEVER: f64 = 1e4;

/// A straight line on which the label should not stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Obstacle {
    from: (i32, f64),
    to: (i32, f64),
    /// What it costs to stand on it.
    cost: f64,
}

impl Obstacle {
    /// The target, or a bound.
    pub(super) fn target(y: f64) -> Obstacle {
        Obstacle { from: (0, y), to: (WIDTH, y), cost: 8.0 }
    }

    /// The faint line of the start.
    pub(super) fn start(y: f64) -> Obstacle {
        Obstacle { cost: 3.0, ..Obstacle::target(y) }
    }

    /// The hairline of *as of*.
    pub(super) fn today(x: i32) -> Obstacle {
        Obstacle { from: (x, TOP), to: (x, BOTTOM), cost: 8.0 }
    }

    /// A piece of what was planned, or of what is forecast.
    pub(super) fn planned(from: (i32, f64), to: (i32, f64)) -> Obstacle {
        Obstacle { from, to, cost: 5.0 }
    }
}

/// By which end a label is held at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hold {
    Start,
    Middle,
    End,
}

/// A place for the label.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Thousandths of the axis.
    x: i32,
    /// Pixels to the right of it.
    shift: f64,
    baseline: f64,
    hold: Hold,
    /// What it costs to stand there, even if that is free.
    cost: f64,
}

/// The label of the last value, in its place.
#[derive(Clone, Debug)]
pub(super) struct LastLabel {
    text: String,
    place: Option<Place>,
}

/// Where a label could be judged to stand: from its point to its far end, at the narrowest width, in pixels.
struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    /// Whether a line leads through it, of which `pixels` tells how far to the right its ends stand. Most lead above
    /// it or below, so that nobody asks.
    fn is_crossed(&self, from: (i32, f64), to: (i32, f64), pixels: impl Fn(i32) -> f64) -> bool {
        if passes(from.1, to.1, self.top, self.bottom) {
            return false;
        }
        let (from, to) = ((pixels(from.0), from.1), (pixels(to.0), to.1));
        if passes(from.0, to.0, self.left, self.right) {
            return false;
        }
        let across = share_between(from.0, to.0, self.left, self.right);
        let along = share_between(from.1, to.1, self.top, self.bottom);
        across.0.max(along.0) < across.1.min(along.1)
    }

    /// Whether it lies at the height of a label beside the plot.
    fn is_level_with(&self, label: &SideLabel) -> bool {
        self.top < label.y + 6.0 && label.y - 6.0 < self.bottom
    }
}

/// Whether the way from one value to another stays on one side of a range, as most do.
fn passes(from: f64, to: f64, low: f64, high: f64) -> bool {
    (from <= low && to <= low) || (from >= high && to >= high)
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

impl LastLabel {
    /// Chooses a place for a text: where the line is not, at no width, and as little else as may be. `beside` are the
    /// labels on the left and on the right of the plot; the room there becomes wide where the text needs it.
    pub(super) fn place(
        text: String,
        points: &[Point],
        obstacles: &[Obstacle],
        beside: [&[SideLabel]; 2],
        room: &mut Room,
    ) -> LastLabel {
        let width = labels::width(&text, LARGE);
        let Some(last) = points.last() else { return LastLabel { text, place: None } };
        let choose = |room: Room| {
            Ground { points, obstacles, beside, room, narrow: room.narrow(), width }.choose(last)
        };
        let (mut place, cost) = choose(*room);
        if cost >= NEVER && !room.is_wide {
            room.is_wide = true;
            (place, _) = choose(*room);
        }
        LastLabel { text, place: Some(place) }
    }

    /// Writes it.
    pub(super) fn push(&self, out: &mut String) {
        let Some(place) = self.place else { return };
        let class = match place.hold {
            Hold::Start => "last",
            Hold::Middle => "last mid",
            Hold::End => "last end",
        };
        figure::shifted(out, place.x, place.shift, place.baseline, class, &self.text);
    }
}

/// What stands around the label.
struct Ground<'a> {
    points: &'a [Point],
    obstacles: &'a [Obstacle],
    beside: [&'a [SideLabel<'a>]; 2],
    room: Room,
    /// The width of the plot where that is narrowest.
    narrow: f64,
    /// The width of the label.
    width: f64,
}

impl Ground<'_> {
    /// The best place, and what it costs. Nobody looks farther away than the best place so far is good.
    fn choose(&self, last: &Point) -> (Place, f64) {
        let mut best = (near(last, 0.0, false, Hold::End, 0.0), f64::INFINITY);
        for step in 0..STEPS {
            let around = around(last, f64::from(step) * STEP);
            if around[0].cost >= best.1 {
                break;
            }
            for place in around {
                self.judge(place, &mut best);
            }
        }
        self.judge(beside(last), &mut best);
        for place in at_edge(last) {
            if place.cost >= best.1 {
                break;
            }
            self.judge(place, &mut best);
        }
        best
    }

    /// Takes a place that is better than the best so far.
    fn judge(&self, place: Place, best: &mut (Place, f64)) {
        if place.cost < best.1 {
            let cost = place.cost + self.cost(&place, best.1);
            if cost < best.1 {
                *best = (place, cost);
            }
        }
    }

    fn pixels(&self, x: i32) -> f64 {
        f64::from(x) * self.narrow / f64::from(WIDTH)
    }

    fn area(&self, place: &Place) -> Area {
        let x = self.pixels(place.x);
        let (left, right) = match place.hold {
            Hold::Start => (x, x + place.shift + self.width),
            Hold::Middle => (x - self.width / 2.0, x + self.width / 2.0),
            Hold::End => (x - self.width, x),
        };
        let (left, right) = (left - AIR, right + AIR);
        // To the right of a point nothing of its line follows, and at the edge nothing at all.
        let left = if place.shift > 0.0 { left + 2.0 * AIR } else { left };
        Area { left, right, top: place.baseline - ABOVE, bottom: place.baseline + BELOW }
    }

    /// What it costs to stand on what is there; not all of it, where even a part makes the place dearer than `best`.
    fn cost(&self, place: &Place, best: f64) -> f64 {
        let area = self.area(place);
        let (left, right) = (-self.room.left(), self.narrow + self.room.right() + OVER);
        let is_outside = area.left < left || area.right > right;
        if is_outside || area.top < TOP - 9.0 || area.bottom > BOTTOM + 9.5 {
            return 4.0 * NEVER;
        }
        let lies_on = |from: (i32, f64), to: (i32, f64)| area.is_crossed(from, to, |x| self.pixels(x));
        let mut on_others = 0.0;
        for other in self.obstacles {
            if lies_on(other.from, other.to) {
                on_others += other.cost;
            }
        }
        if place.cost + on_others >= best {
            return on_others;
        }
        let on_label = self.meets_label(&area);
        let near = self.points.windows(2).rev().take_while(|pair| self.pixels(pair[1].x) > area.left);
        let on_line = near.filter(|pair| lies_on((pair[0].x, pair[0].y), (pair[1].x, pair[1].y))).count();
        2.0 * NEVER * f64::from(u8::from(on_label))
            + NEVER * f64::from(u8::from(on_line > 0))
            + on_line as f64
            + on_others
    }

    /// Whether something would stand on a label beside the plot.
    fn meets_label(&self, area: &Area) -> bool {
        let ([left, right], edge) = (self.beside, self.narrow + GAP);
        let reaches_left = |label: &SideLabel| area.left < -GAP && -GAP - label.width < area.right;
        let reaches_right = |label: &SideLabel| area.left < edge + label.width && edge < area.right;
        left.iter().any(|label| area.is_level_with(label) && reaches_left(label))
            || right.iter().any(|label| area.is_level_with(label) && reaches_right(label))
    }
}

/// A place so far above or below a point.
fn near(last: &Point, away: f64, is_below: bool, hold: Hold, cost: f64) -> Place {
    let baseline = if is_below { last.y + 19.0 + away } else { last.y - 9.0 - away };
    Place { x: last.x, shift: 0.0, baseline, hold, cost: cost + away / 2.0 }
}

/// The places around a point, so far away from it, the cheapest first. Farther away, each is dearer.
fn around(last: &Point, away: f64) -> [Place; 6] {
    let place = |is_below, hold, cost| near(last, away, is_below, hold, cost);
    [
        place(false, Hold::End, 0.0),
        place(true, Hold::End, 0.5),
        place(false, Hold::Start, 0.2),
        place(true, Hold::Start, 0.7),
        place(false, Hold::Middle, 0.1),
        place(true, Hold::Middle, 0.6),
    ]
}

/// The height of letters that stand beside a point.
fn level_with(last: &Point) -> f64 {
    last.y + 5.0
}

/// The place to the right of a point.
fn beside(last: &Point) -> Place {
    Place { x: last.x, shift: BESIDE, baseline: level_with(last), hold: Hold::Start, cost: 1.0 }
}

/// The places at the right edge of the plot, at the height of the point or next to it, where no line ever leads: one of
/// them is free, unless the line is everywhere and the text is too long for the margin. Ever dearer, from the point's
/// height away in turns above and below it.
fn at_edge(last: &Point) -> impl Iterator<Item = Place> {
    let (baseline, far) = (level_with(last), 5.0 + f64::from(WIDTH - last.x) / 20.0);
    (0..100).map(move |step: i32| {
        let away = f64::from((step + 1) / 2) * if step % 2 == 0 { 2.0 } else { -2.0 };
        let cost = far + away.abs() / 4.0;
        Place { x: WIDTH, shift: GAP, baseline: baseline + away, hold: Hold::Start, cost }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(points: &[(i32, f64)], obstacles: &[Obstacle]) -> String {
        let points: Vec<Point> = points.iter().map(|&(x, y)| Point { x, y, outside: false }).collect();
        let mut room = Room::beside(&[], &[]);
        let mut out = String::new();
        LastLabel::place("42".to_owned(), &points, obstacles, [&[], &[]], &mut room).push(&mut out);
        out
    }

    #[test]
    fn the_label_stands_where_the_line_did_not_come_from() {
        assert!(placed(&[(300, 150.0), (500, 90.0)], &[]).contains("y=\"81\" class=\"last end\""));
        assert!(placed(&[(300, 40.0), (500, 90.0)], &[]).contains("y=\"81\" class=\"last\""));
    }

    #[test]
    fn the_label_stays_inside_of_the_plot() {
        assert!(placed(&[(500, TOP)], &[]).contains("y=\"43\""));
        assert!(placed(&[(0, 90.0)], &[]).contains("y=\"81\""));
        assert!(placed(&[(1000, BOTTOM)], &[]).contains("y=\"159\""));
    }

    #[test]
    fn the_label_avoids_the_target() {
        let target = Obstacle::target(82.0);
        assert!(placed(&[(300, 90.0), (500, 90.0)], &[target]).contains("y=\"109\""));
    }

    #[test]
    fn a_line_that_is_everywhere_leaves_the_edge_of_the_plot() {
        let noise: Vec<(i32, f64)> =
            (0..=80).map(|index| (index * 10, if index % 2 == 0 { TOP } else { BOTTOM })).collect();
        let label = placed(&noise, &[]);
        assert!(label.contains("x=\"80%\"") || label.contains("x=\"100%\" dx=\"7\""), "{label}");
    }
}
