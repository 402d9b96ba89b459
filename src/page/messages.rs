//! Every word of the interface, in one table: English here, other languages over it later.

use serde::Serialize;

macro_rules! messages {
    ($($name:ident: $english:literal,)*) => {
        /// The words of the interface by name, as templates read them (`m.why`). `{n}` and the like are filled in.
        #[derive(Clone, Copy, Debug, Serialize)]
        pub struct Messages {
            $(#[doc = concat!("English: ", $english)] pub $name: &'static str,)*
        }

        /// The words in English.
        pub static ENGLISH: Messages = Messages { $($name: $english,)* };
    };
}

messages! {
    // Frame.
    skip: "Skip to the content",
    menu: "Main",
    home: "Home",
    tree: "Tree",
    strategy: "Strategy",
    mission: "Mission",
    pillars: "Pillars",
    pillar: "Pillar",
    cycles: "Cycles",
    cycle: "Cycle",
    objectives: "Objectives",
    objective: "Objective",
    teams: "Teams",
    team: "Team",
    people: "People",
    person: "Person",
    kpis: "KPIs",
    kpi: "KPI",
    method: "Method",
    rules: "Rules",
    rule: "Rule",
    handbook: "Handbook",
    all_cycles: "All cycles",
    switch_cycle: "Cycle",
    line_of_sight: "Line of sight",
    on_this_page: "On this page",
    as_of: "As of {date}",
    public_edition: "Public edition",
    internal_edition: "Internal edition",
    how_we_measure: "How we measure",
    data: "Data",
    made_with: "Made with okrbook",
    scheme_switch: "Switch between light and dark",
    edit_this_page: "Edit this page",
    previous: "Previous",
    next: "Next",
    turn: "Before and after",
    moved_title: "This page has moved",
    moved_to: "It now stands at",
    not_found_title: "There is no such page",
    not_found_text: "The address may be mistyped, or the page may have been removed. These pages lead everywhere else:",
    // Facts.
    expected: "expected {percent}",
    score: "Score",
    score_of: "score {score}",
    outcome: "Outcome",
    coverage: "{reported} of {total} reported",
    coverage_outdated: "{reported} of {total} reported, {outdated} outdated",
    no_data: "no data",
    day_of: "day {day} of {days}",
    not_begun: "begins in {n} days",
    begins_tomorrow: "begins tomorrow",
    ended: "over",
    draft: "draft",
    cancelled: "cancelled",
    masked: "numbers withheld",
    internal: "internal",
    sight_broken: "does not lead to the mission",
    sight_stale: "something on the way is outdated",
    weight: "weight {n}",
    owner: "Owner",
    owners: "Owners",
    lead: "Lead",
    ambassador: "Ambassador",
    members: "Members",
    contributors: "With",
    horizon: "Horizon",
    tags: "Tags",
    links: "Links",
    backlog: "Backlog",
    backlog_text: "Drafts without a cycle: what may come next.",
    drafts: "Drafts",
    drafts_text: "Not decided yet; they count in no average.",
    none_yet: "None yet.",
    one_objective: "1 objective",
    n_objectives: "{n} objectives",
    all_n_objectives: "All {n} objectives",
    earlier_n: "Earlier: {n}",
    // Home.
    lately: "Lately",
    needs_help: "What needs help",
    nothing_needs_help: "No running objective is off track, at risk or outdated.",
    windscreen_text: "Where we want to go",
    mirror_text: "How healthy we are",
    see_the_tree: "The whole tree",
    // Tree.
    tree_text: "From the mission to every key result. Branches open and close.",
    unaligned: "Not aligned",
    unaligned_text: "Goals that align to nothing yet.",
    opens: "Below: {title}",
    tree_without_key_results: "This handbook holds many goals: their key results stand on the page of each objective.",
    // Strategy.
    not_doing: "What we leave undone",
    by_cycle: "Cycle by cycle",
    watched_kpis: "KPIs it watches",
    direct_objectives: "Objectives",
    // Cycle.
    scorecard: "Scorecard",
    runs: "Runs",
    set_by: "Set by",
    check_in_every: "Check-ins",
    every_days: "every {n} days",
    inside: "Inside it",
    retrospective: "What we learned",
    without_team: "Without a team",
    measures: "How it is measured",
    mean_progress: "Mean progress",
    mean_score: "Mean score",
    readiness_text: "Teams with objectives in this cycle: {ready} of {total}.",
    // Objective.
    key_results: "Key results",
    also_contributes: "Also contributes to",
    contributing: "Contributing from below",
    contributing_mean: "Together they stand at {percent}; this is no part of the progress above.",
    initiatives: "Initiatives",
    initiatives_text: "The work we bet on; it never counts as progress.",
    initiative: "Initiative",
    moves: "Moves",
    dependencies: "Depends on",
    dependency: "On",
    needed_by: "Needed by",
    state: "State",
    due: "Due",
    needed_by_others: "Needed by others",
    changes: "Changes",
    date: "Date",
    what: "What changed",
    reason: "Reason",
    review: "Review",
    closed_on: "Closed on",
    decision: "What follows",
    earlier_self: "Carried over from",
    later_self: "Carried on as",
    origin: "Origin",
    ambition: "Ambition",
    source: "Source",
    moves_kpi: "moves",
    contributes_to: "contributes to",
    since_last: "{change} since {date}",
    // Team, person.
    earlier: "Earlier",
    contributes: "Contributes to",
    inside_team: "Teams inside it",
    needs_from_us: "What others need from this team",
    leads: "Leads",
    answers_for: "Answers for",
    watches: "Watches",
    works_in: "Works in",
    role: "Role",
    // KPI.
    healthy_band: "Healthy",
    at_least: "at least {n}",
    at_most: "at most {n}",
    between: "{a} to {b}",
    measured: "Measured",
    values: "Values",
    moved_by: "Meant to move it",
    watched_by: "Watched by",
    kpis_text: "Standing measures of health: how the organisation is, beside where it wants to go.",
    // Method.
    method_text: "The rules that this site applies, as they are in force. They come from the handbook's settings.",
    three_numbers: "Three numbers, never mixed",
    three_numbers_progress: "Progress says where the measure is: the way from its start to its target.",
    three_numbers_confidence: "Confidence says what its owner believes, from 0 to 1.",
    three_numbers_score: "The score is the judgement at the end, from 0 to 1.",
    pace: "Pace",
    pace_text: "A goal should stand where its share of the cycle has passed, times its par. The gap to that decides:",
    gap_on_track: "gap of at most {percent}",
    gap_at_risk: "gap of at most {percent}",
    gap_off_track: "beyond that",
    par: "Par",
    outcome_text: "A closed goal's score becomes an outcome; below these bands it was missed.",
    achieved: "Achieved from",
    partly: "Partly from",
    all_rules: "All rules",
    cadence: "Cadence",
    cadence_text: "A key result whose last check-in is older than its cadence and three days is outdated. \
        Silence is never green.",
    cadence_default: "Where a cycle says nothing, check-ins are due",
    rules_text: "What the handbook is checked for, and how loudly each rule speaks.",
    level: "Level",
    code: "Rule",
    meaning: "Meaning",
    error: "error",
    lint_levels: "An error stops the build; so does a rule at deny. A rule at warn is shown; at allow it is silent.",
}

/// Fills `{name}` in a message.
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}') else { break };
        text.push_str(&rest[..open]);
        let name = &rest[open + 1..open + close];
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => text.push_str(value),
            None => text.push_str(&rest[open..=open + close]),
        }
        rest = &rest[open + close + 1..];
    }
    text.push_str(rest);
    text
}

/// A counted thing: the first message for one, the second with `{n}` for all other numbers.
pub fn count(n: usize, one: &'static str, many: &'static str) -> String {
    if n == 1 { one.to_owned() } else { fill(many, &[("n", &n.to_string())]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_filled_once_and_in_place() {
        assert_eq!(fill("day {day} of {days}", &[("day", "4"), ("days", "{day}")]), "day 4 of {day}");
        assert_eq!(count(1, ENGLISH.one_objective, ENGLISH.n_objectives), "1 objective");
        assert_eq!(count(0, ENGLISH.one_objective, ENGLISH.n_objectives), "0 objectives");
    }
}
