//! The room beside a plot: its margins, by what stands in them, and what is left for the plot on a phone.

use super::figure::SideLabel;

/// What a chart has of the narrowest screen on which it is read, which is 320 px wide.
const SCREEN: f64 = 288.0;
/// The widths of the margin on the left with their classes, as style sheets have them.
const LEFT: [(f64, &str); 4] = [(40.0, "room-s"), (52.0, "room-m"), (64.0, "room-l"), (84.0, "room-x")];
/// The width of the margin on the right, and that of a wide one.
const RIGHT: [f64; 2] = [52.0, 84.0];
/// Between the plot and a label.
pub(super) const GAP: f64 = 7.0;
/// So far a label may reach over its margin: the page has one too.
const OVER: f64 = 2.0;

/// The margins of a plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Room {
    left: usize,
    /// Whether the margin on the right is wide.
    pub(super) is_wide: bool,
}

impl Room {
    /// Room for labels on the left and on the right of a plot.
    pub(super) fn beside(left: &[SideLabel], right: &[SideLabel]) -> Room {
        let widest = |labels: &[SideLabel]| labels.iter().map(|label| label.width).fold(0.0, f64::max);
        let holds = |margin: f64, label: f64| GAP + label <= margin + OVER;
        let (left, right) = (widest(left), widest(right));
        Room {
            left: LEFT.iter().position(|(margin, _)| holds(*margin, left)).unwrap_or(LEFT.len() - 1),
            is_wide: !holds(RIGHT[0], right),
        }
    }

    /// The class that says how wide the left margin is.
    pub(super) fn class(self) -> &'static str {
        LEFT[self.left].1
    }

    /// The left margin in pixels.
    pub(super) fn left(self) -> f64 {
        LEFT[self.left].0
    }

    /// The right margin in pixels.
    pub(super) fn right(self) -> f64 {
        RIGHT[usize::from(self.is_wide)]
    }

    /// How wide the plot is on the narrowest screen, in pixels.
    pub(super) fn narrow(self) -> f64 {
        SCREEN - self.left() - self.right()
    }
}
