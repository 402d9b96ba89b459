//! An objective that serves nothing.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::Objective;

pub(super) static RULE: Rule = Rule {
    name: "orphan-objective",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("orphan_objective.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let aligns_to_nothing =
        |objective: &Objective| objective.aligns_to.is_empty() && !objective.lost.aligns_to;
    for (_, objective) in context.active().filter(|(_, objective)| aligns_to_nothing(objective)) {
        let finding = findings
            .at(objective.id.span, format!("objective `{}` aligns to nothing", objective.id.value))
            .help("say what it serves, such as `aligns_to: mission` or the id of a pillar or an objective")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}
