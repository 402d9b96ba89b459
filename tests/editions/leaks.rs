//! Public prose that names something internal is an error in every edition; internal prose may name it.

use super::{compiled, errors, write};
use okrbook::model::Audience;

/// One thing of each kind that is internal, and public ones beside them.
const THINGS: &str = "\
pillars: [{id: theme, title: A theme, visibility: internal}]
teams: [{id: crew, name: Crew, visibility: internal}]
kpis: [{id: gauge, title: A gauge, visibility: internal}]
objectives:
  - id: hidden
    title: Hidden
    cycle: 2026-Q3
    visibility: internal
    redirect_from: [formerly]
    key_results: [{id: part, title: A part, done: false}]
  - id: open
    title: Open
    cycle: 2026-Q3
    key_results:
      - {id: seen, title: Seen, done: false}
      - {id: unseen, title: Unseen, done: false, visibility: internal}
";

/// Links from `content/goals/told.md` to each of them.
const LINKS: &[&str] = &[
    "okr:theme",
    "okr:hidden",
    "okr:formerly",
    "okr:hidden/part",
    "okr:open/unseen",
    "okr:kpi/gauge",
    "okr:team/crew",
    "#own",
    "narrated.md",
    "../people/someone.md",
    "../cycles/winter.md",
    "../pages/secret.md",
    "../vault/page.md",
    "../vault/plan.svg",
    "../pages/host.md#unseen",
];

/// Every place in an objective where prose stands, as the keys around a link; and its narrative.
const PLACES: &[&str] = &[
    "why: LINK",
    "summary: LINK",
    "not_doing: [LINK]",
    "changes: [{date: 2026-07-01, what: LINK, reason: R}]",
    "changes: [{date: 2026-07-01, what: W, reason: LINK}]",
    "review: {closed_on: 2026-09-30, learned: LINK}",
    "key_results: [{id: k, title: K, done: false, why: LINK}]",
    "key_results: [{id: k, title: K, done: false, check_ins: [{date: 2026-07-05, note: LINK}]}]",
    "key_results: [{id: k, title: K, done: false, check_ins: [{date: 2026-07-05, next: LINK}]}]",
];

/// The errors of a handbook whose objective says `keys` and whose narrative is `body`.
fn found(keys: &str, body: &str, audience: Audience) -> Vec<&'static str> {
    let told =
        format!("---\nobjective:\n  id: told\n  title: Told\n  cycle: 2026-Q3\n  {keys}\n---\n\n{body}\n");
    let files = [
        ("okrbook.yaml", "title: T\nvisibility: {\"vault/**\": internal}\nlints: {default: allow}\n"),
        ("content/things.yaml", THINGS),
        (
            "content/goals/narrated.md",
            "---\nobjective: {id: narrated, title: N, cycle: 2026-Q3, visibility: internal}\n---\nHello.\n",
        ),
        (
            "content/people/someone.md",
            "---\nperson: {id: someone, name: S, visibility: internal}\n---\nHello.\n",
        ),
        (
            "content/cycles/winter.md",
            "---\ncycle: {id: winter, start: 2026-12-01, end: 2026-12-31, visibility: internal}\n---\nHello.\n",
        ),
        ("content/pages/secret.md", "---\ntitle: Secret\nvisibility: internal\n---\nHello.\n"),
        (
            "content/pages/host.md",
            "---\nobjective:\n  id: host\n  title: Host\n  cycle: 2026-Q3\n  key_results:\n  \
             - {id: unseen, title: Unseen, done: false, visibility: internal}\n---\nHello.\n",
        ),
        ("content/vault/page.md", "# A page\n"),
        ("content/vault/plan.svg", "<svg/>"),
        ("content/goals/told.md", &told),
    ];
    let folder = write(files.map(|(path, text)| (path.to_owned(), text.to_owned())));
    errors(&compiled(folder.path(), audience))
}

const OWN: &str = "key_results: [{id: own, title: Own, done: false, visibility: internal}]";

#[test]
fn public_prose_that_names_something_internal_is_an_error_in_every_edition() {
    for link in LINKS {
        for audience in [Audience::Public, Audience::Internal] {
            let body = format!("See [this]({link}).");
            assert_eq!(found(OWN, &body, audience), ["visibility-leak"], "{link} for {audience:?}");
        }
    }
    assert_eq!(found(OWN, "![A plan](../vault/plan.svg)", Audience::Public), ["visibility-leak"]);
}

#[test]
fn internal_prose_may_name_it() {
    for link in LINKS {
        let body = format!("See [this]({link}).");
        let keys = format!("visibility: internal\n  {OWN}");
        assert_eq!(found(&keys, &body, Audience::Public), [""; 0], "{link}");
    }
}

#[test]
fn every_place_of_prose_is_looked_at() {
    for place in PLACES {
        let keys = place.replace("LINK", "\"[this](okr:hidden)\"");
        assert_eq!(found(&keys, "Hello.", Audience::Public), ["visibility-leak"], "{place}");
        let keys = place.replace("LINK", "\"[this](okr:open)\"");
        assert_eq!(found(&keys, "Hello.", Audience::Public), [""; 0], "{place}");
    }
}

#[test]
fn notes_from_internal_sources_may_name_it() {
    let keys = "key_results: [{id: k, title: K, done: false, check_ins: \
                [{date: 2026-07-05, note: \"[this](okr:hidden)\", visibility: internal}]}]";
    assert_eq!(found(keys, "Hello.", Audience::Public), [""; 0]);
    let keys = "key_results: [{id: k, title: K, values: internal, start: 0, target: 1, check_ins: \
                [{date: 2026-07-05, value: 1, note: \"[this](okr:hidden)\"}]}]";
    assert_eq!(found(keys, "Hello.", Audience::Public), [""; 0]);
}
