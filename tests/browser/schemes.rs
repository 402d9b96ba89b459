//! Whoever prefers the dark, or chooses it, reads in the dark.

use crate::Story;
use crate::reader::Reader;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new("schemes: every kind of page follows what the system prefers", follows),
        Story::new("schemes: the switch is remembered from page to page, on the web", |reader| async move {
            let site = reader.stage.clinics();
            remembers(&reader, &site.on_the_web("index.html"), &site.on_the_web("tree/index.html")).await;
        }),
        Story::new("schemes: the switch is remembered from page to page, from disk", |reader| async move {
            let site = reader.stage.clinics();
            remembers(&reader, &site.on_disk("index.html"), &site.on_disk("tree/index.html")).await;
        }),
    ]
}

/// How light the ink and the paper are, from 0 to 1.
const INK_AND_PAPER: &str = r"(() => {
  const style = getComputedStyle(document.body);
  const paper = [document.body, document.documentElement].map((part) => getComputedStyle(part).backgroundColor).find((color) => color !== 'rgba(0, 0, 0, 0)');
  const light = (color) => color.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part) / 765, 0);
  return [light(style.color), light(paper)];
})()";

async fn is_dark(reader: &Reader) -> bool {
    let (ink, paper): (f64, f64) = reader.see(INK_AND_PAPER).await;
    assert!((ink - paper).abs() > 0.5, "ink {ink} on paper {paper}");
    ink > paper
}

async fn follows(reader: Reader) {
    for (kind, address) in reader.stage.clinics().each() {
        reader.open(&address).await;
        reader.prefer("screen", "dark").await;
        assert!(is_dark(&reader).await, "{kind} is light for whoever prefers the dark");
        reader.prefer("screen", "light").await;
        assert!(!is_dark(&reader).await, "{kind} is dark for whoever prefers the light");
    }
}

async fn remembers(reader: &Reader, one: &str, other: &str) {
    let pressed = "document.querySelector('button.scheme').getAttribute('aria-pressed')";
    reader.prefer("screen", "light").await;
    reader.open(one).await;
    assert_eq!(reader.see::<String>(pressed).await, "false");
    reader.click("button.scheme").await;
    assert!(is_dark(reader).await, "the switch makes it dark");

    reader.open(other).await;
    assert!(is_dark(reader).await, "the next page is dark as well");
    assert_eq!(reader.see::<String>(pressed).await, "true");
    reader.click("button.scheme").await;
    reader.open(one).await;
    assert!(!is_dark(reader).await, "and light when that was chosen again");
    assert_eq!(reader.complaints().await, <[&str; 0]>::default());
}
