//! Random edits, breakages and repairs: whatever somebody does to a handbook, the preview comes to show what a fresh
//! build would write, or the last state that could be built.

use crate::browser::{Connection, Events, Preview, TODAY};
use crate::{handbook, write};
use okrbook::compile::{Content, Options, compile};
use okrbook::diagnostic::Level;
use okrbook::page::beside::BESIDE;
use okrbook::{disk, page};
use rayon::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Edits of each story; there are two, and together they are 500.
const EDITS: usize = 250;

#[test]
fn after_any_edit_every_page_is_the_one_of_a_fresh_build() {
    soak(1);
}

#[test]
fn after_any_other_edit_every_page_is_the_one_of_a_fresh_build() {
    soak(2);
}

fn soak(seed: u64) {
    let folder = handbook(&[
        ("okrbook.yaml", "title: T\n"),
        ("content/base.yaml", "mission: {statement: Care}\nteams: [{id: t, name: Team}]\n"),
        ("content/guide/index.md", "# Guide\n\nSee [the goal](okr:g0).\n"),
    ]);
    let root = disk::find_root(folder.path()).expect("a handbook");
    let mut writer = Writer { root: root.clone(), chance: Chance(seed) };
    (0..3).for_each(|number| writer.goal(number));
    let preview = Preview::of(&root);
    let mut reader = Reader {
        connection: preview.connect(),
        events: preview.events(None),
        state: Value::Null,
        shown: BTreeMap::new(),
    };
    let mut last = Site::default();
    for edit in 0..EDITS {
        let what = writer.edit();
        let fresh = Fresh::of(&root);
        reader.settles(&fresh, &mut last, &format!("edit {edit} of seed {seed}: {what}"));
    }
}

/// All files of a site by address.
type Site = BTreeMap<String, File>;

/// What should stand at an address.
#[derive(Clone, PartialEq)]
enum File {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A file of the handbook, as it is on disk at any time.
    Copy(PathBuf),
}

impl File {
    /// The bytes, if there are any.
    fn now(&self) -> Option<Vec<u8>> {
        match self {
            File::Bytes(bytes) => Some(bytes.clone()),
            File::Copy(place) => fs::read(place).ok(),
        }
    }
}

/// What a fresh build gives.
struct Fresh {
    /// How many findings stop, and how many warn; none where the handbook cannot be read.
    findings: Option<(usize, usize)>,
    /// All files, where nothing stops.
    site: Option<Site>,
}

impl Fresh {
    fn of(root: &Path) -> Fresh {
        let options =
            Options { as_of: Some(TODAY), today: TODAY, audience: None, base_url: None, drafts: false };
        let Ok(inputs) = disk::read(root, options) else { return Fresh { findings: None, site: None } };
        let compiled = compile(inputs);
        let (report, site) = (&compiled.report, compiled.site());
        let findings =
            Some((report.count(Level::Error) + report.count(Level::Deny), report.count(Level::Warn)));
        if report.fails() {
            return Fresh { findings, site: None };
        }
        let plan = compiled.plan();
        let renderer = compiled.theme.renderer(&site, plan);
        let draw = |page: &page::Planned| {
            let mut text = String::new();
            renderer.render(page, &mut text).expect("a page that can be drawn");
            (page.address.as_str().to_owned(), File::Bytes(text.into_bytes()))
        };
        let mut files: Site = plan.pages.par_iter().map(draw).collect();
        for (address, content) in compiled.files() {
            let mut bytes = Vec::new();
            let file = match content {
                Content::Asset(asset) => File::Bytes(asset.bytes.clone()),
                Content::Copied(path) => File::Copy(root.join(path)),
                Content::Export(format) => {
                    (format.write)(&compiled.edition(), &mut bytes).expect("an export");
                    File::Bytes(bytes)
                }
            };
            if files.insert(address.as_str().to_owned(), file).is_some() {
                // Two files want one address, which a build refuses.
                return Fresh { findings: None, site: None };
            }
        }
        // The handbook's own files go before those that are made of the pages.
        for file in BESIDE.iter().flat_map(|kind| (kind.make)(&site, plan)) {
            files.entry(file.address.as_str().to_owned()).or_insert(File::Bytes(file.bytes));
        }
        Fresh { findings, site: Some(files) }
    }
}

/// Reads what the preview shows.
struct Reader {
    connection: Connection,
    events: Events,
    /// What was told last.
    state: Value,
    /// What was seen to stand at each address.
    shown: Site,
}

impl Reader {
    /// Waits until everything is as a fresh build has it; the last good site where that has none.
    fn settles(&mut self, fresh: &Fresh, last: &mut Site, what: &str) {
        println!("{what}");
        if let Some(site) = &fresh.site {
            last.clone_from(site);
        }
        while !(self.is_told(fresh) && self.is_shown(last)) {
            self.state = self.events.next().state;
        }
        self.shown.clone_from(last);
    }

    /// Whether the findings that were told last are those.
    fn is_told(&self, fresh: &Fresh) -> bool {
        let (errors, warnings) = fresh.findings.unwrap_or((1, 0));
        self.state["errors"] == errors && self.state["warnings"] == warnings
    }

    /// Whether every address holds what it should, and those that are gone hold nothing. The pages of rules are
    /// many and made alike, so all are read only when one of them is new.
    fn is_shown(&mut self, site: &Site) -> bool {
        let is_rule = |address: &str| address.starts_with("method/rules/");
        let before: BTreeSet<String> = self.shown.keys().cloned().collect();
        let rules_are_new =
            site.iter().any(|(address, file)| is_rule(address) && self.shown.get(address) != Some(file));
        let gone = before
            .iter()
            .filter(|address| !site.contains_key(*address))
            .all(|address| self.get(address).is_none());
        gone && site
            .iter()
            .filter(|(address, _)| {
                rules_are_new || !is_rule(address) || address.ends_with("rules/index.html")
            })
            .all(|(address, file)| self.get(address) == file.now())
    }

    /// What stands at an address, without the preview's own line.
    fn get(&mut self, address: &str) -> Option<Vec<u8>> {
        let response = self.connection.get(&format!("/{address}"));
        let is_page = response.head.contains("text/html");
        let own = |line: &&str| !line.starts_with("<script src=\"/_okrbook/preview.js\"");
        match response.status {
            200 if is_page => {
                Some(response.text().split_inclusive('\n').filter(own).collect::<String>().into_bytes())
            }
            200 => Some(response.body),
            _ => None,
        }
    }
}

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        // Marsaglia's xorshift.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Somebody who edits without a plan.
struct Writer {
    root: PathBuf,
    chance: Chance,
}

impl Writer {
    /// Does something to the handbook, and says what.
    fn edit(&mut self) -> &'static str {
        let number = self.chance.below(6);
        match self.chance.below(24) {
            0..=4 => self.told("a goal is written", |writer| writer.goal(number)),
            5 => self.told("a goal is broken", |writer| writer.breaks(number)),
            6..=8 => self.told("a goal is removed", |writer| writer.removes(&goal_path(number))),
            9 => self.told("a goal is renamed", |writer| writer.renames(number)),
            10 => self.told("a goal is written through a temporary file", |writer| writer.replaces(number)),
            11 | 12 => self.told("a page is written", |writer| writer.page(number)),
            13 => self.told("a folder is renamed", Writer::moves_folder),
            14 => self.told("a series is written", Writer::series),
            15 => self.told("settings are written", Writer::settings),
            16 => self.told("a template or style is written", Writer::theme),
            17 => self.told("the theme is removed", |writer| writer.removes("themes")),
            18 => self.told("a file is copied", |writer| writer.copied(number)),
            19 => self.told("many files change at once", Writer::many),
            _ => self.told("all is repaired", Writer::repairs),
        }
    }

    fn told(&mut self, what: &'static str, does: impl FnOnce(&mut Writer)) -> &'static str {
        does(self);
        what
    }

    fn goal(&mut self, number: usize) {
        let text = self.goal_text(number);
        write(&self.root, &goal_path(number), &text);
    }

    fn goal_text(&mut self, number: usize) -> String {
        let (word, value, day) = (self.word(), self.chance.below(100), self.chance.below(28) + 1);
        let parent =
            if number < 2 { "mission" } else { *self.chance.of(&["mission", "mission", "g0", "g1"]) };
        format!(
            "objectives:\n  - id: g{number}\n    title: {word} number {number}\n    cycle: 2026-Q1\n    team: t\n    \
             aligns_to: {parent}\n    key_results:\n      - {{id: k, title: {word}, start: 0, target: 100}}\n\
             check_ins:\n  - {{of: g{number}/k, date: 2026-02-{day:02}, value: {value}}}\n"
        )
    }

    fn word(&mut self) -> &'static str {
        self.chance.of::<&str>(&["Sooner", "Kinder", "Cheaper", "<Safer> & sound", "\u{dc}berall", "Calm"])
    }

    fn breaks(&mut self, number: usize) {
        let end = *self.chance.of(&[
            "  title: [\n",
            "objectivs: []\n",
            "kpis: [{id: k}]\n",
            "\u{0}",
            "check_ins: [{of: nobody/k}]\n",
        ]);
        let text = format!("{}{end}", self.goal_text(number));
        write(&self.root, &goal_path(number), &text);
    }

    fn repairs(&mut self) {
        for path in ["content/many", "content/kpi.yaml", "themes/default/templates"] {
            self.removes(path);
        }
        for path in ["content/guide", "content/help", "content/a", "content/c.md"] {
            self.removes(path);
        }
        write(&self.root, "okrbook.yaml", "title: T\n");
        write(&self.root, "content/guide/index.md", "# Guide\n\n![a picture](../p0.svg)\n");
        write(&self.root, "content/p0.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        for number in 0..6 {
            self.goal(number);
        }
    }

    fn removes(&mut self, path: &str) {
        let place = self.root.join(path);
        let removed = if place.is_dir() { fs::remove_dir_all(&place) } else { fs::remove_file(&place) };
        assert!(removed.is_ok() || !place.exists(), "{path} stays");
    }

    fn renames(&mut self, number: usize) {
        let to = goal_path((number + 1) % 6);
        if self.root.join(goal_path(number)).exists() {
            fs::rename(self.root.join(goal_path(number)), self.root.join(to)).expect("a file is renamed");
        }
    }

    fn replaces(&mut self, number: usize) {
        let text = self.goal_text(number);
        let temporary = *self.chance.of(&["content/.goal.swp", "content/goal.yaml~", "unsaved"]);
        write(&self.root, temporary, &text);
        fs::rename(self.root.join(temporary), self.root.join(goal_path(number))).expect("a file is renamed");
    }

    fn page(&mut self, number: usize) {
        let word = self.word();
        let text = match self.chance.below(5) {
            0 => format!("# {word}\n\n[broken](okr:nothing)\n"),
            1 => format!("# {word}\n\n![a picture](../p{number}.svg)\n"),
            2 => format!("---\ntitle: {word}\n---\n\nSee [the goal](okr:g{number}).\n"),
            _ => format!("# {word}\n\nPlain words.\n"),
        };
        let path = *self.chance.of(&["content/guide/index.md", "content/guide/a/b.md", "content/c.md"]);
        write(&self.root, path, &text);
    }

    fn moves_folder(&mut self) {
        let (from, to) =
            *self.chance.of(&[("guide", "help"), ("help", "guide"), ("guide/a", "a"), ("a", "guide/a")]);
        let (from, to) = (self.root.join("content").join(from), self.root.join("content").join(to));
        if from.exists() && !to.exists() && to.parent().is_some_and(Path::exists) {
            fs::rename(from, to).expect("a folder is renamed");
        }
    }

    fn series(&mut self) {
        let path = *self.chance.of(&["data/s.csv", "elsewhere/s.csv"]);
        let kpi = format!("kpis: [{{id: s, title: Series, data: {path}}}]\n");
        write(&self.root, "content/kpi.yaml", &kpi);
        match self.chance.below(4) {
            0 => self.removes(path),
            _ => write(&self.root, path, &format!("date,value\n2026-01-05,{}\n", self.chance.below(50))),
        }
    }

    fn settings(&mut self) {
        let text = *self.chance.of(&[
            "title: T\n",
            "title: Another name\naccent: \"#7a3b1e\"\n",
            "title: T\nbase_url: https://example.org/goals/\n",
            "title: T\nlints: {default: allow}\n",
            "title: T\nvisibility: {\"guide/**\": internal}\n",
            "title: T\nlogo: static/p0.svg\n",
            "titel: T\n",
        ]);
        write(&self.root, "okrbook.yaml", text);
    }

    fn theme(&mut self) {
        let (path, text) = *self.chance.of(&[
            ("themes/default/assets/own.css", "h1 { color: teal }\n"),
            ("themes/default/assets/own.css", "h1 { color: navy }\n"),
            (
                "themes/default/templates/404.html",
                "{% extends \"base.html\" %}{% block main %}lost{% endblock main %}",
            ),
            ("themes/default/templates/404.html", "{% block main %}"),
            ("themes/default/templates/404.html", "{{ nothing.here }}"),
        ]);
        write(&self.root, path, text);
    }

    fn copied(&mut self, number: usize) {
        let path = format!("{}/p{number}.svg", self.chance.of(&["static", "static", "content"]));
        match self.chance.below(4) {
            0 => self.removes(&path),
            _ => write(
                &self.root,
                &path,
                &format!("<svg xmlns='http://www.w3.org/2000/svg' id='n{}'/>", self.chance.below(99)),
            ),
        }
    }

    fn many(&mut self) {
        if self.root.join("content/many").exists() {
            return self.removes("content/many");
        }
        for number in 100..140 {
            let text = format!(
                "objectives: [{{id: m{number}, title: Many {number}, cycle: 2026-Q1, aligns_to: mission}}]\n"
            );
            write(&self.root, &format!("content/many/{}/{number}.yaml", number % 7), &text);
        }
    }
}

fn goal_path(number: usize) -> String {
    format!("content/goal-{number}.yaml")
}
