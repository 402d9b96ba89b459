//! Stories at the edges of lints that their pages do not show: the day on which a finding begins, what is left
//! alone, and what the settings change. Each page's own example runs in `rules.rs`.

use okrbook::compile::{Inputs, Options, compile};
use okrbook::diagnostic::Level;
use okrbook::model::Date;
use okrbook::text::Sources;

/// What one lint finds in a handbook on a day: the words that it points at, each once for each finding.
struct Story {
    settings: &'static str,
    /// What the settings say of lints, beside the one that is asked for.
    lints: &'static str,
    files: Vec<(&'static str, String)>,
}

impl Story {
    fn new(text: impl Into<String>) -> Story {
        Story { settings: "", lints: "", files: vec![("content/goals.yaml", text.into())] }
    }

    fn with(mut self, path: &'static str, text: &str) -> Story {
        self.files.push((path, text.to_owned()));
        self
    }

    fn set(mut self, settings: &'static str) -> Story {
        self.settings = settings;
        self
    }

    fn lints(mut self, lints: &'static str) -> Story {
        self.lints = lints;
        self
    }

    /// The words at which `code` points, and its messages.
    fn told(&self, code: &str, as_of: &str) -> Vec<(String, String)> {
        let mut sources = Sources::default();
        let settings = format!(
            "title: Example\nlints: {{default: allow, {code}: warn, {}}}\n{}",
            self.lints, self.settings
        );
        let settings = sources.add("okrbook.yaml", settings.into_bytes());
        let (mut content, mut data) = (Vec::new(), Vec::new());
        for (path, text) in &self.files {
            let id = sources.add(*path, text.clone().into_bytes());
            if path.starts_with("data/") { data.push(id) } else { content.push(id) }
        }
        let today: Date = as_of.parse().expect("a story names a day");
        let options = Options { as_of: None, today, audience: None, base_url: None, drafts: false };
        let compiled = compile(Inputs {
            sources,
            settings,
            content,
            data,
            assets: Vec::new(),
            theme_files: Vec::new(),
            snapshots: Vec::new(),
            options,
        });
        let tell = |judged: &okrbook::diagnostic::Judged| {
            let finding = &judged.finding;
            assert_eq!((finding.code, judged.level), (code, Level::Warn), "{}", finding.message);
            (compiled.sources.slice(finding.span).to_owned(), finding.message.clone())
        };
        compiled.report.items.iter().map(tell).collect()
    }

    fn finds(&self, code: &str, as_of: &str, places: &[&str]) {
        let told = self.told(code, as_of);
        let found: Vec<&str> = told.iter().map(|(place, _)| place.as_str()).collect();
        assert_eq!(found, places, "{code} on {as_of}: {told:?}");
    }
}

/// An objective of the first quarter of 2026 (90 days) with these lines in its only key result.
fn measured(lines: &str) -> Story {
    measured_in("2026-Q1", lines)
}

fn measured_in(cycle: &str, lines: &str) -> Story {
    let key_result = lines.replace('\n', "\n        ");
    Story::new(format!(
        "objectives:\n  - id: goal\n    title: Goal\n    cycle: {cycle}\n    key_results:\n      - id: kr\n        title: Measure\n        {key_result}\n"
    ))
}

fn objective(lines: &str) -> Story {
    let lines = lines.replace('\n', "\n    ");
    Story::new(format!("objectives:\n  - id: goal\n    title: Goal\n    {lines}\n"))
}

#[test]
fn a_target_reached_on_the_thirtieth_of_ninety_days_was_easy() {
    let reached =
        |day: &str| measured(&format!("start: 0\ntarget: 10\ncheck_ins: [{{date: {day}, value: 11}}]"));
    reached("2026-01-30").finds("sandbagging", "2026-01-30", &["kr"]);
    reached("2026-01-30").finds("sandbagging", "2026-03-20", &["kr"]);
    reached("2026-01-31").finds("sandbagging", "2026-01-31", &[]);
}

#[test]
fn what_was_reached_and_lost_again_was_not_easy() {
    let lost =
        "start: 0\ntarget: 10\ncheck_ins: [{date: 2026-01-12, value: 10}, {date: 2026-02-12, value: 7}]";
    measured(lost).finds("sandbagging", "2026-01-20", &["kr"]);
    measured(lost).finds("sandbagging", "2026-02-20", &[]);
}

#[test]
fn what_is_kept_from_the_first_day_on_is_not_easy() {
    let kept = "keep: {at_least: 90}\ncheck_ins: [{date: 2026-01-12, value: 95}]";
    measured(kept).finds("sandbagging", "2026-01-20", &[]);
}

#[test]
fn a_first_confidence_on_the_limit_is_fine() {
    let sure = |first: &str| {
        measured(&format!(
            "start: 0\ntarget: 10\ncheck_ins:\n  - {{date: 2026-01-05, value: 0, confidence: {first}}}\n  - {{date: 2026-02-05, value: 9, confidence: 1.0}}"
        ))
    };
    sure("0.9").finds("overconfident-start", "2026-02-20", &[]);
    sure("0.95").finds("overconfident-start", "2026-02-20", &["goal"]);
}

#[test]
fn a_team_is_late_from_the_day_after_until_the_cycle_is_over() {
    let late = Story::new("cycles: [{id: 2026-Q1, set_by: 2026-01-16}]\nteams: [{id: wards, name: Wards}]\n");
    late.finds("late-set", "2026-01-16", &[]);
    late.finds("late-set", "2026-01-17", &["wards"]);
    late.finds("late-set", "2026-03-31", &["wards"]);
    late.finds("late-set", "2026-04-01", &[]);
}

#[test]
fn silence_is_stale_after_the_cadence_and_three_days() {
    let silent = measured("start: 0\ntarget: 10\ncheck_ins: [{date: 2026-01-09, value: 1}]");
    silent.finds("stale-check-in", "2026-01-19", &[]);
    silent.finds("stale-check-in", "2026-01-20", &["kr"]);
    let told = silent.told("stale-check-in", "2026-01-20");
    assert_eq!(told[0].1, "key result `kr` was last reported on 2026-01-09, and a check-in is due weekly");
}

#[test]
fn a_goal_that_was_never_reported_is_stale_from_the_first_day_of_its_cycle_on() {
    let silent = measured("start: 0\ntarget: 10");
    silent.finds("stale-check-in", "2026-01-11", &[]);
    let told = silent.told("stale-check-in", "2026-01-12");
    let message =
        "key result `kr` has no check-in since its cycle began on 2026-01-01, and one is due weekly";
    assert_eq!(told, [("kr".to_owned(), message.to_owned())]);
}

#[test]
fn only_the_last_word_is_asked_for_a_reason() {
    let risk = |last: &str| {
        measured(&format!(
            "start: 0\ntarget: 10\ncheck_ins:\n  - {{date: 2026-01-05, value: 0, status: at-risk}}\n  - {last}"
        ))
    };
    risk("{date: 2026-01-12, value: 0, status: off-track}").finds(
        "silent-risk",
        "2026-01-12",
        &["off-track"],
    );
    risk("{date: 2026-01-12, value: 0, status: off-track}").finds("silent-risk", "2026-01-11", &["at-risk"]);
    risk("{date: 2026-01-12, value: 2, status: on-track}").finds("silent-risk", "2026-01-12", &[]);
    risk("{date: 2026-01-12, value: 0, status: at-risk, note: No nurse.}").finds(
        "silent-risk",
        "2026-01-12",
        &[],
    );
}

#[test]
fn a_status_is_contradicted_when_the_gap_is_over_a_third() {
    // Expected by 20 February: 51 of 90 days, times 0.7 for a stretch.
    let behind =
        measured("start: 0\ntarget: 100\ncheck_ins: [{date: 2026-02-16, value: 10, status: on-track}]");
    behind.finds("contradicted-status", "2026-02-20", &[]);
    behind.finds("contradicted-status", "2026-03-10", &["on-track"]);
}

#[test]
fn an_objective_may_stay_open_for_a_week_or_as_long_as_its_team_says() {
    let story = Story::new("teams: [{id: wards, name: Wards}]\n")
        .with("content/goal.yaml", "objectives: [{id: goal, title: Goal, cycle: 2025-Q4, team: wards}]\n");
    story.finds("close-overdue", "2026-01-07", &[]);
    story.finds("close-overdue", "2026-01-08", &["goal"]);

    let patient = story.lints("teams: {wards: {close-overdue: {limit: 30}}}");
    patient.finds("close-overdue", "2026-01-30", &[]);
    patient.finds("close-overdue", "2026-01-31", &["goal"]);
}

#[test]
fn a_review_that_is_still_to_come_closes_nothing_yet() {
    let planned = objective("cycle: 2025-Q4\nstate: closed\nreview: {closed_on: 2026-03-01}");
    planned.finds("close-overdue", "2026-02-20", &["goal"]);
    planned.finds("incomplete-review", "2026-02-20", &[]);
    planned.finds("close-overdue", "2026-03-01", &[]);
    planned.finds("incomplete-review", "2026-03-01", &["goal"]);
}

#[test]
fn a_review_says_what_it_leaves_open() {
    let review = |fields: &str| {
        objective(&format!("cycle: 2025-Q4\nreview: {{closed_on: 2026-01-05{fields}}}"))
            .told("incomplete-review", "2026-02-20")
    };
    assert_eq!(review(", decision: keep")[0].1, "the review of objective `goal` has no `learned`");
    assert_eq!(review(", learned: A lot.")[0].1, "the review of objective `goal` has no `decision`");
    assert_eq!(review("")[0].1, "the review of objective `goal` has no `learned` and no `decision`");
    assert!(review(", learned: A lot., decision: keep").is_empty());
}

#[test]
fn what_was_closed_or_cancelled_without_a_review() {
    objective("cycle: 2025-Q4\nstate: closed").finds("incomplete-review", "2026-02-20", &["goal"]);
    objective("cycle: 2025-Q4\nstate: closed").finds("close-overdue", "2026-02-20", &[]);
    objective("cycle: 2025-Q4\nstate: cancelled").finds("incomplete-review", "2026-02-20", &[]);
}

#[test]
fn a_check_in_is_late_from_the_fifteenth_day_on() {
    let check_ins =
        "start: 0\ntarget: 10\ncheck_ins: [{date: 2026-01-14, value: 1}, {date: 2026-01-15, value: 2}]";
    measured_in("2025-Q4", check_ins).finds("late-check-in", "2026-02-20", &["2026-01-15"]);
}

#[test]
fn a_series_that_goes_on_is_found_once() {
    let story = measured_in("2025-Q4", "start: 0\ntarget: 10\ndata: data/signups.csv").with(
        "data/signups.csv",
        "date,value\n2025-12-31,1\n2026-02-01,2\n2026-02-02,3\n2026-02-21,4\n2026-02-22,5\n",
    );
    story.finds("late-check-in", "2026-02-20", &["2026-02-01"]);
    story.finds("future-check-in", "2026-02-20", &["2026-02-21"]);
}

#[test]
fn every_check_in_of_a_day_to_come_is_found_where_people_wrote_it() {
    let early = measured(
        "start: 0\ntarget: 10\ncheck_ins:\n  - {date: 2026-02-20, value: 1}\n  - {date: 2026-02-21, value: 2}\n  - {date: 2027-01-05, value: 3}",
    );
    early.finds("future-check-in", "2026-02-20", &["2026-02-21", "2027-01-05"]);
}

#[test]
fn a_link_in_prose_is_use() {
    let story = Story::new(
        "teams: [{id: wards, name: Wards}]\nkpis: [{id: beds, title: Beds}]\npeople: [{id: ben, name: Ben}]\n",
    )
    .with("content/people/ana.md", "---\nperson: {id: ana, name: Ana}\n---\n");
    story.finds("unused-kpi", "2026-02-20", &["beds"]);
    story.finds("unused-team", "2026-02-20", &["wards"]);
    story.finds("unused-person", "2026-02-20", &["ben", "ana"]);

    let linked = story.with(
        "content/index.md",
        "# Home\n\n[Ana](people/ana.md) looks after [beds](okr:kpi/beds) of [the wards](okr:team/wards).\n",
    );
    linked.finds("unused-kpi", "2026-02-20", &[]);
    linked.finds("unused-team", "2026-02-20", &[]);
    linked.finds("unused-person", "2026-02-20", &["ben"]);
}

#[test]
fn titles_are_compared_as_readers_do() {
    let goals = |second: &str| {
        Story::new(format!(
            "objectives:\n  - {{id: a, title: Calm wards, cycle: 2026-Q1}}\n  - {{id: b, title: \"calm  Wards\", {second}}}\n"
        ))
    };
    goals("cycle: 2026-Q1").finds("duplicate-title", "2026-02-20", &["\"calm  Wards\""]);
    goals("cycle: 2026-Q2").finds("duplicate-title", "2026-02-20", &[]);
    goals("cycle: 2026-Q1, state: draft").finds("duplicate-title", "2026-02-20", &[]);
}

#[test]
fn html_is_told_what_becomes_of_it() {
    let story = || Story::new("").with("content/index.md", "# Home\n\nIt is <b>bold</b>.\n");
    let message = |story: Story| {
        let told = story.told("raw-html", "2026-02-20");
        assert_eq!(told.iter().map(|(place, _)| place.as_str()).collect::<Vec<_>>(), ["<b>"]);
        told[0].1.clone()
    };
    assert_eq!(message(story()), "HTML is shown to readers as it is written here");
    assert_eq!(
        message(story().set("raw_html: sanitize\n")),
        "of this HTML, only what is harmless reaches the page"
    );
    assert_eq!(message(story().set("raw_html: allow\n")), "this HTML reaches the page unchecked");
}

#[test]
fn a_picture_in_a_why_needs_words_too() {
    objective("cycle: 2026-Q1\nwhy: \"See ![ ](https://example.org/a.png).\"").finds(
        "missing-alt-text",
        "2026-02-20",
        &["![ ](https://example.org/a.png)"],
    );
}

#[test]
fn a_draft_needs_no_owner_yet() {
    let story = objective("cycle: 2026-Q1");
    story.finds("missing-owner", "2026-02-20", &["goal"]);
    objective("state: draft").finds("missing-owner", "2026-02-20", &[]);
}

#[test]
fn what_is_implied_is_told_with_the_first_entry_of_the_list_that_leads_there() {
    let story = Story::new(
        "mission: {statement: Be well}\npillars: [{id: near, title: Near}]\nobjectives:\n  \
         - {id: one, title: One, cycle: 2026-Q1, aligns_to: near, key_results: [{id: kr, title: M, start: 0, target: 1}]}\n  \
         - {id: two, title: Two, cycle: 2026-Q1, aligns_to: [mission, one/kr, near, one/kr, one]}\n",
    );
    let told = story.told("redundant-alignment", "2026-02-20");
    let told: Vec<String> = told.into_iter().map(|(place, message)| format!("{place}: {message}")).collect();
    assert_eq!(
        told,
        [
            "mission: `one/kr` leads to `mission` already",
            "near: `one/kr` leads to `near` already",
            "one/kr: `one/kr` leads to `one/kr` already",
            "one: `one/kr` leads to `one` already",
        ]
    );
}

#[test]
fn a_net_in_which_everything_serves_everything_before_it_is_looked_through() {
    let goals = (0..300).map(|index| {
        let earlier: Vec<String> = (0..index).map(|earlier| format!("o{earlier}")).collect();
        let earlier = earlier.join(", ");
        format!("  - {{id: o{index}, title: Goal {index}, cycle: 2026-Q1, aligns_to: [{earlier}]}}\n")
    });
    let net = Story::new(format!("objectives:\n{}", goals.collect::<String>()));
    // Of each list, all but the last entry.
    assert_eq!(net.told("redundant-alignment", "2026-02-20").len(), 298 * 299 / 2);
}
