//! Reads one file: a YAML file's collections, or a Markdown file's one thing or page.

use super::{
    Declarations, check_in, cycle, kpi, objective,
    organisation::{self, mission},
    page,
};
use crate::diagnostic::errors::{UNKNOWN_KEY, YAML_SYNTAX};
use crate::diagnostic::{Finding, did_you_mean};
use crate::model::{About, Body};
use crate::syntax::fields::{Fields, listed, wrong_type};
use crate::syntax::{Document, Entries, Entry, Kind, Node, markdown, not_utf8, prose, yaml};
use crate::text::{Source, Span};
use std::sync::Arc;

/// Keys of a YAML file.
pub const KEYS: &[&str] =
    &["mission", "pillars", "cycles", "teams", "people", "objectives", "kpis", "check_ins"];

/// Reads one file below content/.
pub fn declare(source: &Source) -> Declarations {
    let mut declarations = Declarations::new(source);
    if let Some(finding) = not_utf8(source) {
        declarations.findings.push(finding);
        return declarations;
    }
    if markdown::is_markdown(source.path()) {
        markdown_file(source, &mut declarations);
    } else {
        for document in yaml::parse(source, source.whole(), &mut declarations.findings) {
            collections(&document.root(), &mut declarations);
        }
    }
    declarations
}

fn collections(document: &Node, declarations: &mut Declarations) {
    if document.is_null() {
        return;
    }
    let mut findings = std::mem::take(&mut declarations.findings);
    if let Some(mut fields) = Fields::open(document, "a file", KEYS, &mut findings) {
        if let Some(node) = fields.get("mission") {
            let mission = mission(&node, fields.findings());
            declarations.has_broken_mission |= mission.is_none();
            declarations.missions.extend(mission);
        }
        macro_rules! collect {
            ($($key:literal => $into:ident, $read:path;)*) => {$(
                for node in fields.list($key).iter() {
                    declarations.$into.extend($read(&node, fields.findings()));
                }
            )*};
        }
        collect! {
            "pillars" => pillars, organisation::pillar;
            "cycles" => cycles, cycle::cycle;
            "teams" => teams, organisation::team;
            "people" => people, organisation::person;
            "objectives" => objectives, objective::objective;
            "kpis" => kpis, kpi::kpi;
        }
        for check_in in fields.list("check_ins").iter() {
            match check_in::collected(&check_in, fields.findings()) {
                Some(Ok(check_in)) => declarations.check_ins.push(check_in),
                Some(Err(unplaced)) => declarations.unplaced.push(unplaced),
                None => {}
            }
        }
        fields.finish(|_, _| None);
    }
    declarations.findings = findings;
}

/// A thing that a Markdown file can define: its key in the front matter and how it is read.
pub struct Singular {
    /// The key.
    pub key: &'static str,
    read: fn(&Node, Option<Body>, &mut Declarations),
}

/// Reads an entity and puts it, with the body as its narrative, into its list.
macro_rules! singular {
    ($key:literal, $into:ident, $read:path) => {
        Singular {
            key: $key,
            read: |node, body, declarations| {
                let mut findings = std::mem::take(&mut declarations.findings);
                if let Some(mut declared) = $read(node, &mut findings) {
                    if body.is_some() {
                        AsMut::<About>::as_mut(&mut declared.thing).body = body;
                    }
                    declarations.$into.push(declared);
                } else {
                    declarations.has_broken_mission |= $key == "mission";
                }
                declarations.findings = findings;
            },
        }
    };
}

/// The things that a Markdown file can define.
pub static SINGULARS: &[Singular] = &[
    singular!("mission", missions, mission),
    singular!("pillar", pillars, organisation::pillar),
    singular!("cycle", cycles, cycle::cycle),
    singular!("team", teams, organisation::team),
    singular!("person", people, organisation::person),
    singular!("objective", objectives, objective::objective),
    singular!("kpi", kpis, kpi::kpi),
];

fn markdown_file(source: &Source, declarations: &mut Declarations) {
    let parts = markdown::split(source);
    if let Some(unclosed) = parts.unclosed {
        let message = "the front matter has no end";
        let help = "write `---` on a line of its own below the last key";
        declarations.findings.push(Finding::error(&YAML_SYNTAX, unclosed, message).help(help));
        return;
    }
    let before = declarations.findings.len();
    let document = parts
        .front_matter
        .and_then(|range| yaml::parse_one(source, range, "the front matter", &mut declarations.findings));
    if declarations.findings.len() > before && document.is_none() {
        return;
    }
    let body = Body { span: parts.body, facts: Arc::new(prose::scan(source, parts.body)) };
    let Some(front_matter) = document.as_ref().map(Document::root) else {
        declarations.page = Some(page::without_front_matter(source, body));
        return;
    };
    let Kind::Mapping(entries) = front_matter.kind() else {
        declarations.findings.push(wrong_type(&front_matter, "front matter", "a mapping of keys to values"));
        return;
    };
    match entries.iter().find_map(|entry| Some((singular_of(&entry)?, entry))) {
        Some((singular, entry)) => {
            let has_text = !source.slice(body.span).trim().is_empty();
            (singular.read)(&entry.value, has_text.then_some(body), declarations);
            refuse_neighbours(entries, singular.key, declarations);
        }
        None => declarations.page = page::page(source, &front_matter, body, &mut declarations.findings),
    }
}

fn singular_of(entry: &Entry) -> Option<&'static Singular> {
    SINGULARS.iter().find(|singular| singular.key == entry.key.value)
}

/// A Markdown file that defines a thing has no other key.
fn refuse_neighbours(entries: Entries, key: &str, declarations: &mut Declarations) {
    for entry in entries.iter().filter(|entry| entry.key.value != key) {
        declarations.findings.push(neighbour(entry.key.value, key, entry.key.span));
    }
}

fn neighbour(name: &str, key: &str, span: Span) -> Finding {
    let finding = Finding::error(&UNKNOWN_KEY, span, format!("unknown key `{name}`"))
        .here(format!("this file defines a {key}"));
    if SINGULARS.iter().any(|singular| singular.key == name) {
        return finding
            .help(format!("define the {name} in a file of its own: a Markdown file defines one thing"));
    }
    let known = SINGULARS.iter().map(|singular| singular.key);
    finding.help(did_you_mean(name, known.clone()).unwrap_or_else(|| {
        format!("indent it below `{key}:`, or remove it; known here are {}", listed(known))
    }))
}
