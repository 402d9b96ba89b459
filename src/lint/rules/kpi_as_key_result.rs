//! A key result that describes the ordinary business.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::model::{KeyResult, Measure, Objective};

pub(super) static RULE: Rule = Rule {
    name: "kpi-as-key-result",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("kpi_as_key_result.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        for key_result in &objective.key_results {
            let name = &key_result.id.value;
            let finding = if is_alone(key_result, objective) {
                findings.at(
                    key_result.id.span,
                    format!(
                        "key result `{name}` keeps something as it is, and stands alone in its objective"
                    ),
                )
            } else if let Some((earlier, twin)) = twin(key_result, objective, context) {
                let message = format!("key result `{name}` is the same measure as in `{}`", earlier.id.value);
                findings
                    .at(key_result.id.span, message)
                    .label(twin.id.span, "it was measured like this before")
            } else {
                continue;
            };
            let help = "make it a KPI with healthy bounds, and say here what should change";
            findings.push(finding.help(help).team(context.team_of(objective)));
        }
    }
}

/// A keep measure that is the only key result of its objective.
fn is_alone(key_result: &KeyResult, objective: &Objective) -> bool {
    matches!(key_result.measure, Measure::Keep(_)) && objective.key_results.len() == 1
}

/// The key result of the objective's earlier self that has the same title, unit, start and target.
fn twin<'a>(
    key_result: &KeyResult,
    objective: &Objective,
    context: &Context<'a>,
) -> Option<(&'a Objective, &'a KeyResult)> {
    let earlier = &context.handbook[objective.carried_over_from?.value];
    let text = |text: &crate::model::Text| text.value.trim().to_owned();
    let is_same = |other: &&KeyResult| {
        text(&other.title) == text(&key_result.title)
            && other.unit.as_ref().map(text) == key_result.unit.as_ref().map(text)
            && ends(&other.measure)
                .is_some_and(|ends_of_other| Some(ends_of_other) == ends(&key_result.measure))
    };
    earlier.key_results.iter().find(is_same).map(|twin| (earlier, twin))
}

/// Start and target of a metric.
fn ends(measure: &Measure) -> Option<(Option<crate::model::Decimal>, crate::model::Decimal)> {
    match measure {
        Measure::Metric { start, target, .. } => Some((start.value, target.value)),
        Measure::Keep(_) | Measure::Milestones(_) | Measure::Zones(_) | Measure::Done(_) => None,
    }
}
