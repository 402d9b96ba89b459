//! A target, a start, bounds or a weight that differs from the last snapshot, without a reason.

use crate::config::LintLevel;
use crate::lint::frozen::written;
use crate::lint::{Context, Findings, Rule};
use crate::model::{KeyResult, Measure, State};
use crate::snapshot::Snapshot;
use crate::snapshot::compare::{Change, What, goalposts, weight_of_objective};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "moved-goalpost",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("moved_goalpost.md"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for kept in context.kept_objectives() {
        // A draft promised nothing yet.
        if kept.snapshot.whole.progress.of(kept.then).state == State::Draft {
            continue;
        }
        let objective = &context.handbook[kept.now];
        let between = context.since(kept.snapshot);
        let team = context.team_of(objective);
        let of_objective = weight_of_objective(between, kept.then, kept.now);
        for change in of_objective.iter().filter(|change| is_moved(change)) {
            let span = objective.weight_span.unwrap_or(objective.id.span);
            let what = format!("weight of `{}`", objective.id.value);
            findings.push(finding(context, findings, kept.snapshot, change, span, &what).team(team));
        }
        for key_result in kept.key_results(context) {
            let now = context.handbook.key_result(key_result.now);
            for change in goalposts(between, key_result.then, key_result.now).iter().filter(|c| is_moved(c)) {
                let word = if change.what == What::Measure { "kind of measure" } else { change.what.word() };
                let what = format!("{word} of key result `{}`", now.id.value);
                let span = place(change.what, now);
                findings.push(finding(context, findings, kept.snapshot, change, span, &what).team(team));
            }
        }
    }
}

/// Whether it is one of those that are never moved quietly, and nobody gave a reason. A start that becomes known
/// moves nothing.
fn is_moved(change: &Change) -> bool {
    let is_goalpost = match change.what {
        What::Start => change.from.is_something(),
        What::Target | What::Bounds | What::Weight | What::Measure => true,
        _ => false,
    };
    is_goalpost && change.reasons.is_empty()
}

fn finding(
    context: &Context,
    findings: &Findings,
    snapshot: &Snapshot,
    change: &Change,
    span: Span,
    what: &str,
) -> crate::diagnostic::Finding {
    let (from, to) = (written(&change.from), written(&change.to));
    let id = &snapshot.about.id;
    let was = if change.what == What::Bounds { "were" } else { "was" };
    let help = format!(
        "say why below `changes`: `{{date: {}, what: {} from {from} to {to}, reason: …}}`",
        context.progress.as_of,
        change.what.word(),
    );
    findings
        .at(
            span,
            format!("the {what} {was} {from} in snapshot `{id}`, and no change since then gives a reason"),
        )
        .here(format!("now {to}"))
        .help(help)
}

/// Where the value that moved is written.
fn place(what: What, key_result: &KeyResult) -> Span {
    match (&key_result.measure, what) {
        (_, What::Weight) => key_result.weight_span.unwrap_or(key_result.id.span),
        (Measure::Metric { start, .. }, What::Start) => start.span,
        (Measure::Metric { target, .. }, _) => target.span,
        (Measure::Keep(bounds), _) => bounds.span,
        (Measure::Zones(texts), _) => texts.span,
        (Measure::Done(done), _) => done.span,
        (Measure::Milestones(_), _) => key_result.id.span,
    }
}
