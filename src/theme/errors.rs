//! Turns errors of Tera into findings in the handbook's own templates.

mod drawn;

use super::files::Files;
use crate::diagnostic::{Finding, did_you_mean, errors};
use crate::text::{Source, Sources, Span};
use drawn::drawn;
use std::collections::BTreeMap;
use tera::ErrorKind;

/// What is wrong with the templates, each with the handbook's own template that is to blame; one at least.
pub(super) fn of_loading(
    error: &tera::Error,
    files: &Files,
    own: &BTreeMap<String, String>,
    sources: &Sources,
) -> Vec<(String, Finding)> {
    let faults = match error.kind() {
        ErrorKind::Msg(message) => drawn(message),
        _ => vec![Fault::of(error)],
    };
    let mut found: Vec<(String, Finding)> = Vec::new();
    for fault in faults {
        let named = own.keys().find(|name| **name == fault.template);
        // Where a built-in template breaks, one of the handbook's own took away what it needs.
        let took = || {
            let name = fault.name.as_deref()?;
            own.keys().find(|own| files.templates.get(*own).is_some_and(|text| text.contains(name)))
        };
        let name = named.or_else(took).or_else(|| own.keys().next());
        let name = name.expect("only the handbook's own templates can break").clone();
        let finding = fault.finding(&name, own, sources);
        // One part that is gone is missed in many places.
        let is_known = |known: &Finding| known.span == finding.span && known.message == finding.message;
        if !found.iter().any(|(_, known)| is_known(known)) {
            found.push((name, finding));
        }
    }
    found
}

/// What went wrong while a page was drawn. A fault in a built-in template is put down to the handbook's own one
/// that it came from; without any it is a bug.
pub(super) fn of_rendering(
    error: &tera::Error,
    template: &str,
    own: &BTreeMap<String, String>,
    sources: &Sources,
) -> Finding {
    let fault = Fault::of(error);
    let name = blamed([fault.template.as_str(), template], own);
    let name = name.unwrap_or_else(|| panic!("the built-in templates ask for what views have: {error}"));
    fault.finding(name, own, sources)
}

/// Which of the handbook's own templates answers for what happens in some: one of these, or the first that there is.
pub(super) fn blamed<'a>(
    templates: impl IntoIterator<Item = &'a str>,
    own: &'a BTreeMap<String, String>,
) -> Option<&'a str> {
    let named = templates.into_iter().find(|name| own.contains_key(*name));
    named.or_else(|| own.keys().next().map(String::as_str))
}

/// An error without its drawing: our own renderer draws it.
struct Fault {
    template: String,
    message: String,
    place: Place,
    /// What the error names, such as a filter.
    name: Option<String>,
}

/// Where a fault stands in its template.
enum Place {
    /// Between two bytes.
    Bytes(usize, usize),
    /// At a line and column, both from 1; the column counts characters.
    Position(usize, usize),
    /// In the tag that names the fault's name in quotes.
    Tag(&'static str),
    /// Nobody knows.
    Unknown,
}

impl Fault {
    fn of(error: &tera::Error) -> Fault {
        let fault = |template: &str, message: String, place: Place, name: Option<&String>| Fault {
            template: template.to_owned(),
            message,
            place,
            name: name.cloned(),
        };
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let range = &report.span().range;
                let place = Place::Bytes(range.start, range.end);
                fault(report.filename(), report.message().to_owned(), place, None)
            }
            ErrorKind::MissingParent { current, parent } => {
                let message = format!("the template extends `{parent}`, which does not exist");
                fault(current, message, Place::Tag("extends"), Some(parent))
            }
            ErrorKind::CircularExtend { tpl, inheritance_chain } => {
                let message = "the template extends itself".to_owned();
                fault(tpl, message, Place::Tag("extends"), inheritance_chain.first())
            }
            ErrorKind::CircularInclude { tpl, include_chain } => {
                let message = "the template includes itself".to_owned();
                fault(
                    tpl,
                    message,
                    Place::Tag("include"),
                    include_chain.iter().find(|name| *name != tpl).or(Some(tpl)),
                )
            }
            ErrorKind::TemplateNotFound(name) => {
                fault(name, format!("there is no template `{name}`"), Place::Unknown, None)
            }
            other => {
                let message = other.to_string();
                let first = message.lines().next().unwrap_or_default();
                fault("", first.trim_start_matches("error: ").to_owned(), Place::Unknown, None)
            }
        }
    }

    fn finding(&self, name: &str, own: &BTreeMap<String, String>, sources: &Sources) -> Finding {
        let path = own.get(name).map_or("", String::as_str);
        let source = sources.find(path).expect("the handbook's own templates are sources");
        let span = if self.template == name { self.span(source) } else { source.span(0, 0) };
        let (message, help) = told(&self.message);
        let finding = Finding::error(&errors::TEMPLATE_ERROR, span, message).maybe_help(help);
        if self.template.is_empty() || self.template == name {
            finding
        } else {
            finding
                .help(format!("it shows in the template `{}`; see what this one leaves out", self.template))
        }
    }

    fn span(&self, source: &Source) -> Span {
        let text = source.text();
        let name = self.name.as_deref().unwrap_or_default();
        match self.place {
            Place::Bytes(start, end) => source.span(start, end),
            Place::Position(line, column) => {
                let begin: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
                let skipped = text[begin..].chars().take(column - 1).map(char::len_utf8).sum::<usize>();
                let start = begin + skipped;
                // What is named may stand behind the sign that calls it.
                let rest = text[start..].lines().next().unwrap_or_default();
                let start = start + rest.find(name).unwrap_or_default();
                source.span(start, start + if rest.contains(name) { name.len() } else { 0 })
            }
            Place::Tag(tag) => {
                let quoted = [format!("\"{name}\""), format!("'{name}'")];
                let place = quoted.iter().find_map(|quoted| text.find(quoted).map(|at| (at, quoted.len())));
                let place = place.or_else(|| text.find(tag).map(|at| (at, tag.len())));
                place.map_or_else(|| source.span(0, 0), |(at, length)| source.span(at, at + length))
            }
            Place::Unknown => source.span(0, 0),
        }
    }
}

/// A message of Tera as one of ours, and what would mend it where it lists what there is.
fn told(message: &str) -> (String, Option<String>) {
    let listed = [". Available fields: ", ". Available variables: ", ". Possible argument(s) are: "];
    let Some((fact, names)) = listed.iter().find_map(|words| message.split_once(words)) else {
        return (lowercase(message), None);
    };
    let wrong = fact.split('`').nth(1).unwrap_or_default();
    let names: Vec<&str> = names.split(", ").map(|name| name.trim_matches(['`', '.'])).collect();
    let all = || {
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        format!("use one of {}", quoted.join(", "))
    };
    (lowercase(fact), Some(did_you_mean(wrong, names.iter().copied()).unwrap_or_else(all)))
}

/// Messages of ours begin in lower case and end without a full stop.
fn lowercase(message: &str) -> String {
    let message = message.trim().trim_end_matches('.').replace("argument(s)", "argument");
    let mut letters = message.chars();
    let Some(first) = letters.next() else { return "the template cannot be read".to_owned() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return message;
    }
    first.to_lowercase().chain(letters).collect()
}
