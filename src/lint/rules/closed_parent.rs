//! A goal in force that serves one that is over.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::State;

pub(super) static RULE: Rule = Rule {
    name: "closed-parent",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("closed_parent.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (id, objective) in context.active() {
        for alignment in context.handbook.alignments(id) {
            let Some(parent) = alignment.to.objective() else { continue };
            let word = match context.progress.of(parent).state {
                State::Closed => "closed",
                State::Cancelled => "cancelled",
                State::Draft | State::Active => continue,
            };
            let parent = &context.handbook[parent].id;
            let finding = findings
                .at(
                    alignment.span,
                    format!("`{}` serves `{}`, which is {word}", objective.id.value, parent.value),
                )
                .label(parent.span, format!("{word} here"))
                .help("align it to a goal in force, or close it too")
                .team(context.team_of(objective));
            findings.push(finding);
        }
    }
}
