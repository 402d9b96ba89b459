//! A person whom nothing names.

use crate::config::LintLevel;
use crate::lint::mentions::mentions;
use crate::lint::{Context, Findings, Rule};

pub(super) static RULE: Rule = Rule {
    name: "unused-person",
    level: LintLevel::Allow,
    limit: None,
    docs: include_str!("unused_person.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let mentions = mentions(context);
    for (_, person) in context.handbook.people().filter(|(id, _)| !mentions.people.contains(id)) {
        let finding = findings
            .at(person.id.span, format!("nothing in the handbook names `{}`", person.id.value))
            .help("add the person to a team, or remove the entry");
        findings.push(finding);
    }
}
