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
fn what_is_hidden_in_static_is_shown_as_soon_as_it_is_there() {
    let folder = one_goal();
    let preview = Preview::of(folder.path());
    let mut events = preview.events(None);
    let first = events.next().state;
    write(folder.path(), "static/.well-known/security.txt", "Contact: us\n");
    events.until(|state| state["site"] != first["site"]);
    assert_eq!(preview.connect().get("/.well-known/security.txt").text(), "Contact: us\n");
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
    assert!(preview.connect().get("/_okrbook/findings").text().contains("is gone"));
    assert_eq!(preview.connect().get("/objectives/x/").status, 200);

    fs::rename(away.path().join("away"), folder.path()).expect("it comes back");
    events.until(|state| state["errors"] == 0);
    write(folder.path(), "content/a.yaml", &GOAL.replace("Shorter", "Short"));
    let seen = |_: &serde_json::Value| preview.connect().get("/objectives/x/").text().contains("Short waits");
    events.until(seen);
}

#[test]
fn a_folder_that_is_deleted_with_all_above_it_is_found_again_where_it_was() {
    let around = handbook(&[]);
    let folder = around.path().join("ours/handbook");
    let begin = || {
        write(&folder, "okrbook.yaml", "title: T\nlints: {default: allow}\n");
        write(&folder, "content/a.yaml", GOAL);
    };
    begin();
    let preview = Preview::of(&folder);
    let mut events = preview.events(None);
    let good = events.next().state;
    fs::remove_dir_all(around.path().join("ours")).expect("all of it is deleted");
    let said = preview.says("the browser shows the last state without errors until this is mended");
    assert!(
        said.contains("error: the handbook's folder `") && said.contains("ours/handbook` is gone"),
        "{said}"
    );
    assert!(said.contains("= help: put the folder back where it was"), "{said}");
    assert!(!said.contains("os error"), "{said}");
    let gone = events.until(|state| state["errors"] == 1).state;
    assert_eq!(gone["site"], good["site"]);
    assert_eq!(preview.connect().get("/objectives/x/").status, 200);

    begin();
    events.until(|state| state["errors"] == 0);
    preview.says("nothing found");
    write(&folder, "content/a.yaml", &GOAL.replace("Shorter", "Short"));
    let seen = |_: &serde_json::Value| preview.connect().get("/objectives/x/").text().contains("Short waits");
    events.until(seen);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_or_nowhere_is_said_with_what_to_do_and_the_last_site_stays() {
    let folder = one_goal();
    let outside = handbook(&[("secret.yaml", "mission: {statement: Secret}\n")]);
    let preview = Preview::of(folder.path());
    let mut events = preview.events(None);
    let mut good = events.next().state;
    let link = folder.path().join("content/b.yaml");
    let nowhere = outside.path().join("absent.yaml");
    for (target, what, help) in [
        (outside.path().join("secret.yaml"), "is a link that leads out of the handbook", "put a copy into"),
        (nowhere, "is a link that leads nowhere", "put back what it leads to, or remove the link"),
    ] {
        std::os::unix::fs::symlink(target, &link).expect("a link");
        let said = preview.says("the browser shows the last state without errors until this is mended");
        assert!(said.contains("content/b.yaml` ") && said.contains(what) && said.contains(help), "{said}");
        assert!(!said.contains("os error"), "{said}");
        assert_eq!(events.until(|state| state["errors"] == 1).state["site"], good["site"]);
        assert!(preview.connect().get("/objectives/x/").text().contains("Shorter waits"));
        fs::remove_file(&link).expect("the link goes");
        preview.says("nothing found");
        good = events.until(|state| state["errors"] == 0).state;
    }
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
