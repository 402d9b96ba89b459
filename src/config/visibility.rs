//! Which files a `visibility` pattern hides.

use crate::diagnostic::Finding;
use crate::diagnostic::errors::{BAD_TEXT, TOO_LONG};
use crate::model::Text;
use globset::{GlobBuilder, GlobSet};
use std::path::Path;

/// How many bytes a pattern may have. A key of YAML ends before unless somebody takes pains, and what reads patterns
/// takes a step down for each brace.
const LONGEST_PATTERN: usize = 1000;

/// The visibility of everything that a pattern matches, or that stands below a folder which it matches.
#[derive(Clone, Debug)]
pub struct PathVisibility {
    /// The pattern as it is written.
    pub pattern: Text,
    /// Matches paths below content/. A set of one: making a matcher of its own panics where this can fail.
    pub glob: GlobSet,
    /// Whether what it matches is withheld from public editions.
    pub internal: bool,
}

impl PathVisibility {
    /// Reads a pattern.
    pub(super) fn read(pattern: Text, internal: bool) -> Result<PathVisibility, Finding> {
        let not_a_pattern = |why: &str| {
            let message = format!("`{}` is not a pattern of paths: {why}", pattern.value);
            Finding::error(&BAD_TEXT, pattern.span, message)
                .help("write a path below content/, such as `board/**`")
        };
        if pattern.value.len() > LONGEST_PATTERN {
            let message = format!("a pattern of paths has more than {LONGEST_PATTERN} bytes");
            let help = "write several shorter patterns, each with its visibility";
            return Err(Finding::error(&TOO_LONG, pattern.span, message).help(help));
        }
        let glob = GlobBuilder::new(pattern.value.trim_end_matches('/')).literal_separator(true).build();
        let glob = glob.map_err(|error| not_a_pattern(&error.kind().to_string()))?;
        match GlobSet::new([glob]) {
            Ok(glob) => Ok(PathVisibility { pattern, glob, internal }),
            Err(_) => Err(not_a_pattern("too many braces stand in each other")),
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Sources;

    fn read(pattern: String) -> Result<PathVisibility, Finding> {
        let mut sources = Sources::default();
        let id = sources.add("okrbook.yaml", pattern.clone().into_bytes());
        PathVisibility::read(Text::new(pattern, sources.get(id).whole()), true)
    }

    #[test]
    fn a_pattern_that_cannot_be_matched_is_found() {
        let nested = |levels: usize| ["{a,".repeat(levels), "b".to_owned(), "}".repeat(levels)].concat();
        assert!(read(nested(10)).is_ok_and(|rule| rule.matches("b") && rule.matches("a/x.md")));
        let told = |pattern: String| read(pattern).err().map(|finding| (finding.code, finding.message));
        let (code, message) = told(nested(249)).expect("a finding");
        assert_eq!(code, "bad-text");
        assert!(message.ends_with("too many braces stand in each other"), "{message}");
        let message = "a pattern of paths has more than 1000 bytes".to_owned();
        assert_eq!(told(nested(100_000)), Some(("too-long", message)));
    }
}
