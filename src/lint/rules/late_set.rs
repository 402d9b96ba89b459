//! A team that has no objective although the day for it has passed.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::progress::unset;

pub(super) static RULE: Rule =
    Rule { name: "late-set", level: LintLevel::Warn, limit: None, docs: include_str!("late_set.md"), check };

fn check(context: &Context, findings: &mut Findings) {
    for (cycle, team) in unset(context.handbook, context.progress, 0) {
        let (cycle, team) = (&context.handbook[cycle], &context.handbook[team]);
        let Some(set_by) = cycle.set_by else { continue };
        let message = format!(
            "team `{}` has no objective in `{}`, and was to have one by {set_by}",
            team.id.value, cycle.id.value
        );
        let finding = findings
            .at(team.id.span, message)
            .help("agree on an objective with the team, or turn a draft of theirs into an active one")
            .team(Some(&team.id.value));
        findings.push(finding);
    }
}
