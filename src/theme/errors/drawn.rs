//! Reads what Tera draws of several faults at once: it has no other form of them.

use super::{Fault, Place};

/// The faults of a message: each begins with `error: WHAT`, and the next line says ` --> TEMPLATE:LINE:COLUMN`. A
/// message of another form is one fault without a place.
pub(super) fn drawn(message: &str) -> Vec<Fault> {
    let lines: Vec<&str> = message.lines().collect();
    let mut faults: Vec<Fault> = Vec::new();
    for pair in lines.windows(2) {
        let told = pair[0].trim_start().strip_prefix("error: ");
        let place = pair[1].trim_start().strip_prefix("--> ").and_then(position);
        if let (Some(told), Some((template, line, column))) = (told, place) {
            faults.push(Fault {
                template: template.to_owned(),
                message: told.to_owned(),
                place: Place::Position(line, column),
                name: told.split('`').nth(1).map(str::to_owned),
            });
        }
    }
    if faults.is_empty() {
        let first = lines.first().copied().unwrap_or_default().trim_start_matches("error: ");
        faults.push(Fault {
            template: String::new(),
            message: first.to_owned(),
            place: Place::Unknown,
            name: None,
        });
    }
    faults
}

/// `home.html:3:20` in its parts; lines and columns count from 1.
fn position(text: &str) -> Option<(&str, usize, usize)> {
    let (rest, column) = text.rsplit_once(':')?;
    let (template, line) = rest.rsplit_once(':')?;
    let (line, column) = (line.parse().ok()?, column.trim().parse().ok()?);
    (line > 0 && column > 0).then_some((template, line, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_drawn_fault_has_its_place() {
        let message = "error: Unknown filter `uper`\n --> home.html:3:19\n  |\n3 | x\n  | ^\n\nerror: Unknown test `od`\n --> \
            partials/a.html:1:7\n  |\n";
        let faults = drawn(message);
        let told: Vec<_> = faults.iter().map(|fault| (&*fault.template, fault.name.as_deref())).collect();
        assert_eq!(told, [("home.html", Some("uper")), ("partials/a.html", Some("od"))]);
        assert!(matches!(faults[1].place, Place::Position(1, 7)));
    }

    #[test]
    fn a_message_of_another_form_is_one_fault() {
        let faults = drawn("error: something else\nhappened");
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].message, "something else");
    }
}
