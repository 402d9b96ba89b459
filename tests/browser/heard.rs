//! What a screen reader says, read off the browser's accessibility tree.

use crate::Story;
use crate::reader::Reader;
use crate::sites::Site;
use crate::started::handbook;
use serde_json::{Value, json};
use snapbox::{Assert, str};
use std::collections::HashMap;
use std::fmt::Write as _;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new(
            "heard: the tree names each goal, how far it is and how it fares, in that order",
            hears_the_tree,
        ),
        Story::new(
            "heard: a chart has a name and says what happened; its numbers are a table",
            hears_a_chart,
        ),
        Story::new(
            "heard: the heat map is a table whose cells say in words what their colours show",
            hears_the_heat_map,
        ),
        Story::new(
            "heard: every kind of page has its landmarks, one main heading, no unnamed control and no shape read out",
            has_landmarks,
        ),
    ]
}

/// A hospital with two goals, told in a few lines.
const WARDS: &[(&str, &str)] = &[
    ("okrbook.yaml", "title: Care\nas_of: 2026-08-20\nlints: {default: allow}\n"),
    (
        "content/a.yaml",
        "
mission: {statement: Good care for everyone}
pillars: [{id: reach, title: Care within reach}]
teams: [{id: wards, name: Wards}, {id: office, name: Office}]
objectives:
  - id: sooner
    title: Patients are seen sooner
    cycle: 2026-Q3
    team: wards
    aligns_to: reach
    key_results:
      - id: days
        title: Days to the first appointment
        start: 24
        target: 12
        unit: days
        check_ins:
          - {date: 2026-07-20, value: 23}
          - {date: 2026-08-18, value: 18, confidence: 0.6, note: Two more rooms}
  - id: paper
    title: Nobody waits for paper
    cycle: 2026-Q3
    team: office
    key_results:
      - {id: forms, title: Forms that can be filled in at home, start: 0, target: 10, check_ins: [{date: 2026-08-18, value: 1}]}
",
    ),
];

fn wards() -> Site {
    Site::build(&handbook(WARDS), "public")
}

fn check(heard: &str, expected: impl snapbox::IntoData) {
    Assert::new().action_env("SNAPSHOTS").eq(heard, expected);
}

async fn hears_the_tree(reader: Reader) {
    let site = wards();
    reader.open(&site.on_disk("tree/index.html")).await;
    reader
        .see::<()>("document.querySelectorAll('main details').forEach((branch) => { branch.open = true; })")
        .await;
    check(
        &heard(&reader, ".tree").await,
        str![[r#"
list
  listitem 1
    link "Good care for everyone"
    group
      DisclosureTriangle "Below: Good care for everyone"
      list
        listitem 2
          link "Care within reach"
          text "1 objective · 2026-Q3 · 1 of 1 reported"
          text "50%"
          group
            DisclosureTriangle "Below: Care within reach"
            list
              listitem 3
                link "Patients are seen sooner"
                text "Wards · 2026-Q3 · 1 of 1 reported"
                image "expected 55%"
                text "50%"
                text "on track"
                group
                  DisclosureTriangle "Below: Patients are seen sooner"
                  list
                    listitem 4
                      link "Days to the first appointment"
                      text "18 days"
                      image "expected 55%"
                      text "50%"
                      text "on track"

"#]],
    );
}

async fn hears_a_chart(reader: Reader) {
    let site = wards();
    reader.open(&site.on_disk("objectives/sooner/index.html")).await;
    check(
        &heard(&reader, "article").await,
        str![[r#"
article
  heading 3 "Days to the first appointment"
  image "expected 55%"
  text "50%"
  text "on track"
  text "18 days"
  text "24 → 12 days · −5 since 20 Jul"
  figure
    image "Days to the first appointment, in days", "From 24 to 18, aiming for 12 days."
    Figcaption
      text "From 24 to 18, aiming for 12 days."
  table
    rowgroup
      row
        columnheader "Date"
        columnheader "Value, days"
        columnheader "Plan"
        columnheader "Confidence"
    row
      rowheader "18 Aug 2026"
      cell "18"
      cell "18"
      cell "60%"
    row
      cell "Two more rooms"
    row
      rowheader "20 Jul 2026"
      cell "23"
      cell "21"
      cell

"#]],
    );
}

async fn hears_the_heat_map(reader: Reader) {
    let site = wards();
    reader.open(&site.on_disk("cycles/2026-Q3/index.html")).await;
    check(
        &heard(&reader, ".heat-map").await,
        str![[r#"
table
  rowgroup
    row
      columnheader "Team"
      columnheader "Objectives"
  row
    rowheader "Wards"
      link "Wards"
    cell "Patients are seen sooner on track 50%"
      link "Patients are seen sooner"
      text "on track"
      text "50%"
  row
    rowheader "Office"
      link "Office"
    cell "Nobody waits for paper off track 10%"
      link "Nobody waits for paper"
      text "off track"
      text "10%"

"#]],
    );
}

async fn has_landmarks(reader: Reader) {
    let mut faults = Vec::new();
    for (kind, address) in reader.stage.clinics().each() {
        reader.open(&address).await;
        let heard = heard(&reader, "html").await;
        let is_told =
            |line: &str, what: &str| line.trim() == what || line.trim().starts_with(&format!("{what} "));
        let count = |what: &str| heard.lines().filter(|line| is_told(line, what)).count();
        for landmark in ["banner", "main", "contentinfo", "search", "navigation \"Main\"", "heading 1"] {
            if count(landmark) != 1 {
                faults.push(format!("{kind} has {} times {landmark}", count(landmark)));
            }
        }
        let is_unnamed = |line: &&str| {
            ["link", "button", "textbox", "combobox", "image", "DisclosureTriangle", "region"]
                .contains(&line.trim())
        };
        faults.extend(
            heard.lines().filter(is_unnamed).map(|line| format!("{kind} has an unnamed {}", line.trim())),
        );
        let is_drawn = |line: &&str| {
            let text = line.trim().strip_prefix("text \"").and_then(|text| text.strip_suffix('"'));
            text.is_some_and(|text| text.chars().all(|letter| "→←✓✕◌◐●▲■○✗ ".contains(letter)))
        };
        faults.extend(
            heard.lines().filter(is_drawn).map(|line| format!("{kind} says a shape: {}", line.trim())),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is heard of the first thing that a selector names: an utterance a line, each below what it is part of.
async fn heard(reader: &Reader, selector: &str) -> String {
    let document = reader.command("DOM.getDocument", json!({"depth": 0})).await;
    let wanted = json!({"nodeId": document["root"]["nodeId"], "selector": selector});
    let found = reader.command("DOM.querySelector", wanted).await;
    let described = reader.command("DOM.describeNode", json!({"nodeId": found["nodeId"]})).await;
    let tree = reader.command("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().expect("it is a list");
    let by_id: HashMap<&str, &Value> =
        nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let is_wanted = |node: &&Value| node["backendDOMNodeId"] == described["node"]["backendNodeId"];
    let mut text = String::new();
    tell(
        nodes.iter().find(is_wanted).unwrap_or_else(|| panic!("nobody hears {selector}")),
        &by_id,
        (0, ""),
        &mut text,
    );
    text.replace('\u{a0}', " ")
}

/// Roles that say nothing by themselves.
const SILENT: &[&str] =
    &["generic", "none", "InlineTextBox", "ListMarker", "LayoutTable", "LayoutTableRow", "LayoutTableCell"];

fn tell(node: &Value, by_id: &HashMap<&str, &Value>, (depth, above): (usize, &str), text: &mut String) {
    let value = |name: &str| node[name]["value"].as_str().unwrap_or_default();
    let (role, name) = (value("role"), value("name").trim());
    // What names the thing around it has been said already.
    let is_said = role == "StaticText" && (name.is_empty() || name == above);
    let is_silent = node["ignored"] == true || SILENT.contains(&role) || is_said;
    if !is_silent {
        let level =
            node["properties"].as_array().into_iter().flatten().find(|property| property["name"] == "level");
        let level = level.map(|level| format!(" {}", level["value"]["value"])).unwrap_or_default();
        let named = if name.is_empty() { String::new() } else { format!(" \"{name}\"") };
        let told = Some(value("description")).filter(|told| !told.is_empty());
        let told = told.map(|told| format!(", \"{told}\"")).unwrap_or_default();
        let role = if role == "StaticText" { "text" } else { role };
        writeln!(text, "{:width$}{role}{level}{named}{told}", "", width = 2 * depth)
            .expect("a text takes everything");
    }
    let inner = if is_silent { (depth, above) } else { (depth + 1, name) };
    let below = node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str);
    for child in below.filter_map(|id| by_id.get(id)) {
        tell(child, by_id, inner, text);
    }
}
