//! Two objectives of one cycle that readers cannot tell apart.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{CycleId, Text};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    name: "duplicate-title",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("duplicate_title.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mut titles: HashMap<(CycleId, String), &Text> = HashMap::new();
    for (_, objective) in context.set() {
        let Some(cycle) = objective.cycle else { continue };
        let title = &objective.title;
        let first = *titles.entry((cycle.value, folded(&title.value))).or_insert(title);
        if first.span == title.span {
            continue;
        }
        let cycle = &context.handbook[cycle.value].id.value;
        let finding = findings
            .at(title.span, format!("two objectives in `{cycle}` are called `{}`", title.value.trim()))
            .here("the second")
            .label(first.span, "the first")
            .help("say in each title what is its own, or make them one objective with `contributors`")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}

/// A title as readers compare it: without regard to case and spacing.
fn folded(title: &str) -> String {
    title.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
