//! A link to a goal that has changed since somebody confirmed the link.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::progress::fingerprint;

pub(super) static RULE: Rule = Rule {
    name: "suspect-alignment",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("suspect_alignment.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (id, objective) in context.active() {
        for alignment in context.handbook.alignments(id) {
            let Some(reviewed) = &alignment.reviewed else { continue };
            let current = fingerprint(context.handbook, alignment.to);
            if reviewed.value == current {
                continue;
            }
            let parent = context.handbook.reference(alignment.to);
            let finding = findings
                .at(reviewed.span, format!("`{parent}` has changed since this alignment was reviewed"))
                .here(format!("its fingerprint is now `{current}`"))
                .help(format!(
                    "read `{parent}` again; if this goal still serves it, write `reviewed: {current}`"
                ))
                .team(context.team_of(objective));
            findings.push(finding);
        }
    }
}
