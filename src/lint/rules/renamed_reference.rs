//! A reference by an id that its goal no longer has.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "renamed-reference",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("renamed_reference.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for renamed in &context.handbook.renamed {
        let finding = findings
            .at(renamed.span, format!("`{}` is now called `{}`", renamed.old, renamed.current))
            .team(renamed.team.map(|team| context.handbook[team].id.value.as_str()))
            .help(format!("write `{}`", renamed.current));
        findings.push(finding);
    }
}
