//! The scorecard of a cycle: how far, how well, how it is measured. The cycle's page and its presentation show the
//! same one.

use crate::locale::Arg;
use crate::model::{CycleId, ObjectiveId, Outcome, State};
use crate::page::chart::{self, Bar};
use crate::page::parts::percent_or_dash;
use crate::page::{Html, Scene, format, words};
use serde::Serialize;

/// What the scorecard of a cycle holds.
#[derive(Debug, Serialize)]
pub(in crate::page::kinds) struct Scorecard {
    /// `12 objectives`.
    counted: String,
    /// Bar with the mean progress and where it is expected.
    meter: Html,
    /// `38 %`.
    progress: String,
    /// `expected 41 %`, while it runs.
    expected: Option<String>,
    /// What is known of its key results.
    coverage: Option<String>,
    /// How many objectives have which health.
    health: Html,
    /// How many closed objectives ended how.
    outcomes: Html,
    /// Mean score of the closed ones.
    mean_score: Option<String>,
    /// How many key results are measured how.
    measures: Option<String>,
}

/// The scorecard of a cycle with these objectives, drafts aside.
pub(in crate::page::kinds) fn of(scene: &Scene, id: CycleId, decided: &[ObjectiveId]) -> Scorecard {
    let (cycle, progress) = (&scene.site.handbook[id], scene.site.progress.of_cycle(id));
    let expected = progress.expected.filter(|_| cycle.contains(scene.site.as_of()));
    let has_data = progress.coverage.reported > 0;
    Scorecard {
        counted: scene.objectives_counted(decided.len()),
        meter: chart::bar(scene.m, &Bar::of(progress.progress, expected, has_data)),
        progress: percent_or_dash(scene.language, progress.progress.filter(|_| has_data)),
        expected: expected.map(|expected| scene.m.expected(Arg::Percent(expected)).to_string()),
        coverage: scene.coverage(progress.coverage),
        health: super::super::home::health_counts(scene, decided),
        outcomes: outcomes(scene, decided),
        mean_score: mean_score(scene, decided),
        measures: measures(scene, decided),
    }
}

/// How many of the closed objectives ended how.
fn outcomes(scene: &Scene, objectives: &[ObjectiveId]) -> Html {
    let mut html = Html::new();
    for (word, outcome) in Outcome::WORDS {
        let ended_so = |id: &&ObjectiveId| scene.site.progress.of(**id).outcome == Some(*outcome);
        let number = objectives.iter().filter(ended_so).count();
        if number > 0 {
            html.raw("<li><b>")
                .say_count(scene.language, number)
                .raw("</b> <span class=\"state state-")
                .text(word)
                .raw("\">");
            html.text(words::outcome(scene.m, *outcome)).raw("</span></li>");
        }
    }
    html
}

fn mean_score(scene: &Scene, objectives: &[ObjectiveId]) -> Option<String> {
    let scores = scores(scene, objectives);
    (!scores.is_empty())
        .then(|| format::score(scene.language, scores.iter().sum::<f64>() / scores.len() as f64))
}

/// The scores of the closed ones, in their order.
pub(super) fn scores(scene: &Scene, objectives: &[ObjectiveId]) -> Vec<f64> {
    let all = objectives.iter().map(|&id| scene.site.progress.of(id));
    all.filter(|of| of.state == State::Closed).filter_map(|progress| progress.score).collect()
}

/// How many key results are measured how: a cycle of tasks looks different from a cycle of results.
fn measures(scene: &Scene, objectives: &[ObjectiveId]) -> Option<String> {
    let handbook = scene.site.handbook;
    let key_results =
        || objectives.iter().flat_map(|&id| &handbook[id].key_results).map(|key_result| &key_result.measure);
    let of_kind = |kind: &&str| {
        let mut measures = key_results().filter(|measure| measure.kind() == *kind);
        let first = measures.next()?;
        Some(words::kind(scene.m, first, 1 + measures.count()))
    };
    let kinds: Vec<String> =
        ["metric", "keep", "milestones", "zones", "done"].iter().filter_map(of_kind).collect();
    (!kinds.is_empty()).then(|| kinds.join(scene.m.comma))
}
