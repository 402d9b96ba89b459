//! A progress bar for what takes longer than a moment, on terminals alone.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::Once;
use std::time::{Duration, Instant};

/// How long nobody needs to be told that something happens.
const MOMENT: Duration = Duration::from_millis(500);

/// A bar that shows itself after a moment; shared by threads.
pub(super) struct Bar {
    drawn: ProgressBar,
    since: Instant,
    shown: Once,
    is_watched: bool,
}

impl Bar {
    /// Of so many steps, begun at a time.
    pub(super) fn new(steps: usize, since: Instant, is_watched: bool) -> Self {
        let drawn = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{bar:30} {pos} of {len} pages");
        drawn.set_style(style.expect("the template of the bar can be read").progress_chars("██░"));
        Bar { drawn, since, shown: Once::new(), is_watched }
    }

    /// One step is done.
    pub(super) fn step(&self) {
        self.drawn.inc(1);
        if self.is_watched && self.since.elapsed() > MOMENT {
            self.shown.call_once(|| self.drawn.set_draw_target(ProgressDrawTarget::stderr()));
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.drawn.finish_and_clear();
    }
}
