//! Decides, in one place, how loud each finding is, and brings all of them into the order of the sources.

use super::{Context, Findings, RULES, Rule, doubt, levels, names, rule};
use crate::config::LintLevel;
use crate::diagnostic::errors::{ERRORS, UNKNOWN_LINT};
use crate::diagnostic::{Class, Finding, Judged, Level, Report, did_you_mean};
use crate::resolve::declare::Declarations;
use crate::syntax::allow::{self, Allowance};
use crate::text::{SourceId, Sources};
use rayon::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// The comments that silence lints, in all texts.
pub fn allowances(sources: &Sources, documents: &[Arc<Declarations>]) -> Vec<Allowance> {
    let mut is_read = vec![false; sources.ids()];
    let mut all = Vec::new();
    for document in documents {
        is_read[document.source.index()] = true;
        all.extend_from_slice(&document.allowances);
    }
    let others =
        sources.iter().filter(|source| !is_read[source.id().index()] && holds_comments(source.path()));
    all.extend(others.flat_map(allow::scan));
    all
}

/// Runs every rule that is not allowed everywhere, in parallel.
pub fn look(context: &Context) -> Vec<Finding> {
    wanted(context).flat_map_iter(|rule| run(rule, context)).collect()
}

/// Decides the levels of all that was found.
///
/// The report is sorted by file and place, so that it is the same in every run.
pub fn judge(context: &Context, mut findings: Vec<Finding>, allowances: Vec<Allowance>) -> Report {
    let comments = Comments::of(allowances, context.sources);
    findings.extend(comments.mistakes.iter().cloned());
    doubt::withhold(&mut findings, context.sources);
    findings.sort_by_cached_key(|finding| order(finding, context.sources));
    findings.dedup();
    let judged = findings.into_iter().filter_map(|finding| decide(finding, context, &comments));
    Report { items: judged.collect() }
}

/// The rules whose findings somebody would hear.
fn wanted<'a>(context: &'a Context) -> impl ParallelIterator<Item = &'static Rule> + use<'a> {
    let settings = &context.settings.lints;
    RULES.par_iter().copied().filter(|rule| !levels::is_allowed_everywhere(settings, rule.name, rule.level))
}

fn run(rule: &'static Rule, context: &Context) -> Vec<Finding> {
    let mut findings = Findings { rule: rule.name, items: Vec::new() };
    (rule.check)(context, &mut findings);
    findings.items
}

/// File, place, code and text: what the order of a report depends on.
fn order(finding: &Finding, sources: &Sources) -> (String, usize, usize, &'static str, String) {
    let span = finding.span;
    let path = sources.get(span.source()).path().to_owned();
    (path, span.start(), span.end(), finding.code, finding.message.clone())
}

/// The level of a finding; none where the settings allow what it says.
fn decide(finding: Finding, context: &Context, comments: &Comments) -> Option<Judged> {
    if finding.class == Class::Error {
        let because = format!("`{}` is an error and cannot be silenced", finding.code);
        return Some(Judged { level: Level::Error, finding, because });
    }
    let built_in = rule(finding.code).map_or(LintLevel::Warn, |rule| rule.level);
    let decision = levels::decide(&context.settings.lints, finding.code, built_in, finding.team.as_deref());
    let level = match decision.level {
        LintLevel::Allow => return None,
        LintLevel::Warn => Level::Warn,
        LintLevel::Deny => Level::Deny,
    };
    if comments.silence(&finding, context.sources) {
        let because = "a comment in the source silences it".to_owned();
        return Some(Judged { level: Level::Silenced, finding, because });
    }
    Some(Judged { level, finding, because: decision.because })
}

/// The silencing comments of all sources.
struct Comments {
    /// Source, line and code of each.
    silenced: HashSet<(SourceId, usize, String)>,
    /// Comments that name no lint.
    mistakes: Vec<Finding>,
}

impl Comments {
    fn of(allowances: Vec<Allowance>, sources: &Sources) -> Self {
        let mut comments = Comments { silenced: HashSet::new(), mistakes: Vec::new() };
        for allowance in allowances {
            let line = sources.start(allowance.span).line;
            comments.mistakes.extend(mistake(&allowance));
            comments.silenced.insert((allowance.span.source(), line, allowance.value));
        }
        comments
    }

    /// Whether a comment on the finding's line, or on the one above, names its code.
    fn silence(&self, finding: &Finding, sources: &Sources) -> bool {
        let source = finding.span.source();
        let line = sources.start(finding.span).line;
        [line, line - 1].iter().any(|&line| self.silenced.contains(&(source, line, finding.code.to_owned())))
    }
}

/// Whether a file may hold silencing comments: what people write in YAML and Markdown.
fn holds_comments(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["yaml", "yml", "md"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// What is wrong with a silencing comment, if something is.
fn mistake(allowance: &Allowance) -> Option<Finding> {
    let name = allowance.value.as_str();
    if names().any(|known| known == name) {
        return None;
    }
    if ERRORS.iter().any(|error| error.name == name) {
        let message = format!("`{name}` is an error, which no comment silences");
        return Some(
            Finding::error(&UNKNOWN_LINT, allowance.span, message)
                .help("remove the comment and mend the error"),
        );
    }
    let message = format!("there is no lint `{name}`");
    let help = did_you_mean(name, names())
        .or_else(|| Some("remove the comment, or name a lint that exists".to_owned()));
    Some(Finding::error(&UNKNOWN_LINT, allowance.span, message).maybe_help(help))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;
    use crate::diagnostic::errors::BAD_DATE;
    use crate::model::{Date, Handbook};
    use crate::progress;

    /// Judges findings about the given words of a file, as `level code words`.
    fn judged(settings: &str, text: &str, earlier: &[(&'static str, &str)]) -> Vec<String> {
        let mut sources = Sources::default();
        let file = sources.add("content/goals.yaml", text.into());
        let settings = sources.add("okrbook.yaml", settings.into());
        let known: Vec<&str> = names().collect();
        let settings = config::read(sources.get(settings), &known, &mut Vec::new());
        let findings = earlier.iter().map(|&(code, words)| {
            let start = text.find(words).expect("the words stand in the text");
            let span = sources.get(file).span(start, start + words.len());
            match code {
                "bad-date" => Finding::error(&BAD_DATE, span, "wrong"),
                lint => Finding::lint(lint, span, "wrong"),
            }
        });
        let findings = findings.collect();
        let handbook = Handbook::default();
        let progress = progress::derive(&handbook, &settings, Date::constant(2026, 2, 20));
        let context = Context {
            handbook: &handbook,
            progress: &progress,
            settings: &settings,
            sources: &sources,
            snapshots: &[],
            language: crate::locale::Language::english().language,
        };
        let tell = |item: &Judged| {
            let finding = &item.finding;
            format!("{} {} {}", item.level.word(), finding.code, sources.slice(finding.span))
        };
        let allowances = allowances(&sources, &[]);
        judge(&context, findings, allowances).items.iter().map(tell).collect()
    }

    const TITLE: &str = "title: Example\n";

    #[test]
    fn findings_stand_in_the_order_of_the_text_and_once() {
        let earlier = [("missing-why", "late"), ("missing-why", "early"), ("missing-why", "late")];
        assert_eq!(
            judged(TITLE, "a: early\nb: late\n", &earlier),
            ["warn missing-why early", "warn missing-why late"]
        );
    }

    #[test]
    fn a_comment_silences_its_line_and_the_next() {
        let text = "a: one # okrbook: allow(missing-why)\nb: two\nc: three\n";
        let earlier = [
            ("missing-why", "one"),
            ("missing-why", "two"),
            ("missing-why", "three"),
            ("no-key-results", "two"),
        ];
        let expected = [
            "silenced missing-why one",
            "silenced missing-why two",
            "warn no-key-results two",
            "warn missing-why three",
        ];
        assert_eq!(judged(TITLE, text, &earlier), expected);
    }

    #[test]
    fn settings_can_silence_and_sharpen_lints_but_no_errors() {
        let settings = "title: Example\nlints: {default: allow, no-key-results: deny}\n";
        let earlier = [("missing-why", "one"), ("no-key-results", "two"), ("bad-date", "three")];
        let found = judged(settings, "[one, two, three]", &earlier);
        assert_eq!(found, ["deny no-key-results two", "error bad-date three"]);
    }

    #[test]
    fn a_comment_that_names_no_lint_is_an_error() {
        let text =
            "# okrbook: allow(missing-wyh)\n# okrbook: allow(bad-date)\n# okrbook: allow(vanished-goal)\n";
        assert_eq!(
            judged(TITLE, text, &[]),
            ["error unknown-lint missing-wyh", "error unknown-lint bad-date"]
        );
    }
}
