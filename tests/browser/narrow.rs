//! Whoever has a small screen, or enlarges a large one, moves up and down only.

use crate::Story;
use crate::reader::Reader;
use crate::sites::Site;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new("narrow: no page is wider than a phone of 320 pixels", |reader| async move {
            fits(&reader, reader.stage.clinics(), (320, 640, 1)).await;
        }),
        Story::new("narrow: no page is wider than a screen at 400 %", |reader| async move {
            fits(&reader, reader.stage.clinics(), (320, 256, 4)).await;
        }),
        Story::new("narrow: German words break before they widen a page", |reader| async move {
            fits(&reader, reader.stage.city(), (320, 640, 1)).await;
        }),
        Story::new("narrow: a page from right to left is no wider either", |reader| async move {
            fits(&reader, reader.stage.right_to_left(), (320, 640, 1)).await;
            fits(&reader, reader.stage.right_to_left(), (1280, 900, 1)).await;
        }),
        Story::new("narrow: a page from right to left begins on the right", begins_on_the_right),
        Story::new("narrow: the dates of check-ins stand in one line on a phone", dates_stand_in_one_line),
        Story::new(
            "narrow: a table on a phone moves sideways before its words are squeezed",
            tables_have_room,
        ),
        Story::new("narrow: a few words of a list are not broken where there is room", words_stay_together),
    ]
}

/// What widens a page although everything that can be opened is open.
const TOO_WIDE: &str = r"(() => {
  document.querySelectorAll('main details').forEach((branch) => { branch.open = true; });
  const root = document.documentElement;
  if (root.scrollWidth <= innerWidth) return [];
  const scrolls = (part) => part && part !== document.body && (getComputedStyle(part).overflowX !== 'visible' || scrolls(part.parentElement));
  const is_outside = (part) => { const box = part.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; };
  const parts = [...document.body.querySelectorAll('*')].filter((part) => is_outside(part) && !scrolls(part.parentElement));
  return [`is ${root.scrollWidth} pixels wide`, ...parts.slice(0, 4).map((part) => `${part.localName}.${part.className}: ${part.textContent.trim().slice(0, 60)}`)];
})()";

async fn fits(reader: &Reader, site: &Site, (width, height, zoom): (u32, u32, u32)) {
    reader.resize(width, height, zoom).await;
    let mut faults = Vec::new();
    for (kind, address) in site.each() {
        reader.open(&address).await;
        let wide: Vec<String> = reader.see(TOO_WIDE).await;
        faults.extend(wide.into_iter().map(|part| format!("{kind} ({address}): {part}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

async fn begins_on_the_right(reader: Reader) {
    reader.open(&reader.stage.right_to_left().on_disk("index.html")).await;
    assert_eq!(reader.see::<String>("getComputedStyle(document.documentElement).direction").await, "rtl");
    let is_mirrored: bool = reader
        .see("document.querySelector('.brand').getBoundingClientRect().left > document.querySelector('#search').getBoundingClientRect().left")
        .await;
    assert!(is_mirrored, "the name stands on the right, the search on the left");
    reader.open(&reader.stage.right_to_left().on_disk("cycles/2026-Q3/present/index.html")).await;
    let arrows: Vec<String> = reader
        .see("[...document.querySelectorAll('.eyebrow [aria-hidden]')].map((arrow) => arrow.textContent.trim()).filter((arrow) => arrow !== '←')")
        .await;
    assert!(arrows.is_empty(), "the way up to the mission is read from right to left: {arrows:?}");
    let bidi: String =
        reader.see("getComputedStyle(document.querySelector('.screen .why')).unicodeBidi").await;
    assert_eq!(bidi, "plaintext", "a sentence in another script keeps its full stop at its end");
}

/// Texts that are broken into several lines.
fn broken(selector: &str) -> String {
    format!(
        "[...document.querySelectorAll('{selector}')].filter((part) => part.checkVisibility()).filter((part) => {{
  const range = document.createRange();
  range.selectNodeContents(part);
  return new Set([...range.getClientRects()].map((line) => Math.round(line.top / 4))).size > 1;
}}).map((part) => part.textContent)"
    )
}

async fn dates_stand_in_one_line(reader: Reader) {
    reader.resize(375, 667, 1).await;
    for site in [reader.stage.clinics(), reader.stage.city()] {
        reader.open(&site.on_disk(&site.kinds()["objective"])).await;
        let broken: Vec<String> = reader.see(&broken(".check-ins tbody th")).await;
        assert!(broken.is_empty(), "{broken:?}");
    }
}

async fn tables_have_room(reader: Reader) {
    reader.resize(375, 667, 1).await;
    reader.open(&reader.stage.clinics().on_disk("teams/access/index.html")).await;
    let narrow: Vec<String> = reader
        .see("[...document.querySelectorAll('.data tbody th')].filter((cell) => cell.clientWidth < 140).map((cell) => cell.textContent)")
        .await;
    assert!(narrow.is_empty(), "squeezed: {narrow:?}");
    let broken: Vec<String> = reader.see(&broken(".data time")).await;
    assert!(broken.is_empty(), "{broken:?}");
}

async fn words_stay_together(reader: Reader) {
    reader.resize(1280, 900, 1).await;
    let site = reader.stage.clinics();
    reader.open(&site.on_disk("cycles/index.html")).await;
    let broken: Vec<String> = reader.see(&broken(".goal > small")).await;
    assert!(broken.is_empty(), "{broken:?}");
    reader.open(&site.on_disk("handbook/how-we-set-goals/index.html")).await;
    let follows: bool = reader
        .see("(() => { const back = document.querySelector('.footnote-back'), range = document.createRange(); range.selectNodeContents(back.previousElementSibling); const last = [...range.getClientRects()].at(-1); return Math.abs(back.getBoundingClientRect().bottom - last.bottom) < 12; })()")
        .await;
    assert!(follows, "the way back stands behind the last word of a note");
}
