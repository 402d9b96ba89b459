//! Whoever looks at the map enlarges it, and walks over it from goal to goal.

use crate::Story;
use crate::reader::Reader;
use crate::sites::Site;
use crate::started::handbook;
use thirtyfour::Key;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new("map: buttons and keys enlarge it, shrink it and make it fit", zooms),
        Story::new("map: arrows lead from goal to goal, and Enter opens one", walks),
        Story::new("map: two of them in prose are enlarged one by one", zooms_in_prose),
        Story::new(
            "map: a phone shows pillars and objectives at first, and without scripts mission and pillars",
            fits_a_phone,
        ),
    ]
}

/// Two maps in a page of a handbook.
const PROSE: &[(&str, &str)] = &[
    ("okrbook.yaml", "title: Care\nas_of: 2026-08-20\nlints: {default: allow}\n"),
    (
        "content/a.yaml",
        "
mission: {statement: Good care for everyone}
pillars: [{id: reach, title: Care within reach}]
objectives:
  - {id: sooner, title: Patients are seen sooner, cycle: 2026-Q3, aligns_to: reach, key_results: [{id: days, title: Days, start: 24, target: 12}]}
",
    ),
    ("content/live.md", "# Live\n\n```okr\nshow: map\n```\n\nMore:\n\n```okr\nshow: map\nof: reach\n```\n"),
];

async fn zooms_in_prose(reader: Reader) {
    let site = Site::build(&handbook(PROSE), "public");
    reader.open(&site.on_the_web("live/index.html")).await;
    reader.until("the maps can be moved", "document.querySelector('.map-tools')?.checkVisibility()").await;
    let widths = "[...document.querySelectorAll('svg.map')].map((map) => map.getBoundingClientRect().width)";
    let before: Vec<f64> = reader.see(widths).await;
    reader.click(".live:last-of-type [data-zoom=in]").await;
    let after: Vec<f64> = reader.see(widths).await;
    assert!(before.len() == 2 && (after[0] - before[0]).abs() < 0.5, "{after:?} after {before:?}");
    assert!(after[1] > before[1] * 1.1, "{after:?} after {before:?}");
    assert_eq!(reader.complaints().await, <[&str; 0]>::default());
}

/// How many goals stand in the frame of the map with their whole width.
const IN_SIGHT: &str = "(() => { const view = document.querySelector('.map-view').getBoundingClientRect();
  const stands = (goal) => { const box = goal.getBoundingClientRect(); return box.left >= view.left - 1 && box.right <= view.right + 1 && box.top >= view.top - 1 && box.top < view.bottom; };
  return [...document.querySelectorAll('svg.map a')].filter(stands).map((goal) => goal.getAttribute('class')); })()";

async fn fits_a_phone(reader: Reader) {
    reader.resize(375, 667, 2).await;
    open_map(&reader).await;
    let with_scripts: Vec<String> = reader.see(IN_SIGHT).await;
    assert_eq!(with_scripts[0], "pillar", "{with_scripts:?}");
    assert!(with_scripts.contains(&"objective".to_owned()), "{with_scripts:?}");
    assert!(with_scripts.len() > 4, "no long blank: {with_scripts:?}");
    let before: f64 = reader.see(WIDTH).await;
    reader.click("[data-zoom=in]").await;
    let larger: f64 = reader.see(WIDTH).await;
    assert!(larger > before * 1.1, "{larger} after {before}");

    reader.refuse_scripts().await;
    reader.open(&reader.stage.clinics().on_disk("map/index.html")).await;
    let without: Vec<String> = reader.see(IN_SIGHT).await;
    assert_eq!(without[..2], ["mission", "pillar"], "{without:?}");
    let scrolls: f64 = reader
        .see("(() => { const view = document.querySelector('.map-view'); view.scrollTo(9999, 9999); return Math.min(view.scrollLeft, view.scrollTop); })()")
        .await;
    assert!(scrolls > 100.0, "the rest is reached by scrolling: {scrolls}");
}

/// How wide the drawing is.
const WIDTH: &str = "document.querySelector('svg.map').getBoundingClientRect().width";

async fn open_map(reader: &Reader) {
    reader.open(&reader.stage.clinics().on_disk("map/index.html")).await;
    reader.until("the map can be moved", "document.querySelector('.map-tools')?.checkVisibility()").await;
}

async fn zooms(reader: Reader) {
    open_map(&reader).await;
    let before: f64 = reader.see(WIDTH).await;
    reader.click("[data-zoom=in]").await;
    let larger: f64 = reader.see(WIDTH).await;
    assert!(larger > before * 1.1, "{larger} after {before}");
    let page: f64 = reader.see("document.documentElement.scrollWidth - innerWidth").await;
    assert!(page <= 0.0, "a large map moves in its frame and does not widen the page");

    reader.see::<()>("document.querySelector('svg.map a[href]').focus()").await;
    reader.press("--").await;
    let smaller: f64 = reader.see(WIDTH).await;
    assert!(smaller < before, "{smaller} after {before}");
    reader.press("0").await;
    let fits: f64 = reader.see("document.querySelector('.map-view').clientWidth").await;
    let whole: f64 = reader.see(WIDTH).await;
    assert!(whole <= fits + 1.0, "{whole} in {fits}");
    assert_eq!(reader.complaints().await, <[&str; 0]>::default());
}

async fn walks(reader: Reader) {
    open_map(&reader).await;
    reader.see::<()>("document.querySelector('svg.map a[href]').focus()").await;
    let left = "document.activeElement.getBoundingClientRect().left - document.querySelector('svg.map').getBoundingClientRect().left";
    let before: f64 = reader.see(left).await;
    reader.press(Key::Right).await;
    let after: f64 = reader.see(left).await;
    assert!(after > before, "one layer on: {after} after {before}");
    let is_seen: bool = reader
        .see("(() => { const goal = document.activeElement.getBoundingClientRect(); const view = document.querySelector('.map-view').getBoundingClientRect(); return goal.left >= view.left - 1 && goal.right <= view.right + 1; })()")
        .await;
    assert!(is_seen, "the goal with the focus is in the frame");
    let address: String = reader.see("document.activeElement.href.baseVal").await;
    let address: String = reader.see(&format!("new URL({address:?}, location).href")).await;
    reader.press(Key::Enter).await;
    reader.until("the goal is open", &format!("location.href === {address:?}")).await;
}
