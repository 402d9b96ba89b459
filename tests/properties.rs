//! What holds of every handbook: ratios are ratios, nothing depends on the order of files, nothing panics.

mod handbooks;

use handbooks::Example;
use okrbook::model::{Date, Decimal, Handbook};
use okrbook::progress::{Progress, chronicle, derive, heading, months};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A day of the years around the cycles of these tests.
fn day() -> impl Strategy<Value = Date> {
    (2025_i16..=2027, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
}

/// A number as people write one, from the commonplace to the ends of what a decimal holds.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (-2000_i64..2000, 0_u32..4).prop_map(|(digits, scale)| decimal(digits, scale)),
        1 => Just("1000000000000000000000000000".to_owned()),
        1 => Just("-1000000000000000000000000000".to_owned()),
        1 => Just("0.000000000000000000000000001".to_owned()),
        1 => Just("79228162514264337593543950335".to_owned()),
    ]
}

fn decimal(digits: i64, scale: u32) -> String {
    Decimal::new(digits, scale).to_string()
}

/// What a number means, however many zeros it ends in.
fn worth(number: &str) -> Decimal {
    number.parse().expect("a number")
}

fn weight() -> impl Strategy<Value = String> {
    prop_oneof![4 => Just("1".to_owned()), 2 => (1_i64..500).prop_map(|digits| decimal(digits, 2)), 1 => Just("0".to_owned())]
}

/// The lines of a measure and its check-ins.
fn measure() -> impl Strategy<Value = String> {
    let days = || prop::collection::btree_set(day(), 0..6);
    let values = || {
        (days(), prop::collection::vec(prop::option::of(number()), 6), prop::collection::vec(0_usize..4, 6))
    };
    let check_ins =
        |(days, values, said): (std::collections::BTreeSet<Date>, Vec<Option<String>>, Vec<usize>)| {
            let mut text = "check_ins: [".to_owned();
            for ((day, value), said) in days.iter().zip(values).zip(said) {
                let value = value.map_or_else(String::new, |value| format!(", value: {value}"));
                let status = ["", ", status: on-track", ", status: off-track", ", confidence: 0.4"][said];
                let _ = write!(text, "{{date: {day}{value}{status}}}, ");
            }
            text + "]"
        };
    prop_oneof![
        3 => (number(), number(), values()).prop_filter_map("a start that differs", move |(start, target, values)| {
            (worth(&start) != worth(&target)).then(|| format!("start: {start}, target: {target}, {}", check_ins(values)))
        }),
        1 => (number(), values())
            .prop_map(move |(target, values)| format!("start: unknown, target: {target}, {}", check_ins(values))),
        1 => (number(), day(), number()).prop_filter_map("a start that differs", |(target, day, planned)| {
            (worth(&target) != worth("7.5")).then(|| format!("start: 7.5, target: {target}, plan: [{{date: {day}, value: {planned}}}]"))
        }),
        1 => (number(), values()).prop_map(move |(bound, values)| format!("keep: {{at_least: {bound}}}, {}", check_ins(values))),
        1 => (day(), day(), weight()).prop_map(|(due, done, weight)| {
            format!("milestones: [{{title: A, due: {due}, done: {done}}}, {{title: B, due: {done}, weight: {weight}}}]")
        }),
        1 => day().prop_map(|day| format!("zones: {{commit: A, target: B, stretch: C}}, check_ins: [{{date: {day}, zone: target}}]")),
        1 => day().prop_map(|day| format!("done: {day}")),
    ]
}

/// The text of an objective whose id is `o` and its place; it aligns to the one before, a pillar or the mission.
fn objective() -> impl Strategy<Value = String> {
    let key_results = prop::collection::vec((measure(), weight()), 0..4);
    let cycle = prop::sample::select(vec!["2026", "2026-Q1", "2026-Q2"]);
    let state = prop::sample::select(vec!["draft", "active", "active", "active", "closed", "cancelled"]);
    let review = prop::option::of(day());
    let above = prop::sample::select(vec!["mission", "care", "company"]);
    (key_results, cycle, state, review, above, weight()).prop_map(
        |(key_results, cycle, state, review, above, weight)| {
            let mut text =
                format!("cycle: {cycle}\n    state: {state}\n    aligns_to: {above}\n    weight: {weight}\n");
            if let Some(closed_on) = review {
                let _ = writeln!(text, "    review: {{closed_on: {closed_on}}}");
            }
            text.push_str("    key_results:\n");
            // The first weighs something, so that not all weights are 0.
            for (index, (measure, weight)) in key_results.iter().enumerate() {
                let weight = if index == 0 { "1" } else { weight };
                let _ = writeln!(text, "      - {{id: k{index}, title: K, weight: {weight}, {measure}}}");
            }
            text
        },
    )
}

/// One file an objective, beneath a mission, a pillar and an objective of the year.
fn files(objectives: &[String]) -> Vec<String> {
    let mut files = vec![
        "mission: {statement: Care}\npillars: [{id: care, title: Care}]\nobjectives: [{id: company, title: Company, cycle: 2026, aligns_to: care}]\n"
            .to_owned(),
    ];
    let file = |(index, text): (usize, &String)| {
        format!("objectives:\n  - id: o{index}\n    title: O{index}\n    {text}")
    };
    files.extend(objectives.iter().enumerate().map(file));
    files
}

fn example(files: &[String]) -> Example {
    Example::new(&files.iter().map(String::as_str).collect::<Vec<_>>())
}

fn is_share(ratio: f64) -> bool {
    (0.0..=1.0).contains(&ratio)
}

/// Every figure is finite, and every progress lies between 0 and 1.
fn assert_sound(handbook: &Handbook, progress: &Progress) {
    for (id, declared) in handbook.objectives() {
        let objective = progress.of(id);
        let heading = heading(declared, objective);
        let shares = [objective.progress, objective.contributing, objective.score, heading];
        assert!(shares.into_iter().flatten().all(is_share), "{objective:?}");
        assert!(
            [objective.expected, objective.gap].into_iter().flatten().all(f64::is_finite),
            "{objective:?}"
        );
        for key_result in &objective.key_results {
            assert!(is_share(key_result.progress), "{key_result:?}");
            let forecast = key_result
                .forecast
                .map_or([0.0; 3], |forecast| [forecast.low, forecast.value, forecast.high]);
            let figures = [key_result.attainment, key_result.expected, key_result.gap];
            assert!(figures.into_iter().flatten().chain(forecast).all(f64::is_finite), "{key_result:?}");
        }
    }
    for cycle in &progress.cycles {
        let shares = cycle.pillars.values().copied().map(Some).chain([
            cycle.mission,
            cycle.progress,
            Some(cycle.elapsed),
        ]);
        assert!(shares.flatten().all(is_share), "{cycle:?}");
        assert!(cycle.expected.is_none_or(f64::is_finite), "{cycle:?}");
    }
}

/// What is derived, by name instead of by place.
fn by_name(example: &Example, as_of: Date) -> Vec<String> {
    let progress = derive(&example.handbook, &example.settings, as_of);
    let objectives = example.handbook.objectives.iter().zip(&progress.objectives);
    let cycles = example.handbook.cycles.iter().zip(&progress.cycles);
    let mut lines: Vec<_> = objectives
        .map(|(objective, derived)| format!("{} {derived:?}", objective.id.value))
        .chain(cycles.map(|(cycle, derived)| format!("{} {derived:?}", cycle.id.value)))
        .collect();
    lines.sort();
    lines
}

#[test]
fn of_many_pillars_a_cycle_knows_those_that_have_goals_in_it() {
    let goal = |id: &str, cycle: &str, pillar: &str| {
        let measure = "start: 0, target: 1, check_ins: [{date: 2026-01-05, value: 1}]";
        format!(
            "  - {{id: {id}, title: G, cycle: {cycle}, aligns_to: {pillar}, key_results: [{{id: k, title: K, {measure}}}]}}\n"
        )
    };
    let pillars = "pillars: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]\n";
    let goals = [goal("x", "2026-Q1", "b"), goal("y", "2026-H1", "c")].concat();
    let Example { handbook, settings } = Example::new(&[format!("{pillars}objectives:\n{goals}").as_str()]);
    let progress = derive(&handbook, &settings, jiff::civil::date(2026, 2, 1));
    let known: Vec<Vec<(usize, f64)>> = progress
        .cycles
        .iter()
        .map(|cycle| cycle.pillars.iter().map(|(pillar, progress)| (pillar.index(), *progress)).collect())
        .collect();
    assert_eq!(known, [[(2, 1.0)], [(1, 1.0)]]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_sound_on_every_day(objectives in prop::collection::vec(objective(), 0..5), as_of in day()) {
        let example = example(&files(&objectives));
        for as_of in [as_of, Date::MIN, Date::MAX, jiff::civil::date(2026, 3, 31)] {
            assert_sound(&example.handbook, &derive(&example.handbook, &example.settings, as_of));
        }
    }

    #[test]
    fn deriving_twice_gives_the_same(objectives in prop::collection::vec(objective(), 1..5), as_of in day()) {
        let example = example(&files(&objectives));
        let derive = || derive(&example.handbook, &example.settings, as_of);
        prop_assert_eq!(derive(), derive());
    }

    #[test]
    fn months_are_counted_as_they_are_told(objectives in prop::collection::vec(objective(), 0..5), as_of in day()) {
        let handbook = example(&files(&objectives)).handbook;
        let mut told: BTreeMap<Date, usize> = BTreeMap::new();
        for entry in chronicle(&handbook, as_of, [as_of]) {
            *told.entry(entry.date.first_of_month()).or_default() += 1;
        }
        prop_assert_eq!(months(&handbook, as_of, [as_of]), told);
    }

    #[test]
    fn the_order_of_files_changes_nothing(objectives in prop::collection::vec(objective(), 1..6), as_of in day()) {
        let mut files = files(&objectives);
        let there = by_name(&example(&files), as_of);
        files.reverse();
        prop_assert_eq!(there, by_name(&example(&files), as_of));
    }

    #[test]
    fn progress_follows_the_measured_value(start in number(), target in number(), one in number(), two in number()) {
        prop_assume!(worth(&start) != worth(&target));
        let at = |value: &str| {
            let measure = format!("start: {start}, target: {target}, check_ins: [{{date: 2026-01-05, value: {value}}}]");
            let text = format!(
                "objectives: [{{id: o, title: O, cycle: 2026-Q1, key_results: [{{id: k, title: K, {measure}}}]}}]"
            );
            let Example { handbook, settings } = Example::new(&[text.as_str()]);
            derive(&handbook, &settings, jiff::civil::date(2026, 1, 5)).objectives[0].progress.expect("it has a key result")
        };
        let (less, more) = if worth(&one) <= worth(&two) { (at(&one), at(&two)) } else { (at(&two), at(&one)) };
        if worth(&start) < worth(&target) {
            prop_assert!(less <= more, "{less} > {more} while rising");
        } else {
            prop_assert!(less >= more, "{less} < {more} while falling");
        }
    }
}
