//! okrbook.yaml, as types whose schema editors read.
#![expect(dead_code, clippy::zero_sized_map_values, reason = "the types exist for their schema alone")]

use super::shape::{
    Audience, Cadence, Color, Date, Id, Level, Month, Number, RawHtml, Share, Text, Title, Url, Visibility,
};
use schemars::JsonSchema;
use std::collections::BTreeMap;

/// Settings of an okrbook handbook.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "okrbook.yaml")]
pub(super) struct Settings {
    /// Name of the handbook.
    title: Title,
    /// Whose handbook it is.
    organization: Option<Title>,
    /// What it is about, for search engines.
    description: Option<Text>,
    /// Public address of the site; needed only for canonical links and the page of missing addresses.
    base_url: Option<Url>,
    /// Language of the site as a BCP 47 tag; `en` where it is not given.
    language: Option<Text>,
    /// The theme: `default`, `plain`, or a folder below themes/.
    theme: Option<Id>,
    /// The one accent colour, such as `"#0a5f73"`.
    accent: Option<Color>,
    /// Path of a picture from the handbook's root.
    logo: Option<Text>,
    /// A line at the foot of each page; inline Markdown.
    footer: Option<Text>,
    /// Where a file can be edited: an address with `{path}`.
    edit_url: Option<Text>,
    /// The date on which all derived values hold, unless `--as-of` says otherwise.
    as_of: Option<Date>,
    /// For whom an edition is made, unless `--audience` says otherwise; `public` where it is not given.
    audience: Option<Audience>,
    /// The month in which a fiscal year begins, 1 to 12.
    fiscal_year_start: Option<Month>,
    /// How often check-ins are due in every cycle that does not say; `weekly` where it is not given.
    check_in_every: Option<Cadence>,
    /// When a goal is on track.
    pace: Option<Pace>,
    /// When a closed goal counts as achieved.
    outcome: Option<Outcome>,
    /// Visibility by path below content/, such as `board/**: internal`; the last pattern that matches counts.
    visibility: Option<BTreeMap<String, Visibility>>,
    /// What happens to HTML in prose; `escape` where it is not given.
    raw_html: Option<RawHtml>,
    /// How loud each lint is.
    lints: Option<Lints>,
}

/// Gaps and pars that decide the pace: the gap is par times expected, less progress.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Pace {
    /// Largest gap that is on track; 0.10.
    on_track: Option<Share>,
    /// Largest gap that is at risk; 0.25.
    at_risk: Option<Share>,
    /// Par of aspirational goals; 0.7.
    aspirational: Option<Share>,
    /// Par of committed goals; 1.0.
    committed: Option<Share>,
}

/// The scores from which a closed goal counts as achieved or partly achieved.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Outcome {
    /// Of aspirational goals: 0.7 and 0.4.
    aspirational: Option<Bands>,
    /// Of committed goals: 1.0 and 0.7.
    committed: Option<Bands>,
}

/// Least scores.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Bands {
    /// Least score that is achieved.
    achieved: Option<Share>,
    /// Least score that is partly achieved; below it is missed.
    partly: Option<Share>,
}

/// Levels of lints by name; `okrbook explain` lists them.
#[derive(JsonSchema)]
struct Lints {
    /// Level of every lint that has none of its own here.
    default: Option<Level>,
    /// By id of a team, then by name of a lint.
    teams: Option<BTreeMap<String, BTreeMap<String, LevelOrRule>>>,
    /// By name of a lint.
    #[schemars(flatten)]
    rules: BTreeMap<String, LevelOrRule>,
}

/// A level, or more than a level.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum LevelOrRule {
    Level(Level),
    Rule(Rule),
}

/// What is said of one lint.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Rule {
    /// How loud it is.
    level: Option<Level>,
    /// Its limit, for lints that have one.
    limit: Option<Number>,
}
