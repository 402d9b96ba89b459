//! What axe, the checker that accessibility reviewers use, finds on every kind of page: nothing.

use crate::Story;
use crate::reader::Reader;
use crate::sites::Site;
use serde_json::json;

pub(crate) fn stories() -> Vec<Story> {
    vec![
        Story::new("axe: nothing is found on a wide screen, light or dark", |reader| async move {
            finds_nothing(&reader, reader.stage.clinics(), 1280).await;
        })
        .with_axe(),
        Story::new("axe: nothing is found on a phone, light or dark", |reader| async move {
            finds_nothing(&reader, reader.stage.clinics(), 375).await;
        })
        .with_axe(),
        Story::new("axe: nothing is found from right to left", |reader| async move {
            finds_nothing(&reader, reader.stage.right_to_left(), 1280).await;
        })
        .with_axe(),
    ]
}

/// Everything that WCAG 2.2 asks for at its levels A and AA, and what axe counts as good practice.
const RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
/// The rules whose answer depends on the scheme.
const COLORS: &str = "['color-contrast', 'link-in-text-block']";

async fn finds_nothing(reader: &Reader, site: &Site, width: u32) {
    let source = reader.stage.axe.as_ref().expect("the story needs it");
    reader.command("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await;
    reader.resize(width, 800, 1).await;
    let mut faults = Vec::new();
    for (kind, address) in site.each() {
        reader.prefer("screen", "light").await;
        reader.open(&address).await;
        reader
            .see::<()>(
                "document.querySelectorAll('main details').forEach((branch) => { branch.open = true; })",
            )
            .await;
        for (scheme, only) in [
            ("light", format!("{{type: 'tag', values: {RULES}}}")),
            ("dark", format!("{{type: 'rule', values: {COLORS}}}")),
        ] {
            reader.prefer("screen", scheme).await;
            let found: Vec<String> = reader.await_promise(&examined(&only)).await;
            faults.extend(found.into_iter().map(|fault| format!("{kind} ({address}), {scheme}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn examined(only: &str) -> String {
    format!(
        "axe.run(document, {{resultTypes: ['violations'], preload: false, runOnly: {only}}}).then(({{violations}}) =>
           violations.map(({{id, help, nodes}}) => `${{id}}: ${{help}}: ${{nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' ; ')}}`))"
    )
}
