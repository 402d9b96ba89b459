//! Whoever shows a cycle to a room turns its screens by keys; on a tablet, by swipes.

use crate::Story;
use crate::reader::Reader;
use serde_json::json;
use thirtyfour::Key;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new(
            "presenting: keys turn the screens one by one, and a reload stays at the one shown",
            turns,
        ),
        Story::new("presenting: a swipe to the side turns one screen, and a tap none", swipes),
    ]
}

/// The id of the screen that stands at the top of the window.
const SHOWN: &str = "[...document.querySelectorAll('.screen')].find((screen) => Math.abs(screen.getBoundingClientRect().top) < 9)?.id";

async fn turns(reader: Reader) {
    let site = reader.stage.clinics();
    reader.open(&site.on_disk(&site.kinds()["presentation"])).await;
    let screens: Vec<String> =
        reader.see("[...document.querySelectorAll('.screen')].map(({id}) => id)").await;
    assert!(screens.len() > 3, "{screens:?}");
    let last = screens.len() - 1;
    for (key, screen) in
        [(Key::Right, 1), (Key::Right, 2), (Key::Left, 1), (Key::End, last), (Key::Home, 0), (Key::Right, 1)]
    {
        reader.press(key).await;
        let id = &screens[screen];
        reader.until(&format!("{id} is shown"), &format!("{SHOWN} === {id:?}")).await;
        // Whoever listens is there as well.
        reader.until(&format!("{id} has the focus"), &format!("document.activeElement.id === {id:?}")).await;
    }
    let id = &screens[1];
    reader.until("the address remembers", &format!("location.hash === '#' + {id:?}")).await;
    reader.reload().await;
    reader.until("the same screen is shown", &format!("{SHOWN} === {id:?}")).await;
    assert_eq!(reader.complaints().await, <[&str; 0]>::default());
}

async fn swipes(reader: Reader) {
    let site = reader.stage.clinics();
    reader.resize(800, 1200, 1).await;
    reader.command("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await;
    reader.open(&site.on_disk(&site.kinds()["presentation"])).await;
    let screens: Vec<String> =
        reader.see("[...document.querySelectorAll('.screen')].map(({id}) => id)").await;
    for (from, to, screen) in [(600, 200, 1), (600, 200, 2), (400, 390, 2), (200, 600, 1), (600, 200, 2)] {
        finger(&reader, from, to).await;
        let id = &screens[screen];
        reader.until(&format!("{id} is shown"), &format!("{SHOWN} === {id:?}")).await;
    }
    assert_eq!(reader.complaints().await, <[&str; 0]>::default());
}

/// A finger goes across the window.
async fn finger(reader: &Reader, from: u32, to: u32) {
    for (kind, points) in [
        ("touchStart", json!([{"x": from, "y": 600}])),
        ("touchMove", json!([{"x": u32::midpoint(from, to), "y": 602}])),
        ("touchMove", json!([{"x": to, "y": 604}])),
        ("touchEnd", json!([])),
    ] {
        reader.command("Input.dispatchTouchEvent", json!({"type": kind, "touchPoints": points})).await;
    }
}
