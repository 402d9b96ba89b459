//! A pillar that no current objective works for.

use crate::config::LintLevel;
use crate::lint::lineage::served;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Goal, ObjectiveId};
use ahash::AHashMap;

pub(super) static RULE: Rule = Rule {
    name: "uncovered-pillar",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("uncovered_pillar.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let covered = covered(context);
    for (_, pillar) in context.handbook.pillars().filter(|&(id, _)| !covered.contains_key(&Goal::Pillar(id)))
    {
        let finding = findings
            .at(pillar.id.span, format!("no current objective works for pillar `{}`", pillar.id.value))
            .help("align an objective to it, or say openly that the pillar rests");
        findings.push(finding);
    }
}

/// Everything that an objective of a running or coming cycle serves; where all cycles have ended, of any cycle.
fn covered(context: &Context) -> AHashMap<Goal, usize> {
    let has_ended = |id: ObjectiveId| {
        let cycle = context.handbook[id].cycle.map(|cycle| &context.handbook[cycle.value]);
        cycle.is_none_or(|cycle| cycle.end < context.progress.as_of)
    };
    let all: Vec<ObjectiveId> = context.set().map(|(id, _)| id).collect();
    let current: Vec<ObjectiveId> = all.iter().copied().filter(|&id| !has_ended(id)).collect();
    let goals = if current.is_empty() { all } else { current };
    let key_results = |id| context.handbook.key_results(id).map(|(id, _)| Goal::KeyResult(id));
    served(context.handbook, goals.into_iter().flat_map(|id| key_results(id).chain([Goal::Objective(id)])))
}
