//! An objective that was closed without saying what was learned or what follows.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Objective, Review, State};

pub(super) static RULE: Rule = Rule {
    name: "incomplete-review",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("incomplete_review.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (id, objective) in context.handbook.objectives() {
        let state = context.progress.of(id).state;
        let name = &objective.id.value;
        let finding = match review(context, objective) {
            Some(review) => {
                let Some(missing) = missing(review) else { continue };
                findings
                    .at(objective.id.span, format!("the review of objective `{name}` has no {missing}"))
                    .label(review.closed_on.span, "closed here")
            }
            None if state == State::Closed => findings
                .at(objective.id.span, format!("objective `{name}` was closed without a review"))
                .label(objective.state.span, "closed here"),
            None => continue,
        };
        let help = "say in `learned` what you would tell the next team, and in `decision` whether to keep, modify or abandon the goal";
        findings.push(finding.help(help).team(context.team_of(objective)));
    }
}

/// The review of an objective, once it exists.
fn review<'a>(context: &Context, objective: &'a Objective) -> Option<&'a Review> {
    objective.review.as_ref().filter(|review| review.closed_on.value <= context.progress.as_of)
}

/// What a review leaves open.
fn missing(review: &Review) -> Option<&'static str> {
    let has_learned = review.learned.as_ref().is_some_and(|learned| !learned.value.trim().is_empty());
    match (has_learned, review.decision.is_some()) {
        (true, true) => None,
        (false, true) => Some("`learned`"),
        (true, false) => Some("`decision`"),
        (false, false) => Some("`learned` and no `decision`"),
    }
}
