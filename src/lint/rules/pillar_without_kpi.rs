//! A pillar whose health nobody measures.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "pillar-without-kpi",
    level: LintLevel::Allow,
    limit: None,
    docs: include_str!("pillar_without_kpi.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, pillar) in context.handbook.pillars().filter(|(_, pillar)| pillar.kpis.is_empty()) {
        let finding = findings
            .at(pillar.id.span, format!("pillar `{}` watches no KPI", pillar.id.value))
            .help("name the KPIs that show its health, such as `kpis: [staff-turnover]`");
        findings.push(finding);
    }
}
