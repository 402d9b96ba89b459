//! An objective that everybody was sure of from the first day on.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::ObjectiveId;

/// Sums of doubles may be off by their last bits, which must not decide.
const NOISE: f64 = 1e-9;

pub(super) static RULE: Rule = Rule {
    name: "overconfident-start",
    level: LintLevel::Allow,
    limit: Some(0.9),
    docs: include_str!("overconfident_start.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (id, objective) in context.active() {
        let limit = context.limit(&RULE, objective.team.map(|team| team.value));
        let first = first_confidences(context, id);
        let mean = first.iter().sum::<f64>() / first.len() as f64;
        if first.is_empty() || mean <= limit + NOISE {
            continue;
        }
        let message = format!(
            "objective `{}` began with a confidence of {mean:.2} on average, above {limit}",
            objective.id.value
        );
        let finding = findings
            .at(objective.id.span, message)
            .help("ask what would be worth trying with an even chance, and move the targets there")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}

/// The first confidence that was said of each key result, as far as one was said.
fn first_confidences(context: &Context, id: ObjectiveId) -> Vec<f64> {
    let first = |(id, _)| context.reported(id).iter().find_map(|check_in| check_in.confidence);
    context.handbook.key_results(id).filter_map(first).map(|confidence| confidence.value).collect()
}
