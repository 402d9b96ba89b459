//! Talk of pay and personal appraisal in the text of a goal.

use crate::config::LintLevel;
use crate::lint::texts::texts;
use crate::lint::wording::appraisals;
use crate::lint::{Context, Findings, Rule};
use crate::model::State;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "appraisal-language",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("appraisal_language.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (goal, span) in texts(context.handbook) {
        let objective = goal.objective();
        let is_over = |id| matches!(context.progress.of(id).state, State::Closed | State::Cancelled);
        if objective.is_some_and(is_over) {
            continue;
        }
        for (words, place) in places(context, span) {
            let message = format!("the text of `{}` speaks of `{words}`", context.handbook.reference(goal));
            let finding = findings
                .at(place, message)
                .help("keep goals apart from pay and personal appraisal; say what should get better for whom")
                .team(objective.and_then(|id| context.team_of(&context.handbook[id])));
            findings.push(finding);
        }
    }
}

/// What to point at: a text of one line as a whole, and in a longer one each of the words.
fn places(context: &Context, span: Span) -> Vec<(&'static str, Span)> {
    let source = context.sources.get(span.source());
    let text = source.slice(span);
    let found = appraisals(text).into_iter();
    if text.contains('\n') {
        found
            .map(|(words, at)| (words, source.span(span.start() + at.start, span.start() + at.end)))
            .collect()
    } else {
        found.take(1).map(|(words, _)| (words, span)).collect()
    }
}
