//! A need that the other side has not agreed to.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{DependencyState, Party};

pub(super) static RULE: Rule = Rule {
    name: "unconfirmed-dependency",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("unconfirmed_dependency.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        for dependency in &objective.depends_on {
            let party = match dependency.on {
                Party::Team(team) => context.handbook[team].id.value.clone(),
                Party::Goal(goal) => context.handbook.reference(goal),
            };
            let (message, help) = match dependency.state {
                DependencyState::Confirmed => continue,
                DependencyState::Requested => (
                    format!("`{}` needs something of `{party}` that is not confirmed", objective.id.value),
                    "talk to them, and write `state: confirmed` once they agree",
                ),
                DependencyState::Declined => (
                    format!("`{}` needs something of `{party}` that was declined", objective.id.value),
                    "find another way, or change the goal so that it does not need it",
                ),
            };
            let finding = findings.at(dependency.span, message).help(help).team(context.team_of(objective));
            findings.push(finding);
        }
    }
}
