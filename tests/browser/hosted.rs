//! Whoever hosts a site sends the strictest policy with it, and nothing complains.

use crate::Story;
use crate::reader::Reader;
use okrbook::page::KINDS;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new(
            "hosted: no kind of page complains under `default-src 'self'`, or asks for what is elsewhere",
            is_content,
        ),
        Story::new("hosted: every kind of page is read in these stories", has_every_kind),
    ]
}

async fn is_content(reader: Reader) {
    let site = reader.stage.clinics();
    let home = site.on_the_web("index.html");
    for (kind, page) in site.kinds() {
        reader.open(&site.on_the_web(page)).await;
        assert_eq!(reader.complaints().await, <[&str; 0]>::default(), "{kind}");
        let asked: Vec<String> =
            reader.see("performance.getEntriesByType('resource').map(({name}) => name)").await;
        let elsewhere: Vec<&String> = asked.iter().filter(|address| !address.starts_with(&home)).collect();
        assert!(elsewhere.is_empty(), "{kind} asks for {elsewhere:?}");
    }
}

async fn has_every_kind(reader: Reader) {
    let read = reader.stage.clinics().kinds();
    // Whoever meets a redirect is elsewhere before they could read it.
    let missing: Vec<&str> = KINDS
        .iter()
        .map(|kind| kind.name)
        .filter(|name| *name != "redirect" && !read.contains_key(*name))
        .collect();
    assert!(missing.is_empty(), "the clinics have no page of the kinds {missing:?}");
}
