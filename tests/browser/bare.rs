//! Whoever runs no scripts reads the same.

use crate::Story;
use crate::reader::Reader;
use thirtyfour::Key;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new(
            "without scripts: every kind of page shows the same headings, links and numbers",
            reads_the_same,
        ),
        Story::new("without scripts: the search leads to a page that lists everything", finds_by_eye),
    ]
}

/// What there is to read, and where it leads, as far as it can be seen.
const READ: &str = "[...document.querySelectorAll('nav a, :is(h1, h2, h3, h4, p, td, th, dt, dd, figcaption, main a, summary)')]
  .filter((part) => part.checkVisibility() && !part.closest('search, [role=status], .filters, .map-tools'))
  .map((part) => part.localName + ' ' + (part.href ?? '') + part.textContent.trim())";

async fn reads_the_same(reader: Reader) {
    let site = reader.stage.clinics();
    let mut with_scripts = Vec::new();
    for (_, address) in site.each() {
        reader.open(&address).await;
        with_scripts.push(reader.see::<Vec<String>>(READ).await);
    }
    reader.refuse_scripts().await;
    for ((kind, address), with_scripts) in site.each().zip(with_scripts) {
        reader.open(&address).await;
        let without: Vec<String> = reader.see(READ).await;
        let missing: Vec<&String> = with_scripts.iter().filter(|part| !without.contains(part)).collect();
        assert!(missing.is_empty(), "{kind}: without scripts nobody reads {missing:#?}");
        assert!(without.iter().any(|part| part.starts_with("h1 ")), "{kind} has no heading");
        let is_hidden: bool =
            reader.see("document.querySelector('button.scheme')?.checkVisibility() ?? false").await;
        assert!(!is_hidden, "{kind} shows a switch that does nothing");
    }
}

async fn finds_by_eye(reader: Reader) {
    let site = reader.stage.clinics();
    reader.refuse_scripts().await;
    reader.open(&site.on_the_web("index.html")).await;
    reader.click("#search").await;
    reader.press("waiting").await;
    reader.press(Key::Enter).await;
    reader.until("the search page is open", "location.pathname.startsWith('/search/')").await;
    let listed: Vec<String> = reader
        .see(
            "[...document.querySelectorAll('main a')].map((link) => link.pathname.replace('index.html', ''))",
        )
        .await;
    for kind in ["objective", "kpi", "team", "person", "handbook"] {
        let page = site.kinds()[kind].trim_end_matches("index.html");
        assert!(listed.contains(&format!("/{page}")), "{page} is not listed");
    }
}
