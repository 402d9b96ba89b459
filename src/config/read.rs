//! Reads okrbook.yaml: every key decoded, every mistake reported.

use super::{
    Accent, Bands, Colour, LintLevel, LintRule, LintSettings, OutcomeBands, Pace, PathVisibility, RawHtml,
    Settings,
};
use crate::diagnostic::errors::{BAD_NUMBER, BAD_URL, MISSING_KEY, UNKNOWN_LINT, WRONG_TYPE};
use crate::diagnostic::{Finding, did_you_mean};
use crate::locale;
use crate::model::{Audience, Cadence, Text};
use crate::syntax::fields::{self, Fields, wrong_type};
use crate::syntax::{Entries, Entry, Kind, Node, not_utf8, yaml};
use crate::text::Source;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// Keys of okrbook.yaml.
pub const KEYS: &[&str] = &[
    "title",
    "organization",
    "description",
    "base_url",
    "language",
    "theme",
    "accent",
    "logo",
    "footer",
    "edit_url",
    "as_of",
    "audience",
    "fiscal_year_start",
    "check_in_every",
    "pace",
    "outcome",
    "visibility",
    "raw_html",
    "lints",
];

/// Keys of `pace`.
pub const PACE_KEYS: &[&str] = &["on_track", "at_risk", "aspirational", "committed"];
/// Keys of `outcome`.
pub const OUTCOME_KEYS: &[&str] = &["aspirational", "committed"];
/// Keys of the bands of an outcome.
pub const BANDS_KEYS: &[&str] = &["achieved", "partly"];
/// Keys of a lint that has more than a level.
pub const LINT_KEYS: &[&str] = &["level", "limit"];

/// Words of `raw_html`.
pub const RAW_HTML: &[(&str, RawHtml)] =
    &[("escape", RawHtml::Escape), ("sanitize", RawHtml::Sanitize), ("allow", RawHtml::Allow)];

/// Settings where okrbook.yaml is silent.
fn defaults(source: &Source) -> Settings {
    Settings {
        title: String::new(),
        organization: None,
        description: None,
        base_url: None,
        language: Text::new("en".to_owned(), source.span(0, 0)),
        theme: Text::new("default".to_owned(), source.span(0, 0)),
        accent: None,
        logo: None,
        footer: None,
        edit_url: None,
        as_of: None,
        audience: Audience::Public,
        fiscal_year_start: 1,
        check_in_every: Cadence { days: 7 },
        pace: Pace { on_track: 0.10, at_risk: 0.25, aspirational: 0.7, committed: 1.0 },
        outcome: OutcomeBands {
            aspirational: Bands { achieved: 0.7, partly: 0.4 },
            committed: Bands { achieved: 1.0, partly: 0.7 },
        },
        visibility: Vec::new(),
        raw_html: RawHtml::Escape,
        lints: LintSettings::default(),
    }
}

/// Reads the settings; `lints` are the names of all lints that there are.
pub fn read(source: &Source, lints: &[&str], findings: &mut Vec<Finding>) -> Settings {
    let mut settings = defaults(source);
    if let Some(finding) = not_utf8(source) {
        findings.push(finding);
        return settings;
    }
    let before = findings.len();
    match yaml::parse_one(source, source.whole(), "okrbook.yaml", findings) {
        Some(only) => document(&only.root(), &mut settings, lints, findings),
        _ if findings.len() == before => {
            let message = "the settings have no `title`";
            let help = "add `title:` with the name of your handbook";
            findings.push(Finding::error(&MISSING_KEY, source.span(0, 0), message).help(help));
        }
        _ => {}
    }
    settings
}

fn document(node: &Node, settings: &mut Settings, lints: &[&str], findings: &mut Vec<Finding>) {
    let Some(mut fields) = Fields::open(node, "okrbook.yaml", KEYS, findings) else { return };
    settings.title = fields.required_title("title").map(|title| title.value).unwrap_or_default();
    settings.organization = fields.title("organization").map(|text| text.value);
    settings.description = fields.text("description").map(|text| text.value);
    settings.base_url = base_url(&mut fields);
    if let Some(language) = language(&mut fields) {
        settings.language = language;
    }
    if let Some(theme) = fields.id("theme") {
        settings.theme = theme;
    }
    settings.accent = accent(&mut fields);
    settings.logo = fields.text("logo");
    settings.footer = fields.text("footer");
    settings.edit_url = edit_url(&mut fields);
    settings.as_of = fields.date("as_of").map(|date| date.value);
    if let Some(audience) = fields.word("audience", Audience::WORDS) {
        settings.audience = audience.value;
    }
    if let Some(month) = month(&mut fields) {
        settings.fiscal_year_start = month;
    }
    if let Some(cadence) = super::cadence(&mut fields, "check_in_every") {
        settings.check_in_every = cadence;
    }
    if let Some(node) = fields.get("pace") {
        pace(&node, &mut settings.pace, fields.findings());
    }
    if let Some(node) = fields.get("outcome") {
        outcome(&node, &mut settings.outcome, fields.findings());
    }
    settings.visibility = visibility(&mut fields);
    if let Some(raw_html) = fields.word("raw_html", RAW_HTML) {
        settings.raw_html = raw_html.value;
    }
    if let Some(node) = fields.get("lints") {
        settings.lints = lint_settings(&node, lints, fields.findings());
    }
    fields.finish(|_, _| None);
}

fn base_url(fields: &mut Fields) -> Option<String> {
    let url = fields.url("base_url")?;
    let site = fields::site(&url.value).ok();
    if site.is_none() {
        let message = format!("`{}` is not the address of a site", url.value);
        let help = "write it as `https://example.org/handbook/`";
        fields.report(Finding::error(&BAD_URL, url.span, message).help(help));
    }
    site
}

fn edit_url(fields: &mut Fields) -> Option<String> {
    let url = fields.text("edit_url")?;
    let fault = if url.value.contains("{path}") {
        fields::url_fault(&url.value.replace("{path}", "path"))
    } else {
        Some("it has no `{path}`")
    };
    if let Some(fault) = fault {
        let help = "write where a file is edited, such as `https://example.org/edit/main/{path}`";
        let finding =
            Finding::error(&BAD_URL, url.span, format!("`{}` cannot be linked: {fault}", url.value));
        fields.report(finding.help(help));
        return None;
    }
    Some(url.value)
}

fn language(fields: &mut Fields) -> Option<Text> {
    let tag = fields.text("language")?;
    if locale::is_tag(&tag.value) {
        return Some(tag);
    }
    let message = format!("`{}` is not a language tag", tag.value.escape_debug());
    fields.report(
        Finding::error(&WRONG_TYPE, tag.span, message).help("write a BCP 47 tag, such as `en` or `de-CH`"),
    );
    None
}

fn accent(fields: &mut Fields) -> Option<Accent> {
    let written = fields.text("accent")?;
    let colour = Colour::read(&written).map_err(|finding| fields.report(finding)).ok()?;
    Some(Accent { light: colour, dark: None })
}

fn month(fields: &mut Fields) -> Option<i8> {
    let month = fields.number("fiscal_year_start")?;
    let number = month
        .value
        .is_integer()
        .then(|| month.value.to_i8())
        .flatten()
        .filter(|month| (1..=12).contains(month));
    if number.is_none() {
        let message = format!("`fiscal_year_start` is {}, and must be a month from 1 to 12", month.value);
        let help = "write the number of the month in which the fiscal year begins";
        fields.report(Finding::error(&BAD_NUMBER, month.span, message).help(help));
    }
    number
}

/// Overwrites those numbers of a mapping that are given and right.
fn ratios(fields: &mut Fields, into: &mut [(&'static str, &mut f64)]) {
    for (key, value) in into {
        if let Some(ratio) = fields.ratio(key) {
            **value = ratio.value;
        }
    }
}

fn pace(node: &Node, pace: &mut Pace, findings: &mut Vec<Finding>) {
    let Some(mut fields) = Fields::open(node, "`pace`", PACE_KEYS, findings) else { return };
    ratios(
        &mut fields,
        &mut [
            ("on_track", &mut pace.on_track),
            ("at_risk", &mut pace.at_risk),
            ("aspirational", &mut pace.aspirational),
            ("committed", &mut pace.committed),
        ],
    );
    if pace.on_track > pace.at_risk {
        let message = format!(
            "the gap of `on_track`, {}, is wider than that of `at_risk`, {}",
            pace.on_track, pace.at_risk
        );
        let help = "give `at_risk` the wider gap";
        fields.report(Finding::error(&BAD_NUMBER, node.span(), message).help(help));
    }
    fields.finish(|_, _| None);
}

fn outcome(node: &Node, outcome: &mut OutcomeBands, findings: &mut Vec<Finding>) {
    let Some(mut fields) = Fields::open(node, "`outcome`", OUTCOME_KEYS, findings) else { return };
    for (key, bands) in [("aspirational", &mut outcome.aspirational), ("committed", &mut outcome.committed)] {
        let Some(node) = fields.get(key) else { continue };
        let Some(mut inner) = Fields::open(&node, "the bands of an outcome", BANDS_KEYS, fields.findings())
        else {
            continue;
        };
        ratios(&mut inner, &mut [("achieved", &mut bands.achieved), ("partly", &mut bands.partly)]);
        if bands.partly > bands.achieved {
            let message =
                format!("`partly` begins at {}, above `achieved` at {}", bands.partly, bands.achieved);
            inner.report(
                Finding::error(&BAD_NUMBER, node.span(), message).help("let `partly` begin below `achieved`"),
            );
        }
        inner.finish(|_, _| None);
    }
    fields.finish(|_, _| None);
}

/// The entries of a mapping whose keys are free.
fn entries<'n>(node: &Node<'n>, what: &str, findings: &mut Vec<Finding>) -> Entries<'n> {
    if let Kind::Mapping(entries) = node.kind() {
        return entries;
    }
    findings.push(wrong_type(node, what, "a mapping of keys to values"));
    Entries::default()
}

fn visibility(fields: &mut Fields) -> Vec<PathVisibility> {
    let Some(node) = fields.get("visibility") else { return Vec::new() };
    let mut rules = Vec::new();
    for entry in entries(&node, "`visibility`", fields.findings()).iter() {
        let words = super::VISIBILITY;
        let internal = fields::word(&entry.value, "visibility", words, fields.findings());
        let pattern = Text::new(entry.key.value.to_owned(), entry.key.span);
        match PathVisibility::read(pattern, internal.as_ref().is_some_and(|internal| internal.value)) {
            Ok(rule) => rules.extend(internal.map(|_| rule)),
            Err(finding) => fields.report(finding),
        }
    }
    rules
}

fn lint_settings(node: &Node, lints: &[&str], findings: &mut Vec<Finding>) -> LintSettings {
    let mut settings = LintSettings::default();
    for entry in entries(node, "`lints`", findings).iter() {
        match entry.key.value {
            "default" => settings.default = level(&entry.value, findings),
            "teams" => {
                for team in entries(&entry.value, "`teams`", findings).iter() {
                    let mut rules = BTreeMap::new();
                    for entry in entries(&team.value, "the lints of a team", findings).iter() {
                        if entry.key.value == "default" || known(&entry, lints, &["default"], findings) {
                            rules.insert(entry.key.value.to_owned(), rule(&entry.value, findings));
                        }
                    }
                    settings.team_ids.push(Text::new(team.key.value.to_owned(), team.key.span));
                    settings.teams.insert(team.key.value.to_owned(), rules);
                }
            }
            _ => {
                if known(&entry, lints, &["default", "teams"], findings) {
                    settings.rules.insert(entry.key.value.to_owned(), rule(&entry.value, findings));
                }
            }
        }
    }
    settings
}

/// Whether a key names a lint; `others` are the keys that may stand beside lints.
fn known(entry: &Entry, lints: &[&str], others: &[&str], findings: &mut Vec<Finding>) -> bool {
    let name = entry.key.value;
    if lints.contains(&name) {
        return true;
    }
    let is_error = crate::diagnostic::errors::ERRORS.iter().any(|error| error.name == name);
    let finding = if is_error {
        Finding::error(
            &UNKNOWN_LINT,
            entry.key.span,
            format!("`{name}` is an error, and errors have no level"),
        )
        .help("remove it: what is wrong must be mended")
    } else {
        let names = lints.iter().chain(others).copied();
        Finding::error(&UNKNOWN_LINT, entry.key.span, format!("there is no lint `{name}`")).help(
            did_you_mean(name, names)
                .unwrap_or_else(|| "run `okrbook explain` for a list of all lints".to_owned()),
        )
    };
    findings.push(finding);
    false
}

fn level(node: &Node, findings: &mut Vec<Finding>) -> Option<LintLevel> {
    fields::word(node, "level", LintLevel::WORDS, findings).map(|level| level.value)
}

fn rule(node: &Node, findings: &mut Vec<Finding>) -> LintRule {
    if !matches!(node.kind(), Kind::Mapping(_)) {
        return LintRule { level: level(node, findings), limit: None };
    }
    let Some(mut fields) = Fields::open(node, "a lint", LINT_KEYS, findings) else {
        return LintRule::default();
    };
    let level = fields.word("level", LintLevel::WORDS).map(|level| level.value);
    let limit = fields.number("limit").and_then(|limit| limit.value.to_f64());
    fields.finish(|_, _| None);
    LintRule { level, limit }
}
