//! Whatever is edited, in whatever order: a handbook that is compiled again and again is at each moment what a fresh
//! compilation makes of it, byte for byte, with every finding and every page.

#![allow(clippy::disallowed_methods, reason = "these tests write handbooks")]

use okrbook::compile::{self, Compiled, Options, compile};
use okrbook::diagnostic::render;
use okrbook::disk::{self, Changes};
use okrbook::export::FORMATS;
use okrbook::model::{Audience, Date};
use okrbook::page::{Planned, Subject};
use proptest::prelude::*;
use std::path::{Path, PathBuf};

const SETTINGS: &str = "title: Example\nas_of: 2026-08-10\nlints: {default: warn}\n";

/// Texts that may stand in a file of the handbook; whatever they say together, some of it is wrong.
const TEXTS: &[(&str, &[&str])] = &[
    (
        "okrbook.yaml",
        &[
            SETTINGS,
            "title: Example\nas_of: 2026-09-20\nvisibility: {'closed/': internal}\n\
             footer: '[care](okr:care) [plan](content/plan.md#steps) [kind](okr:kind)'\n",
            "title: Other\nlogo: static/logo.svg\npace: {on_track: 0.3, at_risk: 0.5}\n",
            "title: Example\ntheme: ours\nraw_html: sanitize\nlints: {missing-why: deny}\n\
             footer: '<b>by</b> [us](content/plan.md#stairs) ![](content/pic.png)'\n",
        ],
    ),
    (
        "content/a.md",
        &[
            "---\nobjective:\n  id: care\n  title: Care comes first\n  cycle: 2026-Q3\n  team: ward\n  aligns_to: mission\n  \
             key_results:\n    - id: waiting\n      title: Waiting\n      start: 60\n      target: 40\n      check_ins:\n        \
             - {date: 2026-07-20, value: 55, note: 'see okr:care/waiting and [b](b.yaml)'}\n---\n## Why\n\n[Plan](plan.md#steps) [raw](plan.md#raw)\n",
            "---\nobjective:\n  id: care\n  title: Care still comes first\n  cycle: 2026-Q3\n  aligns_to: kind\n---\nWords <i id='own'>.\n",
            "---\nobjective: {id: care, title: Care, cycle: 2026-H2, redirect_from: [old-care], key_results: [{id: waiting, \
             title: W, masked: true, start: 1, target: 1}]}\n---\n",
            "---\nobjective: {id: caring, title: Caring, cycle: 2026-Q3, aligns_to: kind/smiles}\n---\n![](pic.png)\n",
            "---\nobjective: [\n---\n",
        ],
    ),
    (
        "content/b.yaml",
        &[
            "mission: {statement: Be well}\nteams: [{id: ward, name: Ward}]\n",
            "mission: {statement: Be well, visibility: internal}\nteams: [{id: ward, name: Ward, lead: ann}]\n\
             people: [{id: ann, name: Ann}]\n",
            "teams: [{id: ward, name: Ward, parent: ward}]\n# okrbook: allow(missing-why)\nkpis: [{id: beds, title: Beds, data: data/beds.csv}]\n",
            "check_ins: [{of: care/waiting, date: 2026-08-01, value: 50}, {of: beds, date: 2026-08-01, value: 5}]\n",
        ],
    ),
    (
        "content/closed/c.yaml",
        &[
            "objectives:\n  - {id: kind, title: Kind, cycle: 2026-Q3, aligns_to: care, key_results: [{id: smiles, title: S, start: 0, \
             target: 9, check_ins: [{date: 2026-08-01, value: 4}]}]}\n",
            "objectives:\n  - {id: kind, title: Care comes first, cycle: 2026-Q3, aligns_to: mission, carried_over_from: old-care,\n    \
             depends_on: [{on: ward, state: requested}], key_results: [{id: smiles, title: S, data: data/beds.csv, start: 0, target: 9}]}\n",
            "objectives:\n  - {id: kind, title: Kind, cycle: 2025-Q1, aligns_to: care}\n  - {id: kind, title: Twice, cycle: 2026-Q3}\n",
            "people: [{id: ann, name: Ann}, {id: bo, name: Bo}]\n",
        ],
    ),
    (
        "content/plan.md",
        &[
            "# Plan\n\n## Steps\n",
            "# Plan\n\n## Stairs\n\n<b id='raw'>raw</b> [care](okr:care) [own](a.md#own)\n",
            "---\ndraft: true\n---\n",
        ],
    ),
    (
        "data/beds.csv",
        &["date,value\n2026-07-01,3\n", "date,value\n2026-07-01,3\n2026-08-02,4\n", "date\n", ""],
    ),
    ("content/pic.png", &["pixels"]),
    ("static/logo.svg", &["<svg/>"]),
    ("themes/ours/templates/404.html", &["{{ page.title }}", "{{ page.nothing.at_all }}", "{% if"]),
];

/// What happens to the handbook in one go: which files get which of their texts, or go.
type Edit = Vec<(usize, Option<usize>)>;

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let one = (0..TEXTS.len(), prop::option::weighted(0.85, 0..5usize));
    prop::collection::vec(prop::collection::vec(one, 1..3), 1..10)
}

struct Handbook {
    folder: tempfile::TempDir,
    root: PathBuf,
}

impl Handbook {
    /// With the first text of each file.
    fn new() -> Handbook {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("a root");
        let handbook = Handbook { folder, root };
        for file in 0..TEXTS.len() - 1 {
            handbook.put(file, Some(0));
        }
        handbook
    }

    /// Writes one of a file's texts, or removes it; the settings stay.
    fn put(&self, file: usize, text: Option<usize>) -> PathBuf {
        let (path, texts) = TEXTS[file];
        let place = self.folder.path().join(path);
        match text {
            None if file > 0 => drop(std::fs::remove_file(&place)),
            text => {
                std::fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
                std::fs::write(&place, texts[text.unwrap_or(0) % texts.len()]).expect("written");
            }
        }
        self.root.join(path)
    }
}

fn options(audience: Audience) -> Options {
    let today = Date::constant(2026, 8, 10);
    Options { as_of: None, today, audience: Some(audience), base_url: None, drafts: false }
}

/// Everything that a compilation shows: findings, pages, exports, and which files are copied.
fn shown(compiled: &Compiled) -> Vec<(String, String)> {
    let findings =
        (render::format("json").expect("it is there").render)(&compiled.report, &compiled.sources, false);
    let mut shown = vec![("findings".to_owned(), findings), ("copied".to_owned(), compiled.copied.join(" "))];
    let site = compiled.site();
    let renderer = compiled.theme.renderer(&site, compiled.plan());
    // The pages of rules depend on nothing but the settings; one of them stands for all.
    let is_one_of_many = |page: &&Planned| !matches!(page.subject, Subject::Rule(1..));
    for page in compiled.plan().pages.iter().filter(is_one_of_many) {
        let mut text = String::new();
        let drawn = renderer.render(page, &mut text);
        let drawn = drawn.map_or_else(|finding| finding.message, |()| text);
        shown.push((page.address.as_str().to_owned(), drawn));
    }
    for format in FORMATS {
        let mut bytes = Vec::new();
        (format.write)(&compiled.edition(), &mut bytes).expect("memory takes everything");
        shown.push((format.name.to_owned(), String::from_utf8(bytes).expect("text")));
    }
    shown
}

fn assert_same(again: &Compiled, root: &Path, audience: Audience, step: usize) {
    let anew = compile(disk::read(root, options(audience)).expect("a handbook"));
    let (again, anew) = (shown(again), shown(&anew));
    let addresses =
        |shown: &[(String, String)]| shown.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(addresses(&again), addresses(&anew), "pages after edit {step}");
    for ((name, again), (_, anew)) in again.iter().zip(&anew) {
        assert_eq!(again, anew, "{name} after edit {step}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_every_edit_all_is_as_if_made_anew(edits in edits(), is_public: bool) {
        let audience = if is_public { Audience::Public } else { Audience::Internal };
        let handbook = Handbook::new();
        let mut reading = disk::Session::open(&handbook.root);
        let mut compiling = compile::Session::default();
        let inputs = reading.read(Changes::Unknown, options(audience)).expect("a handbook");
        assert_same(&compiling.compile(inputs), &handbook.root, audience, 0);
        for (step, edit) in edits.iter().enumerate() {
            let paths: Vec<PathBuf> = edit.iter().map(|&(file, text)| handbook.put(file, text)).collect();
            let inputs = reading.read(Changes::At(&paths), options(audience)).expect("a handbook");
            assert_same(&compiling.compile(inputs), &handbook.root, audience, step + 1);
        }
    }
}
