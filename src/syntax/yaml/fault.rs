//! Says in plain words what is wrong with a YAML text, and how its writer would mend it.
//!
//! A parser reports where it gave up; people need to see the value that made it give up. So each slip that people
//! make often is recognised by the lines around that place.

mod spot;

use crate::diagnostic::Finding;
use crate::diagnostic::errors::YAML_SYNTAX;
use crate::text::{Source, Span};
use granit_parser::{ErrorKind, ScanError};
use spot::Spot;

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
    let spot = Spot::new(source, range, error.marker().byte_offset().unwrap_or_default());
    let kind = error.kind();
    merge_conflict(&spot)
        .or_else(|| tab(&spot, kind))
        .or_else(|| structure(&spot, kind))
        .or_else(|| scalar(&spot, kind))
        .unwrap_or_else(|| syntax(spot.here(), format!("this is not YAML: {}", error.info())))
}

fn merge_conflict(spot: &Spot) -> Option<Finding> {
    let marker = spot.lines_around().find(|line| {
        let text = spot.slice(line.clone());
        text.starts_with("<<<<<<< ") || text.starts_with(">>>>>>> ")
    })?;
    let help = "decide for one of the two versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`";
    Some(syntax(spot.span(marker), "a conflict of a merge was left in the file").help(help))
}

fn tab(spot: &Spot, kind: &ErrorKind) -> Option<Finding> {
    let about_tabs = matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart
    );
    let lines = spot.lines_from_here().take(if about_tabs { 100 } else { 1 });
    let tabs = lines.map(|line| spot.tabs_of_indentation(line)).find(|tabs| !tabs.is_empty())?;
    Some(syntax(spot.span(tabs), "a tab stands in the indentation").here("a tab").help("use spaces"))
}

/// Slips in how keys, items and lines stand to each other.
fn structure(spot: &Spot, kind: &ErrorKind) -> Option<Finding> {
    use ErrorKind as Kind;
    match kind {
        Kind::MappingValueNotAllowed => Some(stray_colon(spot)),
        Kind::InvalidColonPlacement
        | Kind::ExpectedFlowMappingSeparator
        | Kind::ExpectedFlowSequenceSeparator
        | Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping
        | Kind::InvalidFlowScalarIndent
        | Kind::BlockEntryInFlowCollection
        | Kind::FlowMappingValueAdjacentCollection
        | Kind::UnclosedFlowCollection { .. }
        | Kind::MismatchedFlowCollectionEnd { .. } => Some(bracket(spot)),
        Kind::ExpectedBlockMappingKey => Some(misplaced(spot)),
        Kind::ExpectedBlockSequenceEntry | Kind::InvalidIndentation => Some(
            syntax(
                spot.span(spot.content(spot.line())),
                "this line fits neither the list above nor what the list is in",
            )
            .help(
                "begin it with `- ` as an item of the list, or align it with the key that it belongs beside",
            ),
        ),
        Kind::SimpleKeyExpected | Kind::InvalidSimpleKey => Some(no_colon(spot, spot.line())),
        Kind::RecursionLimitExceeded => Some(too_deep(spot.here())),
        Kind::ExpectedDocumentStart => Some(
            syntax(spot.span(spot.content(spot.line())), "this line does not belong to what stands above it")
                .help("align it with the first key of the file, or put `---` between two documents"),
        ),
        _ => None,
    }
}

/// Slips inside a value.
fn scalar(spot: &Spot, kind: &ErrorKind) -> Option<Finding> {
    use ErrorKind as Kind;
    match kind {
        Kind::UnexpectedCharacter { character } if character.is_control() => Some(
            syntax(spot.here(), format!("the control character U+{:04X} stands here", u32::from(*character)))
                .help("remove it"),
        ),
        Kind::UnexpectedCharacter { .. }
        | Kind::MisplacedFlowCollectionEnd
        | Kind::UnexpectedEofBlockMapping
        | Kind::InvalidBlockScalarHeader
        | Kind::ZeroBlockScalarIndent
        | Kind::BlockSequenceEntryNotAllowed
        | Kind::InvalidBlockEntryWhitespace
        | Kind::PlainScalarStartsWithDashFlowIndicator
        | Kind::MappingKeyNotAllowed
        | Kind::MissingAnchorOrAliasName
        | Kind::UndeclaredTagHandle
        | Kind::ExpectedTagBang
        | Kind::InvalidTagTerminator
        | Kind::InvalidGlobalTagCharacter
        | Kind::MissingTagUri
        | Kind::UnclosedVerbatimTag
        | Kind::InvalidTagEscape
        | Kind::ExpectedNodeContent => reserved_start(spot),
        Kind::UnknownAnchor => unknown_alias(spot).or_else(|| reserved_start(spot)),
        Kind::InvalidTrailingSingleQuotedScalar => Some(behind_quote(spot, '\'')),
        Kind::InvalidTrailingDoubleQuotedScalar => Some(behind_quote(spot, '"')),
        Kind::UnclosedQuotedScalar
        | Kind::InvalidQuotedScalarIndent
        | Kind::DocumentIndicatorInQuotedScalar
        | Kind::UnexpectedEof => unclosed_quote(spot),
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidLowSurrogateHexEscape
        | Kind::InvalidLowSurrogate
        | Kind::MissingLowSurrogate
        | Kind::UnpairedLowSurrogate
        | Kind::InvalidUnicodeEscape => Some(escape(spot)),
        Kind::CommentInterceptedScalar => Some(
            syntax(spot.here(), "a comment stands in the middle of a text")
                .help("move the comment above the text, or put the text in quotes"),
        ),
        Kind::CommentNotSeparated => {
            Some(syntax(spot.here(), "a comment needs a space before its `#`").help("write ` #`"))
        }
        Kind::DirectiveByteLimitExceeded { .. }
        | Kind::InvalidDirectiveName
        | Kind::MissingDirectiveName
        | Kind::InvalidDirectiveTerminator
        | Kind::MissingYamlVersion
        | Kind::MissingYamlVersionSeparator => Some(syntax(
            spot.span(spot.content(spot.line())),
            "a line that begins with `%` is a directive of YAML",
        ))
        .map(|finding| finding.help("put the text in quotes, or remove the line")),
        _ => None,
    }
}

/// A colon where no key may end: after another one, or on a line that continues the one above.
fn stray_colon(spot: &Spot) -> Finding {
    let line = spot.line();
    let (key, value) = spot.split(line.clone());
    if key.is_some() && value.start < spot.at() {
        return syntax(spot.span(value.clone()), "a text with `: ` in it needs quotes")
            .help(spot.in_quotes(value));
    }
    let Some(above) = spot.line_above() else {
        return syntax(spot.here(), "no key may end here").help("put the value in quotes if it is a text");
    };
    let (key_above, _) = spot.split(above.clone());
    let Some(key_above) = key_above else { return no_colon(spot, above) };
    let here = key.unwrap_or_else(|| spot.content(line));
    let message = format!(
        "`{}` stands deeper than `{}`, which has a value already",
        spot.quote(&here),
        spot.quote(&key_above)
    );
    let help = "align it with the key that it belongs beside, or leave the value above it out";
    syntax(spot.span(here), message).help(help)
}

/// A line that should be a key with a value, and has no `: `.
fn no_colon(spot: &Spot, line: std::ops::Range<usize>) -> Finding {
    let content = spot.content(line);
    let text = spot.slice(content.clone());
    let span = spot.span(content.clone());
    if let Some((key, value)) = text.split_once(':').filter(|(_, value)| !value.is_empty()) {
        return syntax(span, format!("`{}` has no space after its colon", spot.quote(&content)))
            .help(format!("write `{key}: {value}`"));
    }
    if let Some(item) = text.strip_prefix('-').filter(|item| !item.starts_with([' ', '-'])) {
        return syntax(span, format!("`{}` has no space after its dash", spot.quote(&content)))
            .help(format!("write `- {item}`"));
    }
    syntax(span, format!("`{}` is neither a key with a value nor an item of a list", spot.quote(&content)))
        .help("write `key: value`, or put a text of several lines in quotes")
}

fn bracket(spot: &Spot) -> Finding {
    let Some(open) = spot.open_bracket() else {
        return syntax(spot.here(), "a `,` or a closing bracket is missing before this")
            .help("put a text with `[`, `]`, `{`, `}`, `,` or `: ` in it in quotes");
    };
    let sign = spot.slice(open.clone()).to_owned();
    let close = if sign == "[" { ']' } else { '}' };
    syntax(spot.span(open), format!("a `{sign}` is never closed"))
        .help(format!("close it with `{close}`, or put the value in quotes if it is a text"))
}

/// A line that begins at a column where nothing began before it, or a text behind a finished value.
fn misplaced(spot: &Spot) -> Finding {
    let line = spot.line();
    let content = spot.content(line.clone());
    let (key, value) = spot.split(line);
    if spot.slice(content.clone()).starts_with("- ") || spot.slice(content.clone()) == "-" {
        return syntax(spot.span(content), "an item of a list stands at the wrong depth")
            .help("align its `-` with the other items of its list");
    }
    if value.start < spot.at() && key.is_some() {
        return reserved(spot, value);
    }
    let here = key.unwrap_or(content);
    syntax(spot.span(here.clone()), format!("`{}` is not aligned with the keys around it", spot.quote(&here)))
        .help("indent it exactly as far as the keys that it belongs beside")
}

/// A value whose first letter means something else to YAML.
fn reserved_start(spot: &Spot) -> Option<Finding> {
    if let Some(value) = spot.value_between_brackets() {
        return Some(reserved(spot, value));
    }
    let (_, value) = spot.split(spot.line());
    let value = if value.start <= spot.at() && spot.at() < value.end { value } else { spot.rest_of_line() };
    if value.is_empty() {
        return None;
    }
    Some(reserved(spot, value))
}

/// An alias in a list or mapping between brackets. On a line of its own a `*` more likely begins a text.
fn unknown_alias(spot: &Spot) -> Option<Finding> {
    let alias = spot.value_between_brackets().filter(|alias| spot.slice(alias.clone()).starts_with('*'))?;
    let name = spot.quote(&(alias.start + 1..alias.end));
    let message = format!("`*{name}` is an alias, and no `&{name}` stands above it");
    let help = format!("name what you mean without a `*`, or {}", spot.in_quotes(alias.clone()));
    Some(syntax(spot.span(alias), message).help(help))
}

fn reserved(spot: &Spot, value: std::ops::Range<usize>) -> Finding {
    let text = spot.slice(value.clone());
    let first = text.chars().next().unwrap_or_default();
    let finding =
        syntax(spot.span(value.clone()), format!("a text cannot begin with `{}`", first.escape_debug()));
    let finding = finding.help(spot.in_quotes(value));
    match first {
        '-' => finding.help("a list begins on a line of its own"),
        '|' | '>' => finding.help(format!("the text after a bare `{first}` begins on the next line")),
        _ => finding,
    }
}

fn behind_quote(spot: &Spot, quote: char) -> Finding {
    let (_, value) = spot.split(spot.line());
    let value = if value.start < spot.at() { value } else { spot.rest_of_line() };
    let help = if quote == '\'' {
        "write a `'` inside single quotes twice, or put the text in double quotes"
    } else {
        "write a `\"` inside double quotes as `\\\"`, or put the text in single quotes"
    };
    syntax(spot.span(value), "a text goes on behind its closing quote").help(help)
}

fn unclosed_quote(spot: &Spot) -> Option<Finding> {
    let open = spot.open_quote()?;
    let quote = spot.slice(open.start..open.start + 1).to_owned();
    Some(syntax(spot.span(open), "a quote is never closed").help(format!("close it with `{quote}`")))
}

fn escape(spot: &Spot) -> Finding {
    let Some(escape) = spot.wrong_escape() else {
        return syntax(spot.here(), "a `\\` in double quotes begins an escape that does not exist")
            .help("write `\\\\` for a backslash, or use single quotes");
    };
    let message = format!("`{}` stands for no character", spot.quote(&escape));
    syntax(spot.span(escape), message).help("write `\\\\` for a backslash, or use single quotes")
}
