//! A number of which nobody knows what it counts.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::Measure;

pub(super) static RULE: Rule = Rule {
    name: "missing-unit",
    level: LintLevel::Allow,
    limit: None,
    docs: include_str!("missing_unit.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (id, objective) in context.active() {
        for (_, key_result) in context.handbook.key_results(id) {
            let is_number = matches!(key_result.measure, Measure::Metric { .. } | Measure::Keep(_));
            if !is_number || key_result.unit.is_some() {
                continue;
            }
            let finding = findings
                .at(key_result.id.span, format!("key result `{}` has no unit", key_result.id.value))
                .help("add `unit`, such as `unit: \"%\"`, `unit: days` or `unit: EUR`")
                .team(context.team_of(objective));
            findings.push(finding);
        }
    }
}
