//! Says in plain words what is wrong with a YAML text, and how its writer would mend it.

use crate::diagnostic::Finding;
use crate::diagnostic::errors::YAML_SYNTAX;
use crate::text::{Source, Span};
use granit_parser::ScanError;

/// A finding about YAML itself.
pub(super) fn syntax(span: Span, message: impl Into<String>) -> Finding {
    Finding::error(&YAML_SYNTAX, span, message)
}

/// The finding about a value that is nested without measure.
pub(super) fn too_deep(span: Span) -> Finding {
    syntax(span, "lists and mappings stand too deep in each other")
        .help("a handbook needs no more than a few levels")
}

/// What an error of the parser means.
pub(super) fn finding(source: &Source, range: Span, error: &ScanError) -> Finding {
    let at = range.start() + error.marker().byte_offset().unwrap_or_default();
    syntax(source.span(at, at + 1), format!("this is not YAML: {}", error.info()))
}
