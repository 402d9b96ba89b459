//! What a writer sees.

use crate::browser::{Preview, serve};
use crate::{GOAL, handbook, one_goal, write};
use std::fs;
use std::net::TcpListener;

#[test]
fn a_save_is_told_and_the_page_is_the_new_one() {
    let folder = one_goal();
    let preview = Preview::of(folder.path());
    let mut events = preview.events(None);
    let first = events.next().state;
    let page = preview.connect().get("/objectives/x/");
    assert!(page.text().contains("Shorter waits") && page.text().contains("/_okrbook/preview.js"));
    assert!(page.text().contains(&format!("data-site={}", first["site"])));

    write(folder.path(), "content/a.yaml", &GOAL.replace("Shorter waits", "No waits"));
    events.until(|state| state["site"] != first["site"]);
    assert!(preview.connect().get("/objectives/x/").text().contains("No waits"));
}

#[test]
fn whoever_comes_back_hears_what_was_missed_and_nothing_twice() {
    let folder = one_goal();
    let preview = Preview::of(folder.path());
    let mut events = preview.events(None);
    let first = events.next();
    drop(events);

    write(folder.path(), "content/a.yaml", &GOAL.replace("Shorter", "Short"));
    let missed = preview.events(Some(&first.id)).next();
    assert_ne!(missed.id, first.id);

    let mut events = preview.events(Some(&missed.id));
    write(folder.path(), "content/a.yaml", GOAL);
    assert_ne!(events.next().id, missed.id);
}

#[test]
fn a_broken_edit_keeps_the_page_and_says_what_to_mend() {
    let folder = one_goal();
    let preview = Preview::of(folder.path());
    let mut events = preview.events(None);
    let good = events.next().state;
    let page = preview.connect().get("/objectives/x/").body;

    write(folder.path(), "content/a.yaml", &GOAL.replace("aligns_to: mission", "aligns_to: misson"));
    let broken = events.until(|state| state["errors"] == 1).state;
    assert_eq!(broken["site"], good["site"]);
    let findings = preview.connect().get("/_okrbook/findings").text();
    for part in ["content/a.yaml:2:", "<mark>misson</mark>", "did you mean `mission`?", "okrbook explain"] {
        assert!(findings.contains(part), "no `{part}` in {findings}");
    }
    let text = |bytes: &[u8]| {
        String::from_utf8_lossy(bytes).replace(good["findings"].as_str().expect("a digest"), "")
    };
    let kept = preview.connect().get("/objectives/x/").body;
    assert_eq!(text(&page), text(&kept).replace(broken["findings"].as_str().expect("a digest"), ""));

    write(folder.path(), "content/a.yaml", GOAL);
    let mended = events.until(|state| state["errors"] == 0).state;
    assert_ne!(mended["site"], good["site"]);
    assert_eq!(preview.connect().get("/_okrbook/findings").text(), "");
}

#[test]
fn a_handbook_that_is_broken_from_the_start_is_shown_once_it_is_mended() {
    let folder = one_goal();
    write(folder.path(), "content/a.yaml", "objectivs: []\n");
    let preview = Preview::of(folder.path());
    let mut events = preview.events(None);
    assert!(events.next().state["site"].is_null());
    let page = preview.connect().get("/");
    assert_eq!(page.status, 503);
    assert!(page.text().contains("content/a.yaml:1:1") && page.text().contains("/_okrbook/preview.js"));

    write(folder.path(), "content/a.yaml", GOAL);
    events.until(|state| !state["site"].is_null());
    assert_eq!(preview.connect().get("/").status, 200);
}

#[test]
fn a_folder_that_is_deleted_is_said_and_the_last_site_stays() {
    let folder = one_goal();
    let preview = Preview::of(folder.path());
    let mut events = preview.events(None);
    events.next();
    let away = handbook(&[]);
    fs::rename(folder.path(), away.path().join("away")).expect("a handbook is moved");
    events.until(|state| state["errors"] == 1);
    assert!(preview.connect().get("/_okrbook/findings").text().contains("okrbook.yaml"));
    assert_eq!(preview.connect().get("/objectives/x/").status, 200);

    fs::rename(away.path().join("away"), folder.path()).expect("it comes back");
    events.until(|state| state["errors"] == 0);
    write(folder.path(), "content/a.yaml", &GOAL.replace("Shorter", "Short"));
    let seen = |_: &serde_json::Value| preview.connect().get("/objectives/x/").text().contains("Short waits");
    events.until(seen);
}

#[test]
fn a_port_in_use_is_said_with_the_command_that_would_work() {
    let folder = one_goal();
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = taken.local_addr().expect("an address").port();
    let output = serve(folder.path(), &port.to_string()).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains(&format!("port {port} is in use at 127.0.0.1")), "{said}");
    assert!(said.contains("`okrbook serve ") && said.contains(" --port "), "{said}");
}

#[cfg(unix)]
#[test]
fn it_ends_well_while_somebody_listens() {
    let folder = one_goal();
    for signal in ["-INT", "-TERM"] {
        let preview = Preview::of(folder.path());
        let mut events = preview.events(None);
        events.next();
        let mut waiting = preview.connect();
        waiting.send("GET / HTTP/1.1\r\nHost:");
        assert_eq!(preview.end(signal), Some(0), "{signal}");
    }
}

#[test]
fn a_page_that_is_missing_looks_like_the_site_wherever_that_will_stand() {
    let folder = one_goal();
    write(
        folder.path(),
        "okrbook.yaml",
        "title: T\nbase_url: https://example.org/goals/\nlints: {default: allow}\n",
    );
    let preview = Preview::of(folder.path());
    let page = preview.connect().get("/no/such/page");
    assert_eq!(page.status, 404);
    assert!(page.text().contains("href=\"/assets/style."), "{}", page.text());
    let folder = preview.connect().get("/objectives/x?from=mail");
    assert_eq!(folder.status, 307);
    assert!(folder.head.contains("location: /objectives/x/?from=mail\n"), "{}", folder.head);
}
