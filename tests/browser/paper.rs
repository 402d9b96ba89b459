//! Whoever prints holds a paper that a board could read.

use crate::Story;
use crate::reader::Reader;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new(
            "paper: every kind of page prints black on white, without what only a screen needs",
            prints,
        ),
        Story::new(
            "paper: a cycle is a board paper on A4, and no chart is broken across pages",
            is_a_board_paper,
        ),
    ]
}

/// What is on the paper although nobody can press or follow it there.
const USELESS: &str =
    "[...document.querySelectorAll('.masthead nav, search, button, input, .skip, .contents')]
  .filter((part) => part.checkVisibility()).map((part) => part.localName + '.' + part.className)";

async fn prints(reader: Reader) {
    reader.prefer("print", "dark").await;
    for (kind, address) in reader.stage.clinics().each() {
        reader.open(&address).await;
        let useless: Vec<String> = reader.see(USELESS).await;
        assert!(useless.is_empty(), "{kind} prints {useless:?}");
        let colors: (String, String) = reader
            .see("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
            .await;
        assert_eq!(colors, ("rgb(0, 0, 0)".to_owned(), "rgb(255, 255, 255)".to_owned()), "{kind}");
    }
}

/// The parts that must stay on one page, each with whether it does.
const KEPT: &str = "[...document.querySelectorAll('main figure, main tr, .goal')]
  .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < 900)
  .filter((part) => { for (let at = part; at !== document.body; at = at.parentElement) if (/avoid/.test(getComputedStyle(at).breakInside)) return false; return true; })
  .map((part) => part.localName + '.' + (part.getAttribute('class') ?? ''))";

async fn is_a_board_paper(reader: Reader) {
    let site = reader.stage.clinics();
    reader.open(&site.on_disk(&site.kinds()["cycle"])).await;
    reader.prefer("print", "light").await;
    let broken: Vec<String> = reader.see(KEPT).await;
    assert!(broken.is_empty(), "may be broken across pages: {broken:?}");

    let printed = String::from_utf8_lossy(&reader.print().await).into_owned();
    let is_page = |part: &&str| !part.starts_with(|letter: char| letter.is_alphanumeric());
    let pages = printed.split("/Type /Page").skip(1).filter(is_page).count();
    assert!(printed.starts_with("%PDF-") && (1..=12).contains(&pages), "{pages} pages");
    assert!(
        printed.contains("/MediaBox [0 0 594.95996 841.91998]") || printed.contains("/MediaBox [0 0 595"),
        "A4: {:?}",
        printed.split("/MediaBox").nth(1).map(|r| &r[..40])
    );
}
