//! What nobody gets, and that nobody stands in another's way.

use crate::browser::Preview;
use crate::{handbook, one_goal, write};

#[test]
fn whoever_calls_us_by_a_foreign_name_gets_nothing() {
    let folder = one_goal();
    let preview = Preview::of(folder.path());
    let port = preview.port;
    let ask = |host: &str| preview.connect().ask(&format!("GET / HTTP/1.1\r\n{host}\r\n")).status;
    for ours in ["127.0.0.1", "localhost", "[::1]", "LOCALHOST"] {
        assert_eq!(ask(&format!("Host: {ours}:{port}\r\n")), 200, "{ours}");
    }
    for foreign in
        ["evil.example", "localhost.evil.example", "192.168.0.1", "127.0.0.1.evil.example", "@localhost"]
    {
        assert_eq!(ask(&format!("Host: {foreign}:{port}\r\n")), 403, "{foreign}");
    }
    assert_eq!(ask(""), 400);
    assert_eq!(ask(&format!("Host: localhost:{port}\r\nHost: evil.example\r\n")), 400);
    let absolute = format!("GET http://evil.example/ HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
    assert_eq!(preview.connect().ask(&absolute).status, 403);
    let events = "GET /_okrbook/events HTTP/1.1\r\nHost: evil.example\r\n\r\n";
    assert_eq!(preview.connect().ask(events).status, 403);
}

#[test]
fn no_address_leads_out_of_the_site() {
    let folder = one_goal();
    let outside = handbook(&[("secret.txt", "a secret")]);
    write(folder.path(), "notes.txt", "not part of the site");
    let preview = Preview::of(folder.path());
    let secret = outside.path().join("secret.txt");
    for address in [
        "/../okrbook.yaml",
        "/okrbook.yaml",
        "/notes.txt",
        "/content/a.yaml",
        "/a.yaml",
        "/%2e%2e/okrbook.yaml",
        "/objectives/%2E%2E/%2e%2e/okrbook.yaml",
        "/..%2fokrbook.yaml",
        "/..%5cokrbook.yaml",
        "/%2e%2e%5cokrbook.yaml",
        "/static/logo.svg",
        "/logo.svg%00.html",
        "/logo.svg/",
        "//logo.svg",
        "/%252e%252e/okrbook.yaml",
        "/_okrbook/../okrbook.yaml",
        "/_okrbook/",
        secret.to_str().expect("a plain path"),
    ] {
        let response = preview.connect().get(address);
        assert!(matches!(response.status, 400 | 404), "{address}: {}", response.head);
        assert!(!response.text().contains("a secret") && !response.text().contains("title: T"), "{address}");
    }
    let posted = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}";
    let response = preview.connect().ask(posted);
    assert!(response.status == 405 && response.head.contains("allow: GET, HEAD"), "{}", response.head);
}

#[cfg(unix)]
#[test]
fn a_file_that_became_a_link_out_of_the_handbook_is_refused() {
    let folder = one_goal();
    let outside = handbook(&[("secret.txt", "a secret")]);
    let preview = Preview::of(folder.path());
    let mut events = preview.events(None);
    events.next();
    assert_eq!(preview.connect().get("/logo.svg").status, 200);
    let logo = folder.path().join("static/logo.svg");
    std::fs::remove_file(&logo).expect("a file");
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), &logo).expect("a link");
    events.until(|state| state["errors"] == 1);
    let response = preview.connect().get("/logo.svg");
    assert!(response.status == 404 && !response.text().contains("secret"), "{}", response.text());
    assert!(preview.connect().get("/_okrbook/findings").text().contains("leads out of the handbook"));
}

#[test]
fn every_answer_says_how_it_is_to_be_treated() {
    let folder = one_goal();
    let preview = Preview::of(folder.path());
    let mut connection = preview.connect();
    for (address, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/nowhere", "text/html; charset=utf-8"),
        ("/logo.svg", "image/svg+xml"),
        ("/api/handbook.json", "application/json"),
        ("/api/handbook.csv", "text/csv; charset=utf-8"),
        ("/_okrbook/preview.js", "text/javascript; charset=utf-8"),
    ] {
        let head = connection.get(address).head;
        for line in [
            format!("content-type: {kind}"),
            "cache-control: no-store".to_owned(),
            "content-security-policy: default-src 'self'".to_owned(),
            "x-content-type-options: nosniff".to_owned(),
        ] {
            assert!(head.lines().any(|other| other == line), "{address}: no `{line}` in {head}");
        }
    }
    connection.send(&format!("HEAD / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", connection.host));
    let answer = connection.rest();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("\r\n\r\n"), "{answer}");
}

#[test]
fn heads_without_measure_are_refused() {
    let folder = one_goal();
    let preview = Preview::of(folder.path());
    let long = "a".repeat(100_000);
    for request in [
        format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {long}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "X: y\r\n".repeat(5_000)),
        "this is no request at all\r\n\r\n".to_owned(),
    ] {
        let mut connection = preview.connect();
        connection.try_send(&request);
        let answer = connection.rest();
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
    }
    assert_eq!(preview.connect().get("/").status, 200);
}

#[test]
fn half_requests_and_readers_who_do_not_read_block_nobody() {
    let folder = one_goal();
    write(folder.path(), "static/large.bin", &"x".repeat(20 << 20));
    let preview = Preview::of(folder.path());
    let mut waiting: Vec<_> = (0..200).map(|_| preview.connect()).collect();
    for (index, connection) in waiting.iter_mut().enumerate() {
        let host = connection.host.clone();
        match index % 3 {
            0 => connection.send("GET / HTTP/1.1\r\nHost: "),
            1 => {}
            _ => connection.send(&format!("GET /large.bin HTTP/1.1\r\nHost: {host}\r\n\r\n")),
        }
    }
    let mut connection = preview.connect();
    for _ in 0..3 {
        assert_eq!(connection.get("/objectives/x/").status, 200);
    }
    assert_eq!(connection.get("/large.bin").body.len(), 20 << 20);
}

#[test]
fn no_more_tabs_listen_than_there_is_room_for() {
    let folder = one_goal();
    let preview = Preview::of(folder.path());
    let mut tabs: Vec<_> = (0..64).map(|_| preview.events(None)).collect();
    for tab in &mut tabs {
        tab.next();
    }
    let one_more = preview.connect().get("/_okrbook/events");
    assert_eq!(one_more.status, 503);
    assert_eq!(preview.connect().get("/").status, 200);
}
