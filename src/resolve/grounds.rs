//! What answers about prose rest on beside the prose itself, and the answers that were given on the same grounds.

use super::Surroundings;
use super::linker::{Linker, Notes};
use crate::config::{RawHtml, Settings};
use crate::model::{About, Chapter, Handbook, Live, Objective};
use crate::syntax::prose::Facts;
use crate::text::{SourceId, Span};
use std::sync::Arc;

/// What was found in a chapter.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// What its `okr` blocks show.
    pub(super) live: Vec<(Span, Live)>,
    /// Links and blocks that lead nowhere, give away, or use old ids.
    pub(super) notes: Notes,
    /// Files of the handbook that it shows or links to, and whether public prose does.
    pub(super) files: Vec<(String, bool)>,
}

impl Answer {
    /// Whether there is nothing to tell.
    pub(super) fn is_empty(&self) -> bool {
        let Notes { findings, renamed, left_out } = &self.notes;
        let is_quiet = findings.is_empty() && renamed.is_empty() && left_out.is_empty();
        is_quiet && self.live.is_empty() && self.files.is_empty()
    }
}

/// A chapter, and what was found in it where there was something.
pub(super) type Answered = (Arc<Chapter>, Option<Arc<Answer>>);

/// All that a link or a block in prose can lead to, as far as an answer depends on it.
#[derive(Debug)]
pub(super) struct Grounds {
    linker: Arc<Linker>,
    /// The files that exist: a path keeps its id.
    files: Vec<SourceId>,
    assets: Vec<String>,
    /// Which of the assets are internal.
    internal: Vec<bool>,
    others: Vec<Other>,
    objectives: Vec<Arc<Objective>>,
    /// What becomes of HTML, whose ids links lead to.
    raw_html: RawHtml,
}

/// Something other than an objective: its file, whether it is internal, and the body that it has.
#[derive(Debug)]
struct Other {
    source: SourceId,
    internal: bool,
    facts: Option<Arc<Facts>>,
}

impl Other {
    fn of(source: SourceId, about: &About) -> Other {
        let facts = about.body.as_ref().map(|body| Arc::clone(&body.facts));
        Other { source, internal: about.internal, facts }
    }

    fn is(&self, other: &Other) -> bool {
        let same_facts = match (&self.facts, &other.facts) {
            (None, None) => true,
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        self.source == other.source && self.internal == other.internal && same_facts
    }
}

impl Grounds {
    /// The grounds as they are now; none where nobody else keeps the objectives, so that they will never be met again.
    pub(super) fn of(
        handbook: &Handbook,
        linker: &Arc<Linker>,
        around: Surroundings,
        settings: &Settings,
    ) -> Option<Grounds> {
        let is_shared = handbook.objectives.iter().all(|objective| Arc::strong_count(objective) > 1);
        is_shared.then(|| Grounds {
            linker: Arc::clone(linker),
            files: around.sources.iter().map(crate::text::Source::id).collect(),
            assets: around.assets.to_vec(),
            internal: around.assets.iter().map(|path| settings.is_internal_file(path)).collect(),
            others: others(handbook),
            objectives: handbook.objectives.clone(),
            raw_html: settings.raw_html,
        })
    }

    /// Whether the same answers follow from others.
    pub(super) fn are_like(&self, other: &Grounds) -> bool {
        let others = self.others.iter().zip(&other.others);
        let objectives = self.objectives.iter().zip(&other.objectives);
        Arc::ptr_eq(&self.linker, &other.linker)
            && self.files == other.files
            && self.assets == other.assets
            && self.raw_html == other.raw_html
            && self.internal == other.internal
            && self.others.len() == other.others.len()
            && others.into_iter().all(|(one, other)| one.is(other))
            && self.objectives.len() == other.objectives.len()
            && objectives.into_iter().all(|(one, other)| Arc::ptr_eq(one, other) || stand_alike(one, other))
    }
}

fn others(handbook: &Handbook) -> Vec<Other> {
    let mission = handbook.mission.iter().map(|it| Other::of(it.statement.span.source(), &it.about));
    let mut all: Vec<Other> = mission.collect();
    all.extend(handbook.pillars.iter().map(|it| Other::of(it.id.span.source(), &it.about)));
    all.extend(handbook.teams.iter().map(|it| Other::of(it.id.span.source(), &it.about)));
    all.extend(handbook.people.iter().map(|it| Other::of(it.id.span.source(), &it.about)));
    all.extend(handbook.kpis.iter().map(|it| Other::of(it.id.span.source(), &it.about)));
    let declared = handbook.cycles.iter().filter(|it| it.declared);
    all.extend(declared.map(|it| Other::of(it.id.span.source(), &it.about)));
    all.extend(handbook.pages.iter().map(|page| Other {
        source: page.source,
        internal: page.internal,
        facts: Some(Arc::clone(&page.body.facts)),
    }));
    all
}

/// Whether links to two objectives of the same names get the same answers.
fn stand_alike(one: &Objective, other: &Objective) -> bool {
    let headings = |objective: &Objective| -> Vec<String> {
        let body = objective.about.body.iter();
        body.flat_map(|body| &body.facts.headings).map(|heading| heading.anchor.clone()).collect()
    };
    let internal = |objective: &Objective| -> Vec<bool> {
        objective.key_results.iter().map(|key_result| key_result.about.internal).collect()
    };
    // Which ids HTML has is not looked up here.
    let has_html =
        |objective: &Objective| objective.about.body.iter().any(|body| !body.facts.html.is_empty());
    !has_html(one)
        && !has_html(other)
        && one.id.span.source() == other.id.span.source()
        && one.about.internal == other.about.internal
        && internal(one) == internal(other)
        && headings(one) == headings(other)
}
