//! Small handbooks become pages: what stands where, what never stands anywhere, and what is found beforehand.

use okrbook::compile::{Compiled, Inputs, Options, compile};
use okrbook::model::{Audience, Date, SitePath};
use okrbook::page;
use okrbook::page::beside::BESIDE;
use okrbook::text::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// Compiles a handbook of these files; settings come first where they are given.
fn compiled(files: &[(&str, &str)]) -> Compiled {
    compiled_for(Audience::Internal, files)
}

fn compiled_for(audience: Audience, files: &[(&str, &str)]) -> Compiled {
    let mut sources = Sources::default();
    let told =
        files.iter().find(|(path, _)| *path == "okrbook.yaml").map_or("title: Care\n", |(_, text)| text);
    let settings = sources.add("okrbook.yaml", told.into());
    let mut content = Vec::new();
    let mut theme_files = Vec::new();
    for (path, text) in files {
        if let Some(below) = path.strip_prefix("themes/") {
            sources.add(*path, text.as_bytes().into());
            theme_files.push((below.to_owned(), text.as_bytes().to_vec()));
        } else if path.starts_with("content/") {
            content.push(sources.add(*path, text.as_bytes().into()));
        }
    }
    let options = Options {
        as_of: Some(Date::constant(2026, 8, 20)),
        today: Date::constant(2026, 8, 20),
        audience: Some(audience),
        base_url: None,
        drafts: false,
    };
    let (data, assets) = (Vec::new(), Vec::new());
    compile(Inputs { sources, settings, content, data, assets, theme_files, snapshots: Vec::new(), options })
}

/// All pages of a handbook by address.
fn pages(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let compiled = compiled(files);
    let site = compiled.site();
    let plan = page::plan(&site);
    let renderer = compiled.theme.renderer(&site, &plan);
    let mut text = String::new();
    let draw = |page: &page::Planned| {
        renderer.render(page, &mut text).expect("the built-in templates draw every page");
        (page.address.as_str().to_owned(), text.clone())
    };
    plan.pages.iter().map(draw).collect()
}

/// The findings of a handbook as `CODE PATH:LINE MESSAGE`, without lints.
fn errors(files: &[(&str, &str)]) -> Vec<String> {
    let compiled = compiled(files);
    let error = |item: &okrbook::diagnostic::Judged| item.level == okrbook::diagnostic::Level::Error;
    let tell = |item: &okrbook::diagnostic::Judged| {
        let place = compiled.sources.start(item.finding.span);
        let path = compiled.sources.get(item.finding.span.source()).path();
        format!("{} {path}:{} {}", item.finding.code, place.line, item.finding.message)
    };
    compiled.report.items.iter().filter(|item| error(item)).map(tell).collect()
}

/// What stands between the header and the footer.
fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("each page has a main part");
    &page[start..page.find("</main>").expect("and it ends")]
}

const CARE: &str = "
mission: {statement: Good care for everyone}
pillars:
  - {id: reach, title: Care within reach}
cycles:
  - {id: 2026-Q3}
teams:
  - {id: wards, name: Wards, members: [amina]}
people:
  - {id: amina, name: Amina Odhiambo, role: Head nurse}
kpis:
  - {id: wait, title: Median wait, unit: days, healthy: {at_most: 12}, values: [{date: 2026-07-31, value: 14}]}
objectives:
  - id: sooner
    title: Patients are seen sooner
    cycle: 2026-Q3
    team: wards
    owner: amina
    aligns_to: reach
    redirect_from: [faster]
    key_results:
      - id: days
        title: Days to the first appointment
        owner: amina
        kpi: wait
        start: 24
        target: 12
        unit: days
        check_ins:
          - {date: 2026-08-18, value: 18, confidence: 0.6, note: Slowly <b>better</b>}
  - id: alone
    title: A goal that aligns to nothing
    cycle: 2026-Q3
  - id: someday
    title: A thought for later
    state: draft
";

#[test]
fn every_link_leads_to_something_that_is_there() {
    let page = "---\ntitle: Rhythm\n---\nSee [the goal](okr:sooner) and [its measure](okr:sooner/days).\n";
    let files = [("content/care.yaml", CARE), ("content/rhythm.md", page)];
    let compiled = compiled(&files);
    let pages = pages(&files);
    let mut known: BTreeSet<String> = pages.keys().cloned().collect();
    known.extend(compiled.theme.assets().iter().map(|asset| asset.address.as_str().to_owned()));
    known.extend(["api/handbook.json", "api/handbook.csv"].map(str::to_owned));
    let site = compiled.site();
    let beside = BESIDE.iter().flat_map(|kind| (kind.make)(&site, compiled.plan()));
    known.extend(beside.map(|file| file.address.as_str().to_owned()));
    for (address, text) in pages.iter().filter(|(address, _)| *address != "404.html") {
        for link in text.split(" href=\"").chain(text.split(" src=\"")).skip(1) {
            let link = &link[..link.find('"').unwrap_or(link.len())];
            if link.starts_with("http") || link.starts_with('<') {
                continue;
            }
            let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { address.clone() } else { joined(address, path) };
            assert!(known.contains(&target), "{address} leads to {target}");
            let is_there = fragment.is_empty() || pages[&target].contains(&format!(" id=\"{fragment}\""));
            assert!(is_there, "{address} leads to #{fragment} of {target}");
        }
    }
}

/// Where a relative link leads.
fn joined(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "{from} leaves the site by {link}");
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn no_figure_stands_on_the_page_of_a_person() {
    let pages = pages(&[("content/care.yaml", CARE)]);
    let person = main_of(&pages["people/amina/index.html"]);
    assert!(person.contains("Patients are seen sooner"), "{person}");
    for figure in ["%", "class=\"bar\"", "class=\"health", "18", "0.6"] {
        assert!(!person.contains(figure), "{figure} stands in {person}");
    }
}

#[test]
fn nothing_is_hidden_because_nobody_linked_it() {
    let pages = pages(&[("content/care.yaml", CARE)]);
    let (tree, lane) =
        pages["tree/index.html"].split_once("Not aligned").expect("there is a lane of its own");
    assert!(tree.contains("Patients are seen sooner") && !tree.contains("A goal that aligns to nothing"));
    let (lane, backlog) = lane.split_once("Backlog").expect("drafts without a cycle have their place");
    assert!(lane.contains("A goal that aligns to nothing"));
    assert!(backlog.contains("A thought for later") && backlog.contains("draft"));
}

#[test]
fn a_line_of_sight_leads_from_the_mission_to_the_goal() {
    let pages = pages(&[("content/care.yaml", CARE)]);
    let objective = &pages["objectives/sooner/index.html"];
    let sight = &objective[objective.find("class=\"sight\"").unwrap()..objective.find("<h1").unwrap()];
    let places: Vec<usize> = ["Mission", "Care within reach"].map(|step| sight.find(step).unwrap()).to_vec();
    assert!(places.is_sorted(), "{sight}");
}

#[test]
fn text_of_the_handbook_cannot_become_markup() {
    let pages = pages(&[("content/care.yaml", CARE)]);
    let objective = &pages["objectives/sooner/index.html"];
    assert!(objective.contains("Slowly &lt;b&gt;better&lt;/b&gt;"), "{objective}");
}

#[test]
fn an_old_address_leads_to_where_the_page_stands_now() {
    let pages = pages(&[("content/care.yaml", CARE)]);
    let stub = &pages["objectives/faster/index.html"];
    assert!(stub.contains("url=../sooner/index.html") && stub.contains("noindex"), "{stub}");
}

#[test]
fn titles_tell_pages_apart() {
    let twins = "
objectives:
  - {id: a, title: Same words, cycle: 2026-Q3}
  - {id: b, title: Same words, cycle: 2026-Q3}
";
    let pages = pages(&[("content/care.yaml", CARE), ("content/twins.yaml", twins)]);
    let title =
        |page: &String| page[page.find("<title>").unwrap()..page.find("</title>").unwrap()].to_owned();
    assert_ne!(title(&pages["objectives/a/index.html"]), title(&pages["objectives/b/index.html"]));
}

#[test]
fn a_page_cannot_take_an_address_of_the_site() {
    let page = "---\ntitle: Our trees\n---\nOaks.\n";
    assert_eq!(
        errors(&[("content/care.yaml", CARE), ("content/tree.md", page)]),
        ["path-collision content/tree.md:2 two pages claim the address `/tree/`"]
    );
}

#[test]
fn two_files_cannot_claim_one_address() {
    let page = "---\ntitle: Rhythm\n---\nMondays.\n";
    let files = [("content/care.yaml", CARE), ("content/rhythm.md", page), ("content/rhythm/index.md", page)];
    let found = errors(&files);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("path-collision content/rhythm"), "{found:?}");
}

#[test]
fn the_roots_own_page_is_the_text_of_the_home_page() {
    let page = "---\ntitle: Welcome\n---\nWe keep our promises here.\n";
    let pages = pages(&[("content/care.yaml", CARE), ("content/index.md", page)]);
    assert!(pages["index.html"].contains("We keep our promises here."));
}

#[test]
fn a_template_that_asks_in_vain_is_found_at_its_place() {
    let template =
        "{% extends \"base.html\" %}\n{% block main %}\n<h1>{{ view.misson }}</h1>\n{% endblock main %}\n";
    let files = [("content/care.yaml", CARE), ("themes/default/templates/home.html", template)];
    let found = errors(&files);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("template-error themes/default/templates/home.html:3 "), "{found:?}");
}

#[test]
fn all_templates_that_cannot_be_read_are_found_in_one_run() {
    let files = [
        ("content/care.yaml", CARE),
        ("themes/default/templates/home.html", "<h1>{{ page.title </h1>\n"),
        ("themes/default/templates/tree.html", "\n{% if %}\n"),
    ];
    let places: Vec<String> =
        errors(&files).iter().map(|error| error[..56.min(error.len())].to_owned()).collect();
    assert_eq!(places.len(), 2, "{places:?}");
    assert!(places[0].contains("templates/home.html:1"), "{places:?}");
    assert!(places[1].contains("templates/tree.html:2"), "{places:?}");
}

#[test]
fn a_theme_that_is_not_there_is_found_in_the_settings() {
    let settings = "title: Care\ntheme: ours\n";
    assert_eq!(
        errors(&[("okrbook.yaml", settings), ("content/care.yaml", CARE)]),
        ["template-error okrbook.yaml:2 there is no theme `ours`"]
    );
}

#[test]
fn a_handbook_replaces_single_files_of_the_theme() {
    let files = [
        ("okrbook.yaml", "title: Care\ntheme: ours\naccent: \"#ffe100\"\n"),
        ("content/care.yaml", CARE),
        ("themes/ours/templates/partials/footer.html", "<p>Ours alone</p>"),
        ("themes/ours/assets/more.css", "body { background: url(paper.svg); }"),
        ("themes/ours/assets/paper.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ];
    assert_eq!(errors(&files), Vec::<String>::new());
    assert!(pages(&files)["tree/index.html"].contains("<p>Ours alone</p>"));
    let compiled = compiled(&files);
    let address = |name: &str| -> &SitePath {
        let of_name = |asset: &&okrbook::theme::Asset| asset.name == name;
        &compiled.theme.assets().iter().find(of_name).expect("the theme has it").address
    };
    let style = compiled.theme.assets().iter().find(|asset| asset.name == "style.css").unwrap();
    let style = String::from_utf8(style.bytes.clone()).unwrap();
    let paper = address("paper.svg").as_str().strip_prefix("assets/").unwrap();
    assert!(style.contains(&format!("url({paper})")), "assets find each other by their hashed names");
    assert!(style.contains(":root{--accent:"), "the accent is set");
}

#[test]
fn a_chain_of_goals_of_any_length_is_shown() {
    let goal = |number: usize| {
        let parent = number.checked_sub(1).map_or("reach".to_owned(), |before| format!("o{before}"));
        format!("  - {{id: o{number}, title: Goal {number}, cycle: 2026-Q3, aligns_to: {parent}}}\n")
    };
    let chain: String = std::iter::once("objectives:\n".to_owned()).chain((0..600).map(goal)).collect();
    let compiled = compiled(&[("content/care.yaml", CARE), ("content/chain.yaml", &chain)]);
    let site = compiled.site();
    let plan = page::plan(&site);
    let renderer = compiled.theme.renderer(&site, &plan);
    let mut text = String::new();
    for address in ["tree/index.html", "objectives/o599/index.html"] {
        let page = plan.pages.iter().find(|page| page.address.as_str() == address).unwrap();
        renderer.render(page, &mut text).unwrap();
        assert!(text.contains("Goal 599") && text.contains("Care within reach"));
    }
}

/// So many objectives under one pillar, each with the rest of its fields.
fn many(number: usize, rest: impl Fn(usize) -> String) -> String {
    let objectives =
        (0..number).map(|index| format!("  - {{id: o{index}, title: Goal {index}, {}}}\n", rest(index)));
    let pillars =
        "mission: {statement: M}\npillars: [{id: reach, title: Reach}]\nteams: [{id: wards, name: Wards}]\n";
    format!("{pillars}objectives:\n{}", objectives.collect::<String>())
}

#[test]
fn a_tree_of_many_goals_can_be_filtered_by_whom_when_and_how() {
    let few = &pages(&[("content/care.yaml", CARE)])["tree/index.html"];
    assert!(!few.contains("<form class=\"filters\"") && !few.contains("tree."), "{few}");

    let goals = many(8, |index| match index {
        0 => "aligns_to: reach, team: wards, state: draft".to_owned(),
        _ => "aligns_to: reach, cycle: 2026-Q3, key_results: [{id: a, title: A, done: false}]".to_owned(),
    });
    let pages = pages(&[("content/many.yaml", &goals)]);
    let tree = main_of(&pages["tree/index.html"]);
    // Without a script there is nothing to see of it.
    assert!(tree.contains("data-found=\"{n} of 15 goals\" data-none=\"No goal fits.\" hidden>"), "{tree}");
    for choice in [
        "<option value=\"2026-Q3\" label=\"2026-Q3\"></option><option value=\"-\" label=\"Backlog\"></option></select>",
        "<option value=\"wards\" label=\"Wards\"></option><option value=\"-\" label=\"Without a team\"></option></select>",
        "<option value=\"off-track\" label=\"off track\"></option><option value=\"outdated\" label=\"outdated\"></option>",
    ] {
        assert!(tree.contains(choice), "{choice} in {tree}");
    }
    assert!(tree.contains("<li class=\"leaf\" data-team=\"wards\" data-health=\"pending\">"), "{tree}");
    assert!(tree.contains("<li data-cycle=\"2026-Q3\" data-health="), "{tree}");
    let loading = |page: &&String| page.contains("/assets/tree.");
    assert_eq!(pages.values().filter(loading).count(), 1, "only the tree loads what filters it");
}

#[test]
fn a_tree_of_thousands_leaves_what_is_over_or_deep_to_other_pages() {
    let goals = many(3010, |index| match index {
        0 => "cycle: 2026-Q3, aligns_to: reach".to_owned(),
        1 => "cycle: 2026-Q3, aligns_to: o0".to_owned(),
        2..5 => "cycle: 2026-Q3, aligns_to: o1".to_owned(),
        5 => "cycle: 2020, aligns_to: reach".to_owned(),
        6 => "cycle: 2020, aligns_to: reach, key_results: [{id: a, title: A, done: false}]".to_owned(),
        7 => "cycle: 2020".to_owned(),
        _ => "cycle: 2026-Q3, aligns_to: o2".to_owned(),
    });
    let compiled = compiled(&[("content/many.yaml", &goals)]);
    let site = compiled.site();
    let plan = page::plan(&site);
    let tree = plan.find(&SitePath::new(["tree", "index.html"]).expect("a path")).expect("a tree");
    let mut text = String::new();
    compiled.theme.renderer(&site, &plan).render(tree, &mut text).expect("it is drawn");
    assert!(text.contains("<a href=\"../objectives/o2/index.html\">Goal 2</a>"), "{}", main_of(&text));
    assert!(!text.contains("Goal 8<") && !text.contains("Goal 5<") && !text.contains("Goal 7<"));
    for link in [
        "<li class=\"elsewhere\"><a href=\"../objectives/o2/index.html\">3,002 goals below</a></li>",
        "<li class=\"elsewhere\"><a href=\"../strategy/reach/index.html\">Earlier: 2</a></li>",
        "<li class=\"elsewhere\"><a href=\"../objectives/index.html\">Earlier: 1</a></li>",
    ] {
        assert!(text.contains(link), "{link} in {}", main_of(&text));
    }
}

const WATCHED: &str = "
mission: {statement: Good care for everyone}
cycles:
  - {id: 2026-Q3, set_by: 2026-07-10}
  - {id: 2026-Q4, set_by: 2026-10-05}
teams:
  - {id: wards, name: Wards, lead: amina}
  - {id: labs, name: Labs}
people:
  - {id: amina, name: Amina Odhiambo}
objectives:
  - id: sooner
    title: Patients are seen sooner
    cycle: 2026-Q3
    team: wards
    owner: amina
    aligns_to: mission
    key_results:
      - {id: days, title: Days to wait, start: 24, target: 12, check_ins: [{date: 2026-07-20, value: 20}]}
      - {id: calls, title: Calls taken, start: unknown, target: 90}
  - {id: next, title: Nobody waits alone, cycle: 2026-Q4, team: wards, state: draft}
";

#[test]
fn the_desk_says_what_is_due_who_is_ready_and_what_is_found() {
    let settings =
        "title: Care\nbase_url: https://care.example/goals\nedit_url: https://git.example/edit/{path}\n";
    let files = [("okrbook.yaml", settings), ("content/care.yaml", WATCHED)];
    let pages = pages(&files);
    let desk = main_of(&pages["desk/index.html"]);
    for due in [
        "<a href=\"../objectives/sooner/index.html#days\">Days to wait</a><small>check-in due on 27 Jul 2026 · \
         <a href=\"../people/amina/index.html\">Amina Odhiambo</a></small></span><span class=\"state state-late\">overdue",
        "Hello Wards, may we ask you for this?\n- Calls taken: check-in due on 8 Jul 2026 (Amina Odhiambo)\n  \
         https://care.example/goals/objectives/sooner/#calls\n- Days to wait: ",
        "Hello Labs, may we ask you for this?\n- 2026-Q3: objectives due on 10 Jul 2026\n  \
         https://care.example/goals/cycles/2026-Q3/</pre>",
    ] {
        assert!(desk.contains(due), "{due} in {desk}");
    }
    for ready in [
        "2026-Q3</a> <small>day 51 of 92 · Set by 10 Jul 2026</small>",
        "Wards</a></th><td>1</td><td><span class=\"state state-achieved\">1 of 1</span></td>\
         <td><span class=\"state state-partly\">1 of 2</span></td>",
        "Labs</a></th><td><span class=\"state state-late\">overdue</span></td><td>–</td>",
        "2026-Q4</a> <small>begins in 42 days · Set by 5 Oct 2026</small>",
        "Wards</a></th><td>1 draft</td><td><span class=\"state state-missed\">0 of 1</span></td>",
        "Labs</a></th><td>0</td>",
    ] {
        assert!(desk.contains(ready), "{ready} in {desk}");
    }
    for found in [
        "<a href=\"../method/rules/missing-baseline/index.html\"><code>missing-baseline</code></a> <small>1</small>",
        "<small><code><a href=\"https://git.example/edit/content/care.yaml\">content/care.yaml:20</a></code></small>",
    ] {
        assert!(desk.contains(found), "{found} in {desk}");
    }
    let silenced =
        WATCHED.replace("- {id: calls,", "# okrbook: allow(missing-baseline)\n      - {id: calls,");
    let pages = self::pages(&[("okrbook.yaml", settings), ("content/care.yaml", &silenced)]);
    assert!(!pages["desk/index.html"].contains("<code>missing-baseline"), "what is settled is not listed");
}

#[test]
fn a_public_edition_has_no_desk_and_nothing_else_at_its_address() {
    let leads = |compiled: &Compiled| {
        let (site, plan) = (compiled.site(), compiled.plan());
        let desk = SitePath::new(["desk", "index.html"]).expect("a path");
        let mut home = String::new();
        compiled.theme.renderer(&site, plan).render(&plan.pages[0], &mut home).expect("it is drawn");
        (plan.find(&desk).is_some(), home.contains("desk/index.html"))
    };
    let files = [("content/care.yaml", WATCHED)];
    assert_eq!(leads(&compiled_for(Audience::Internal, &files)), (true, true));
    assert_eq!(leads(&compiled_for(Audience::Public, &files)), (false, false));
    let own = [("content/Desk.md", "# Our desk\n")];
    for audience in [Audience::Internal, Audience::Public] {
        let report = compiled_for(audience, &own).report;
        let found: Vec<&str> = report.items.iter().map(|item| item.finding.message.as_str()).collect();
        assert!(found.contains(&"two pages claim the address `/desk/`"), "{found:?}");
    }
}

#[test]
fn a_page_of_an_objective_says_how_to_show_its_badge() {
    let line = |settings: &str| {
        let goals = WATCHED.replace("Patients are seen sooner", "'[Sooner] seen'");
        let pages = pages(&[("okrbook.yaml", settings), ("content/care.yaml", &goals)]);
        let page = main_of(&pages["objectives/sooner/index.html"]);
        let start = page.find("<pre>[!").expect("a line of Markdown");
        page[start..page.find("</pre>").expect("it ends")].to_owned()
    };
    assert_eq!(
        line("title: Care\n"),
        "<pre>[![\\[Sooner\\] seen](badges/sooner.svg)](objectives/sooner/index.html)"
    );
    assert_eq!(
        line("title: Care\nbase_url: https://care.example/goals/\n"),
        "<pre>[![\\[Sooner\\] seen](https://care.example/goals/badges/sooner.svg)](https://care.example/goals/objectives/sooner/)"
    );
}

#[test]
fn the_same_handbook_makes_the_same_bytes() {
    assert_eq!(pages(&[("content/care.yaml", CARE)]), pages(&[("content/care.yaml", CARE)]));
}

/// A page of the handbook around the care goals with one block, as it is shown.
/// The presentation of a cycle in a handbook of one file.
fn presented(cycle: &str, goals: &str) -> String {
    let mut pages = pages(&[("content/goals.yaml", goals)]);
    let page = pages.remove(&format!("cycles/{cycle}/present/index.html")).expect("the cycle is presented");
    main_of(&page).to_owned()
}

#[test]
fn a_cycle_is_presented_one_objective_a_screen_in_the_order_of_the_strategy() {
    let main = presented("2026-Q3", CARE);
    let screens: Vec<&str> = main
        .split("class=\"screen\" id=\"")
        .skip(1)
        .map(|screen| screen.split('"').next().expect("an id ends"))
        .collect();
    assert_eq!(screens, ["first", "objective-sooner", "objective-alone", "last"]);
    assert!(
        main.contains("Good care for everyone") && main.contains("<b>18\u{a0}days</b> 24 → 12\u{a0}days"),
        "{main}"
    );
    assert!(main.contains("href=\"#objective-alone\"") && main.contains("2 of 4"), "{main}");
    assert!(main.contains("Nothing needs a decision here.") && !main.contains("A thought for later"));
}

#[test]
fn only_a_presentation_asks_for_its_script_and_only_cycles_with_goals_have_one() {
    let goals = format!("{CARE}---\ncycles: [{{id: 2027-Q1}}]\n");
    let pages = pages(&[("content/care.yaml", &goals)]);
    let asking: Vec<&String> = pages
        .iter()
        .filter(|(_, page)| page.contains("assets/present."))
        .map(|(address, _)| address)
        .collect();
    assert_eq!(asking, ["cycles/2026-Q3/present/index.html"]);
    assert!(pages["cycles/2026-Q3/index.html"].contains("href=\"present/index.html\""));
    assert!(pages.contains_key("cycles/2027-Q1/index.html"));
}

#[test]
fn a_presentation_names_what_needs_a_decision() {
    let main = presented(
        "2026-Q3",
        "
teams: [{id: lab, name: Laboratory}]
objectives:
  - id: results
    title: Results reach people in two days
    cycle: 2026-Q3
    depends_on: [{on: lab, needed_by: 2026-09-01, state: requested}]
    key_results:
      - id: late
        title: Results later than two days
        start: 40
        target: 5
        check_ins: [{date: 2026-08-19, value: 41, note: The courier left, next: Ask for a second one}]
      - {id: quiet, title: Questions answered, start: 0, target: 9, check_ins: [{date: 2026-07-02, value: 1}]}
",
    );
    assert!(
        main.contains("off track</span> <b>Results later than two days</b> <span>The courier left</span>"),
        "{main}"
    );
    assert!(main.contains("Next: Ask for a second one"), "{main}");
    assert!(
        main.contains("outdated</span> <b>Questions answered</b> <span>last reported on 2 Jul 2026"),
        "{main}"
    );
    assert!(main.contains("Laboratory</a>; requested, by 1 Sept 2026"), "{main}");
}

#[test]
fn after_its_end_a_cycle_is_presented_with_what_was_learned_and_what_follows() {
    let main = presented(
        "2026-Q2",
        "
cycles: [{id: 2026-Q2, learned: Fewer goals carry further.}]
objectives:
  - id: results
    title: Results reach people in two days
    cycle: 2026-Q2
    review: {closed_on: 2026-07-03, score: 0.6, learned: Couriers decide., decision: modify}
    key_results: [{id: late, title: Results later than two days, start: 40, target: 5}]
  - {id: left, title: Nobody waits for a letter, cycle: 2026-Q2}
",
    );
    assert!(main.contains("Fewer goals carry further.") && main.contains("Couriers decide."), "{main}");
    assert!(main.contains("Results reach people in two days</a> <small>modify</small>"), "{main}");
    assert!(main.contains("The cycle is over: how did it end"), "{main}");
}

#[test]
fn a_cycle_of_many_goals_lists_some_of_each_team_and_leads_to_the_rest() {
    let goal = |index: usize| {
        let team = if index.is_multiple_of(2) { "wards" } else { "lab" };
        format!("  - {{id: o{index}, title: Goal {index}, cycle: 2026-Q3, team: {team}}}\n")
    };
    let goals: String = (0..250).map(goal).collect();
    let goals =
        format!("teams: [{{id: wards, name: Wards}}, {{id: lab, name: Laboratory}}]\nobjectives:\n{goals}");
    let pages = pages(&[("content/goals.yaml", &goals)]);
    let cycle = main_of(&pages["cycles/2026-Q3/index.html"]);
    assert!(cycle.contains("Shown here: 200 of 250 objectives."), "{cycle}");
    assert!(cycle.contains("<a href=\"../../teams/lab/index.html\">And 25 more.</a>"), "{cycle}");
    assert!(pages["teams/lab/index.html"].contains("Goal 249"));
}

#[test]
fn before_a_cycle_begins_its_page_says_who_is_ready() {
    let goals = "
teams: [{id: wards, name: Wards}, {id: lab, name: Laboratory}, {id: desk, name: Front desk}]
objectives:
  - {id: sooner, title: Patients are seen sooner, cycle: 2026-Q4, team: wards, key_results: [{id: a, title: Days, start: 9, target: 2}]}
  - {id: results, title: Results in two days, cycle: 2026-Q4, team: lab, key_results: [{id: b, title: Days, start: unknown, target: 2}]}
";
    let pages = pages(&[("content/goals.yaml", goals)]);
    let rows: Vec<String> = main_of(&pages["cycles/2026-Q4/index.html"])
        .split("<tr><th scope=\"row\"><a href=\"../../teams/")
        .skip(1)
        .map(|row| {
            let cells = row.split("</tr>").next().expect("a row ends").split("<td").skip(1);
            let text = |cell: &str| {
                cell.split(['>', '<'])
                    .filter(|part| part.chars().all(char::is_alphanumeric))
                    .collect::<String>()
            };
            format!(
                "{}: {}",
                row.split('/').next().expect("an id"),
                cells.map(text).collect::<Vec<_>>().join(" ")
            )
        })
        .take(3)
        .collect();
    assert_eq!(rows, ["wards: 1 0 0 0 ready", "lab: 1 0 0 1 ", "desk: 0 0 0 0 "]);
}

#[test]
fn home_tells_what_happened_lately_whatever_it_was() {
    let goals = "
objectives:
  - id: results
    title: Results in two days
    cycle: 2026-Q2
    review: {closed_on: 2026-07-03, score: 0.6, decision: keep}
    changes: [{date: 2026-06-01, what: Fewer wards, reason: One was closed}]
    key_results: [{id: a, title: Days to a result, start: 9, target: 2, check_ins: [{date: 2026-05-04, value: 5}]}]
";
    let pages = pages(&[("content/goals.yaml", goals)]);
    let home = main_of(&pages["index.html"]);
    let told: Vec<usize> =
        ["was closed:", "2026-Q2</a> ends", "was changed:", "Days to a result</a> <b>5</b>"]
            .map(|event| home.find(event).unwrap_or_else(|| panic!("{event} in {home}")))
            .to_vec();
    assert!(told.is_sorted(), "{home}");
}

#[test]
fn a_person_s_page_names_the_work_that_they_have_taken_on() {
    let goals = "
people: [{id: amina, name: Amina Odhiambo}]
objectives:
  - {id: results, title: Results in two days, cycle: 2026-Q3, initiatives: [{title: A second courier, owner: amina}]}
";
    let pages = pages(&[("content/goals.yaml", goals)]);
    let person = main_of(&pages["people/amina/index.html"]);
    assert!(person.contains("A second courier</a> <small>Results in two days</small>"), "{person}");
}

fn live(block: &str) -> String {
    let page = format!("# Live\n\nBefore.\n\n```okr\n{block}\n```\n\nAfter.\n");
    let files = [("content/care.yaml", CARE), ("content/live.md", &page)];
    let told = errors(&files);
    assert!(told.is_empty(), "{told:?}");
    let page = pages(&files).remove("live/index.html").expect("the page is there");
    let start = page.find("<div class=\"live\">").expect("the block is shown");
    page[start..page.find("<p>After.").expect("the text goes on")].to_owned()
}

/// Asserts that a block shows some things and others not.
fn assert_live(block: &str, shown: &[&str], not_shown: &[&str]) {
    let live = live(block);
    for text in shown {
        assert!(live.contains(text), "{block} does not show {text}: {live}");
    }
    for text in not_shown {
        assert!(!live.contains(text), "{block} shows {text}: {live}");
    }
}

/// Goals around the care goals: one that also serves another, and links that somebody should look at again.
const LINKED: &str = "
objectives:
  - id: evenings
    title: Evenings belong to people who work
    cycle: 2026-Q3
    aligns_to: [{to: sooner/days, reviewed: 00000000}, alone]
    key_results:
      - {id: late, title: Appointments after five, start: 0, target: 40, aligns_to: [reach]}
";

#[test]
fn a_goal_of_which_nothing_was_reported_stands_nowhere_at_zero() {
    let goals = "
mission: {statement: Good care for everyone}
pillars: [{id: reach, title: Care within reach}]
teams: [{id: wards, name: Wards}]
objectives:
  - {id: new, title: A goal of today, cycle: 2026-Q3, team: wards, aligns_to: reach, key_results: [{id: days, title: Days, start: 24, target: 12}]}
  - {id: other, title: Another, cycle: 2026-Q3, team: wards, aligns_to: new, key_results: [{id: beds, title: Beds, start: 2, target: 9}]}
";
    let blocks = "```okr\nshow: table\n```\n\n```okr\nshow: map\n```\n\n```okr\nshow: tree\n```\n\n```okr\nshow: list\n```\n";
    let live = format!("# Live\n\nWe begin with <okr:new> and <okr:new/days>.\n\n{blocks}");
    let pages = pages(&[("content/goals.yaml", goals), ("content/live.md", &live)]);
    let prose = main_of(&pages["live/index.html"]);
    assert_eq!(prose.matches("class=\"chip ").count(), 2, "{prose}");
    assert_eq!(prose.matches("</span> no data</span>").count(), 2, "{prose}");
    for (address, page) in &pages {
        for (at, _) in page.match_indices("0%") {
            let is_part = page[..at].ends_with(|before: char| before.is_ascii_digit() || before == '"');
            assert!(is_part, "{address}: {}", &page[at.saturating_sub(120)..at + 2]);
        }
    }
}

#[test]
fn the_map_draws_every_goal_as_a_link_that_says_how_it_fares() {
    let pages = pages(&[("content/care.yaml", CARE), ("content/linked.yaml", LINKED)]);
    let map = main_of(&pages["map/index.html"]);
    for goal in
        ["../strategy/index.html", "../strategy/reach/index.html", "../objectives/sooner/index.html#days"]
    {
        assert!(map.contains(&format!("<a href=\"{goal}\" class=")), "{goal} is drawn: {map}");
    }
    assert!(
        map.contains("on track ") && map.contains(">50%<"),
        "health and progress stand in the boxes: {map}"
    );
    let (tree, lane) = map.split_once(">Not aligned<").expect("there is a lane of its own");
    assert!(
        !tree.contains("objectives/alone/") && lane.contains("<a href=\"../objectives/alone/index.html\"")
    );
    let (lane, backlog) = lane.split_once(">Backlog<").expect("drafts without a cycle have theirs");
    assert!(!lane.contains("objectives/someday/") || backlog.contains("objectives/someday/"));
    let main = map.find("class=\"place suspect\"").expect("what has changed is marked");
    assert!(map[main..].contains("class=\"sign\"") && map.contains("◇ alignment to be confirmed"), "{map}");
    assert_eq!(
        map.matches("<path class=\"also\"").count(),
        3,
        "two further lines and one in the legend: {map}"
    );
    let list = &map[map.find("<details").expect("they stand in a list, too")..];
    assert!(list.contains("Appointments after five") && list.contains("Care within reach"), "{list}");
}

#[test]
fn the_map_is_reached_from_home_tree_and_cycle_and_leads_to_the_tree() {
    let pages = pages(&[("content/care.yaml", CARE)]);
    for (from, link) in [
        ("index.html", "map/index.html"),
        ("tree/index.html", "../map/index.html"),
        ("cycles/2026-Q3/index.html", "../../map/2026-Q3/index.html"),
    ] {
        assert!(pages[from].contains(&format!("href=\"{link}\"")), "{from} leads to {link}");
    }
    let of_cycle = main_of(&pages["map/2026-Q3/index.html"]);
    assert!(
        of_cycle.contains("Patients are seen") && !of_cycle.contains("A thought for later"),
        "{of_cycle}"
    );
    assert!(of_cycle.contains("href=\"../../tree/index.html\""), "{of_cycle}");
}

#[test]
fn the_map_needs_no_script_and_takes_one_where_there_is_one() {
    let pages = pages(&[("content/care.yaml", CARE)]);
    let map = &pages["map/index.html"];
    assert!(map.contains("role=\"region\" tabindex=\"0\" aria-label=\"Map\""), "it scrolls by keyboard");
    assert!(map.contains("<p class=\"map-tools\" hidden>"), "buttons wait for the script");
    assert!(map.contains("assets/map.") && !pages["tree/index.html"].contains("assets/map."));
    assert!(!map.contains(" style=") && !map.contains(" onclick="));
}

#[test]
fn a_map_in_prose_can_be_moved_as_the_one_of_its_own_page() {
    let page = "# Live\n\n```okr\nshow: map\n```\n\n```okr\nshow: map\nof: reach\n```\n";
    let goal = "---\nobjective: {id: extra, title: Extra, cycle: 2026-Q3}\n---\nWhat we do:\n\n```okr\nshow: map\nof: sooner\n```\n";
    let text = "# Plain\n\nWrite `<div class=\"map-box\">` nowhere.\n";
    let pages = pages(&[
        ("content/care.yaml", CARE),
        ("content/live.md", page),
        ("content/plain.md", text),
        ("content/extra.md", goal),
    ]);
    for (address, maps) in [("live/index.html", 2), ("objectives/extra/index.html", 1), ("map/index.html", 1)]
    {
        let page = &pages[address];
        assert_eq!(page.matches("<p class=\"map-tools\" hidden>").count(), maps, "{address}");
        assert!(page.contains("assets/map."), "{address} asks for the script");
    }
    for address in ["plain/index.html", "tree/index.html", "index.html"] {
        assert!(!pages[address].contains("assets/map."), "{address} has no map and no script for one");
    }
}

/// So many lines.
fn lines(number: usize, line: impl Fn(usize) -> String) -> String {
    (0..number).map(line).collect::<Vec<String>>().concat()
}

/// The page of a cycle of a handbook with so many teams, each with so many objectives, and some of no team.
fn page_of_teams(cycle: &str, teams: &[usize], of_nobody: usize, title: &str) -> String {
    let names = lines(teams.len(), |team| format!("  - {{id: t{team}, name: Team {team}}}\n"));
    let objective = |id: String, rest: String| {
        format!("  - {{id: {id}, title: \"{title} {id}\", cycle: 2026-Q3, aligns_to: mission{rest}}}\n")
    };
    let of_team = |(team, &objectives): (usize, &usize)| {
        lines(objectives, |number| objective(format!("o{team}-{number}"), format!(", team: t{team}")))
    };
    let of_teams: String = teams.iter().enumerate().map(of_team).collect();
    let of_nobody = lines(of_nobody, |number| objective(format!("nobody-{number}"), String::new()));
    let told = format!(
        "mission: {{statement: Care}}\ncycles: [{{id: 2027-Q1}}]\nteams:\n{names}objectives:\n{of_teams}{of_nobody}  \
         - {{id: draft, title: A draft, cycle: 2026-Q4, state: draft}}\n  \
         - {{id: draft2, title: Another, cycle: 2026-Q4, state: draft}}\n"
    );
    let address = format!("cycles/{cycle}/index.html");
    pages(&[("content/goals.yaml", &told)]).remove(&address).expect("the cycle has its page")
}

/// Asserts that each row fits the heat map, and that what it leaves out is counted.
fn assert_heat_map(page: &str, objectives: usize) {
    let Some((_, map)) = page.split_once("<table class=\"heat-map\">") else {
        assert!(objectives < 2, "{objectives} objectives make a heat map");
        return;
    };
    let (map, after) = map.split_once("</table></div>").expect("the table ends");
    let columns = map.split("colspan=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("its width");
    let columns: usize = columns.parse().expect("a number of columns");
    let rows: Vec<&str> = map.split("<tr>").skip(2).collect();
    let cells = |row: &str| row.matches("<td class=\"heat heat-").count();
    assert!(rows.len() <= 40 && (1..=8).contains(&columns), "{} rows, {columns} columns", rows.len());
    assert!(rows.iter().all(|row| (1..=columns).contains(&cells(row))), "{map}");
    assert!(rows.iter().any(|row| cells(row) == columns), "no column is empty: {map}");
    let shown: usize = rows.iter().map(|row| cells(row)).sum();
    let says = after.starts_with(&format!("<p class=\"small\">Left out here: {}.", objectives - shown));
    assert_eq!(
        says,
        shown < objectives,
        "{shown} of {objectives}: {}",
        after.chars().take(80).collect::<String>()
    );
}

#[test]
fn a_heat_map_holds_whatever_teams_there_are() {
    let arabic = "تحسين جودة الرعاية";
    let long = "W".repeat(300);
    for (teams, of_nobody, title) in [
        (&[60][..], 0, "Care"),
        (&[60, 1, 0, 2], 1, arabic),
        (&[1; 200], 1, "Care"),
        (&[1, 1], 1, long.as_str()),
        (&[], 12, "Care"),
        (&[1], 0, "Care"),
        (&[], 0, "Care"),
    ] {
        let objectives = teams.iter().sum::<usize>() + of_nobody;
        if objectives > 0 {
            let page = page_of_teams("2026-Q3", teams, of_nobody, title);
            assert_heat_map(main_of(&page), objectives);
            assert_eq!(page.contains("Without a team"), of_nobody > 0 && objectives > 1, "{teams:?}");
        }
    }
    let drafts = page_of_teams("2026-Q4", &[1], 0, "Care");
    assert!(!main_of(&drafts).contains("heat-map") && main_of(&drafts).contains("A draft"), "{drafts}");
    let nothing = page_of_teams("2027-Q1", &[1], 0, "Care");
    assert!(!main_of(&nothing).contains("heat-map"), "{nothing}");
}

#[test]
fn a_map_counts_what_it_does_not_draw() {
    let chain = |number: usize| {
        let parent = number.checked_sub(1).map_or("reach".to_owned(), |before| format!("o{before}"));
        format!("  - {{id: o{number}, title: Goal {number}, cycle: 2026-Q3, aligns_to: {parent}}}\n")
    };
    let deep: String = std::iter::once("objectives:\n".to_owned()).chain((0..20).map(chain)).collect();
    let map = &pages(&[("content/care.yaml", CARE), ("content/deep.yaml", &deep)])["map/index.html"];
    assert!(map.contains("12 more below") && map.contains("11 of 23 objectives are drawn"), "{map}");
    let leaf = |number: usize| {
        format!("  - {{id: l{number}, title: Goal {number}, cycle: 2026-Q3, aligns_to: reach}}\n")
    };
    let wide: String = std::iter::once("objectives:\n".to_owned()).chain((0..700).map(leaf)).collect();
    let map = &pages(&[("content/care.yaml", CARE), ("content/wide.yaml", &wide)])["map/index.html"];
    assert!(map.contains("500 of 703 objectives are drawn"));
    assert!(map.contains("their key results stand on the page of each objective"));
}

#[test]
fn a_map_of_nothing_says_so() {
    let map = &pages(&[("content/empty.yaml", "")])["map/index.html"];
    assert!(main_of(map).contains("None yet"), "{}", main_of(map));
}

#[test]
fn a_block_shows_a_map_whole_or_from_a_goal_or_as_far_as_it_matches() {
    let [sooner, alone, days, someday] =
        ["objectives/sooner/", "objectives/alone/", "#days", "objectives/someday/"];
    assert_live(
        "show: map",
        &["Good care", "strategy/reach/", sooner, days, alone, someday, "Map 1: Map"],
        &[],
    );
    assert_live("show: map\nof: reach", &["strategy/reach/", sooner, days], &["Good care", alone]);
    assert_live("show: map\nof: sooner", &[sooner, days], &["strategy/reach/", alone]);
    assert_live("show: map\nof: sooner/days", &[days], &["strategy/reach/", alone]);
    assert_live("show: map\nof: team/wards", &["Good care", "strategy/reach/", sooner], &[alone]);
    assert_live("show: map\nwhere: {state: draft}", &[someday], &["strategy/reach/", sooner, alone]);
    assert_live("show: map\nof: reach\nwhere: {state: draft}", &["Nothing to show"], &["strategy/reach/"]);
}

#[test]
fn a_block_shows_a_tree_whole_or_from_a_goal_or_as_far_as_it_matches() {
    let [sooner, alone, days, someday] = [
        "Patients are seen sooner",
        "A goal that aligns to nothing",
        "Days to the first",
        "A thought for later",
    ];
    assert_live("show: tree", &["Good care", "Care within reach", sooner, days, alone, someday], &[]);
    assert_live("show: tree\nof: reach", &["Care within reach", sooner, days], &["Good care", alone]);
    assert_live("show: tree\nof: sooner", &["<details open>", sooner, days], &["Care within reach", alone]);
    assert_live("show: tree\nof: sooner/days", &[days, "18\u{a0}days"], &["<details", alone]);
    assert_live("show: tree\nof: team/wards", &["Good care", "Care within reach", sooner], &[alone]);
    assert_live(
        "show: tree\nwhere: {state: draft}",
        &["Not aligned", someday],
        &[sooner, alone, "Good care"],
    );
    assert_live("show: tree\nof: reach\nwhere: {state: draft}", &["Nothing to show"], &["Care within reach"]);
}

#[test]
fn a_block_shows_rows_of_what_matches() {
    let [sooner, alone, days] =
        ["Patients are seen sooner", "A goal that aligns to nothing", "Days to the first"];
    assert_live("show: list", &["goals", sooner, alone, "A thought for later"], &[days]);
    assert_live("show: list\nwhere: {cycle: 2026-Q3, team: wards}", &[sooner, "Wards"], &[alone]);
    assert_live("show: list\nwhere: {under: [reach, sooner]}", &[sooner], &[alone, days]);
    assert_live("show: list\nof: sooner", &[days, "18\u{a0}days"], &[alone]);
    assert_live("show: list\nof: kpi/wait", &[days], &[alone]);
    assert_live("show: list\nwhere: {state: [active]}\nlimit: 1", &[sooner], &[alone]);
    assert_live("show: list\nwhere: {tag: none}", &["Nothing to show at the moment."], &["<ul"]);
    assert_live("show: list\nwhere: {health: closed}", &["Nothing to show at the moment."], &["<ul"]);
}

#[test]
fn a_block_shows_a_table_with_columns_of_choice() {
    let title = "Patients are seen sooner";
    assert_live("show: table", &["Goal</th>", "Team</th>", "Cycle</th>", "Health</th>", title], &["Owner"]);
    let columns = "columns: [title, owner, confidence, coverage, gap, expected, score]";
    let shown = ["Amina Odhiambo", "60%", ">1 of 1<", "<td class=\"number\">–</td>"];
    assert_live(&format!("show: table\nof: reach\n{columns}"), &shown, &["Team</th>"]);
    let numbers = ["24\u{a0}days", "18\u{a0}days", "12\u{a0}days"];
    assert_live("show: table\nof: sooner\ncolumns: [title, start, value, target]", &numbers, &["Owner"]);
    assert_live("show: table", &["role=\"region\" tabindex=\"0\" aria-label=\"Table 1: Goal, Team"], &[]);
}

#[test]
fn a_block_shows_charts_kpis_and_check_ins() {
    let days = "Days to the first";
    assert_live("show: chart\nof: sooner", &[days, "<svg class=\"plot"], &["Wards"]);
    assert_live("show: chart\nof: kpi/wait", &["Median wait", "unhealthy", "<svg class=\"plot"], &[days]);
    assert_live("show: kpis", &["Median wait", "14\u{a0}days", "unhealthy"], &[days]);
    assert_live("show: kpis\nof: sooner/days", &["Median wait"], &[]);
    assert_live("show: kpis\nof: reach", &["Nothing to show"], &["Median wait"]);
    let check_in = ["18 Aug 2026", "Slowly"];
    assert_live("show: check-ins\nof: sooner/days", &check_in, &["<b>better</b>"]);
    assert_live("show: check-ins\nwhere: {team: wards}", &check_in, &["<b>better</b>"]);
    assert_live("show: check-ins\nof: kpi/wait", &["31 Jul 2026", "14\u{a0}days"], &["Slowly"]);
}

#[test]
fn a_page_tells_how_long_it_is_and_when_it_changed() {
    let text = format!("# Long\n\n{}\n", "word ".repeat(450));
    let files = [("content/care.yaml", CARE), ("content/long.md", text.as_str())];
    let mut compiled = compiled(&files);
    let mut page = |day: Date| {
        compiled.changed = BTreeMap::from([("content/long.md".to_owned(), day)]);
        let site = compiled.site();
        let plan = page::plan(&site);
        let planned = plan.pages.iter().find(|page| page.address.as_str() == "long/index.html");
        let mut text = String::new();
        let renderer = compiled.theme.renderer(&site, &plan);
        renderer.render(planned.expect("it is planned"), &mut text).expect("it is drawn");
        text
    };
    let known = page(Date::constant(2026, 8, 3));
    assert!(known.contains("3 min read"));
    assert!(known.contains("Last changed <time datetime=\"2026-08-03\">3 Aug 2026</time>"));
    // A site that shows an earlier day does not tell of what came later.
    assert!(!page(Date::constant(2026, 9, 3)).contains("Last changed"));
}

#[test]
fn a_heading_is_never_called_as_a_part_of_the_page_around_it() {
    let text = "# Guide\n\n## Main\n\n## Search\n\n## Search results\n\n## Sources\n";
    let pages = pages(&[("content/guide.md", text)]);
    let page = &pages["guide/index.html"];
    for (id, times) in [("main", 1), ("search", 1), ("search-results", 0), ("sources", 1)] {
        assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), times, "{id}");
    }
}

#[test]
fn a_change_that_no_number_can_hold_is_left_out() {
    let page = |before: &str| {
        let goals = format!(
            "mission: {{statement: M}}\nobjectives:\n  - id: goal\n    title: Goal\n    cycle: 2026-Q3\n    key_results:\n      \
             - id: all\n        title: All\n        start: 0\n        target: 79228162514264337593543950335\n        \
             check_ins:\n          - {{date: 2026-07-13, value: {before}}}\n          \
             - {{date: 2026-07-20, value: 79228162514264337593543950335}}\n"
        );
        pages(&[("content/goals.yaml", &goals)])["objectives/goal/index.html"].clone()
    };
    assert!(page("0").contains("+79,228,162,514,264,337,593,543,950,335 since 13 Jul"));
    assert!(!page("-79228162514264337593543950335").contains(" since 13 Jul"));
}
