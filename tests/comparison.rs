//! What holds of every comparison of two moments: nothing differs from itself, and what is new one way round is gone the
//! other way round.

#![allow(clippy::format_push_string, reason = "a handbook of a test is small")]

mod handbooks;

use handbooks::Example;
use okrbook::locale::Language;
use okrbook::model::{Audience, Date};
use okrbook::page::comparison::{sections, summary};
use okrbook::progress::{Progress, derive};
use okrbook::snapshot::compare::{Comparison, Moment, What, compare};
use okrbook::snapshot::public_editions;
use proptest::prelude::*;

/// Some objectives out of six, each with some of three key results; what they say depends on a seed.
fn handbook() -> impl Strategy<Value = String> {
    let objective = (any::<bool>(), 0_u8..8, 1_i32..5, prop::option::of(0_u8..9));
    prop::collection::vec(objective, 6).prop_map(|objectives| {
        let mut text = "mission: {statement: Care}\nobjectives:\n".to_owned();
        for (index, (is_there, key_results, target, value)) in objectives.into_iter().enumerate() {
            if !is_there {
                continue;
            }
            text += &format!(
                "  - id: o{index}\n    title: Goal {target}\n    cycle: 2026-Q1\n    aligns_to: mission\n"
            );
            text += "    key_results:\n      - {id: always, title: Always, done: false}\n";
            for key in (0..3).filter(|key| key_results & (1 << key) != 0) {
                let check_ins = value.map_or_else(String::new, |value| {
                    format!(", check_ins: [{{date: 2026-01-09, value: {value}}}]")
                });
                text += &format!("      - {{id: k{key}, title: K, start: 0, target: {target}{check_ins}}}\n");
            }
        }
        if text.ends_with("objectives:\n") { "mission: {statement: Care}\n".to_owned() } else { text }
    })
}

fn derived(example: &Example) -> Progress {
    derive(&example.handbook, &example.settings, Date::constant(2026, 2, 20))
}

fn moment<'a>(example: &'a Example, progress: &'a Progress) -> Moment<'a> {
    Moment { name: "then", handbook: &example.handbook, progress, withholds: false }
}

/// The references of what is new, or gone.
fn told(comparison: &Comparison, what: What) -> Vec<String> {
    let changes = comparison.changes.iter().filter(|change| change.what == what);
    let mut references: Vec<String> = changes.map(|change| change.subject.reference.clone()).collect();
    references.sort();
    references
}

/// What changed in the words of a reader, from one text to the other.
fn in_words(from: &str, to: &str) -> (String, Vec<String>) {
    let (from, to) = (Example::new(&[from]), Example::new(&[to]));
    let (then, now) = (derived(&from), derived(&to));
    let comparison = compare(moment(&from, &then), moment(&to, &now), Audience::Public);
    let words = Language::english();
    let sections = sections(&comparison, words).into_iter();
    let told = sections.flat_map(|section| section.sentences).map(|told| told.plain()).collect();
    (summary(&comparison, words), told)
}

fn waiting(check_ins: &str) -> String {
    format!(
        "objectives: [{{id: sooner, title: Sooner, cycle: 2026-Q1, key_results: [{{id: wait, \
         title: Waiting time, start: 20, target: 10, check_ins: [{check_ins}]}}]}}]\n"
    )
}

#[test]
fn a_check_in_that_was_taken_out_or_changed_is_told_and_a_new_one_is_not() {
    let then = waiting("{date: 2026-01-10, value: 18}, {date: 2026-01-20, value: 15}");
    let (summary, told) = in_words(&then, &waiting("{date: 2026-01-20, value: 15}"));
    assert!(summary.ends_with("Records that were rewritten: 1."), "{summary}");
    let gone =
        "The record of “Waiting time” (“Sooner”) was rewritten: for 10 Jan 2026 it said 18, which is gone.";
    assert_eq!(told, [gone]);

    let (_, told) = in_words(&then, &waiting("{date: 2026-01-10, value: 17}, {date: 2026-01-20, value: 15}"));
    let other =
        "The record of “Waiting time” (“Sooner”) was rewritten: for 10 Jan 2026 it said 18, and says 17 now.";
    assert_eq!(told, [other]);

    let more = "{date: 2026-01-10, value: 18}, {date: 2026-01-20, value: 15}, {date: 2026-03-01, value: 12}";
    assert_eq!(in_words(&then, &waiting(more)).1, Vec::<String>::new());
}

#[test]
fn the_summary_counts_what_is_given_up_and_what_is_worded_anew() {
    let goals = |state: &str, title: &str| {
        format!(
            "objectives:\n  - {{id: a, title: One, cycle: 2026-Q1{state}}}\n  - {{id: b, title: {title}, cycle: \
             2026-Q1}}\n"
        )
    };
    let (summary, _) = in_words(&goals("", "Two"), &goals(", state: cancelled", "Second"));
    assert!(summary.ends_with(" Given up: 1 · Worded anew: 1."), "{summary}");
}

#[test]
fn a_goal_that_only_changes_its_readers_is_neither_new_nor_gone() {
    let goal =
        |more: &str| format!("objectives: [{{id: secret, title: Secret plan, cycle: 2026-Q1{more}}}]\n");
    let (open, closed) = (Example::new(&[&goal("")]), Example::new(&[&goal(", visibility: internal")]));
    for (from, to) in [(&open, &closed), (&closed, &open)] {
        let (then, now) = public_editions(&from.handbook, &to.handbook);
        assert!(then.objectives.is_empty() && now.objectives.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_differs_from_itself(text in handbook()) {
        let example = Example::new(&[&text]);
        let progress = derived(&example);
        let same = moment(&example, &progress);
        prop_assert!(compare(same, same, Audience::Internal).is_empty());
    }

    #[test]
    fn what_is_new_one_way_round_is_gone_the_other_way_round(one in handbook(), other in handbook()) {
        let (one, other) = (Example::new(&[&one]), Example::new(&[&other]));
        let (first, second) = (derived(&one), derived(&other));
        let there = compare(moment(&one, &first), moment(&other, &second), Audience::Internal);
        let back = compare(moment(&other, &second), moment(&one, &first), Audience::Internal);
        prop_assert_eq!(told(&there, What::Added), told(&back, What::Dropped));
        prop_assert_eq!(told(&there, What::Dropped), told(&back, What::Added));
        prop_assert_eq!(there.standings.len(), back.standings.len());
    }
}
