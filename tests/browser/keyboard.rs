//! Whoever has no mouse gets everywhere, and always sees where they are.

use crate::Story;
use crate::reader::Reader;
use serde::Deserialize;
use thirtyfour::Key;

/// How many stops of a page are looked at.
const STOPS: usize = 40;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new("keyboard: the first stop of every page leads past its header", skips),
        Story::new("keyboard: wherever the focus goes, it is in order and can be seen", is_always_seen),
        Story::new("keyboard: a branch of the tree opens and closes", opens_a_branch),
        Story::new("keyboard: the cycles in the header open and lead to one", switches_the_cycle),
    ]
}

async fn skips(reader: Reader) {
    for (kind, address) in reader.stage.clinics().each() {
        reader.open(&address).await;
        reader.press(Key::Tab).await;
        let stop: Stop = reader.see(STOP).await;
        assert!(stop.name.starts_with("a.skip"), "{kind}: the first stop is {}", stop.name);
        assert_eq!(stop.fault, "", "{kind}: the way past the header");
        reader.press(Key::Enter).await;
        assert_eq!(reader.see::<String>("document.activeElement.id").await, "main", "{kind}");
        reader.press(Key::Tab).await;
        let is_past: bool = reader.see("!document.activeElement.closest('header.masthead, a.skip')").await;
        assert!(is_past, "{kind}: the next stop is in the header again");
    }
}

/// An element that has the focus, and what is wrong with it.
#[derive(Deserialize)]
struct Stop {
    name: String,
    fault: String,
}

/// Looks at the element with the focus as somebody with sight would.
const STOP: &str = r"(() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return { name: '', fault: '' };
  const name = [stop.localName, ...stop.classList].join('.') + ' «' + stop.textContent.trim().slice(0, 40) + '»';
  const style = getComputedStyle(stop);
  const box = [...stop.getClientRects()][0] ?? new DOMRect();
  const is_on_screen = box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  const inside = (value, size) => Math.min(Math.max(value, 0), size - 1);
  const top = document.elementFromPoint(inside(box.left + box.width / 2, innerWidth), inside(box.top + box.height / 2, innerHeight));
  const is_free = top && (stop.contains(top) || top.contains(stop) || top.closest('label')?.control === stop);
  // A goal of the map is a drawing: the line around its box is what an outline is elsewhere.
  const line = stop.closest('svg') && stop.querySelector('.box');
  const is_marked = line ? parseFloat(getComputedStyle(line).strokeWidth) >= 3 : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const is_in_order = !window.lastStop || Boolean(window.lastStop.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  window.lastStop = stop;
  const fault = !is_on_screen ? 'is not on the screen' : !is_free ? 'is covered' : !is_marked ? 'has no outline' : !is_in_order ? 'is out of order' : '';
  return { name, fault };
})()";

async fn is_always_seen(reader: Reader) {
    let mut faults = Vec::new();
    for (kind, address) in reader.stage.clinics().each() {
        reader.open(&address).await;
        for _ in 0..STOPS {
            reader.press(Key::Tab).await;
            let stop: Stop = reader.see(STOP).await;
            // Behind the last stop the browser's own controls have the focus.
            if stop.name.is_empty() || stop.fault == "is out of order" && stop.name.starts_with("a.skip") {
                break;
            }
            if !stop.fault.is_empty() {
                faults.push(format!("{kind}: {} {}", stop.name, stop.fault));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

async fn opens_a_branch(reader: Reader) {
    reader.open(&reader.stage.clinics().on_disk("tree/index.html")).await;
    let is_at_branch = "document.activeElement.matches('main summary')";
    for _ in 0..STOPS {
        if reader.see(is_at_branch).await {
            break;
        }
        reader.press(Key::Tab).await;
    }
    assert!(reader.see::<bool>(is_at_branch).await, "no branch within {STOPS} stops");
    let is_open = "document.activeElement.parentElement.open";
    let before: bool = reader.see(is_open).await;
    reader.press(Key::Enter).await;
    assert_ne!(reader.see::<bool>(is_open).await, before, "Enter opens and closes");
    reader.press(Key::Space).await;
    assert_eq!(reader.see::<bool>(is_open).await, before, "so does the space bar");
}

async fn switches_the_cycle(reader: Reader) {
    reader.open(&reader.stage.clinics().on_disk("index.html")).await;
    reader.press(Key::Tab + Key::Tab + Key::Tab).await;
    assert!(reader.see::<bool>("document.activeElement.matches('.switcher summary')").await);
    reader.press(Key::Enter + Key::Tab).await;
    let address: String = reader.see("document.activeElement.href").await;
    reader.press(Key::Enter).await;
    reader.until("the cycle is open", &format!("location.href === {address:?}")).await;
}
