//! A year lived: a made-up library sets goals, reports on them, changes its mind with and without a reason, closes,
//! freezes, and carries on. Each step goes through the program and is seen by a reader of the site.

#![allow(clippy::disallowed_methods, reason = "this test writes a handbook as people do")]
#![allow(clippy::unwrap_used, reason = "a broken step fails the test")]

use jiff::civil::{Date, date};
use snapbox::cmd::cargo_bin;
use std::fs;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A handbook that is lived with.
struct House {
    folder: TempDir,
    today: Date,
}

impl House {
    fn new(files: &[(&str, &str)]) -> Self {
        let house = House { folder: tempfile::tempdir().unwrap(), today: date(2026, 1, 5) };
        for (path, text) in files {
            let place = house.folder.path().join(path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, text).unwrap();
        }
        house
    }

    /// What a command says today, on both streams, and its exit status.
    fn ask(&self, arguments: &[&str]) -> (String, i32) {
        let noon = self.today.at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap();
        let output = Command::new(cargo_bin!("okrbook"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("SOURCE_DATE_EPOCH", noon.timestamp().as_second().to_string())
            .env("NO_COLOR", "1")
            .env_remove("COLUMNS")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap().replace(['\u{202f}', '\u{a0}'], " ");
        (said, output.status.code().unwrap())
    }

    /// What a command says that must stop at findings.
    fn stops(&self, arguments: &[&str]) -> String {
        let (said, status) = self.ask(arguments);
        assert_eq!(status, 1, "`okrbook {}` on {} said:\n{said}", arguments.join(" "), self.today);
        said
    }

    /// What is found, each on a line.
    fn check(&self) -> String {
        self.ask(&["check", "--format", "short"]).0
    }

    /// What a command says that must succeed.
    fn run(&self, arguments: &[&str]) -> String {
        let (said, status) = self.ask(arguments);
        assert_eq!(status, 0, "`okrbook {}` on {} said:\n{said}", arguments.join(" "), self.today);
        said
    }

    /// Somebody edits a file.
    fn edit(&self, path: &str, from: &str, to: &str) {
        let place = self.folder.path().join(path);
        let text = fs::read_to_string(&place).unwrap();
        assert!(text.contains(from), "{path} has no `{from}`:\n{text}");
        fs::write(place, text.replacen(from, to, 1)).unwrap();
    }

    /// Somebody adds to a file, or begins one.
    fn add(&self, path: &str, text: &str) {
        let place = self.folder.path().join(path);
        let before = fs::read_to_string(&place).unwrap_or_default();
        fs::write(place, before + text).unwrap();
    }

    /// The text of a file.
    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).unwrap()
    }

    /// Somebody writes a file anew.
    fn write(&self, path: &str, text: &str) {
        fs::write(self.folder.path().join(path), text).unwrap();
    }

    /// Publishes the site, and reads a page of it as a reader does: its text, in one line.
    fn read(&self, page: &str) -> String {
        self.run(&["build", "--quiet"]);
        text_of(&fs::read_to_string(self.folder.path().join("public").join(page)).unwrap())
    }
}

/// The text of a page's main part, with single blanks.
fn text_of(html: &str) -> String {
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap();
    let mut text = String::new();
    for part in main.split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        if !matches!(tag.split([' ', '/']).next(), Some("a" | "span" | "b" | "em" | "strong" | "code" | "")) {
            text.push(' ');
        }
        text.push_str(words);
    }
    let text = text.replace(['\u{202f}', '\u{a0}'], " ").replace("&quot;", "\"").replace("&#39;", "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn tells(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "`{part}` is not told in:\n{text}");
    }
}

#[track_caller]
fn is_silent_about(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(!text.contains(part), "`{part}` is told in:\n{text}");
    }
}

const HOUSE: &str = "\
mission: {statement: Everyone in town finds something worth reading, why: Nobody should have to pay to read.}
teams: [{id: desk, name: Front desk, lead: mara, members: [mara, tom]}]
people: [{id: mara, name: Mara Lindqvist}, {id: tom, name: Tom Vidal}]
cycles:
  - {id: 2026-Q1, set_by: 2026-01-09, learned: Snow costs a week.}
";

const FIRST_QUARTER: &str = "\
objectives:
  - id: more-readers
    title: People who never came hold a library card
    cycle: 2026-Q1
    team: desk
    owner: mara
    aligns_to: mission
    why: Those who need us most have never been here.
    key_results:
      - id: cards           # handed out for the first time
        title: First cards handed out
        unit: cards
        owner: tom
        start: 0
        target: 130
      - id: minutes
        title: Minutes until a card is there
        unit: minutes
        owner: mara
        start: 14
        target: 4
";

const SECOND_QUARTER: &str = "\
objectives:
  - id: schools
    title: Every school class has been here
    cycle: 2026-Q2
    team: desk
    owner: tom
    aligns_to: more-readers-2
    why: Who came once comes again.
    key_results:
      - {id: classes, title: Classes that came, unit: classes, owner: tom, start: 0, target: 20}
      - id: room
        title: The reading room
        owner: mara
        milestones: [{id: permit, title: The permit is there}, {id: opened, title: It is open}]
  - id: more-readers-2
    title: People who never came keep coming
    cycle: 2026-Q2
    team: desk
    owner: mara
    aligns_to: mission
    carried_over_from: more-readers
    why: A card in a drawer reads nothing.
    key_results:
      - {id: loans, title: First loans, unit: loans, owner: tom, start: 0, target: 200}
      - {id: trust, title: Readers who trust us, unit: \"%\", owner: mara, keep: {at_least: 80}, weight: 0, check_ins: [{date: 2026-04-13, value: 84}]}
";

#[test]
fn a_library_lives_through_a_year() {
    let mut house = House::new(&[("okrbook.yaml", "title: Town library\n"), ("content/house.yaml", HOUSE)]);
    the_quarter_is_set(&mut house);
    weeks_pass(&mut house);
    a_target_moves_without_a_reason_and_then_with_one(&mut house);
    the_quarter_is_closed_and_frozen(&mut house);
    the_next_quarter_carries_on(&mut house);
    a_goal_above_changes(&mut house);
    the_second_quarter_ends(&mut house);
    what_was_is_not_rewritten(&mut house);
    the_year_ends(&mut house);
}

/// The ambassador asks, the team sets its goals, and the plan is frozen.
fn the_quarter_is_set(house: &mut House) {
    house.today = date(2026, 1, 12);
    let asked = "it has no objective in 2026-Q1, and one was due on 9 Jan 2026; ask Mara Lindqvist";
    tells(&house.run(&["due"]), &["Front desk", asked]);
    tells(&house.check(), &["late-set"]);
    house.add("content/q1.yaml", FIRST_QUARTER);
    tells(&house.run(&["due"]), &["First cards handed out", "due on 8 Jan 2026; ask Tom Vidal"]);
    is_silent_about(&house.check(), &["late-set"]);
    house.run(&["snapshot", "create", "2026-Q1", "--id", "2026-Q1-start", "--message", "As it was planned"]);
    let page = house.read("objectives/more-readers/index.html");
    tells(&page, &["Those who need us most", "First cards handed out no data outdated 0 → 130 cards"]);
}

/// Each Monday the cards are counted; the minutes are measured once, and then nobody says a word about them.
fn weeks_pass(house: &mut House) {
    let mut week = date(2026, 1, 19);
    for cards in ["4", "13", "22", "31", "40", "52"] {
        house.today = week;
        let said =
            house.run(&["check-in", "more-readers/cards", cards, "--confidence", "0.6", "--by", "tom"]);
        tells(&said, &["content/q1.yaml:", &format!("stood at {cards} cards on")]);
        if cards == "4" {
            house.run(&["check-in", "more-readers/minutes", "11", "--note", "A form on one page"]);
        }
        week = week.saturating_add(jiff::Span::new().days(7));
    }
    tells(
        &house.text("content/q1.yaml"),
        &[
            "- id: cards           # handed out for the first time",
            "          - {date: 2026-02-23, value: 52, confidence: 0.6, by: tom}\n      - id: minutes",
        ],
    );
    let due = house.run(&["due", "--format", "markdown"]);
    tells(
        &due,
        &["**overdue** Minutes until a card is there", "last 11 minutes on 19 Jan 2026. Mara Lindqvist?"],
    );
    is_silent_about(&due, &["First cards"]);
    tells(&house.check(), &["stale-check-in]: key result `minutes`"]);
    let page = house.read("objectives/more-readers/index.html");
    tells(&page, &["First cards handed out 40% on track 52 cards 0 → 130 cards", "A form on one page"]);
    tells(&page, &["Minutes until a card is there 30% outdated"]);
}

fn a_target_moves_without_a_reason_and_then_with_one(house: &mut House) {
    house.today = date(2026, 2, 24);
    house.edit("content/q1.yaml", "target: 130\n", "target: 110\n");
    tells(&house.check(), &["moved-goalpost]: the target of key result `cards` was 130 cards"]);
    let compared = house.run(&["snapshot", "compare", "2026-Q1-start"]);
    tells(&compared, &["moved from 130 cards to 110 cards", "No reason given"]);
    let reason = "target: 110\n        changes:\n          - {date: 2026-02-24, what: The target fell to 110, reason: The school closed}\n";
    house.edit("content/q1.yaml", "target: 110\n", reason);
    is_silent_about(&house.check(), &["moved-goalpost"]);
    let compared = house.run(&["snapshot", "compare", "2026-Q1-start"]);
    tells(&compared, &["moved from 130 cards to 110 cards", "The school closed"]);
    is_silent_about(&compared, &["No reason given"]);
    let page = house.read("objectives/more-readers/index.html");
    tells(&page, &["47% on track 52 cards 0 → 110 cards", "The target fell to 110 The school closed"]);
}

fn the_quarter_is_closed_and_frozen(house: &mut House) {
    house.today = date(2026, 4, 2);
    house.run(&["check-in", "more-readers/cards", "99", "--date", "2026-03-31"]);
    house.run(&["check-in", "more-readers/minutes", "5", "--date", "2026-03-31"]);
    house.today = date(2026, 4, 10);
    tells(
        &house.run(&["due"]),
        &["its cycle is over, and a review was due on 7 Apr 2026", "okrbook close more-readers"],
    );
    tells(&house.check(), &["close-overdue"]);
    let close = ["close", "more-readers", "--learned", "Go to the schools", "--decision", "keep"];
    tells(&house.run(&close), &["more-readers was closed on 10 Apr 2026 with a score of 0.90: achieved"]);
    assert_eq!(house.run(&["due"]), "nothing is due\n");
    tells(&house.check(), &["nothing found"]);
    house.run(&["snapshot", "create", "2026-Q1"]);
    tells(&house.run(&["snapshot", "verify"]), &["2026-Q1-start", "2026-Q1"]);
    let compared = house.run(&["snapshot", "compare", "2026-Q1-start", "2026-Q1"]);
    tells(&compared, &["was closed with a score of 0.90", "130 cards to 110 cards"]);
    let page = house.read("objectives/more-readers/index.html");
    tells(&page, &["score 0.90", "Outcome achieved", "Go to the schools"]);
    let frozen = house.read("snapshots/2026-Q1/index.html");
    tells(&frozen, &["as it stood on 10 Apr 2026", "Snow costs a week.", "Mean score 0.90"]);
}

fn the_next_quarter_carries_on(house: &mut House) {
    house.today = date(2026, 4, 13);
    house.add("content/q2.yaml", SECOND_QUARTER);
    tells(&house.run(&["review", "schools"]), &["schools serves more-readers-2 as it is now"]);
    for (day, classes, loans) in [(date(2026, 4, 20), "3", "40"), (date(2026, 5, 18), "9", "90")] {
        house.today = day;
        house.run(&["check-in", "schools/classes", classes]);
        house.run(&["check-in", "more-readers-2/loans", loans]);
    }
    house.run(&["check-in", "schools/room", "permit"]);
    let page = house.read("objectives/schools/index.html");
    tells(&page, &["Classes that came 45% on track 9 classes", "The permit is there"]);
    tells(&house.read("objectives/more-readers-2/index.html"), &["First loans 45% on track 90 loans"]);
    is_silent_about(&house.check(), &["suspect-alignment"]);
}

fn a_goal_above_changes(house: &mut House) {
    house.edit("content/q2.yaml", "A card in a drawer reads nothing.", "A card in a drawer helps nobody.");
    tells(&house.check(), &["suspect-alignment"]);
    tells(&house.run(&["due"]), &["`more-readers-2` has changed; does this still serve it? Ask Tom Vidal"]);
    tells(&house.run(&["review", "--all"]), &["schools serves more-readers-2 as it is now"]);
    is_silent_about(&house.check(), &["suspect-alignment"]);
}

fn the_second_quarter_ends(house: &mut House) {
    house.today = date(2026, 6, 29);
    house.run(&["check-in", "schools/classes", "22"]);
    house.run(&["check-in", "schools/room", "opened", "--note", "With music"]);
    house.run(&["check-in", "more-readers-2/loans", "180"]);
    house.today = date(2026, 7, 3);
    house.run(&[
        "close",
        "schools",
        "--learned",
        "Ask the teachers first",
        "--decision",
        "keep",
        "--score",
        "1.0",
    ]);
    let abandon = ["close", "more-readers-2", "--learned", "Loans follow visits", "--decision", "abandon"];
    tells(&house.run(&abandon), &["with a score of 0.90: achieved"]);
    house.run(&["snapshot", "create", "2026-Q2"]);
    let compared = house.run(&["snapshot", "compare", "2026-Q1", "2026-Q2"]);
    tells(&compared, &["Every school class has been here", "was carried over from", "People who never came"]);
    let page = house.read("snapshots/2026-Q2/index.html");
    tells(&page, &["Every school class has been here", "People who never came keep coming"]);
}

/// Somebody makes the past look better; it shows, wherever they try.
fn what_was_is_not_rewritten(house: &mut House) {
    house.edit("content/q1.yaml", "value: 52,", "value: 62,");
    tells(
        &house.stops(&["build"]),
        &["rewritten-history", "the value of 2026-02-23 was 52", "nothing was written"],
    );
    house.edit("content/q1.yaml", "value: 62,", "value: 52,");
    let goals = house.text("content/q2.yaml");
    house.write("content/q2.yaml", &goals.replace("id: schools\n", "id: visitors\n"));
    tells(&house.stops(&["check", "--format", "short"]), &["vanished-goal", "`schools`"]);
    house.write("content/q2.yaml", &goals);
    let frozen = house.text("snapshots/2026-Q2/public.json");
    house.write(
        "snapshots/2026-Q2/public.json",
        &frozen.replacen("Loans follow visits", "Loans follow Visits", 1),
    );
    tells(&house.stops(&["snapshot", "verify"]), &["snapshot-drift", "2026-Q2"]);
    tells(&house.stops(&["build"]), &["snapshot-drift", "nothing was written"]);
    house.write("snapshots/2026-Q2/public.json", &frozen);
    house.run(&["snapshot", "verify"]);
    tells(&house.check(), &["nothing found"]);
}

/// Two quieter quarters, and a look back over all of it.
fn the_year_ends(house: &mut House) {
    for (quarter, day, end) in
        [("2026-Q3", date(2026, 9, 29), date(2026, 10, 2)), ("2026-Q4", date(2026, 12, 29), date(2027, 1, 4))]
    {
        let id = format!("evenings-{}", &quarter[5..].to_lowercase());
        house.add("content/evenings.yaml", &format!(
            "---\nobjectives: [{{id: {id}, title: Evenings of {quarter}, cycle: {quarter}, team: desk, owner: tom, aligns_to: mission, why: Light in winter., \
             key_results: [{{id: guests, title: Guests, unit: guests, owner: tom, start: 0, target: 40}}, {{id: calm, title: Calm evenings, unit: \"%\", owner: mara, keep: {{at_least: 90}}}}]}}]\n"
        ));
        house.today = day;
        house.run(&["check-in", &format!("{id}/guests"), "30"]);
        house.run(&["check-in", &format!("{id}/calm"), "95", "--note", "One fight, about a chair"]);
        house.today = end;
        house.run(&["close", &id, "--learned", "Soup helps", "--decision", "keep"]);
        house.run(&["snapshot", "create", quarter]);
    }
    assert_eq!(house.run(&["due"]), "nothing is due\n");
    tells(&house.check(), &["nothing found"]);
    tells(&house.run(&["snapshot", "verify"]), &["5 snapshots"]);
    tells(&house.run(&["snapshot", "show", "2026-Q1"]), &["People who never came hold a library card"]);
    let year = house.run(&["snapshot", "compare", "2026-Q1-start", "2026-Q4"]);
    tells(
        &year,
        &["130 cards to 110 cards", "The school closed", "Evenings of 2026-Q4", "was carried over from"],
    );
    let first = house.read("snapshots/2026-Q1-start/index.html");
    tells(&first, &["as it stood on 12 Jan 2026", "outdated"]);
    let cycle = house.read("cycles/2026-Q4/index.html");
    tells(&cycle, &["Evenings of 2026-Q4", "Mean score 0.88"]);
}
