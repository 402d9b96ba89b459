//! A KPI that nobody said when it is healthy.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "kpi-without-target",
    level: LintLevel::Allow,
    limit: None,
    docs: include_str!("kpi_without_target.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, kpi) in context.handbook.kpis().filter(|(_, kpi)| kpi.healthy.is_none()) {
        let team = context.team_of_kpi(kpi);
        let finding = findings
            .at(kpi.id.span, format!("KPI `{}` does not say when it is healthy", kpi.id.value))
            .help("add bounds, such as `healthy: {at_least: 90}`")
            .team(team);
        findings.push(finding);
    }
}
