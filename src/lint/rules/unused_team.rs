//! A team that nothing names.

use crate::config::LintLevel;
use crate::lint::mentions::mentions;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "unused-team",
    level: LintLevel::Allow,
    limit: None,
    docs: include_str!("unused_team.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mentions = mentions(context);
    for (_, team) in context.handbook.teams().filter(|(id, _)| !mentions.teams.contains(id)) {
        let finding = findings
            .at(team.id.span, format!("no goal, KPI or team names team `{}`", team.id.value))
            .help("give it an objective or list it where it contributes, or remove the entry")
            .team(Some(&team.id.value));
        findings.push(finding);
    }
}
