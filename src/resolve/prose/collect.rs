//! Collects prose: thing by thing, what holds something to look at.

use crate::config::Settings;
use crate::model::{
    About, Body, Chapter, CheckIn, Goal, Handbook, KeyResult, KeyResultId, KpiId, Objective, ObjectiveId,
    Prose, Text,
};
use crate::resolve::Memo;
use crate::resolve::targets::leads_to_the_web;
use crate::syntax::prose;
use crate::text::{Sources, Span};
use rayon::prelude::*;
use std::sync::Arc;

/// Collects the prose of one thing.
pub(super) struct Collector<'a> {
    sources: &'a Sources,
    internal: bool,
    goal: Option<Goal>,
    kpi: Option<KpiId>,
    found: Vec<Prose>,
}

impl<'a> Collector<'a> {
    pub(super) fn new(sources: &'a Sources, internal: bool) -> Self {
        Collector { sources, internal, goal: None, kpi: None, found: Vec::new() }
    }

    fn of_goal(sources: &'a Sources, internal: bool, goal: Goal) -> Self {
        Collector { goal: Some(goal), ..Collector::new(sources, internal) }
    }

    /// What was collected; nothing where there is nothing to look at.
    pub(super) fn chapter(self) -> Option<Arc<Chapter>> {
        let is_web = |piece: &Prose| {
            let links = piece.facts.links.iter().map(|link| &link.target);
            let mut targets = links.chain(piece.facts.images.iter().map(|image| &image.target));
            piece.facts.blocks.is_empty() && targets.all(|target| leads_to_the_web(target))
        };
        let leads_inside = !self.found.iter().all(is_web);
        (!self.found.is_empty()).then(|| Arc::new(Chapter { pieces: self.found, leads_inside }))
    }

    fn texts<'t>(&mut self, texts: impl IntoIterator<Item = &'t Text>) {
        for text in texts {
            let facts = prose::scan_scalar(self.sources.get(text.span.source()), text);
            if let Some(facts) = facts.filter(is_telling) {
                self.add(text.span, Arc::new(facts), true);
            }
        }
    }

    fn about(&mut self, about: &About) {
        if let Some(body) = &about.body {
            self.body(body);
        }
    }

    fn body(&mut self, body: &Body) {
        if is_telling(&body.facts) {
            self.add(body.span, Arc::clone(&body.facts), false);
        }
    }

    fn add(&mut self, span: Span, facts: Arc<prose::Facts>, is_inline: bool) {
        let Collector { internal, goal, kpi, .. } = *self;
        self.found.push(Prose { span, facts, is_inline, internal, goal, kpi });
    }

    pub(super) fn key_result(&mut self, key_result: &KeyResult) {
        // A masked one keeps neither its why nor its changes and notes in a public edition.
        self.internal |= key_result.about.internal || key_result.masked;
        self.texts(&key_result.why);
        self.texts(key_result.changes.iter().flat_map(|change| [&change.what, &change.reason]));
        self.check_ins(&key_result.check_ins);
    }

    fn check_ins(&mut self, check_ins: &[CheckIn]) {
        let outer = self.internal;
        for check_in in check_ins {
            self.internal = outer || check_in.internal;
            self.texts(check_in.note.iter().chain(&check_in.aside.next));
        }
        self.internal = outer;
    }
}

/// Whether there is something in a piece of prose that must be looked at: not links that lead out into the web.
fn is_telling(facts: &prose::Facts) -> bool {
    let leads_on = facts.links.iter().any(|link| !leads_to_the_web(&link.target));
    leads_on || !(facts.images.is_empty() && facts.html.is_empty() && facts.blocks.is_empty())
}

/// All prose that holds something to look at.
pub(super) fn gather(handbook: &Handbook, sources: &Sources, memo: &mut Memo) -> Vec<Arc<Chapter>> {
    let mut all: Vec<Arc<Chapter>> = Vec::new();
    if let Some(mission) = &handbook.mission {
        let mut collector = Collector::of_goal(sources, mission.about.internal, Goal::Mission);
        collector.texts(mission.vision.iter().chain(&mission.why).chain(&mission.not_doing));
        collector.about(&mission.about);
        all.extend(collector.chapter());
    }
    for (id, pillar) in handbook.pillars() {
        let mut collector = Collector::of_goal(sources, pillar.about.internal, Goal::Pillar(id));
        collector.texts(&pillar.why);
        collector.about(&pillar.about);
        all.extend(collector.chapter());
    }
    for cycle in &handbook.cycles {
        let mut collector = Collector::new(sources, cycle.about.internal);
        collector.texts(cycle.learned.iter().chain(&cycle.not_doing));
        collector.about(&cycle.about);
        all.extend(collector.chapter());
    }
    for team in &handbook.teams {
        let mut collector = Collector::new(sources, team.about.internal);
        collector.texts(&team.purpose);
        collector.about(&team.about);
        all.extend(collector.chapter());
    }
    for person in &handbook.people {
        let mut collector = Collector::new(sources, person.about.internal);
        collector.about(&person.about);
        all.extend(collector.chapter());
    }
    for (id, kpi) in handbook.kpis() {
        let mut collector = Collector { kpi: Some(id), ..Collector::new(sources, kpi.about.internal) };
        collector.texts(&kpi.why);
        for reading in kpi.values.iter() {
            collector.internal = kpi.about.internal || reading.internal;
            collector.texts(&reading.note);
        }
        collector.internal = kpi.about.internal;
        collector.about(&kpi.about);
        all.extend(collector.chapter());
    }
    all.extend(of_objectives(handbook, sources, memo));
    for page in &handbook.pages {
        let mut collector = Collector::new(sources, page.internal);
        collector.body(&page.body);
        all.extend(collector.chapter());
    }
    all
}

/// The prose of all objectives; that of one which is the very same as before was looked at already.
fn of_objectives(handbook: &Handbook, sources: &Sources, memo: &mut Memo) -> Vec<Arc<Chapter>> {
    let before = &memo.chapters;
    let look = |(index, objective): (usize, &Arc<Objective>)| match before.get(index) {
        Some(Some((known, chapter))) if Arc::ptr_eq(known, objective) => chapter.clone(),
        _ => of_objective(handbook, ObjectiveId::new(index), sources),
    };
    let chapters: Vec<_> = handbook.objectives.par_iter().with_min_len(64).enumerate().map(look).collect();
    let pairs = handbook.objectives.iter().zip(&chapters);
    // What nobody else keeps will never be met again.
    let keep = |(objective, chapter): (&Arc<Objective>, &Option<Arc<Chapter>>)| {
        (Arc::strong_count(objective) > 1).then(|| (Arc::clone(objective), chapter.clone()))
    };
    memo.chapters = pairs.map(keep).collect();
    chapters.into_iter().flatten().collect()
}

fn of_objective(handbook: &Handbook, id: ObjectiveId, sources: &Sources) -> Option<Arc<Chapter>> {
    let objective = &handbook[id];
    let mut collector = Collector::of_goal(sources, objective.about.internal, Goal::Objective(id));
    collector.texts(objective.why.iter().chain(&objective.summary).chain(&objective.not_doing));
    collector.texts(objective.changes.iter().flat_map(|change| [&change.what, &change.reason]));
    collector.texts(objective.review.iter().filter_map(|review| review.learned.as_ref()));
    collector.about(&objective.about);
    for (index, key_result) in objective.key_results.iter().enumerate() {
        collector.internal = objective.about.internal;
        collector.goal = Some(Goal::KeyResult(KeyResultId { objective: id, index: index as u32 }));
        collector.key_result(key_result);
    }
    collector.chapter()
}

/// The foot of every page, which is part of every edition.
pub(super) fn of_settings(settings: &Settings, sources: &Sources) -> Option<Arc<Chapter>> {
    let mut collector = Collector::new(sources, false);
    collector.texts(&settings.footer);
    collector.chapter()
}
