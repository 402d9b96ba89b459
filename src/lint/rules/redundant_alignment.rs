//! A link that another link of the same goal already implies.

use crate::config::LintLevel;
use crate::lint::lineage::served;
use crate::lint::{Context, Findings, Rule};
use crate::model::{Alignment, Goal, Objective};
use ahash::AHashMap;

pub(super) static RULE: Rule = Rule {
    name: "redundant-alignment",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("redundant_alignment.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for (_, objective) in context.active() {
        let lists = objective.key_results.iter().map(|key_result| &key_result.aligns_to);
        for list in std::iter::once(&objective.aligns_to).chain(lists) {
            look_at(list, objective, context, findings);
        }
    }
}

fn look_at(list: &[Alignment], objective: &Objective, context: &Context, findings: &mut Findings) {
    if list.len() < 2 {
        return;
    }
    let implied = served(context.handbook, list.iter().map(|alignment| alignment.to));
    let mut stands: AHashMap<Goal, usize> = AHashMap::new();
    for (index, alignment) in list.iter().enumerate() {
        let earlier = *stands.entry(alignment.to).or_insert(index);
        let twin = (earlier < index).then_some(earlier);
        let Some(nearer) = implied.get(&alignment.to).copied().into_iter().chain(twin).min() else {
            continue;
        };
        let reference = context.handbook.reference(alignment.to);
        let by = context.handbook.reference(list[nearer].to);
        let finding = findings
            .at(alignment.span, format!("`{by}` leads to `{reference}` already"))
            .label(list[nearer].span, format!("this serves `{reference}`"))
            .help(format!("remove `{reference}` from this list"))
            .team(context.team_of(objective));
        findings.push(finding);
    }
}
