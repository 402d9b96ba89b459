//! Two key results of one roll-up that mean to move the same KPI.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Goal, KeyResultId, KpiId, ObjectiveId, State};
use std::collections::{BTreeMap, BTreeSet};

pub(super) static RULE: Rule = Rule {
    name: "double-counted-kpi",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("double_counted_kpi.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mut reported = BTreeSet::new();
    for (id, _) in context.active() {
        let mut by_kpi: BTreeMap<KpiId, Vec<KeyResultId>> = BTreeMap::new();
        for objective in roll_up(context, id) {
            for (key_result_id, key_result) in context.handbook.key_results(objective) {
                if let Some(kpi) = key_result.kpi {
                    by_kpi.entry(kpi.value).or_default().push(key_result_id);
                }
            }
        }
        for (kpi, key_results) in by_kpi {
            for (index, &second) in key_results.iter().enumerate() {
                let clash = key_results[..index].iter().find(|&&first| counts_twice(context, first, second));
                if let Some(&first) = clash.filter(|_| reported.insert(second)) {
                    report(context, kpi, first, second, findings);
                }
            }
        }
    }
}

/// An objective and what contributes to it, in force.
fn roll_up(context: &Context, id: ObjectiveId) -> Vec<ObjectiveId> {
    let children = &context.handbook.children[id.index()];
    let is_active = |child: &&ObjectiveId| context.progress.of(**child).state == State::Active;
    std::iter::once(&id).chain(children.iter().filter(is_active)).copied().collect()
}

/// Two key results that are at work at the same time, neither as a part of the other.
fn counts_twice(context: &Context, first: KeyResultId, second: KeyResultId) -> bool {
    let handbook = context.handbook;
    let cycle = |id: KeyResultId| handbook[id.objective].cycle.map(|cycle| &handbook[cycle.value]);
    let is_at_once = match (cycle(first), cycle(second)) {
        (Some(one), Some(other)) => one.overlaps(other),
        _ => false,
    };
    let serves = |lower: KeyResultId, upper: KeyResultId| {
        handbook.alignments(lower.objective).any(|alignment| alignment.to == Goal::KeyResult(upper))
    };
    is_at_once && !serves(first, second) && !serves(second, first)
}

fn report(context: &Context, kpi: KpiId, first: KeyResultId, second: KeyResultId, findings: &mut Findings) {
    let handbook = context.handbook;
    let (one, other) = (handbook.key_result(first), handbook.key_result(second));
    let (Some(here), Some(there)) = (other.kpi, one.kpi) else { return };
    let team = context.team_of(&handbook[second.objective]);
    let [first, second] = [first, second].map(|id| handbook.reference(Goal::KeyResult(id)));
    let message = format!("`{first}` and `{second}` both count on KPI `{}`", handbook[kpi].id.value);
    let finding = findings
        .at(here.span, message)
        .label(there.span, "it counts here already")
        .help("let one of them measure something else, or make one a part of the other with `aligns_to`")
        .team(team);
    findings.push(finding);
}
