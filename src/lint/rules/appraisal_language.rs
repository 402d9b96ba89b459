//! Talk of pay and personal appraisal in the text of a goal.

use crate::config::LintLevel;
use crate::lint::lineage::objective_of;
use crate::lint::wording::appraisal;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Goal, State};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "appraisal-language",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("appraisal_language.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (goal, span) in texts(context) {
        let text = context.sources.slice(span);
        let Some(words) = appraisal(text) else { continue };
        let objective = objective_of(goal).map(|id| &context.handbook[id]);
        let reference = context.handbook.reference(goal);
        let finding = findings
            .at(span, format!("the text of `{reference}` speaks of `{words}`"))
            .help("keep goals apart from pay and personal appraisal; say what the organisation wants to achieve")
            .team(objective.and_then(|objective| context.team_of(objective)));
        findings.push(finding);
    }
}

/// The texts of all goals that can still be changed: the mission, pillars, and objectives that are not over.
fn texts(context: &Context) -> Vec<(Goal, Span)> {
    let handbook = context.handbook;
    let mut texts = Vec::new();
    texts.extend(handbook.mission.iter().map(|mission| (Goal::Mission, mission.statement.span)));
    texts.extend(handbook.pillars().map(|(id, pillar)| (Goal::Pillar(id), pillar.title.span)));
    for (id, objective) in handbook.objectives() {
        texts.push((Goal::Objective(id), objective.title.span));
        texts.extend(
            handbook.key_results(id).map(|(id, key_result)| (Goal::KeyResult(id), key_result.title.span)),
        );
    }
    texts.extend(handbook.prose.iter().filter_map(|prose| prose.goal.map(|goal| (goal, prose.span))));
    let is_over = |goal: Goal| {
        objective_of(goal)
            .is_some_and(|id| matches!(context.progress.of(id).state, State::Closed | State::Cancelled))
    };
    texts.retain(|&(goal, _)| !is_over(goal));
    texts
}
