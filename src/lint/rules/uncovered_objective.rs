//! A company-level objective that nobody has taken up.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Goal, Objective, ObjectiveId, State, days_between};

pub(super) static RULE: Rule = Rule {
    name: "uncovered-objective",
    level: LintLevel::Allow,
    limit: Some(14.0),
    docs: include_str!("uncovered_objective.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let as_of = context.progress.as_of;
    for (id, objective) in context.active().filter(|(_, objective)| is_company_level(context, objective)) {
        let Some(cycle) = objective.cycle.map(|cycle| &context.handbook[cycle.value]) else { continue };
        let limit = context.limit(&RULE, objective.team.map(|team| team.value));
        let is_due = days_between(cycle.start, as_of) as f64 >= limit && as_of <= cycle.end;
        if !is_due || is_taken_up(context, id) {
            continue;
        }
        let finding = findings
            .at(objective.id.span, format!("nobody has taken up objective `{}`", objective.id.value))
            .help("ask the teams who contributes, and let an objective of theirs align to it")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}

/// Aligned to the mission or a pillar by a team without a parent.
fn is_company_level(context: &Context, objective: &Objective) -> bool {
    let is_top_team = objective.team.is_some_and(|team| context.handbook[team.value].parent.is_none());
    is_top_team
        && objective.aligns_to.iter().any(|alignment| matches!(alignment.to, Goal::Mission | Goal::Pillar(_)))
}

fn is_taken_up(context: &Context, id: ObjectiveId) -> bool {
    let is_set =
        |child: ObjectiveId| matches!(context.progress.of(child).state, State::Active | State::Closed);
    context.handbook.children[id.index()].iter().any(|&child| is_set(child))
}
