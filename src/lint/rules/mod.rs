//! The index of all rules: a `mod` line and a line in [`RULES`], both sorted.

use super::Rule;

mod activity_key_result;
mod appraisal_language;
mod close_overdue;
mod closed_parent;
mod contradicted_status;
mod double_counted_kpi;
mod duplicate_title;
mod future_check_in;
mod incomplete_review;
mod individual_objective;
mod kpi_as_key_result;
mod kpi_without_target;
mod late_check_in;
mod late_set;
mod missing_alt_text;
mod missing_ambition;
mod missing_baseline;
mod missing_message;
mod missing_not_doing;
mod missing_owner;
mod missing_unit;
mod missing_why;
mod mostly_tasks;
mod moved_goalpost;
mod no_key_results;
mod orphan_objective;
mod outlived_parent;
mod output_objective;
mod overconfident_start;
mod pillar_without_kpi;
mod placeholder;
mod raw_html;
mod redundant_alignment;
mod renamed_reference;
mod rewritten_history;
mod sandbagging;
mod several_owners;
mod silent_risk;
mod stale_check_in;
mod suspect_alignment;
mod too_few_key_results;
mod too_many_key_results;
mod too_many_objectives;
mod unconfirmed_dependency;
mod uncovered_objective;
mod uncovered_pillar;
mod unused_kpi;
mod unused_person;
mod unused_team;
mod vanished_goal;
mod weak_accent;

/// All rules, by name.
pub static RULES: &[&Rule] = &[
    &activity_key_result::RULE,
    &appraisal_language::RULE,
    &close_overdue::RULE,
    &closed_parent::RULE,
    &contradicted_status::RULE,
    &double_counted_kpi::RULE,
    &duplicate_title::RULE,
    &future_check_in::RULE,
    &incomplete_review::RULE,
    &individual_objective::RULE,
    &kpi_as_key_result::RULE,
    &kpi_without_target::RULE,
    &late_check_in::RULE,
    &late_set::RULE,
    &missing_alt_text::RULE,
    &missing_ambition::RULE,
    &missing_baseline::RULE,
    &missing_message::RULE,
    &missing_not_doing::RULE,
    &missing_owner::RULE,
    &missing_unit::RULE,
    &missing_why::RULE,
    &mostly_tasks::RULE,
    &moved_goalpost::RULE,
    &no_key_results::RULE,
    &orphan_objective::RULE,
    &outlived_parent::RULE,
    &output_objective::RULE,
    &overconfident_start::RULE,
    &pillar_without_kpi::RULE,
    &placeholder::RULE,
    &raw_html::RULE,
    &redundant_alignment::RULE,
    &renamed_reference::RULE,
    &rewritten_history::RULE,
    &sandbagging::RULE,
    &several_owners::RULE,
    &silent_risk::RULE,
    &stale_check_in::RULE,
    &suspect_alignment::RULE,
    &too_few_key_results::RULE,
    &too_many_key_results::RULE,
    &too_many_objectives::RULE,
    &unconfirmed_dependency::RULE,
    &uncovered_objective::RULE,
    &uncovered_pillar::RULE,
    &unused_kpi::RULE,
    &unused_person::RULE,
    &unused_team::RULE,
    &vanished_goal::RULE,
    &weak_accent::RULE,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::LintLevel::{self, Allow, Deny, Warn};
    use crate::diagnostic::errors::ERRORS;

    const HEADINGS: [&str; 4] = ["What it finds", "Why it matters", "Example", "Instead"];

    /// What the settings of every handbook build upon: each lint with its level and limit where they are silent.
    /// A change here changes what people hear who have changed nothing.
    #[rustfmt::skip]
    const DEFAULTS: &[(&str, LintLevel, Option<f64>)] = &[
        // alignment
        ("orphan-objective", Warn, None),
        ("uncovered-pillar", Warn, None),
        ("uncovered-objective", Allow, Some(14.0)),
        ("suspect-alignment", Warn, None),
        ("closed-parent", Warn, None),
        ("outlived-parent", Warn, None),
        ("renamed-reference", Warn, None),
        ("unconfirmed-dependency", Warn, None),
        ("redundant-alignment", Warn, None),
        // focus
        ("too-many-objectives", Warn, Some(3.0)),
        ("too-many-key-results", Warn, Some(5.0)),
        ("no-key-results", Warn, None),
        ("too-few-key-results", Warn, Some(1.0)),
        ("missing-not-doing", Allow, None),
        // purpose
        ("missing-why", Warn, None),
        ("individual-objective", Warn, None),
        ("several-owners", Warn, None),
        ("appraisal-language", Warn, None),
        // measure
        ("missing-unit", Allow, None),
        ("missing-baseline", Warn, Some(14.0)),
        ("activity-key-result", Warn, None),
        ("output-objective", Allow, None),
        ("placeholder", Warn, None),
        ("kpi-as-key-result", Warn, None),
        ("mostly-tasks", Warn, Some(0.5)),
        ("double-counted-kpi", Warn, None),
        ("kpi-without-target", Allow, None),
        ("pillar-without-kpi", Allow, None),
        // ambition
        ("sandbagging", Allow, Some(1.0 / 3.0)),
        ("overconfident-start", Allow, Some(0.9)),
        ("missing-ambition", Allow, None),
        // cadence
        ("late-set", Warn, None),
        ("stale-check-in", Warn, None),
        ("silent-risk", Warn, None),
        ("contradicted-status", Warn, Some(0.33)),
        ("close-overdue", Warn, Some(7.0)),
        ("incomplete-review", Warn, None),
        ("late-check-in", Warn, Some(14.0)),
        ("future-check-in", Warn, None),
        // history
        ("moved-goalpost", Warn, None),
        ("rewritten-history", Deny, None),
        ("vanished-goal", Deny, None),
        // people
        ("missing-owner", Warn, None),
        ("unused-person", Allow, None),
        ("unused-team", Allow, None),
        ("unused-kpi", Allow, None),
        // text
        ("duplicate-title", Warn, None),
        ("missing-alt-text", Warn, None),
        ("raw-html", Allow, None),
        ("missing-message", Warn, None),
        ("weak-accent", Warn, None),
    ];

    #[test]
    fn the_defaults_are_those_that_handbooks_rely_on() {
        for rule in RULES {
            let default = DEFAULTS.iter().find(|(name, ..)| *name == rule.name);
            assert_eq!(default, Some(&(rule.name, rule.level, rule.limit)));
        }
        for (name, ..) in DEFAULTS {
            assert!(super::super::names().any(|known| known == *name), "there is no lint `{name}`");
        }
    }

    #[test]
    fn rules_are_sorted_and_have_names_of_their_own() {
        assert!(RULES.is_sorted_by(|one, next| one.name < next.name), "RULES is sorted by name, each once");
        for rule in RULES {
            assert!(!ERRORS.iter().any(|error| error.name == rule.name), "`{}` is an error too", rule.name);
        }
    }

    #[test]
    fn every_page_has_its_name_a_summary_and_the_four_headings() {
        for rule in RULES {
            let mut lines = rule.docs.lines().filter(|line| !line.trim().is_empty());
            assert_eq!(lines.next(), Some(format!("# {}", rule.name).as_str()));
            let summary = lines.next().unwrap_or_default();
            assert!(!summary.is_empty() && !summary.starts_with('#'), "`{}` has no summary", rule.name);
            let headings: Vec<_> = rule.docs.lines().filter_map(|line| line.strip_prefix("## ")).collect();
            assert_eq!(headings, HEADINGS, "headings of `{}`", rule.name);
        }
    }

    #[test]
    #[allow(clippy::disallowed_methods, reason = "the test compares the index with the folder beside it")]
    fn every_file_of_the_folder_is_a_rule_and_its_page() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lint/rules");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder of this file exists")
            .map(|entry| entry.expect("its entries can be read").file_name().to_string_lossy().into_owned())
            .filter(|name| name != "mod.rs")
            .collect();
        files.sort();
        let stems = RULES.iter().map(|rule| rule.name.replace('-', "_"));
        let mut expected: Vec<String> =
            stems.flat_map(|stem| [format!("{stem}.md"), format!("{stem}.rs")]).collect();
        expected.sort();
        assert_eq!(files, expected);
    }
}
