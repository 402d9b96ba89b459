//! Whoever looks at the map enlarges it, and walks over it from goal to goal.

use crate::Story;
use crate::reader::Reader;
use thirtyfour::Key;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new("map: buttons and keys enlarge it, shrink it and make it fit", zooms),
        Story::new("map: arrows lead from goal to goal, and Enter opens one", walks),
    ]
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
