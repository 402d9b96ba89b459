//! An objective whose key results are mostly a list of tasks.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{KeyResult, Measure};

pub(super) static RULE: Rule = Rule {
    name: "mostly-tasks",
    level: LintLevel::Warn,
    limit: Some(0.5),
    docs: include_str!("mostly_tasks.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        let count = objective.key_results.len();
        let tasks = objective.key_results.iter().filter(|key_result| is_task(key_result)).count();
        let limit = context.limit(&RULE, objective.team.map(|team| team.value));
        if tasks == 0 || tasks as f64 <= limit * count as f64 {
            continue;
        }
        let message = match count {
            1 => format!("the only key result of objective `{}` is a task", objective.id.value),
            _ => format!("{tasks} of {count} key results of objective `{}` are tasks", objective.id.value),
        };
        let finding = findings
            .at(objective.id.span, message)
            .help("measure what the tasks are for, and make the tasks initiatives")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}

fn is_task(key_result: &KeyResult) -> bool {
    matches!(key_result.measure, Measure::Milestones(_) | Measure::Done(_))
}
