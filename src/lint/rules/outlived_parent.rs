//! A goal that goes on after the goal it serves has ended.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "outlived-parent",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("outlived_parent.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let handbook = context.handbook;
    for (id, objective) in context.active() {
        let Some(cycle) = objective.cycle.map(|cycle| &handbook[cycle.value]) else { continue };
        for alignment in handbook.alignments(id) {
            let parent = alignment.to.objective().and_then(|parent| handbook[parent].cycle);
            let Some(parent_cycle) = parent.map(|cycle| &handbook[cycle.value]) else { continue };
            if cycle.end <= parent_cycle.end {
                continue;
            }
            let message = format!(
                "`{}` ends on {}, after `{}`, which it serves, has ended on {}",
                objective.id.value,
                cycle.end,
                handbook.reference(alignment.to),
                parent_cycle.end,
            );
            let finding = findings
                .at(alignment.span, message)
                .help("choose a shorter cycle, or align it to a goal that lasts as long")
                .team(context.team_of(objective));
            findings.push(finding);
        }
    }
}
