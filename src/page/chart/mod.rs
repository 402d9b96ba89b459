//! Draws numbers: health marks, bars, charts as SVG, and the tables of the same numbers.
//!
//! Every chart is made while building and works without JavaScript, without inline style and under
//! `default-src 'self'`: what it looks like is said by classes alone. Labels never stretch: lines live in a box of
//! 1000 units that stretches with the page, texts are placed by percentages in pixels of the screen, so that a
//! chart is as legible on a phone as on paper. Margins are paddings of the outer `svg`.
//!
//! | class | what it marks |
//! | --- | --- |
//! | `health` with `on-track` `at-risk` `off-track` `outdated` `pending` `closed` | a health: its word, before which the theme draws its shape |
//! | `health` with `healthy` `unhealthy` `no-target` `no-data` | the status of a KPI |
//! | `mark` | a shape that is drawn here, on maps and beside milestones; `ring` and `dashed` ones are not filled |
//! | `visually-hidden` | text for those who listen |
//! | `progress` > `bar`, `figure` | a bar and its number |
//! | `bar` > `track` `fill` `hollow` `below` `beyond` `expected` `empty` | its parts: from where to where; how high they are, the theme says |
//! | `chart` with `metric` `keep` `milestones` `single` `zones` `kpi` `burn-up` `spread` | a figure and what belongs to it; `chart-none` is a sentence instead |
//! | `chart` with `wide` | one whose words at the right edge are long |
//! | `plot` with `room-s` `room-m` `room-l` `room-x` | the picture, by the length of its longest label on the left |
//! | `lines` > `axis` `today` `start` `target` `mark` `plan` `band` `forecast` `actual` `dots` `outside` `healthy` `column` | lines |
//! | `lines` > `sure-0` … `sure-4` | confidence, from doubt to certainty |
//! | `lines` > `step-done` `step-due` `step-hole` `step-late` `step-late-hole` | milestones on their line |
//! | `time` `now` `value` `word` `last`, with `mid` `end` `aim` | labels; `mid` and `end` say where they are held |
//! | `steps` > `done` `late` `due`, `when` | the list of milestones |
//! | `zone-texts` > `reached` | what the zones mean |
//! | `check-ins` > `next` `by`, `earlier` | the check-in log, which is the chart's table; what was said stands in a row below |
//! | `spark` > `healthy` `actual` `dots` | a sparkline |
//! | `bowler` | plan and actual of many key results, month by month |
//! | `heat` with a health or an outcome | a cell of the heat map, see the cycle's page |
//! | `legend` | what the lines mean |
//!
//! `themes/default/assets/charts.css` styles them all. No figure here is ever about a person.

mod axes;
mod banded;
mod bar;
mod bowler;
mod burn_up;
mod check_ins;
mod distribution;
mod figure;
mod health;
pub(super) mod ink;
mod keep;
mod key_result;
mod kpi;
mod label;
mod labels;
mod marks;
mod metric;
mod numbers;
mod room;
mod scale;
mod sentence;
mod series;
mod steps;
mod zones;

#[cfg(test)]
mod tests;

pub use axes::Axes;
pub use bar::{Bar, bar, progress, push_bar, push_progress, push_progress_number};
pub use bowler::{Bowler, push_bowler};
pub use burn_up::{BurnUp, push_burn_up};
pub use check_ins::{CheckInLog, check_ins, push_check_ins};
pub use distribution::{Distribution, push_distribution};
pub(super) use health::shape;
pub use health::{health, kpi_status, push_health, push_health_mark, push_kpi_status};
pub use key_result::{KeyResultChart, key_result, push_key_result};
pub use kpi::{KpiChart, kpi, push_kpi, push_sparkline, sparkline};

use super::Html;
use crate::locale::Messages;

/// What the lines of a metric's chart mean, to stand once on a page of charts.
pub fn legend(m: &Messages) -> Html {
    let lines = [
        ("<path class=\"actual\" d=\"M0 6H28\"/><path class=\"dots\" d=\"M14 6h0\"/>", m.legend_measured),
        ("<path class=\"plan\" d=\"M0 6H28\"/>", m.legend_planned),
        ("<path class=\"forecast\" d=\"M0 6H28\"/>", m.legend_forecast),
        (
            "<path class=\"sure-0\" d=\"M5 6h.1\"/><path class=\"sure-4\" d=\"M17 6h.1\"/>",
            m.legend_confidence,
        ),
    ];
    let mut html = Html::new();
    push_legend(&mut html, &lines);
    html
}

/// Appends what lines mean: an example of each, drawn as a path, and its word.
pub(super) fn push_legend(html: &mut Html, lines: &[(&'static str, &str)]) {
    html.raw("<p class=\"legend\">");
    for (path, word) in lines {
        html.raw("<span><svg width=\"28\" height=\"12\" aria-hidden=\"true\">").raw(path).raw("</svg> ");
        html.text(word).raw("</span> ");
    }
    html.raw("</p>");
}
