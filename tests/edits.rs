//! Edits keep everything that they do not mean to change: every way in which check-ins, reviews and alignments can be
//! written, with either line break, a byte order mark, comments in odd places, and no line break at the end.

#![allow(clippy::unwrap_used, reason = "a broken invariant fails the test")]
#![allow(clippy::format_collect, reason = "a handbook of a test is small")]

use okrbook::compile::{Compiled, Inputs, Options, compile};
use okrbook::edit::alignment::{Link, confirm};
use okrbook::edit::check_in::{Entry, Target, check_in};
use okrbook::edit::done::done;
use okrbook::edit::review::{Review, review};
use okrbook::edit::{Edit, Number, Refusal};
use okrbook::model::{Audience, Date, Decision, Goal, Outcome, Status};
use okrbook::text::Sources;
use proptest::prelude::*;

const TODAY: Date = jiff::civil::date(2026, 11, 22);

/// A handbook of these files; everything in it is seen.
fn read(files: &[(&str, &str)]) -> Compiled {
    let mut sources = Sources::default();
    let settings = sources.add("okrbook.yaml", b"title: T\nlints: {default: allow}\n".to_vec());
    let (mut content, mut data) = (Vec::new(), Vec::new());
    for (path, text) in files {
        let id = sources.add(*path, text.as_bytes().to_vec());
        if path.starts_with("data/") { data.push(id) } else { content.push(id) }
    }
    let options = Options {
        as_of: None,
        today: TODAY,
        audience: Some(Audience::Internal),
        base_url: None,
        drafts: false,
    };
    compile(Inputs {
        sources,
        settings,
        content,
        data,
        assets: Vec::new(),
        theme_files: Vec::new(),
        snapshots: Vec::new(),
        options,
    })
}

/// The files after an edit that was proven; a byte order mark is not part of a text.
fn apply(files: &[(&str, &str)], before: &Compiled, edit: &Edit) -> Vec<(String, String)> {
    let path = before.sources.get(edit.source).path();
    let change = |(name, text): &(&str, &str)| {
        let bare = text.strip_prefix('\u{feff}');
        let new =
            if *name == path { edit.apply(bare.unwrap_or(text)) } else { bare.unwrap_or(text).to_owned() };
        ((*name).to_owned(), if bare.is_some() { format!("\u{feff}{new}") } else { new })
    };
    let new: Vec<(String, String)> = files.iter().map(change).collect();
    let borrowed: Vec<(&str, &str)> = new.iter().map(|(path, text)| (&**path, &**text)).collect();
    let after = read(&borrowed);
    let proven = edit.is_proven((&before.sources, &before.handbook), (&after.sources, &after.handbook));
    assert!(
        proven,
        "this does not read back as meant:\n{}",
        edit.apply(before.sources.get(edit.source).text())
    );
    new
}

fn entry(date: Date, value: &str) -> Entry {
    Entry { value: Number::read(value), ..Entry::on(date) }
}

fn plan(before: &Compiled, of: &str, entry: &Entry) -> Result<Edit, Refusal> {
    let target = match before.handbook.goal(of) {
        Some(Goal::KeyResult(id)) => Target::KeyResult(id),
        _ => Target::Kpi(before.handbook.names.kpis[of]),
    };
    check_in(&before.handbook, &before.sources, target, entry)
}

/// What a file becomes when a value of 22 November is reported.
fn check(text: &str, expected: &str) {
    check_files(&[("content/a.yaml", text)], expected);
}

fn check_files(files: &[(&str, &str)], expected: &str) {
    let before = read(files);
    let edit = plan(&before, "o/k", &entry(TODAY, "7")).expect("it can be edited");
    let after = apply(files, &before, &edit);
    let changed = before.sources.get(edit.source).path();
    let (_, text) = after.iter().find(|(path, _)| path == changed).unwrap();
    assert_eq!(text, expected);
}

/// A key result with these lines, in a handbook of its own.
fn goal(lines: &str) -> String {
    format!(
        "# Goals\nobjectives:\n  - id: o   # the only one\n    title: 'O'\n    cycle: 2026-Q4\n\n    key_results:\n      \
         - id: k\n        title: K\n        start: 0\n        target: 10\n{lines}"
    )
}

#[test]
fn a_list_in_lines_grows_by_a_line_in_its_manner() {
    let last = "          - {date: 2026-11-15, value: 6} # good\n";
    let before = goal(
        &format!("        check_ins:\n          # newest last\n{last}    owner_note: x\n")
            .replace("    owner_note: x\n", ""),
    );
    check(&before, &format!("{before}          - {{date: 2026-11-22, value: 7}}\n"));
    let spaced = goal("        check_ins:\n        -   { \"date\": \"2026-11-15\", \"value\": 6 }");
    check(&spaced, &format!("{spaced}\n        -   {{ \"date\": \"2026-11-22\", \"value\": 7 }}"));
    let lines = goal(
        "        check_ins:\n          - date: '2026-11-15'\n            value: 6\n            # was 5\n          # the end\n        weight: 2\n",
    );
    let grown = lines.replace("was 5\n", "was 5\n          - date: '2026-11-22'\n            value: 7\n");
    check(&lines, &grown);
}

#[test]
fn a_list_that_is_written_newest_first_stays_so() {
    let text = goal(
        "        check_ins:\n          # newest first\n          - {date: 2026-11-15, value: 6}\n          - {date: 2026-11-08, value: 5}\n",
    );
    check(
        &text,
        &text.replace(
            "          - {date: 2026-11-15",
            "          - {date: 2026-11-22, value: 7}\n          - {date: 2026-11-15",
        ),
    );
}

#[test]
fn a_list_in_brackets_grows_inside_them() {
    let text = goal("        check_ins: [{date: 2026-11-15, value: 6}] # so far\n");
    check(&text, &text.replace("6}]", "6}, {date: 2026-11-22, value: 7}]"));
    let text = goal("        check_ins: [\n          {date: 2026-11-15, value: 6}   # fine\n        ]\n");
    check(&text, &text.replace("6}   # fine", "6},   # fine\n          {date: 2026-11-22, value: 7}"));
    let text = goal("        check_ins: [\n          {date: 2026-11-15, value: 6},   # fine\n        ]\n");
    check(&text, &text.replace("# fine", "# fine\n          {date: 2026-11-22, value: 7},"));
}

#[test]
fn the_first_check_in_makes_a_list() {
    let text = goal("");
    check(&text, &format!("{text}        check_ins:\n          - {{date: 2026-11-22, value: 7}}\n"));
    let text = goal("        check_ins:   # none yet\n        weight: 2\n");
    check(&text, &text.replace("# none yet\n", "# none yet\n          - {date: 2026-11-22, value: 7}\n"));
    let text = goal("        check_ins: []   # none yet\n        weight: 2\n");
    let grown =
        text.replace(" []   # none yet\n", "   # none yet\n          - {date: 2026-11-22, value: 7}\n");
    check(&text, &grown);
    let text = "objectives: [{id: o, title: O, cycle: 2026-Q4, key_results: [{id: k, title: K, start: 0, target: 9}]}]";
    check(text, &text.replace("9}", "9, check_ins: [{date: 2026-11-22, value: 7}]}"));
    let text = text.replace("9}", "9, check_ins: [ ]}");
    check(&text, &text.replace("[ ]", "[{date: 2026-11-22, value: 7}]"));
}

#[test]
fn a_list_that_is_not_indented_below_its_key_stays_so() {
    let text = "objectives:\n- id: o\n  title: O\n  cycle: 2026-Q4\n  key_results:\n  - id: k\n    title: K\n    start: 0\n    target: 9\n";
    check(text, &format!("{text}    check_ins:\n    - {{date: 2026-11-22, value: 7}}\n"));
}

#[test]
fn a_collection_grows_where_the_goal_was_reported_last() {
    let goals = goal("");
    let week = "check_ins:\n- {of: o/k, date: 2026-11-15, value: 6}\n# okrbook: allow(silent-risk)\n- {of: o/k, date: 2026-11-08, value: 5}\n";
    let other = "check_ins: [{of: o/k, date: 2026-11-01, value: 4}]\n";
    let files = [("content/a.yaml", &*goals), ("content/b.yaml", other), ("content/c.yaml", week)];
    check_files(
        &files,
        &week.replace("check_ins:\n", "check_ins:\n- {of: o/k, date: 2026-11-22, value: 7}\n"),
    );
}

#[test]
fn a_series_grows_by_a_row() {
    let goals = goal("        data: data/k.csv\n");
    let series = |rows: &str| format!("date,value,confidence,note\r\n{rows}");
    let text = series("2026-11-15,6,0.5,\"so, so\"\r\n");
    let files = [("content/a.yaml", &*goals), ("data/k.csv", &*text)];
    check_files(&files, &format!("{text}2026-11-22,7,,\r\n"));
    let text = series("");
    check_files(
        &[("content/a.yaml", &goals), ("data/k.csv", &text)],
        &format!("{}\r\n2026-11-22,7,,\r\n", text.trim_end()),
    );
    let quoted = "\"date\",\"value\",note\n2026-11-15,6,\n";
    check_files(&[("content/a.yaml", &goals), ("data/k.csv", quoted)], &format!("{quoted}2026-11-22,7,\n"));
    let before = read(&files);
    let silent = Entry { status: Some(Status::AtRisk), ..entry(TODAY, "7") };
    let refusal = plan(&before, "o/k", &silent).expect_err("a series has no status");
    assert_eq!(refusal.why, "the series `data/k.csv` has no column for `status`");
    assert_eq!(refusal.snippet, "check_ins:\n  - {date: 2026-11-22, value: 7, status: at-risk}");
}

#[test]
fn what_a_series_cannot_hold_goes_where_other_check_ins_stand() {
    let goals = goal(
        "        data: data/k.csv\n        check_ins:\n          - {date: 2026-11-01, value: 5, status: on-track}\n",
    );
    let files = [("content/a.yaml", &*goals), ("data/k.csv", "date,value\n2026-11-15,6\n")];
    let before = read(&files);
    let risk =
        Entry { status: Some(Status::AtRisk), note: Some("Why: rain, snow".to_owned()), ..entry(TODAY, "7") };
    let after = apply(&files, &before, &plan(&before, "o/k", &risk).expect("it can be edited"));
    let line = "          - {date: 2026-11-22, value: 7, status: at-risk, note: \"Why: rain, snow\"}\n";
    assert_eq!(after[0].1, format!("{goals}{line}"));
}

#[test]
fn a_markdown_file_keeps_its_body() {
    let front = "---\nobjective:\n  id: o\n  title: O\n  cycle: 2026-Q4\n  key_results:\n    - id: k\n      title: K\n      start: 0\n      target: 9\n";
    let text = format!("{front}---\n\n# Why\n\ncheck_ins: []\n");
    check_files(
        &[("content/a.md", &text)],
        &text.replace("9\n---", "9\n      check_ins:\n        - {date: 2026-11-22, value: 7}\n---"),
    );
}

#[test]
fn a_value_of_a_kpi_joins_the_others() {
    let text =
        "kpis:\n  - {id: p, title: P, values: [{date: 2026-11-01, value: 1}]}\n  - id: q\n    title: Q\n";
    let files = [("content/a.yaml", text)];
    let before = read(&files);
    let after = apply(&files, &before, &plan(&before, "p", &entry(TODAY, "7")).unwrap());
    assert_eq!(after[0].1, text.replace("1}]", "1}, {date: 2026-11-22, value: 7}]"));
    let after = apply(&files, &before, &plan(&before, "q", &entry(TODAY, "7")).unwrap());
    assert_eq!(after[0].1, format!("{text}    values:\n      - {{date: 2026-11-22, value: 7}}\n"));
}

/// A handbook that is read well and is yet too odd to be edited.
fn check_refused(text: &str) {
    let files = [("content/a.yaml", text)];
    let before = read(&files);
    assert!(!before.report.fails(), "{:?}", before.report);
    let Ok(edit) = plan(&before, "o/k", &entry(TODAY, "7")) else { return };
    let new = edit.apply(text);
    let after = read(&[("content/a.yaml", &new)]);
    let proven = edit.is_proven((&before.sources, &before.handbook), (&after.sources, &after.handbook));
    assert!(!proven, "this was let through:\n{new}");
}

#[test]
fn what_is_too_odd_is_left_alone() {
    let two = |list: &str, again: &str| {
        format!(
            "objectives:\n- id: o\n  title: O\n  cycle: 2026-Q4\n  key_results:\n  - id: k\n    title: K\n    start: 0\n    target: 9\n    \
             check_ins: {list}\n  - id: l\n    title: L\n    start: 0\n    target: 9\n    check_ins: {again}\n"
        )
    };
    check_refused(&two("&all\n    - {date: 2026-11-01, value: 1}", "*all"));
    check_refused(&two("&all [{date: 2026-11-01, value: 1}]", "*all"));
    check_refused(&two("&all []", "*all"));
    check_refused(
        &two("[*one]", "[]").replace("title: O", "title: O\n  not_doing: [x]").replace("[*one]", "!!seq []"),
    );
    check_refused(&goal(
        "        check_ins:\n          -\n            date: 2026-11-15\n            value: 6\n",
    ));
    check_refused(&goal("        why: |+\n          Because\n\n\n"));
}

#[test]
fn a_step_that_is_done_says_since_when() {
    let text = "objectives:\n- id: o\n  title: O\n  cycle: 2026-Q4\n  key_results:\n  - {id: k, title: K, done: false}\n  - id: m\n    title: M\n    milestones:\n    - title: One\n      due: 2026-11-01 # soon\n    - {title: Two, done: 2026-10-10}\n    - {title: Three, done: }\n";
    let files = [("content/a.yaml", text)];
    let before = read(&files);
    let step = |goal: &str, step: usize| {
        let Some(Goal::KeyResult(id)) = before.handbook.goal(goal) else { panic!("no {goal}") };
        done(&before.handbook, &before.sources, id, step, TODAY)
            .map(|edit| apply(&files, &before, &edit)[0].1.clone())
    };
    assert_eq!(step("o/k", 0).unwrap(), text.replace("done: false", "done: 2026-11-22"));
    assert_eq!(step("o/m", 0).unwrap(), text.replace("# soon\n", "# soon\n      done: 2026-11-22\n"));
    assert_eq!(step("o/m", 1).unwrap_err().why, "`done` is there already");
    assert_eq!(step("o/m", 2).unwrap(), text.replace("Three, done: }", "Three, done: 2026-11-22 }"));
}

#[test]
fn a_review_stands_at_the_end_of_its_objective() {
    let judged = Review {
        closed_on: TODAY,
        score: Number::read("0.70"),
        outcome: Some(Outcome::Partly),
        learned: Some("Ask first, then build".to_owned()),
        decision: Some(Decision::Modify),
    };
    let close = |text: &str| {
        let files = [("content/a.yaml", text)];
        let before = read(&files);
        let Some(Goal::Objective(id)) = before.handbook.goal("o") else { panic!("no goal") };
        let edit = review(&before.handbook, &before.sources, id, &judged).expect("it can be edited");
        apply(&files, &before, &edit)[0].1.clone()
    };
    let lines = "    review:\n      closed_on: 2026-11-22\n      score: 0.70\n      outcome: partly\n      learned: Ask first, then build\n      decision: modify\n";
    assert_eq!(close(&goal("")), goal(lines));
    let said = goal("").replace("title: 'O'", "title: 'O'\n    state: \"active\"");
    assert_eq!(close(&said), said.replace("active", "closed") + lines);
    let text = "objectives: [{id: o, title: O, cycle: 2026-Q4}]\n";
    let braces = "{closed_on: 2026-11-22, score: 0.70, outcome: partly, learned: \"Ask first, then build\", decision: modify}";
    assert_eq!(close(text), text.replace("Q4}", &format!("Q4, review: {braces}}}")));
}

#[test]
fn an_alignment_is_confirmed_in_every_notation() {
    let text = "mission: {statement: M}\nobjectives:\n- {id: p, title: P, cycle: 2026-Q4, aligns_to: mission}\n- id: o\n  title: O\n  cycle: 2026-Q4\n  aligns_to: AT\n  team: t\nteams: [{id: t, name: T}]\n";
    let confirmed = |notation: &str| {
        let text = text.replace("AT", notation);
        let files = [("content/a.yaml", &*text)];
        let before = read(&files);
        assert!(!before.report.fails(), "{:?}", before.report);
        let links = Link::all(&before.handbook, before.handbook.goal("o").unwrap());
        let edits = confirm(&before.handbook, &before.sources, &links);
        let [edit] = &edits[..] else { panic!("{edits:?}") };
        let after = apply(&files, &before, edit.as_ref().unwrap()).remove(0).1;
        let (head, tail) = (text.split("title: O\n").next().unwrap().len() + 39, "\n  team: t\n");
        let value = &after[head..after.find(tail).unwrap()];
        let reference = if notation.contains("mission") { "mission" } else { "p" };
        let current =
            okrbook::progress::fingerprint(&before.handbook, before.handbook.goal(reference).unwrap());
        value.replace(&current, "NOW")
    };
    assert_eq!(confirmed("p"), "{to: p, reviewed: NOW}");
    assert_eq!(confirmed("'p' # so"), "{to: 'p', reviewed: NOW} # so");
    assert_eq!(confirmed("[ p ]"), "[ {to: p, reviewed: NOW} ]");
    assert_eq!(confirmed("{to: p, reviewed: 1}"), "{to: p, reviewed: NOW}");
    assert_eq!(confirmed("[{to: p}]"), "[{to: p, reviewed: NOW}]");
    assert_eq!(
        confirmed("\n  - p\n"),
        "\n  - {to: p, reviewed: NOW}\n".trim_end_matches('\n').to_owned() + "\n"
    );
    assert_eq!(
        confirmed("\n  - to: mission # up\n    reviewed: '0'"),
        "\n  - to: mission # up\n    reviewed: 'NOW'"
    );
    assert_eq!(confirmed("\n    to: mission # up"), "\n    to: mission # up\n    reviewed: NOW");
}

/// One of some words.
fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(words)
}

/// Where the check-ins of a key result stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Lines,
    Brackets,
    LongBrackets,
    Empty,
    Nothing,
    Absent,
    Braces,
    Collection,
    Elsewhere,
    Series,
}

const KINDS: [Kind; 10] = [
    Kind::Lines,
    Kind::Brackets,
    Kind::LongBrackets,
    Kind::Empty,
    Kind::Nothing,
    Kind::Absent,
    Kind::Braces,
    Kind::Collection,
    Kind::Elsewhere,
    Kind::Series,
];

/// How a handbook is written.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way to write, free of the others")]
struct Writing {
    kind: Kind,
    days: Vec<i8>,
    is_downward: bool,
    in_lines: bool,
    deeper: bool,
    comment: &'static str,
    quote: &'static str,
    after: &'static str,
    line_break: &'static str,
    mark: &'static str,
    ends: bool,
}

fn writings() -> impl Strategy<Value = Writing> {
    let days = prop::collection::btree_set(1_i8..29, 1..5);
    let comments = one_of(&["", "  # so", "\n            # deep", "\n# shallow", "\n\n"]);
    let after =
        one_of(&["", "weight: 2\n", "\n# end\nweight: 2\n", "why: |\n  Because.\n", "tags: [a,\n  b]\n"]);
    (
        prop::sample::select(&KINDS[..]),
        days,
        any::<[bool; 4]>(),
        comments,
        one_of(&["", "'", "\""]),
        after,
        one_of(&["\n", "\r\n"]),
        one_of(&["", "\u{feff}"]),
    )
        .prop_map(
            |(kind, days, [is_downward, in_lines, deeper, ends], comment, quote, after, line_break, mark)| {
                let days = days.into_iter().collect();
                Writing {
                    kind,
                    days,
                    is_downward,
                    in_lines,
                    deeper,
                    comment,
                    quote,
                    after,
                    line_break,
                    mark,
                    ends,
                }
            },
        )
}

impl Writing {
    fn items(&self, of: &str) -> Vec<String> {
        let mut days = self.days.clone();
        if self.is_downward {
            days.reverse();
        }
        let q = self.quote;
        let item = |day: &i8| {
            if self.in_lines && matches!(self.kind, Kind::Lines | Kind::Collection | Kind::Elsewhere) {
                let of = if of.is_empty() { String::new() } else { format!("of: {of}\n  ") };
                format!("{of}date: {q}2026-10-{day:02}{q}\n  value: {day}")
            } else {
                let of = if of.is_empty() { String::new() } else { format!("of: {of}, ") };
                format!("{{{of}date: {q}2026-10-{day:02}{q}, value: {day}}}")
            }
        };
        days.iter().map(item).collect()
    }

    fn in_lines(&self, of: &str) -> String {
        self.items(of).iter().map(|item| format!("- {item}{}\n", self.comment)).collect()
    }

    /// Indents every line of a text.
    fn indented(text: &str, by: usize) -> String {
        let line = |line: &str| {
            if line.trim().is_empty() { line.to_owned() } else { format!("{}{line}", " ".repeat(by)) }
        };
        text.split_inclusive('\n').map(line).collect()
    }

    fn files(&self) -> Vec<(&'static str, String)> {
        let step = if self.deeper { 2 } else { 0 };
        let list = match self.kind {
            Kind::Lines => format!("check_ins:\n{}", Self::indented(&self.in_lines(""), step)),
            Kind::Brackets | Kind::Braces => format!(
                "check_ins: [{}]{}\n",
                self.items("").join(", "),
                if self.kind == Kind::Braces { "" } else { self.comment }
            ),
            Kind::LongBrackets => format!(
                "check_ins: [\n  {}{}\n]\n",
                self.items("").join(",\n  "),
                if self.deeper { "," } else { "" }
            ),
            Kind::Empty => "check_ins: []  # none\n".to_owned(),
            Kind::Nothing => "check_ins:  # none\n".to_owned(),
            Kind::Series => "data: data/k.csv\n".to_owned(),
            Kind::Absent | Kind::Collection | Kind::Elsewhere => String::new(),
        };
        let key_result = if self.kind == Kind::Braces {
            format!("- {{id: k, title: K, start: 0, target: 40, {}}}\n", list.trim_end())
        } else {
            let body = format!("id: k\ntitle: K\nstart: 0\ntarget: 40\n{list}{}", self.after);
            format!("- {}", Self::indented(&body, 2).trim_start())
        };
        let goal =
            format!("id: o\ntitle: O\ncycle: 2026-Q4\nkey_results:\n{}", Self::indented(&key_result, step));
        let mut home = format!("# Goals\nobjectives:\n- {}", Self::indented(&goal, 2).trim_start());
        let collection = format!("check_ins:\n{}", Self::indented(&self.in_lines("o/k"), step));
        if self.kind == Kind::Collection {
            home = format!("{home}\n{collection}");
        }
        let mut files = vec![("content/a.yaml", home)];
        if self.kind == Kind::Elsewhere {
            files.push(("content/b.yaml", collection));
        }
        if self.kind == Kind::Series {
            let mut days = self.days.clone();
            if self.is_downward {
                days.reverse();
            }
            let rows: String = days.iter().map(|day| format!("2026-10-{day:02},{day},,\n")).collect();
            files.push(("data/k.csv", format!("date,value,confidence,note\n{rows}")));
        }
        for (_, text) in &mut files {
            if !self.ends {
                text.truncate(text.trim_end_matches('\n').len());
            }
            *text = format!("{}{}", self.mark, text.replace('\n', self.line_break));
        }
        files
    }
}

/// Whether a text is another with parts inserted, and nothing else.
fn grew(old: &str, new: &str) -> bool {
    let mut rest = old.chars().peekable();
    for letter in new.chars() {
        rest.next_if_eq(&letter);
    }
    rest.next().is_none()
}

/// Whether a text is another with one part inserted.
fn grew_once(old: &str, new: &str) -> bool {
    let start = old.bytes().zip(new.bytes()).take_while(|(one, other)| one == other).count();
    let end = old.bytes().rev().zip(new.bytes().rev()).take_while(|(one, other)| one == other).count();
    start + end >= old.len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_check_in_changes_nothing_else_however_a_file_is_written(writing in writings(), day in 1_i8..29, note in one_of(&["", "so, so", "a: b # c", "\"quoted\"", "two\nlines", "- x", "7"])) {
        let files = writing.files();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        let before = read(&files);
        prop_assume!(!before.report.fails());
        let is_taken = !matches!(writing.kind, Kind::Absent | Kind::Empty | Kind::Nothing) && writing.days.contains(&day);
        prop_assume!(!is_taken);
        let entry = Entry {
            note: (!note.is_empty()).then(|| note.to_owned()),
            confidence: Number::read("0.5"),
            ..entry(jiff::civil::date(2026, 10, day), "7")
        };
        let edit = plan(&before, "o/k", &entry);
        let edit = edit.unwrap_or_else(|refusal| panic!("{refusal:?}\n{}", files[0].1));
        let after = apply(&files, &before, &edit);
        for ((path, old), (_, new)) in files.iter().zip(&after) {
            match writing.kind {
                _ if old == new => {}
                Kind::Empty => prop_assert!(grew(&old.replace("[]", ""), new) || grew(&old.replace(" []", ""), new), "{path}:\n{new}"),
                Kind::LongBrackets => prop_assert!(grew(old, new), "{path}:\n{new}"),
                _ => prop_assert!(grew_once(old, new), "{path}:\n{new}"),
            }
        }
    }
}
