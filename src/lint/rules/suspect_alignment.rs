//! A link to a goal that has changed since somebody confirmed the link.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::progress::{Suspect, suspects};

pub(super) static RULE: Rule = Rule {
    name: "suspect-alignment",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("suspect_alignment.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for Suspect { of, alignment, current, .. } in suspects(context.handbook, context.progress) {
        let Some(reviewed) = &alignment.reviewed else { continue };
        let parent = context.handbook.reference(alignment.to);
        let team = of.objective().and_then(|id| context.team_of(&context.handbook[id]));
        let finding = findings
            .at(reviewed.span, format!("`{parent}` has changed since this alignment was reviewed"))
            .here(format!("its fingerprint is now `{current}`"))
            .help(format!("read `{parent}` again; if this goal still serves it, write `reviewed: {current}`"))
            .team(team);
        findings.push(finding);
    }
}
