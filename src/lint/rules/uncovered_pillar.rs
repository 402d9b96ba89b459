//! A pillar that no current objective works for.

use crate::config::LintLevel;
use crate::lint::lineage::upwards;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Goal, ObjectiveId};
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    name: "uncovered-pillar",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("uncovered_pillar.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let covered = covered(context);
    for (_, pillar) in context.handbook.pillars().filter(|&(id, _)| !covered.contains(&Goal::Pillar(id))) {
        let finding = findings
            .at(pillar.id.span, format!("no current objective works for pillar `{}`", pillar.id.value))
            .help("align an objective to it, or say openly that the pillar rests");
        findings.push(finding);
    }
}

/// Everything that an objective of a running or coming cycle serves; where all cycles have ended, of any cycle.
fn covered(context: &Context) -> BTreeSet<Goal> {
    let has_ended = |id: ObjectiveId| {
        let cycle = context.handbook[id].cycle.map(|cycle| &context.handbook[cycle.value]);
        cycle.is_none_or(|cycle| cycle.end < context.progress.as_of)
    };
    let all: Vec<ObjectiveId> = context.set().map(|(id, _)| id).collect();
    let current: Vec<ObjectiveId> = all.iter().copied().filter(|&id| !has_ended(id)).collect();
    let goals = if current.is_empty() { all } else { current };
    let served = goals.into_iter().flat_map(|id| context.handbook.alignments(id));
    upwards(context.handbook, served.map(|alignment| alignment.to).collect())
}
