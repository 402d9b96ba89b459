//! Turns okrbook.yaml into settings that are right.

mod cadence;
mod colour;
mod read;
mod visibility;

pub use cadence::cadence;
pub use colour::{Accent, Colour, DARK, Ground, LEAST_CONTRAST, LIGHT};
pub use read::{BANDS_KEYS, KEYS, LINT_KEYS, OUTCOME_KEYS, PACE_KEYS, RAW_HTML, read};
pub use visibility::PathVisibility;

use crate::model::{Audience, Cadence, Date, Text};
use std::collections::BTreeMap;

/// What a `visibility` key may say, and whether that is internal.
pub const VISIBILITY: &[(&str, bool)] = &[("public", false), ("internal", true)];

/// The folder of the site, from the handbook's root, where nobody says another: it is written, and never read.
pub const OUTPUT: &str = "public";

/// Whether a path from the handbook's root leads into what was built.
pub fn is_built(path: &str) -> bool {
    path.split('/').next() == Some(OUTPUT)
}

/// What okrbook.yaml says, with defaults where it is silent.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Name of the handbook.
    pub title: String,
    /// Whose handbook it is.
    pub organization: Option<String>,
    /// For search engines.
    pub description: Option<String>,
    /// Public address, ending in `/`; needed only for canonical links and the page of missing addresses.
    pub base_url: Option<String>,
    /// BCP 47 tag.
    pub language: Text,
    /// Name of the theme.
    pub theme: Text,
    /// The accent, where the handbook or a theme of its own chooses one.
    pub accent: Option<Accent>,
    /// Path of the logo from the handbook's root.
    pub logo: Option<Text>,
    /// Inline Markdown at the foot of each page.
    pub footer: Option<Text>,
    /// Address of an editor, with `{path}`.
    pub edit_url: Option<String>,
    /// The date on which all derived values hold, unless an option says otherwise.
    pub as_of: Option<Date>,
    /// For whom an edition is made, unless an option says otherwise.
    pub audience: Audience,
    /// The month in which a fiscal year begins, 1 to 12.
    pub fiscal_year_start: i8,
    /// Default of every cycle.
    pub check_in_every: Cadence,
    /// When a goal is on track.
    pub pace: Pace,
    /// When a closed goal counts as achieved.
    pub outcome: OutcomeBands,
    /// Visibility by path below content/; the last glob that matches counts.
    pub visibility: Vec<PathVisibility>,
    /// What happens to HTML in prose.
    pub raw_html: RawHtml,
    /// Levels and limits of lints.
    pub lints: LintSettings,
}

/// Gaps and pars that decide the pace.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Largest gap that is on track.
    pub on_track: f64,
    /// Largest gap that is at risk; beyond it is off track.
    pub at_risk: f64,
    /// Par of aspirational goals.
    pub aspirational: f64,
    /// Par of committed goals.
    pub committed: f64,
}

/// The scores from which a closed goal counts as achieved or partly achieved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bands {
    /// Least score that is achieved.
    pub achieved: f64,
    /// Least score that is partly achieved; below it is missed.
    pub partly: f64,
}

/// Bands by ambition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutcomeBands {
    /// Of aspirational goals.
    pub aspirational: Bands,
    /// Of committed goals.
    pub committed: Bands,
}

/// What happens to HTML in prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawHtml {
    /// It is shown as text.
    Escape,
    /// What is harmless stays.
    Sanitize,
    /// It is kept as it is.
    Allow,
}

/// How loud a lint may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LintLevel {
    /// Says nothing.
    Allow,
    /// Is shown.
    Warn,
    /// Stops the build.
    Deny,
}

impl LintLevel {
    /// All levels with their words.
    pub const WORDS: &'static [(&'static str, LintLevel)] =
        &[("allow", LintLevel::Allow), ("warn", LintLevel::Warn), ("deny", LintLevel::Deny)];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            LintLevel::Allow => "allow",
            LintLevel::Warn => "warn",
            LintLevel::Deny => "deny",
        }
    }
}

/// What the settings say of one lint.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LintRule {
    /// Its level, where they say one.
    pub level: Option<LintLevel>,
    /// Its limit, where they say one.
    pub limit: Option<f64>,
}

/// What the settings say of all lints.
#[derive(Clone, Debug, Default)]
pub struct LintSettings {
    /// Level of every lint that has none of its own here.
    pub default: Option<LintLevel>,
    /// By name of the lint.
    pub rules: BTreeMap<String, LintRule>,
    /// By id of the team, then by name of the lint; `default` is a name too.
    pub teams: BTreeMap<String, BTreeMap<String, LintRule>>,
    /// The ids of those teams with their places, to be looked up once teams are known.
    pub team_ids: Vec<Text>,
}

impl LintSettings {
    /// The limit that they give a lint: for a team where it has one of its own, else for everyone.
    pub fn limit(&self, name: &str, team: Option<&str>) -> Option<f64> {
        let of_team = team.and_then(|team| self.teams.get(team)).and_then(|rules| rules.get(name));
        of_team.and_then(|own| own.limit).or_else(|| self.rules.get(name).and_then(|own| own.limit))
    }
}

impl Settings {
    /// Whether what a file below content/ defines is withheld from public editions unless it says otherwise.
    pub fn is_internal(&self, path: &str) -> bool {
        self.visibility.iter().rev().find(|rule| rule.matches(path)).is_some_and(|rule| rule.internal)
    }

    /// Whether a file is internal by its path from the handbook's root; only content/ has internal folders.
    pub fn is_internal_file(&self, path: &str) -> bool {
        path.strip_prefix("content/").is_some_and(|path| self.is_internal(path))
    }
}
