//! The page of the contract with themes, made of the views themselves: their documentation from the sources, their
//! fields from pages that are drawn, templates and components from the theme. It cannot disagree with the program
//! without failing here; `SNAPSHOTS=overwrite cargo test --test golden` writes it anew.

mod value;
mod views;

use okrbook::compile::{Compiled, Options, compile};
use okrbook::disk;
use okrbook::locale::Language;
use okrbook::model::Audience;
use okrbook::page::frame::SiteView;
use okrbook::page::{KINDS, Kind, Planned, Scene, Subject};
use okrbook::theme::SHIPPED;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;
use value::Value;
use views::{Struct, Views};

const PAGE: &str = "content/manual/theme-contract.md";

/// What Tera brings, as far as themes need it; that each of them exists is proven below.
const FILTERS: &[(&str, &str)] = &[
    ("default(value=…)", "another value where there is none"),
    ("length", "how many letters or entries"),
    ("first, last, nth(n=…)", "one entry of a list"),
    ("join(sep=…)", "a list as one text"),
    ("sort, unique, reverse", "a list in another order"),
    ("group_by(attribute=…)", "entries by what they share"),
    ("keys, values, pairs", "what stands in a mapping such as `site.assets`"),
    ("get(key=…)", "an entry by its name"),
    ("lower, upper, title, capitalize", "letters large or small"),
    ("trim, trim_start, trim_end", "without the space around it"),
    ("replace(from=…, to=…), split(pat=…)", "a text in other pieces"),
    ("truncate(length=…)", "the beginning of a text"),
    ("wordcount", "how many words"),
    ("round, abs, int, float", "numbers"),
    ("str", "anything as text"),
    (
        "pluralize",
        "the English ending of a number's noun; the words in `m` know the forms of other languages",
    ),
    ("indent, newlines_to_br", "text of several lines"),
    (
        "escape, escape_html, escape_xml, safe",
        "what is printed is escaped unless it is markup; `safe` says that a text is",
    ),
];
const TESTS: &[&str] = &[
    "defined",
    "undefined",
    "none",
    "string",
    "number",
    "integer",
    "float",
    "bool",
    "array",
    "map",
    "iterable",
    "odd",
    "even",
    "divisible_by",
    "starting_with",
    "ending_with",
    "containing",
];
const FUNCTIONS: &[(&str, &str)] = &[
    ("range(end=…)", "the numbers below an end"),
    ("throw(message=…)", "a finding of your own: the page cannot be drawn, and the build stops"),
];

#[test]
fn the_page_of_the_contract_tells_what_templates_get() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    let text = Book::open().text();
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        fs::write(&page, &text).unwrap();
    }
    let written = fs::read_to_string(&page).unwrap_or_default();
    assert!(
        written == text,
        "{PAGE} is not what the views are now: run `SNAPSHOTS=overwrite cargo test --test golden`\n{}",
        first_difference(&written, &text)
    );
}

#[test]
fn what_the_page_says_of_tera_is_there() {
    let takes = |text: &str| tera::Tera::new().add_raw_template("t", text);
    let names = |listed: &str| -> Vec<String> {
        let bare: String = listed.split('(').filter_map(|part| part.split(')').next_back()).collect();
        bare.split(", ")
            .map(|name| name.trim_matches([' ', ',']).to_owned())
            .filter(|name| !name.is_empty())
            .collect()
    };
    for name in FILTERS.iter().flat_map(|(listed, _)| names(listed)) {
        assert!(takes(&format!("{{{{ x | {name} }}}}")).is_ok(), "there is no filter `{name}`");
    }
    for name in TESTS {
        assert!(takes(&format!("{{% if x is {name} %}}{{% endif %}}")).is_ok(), "there is no test `{name}`");
    }
    for name in FUNCTIONS.iter().flat_map(|(listed, _)| names(listed)) {
        assert!(takes(&format!("{{{{ {name}() }}}}")).is_ok(), "there is no function `{name}`");
    }
    assert!(takes("{{ x | no_such_filter }}").is_err(), "a name that does not exist is told");
}

fn first_difference(written: &str, text: &str) -> String {
    let differs = written.lines().zip(text.lines()).find(|(before, after)| before != after);
    differs.map_or("it is longer or shorter".to_owned(), |(before, after)| format!("- {before}\n+ {after}"))
}

/// A handbook that has a page of every kind, and what is known of views.
struct Book {
    compiled: Compiled,
    views: Views,
}

/// What one kind of page is told as.
struct Told<'a> {
    kind: &'static Kind,
    addresses: BTreeSet<String>,
    view: &'a Struct,
}

impl Book {
    /// The clinics' handbook with two frozen quarters, for everyone inside.
    fn open() -> Book {
        let folder = tempfile::tempdir().unwrap();
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/clinic-network");
        for entry in walkdir::WalkDir::new(&example).into_iter().map(Result::unwrap) {
            let place = folder.path().join(entry.path().strip_prefix(&example).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(place).unwrap();
            } else {
                fs::copy(entry.path(), place).unwrap();
            }
        }
        for cycle in ["2026-Q1", "2026-Q2"] {
            let frozen = Command::new(env!("CARGO_BIN_EXE_okrbook"))
                .args(["snapshot", "create", cycle])
                .current_dir(folder.path())
                .output()
                .unwrap();
            assert!(frozen.status.success(), "{}", String::from_utf8_lossy(&frozen.stderr));
        }
        let options = Options {
            as_of: None,
            today: "2026-08-20".parse().unwrap(),
            audience: Some(Audience::Internal),
            base_url: Some("https://goals.example.org/".to_owned()),
            drafts: false,
        };
        let compiled = compile(disk::read(folder.path(), options).unwrap());
        assert!(!compiled.report.fails(), "the example is right");
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/page");
        Book { compiled, views: Views::read(&sources) }
    }

    fn text(&self) -> String {
        let (site, plan) = (self.compiled.site(), self.compiled.plan());
        let assets = self
            .compiled
            .theme
            .assets()
            .iter()
            .map(|asset| (asset.name.clone(), asset.address.as_str().to_owned()));
        let frame = self.views.find("SiteView");
        self.views.check(&Value::of(&SiteView::of(&site, plan, assets.collect())), frame);
        let mut told: Vec<Told> = KINDS.iter().map(|kind| self.told(kind)).collect();
        told.sort_by_key(|told| told.kind.name);
        let shared = self.shared(&told);
        let mut page = HEAD.to_owned();
        page.push_str(
            "\n### site\n\nPaths count from the root of the site: write `{{ root }}` before them.\n\n",
        );
        self.views.table(frame, &mut page);
        page.push_str("\n### page\n\n");
        self.views.table(self.views.find("PageView"), &mut page);
        page.push_str("\n## Kinds of pages\n");
        for one in &told {
            self.kind(one, &shared, &mut page);
        }
        page.push_str("\n## Shared pieces\n\nMappings that more than one kind of page has.\n");
        for piece in self.views.all().filter(|piece| shared.contains(&piece.title)) {
            piece_told(&self.views, piece, 3, &mut page);
        }
        components(&mut page);
        tera_told(&mut page);
        files(&told, &mut page);
        words(&mut page);
        page
    }

    /// Looks at every page of a kind: where it stands, and that its view is the one that is told.
    fn told(&self, kind: &'static Kind) -> Told<'_> {
        let (site, plan) = (self.compiled.site(), self.compiled.plan());
        let pages: Vec<&Planned> = plan.pages.iter().filter(|page| page.kind.name == kind.name).collect();
        assert!(!pages.is_empty(), "the example has no page of the kind `{}`", kind.name);
        let mut addresses = BTreeSet::new();
        let mut known = None;
        for page in pages {
            addresses.insert(self.pattern(page));
            let view = Value::of(&*(kind.view)(&Scene::new(&site, plan, page)).view);
            let described = *known.get_or_insert_with(|| self.views.of(&view, kind.name));
            self.views.check(&view, described);
        }
        Told { kind, addresses, view: known.expect("there is a page") }
    }

    /// The address of a page with a word in place of what it is about.
    fn pattern(&self, page: &Planned) -> String {
        let handbook = &self.compiled.handbook;
        let id = |id: &str, word: &str| {
            page.address.as_str().replacen(&format!("/{id}/"), &format!("/{word}/"), 1)
        };
        let address = match &page.subject {
            Subject::Objective(goal) => id(&handbook[*goal].id.value, "ID"),
            Subject::Pillar(goal) => id(&handbook[*goal].id.value, "ID"),
            Subject::Cycle(cycle) | Subject::Map(cycle) | Subject::Presentation(cycle) => {
                id(&handbook[*cycle].id.value, "ID")
            }
            Subject::Team(team) => id(&handbook[*team].id.value, "ID"),
            Subject::Person(person) => id(&handbook[*person].id.value, "ID"),
            Subject::Kpi(kpi) => id(&handbook[*kpi].id.value, "ID"),
            Subject::Rule(_) => "method/rules/CODE/".to_owned(),
            Subject::History(None) => "history/".to_owned(),
            Subject::History(Some(_)) => "history/YEAR-MONTH/".to_owned(),
            Subject::Page(_) => return "its path below content/".to_owned(),
            Subject::Moved { .. } => return "each old address".to_owned(),
            Subject::Snapshot { objective: None, .. } => "snapshots/ID/".to_owned(),
            Subject::Snapshot { objective: Some(_), .. } => "snapshots/ID/objectives/OBJECTIVE/".to_owned(),
            Subject::Comparison { .. } => "snapshots/FROM..TO/".to_owned(),
            Subject::Handbook => page.address.as_str().to_owned(),
            #[allow(
                unreachable_patterns,
                reason = "a new subject is told as well as may be until it has a line here"
            )]
            _ => format!("{}/…/", page.address.as_str().split('/').next().unwrap_or_default()),
        };
        format!("`/{}`", address.trim_end_matches("index.html"))
    }

    /// The names of mappings that several kinds have.
    fn shared(&self, told: &[Told]) -> BTreeSet<String> {
        let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let frames = [self.views.find("SiteView"), self.views.find("PageView")];
        for (view, of) in told
            .iter()
            .map(|told| (told.view, told.view.title.clone()))
            .chain(frames.map(|frame| (frame, "frame".to_owned())))
        {
            for piece in self.views.below(view) {
                seen.entry(piece.title.clone()).or_default().insert(of.clone());
            }
        }
        let mut shared: BTreeSet<String> = seen
            .into_iter()
            .filter(|(_, of)| of.len() > 1 || of.contains("frame"))
            .map(|(title, _)| title)
            .collect();
        shared.retain(|title| !told.iter().any(|told| told.view.title == *title));
        shared
    }

    fn kind(&self, told: &Told, shared: &BTreeSet<String>, page: &mut String) {
        let addresses: Vec<&str> = told.addresses.iter().map(String::as_str).collect();
        let _ = write!(page, "\n### Page `{}`\n\n{}\n\n", told.kind.name, self.views.duty(told.kind.name));
        let _ = writeln!(page, "Template `{}`, at {}.\n", told.kind.template, addresses.join(" and "));
        self.views.table(told.view, page);
        for piece in self.views.below(told.view).into_iter().filter(|piece| !shared.contains(&piece.title)) {
            piece_told(&self.views, piece, 4, page);
        }
    }
}

fn piece_told(views: &Views, piece: &Struct, level: usize, page: &mut String) {
    let _ = write!(page, "\n{} {}\n\n{}\n\n", "#".repeat(level), piece.title, piece.docs);
    views.table(piece, page);
}

/// The components of the default theme, with the comment that stands before each.
fn components(page: &mut String) {
    let files = SHIPPED[0].files();
    let text = String::from_utf8_lossy(files["templates/partials/parts.html"]).into_owned();
    page.push_str("\n## Components\n\nPieces of markup that any template may call, such as `{{ <links title={m.handbook} list={view.pages} /> }}`.\n\n");
    page.push_str("| component | draws |\n| --- | --- |\n");
    let mut about = "";
    for line in text.lines() {
        if let Some(comment) = line.strip_prefix("{# ").and_then(|rest| rest.strip_suffix(" #}")) {
            about = comment;
        } else if let Some(head) =
            line.strip_prefix("{% component ").and_then(|rest| rest.strip_suffix(" %}"))
        {
            assert!(!about.is_empty(), "a comment above the component `{head}` says what it draws");
            let _ = writeln!(page, "| `{head}` | {about} |");
            about = "";
        }
    }
}

fn tera_told(page: &mut String) {
    page.push_str("\n## Filters, tests and functions\n\nThose of [Tera](https://keats.github.io/tera/) 2, and no others: okrbook adds none, so that what you know of Tera holds.\n\n| filter | gives |\n| --- | --- |\n");
    for (name, about) in FILTERS {
        let _ = writeln!(page, "| `{name}` | {about} |");
    }
    let _ = writeln!(page, "\nTests, after `is`: {}.\n", listed(TESTS));
    page.push_str("| function | gives |\n| --- | --- |\n");
    for (name, about) in FUNCTIONS {
        let _ = writeln!(page, "| `{name}` | {about} |");
    }
}

/// Templates with the kinds that they draw, and the assets of each theme.
fn files(told: &[Told], page: &mut String) {
    page.push_str("\n## Files\n\n| template | draws |\n| --- | --- |\n");
    for name in SHIPPED[0].files().keys().filter_map(|name| name.strip_prefix("templates/")) {
        let kinds: Vec<&str> =
            told.iter().filter(|told| told.kind.template == name).map(|told| told.kind.name).collect();
        let about = match name {
            "base.html" => "the frame of every page; templates fill its block `main`".to_owned(),
            "partials/header.html" => "the top of every page: `header`".to_owned(),
            "partials/footer.html" => "the foot of every page: `footer`".to_owned(),
            "partials/resources.html" => "what every page tells browsers to load: `resources`".to_owned(),
            "partials/parts.html" => "the components".to_owned(),
            _ => listed(&kinds),
        };
        assert!(!about.is_empty(), "no kind of page is drawn by `{name}`");
        let _ = writeln!(page, "| `{name}` | {about} |");
    }
    page.push_str("\n| theme | assets |\n| --- | --- |\n");
    for theme in SHIPPED {
        let files = theme.files();
        let assets: Vec<&str> = files.keys().filter_map(|name| name.strip_prefix("assets/")).collect();
        let _ = writeln!(page, "| {} | {} |", theme.name, listed(&assets));
    }
}

fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The words without variables, in English.
fn words(page: &mut String) {
    page.push_str("\n## Words\n\nWhat `m` holds, in the language of the site; here in English.\n\n| word | in English |\n| --- | --- |\n");
    let messages = *Language::english();
    let words: BTreeMap<&str, &str> = messages.words().collect();
    for (name, word) in words {
        let _ = writeln!(page, "| `m.{name}` | {} |", word.replace('|', "\\|").replace('<', "&lt;"));
    }
}

const HEAD: &str = r#"---
title: What templates get
description: Every variable, piece and file that a template of a theme can use.
order: 15.2
---

This page is made of the program itself: what stands here is what templates get, to the letter. How to begin with a
theme of your own stands on the page about [themes](themes.md).

A *text* is escaped when it is printed; *markup* is printed as it is, ready with its classes, which the style sheets of
the two themes show. What may be *nothing* is false in `{% if %}`. A variable that does not exist is an error, and so
the page says what there is: `{{ view.titel }}` stops the build with file, line and the names that there are.

A template fills the block `main` of the frame, and `head` where it needs a script or a style sheet of its own:

```html
{% extends "base.html" %}
{% block main %}
<h1>{{ page.heading }}</h1>
{% endblock main %}
```

## On every page

| variable | type | holds |
| --- | --- | --- |
| `root` | text | the way from this page to the root of the site; put it before every path of `site` |
| `section` | text | the entry of the navigation that the page belongs to |
| `header`, `footer`, `resources` | markup | three of the partials, ready to place in `base.html` |
| `site` | mapping | what is the same on every page: see [below](#site) |
| `page` | mapping | what every page has: see [below](#page) |
| `view` | mapping | what this kind of page shows: see [below](#kinds-of-pages) |
| `m` | mapping | the words of the interface: see [below](#words) |

These partials get `root`, `section`, `site` and `m`: they are drawn once for many pages.
"#;
