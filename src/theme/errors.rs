//! Turns an error of Tera into a finding in the handbook's own template.

use crate::diagnostic::{Finding, errors};
use crate::text::{Sources, Span};
use std::collections::BTreeMap;
use tera::ErrorKind;

/// What is wrong with the templates, and the handbook's own template that is to blame.
pub(super) fn of_loading(
    error: &tera::Error,
    own: &BTreeMap<String, String>,
    sources: &Sources,
) -> (String, Finding) {
    let fault = Fault::of(error);
    let named = own.keys().find(|name| **name == fault.template);
    // Where a built-in template breaks, one of the handbook's own took away what it needs.
    let name =
        named.or_else(|| own.keys().next()).expect("only the handbook's own templates can break").clone();
    let finding = fault.finding(&name, own, sources);
    (name, finding)
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
    let blamed = [fault.template.as_str(), template].into_iter().find(|name| own.contains_key(*name));
    let name = blamed.or_else(|| own.keys().next().map(String::as_str));
    let name =
        name.unwrap_or_else(|| panic!("the built-in templates ask for what views have: {error}")).to_owned();
    fault.finding(&name, own, sources)
}

/// An error without its drawing: our own renderer draws it.
struct Fault {
    template: String,
    message: String,
    place: Option<(usize, usize)>,
}

impl Fault {
    fn of(error: &tera::Error) -> Fault {
        let unplaced =
            |template: &str, message: String| Fault { template: template.to_owned(), message, place: None };
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let range = &report.span().range;
                Fault {
                    template: report.filename().to_owned(),
                    message: report.message().to_owned(),
                    place: Some((range.start, range.end)),
                }
            }
            ErrorKind::MissingParent { current, parent } => {
                unplaced(current, format!("the template extends `{parent}`, which does not exist"))
            }
            ErrorKind::CircularExtend { tpl, .. } => unplaced(tpl, "the template extends itself".to_owned()),
            ErrorKind::CircularInclude { tpl, .. } => {
                unplaced(tpl, "the template includes itself".to_owned())
            }
            ErrorKind::TemplateNotFound(name) => unplaced(name, format!("there is no template `{name}`")),
            other => {
                // The rest of it draws the templates, which are not the handbook's own.
                let message = other.to_string();
                let first = message.lines().next().unwrap_or_default();
                unplaced("", first.trim_start_matches("error: ").to_owned())
            }
        }
    }

    fn finding(&self, name: &str, own: &BTreeMap<String, String>, sources: &Sources) -> Finding {
        let path = own.get(name).map_or("", String::as_str);
        let source = sources.find(path).expect("the handbook's own templates are sources");
        let place = self.place.filter(|_| self.template == name);
        let span: Span = place.map_or_else(|| source.span(0, 0), |(start, end)| source.span(start, end));
        let finding = Finding::error(&errors::TEMPLATE_ERROR, span, lowercase(&self.message));
        if self.template.is_empty() || self.template == name {
            finding
        } else {
            finding
                .help(format!("it shows in the template `{}`; see what this one leaves out", self.template))
        }
    }
}

/// Messages of ours begin in lower case and end without a full stop.
fn lowercase(message: &str) -> String {
    let message = message.trim().trim_end_matches('.');
    let mut letters = message.chars();
    let Some(first) = letters.next() else { return "the template cannot be read".to_owned() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return message.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}
