//! Writes a neutral file as a handbook: one objective a file, so that a finding's file names its objective.
//!
//! Whatever has no key in the format is said in words, in `summary`, `why` or `learned`; days that nobody published
//! are marked as inferred. What cannot be said at all is counted by the test.
#![allow(clippy::disallowed_methods, reason = "a converter writes files")]

use crate::neutral::{CheckIn, File, KeyResult, Objective, Shape};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::Path;

/// Writes the handbook of a file into a folder.
pub(crate) fn write(file: &File, folder: &Path) {
    let people = people(file);
    let mut settings = String::new();
    key(&mut settings, 0, "title", &format!("Goals of {}", file.organisation.name));
    key(&mut settings, 0, "organization", &file.organisation.name);
    key(&mut settings, 0, "language", &file.organisation.language);
    let _ = writeln!(settings, "as_of: {}", file.as_of());
    save(folder, "okrbook.yaml", &settings);
    save(folder, "content/organisation.yaml", &organisation(file, &people));
    let owner_of: HashMap<&str, &str> = file
        .objectives
        .iter()
        .flat_map(|objective| {
            objective.key_results.iter().map(|own| (own.id.as_str(), objective.id.as_str()))
        })
        .collect();
    for goal in &file.objectives {
        let path = format!("content/{}/{}.yaml", goal.cycle, goal.id);
        save(folder, &path, &objective(goal, file, &owner_of));
    }
}

fn save(folder: &Path, path: &str, text: &str) {
    let place = folder.join(path);
    std::fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
    std::fs::write(place, text).expect("a file");
}

/// Names by the id that is made of them; a handle and a first name with the same letters are one person.
fn people(file: &File) -> BTreeMap<String, String> {
    let of_key_results =
        file.objectives.iter().flat_map(|goal| &goal.key_results).flat_map(KeyResult::owners);
    let names = file.objectives.iter().flat_map(|goal| goal.owners.clone()).chain(of_key_results);
    let mut people = BTreeMap::new();
    for name in names {
        people.entry(slug(&name)).or_insert(name);
    }
    people
}

fn organisation(file: &File, people: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    if let Some(mission) = &file.organisation.mission {
        out.push_str("mission:\n");
        key(&mut out, 2, "statement", mission);
        if let Some(note) = &file.organisation.mission_note {
            key(&mut out, 2, "why", &prose(note));
        }
    }
    out.push_str("cycles:\n");
    for cycle in &file.cycles {
        let (start, end) = file.days(&cycle.id);
        key(&mut out, 2, "- id", &cycle.id);
        key(&mut out, 4, "title", &cycle.label);
        let inferred = |day: &Option<String>| if day.is_none() { "  # inferred: it was open" } else { "" };
        let _ = writeln!(out, "    start: {start}{}", inferred(&cycle.start));
        let _ = writeln!(out, "    end: {end}{}", inferred(&cycle.end));
    }
    out.push_str("teams:\n");
    for team in &file.organisation.teams {
        key(&mut out, 2, "- id", &slug(&team.id));
        key(&mut out, 4, "name", &team.name);
        if let Some(parent) = &team.parent {
            key(&mut out, 4, "parent", &slug(parent));
        }
    }
    if !people.is_empty() {
        out.push_str("people:\n");
    }
    for (id, name) in people {
        key(&mut out, 2, "- id", id);
        key(&mut out, 4, "name", name);
    }
    out
}

fn objective(goal: &Objective, file: &File, owner_of: &HashMap<&str, &str>) -> String {
    let mut out = "objectives:\n".to_owned();
    key(&mut out, 2, "- id", &goal.id);
    key(&mut out, 4, "title", &goal.title);
    key(&mut out, 4, "cycle", &goal.cycle);
    key(&mut out, 4, "team", &slug(&goal.team));
    list(&mut out, "owner", &goal.owners.iter().map(|name| slug(name)).collect::<Vec<_>>());
    let others = goal.teams.iter().filter(|team| **team != goal.team).map(|team| slug(team));
    let known = |team: &String| file.organisation.teams.iter().any(|known| slug(&known.id) == *team);
    let others: Vec<String> = others.filter(known).collect();
    if !others.is_empty() {
        let _ = writeln!(out, "    contributors: [{}]", others.join(", "));
    }
    let parents: Vec<String> = match &goal.parent_key_result {
        Some(parent) => vec![format!("{}/{parent}", owner_of[parent.as_str()])],
        None => goal.parent_ids.clone(),
    };
    list(&mut out, "aligns_to", &parents);
    if let Some(earlier) = &goal.continues {
        key(&mut out, 4, "carried_over_from", earlier);
    }
    if let Some(state) = state(goal) {
        key(&mut out, 4, "state", state);
    }
    if let Some(why) = goal.why.as_ref().filter(|why| !why.trim().is_empty()) {
        key(&mut out, 4, "why", &prose(why));
    }
    if let Some((repository, number)) = goal.tracking_issue.as_ref().and_then(|issue| issue.split_once('#')) {
        out.push_str("    links:\n");
        key(&mut out, 6, "- title", &format!("{repository}#{number}"));
        key(&mut out, 8, "url", &format!("https://github.com/{repository}/issues/{number}"));
    }
    judgement(&mut out, goal, file);
    if !goal.key_results.is_empty() {
        out.push_str("    key_results:\n");
    }
    for own in &goal.key_results {
        key_result(&mut out, own, goal, file);
    }
    out
}

/// A proposal is a draft; one that was not accepted was given up, and stays published.
fn state(goal: &Objective) -> Option<&'static str> {
    match goal.state.as_deref() {
        Some("Proposed") => Some("draft"),
        Some("Not accepted") => Some("cancelled"),
        _ => None,
    }
}

/// The published score as a review on the cycle's last day; what is said beside it, and above 1, in words.
fn judgement(out: &mut String, goal: &Objective, file: &File) {
    let mut beside = goal.beside.clone();
    if let Some(score) = goal.score() {
        out.push_str("    review:\n");
        let _ = writeln!(out, "      closed_on: {}  # inferred", file.days(&goal.cycle).1);
        let _ = writeln!(out, "      score: {}", score.clamp(0.0, 1.0));
        let mut learned: BTreeMap<String, Value> = BTreeMap::new();
        learned.extend(["score_note", "retrospective"].iter().filter_map(|key| beside.remove_entry(*key)));
        if score > 1.0 {
            learned.insert("published score".to_owned(), score.into());
        }
        if !learned.is_empty() {
            key(out, 6, "learned", &in_words(&learned));
        }
    }
    if !beside.is_empty() {
        key(out, 4, "summary", &in_words(&beside));
    }
}

fn key_result(out: &mut String, own: &KeyResult, goal: &Objective, file: &File) {
    key(out, 6, "- id", &own.id);
    key(out, 8, "title", &own.title);
    let mut beside = own.beside.clone();
    let mut owners = own.owners().into_iter();
    if let Some(owner) = owners.next() {
        key(out, 8, "owner", &slug(&owner));
    }
    if owners.next().is_some() {
        beside.insert("owners".to_owned(), own.owners.clone().unwrap_or_default());
    }
    if let Some(parent) = &own.parent_key_result {
        let _ = writeln!(out, "        aligns_to: {}/{parent}", goal.id);
    }
    if !own.redacted.is_empty() {
        out.push_str("        tags: [private-number]\n");
    }
    if let Some(state) = &own.state {
        beside.insert("state".to_owned(), state.as_str().into());
    }
    measure(out, own, file.days(&goal.cycle).1.as_str(), &mut beside);
    beside.retain(|_, value| !value.is_null());
    if !beside.is_empty() {
        key(out, 8, "why", &in_words(&beside));
    }
    let days = own.days();
    if !days.is_empty() {
        out.push_str("        check_ins:\n");
    }
    for (day, reports) in days {
        check_in(out, day, &reports);
    }
}

fn measure(out: &mut String, own: &KeyResult, end: &str, beside: &mut BTreeMap<String, Value>) {
    match own.shape() {
        Shape::Metric(start, target) => {
            let _ = writeln!(out, "        start: {}", start.as_deref().unwrap_or("unknown"));
            let _ = writeln!(out, "        target: {target}");
            if let Some(Value::Number(stretch)) = &own.stretch {
                let _ = writeln!(out, "        stretch: {stretch}");
            }
            for (index, (month, value)) in own.milestones.iter().flatten().enumerate() {
                if index == 0 {
                    out.push_str("        plan:\n");
                }
                let first: jiff::civil::Date = format!("{month}-01").parse().expect("a month");
                let _ = writeln!(out, "          - {{date: {}, value: {value}}}", first.last_of_month());
            }
        }
        Shape::AtLeast(bound) => {
            let _ = writeln!(out, "        keep: {{at_least: {bound}}}");
        }
        Shape::AtMost(bound) => {
            let _ = writeln!(out, "        keep: {{at_most: {bound}}}");
        }
        Shape::Done(false) => out.push_str("        done: false\n"),
        Shape::Done(true) => {
            let day = own.actual_date.as_deref();
            let inferred = if day.is_none() { "  # the day is inferred" } else { "" };
            let _ = writeln!(out, "        done: {}{inferred}", day.unwrap_or(end));
        }
    }
    if own.scale.is_some() {
        key(out, 8, "unit", "score");
        beside.insert("unit".to_owned(), own.unit.clone().into());
        beside.insert("target".to_owned(), own.target.clone().map_or(Value::Null, Value::Number));
    } else if matches!(own.shape(), Shape::Done(_)) {
        beside.insert("unit".to_owned(), own.unit.clone().into());
    } else if let Some(unit) = &own.unit {
        key(out, 8, "unit", unit);
    }
    if own.comparison.as_deref().is_some_and(|comparison| matches!(comparison, "<" | ">")) {
        beside.insert("comparison".to_owned(), own.comparison.clone().into());
    }
    if let Some(Value::Bool(_)) = own.stretch {
        beside.insert("stretch".to_owned(), own.stretch.clone().into());
    }
}

/// Several reports of one day become one: the last value counts, what was said before it goes into its note.
fn check_in(out: &mut String, day: &str, reports: &[&CheckIn]) {
    let inferred = if reports.iter().any(|report| report.date_is.is_some()) { "  # inferred" } else { "" };
    let _ = writeln!(out, "          - date: {day}{inferred}");
    if let Some(value) = last_value(reports) {
        let _ = writeln!(out, "            value: {value}");
    }
    if let Some(note) = note(reports) {
        key(out, 12, "note", &note);
    }
}

/// The value that counts on a day.
pub(crate) fn last_value(reports: &[&CheckIn]) -> Option<String> {
    reports.iter().rev().find_map(|report| report.value.as_ref()).map(ToString::to_string)
}

/// The note of a day.
pub(crate) fn note(reports: &[&CheckIn]) -> Option<String> {
    let (_, earlier) = reports.split_last()?;
    let values = earlier.iter().filter_map(|report| Some(format!("before: {}.", report.value.as_ref()?)));
    let notes = reports.iter().filter_map(|report| report.note.as_deref().map(prose));
    let note = notes.chain(values).collect::<Vec<_>>().join(" ");
    (!note.trim().is_empty()).then_some(note)
}

/// Facts without a key of their own, as inline Markdown.
fn in_words(facts: &BTreeMap<String, Value>) -> String {
    let say = |(name, value): (&String, &Value)| match value {
        Value::String(text) => format!("{}: {text}", name.replace('_', " ")),
        other => format!("{}: {other}", name.replace('_', " ")),
    };
    prose(&facts.iter().map(say).collect::<Vec<_>>().join("; "))
}

/// A plain text as inline Markdown that shows the same.
pub(crate) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        let begins_list = out.is_empty() || word.starts_with(['-', '+', '=']);
        for (index, letter) in word.char_indices() {
            if "\\`*_[]<>#&|~$!".contains(letter) || (index == 0 && begins_list && "-+=".contains(letter)) {
                out.push('\\');
            }
            out.push(letter);
        }
    }
    out
}

/// An id made of a name.
pub(crate) fn slug(name: &str) -> String {
    let letters = name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' });
    let slug: String = letters.collect::<String>().to_ascii_lowercase();
    slug.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn key(out: &mut String, indent: usize, key: &str, value: &str) {
    let _ = writeln!(out, "{:indent$}{key}: {}", "", scalar(value));
}

fn list(out: &mut String, name: &str, values: &[String]) {
    match values {
        [] => {}
        [only] => key(out, 4, name, only),
        several => {
            let _ = writeln!(out, "    {name}: [{}]", several.join(", "));
        }
    }
}

/// A text as a YAML scalar on one line: plain where that is safe, else quoted.
fn scalar(text: &str) -> String {
    let plain = serde_yaml::to_string(text).expect("a text is a scalar");
    let plain = plain.trim_end();
    if plain.contains('\n') || plain.starts_with(['|', '>']) {
        serde_json::to_string(text).expect("a text is a scalar")
    } else {
        plain.to_owned()
    }
}
