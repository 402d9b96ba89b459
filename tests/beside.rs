//! The files beside the pages: the search, the list of pages for search engines, and what is said to those.

#![allow(clippy::disallowed_methods, reason = "these tests write handbooks for the program to read")]

use snapbox::cmd::{Command, cargo_bin};
use snapbox::{assert_data_eq, str};
use std::fs;
use std::path::Path;

const GOALS: &str = "
mission: {statement: Everyone reads}
teams: [{id: house, name: The house}]
people: [{id: zoe, name: Zoé Müller, role: Librarian}]
objectives:
  - id: past
    title: Evenings
    cycle: 2025-Q4
  - id: now
    title: Long evenings
    why: People work until *six*.
    team: house
    cycle: 2026-Q4
    key_results:
      - {id: visits, title: Visits after six, start: 1, target: 2}
";

fn text(site: &Path, file: &str) -> String {
    fs::read_to_string(site.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Builds a handbook of these files.
fn built(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
        fs::write(place, text).expect("a file");
    }
    Command::new(cargo_bin!("okrbook")).current_dir(folder.path()).arg("build").assert().success();
    folder
}

fn site(settings: &str) -> tempfile::TempDir {
    let settings = format!("title: Library\nas_of: 2026-11-22\nlints: {{default: allow}}\n{settings}");
    built(&[("okrbook.yaml", &settings), ("content/goals.yaml", GOALS)])
}

#[test]
fn the_search_knows_where_each_word_stands_best_first() {
    let folder = site("");
    let site = folder.path().join("public");
    assert_data_eq!(
        text(&site, "search/titles-0.js"),
        str![[r#"
okrbookSearch(["titles",0,[["objectives/now/","Objective","Long evenings","The house · 2026-Q4"],["cycles/2025-Q4/","Cycle","2025-Q4",""],["cycles/2026-Q4/","Cycle","2026-Q4",""],["teams/house/","Team","The house",""],["people/zoe/","Person","Zoé Müller","Librarian"],["objectives/past/","Objective","Evenings","2025-Q4"]]])

"#]]
    );
    let words = text(&site, "search/words-0.js");
    for (word, places) in [
        ("evenings", "0,20"), // The titles of the first thing and of the sixth.
        ("six", "1"),         // A key result of the first, which its why says again.
        ("people", "2"),      // Its why alone.
        ("zoe", "16"),        // Without its accent.
        ("muller", "16"),
    ] {
        assert!(words.contains(&format!("\"{word}\":[{places}]")), "{word} in {words}");
    }
}

#[test]
fn search_engines_get_full_addresses_where_the_address_of_the_site_is_known() {
    let folder = site("base_url: https://library.example/goals\n");
    let site = folder.path().join("public");
    assert_data_eq!(
        text(&site, "robots.txt"),
        str![[r#"
User-agent: *
Disallow:
Sitemap: https://library.example/goals/sitemap.xml

"#]]
    );
    let sitemap = text(&site, "sitemap.xml");
    assert!(
        sitemap.contains("<url><loc>https://library.example/goals/objectives/now/</loc></url>"),
        "{sitemap}"
    );
    assert!(!sitemap.contains("404"), "{sitemap}");
}

#[test]
fn an_internal_edition_asks_to_be_left_alone() {
    let folder = site("base_url: https://library.example/goals\naudience: internal\n");
    let site = folder.path().join("public");
    assert_eq!(text(&site, "robots.txt"), "User-agent: *\nDisallow: /\n");
    assert!(!site.join("sitemap.xml").exists());
}

#[test]
fn a_file_of_the_handbook_s_own_stands_before_ours() {
    let own = "User-agent: *\nDisallow: /people/\n";
    let settings = "title: Library\nas_of: 2026-11-22\nlints: {default: allow}\n";
    let files = [("okrbook.yaml", settings), ("content/goals.yaml", GOALS), ("static/robots.txt", own)];
    let folder = built(&files);
    assert_eq!(text(&folder.path().join("public"), "robots.txt"), own);
}

#[test]
fn static_is_copied_as_it_is_with_what_is_hidden() {
    let settings = "title: Library\nas_of: 2026-11-22\nlints: {default: allow}\n";
    let files = [
        ("okrbook.yaml", settings),
        ("content/goals.yaml", GOALS),
        ("static/.nojekyll", ""),
        ("static/.lock", "ours"),
        ("static/.well-known/security.txt", "Contact: mailto:zoe@library.example\n"),
        ("static/.git", "gitdir: ../.git/modules/static\n"),
    ];
    let folder = built(&files);
    let site = folder.path().join("public");
    assert_eq!(text(&site, ".nojekyll"), "");
    assert_eq!(text(&site, ".lock"), "ours");
    assert_eq!(text(&site, ".well-known/security.txt"), "Contact: mailto:zoe@library.example\n");
    assert!(!site.join(".git").exists(), "what Git keeps for itself never leaves");
}

#[test]
fn a_feed_tells_what_happened_a_day_an_entry() {
    let goals = GOALS.replace(
        "start: 1, target: 2}",
        "start: 1, target: 2, check_ins: [{date: 2026-11-20, value: 2, note: 'See [evenings](okr:past) & *more*'}]}",
    );
    let settings = "title: Library\norganization: City\nas_of: 2026-11-22\nbase_url: https://library.example/goals\nlints: {default: allow}\n";
    let folder = built(&[("okrbook.yaml", settings), ("content/goals.yaml", &goals)]);
    let site = folder.path().join("public");
    let feed = text(&site, "feed.xml");
    let parsed: atom_syndication::Feed = feed.parse().expect("a valid feed");
    assert_eq!(parsed.base(), Some("https://library.example/goals/"));
    let titles: Vec<&str> = parsed.entries().iter().map(|entry| entry.title().as_str()).collect();
    assert_eq!(titles, ["20 Nov 2026", "1 Oct 2026", "31 Dec 2025", "1 Oct 2025"]);
    let content = parsed.entries()[0].content().and_then(|content| content.value()).expect("a content");
    assert!(
        content.contains("<a href=\"objectives/past/index.html\">evenings</a> &amp; <em>more</em>"),
        "{content}"
    );
    let home = text(&site, "index.html");
    assert!(home.contains("type=\"application/atom+xml\" href=\"feed.xml\""), "{home}");
}

#[test]
fn a_feed_leaves_out_what_xml_does_not_allow() {
    let goals = GOALS.replace(
        "start: 1, target: 2}",
        "start: 1, target: 2, check_ins: [{date: 2026-11-20, value: 2, note: \"a \\a bell\"}]}",
    );
    let settings =
        "title: Library\nas_of: 2026-11-22\nbase_url: https://library.example/\nlints: {default: allow}\n";
    let folder = built(&[("okrbook.yaml", settings), ("content/goals.yaml", &goals)]);
    let feed = text(&folder.path().join("public"), "feed.xml");
    assert!(feed.contains("a  bell"), "{feed}");
    assert!(!feed.contains('\u{7}'), "{feed}");
}

#[test]
fn each_objective_has_a_badge_that_needs_nothing_else_also_where_it_once_stood() {
    let goals = GOALS
        .replace("title: Long evenings\n", "title: Long evenings & <nights>\n    redirect_from: [later]\n");
    let goals = goals.replace(
        "start: 1, target: 2}",
        "start: 1, target: 2, check_ins: [{date: 2026-11-20, value: 1.25}]}",
    );
    let settings = "title: Library\nas_of: 2026-11-22\nlints: {default: allow}\n";
    let folder = built(&[("okrbook.yaml", settings), ("content/goals.yaml", &goals)]);
    let site = folder.path().join("public");
    assert_data_eq!(
        text(&site, "badges/now.svg"),
        str![[r##"
<svg xmlns="http://www.w3.org/2000/svg" role="img" width="249" height="20" viewBox="0 0 249 20"><title>Long evenings &amp; &lt;nights&gt;: 25% · at risk</title><rect width="249" height="20" rx="4" fill="#33312d"/><rect x="150" width="99" height="20" rx="4" fill="#8a5a00"/><g fill="#fff" font-family="system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif" font-size="11" text-anchor="middle"><text x="75" y="14" textLength="134" lengthAdjust="spacingAndGlyphs">Long evenings &amp; &lt;nights&gt;</text><text x="206.5" y="14" textLength="69" lengthAdjust="spacingAndGlyphs">25% · at risk</text></g><g transform="translate(158 5)" fill="#fff"><path d="M5 .5l5 9H0z"/></g></svg>

"##]]
    );
    assert_eq!(text(&site, "badges/later.svg"), text(&site, "badges/now.svg"));
    let past = text(&site, "badges/past.svg");
    assert!(past.contains("<title>Evenings: pending</title>"), "{past}");
    assert!(!past.contains('%'), "nothing is known of it: {past}");
}

#[test]
fn a_badge_begins_where_reading_begins_and_ends_a_long_title_at_a_word() {
    let goals = GOALS.replace("title: Evenings\n", "title: Everybody who works until six comes, and stays\n");
    let settings = "title: Library\nlanguage: ar\nas_of: 2026-11-22\nlints: {default: allow}\n";
    let folder = built(&[("okrbook.yaml", settings), ("content/goals.yaml", &goals)]);
    let badge = text(&folder.path().join("public"), "badges/past.svg");
    assert!(badge.contains(">Everybody who works until six comes …</text>"), "{badge}");
    assert!(badge.contains("<rect x=\"0\""), "how it fares stands on the left: {badge}");
}
