//! Whoever looks for a part of the tree chooses it, and sends others a link to what they see.

use crate::Story;
use crate::reader::Reader;
use thirtyfour::Key;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new(
            "filtering: a chosen team leaves its goals and what leads to them, also after a reload",
            chooses_a_team,
        ),
        Story::new(
            "filtering: typed words leave the goals that hold them, until they are cleared",
            types_words,
        ),
        Story::new(
            "filtering: a branch that was opened is open for whoever follows the link",
            shares_a_branch,
        ),
    ]
}

/// Goals that are seen because they fit, and not because something under them does.
const FITTING: &str = "[...document.querySelectorAll('main .tree li[data-health]')].filter((goal) => goal.checkVisibility() && !goal.classList.contains('on-the-way'))";
/// What is told about them.
const TOLD: &str = "document.querySelector('#filters [role=status]').textContent";

async fn open_tree(reader: &Reader) {
    reader.open(&reader.stage.clinics().on_disk("tree/index.html")).await;
    reader.until("the filters are there", "document.getElementById('filters')?.checkVisibility()").await;
}

async fn chooses_a_team(reader: Reader) {
    open_tree(&reader).await;
    let all: usize = reader.see(&format!("{FITTING}.length")).await;
    reader.see::<()>("document.getElementById('filter-team').focus()").await;
    reader.press(Key::Down).await;
    reader.until("a number is told", &format!("/\\d/.test({TOLD})")).await;
    let team: String = reader.see("document.getElementById('filter-team').value").await;
    let chosen: Vec<String> =
        reader.see(&format!("{FITTING}.map((goal) => goal.dataset.team).filter(Boolean)")).await;
    assert!(
        !chosen.is_empty() && chosen.len() < all && chosen.iter().all(|other| *other == team),
        "{team}: {chosen:?}"
    );
    let address: String = reader.see("location.href").await;
    assert!(address.contains(&format!("team={team}")), "{address}");
    reader.reload().await;
    let again: Vec<String> =
        reader.see(&format!("{FITTING}.map((goal) => goal.dataset.team).filter(Boolean)")).await;
    assert_eq!(again, chosen, "a reload changes nothing");
}

async fn types_words(reader: Reader) {
    open_tree(&reader).await;
    let all: usize = reader.see(&format!("{FITTING}.length")).await;
    reader.click("#filter-text").await;
    reader.press("evenings").await;
    reader.until("fewer goals are left", &format!("{FITTING}.length > 0 && {FITTING}.length < {all}")).await;
    reader.press(" xylophone").await;
    reader.until("none is left", &format!("{FITTING}.length === 0")).await;
    assert!(!reader.see::<String>(TOLD).await.is_empty(), "whoever cannot see hears that none is left");
    reader.press(Key::Tab + Key::Enter).await;
    reader.until("all are back", &format!("{FITTING}.length === {all}")).await;
    assert_eq!(reader.see::<String>("document.activeElement.id").await, "filter-text", "one can type on");
}

async fn shares_a_branch(reader: Reader) {
    open_tree(&reader).await;
    let closed = "[...document.querySelectorAll('main .tree details:not([open])')].find((branch) => branch.checkVisibility())";
    reader
        .see::<()>(&format!(
            "(() => {{ window.branch = {closed}; branch.querySelector('summary').focus(); }})()"
        ))
        .await;
    let name: String = reader.see("branch.querySelector('summary').textContent").await;
    reader.press(Key::Enter).await;
    reader.until("the address remembers", "location.hash.includes('open=')").await;
    let address: String = reader.see("location.href").await;

    reader.open("about:blank").await;
    reader.open(&address).await;
    let is_open: bool = reader
        .see(&format!("[...document.querySelectorAll('main .tree summary')].find((summary) => summary.textContent === {name:?}).parentElement.open"))
        .await;
    assert!(is_open, "`{name}` at {address}");
}
