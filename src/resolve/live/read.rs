//! Reads the YAML of a block, and says which of its keys do not go with what it shows.

use super::Resolved;
use super::names::subject;
use crate::diagnostic::Finding;
use crate::diagnostic::errors::{BAD_NUMBER, MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE};
use crate::model::{Column, Filter, Health, Live, Named, Rows, Show, State, Text};
use crate::resolve::linker::{Linker, Notes};
use crate::resolve::targets::Thing;
use crate::syntax::fields::{Fields, listed, word};
use crate::syntax::{Document, Node, yaml};
use crate::text::{Source, Spanned};
use rust_decimal::prelude::ToPrimitive;

/// Keys of a block.
pub const KEYS: &[&str] = &["show", "of", "where", "columns", "limit"];
/// Keys of its `where`.
pub const FILTER_KEYS: &[&str] = &["team", "cycle", "health", "state", "tag", "under"];

/// The keys that a block of each form may have.
fn keys_of(show: Show) -> &'static [&'static str] {
    match show {
        Show::Tree | Show::Map => &["show", "of", "where"],
        Show::Table => KEYS,
        Show::List | Show::Kpis | Show::CheckIns => &["show", "of", "where", "limit"],
        Show::Chart => &["show", "of"],
    }
}

/// The keys of `where` that a block of a form may have.
fn filters_of(show: Show) -> &'static [&'static str] {
    if show == Show::Kpis { &["team", "tag"] } else { FILTER_KEYS }
}

/// Reads a block from the text that stands in it.
pub(super) fn read(text: &Source, linker: &Linker, notes: &mut Notes) -> Resolved {
    let before = notes.findings.len();
    let documents = yaml::parse(text, text.whole(), &mut notes.findings);
    if let Some(second) = documents.get(1) {
        let message = "a block shows one thing";
        let help = "write a block of its own for each, without `---`";
        notes.findings.push(Finding::error(&WRONG_TYPE, second.root().span(), message).help(help));
    }
    let document = documents.first().map(Document::root).filter(|root| !root.is_null());
    let Some(document) = document else {
        if notes.findings.len() == before {
            let words = Show::WORDS.iter().map(|(word, _)| *word);
            let finding = Finding::error(&MISSING_KEY, text.span(0, 0), "an `okr` block has no `show`");
            let help = format!("add `show:` with one of {}", listed(words));
            notes.findings.push(finding.help(help));
        }
        return Resolved::default();
    };
    let mut reading = Reading { linker, named: Vec::new() };
    let live = open(&document, "an `okr` block", KEYS, notes, |fields, notes| reading.fields(fields, notes));
    let live = live.flatten().filter(|_| notes.findings.len() == before);
    Resolved { live, named: reading.named }
}

struct Reading<'l> {
    linker: &'l Linker,
    named: Vec<(Text, Thing)>,
}

impl Reading<'_> {
    fn fields(&mut self, fields: &mut Fields, notes: &mut Notes) -> Option<Live> {
        let show = fields.word("show", Show::WORDS);
        if fields.get("show").is_none() {
            fields.missing("show");
        }
        let form = show.map(|show| show.value);
        let of = fields.reference("of");
        let known = of.as_ref().and_then(|of| self.of(of, form, notes));
        let filter = fields.get("where").and_then(|node| {
            open(&node, "`where`", FILTER_KEYS, notes, |fields, notes| self.filter(fields, form, notes))
        });
        let columns = columns(fields, known.map_or(Rows::Objectives, Named::rows));
        let limit = limit(fields);
        let show = show?;
        refuse(fields, show);
        if show.value == Show::Chart && of.is_none() && !fields.is_misspelt("of") {
            let finding = Finding::error(&MISSING_KEY, show.span, "`show: chart` has no `of`");
            fields.report(finding.help(
                "add `of:` with an objective, a key result (`OBJECTIVE/KEY-RESULT`) or a KPI (`kpi/ID`)",
            ));
        }
        Some(Live { show: show.value, of: known, filter: filter.unwrap_or_default(), columns, limit })
    }

    /// What the block is about.
    fn of(&mut self, of: &Text, show: Option<Show>, notes: &mut Notes) -> Option<Named> {
        let (named, thing) = subject(of, show, self.linker, notes)?;
        self.named.push((of.clone(), thing));
        Some(named)
    }

    fn filter(&mut self, fields: &mut Fields, show: Option<Show>, notes: &mut Notes) -> Filter {
        let mut filter = Filter::default();
        for text in fields.one_or_many("team") {
            if let Some(team) = self.linker.team(&text, notes) {
                filter.teams.push(team.value);
                self.named.push((text, Thing::Team(team.value)));
            }
        }
        for text in fields.one_or_many("cycle") {
            if let Some(cycle) = self.linker.cycle(&text, notes) {
                filter.cycles.push(cycle.value);
                self.named.push((text, Thing::Cycle(cycle.value)));
            }
        }
        for text in fields.one_or_many("under") {
            if let Some(goal) = self.linker.goal(&text, notes) {
                filter.under.push(goal.value);
                self.named.push((text, Thing::Goal(goal.value)));
            }
        }
        filter.healths = values(fields.words("health", Health::WORDS));
        filter.states = values(fields.words("state", State::WORDS));
        filter.tags = values(fields.one_or_many("tag"));
        if let Some(show) = show {
            refuse_filters(fields, show);
        }
        filter
    }
}

/// Reads a mapping whose fields name things: findings about values stand before those about names.
fn open<T>(
    node: &Node,
    what: &'static str,
    keys: &'static [&'static str],
    notes: &mut Notes,
    read: impl FnOnce(&mut Fields, &mut Notes) -> T,
) -> Option<T> {
    let mut findings = std::mem::take(&mut notes.findings);
    let found = Fields::open(node, what, keys, &mut findings).map(|mut fields| {
        let found = read(&mut fields, notes);
        fields.finish(|_, _| None);
        found
    });
    // Those about names stand in the notes, those about values in the list that the fields filled.
    findings.append(&mut notes.findings);
    notes.findings = findings;
    found
}

fn values<T>(spanned: Vec<Spanned<T>>) -> Vec<T> {
    spanned.into_iter().map(|spanned| spanned.value).collect()
}

/// Reports keys that do not go with what is shown.
fn refuse(fields: &mut Fields, show: Spanned<Show>) {
    let allowed = keys_of(show.value);
    for key in KEYS.iter().filter(|key| !allowed.contains(key)) {
        if let Some(span) = fields.key(key) {
            let message = format!("`{key}` does not go with `show: {}`", show.value.word());
            let help = format!("remove it; such a block has {}", listed(allowed.iter().copied()));
            fields.report(Finding::error(&UNKNOWN_KEY, span, message).help(help));
        }
    }
}

fn refuse_filters(fields: &mut Fields, show: Show) {
    let allowed = filters_of(show);
    for key in FILTER_KEYS.iter().filter(|key| !allowed.contains(key)) {
        if let Some(span) = fields.key(key) {
            let message = format!("KPIs have no `{key}`");
            let help = format!("choose them by {}", listed(allowed.iter().copied()));
            fields.report(Finding::error(&UNKNOWN_KEY, span, message).help(help));
        }
    }
}

/// The columns of a table, each of which must say something about its rows.
fn columns(fields: &mut Fields, rows: Rows) -> Vec<Column> {
    let mut columns = Vec::new();
    for node in fields.list("columns").iter() {
        let Some(column) = word(&node, "columns", Column::WORDS, fields.findings()) else { continue };
        match column.value.only_of() {
            Some(only) if only != rows => {
                let (of, help) = match only {
                    Rows::KeyResults => ("key results", "name the objective in `of` to list its key results"),
                    Rows::Objectives => ("objectives", "remove it: the rows of this table are key results"),
                };
                let message = format!("`{}` is a column of {of}", column.value.word());
                fields.report(Finding::error(&WRONG_TYPE, column.span, message).help(help));
            }
            _ => columns.push(column.value),
        }
    }
    columns
}

/// The most rows.
fn limit(fields: &mut Fields) -> Option<usize> {
    let limit = fields.number("limit")?;
    let whole = limit.value.fract().is_zero().then(|| limit.value.to_usize()).flatten();
    let whole = whole.filter(|&limit| limit > 0);
    if whole.is_none() {
        let message = format!("`limit` is {}, and must be a whole number from 1 on", limit.value);
        let help = "give the most rows that are to be shown, or remove it to show all";
        fields.report(Finding::error(&BAD_NUMBER, limit.span, message).help(help));
    }
    whole
}
