//! A KPI that nothing watches or means to move.

use crate::config::LintLevel;
use crate::lint::mentions::mentions;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "unused-kpi",
    level: LintLevel::Allow,
    limit: None,
    docs: include_str!("unused_kpi.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mentions = mentions(context);
    for (_, kpi) in context.handbook.kpis().filter(|(id, _)| !mentions.kpis.contains(id)) {
        let team = context.team_of_kpi(kpi);
        let finding = findings
            .at(kpi.id.span, format!("no pillar, key result or text names KPI `{}`", kpi.id.value))
            .help("list it at the pillar that it watches over, or stop measuring it")
            .team(team);
        findings.push(finding);
    }
}
