//! Words of the site that are said in English because nobody wrote them in its language.

use crate::config::LintLevel;
use crate::lint::{Context, Findings, Rule};
use crate::locale::Missing;

pub(super) static RULE: Rule = Rule {
    name: "missing-message",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("missing_message.md"),
    check,
};

/// How many names a finding lists.
const LISTED: usize = 5;

fn check(context: &Context, findings: &mut Findings) {
    let theme = &context.settings.theme.value;
    for Missing { language, file, names } in &context.language.missing {
        let finding = match file {
            None => findings
                .at(context.settings.language.span, format!("there are no messages in `{language}`"))
                .here("readers see English words beside your own")
                .help(format!("write them in `themes/{theme}/messages/{language}.ftl`; `okrbook explain missing-message` says how")),
            Some(file) => {
                let listed: Vec<String> = names.iter().take(LISTED).map(|name| format!("`{name}`")).collect();
                let rest = names.len().saturating_sub(LISTED);
                let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
                let noun = if names.len() == 1 { "message" } else { "messages" };
                let missing = format!("`{language}` lacks {} {noun}: {}{more}", names.len(), listed.join(", "));
                findings.at(*file, missing).help("write them in this file; until then readers see English")
            }
        };
        findings.push(finding);
    }
}
