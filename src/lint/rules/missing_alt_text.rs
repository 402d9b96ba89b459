//! A picture that says nothing to those who cannot see it.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "missing-alt-text",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("missing_alt_text.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for prose in context.handbook.prose() {
        for image in prose.facts.images.iter().filter(|image| image.alt.trim().is_empty()) {
            let finding = findings
                .at(image.span, format!("the picture `{}` has no alternative text", image.target))
                .help("write between the brackets what it tells: `![Waiting time falls from 62 to 45 minutes](…)`")
                .team(context.team_of_prose(prose));
            findings.push(finding);
        }
    }
}
