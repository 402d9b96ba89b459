//! What was frozen comes back as it was, every change of a byte is found, whatever stands in a snapshot breaks nothing,
//! and snapshots of every version of the format that was ever written can still be read.
//!
//! `v1/` holds a snapshot as version 1 wrote it. It is never written anew: a later okrbook must read it as it is.

#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use okrbook::compile::{Compiled, Inputs, Options, compile};
use okrbook::diagnostic::Finding;
use okrbook::export::{self, Edition};
use okrbook::model::{Audience, Date};
use okrbook::page;
use okrbook::snapshot::{self, File, Freeze, Snapshot, Thawed};
use okrbook::text::Sources;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Files of snapshots, by their path from the root of a handbook.
type Files = BTreeMap<String, Vec<u8>>;

const AS_OF: Date = Date::constant(2026, 10, 5);

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn options(audience: Audience, as_of: Option<Date>) -> Options {
    Options {
        as_of,
        today: Date::constant(2026, 11, 22),
        audience: Some(audience),
        base_url: None,
        drafts: false,
    }
}

/// A handbook of this repository, whole.
fn compiled(path: &str, as_of: Option<Date>) -> Compiled {
    let root = okrbook::disk::find_root(&here(path)).expect("a handbook");
    compile(okrbook::disk::read(&root, options(Audience::Internal, as_of)).expect("it can be read"))
}

/// The files of a snapshot of a handbook.
fn frozen(compiled: &Compiled, id: &str, cycle: &str, before: &Files) -> Files {
    let (known, _) = read(before);
    let chain: Vec<_> = known.into_iter().map(|snapshot| snapshot.about).collect();
    let files = snapshot::freeze(&Freeze {
        id,
        cycle,
        message: None,
        previous: snapshot::last(&chain),
        handbook: &compiled.handbook,
        progress: &compiled.progress,
        settings: &compiled.settings,
        sources: &compiled.sources,
    });
    files.into_iter().map(|(name, bytes)| (format!("snapshots/{id}/{name}"), bytes)).collect()
}

fn sources(files: &Files) -> (Sources, Vec<File>) {
    let mut sources = Sources::default();
    let add = |(path, bytes): (&String, &Vec<u8>)| File {
        bytes: bytes.len() as u64,
        hash: blake3::hash(bytes),
        source: sources.add(path.clone(), bytes.clone()),
    };
    let files = files.iter().map(add).collect();
    (sources, files)
}

fn read(files: &Files) -> (Vec<Snapshot>, Vec<Finding>) {
    let (sources, files) = sources(files);
    snapshot::read(&sources, &files)
}

/// What is found, each as the file in which it stands and its message.
fn found(files: &Files) -> Vec<(String, String)> {
    let (sources, files) = sources(files);
    let (_, findings) = snapshot::read(&sources, &files);
    let tell = |finding: &Finding| {
        let file = sources.get(finding.span.source()).path().to_owned();
        (file, finding.message.clone())
    };
    findings.iter().map(tell).collect()
}

/// Two snapshots of the handbook of the story, one after the other.
fn two() -> Files {
    let story = "tests/sites/frozen-quarter/source";
    let mut files = frozen(&compiled(story, Some(AS_OF)), "2026-Q3", "2026-Q3", &Files::new());
    files.extend(frozen(&compiled(story, None), "2026-Q3-late", "2026-Q3", &files));
    files
}

/// The fixture of version 1.
fn version_1() -> Files {
    let names = ["snapshot.json", "public.json", "internal.json"];
    let read = |name: &str| {
        let path = format!("snapshots/2026-Q3/{name}");
        let bytes = std::fs::read(here("tests/snapshots/v1").join(&path)).expect("the fixture");
        (path, bytes)
    };
    names.into_iter().map(read).collect()
}

fn export_of(edition: &Edition) -> String {
    let mut bytes = Vec::new();
    let json = export::format("json").expect("json is always there");
    (json.write)(edition, &mut bytes).expect("memory takes all");
    String::from_utf8(bytes).expect("exports are UTF-8")
}

fn export_of_thawed(thawed: &Thawed, audience: Audience) -> String {
    let Thawed { settings, handbook, progress, .. } = thawed;
    export_of(&Edition { settings, audience, handbook, progress })
}

#[test]
fn what_was_frozen_says_what_the_handbook_said_in_both_editions() {
    let story = "tests/sites/frozen-quarter/source";
    for path in ["examples/minimal", "examples/clinic-network", "examples/city-council", story] {
        let root = okrbook::disk::find_root(&here(path)).expect("a handbook");
        let whole = compiled(path, None);
        let cycle = whole.handbook.objectives[0].cycle.expect("the first objective is decided").value;
        let files = frozen(&whole, "it", &whole.handbook[cycle].id.value, &Files::new());
        let (snapshots, findings) = read(&files);
        assert!(findings.is_empty(), "{path}: {findings:?}");
        for audience in [Audience::Public, Audience::Internal] {
            let inputs = okrbook::disk::read(&root, options(audience, None)).expect("it can be read");
            let now = compile(inputs);
            let Compiled { settings, handbook, progress, .. } = &now;
            let said = export_of(&Edition { settings, audience, handbook, progress });
            let thawed = snapshots[0].edition(audience).expect("both editions know the cycle");
            assert_eq!(export_of_thawed(thawed, audience), said, "{path}");
            assert_eq!(thawed.progress.cycles, progress.cycles, "{path}");
        }
    }
}

#[test]
fn the_same_inputs_freeze_to_the_same_bytes() {
    assert_eq!(two(), two());
}

#[test]
fn what_is_still_to_come_is_not_frozen() {
    let files = frozen(
        &compiled("tests/sites/frozen-quarter/source", Some(Date::constant(2026, 8, 31))),
        "2026-Q3",
        "2026-Q3",
        &Files::new(),
    );
    let text = String::from_utf8_lossy(&files["snapshots/2026-Q3/internal.json"]);
    for later in ["2026-09-12", "2026-09-15", "2026-10-02", "2026-11-01", "closed_on"] {
        assert!(!text.contains(later), "{later} has not happened yet");
    }
}

/// A generator of numbers that needs no luck (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }
}

#[test]
fn each_of_200_random_changes_of_a_byte_is_found_in_its_file() {
    let files = two();
    let paths: Vec<&String> = files.keys().collect();
    let mut numbers = Numbers(0x5eed_0f0c_b00c_0001);
    for round in 0..200 {
        let path = paths[round % paths.len()];
        let mut changed = files.clone();
        let bytes = changed.get_mut(path).expect("the file");
        let at = numbers.below(bytes.len());
        let old = bytes[at];
        bytes[at] = old.wrapping_add(1 + numbers.below(255) as u8);
        let found = found(&changed);
        assert!(found.iter().any(|(file, _)| file == path), "byte {at} of {path} was {old}: {found:?}");
    }
}

#[test]
fn white_space_line_ends_and_marks_are_bytes_too() {
    let files = two();
    for path in files.keys() {
        let text = String::from_utf8(files[path].clone()).expect("JSON");
        for changed in [
            text.replacen("  ", " ", 1),
            text.replace('\n', "\r\n"),
            format!("{text}\n"),
            format!("\u{feff}{text}"),
            text.trim_end().to_owned(),
            text.replacen(": ", ":", 1),
            String::new(),
        ] {
            let mut files = files.clone();
            files.insert(path.clone(), changed.into_bytes());
            assert!(found(&files).iter().any(|(file, _)| file == path), "{path}");
        }
    }
}

#[test]
fn a_file_more_or_less_and_another_name_are_found() {
    let files = two();
    let without = |path: &str| {
        let mut files = files.clone();
        files.remove(path).expect("the file");
        found(&files)
    };
    let message =
        |found: Vec<(String, String)>| found.into_iter().map(|(_, message)| message).collect::<Vec<_>>();
    assert_eq!(
        message(without("snapshots/2026-Q3-late/public.json")),
        ["`public.json` of the snapshot `2026-Q3-late` is missing"]
    );
    assert_eq!(
        message(without("snapshots/2026-Q3-late/snapshot.json")),
        ["`snapshots/2026-Q3-late/` has no `snapshot.json`, which would prove its files"]
    );
    let mut more = files.clone();
    more.insert("snapshots/2026-Q3/deep/own.txt".to_owned(), b"hello".to_vec());
    more.insert("snapshots/README.md".to_owned(), b"What lies beside is nobody's affair.".to_vec());
    assert_eq!(message(found(&more)), ["`deep/own.txt` is no part of the snapshot `2026-Q3`"]);
    let renamed = files.iter().map(|(path, bytes)| (path.replace("2026-Q3-late", "2026-Q4"), bytes.clone()));
    assert_eq!(
        message(found(&renamed.collect())),
        ["the snapshot `2026-Q3-late` stands in the folder `2026-Q4`"]
    );
}

/// Writes the digests of files anew, as somebody would who wants a forgery to fit.
fn forge(files: &mut Files, folder: &str, change: impl FnOnce(&mut String)) {
    let path = format!("snapshots/{folder}/public.json");
    let mut text = String::from_utf8(files[&path].clone()).expect("JSON");
    let old = (text.len(), blake3::hash(text.as_bytes()).to_hex());
    change(&mut text);
    let new = (text.len(), blake3::hash(text.as_bytes()).to_hex());
    files.insert(path, text.into_bytes());
    let manifest = format!("snapshots/{folder}/snapshot.json");
    let said = String::from_utf8(files[&manifest].clone()).expect("JSON");
    let said = said.replace(&*old.1, &new.1).replace(&format!(": {},", old.0), &format!(": {},", new.0));
    let (before, _) = said.rsplit_once("  \"digest\"").expect("a manifest ends with its digest");
    let digest = blake3::hash(before.as_bytes()).to_hex();
    files.insert(manifest, format!("{before}  \"digest\": \"{digest}\"\n}}\n").into_bytes());
}

#[test]
fn a_forgery_that_fits_is_betrayed_by_the_snapshot_after_it() {
    let mut files = two();
    forge(&mut files, "2026-Q3", |text| *text = text.replace("\"progress\": 0.5", "\"progress\": 0.9"));
    let found = found(&files);
    assert_eq!(
        found,
        [(
            "snapshots/2026-Q3-late/snapshot.json".to_owned(),
            "`2026-Q3-late` was frozen after another `2026-Q3` than the one that is here".to_owned()
        )]
    );
}

#[test]
fn a_fork_is_shown_at_the_digest_that_both_lead_to() {
    let now = compiled("tests/sites/frozen-quarter/source", None);
    let first = frozen(&now, "1", "2026-Q3", &Files::new());
    let mut files = first.clone();
    files.extend(frozen(&now, "2", "2026-Q3", &first));
    files.extend(frozen(&now, "3", "2026-Q3", &first));
    let (sources, list) = sources(&files);
    let (snapshots, findings) = snapshot::read(&sources, &list);
    let [fork] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!(fork.message, "`2` and `3` were both frozen right after `1`: the chain forks");
    let digest = &snapshots[0].about.digest;
    for span in std::iter::once(fork.span).chain(fork.labels.iter().map(|label| label.span)) {
        assert_eq!(sources.get(span.source()).slice(span), digest);
    }
}

#[test]
fn snapshots_stand_in_the_order_of_their_chain_whatever_they_are_called() {
    let now = compiled("tests/sites/frozen-quarter/source", None);
    let mut files = Files::new();
    for id in ["m", "z", "a"] {
        files.extend(frozen(&now, id, "2026-Q3", &files));
    }
    let (snapshots, findings) = read(&files);
    assert!(findings.is_empty());
    assert_eq!(snapshots.iter().map(|snapshot| &*snapshot.about.id).collect::<Vec<_>>(), ["m", "z", "a"]);
}

#[test]
fn a_snapshot_of_version_1_is_read_for_good() {
    let (snapshots, findings) = read(&version_1());
    assert!(findings.is_empty(), "{findings:?}");
    let about = &snapshots[0].about;
    assert_eq!((about.id.as_str(), about.cycle.as_str(), about.as_of), ("2026-Q3", "2026-Q3", AS_OF));
    assert_eq!(about.message.as_deref(), Some("As the parents' council saw it"));
    assert_eq!(about.generator, "okrbook 0.1.0");
    let whole = &snapshots[0].whole;
    assert_eq!(whole.settings.title, "Harbour school");
    let goals: Vec<String> = whole
        .handbook
        .objectives()
        .map(|(id, goal)| {
            let derived = whole.progress.of(id);
            format!("{} {:?} {}", goal.id.value, derived.progress, derived.health.word())
        })
        .collect();
    assert_eq!(
        goals,
        [
            "spring-reading Some(0.8) outdated",
            "funding Some(0.5) outdated",
            "pay Some(1.0) outdated",
            "someday None pending",
            "reading Some(0.541666666667) closed",
        ]
    );
    let public = snapshots[0].public.as_ref().expect("a public edition");
    assert!(public.handbook.goal("pay").is_none() && public.handbook.goal("money").is_some());
    let reading = whole.handbook.goal("reading/fluency").expect("the key result");
    let body =
        whole.sources.iter().find(|source| source.path() == "content/goals/reading.md").expect("its prose");
    assert_eq!(body.text(), "\n## Why evenings\n\nBecause mornings are *full*.\n");
    assert_eq!(whole.handbook.title(reading), "Words read in a minute");
}

/// Compiles a handbook with these snapshots, and draws every page of its site.
fn draw(files: &Files, audience: Audience) -> usize {
    draw_on(files, audience, None)
}

fn draw_on(files: &Files, audience: Audience, as_of: Option<Date>) -> usize {
    let (mut sources, snapshots) = sources(files);
    let settings = sources.add("okrbook.yaml", b"title: T\nlints: {default: allow}\n".to_vec());
    let compiled = compile(Inputs {
        sources,
        settings,
        content: Vec::new(),
        data: Vec::new(),
        assets: Vec::new(),
        theme_files: Vec::new(),
        snapshots,
        options: options(audience, as_of),
    });
    let site = compiled.site();
    let plan = page::plan(&site);
    let renderer = compiled.theme.renderer(&site, &plan);
    let mut text = String::new();
    let pages = plan.pages.iter().filter(|page| page.kind.name.starts_with("snapshot"));
    let drawn = pages.map(|page| renderer.render(page, &mut text).expect("the built-in theme draws it"));
    drawn.count()
}

#[test]
fn pages_of_a_snapshot_need_nothing_of_today() {
    let mut files = two();
    assert_eq!(draw(&files, Audience::Public), 1 + 2 * 3);
    assert_eq!(draw(&files, Audience::Internal), 1 + 2 * 4);
    files.remove("snapshots/2026-Q3/public.json");
    assert_eq!(draw(&files, Audience::Internal), 1 + 4);
}

#[test]
fn before_its_day_a_snapshot_has_no_page() {
    let files = two();
    assert_eq!(draw_on(&files, Audience::Public, Some(Date::constant(2026, 10, 4))), 0);
    assert_eq!(draw_on(&files, Audience::Public, Some(AS_OF)), 1 + 3);
}

/// Replaces one value of a tree by something else.
fn spoil(tree: &mut serde_json::Value, at: &mut usize, with: &serde_json::Value) {
    if *at == 0 {
        *tree = with.clone();
    }
    *at = at.wrapping_sub(1);
    match tree {
        serde_json::Value::Array(list) => list.iter_mut().for_each(|value| spoil(value, at, with)),
        serde_json::Value::Object(map) => map.values_mut().for_each(|value| spoil(value, at, with)),
        _ => {}
    }
}

fn anything() -> impl Strategy<Value = serde_json::Value> {
    let texts = [
        "",
        "mission",
        "reading",
        "reading/fluency",
        "2026-Q3",
        "../..",
        "javascript:alert(1)",
        "9999-12-31",
    ];
    prop_oneof![
        Just(serde_json::Value::Null),
        Just(serde_json::json!(true)),
        prop::sample::select(vec!["-1", "0", "1e300", "0.5", "79228162514264337593543950335", "4294967296"])
            .prop_map(|digits| serde_json::from_str(digits).expect("a number")),
        prop::sample::select(texts.to_vec()).prop_map(serde_json::Value::from),
        Just(serde_json::json!([])),
        Just(serde_json::json!({})),
        Just(serde_json::json!([{"to": "reading"}])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_forged_snapshot_holds_nothing_panics(at in 0_usize..600, with in anything()) {
        let mut files = version_1();
        forge(&mut files, "2026-Q3", |text| {
            let mut tree = serde_json::from_str(text).expect("JSON");
            spoil(&mut tree, &mut at.clone(), &with);
            *text = serde_json::to_string_pretty(&tree).expect("JSON");
        });
        draw(&files, Audience::Public);
    }

    #[test]
    fn whatever_bytes_a_snapshot_holds_nothing_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), which in 0_usize..3) {
        let mut files = version_1();
        let path = files.keys().nth(which).expect("three files").clone();
        files.insert(path, bytes);
        prop_assert!(!found(&files).is_empty());
        draw(&files, Audience::Public);
    }
}
