//! The chart of a key result, whatever it measures.

use super::axes::Axes;
use super::numbers::Numbers;
use super::{keep, metric, steps, zones};
use crate::locale::Messages;
use crate::model::{CheckIn, Cycle, Date, KeyResult, Measure};
use crate::page::Html;
use crate::progress::KeyResultProgress;

/// What the chart of a key result shows.
#[derive(Clone, Copy, Debug)]
pub struct KeyResultChart<'a> {
    /// The words of the site, in its language.
    pub m: &'a Messages<'a>,
    /// The key result.
    pub key_result: &'a KeyResult,
    /// What is derived of it.
    pub progress: &'a KeyResultProgress,
    /// The cycle of its objective; a draft may have none.
    pub cycle: Option<&'a Cycle>,
    /// The day on which the chart holds.
    pub as_of: Date,
    /// In this edition its numbers were replaced by attainments: the chart speaks in percentages.
    pub rescaled: bool,
}

impl<'a> KeyResultChart<'a> {
    /// The check-ins that exist on *as of*.
    pub(super) fn check_ins(&self) -> &'a [CheckIn] {
        let all = &self.key_result.check_ins;
        &all[..self.progress.check_ins.min(all.len())]
    }

    pub(super) fn numbers(&self) -> Numbers<'a> {
        Numbers::new(self.m, self.key_result.unit.as_ref().map(|unit| unit.value.as_str()), self.rescaled)
    }

    /// Confidence by day, oldest first.
    pub(super) fn confidence(&self) -> impl DoubleEndedIterator<Item = (Date, f64)> + use<'a> {
        let said = |check_in: &CheckIn| Some((check_in.date.value, check_in.confidence?.value));
        self.check_ins().iter().filter_map(said)
    }
}

/// Appends the chart of a key result: a `figure` with the picture and a sentence. The log of check-ins
/// that follows holds the same numbers. Its axis is one of those of the site.
pub fn push_key_result(html: &mut Html, chart: &KeyResultChart, axes: &Axes) {
    let out = html.buffer();
    match &chart.key_result.measure {
        Measure::Metric { .. } => {
            if let Some(line) = metric::Line::of(chart.key_result) {
                metric::draw(out, chart, &line, axes);
            }
        }
        Measure::Keep(bounds) => keep::draw(out, chart, bounds.value),
        Measure::Milestones(milestones) => steps::milestones(out, chart, milestones),
        Measure::Zones(texts) => zones::draw(out, chart, texts),
        Measure::Done(done) => steps::done(out, chart, done.value),
    }
}

/// The chart of a key result, see [`push_key_result`].
pub fn key_result(chart: &KeyResultChart) -> Html {
    let mut html = Html::new();
    push_key_result(&mut html, chart, &Axes::default());
    html
}
