//! A cycle for which nobody said what is left undone.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    name: "missing-not-doing",
    level: LintLevel::Allow,
    limit: None,
    docs: include_str!("missing_not_doing.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mut cycles = BTreeSet::new();
    for (_, objective) in context.active().filter(|(_, objective)| objective.not_doing.is_empty()) {
        let Some(id) = objective.cycle.map(|cycle| cycle.value) else { continue };
        let cycle = &context.handbook[id];
        if !cycle.not_doing.is_empty() || cycle.end < context.progress.as_of {
            continue;
        }
        if !cycle.declared {
            let message =
                format!("objective `{}` does not say what is left undone for it", objective.id.value);
            let finding = findings
                .at(objective.id.span, message)
                .help("list under `not_doing` what you leave for its sake, here or in the cycle")
                .team(context.team_of(objective));
            findings.push(finding);
        } else if cycles.insert(id) {
            let message = format!("cycle `{}` does not say what is left undone", cycle.id.value);
            let finding = findings
                .at(cycle.id.span, message)
                .help("list under `not_doing` what you leave for its sake");
            findings.push(finding);
        }
    }
}
