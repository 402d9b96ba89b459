//! Talk of pay and personal appraisal in the text of a goal.

use crate::config::LintLevel;
use crate::lint::lineage::objective_of;
use crate::lint::texts::texts;
use crate::lint::wording::appraisal;
use crate::lint::{Context, Findings, Rule};
use crate::model::State;
use crate::text::Span;
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    name: "appraisal-language",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("appraisal_language.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (goal, span) in texts(context.handbook) {
        let objective = objective_of(goal);
        let is_over = |id| matches!(context.progress.of(id).state, State::Closed | State::Cancelled);
        if objective.is_some_and(is_over) {
            continue;
        }
        let Some((words, place)) = appraisal(context.sources.slice(span)) else { continue };
        let reference = context.handbook.reference(goal);
        let finding = findings
            .at(nearest(context, span, place), format!("the text of `{reference}` speaks of `{words}`"))
            .help("keep goals apart from pay and personal appraisal; say what the organisation wants to achieve")
            .team(objective.and_then(|id| context.team_of(&context.handbook[id])));
        findings.push(finding);
    }
}

/// A text of one line as a whole; of a longer one the words.
fn nearest(context: &Context, span: Span, words: Range<usize>) -> Span {
    if !context.sources.slice(span).contains('\n') {
        return span;
    }
    context.sources.get(span.source()).span(span.start() + words.start, span.start() + words.end)
}
