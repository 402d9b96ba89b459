//! Whoever looks for something finds it while typing.

use crate::Story;
use crate::reader::Reader;
use thirtyfour::Key;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new(
            "searching: a slash, a word, an arrow and Enter lead to a goal, on the web",
            |reader| async move {
                let home = reader.stage.clinics().on_the_web("index.html");
                finds_a_goal(&reader, &home).await;
            },
        ),
        Story::new(
            "searching: a slash, a word, an arrow and Enter lead to a goal, from disk",
            |reader| async move {
                let home = reader.stage.clinics().on_disk("index.html");
                finds_a_goal(&reader, &home).await;
            },
        ),
        Story::new("searching: each letter narrows what is found, and Escape puts it away", narrows),
        Story::new("searching: a question that came with the address is answered", answers_an_address),
    ]
}

/// Whether results are to be seen.
const RESULTS: &str = "document.querySelector('#search-results:not([hidden]) [role=option]')";

async fn finds_a_goal(reader: &Reader, home: &str) {
    reader.open(home).await;
    reader.press("/").await;
    assert_eq!(reader.see::<String>("document.activeElement.id").await, "search");

    reader.press("waiting").await;
    reader.until("results are shown", RESULTS).await;
    let said: String = reader.see("document.querySelector('search [role=status]').textContent").await;
    assert!(said.chars().any(|letter| letter.is_ascii_digit()), "whoever cannot see hears how many: {said}");
    assert_eq!(reader.see::<String>("document.activeElement.getAttribute('aria-expanded')").await, "true");

    reader.press(Key::Down + Key::Down + Key::Up).await;
    let chosen = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))";
    assert_eq!(reader.see::<String>(&format!("{chosen}.getAttribute('aria-selected')")).await, "true");
    let title: String = reader.see(&format!("{chosen}.querySelector('a').textContent")).await;
    let address: String = reader.see(&format!("{chosen}.querySelector('a').href")).await;

    reader.press(Key::Enter).await;
    let there = format!("location.href === {address:?} && document.readyState === 'complete'");
    reader.until("the goal's page is open", &there).await;
    let text: String = reader.see("document.querySelector('main').textContent").await;
    assert!(text.contains(&title), "`{title}` is not on {address}");
    assert_eq!(reader.complaints().await, <[&str; 0]>::default());
}

async fn narrows(reader: Reader) {
    let home = reader.stage.clinics().on_the_web("index.html");
    reader.open(&home).await;
    reader.press("/").await;
    reader.press("care").await;
    reader.until("results are shown", RESULTS).await;
    let many: usize = reader.see("document.querySelectorAll('#search-results [role=option]').length").await;
    reader.press(" xylophone").await;
    reader.until("nothing is left", "!document.querySelector('#search-results [role=option]')").await;
    let said: String = reader.see("document.querySelector('search [role=status]').innerText").await;
    assert!(many > 1 && !said.is_empty(), "of {many} results none is left, and the reader hears `{said}`");

    reader.press(Key::Escape).await;
    reader.until("the list is away", "document.getElementById('search-results').hidden").await;
    assert_eq!(reader.see::<String>("document.activeElement.getAttribute('aria-expanded')").await, "false");
}

async fn answers_an_address(reader: Reader) {
    let search = reader.stage.clinics().on_the_web("search/index.html");
    reader.open(&format!("{search}?q=waiting")).await;
    reader.until("results are shown", RESULTS).await;
    assert_eq!(reader.complaints().await, <[&str; 0]>::default());
}
