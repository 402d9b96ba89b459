//! A gap that somebody meant to fill.

use crate::config::LintLevel;
use crate::lint::wording::placeholder;
use crate::lint::{Context, Findings, Rule};
use crate::model::{KeyResult, Measure, Objective, Text};

pub(super) static RULE: Rule = Rule {
    name: "placeholder",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("placeholder.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        let cycle = objective.cycle.map(|cycle| &context.handbook[cycle.value]);
        if cycle.is_none_or(|cycle| cycle.end < context.progress.as_of) {
            continue;
        }
        for text in texts(objective) {
            let Some(gap) = placeholder(&text.value) else { continue };
            let finding = findings
                .at(text.span, format!("`{gap}` still stands here as a placeholder"))
                .help("write what is meant, or make the objective a draft until you know")
                .team(context.team_of(objective));
            findings.push(finding);
        }
    }
}

fn texts(objective: &Objective) -> impl Iterator<Item = &Text> {
    let own = [Some(&objective.title), objective.why.as_ref(), objective.summary.as_ref()];
    own.into_iter().flatten().chain(objective.key_results.iter().flat_map(texts_of_key_result))
}

fn texts_of_key_result(key_result: &KeyResult) -> Vec<&Text> {
    let mut texts = vec![&key_result.title];
    texts.extend(&key_result.why);
    match &key_result.measure {
        Measure::Milestones(milestones) => texts.extend(milestones.iter().map(|milestone| &milestone.title)),
        Measure::Zones(zones) => {
            texts.extend([&zones.commit, &zones.target, &zones.stretch].into_iter().flatten());
        }
        Measure::Metric { .. } | Measure::Keep(_) | Measure::Done(_) => {}
    }
    texts
}
