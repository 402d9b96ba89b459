//! What holds of every comparison of two moments: nothing differs from itself, and what is new one way round is gone the
//! other way round.

#![allow(clippy::format_push_string, reason = "a handbook of a test is small")]

mod handbooks;

use handbooks::Example;
use okrbook::model::{Audience, Date};
use okrbook::progress::{Progress, derive};
use okrbook::snapshot::compare::{Comparison, Moment, What, compare};
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
    Moment { name: "then", handbook: &example.handbook, progress }
}

/// The references of what is new, or gone.
fn told(comparison: &Comparison, what: What) -> Vec<String> {
    let changes = comparison.changes.iter().filter(|change| change.what == what);
    let mut references: Vec<String> = changes.map(|change| change.subject.reference.clone()).collect();
    references.sort();
    references
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
