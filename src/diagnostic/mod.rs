//! Says what is wrong with a source: findings as data, and one renderer a file.
//!
//! A stage that meets something wrong makes a [`Finding`] and goes on; whoever made it knows neither how it
//! will be drawn nor whether it stops the build. Severity is decided once, in [`crate::lint`].
//!
//! Wording: the message is a lowercase fact without a full stop, with names in backticks; a label says what
//! stands at its place; a help is an imperative that would mend it.

pub mod errors;
pub mod render;
mod suggest;

pub use suggest::{did_you_mean, nearest};

use crate::text::Span;

/// Something that cannot be silenced: its name, and the page that explains it.
#[derive(Debug)]
pub struct ErrorCode {
    /// The name, such as `unknown-reference`.
    pub name: &'static str,
    /// The page: Markdown with the headings What it finds, Why it matters, Example, Instead.
    pub docs: &'static str,
}

/// What kind of finding a code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Nothing is written while it stands.
    Error,
    /// A judgement whose level the settings decide.
    Lint,
}

/// A remark at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What stands there.
    pub message: String,
}

/// One thing that is wrong with a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the error or lint.
    pub code: &'static str,
    /// Error or lint.
    pub class: Class,
    /// A lowercase fact, without a full stop.
    pub message: String,
    /// The value that is wrong.
    pub span: Span,
    /// What stands at the span; empty where the message says it all.
    pub label: String,
    /// Other places that belong to it.
    pub labels: Vec<Label>,
    /// What would mend it, in the imperative.
    pub help: Vec<String>,
    /// Id of the team whose level counts, if a team is concerned.
    pub team: Option<String>,
}

impl Finding {
    /// An error at a place.
    pub fn error(code: &ErrorCode, span: Span, message: impl Into<String>) -> Self {
        Self::of(code.name, Class::Error, span, message.into())
    }

    /// A judgement at a place; `code` is the name of its rule.
    pub fn lint(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::of(code, Class::Lint, span, message.into())
    }

    fn of(code: &'static str, class: Class, span: Span, message: String) -> Self {
        Finding {
            code,
            class,
            message,
            span,
            label: String::new(),
            labels: Vec::new(),
            help: Vec::new(),
            team: None,
        }
    }

    /// Says what stands at the primary place.
    #[must_use]
    pub fn here(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Points at another place that belongs to it.
    #[must_use]
    pub fn label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// Says what would mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Says what would mend it, where there is something to say.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help.extend(help);
        self
    }

    /// Lets a team's own level count.
    #[must_use]
    pub fn team(mut self, team: Option<&str>) -> Self {
        self.team = team.map(str::to_owned);
        self
    }
}

/// How loud a finding is in this run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Stops the build, and nothing can silence it.
    Error,
    /// A lint that stops the build.
    Deny,
    /// A lint that is shown.
    Warn,
    /// A lint that a comment silenced; only machine formats show it.
    Silenced,
}

impl Level {
    /// Whether it stops the build.
    pub fn stops(self) -> bool {
        matches!(self, Level::Error | Level::Deny)
    }

    /// The word of the json format.
    pub fn word(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Deny => "deny",
            Level::Warn => "warn",
            Level::Silenced => "silenced",
        }
    }
}

/// A finding whose level is decided.
#[derive(Clone, Debug)]
pub struct Judged {
    /// How loud it is.
    pub level: Level,
    /// What it says.
    pub finding: Finding,
    /// Which setting decided the level, in a sentence.
    pub because: String,
}

/// All findings of a run, in the order of files and places.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Errors, denied and warned lints, and silenced ones.
    pub items: Vec<Judged>,
}

impl Report {
    /// Whether something stops the build.
    pub fn fails(&self) -> bool {
        self.items.iter().any(|item| item.level.stops())
    }

    /// How many findings have this level.
    pub fn count(&self, level: Level) -> usize {
        self.items.iter().filter(|item| item.level == level).count()
    }
}
