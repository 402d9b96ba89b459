//! Which files a `visibility` pattern hides.

use crate::diagnostic::Finding;
use crate::diagnostic::errors::BAD_TEXT;
use crate::model::Text;
use std::path::Path;

/// The visibility of everything that a pattern matches, or that stands below a folder which it matches.
#[derive(Clone, Debug)]
pub struct PathVisibility {
    /// The pattern as it is written.
    pub pattern: Text,
    /// Matches paths below content/.
    pub glob: globset::GlobMatcher,
    /// Whether what it matches is withheld from public editions.
    pub internal: bool,
}

impl PathVisibility {
    /// Whether it is about a file below content/.
    pub fn matches(&self, path: &str) -> bool {
        let mut parts = Path::new(path).ancestors().filter(|part| !part.as_os_str().is_empty());
        parts.any(|part| self.glob.is_match(part))
    }

    /// What is wrong where it counts from the handbook's root and so matches none of the files below content/: what it
    /// was to hide would be published.
    pub fn misplaced<'a>(&self, mut files: impl Iterator<Item = &'a str>) -> Option<Finding> {
        let pattern = self.pattern.value.as_str();
        let below = pattern.trim_start_matches("./").trim_start_matches('/');
        let below = below.strip_prefix("content/").unwrap_or(below);
        if below == pattern || files.any(|file| self.matches(file)) {
            return None;
        }
        let message = format!("`{}` matches nothing: patterns count from content/", pattern.escape_debug());
        let finding = Finding::error(&BAD_TEXT, self.pattern.span, message);
        Some(if below.is_empty() {
            finding.help("write `**` for everything")
        } else {
            finding.help(format!("write `{below}`"))
        })
    }
}
