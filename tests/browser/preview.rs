//! Whoever writes sees each change where they are.

use crate::Story;
use crate::reader::Reader;
use crate::started::{Running, handbook, serve, write};
use std::fmt::Write as _;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new(
            "preview: a change shows without moving the page, the focus or an opened branch",
            stays_in_place,
        ),
        Story::new(
            "preview: what breaks the handbook stands over the last good page until it is mended",
            shows_what_is_wrong,
        ),
    ]
}

/// The day of these stories.
const TODAY: &str = "2026-03-01";
const SETTINGS: &str = "title: T\nlints: {default: allow}\n";

/// More goals than fit a screen, of which the last has this title.
fn goals(last: &str) -> String {
    let mut text = String::from("mission: {statement: Care}\nobjectives:\n");
    for number in 0..40 {
        let title = if number == 39 { last.to_owned() } else { format!("Goal {number}") };
        writeln!(
            text,
            "  - {{id: g{number}, title: {title}, cycle: 2026-Q1, aligns_to: mission, key_results: [{{id: k, title: Part {number}, start: 0, target: 9}}]}}"
        )
        .expect("a text takes everything");
    }
    text
}

async fn stays_in_place(reader: Reader) {
    let folder = handbook(&[("okrbook.yaml", SETTINGS), ("content/a.yaml", &goals("The last goal"))]);
    let (preview, _terminal) = Running::start(serve(folder.path(), "0", TODAY));
    reader.resize(900, 400, 1).await;
    reader.open(&format!("http://127.0.0.1:{}/tree/", preview.port)).await;
    reader
        .until("the tree is shown", "document.querySelector('main').textContent.includes('The last goal')")
        .await;
    // Not where the page stands by itself: one branch is opened or closed, another one has the focus.
    let branches = "[...document.querySelectorAll('.tree .tree details, .tree details details')]";
    let before: bool = reader.see(&format!("{branches}[5].open")).await;
    reader
        .see::<()>(&format!("(() => {{ {branches}[5].open = {}; {branches}[7].querySelector('summary').focus(); scrollTo(0, 300); }})()", !before))
        .await;
    let place: f64 = reader.see("scrollY").await;
    assert!(place > 0.0, "the page is longer than the screen");

    write(folder.path(), "content/a.yaml", &goals("Another last goal"));
    reader
        .until("the change shows", "document.querySelector('main').textContent.includes('Another last goal')")
        .await;
    assert!((reader.see::<f64>("scrollY").await - place).abs() < 1.0, "the page has moved");
    assert_eq!(
        reader.see::<bool>(&format!("{branches}[5].open")).await,
        !before,
        "the branch is as it was left"
    );
    assert!(
        reader
            .see::<bool>(&format!("document.activeElement === {branches}[7].querySelector('summary')"))
            .await
    );
    assert_eq!(reader.complaints().await, <[&str; 0]>::default());
}

async fn shows_what_is_wrong(reader: Reader) {
    let folder = handbook(&[("okrbook.yaml", SETTINGS), ("content/a.yaml", &goals("The last goal"))]);
    let (preview, _terminal) = Running::start(serve(folder.path(), "0", TODAY));
    reader.open(&format!("http://127.0.0.1:{}/tree/", preview.port)).await;
    let panel = "document.querySelector('.okrbook-panel:not([hidden]) #okrbook-findings:not([hidden])')";
    reader
        .until("the tree is shown", "document.querySelector('main').textContent.includes('The last goal')")
        .await;
    assert!(!reader.see::<bool>(&format!("Boolean({panel})")).await, "nothing is wrong yet");

    write(
        folder.path(),
        "content/a.yaml",
        &goals("A new goal").replace("aligns_to: mission", "aligns_to: nowhere"),
    );
    reader.until("the panel is there", panel).await;
    let told: String = reader.see(&format!("{panel}.innerText")).await;
    assert!(told.contains("content/a.yaml") && told.contains("nowhere"), "{told}");
    let page: String = reader.see("document.querySelector('main').textContent").await;
    assert!(page.contains("The last goal"), "the last good page is still there");
    let is_readable: bool = reader.see("document.querySelector('h1').getBoundingClientRect().bottom < document.querySelector('.okrbook-panel').getBoundingClientRect().top").await;
    assert!(is_readable, "the panel covers the whole page");

    write(folder.path(), "content/a.yaml", &goals("A new goal"));
    reader.until("the panel is gone", &format!("!{panel}")).await;
    reader
        .until(
            "the mended page is there",
            "document.querySelector('main').textContent.includes('A new goal')",
        )
        .await;
}
