//! Every text that belongs to a goal, for rules that judge words: titles, whys, notes, narratives and the like.

use crate::model::{About, Change, Goal, Handbook, KeyResult, KeyResultId, Measure, ObjectiveId, Text};
use crate::text::Span;

/// The texts of the mission, of pillars, and of objectives with their key results, in that order.
pub(super) fn texts(handbook: &Handbook) -> Vec<(Goal, Span)> {
    let mut texts = Texts { goal: Goal::Mission, found: Vec::new() };
    if let Some(mission) = &handbook.mission {
        texts.add([&mission.statement]);
        texts.add(mission.vision.iter().chain(&mission.why).chain(&mission.not_doing));
        texts.narrative(&mission.about);
    }
    for (id, pillar) in handbook.pillars() {
        texts.goal = Goal::Pillar(id);
        texts.add(std::iter::once(&pillar.title).chain(&pillar.why));
        texts.narrative(&pillar.about);
    }
    for (id, _) in handbook.objectives() {
        texts.objective(handbook, id);
    }
    texts.found
}

struct Texts {
    goal: Goal,
    found: Vec<(Goal, Span)>,
}

impl Texts {
    fn add<'t>(&mut self, texts: impl IntoIterator<Item = &'t Text>) {
        let goal = self.goal;
        self.found.extend(texts.into_iter().map(|text| (goal, text.span)));
    }

    fn narrative(&mut self, about: &About) {
        let goal = self.goal;
        self.found.extend(about.body.iter().map(|body| (goal, body.span)));
    }

    fn changes(&mut self, changes: &[Change]) {
        self.add(changes.iter().flat_map(|change| [&change.what, &change.reason]));
    }

    fn objective(&mut self, handbook: &Handbook, id: ObjectiveId) {
        let objective = &handbook[id];
        self.goal = Goal::Objective(id);
        self.add([&objective.title]);
        self.add(objective.why.iter().chain(&objective.summary).chain(&objective.not_doing));
        self.add(objective.initiatives.iter().map(|initiative| &initiative.title));
        self.changes(&objective.changes);
        self.narrative(&objective.about);
        for (id, key_result) in handbook.key_results(id) {
            self.key_result(id, key_result);
        }
    }

    fn key_result(&mut self, id: KeyResultId, key_result: &KeyResult) {
        self.goal = Goal::KeyResult(id);
        self.add(std::iter::once(&key_result.title).chain(&key_result.why));
        match &key_result.measure {
            Measure::Milestones(milestones) => self.add(milestones.iter().map(|milestone| &milestone.title)),
            Measure::Zones(zones) => {
                self.add([&zones.commit, &zones.target, &zones.stretch].into_iter().flatten());
            }
            Measure::Metric { .. } | Measure::Keep(_) | Measure::Done(_) => {}
        }
        self.add(
            key_result.check_ins.iter().flat_map(|check_in| check_in.note.iter().chain(&check_in.aside.next)),
        );
        self.changes(&key_result.changes);
    }
}
