//! Withholds findings that an error explains already, so that one mistake gives one finding: an owner who is not
//! known is not missing as well, and a pillar is not uncovered while the one goal below it cannot be read.
//!
//! It looks at the texts alone. Where nothing is wrong it costs nothing: only files with errors are read again.

use crate::diagnostic::errors::{
    BAD_ID, DUPLICATE_ID, NOT_UTF8, UNKNOWN_KEY, UNKNOWN_REFERENCE, WRONG_TYPE, YAML_SYNTAX,
};
use crate::diagnostic::{Class, Finding, nearest};
use crate::syntax::{Kind, Node, markdown, yaml};
use crate::text::{Source, Sources, Span};
use std::collections::{BTreeSet, HashMap};

/// Lints about something that is missing in one thing, and the keys of the thing that could hold it.
const ABSENT: &[(&str, &[&str])] = &[
    ("close-overdue", &["review", "state"]),
    ("incomplete-review", &["review", "state"]),
    ("individual-objective", &["team", "members", "lead"]),
    ("kpi-without-target", &["healthy"]),
    ("missing-ambition", &["ambition"]),
    ("missing-not-doing", &["not_doing"]),
    ("missing-owner", &["owner"]),
    ("missing-unit", &["unit"]),
    ("missing-why", &["why"]),
    ("mostly-tasks", &["key_results"]),
    ("no-key-results", &["key_results"]),
    ("orphan-objective", &["aligns_to"]),
    ("pillar-without-kpi", &["kpis"]),
    ("stale-check-in", &["check_ins", "data", "milestones", "done"]),
    ("too-few-key-results", &["key_results"]),
];

/// Lints about something that is missing in the whole handbook, and the keys that could hold it, in whatever thing.
const NOWHERE: &[(&str, &[&str])] = &[
    (
        "rewritten-history",
        &["id", "of", "date", "value", "check_ins", "data", "measure", "key_results", "review"],
    ),
    (
        "vanished-goal",
        &["id", "title", "cycle", "start", "target", "key_results", "objectives", "objective", "pillars"],
    ),
    ("late-set", &["id", "team", "cycle", "state", "objectives", "objective"]),
    ("uncovered-objective", &["id", "aligns_to", "cycle", "state", "objectives", "objective"]),
    ("uncovered-pillar", &["id", "aligns_to", "cycle", "state", "objectives", "objective"]),
    ("unused-kpi", &["id", "kpi", "kpis", "pillars", "objectives", "key_results"]),
    ("unused-person", &["id", "owner", "lead", "ambassador", "members", "by", "teams", "objectives"]),
    ("unused-team", &["id", "team", "parent", "contributors", "on", "teams", "objectives"]),
];

/// Takes out what an error explains.
pub(super) fn withhold(findings: &mut Vec<Finding>, sources: &Sources) {
    let errors: Vec<&Finding> = findings.iter().filter(|finding| finding.class == Class::Error).collect();
    if errors.is_empty() {
        return;
    }
    let doubt = Doubt::of(&errors, sources);
    let explained: Vec<bool> = findings.iter().map(|finding| doubt.explains(finding)).collect();
    let mut explained = explained.into_iter();
    findings.retain(|_| !explained.next().expect("each finding was looked at"));
}

/// What errors leave in doubt.
struct Doubt<'a> {
    sources: &'a Sources,
    /// The things that have errors: where their ids stand, and the keys below which the errors lie.
    things: HashMap<Span, Vec<String>>,
    /// The innermost key above each error.
    keys: BTreeSet<String>,
    /// Lists of key results of which some cannot be read: whether another stands alone there is not known.
    key_results: Vec<Span>,
    /// Whether some file cannot be read.
    is_blind: bool,
    /// The ids that such files seem to define.
    unread: BTreeSet<&'a str>,
}

impl<'a> Doubt<'a> {
    fn of(errors: &[&Finding], sources: &'a Sources) -> Self {
        let mut doubt = Doubt {
            sources,
            things: HashMap::new(),
            keys: BTreeSet::new(),
            key_results: Vec::new(),
            is_blind: false,
            unread: BTreeSet::new(),
        };
        let files: BTreeSet<_> = errors.iter().map(|error| error.span.source()).collect();
        for file in files {
            let source = sources.get(file);
            let here: Vec<&Finding> =
                errors.iter().copied().filter(|error| error.span.source() == file).collect();
            if here.iter().any(|error| [YAML_SYNTAX.name, NOT_UTF8.name].contains(&error.code)) {
                doubt.is_blind = true;
                doubt.unread.extend(ids(source.text()));
            }
            if !is_content(source.path()) {
                continue;
            }
            let range = markdown_or_yaml(source);
            let mut spans: Vec<(Span, &str)> = here.iter().map(|error| (error.span, error.code)).collect();
            spans.sort_unstable();
            for document in yaml::parse(source, range, &mut Vec::new()) {
                doubt.look(&document.root(), None, &spans);
            }
        }
        doubt
    }

    /// Follows the errors, sorted by place, down to where they lie.
    fn look(&mut self, node: &Node, key: Option<&str>, errors: &[(Span, &str)]) {
        let errors = within(errors, node.span());
        if errors.is_empty() {
            return;
        }
        match node.kind() {
            // What is wrong with a thing as a whole stands at its id, and only few such errors leave it out.
            Kind::Scalar(_) if key == Some("id") && !errors.iter().any(|(_, code)| leaves_out(code)) => {}
            Kind::Scalar(_) => self.keys.extend(key.map(str::to_owned)),
            Kind::Sequence(items) => {
                if is_at(errors, node.span()) {
                    self.keys.extend(key.map(str::to_owned));
                }
                for item in items.iter() {
                    self.look(&item, key, errors);
                }
            }
            Kind::Mapping(entries) => {
                let mut faulty = Vec::new();
                for entry in entries.iter() {
                    let name = entry.key.value;
                    let is_unknown = errors.binary_search(&(entry.key.span, UNKNOWN_KEY.name)).is_ok();
                    if is_unknown {
                        self.keys.insert(name.to_owned());
                    } else if is_at(errors, entry.key.span) {
                        self.keys.extend(key.map(str::to_owned));
                    }
                    if is_unknown || !within(errors, entry.value.span()).is_empty() {
                        faulty.push(name.to_owned());
                        self.key_results.extend((name == "key_results").then_some(entry.value.span()));
                    }
                    self.look(&entry.value, Some(name), errors);
                }
                let id = entries.iter().find(|entry| entry.key.value == "id");
                self.things.extend(id.map(|id| (id.value.span(), faulty)));
            }
        }
    }

    fn explains(&self, finding: &Finding) -> bool {
        if finding.class == Class::Error {
            return finding.code == UNKNOWN_REFERENCE.name && self.may_be_unread(finding);
        }
        if finding.code == "kpi-as-key-result" {
            return self.key_results.iter().any(|list| list.to(finding.span) == *list);
        }
        let of = |table: &[(&str, &'static [&'static str])]| {
            table.iter().find(|(lint, _)| *lint == finding.code).map(|(_, keys)| *keys)
        };
        if let Some(keys) = of(ABSENT) {
            let faulty = self.things.get(&finding.span);
            return faulty.is_some_and(|faulty| faulty.iter().any(|key| means(key, keys)));
        }
        of(NOWHERE).is_some_and(|keys| self.is_blind || self.keys.iter().any(|key| means(key, keys)))
    }

    /// Whether the name that leads nowhere is defined in a file that cannot be read.
    fn may_be_unread(&self, finding: &Finding) -> bool {
        let written = self.sources.slice(finding.span).trim_matches(['"', '\'']);
        let name = written.strip_prefix("okr:").unwrap_or(written);
        name.split('/').any(|part| self.unread.contains(part))
    }
}

/// The words behind each `id:` of a text.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    text.split("id:").skip(1).map(|after| {
        let word = after.trim_start_matches([' ', '"', '\'']);
        &word[..word.find(|next: char| !is_part(next)).unwrap_or(word.len())]
    })
}

/// Whether an error at the id of a thing leaves the thing out.
fn leaves_out(code: &str) -> bool {
    [BAD_ID.name, DUPLICATE_ID.name, WRONG_TYPE.name].contains(&code)
}

/// Whether an error points at exactly this place; errors are sorted by place.
fn is_at(errors: &[(Span, &str)], place: Span) -> bool {
    let first = errors.partition_point(|error| error.0 < place);
    errors.get(first).is_some_and(|error| error.0 == place)
}

/// Whether a character may belong to an id.
fn is_part(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-')
}

/// Whether a key is one of those, or a slip of one of them.
fn means(key: &str, keys: &[&str]) -> bool {
    keys.contains(&key) || nearest(key, keys.iter().copied()).is_some()
}

/// The errors that begin inside a place.
fn within<'e, 'c>(errors: &'e [(Span, &'c str)], place: Span) -> &'e [(Span, &'c str)] {
    let start = errors.partition_point(|error| error.0.start() < place.start());
    let end = errors.partition_point(|error| error.0.start() < place.end().max(place.start() + 1));
    &errors[start..end.max(start)]
}

fn is_content(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    path.starts_with("content/") && !extension.eq_ignore_ascii_case("csv")
}

/// The part of a file that is YAML.
fn markdown_or_yaml(source: &Source) -> Span {
    if source.path().to_ascii_lowercase().ends_with(".md") {
        let parts = markdown::split(source);
        return parts.front_matter.unwrap_or_else(|| source.span(0, 0));
    }
    source.whole()
}
