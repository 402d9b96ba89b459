//! An objective that says what people make instead of where they want to go.

use crate::config::LintLevel;
use crate::lint::wording::activity;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "output-objective",
    level: LintLevel::Allow,
    limit: None,
    docs: include_str!("output_objective.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        let Some(word) = activity(&objective.title.value) else { continue };
        let message = format!("objective `{}` begins with the activity `{word}`", objective.id.value);
        let finding = findings
            .at(objective.title.span, message)
            .help("say what will be true for whom once it is reached")
            .team(context.team_of(objective));
        findings.push(finding);
    }
}
