//! What the preview adds to a site: its script, its style, and the page that stands in while there is no site.

use super::revision::Revision;
use crate::page::Html;

const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";

/// A file of the preview: its content type and what it holds.
pub(super) fn file(name: &str) -> Option<(&'static str, &'static str)> {
    match name {
        "morph.js" => Some((SCRIPT, include_str!("client/morph.js"))),
        "panel.js" => Some((SCRIPT, include_str!("client/panel.js"))),
        "preview.js" => Some((SCRIPT, include_str!("client/preview.js"))),
        "preview.css" => Some((STYLE, include_str!("client/preview.css"))),
        _ => None,
    }
}

/// A page with the script of the preview at its end. It knows which revision it shows.
pub(super) fn with_script(mut page: String, revision: &Revision, run: &str) -> String {
    let ids = revision.site.as_ref().map(|site| site.ids(run)).unwrap_or_default();
    let mut script = Html::new();
    script.raw("<script src=\"/_okrbook/preview.js\" type=\"module\"");
    script.attribute("data-site", &ids.0).attribute("data-files", &ids.1);
    script.attribute("data-findings", &revision.panel.digest).raw("></script>\n");
    let end = page.rfind("</body>").unwrap_or(page.len());
    page.insert_str(end, script.as_str());
    page
}

/// The page that is shown where there is no site.
pub(super) fn stand_in(revision: &Revision, lead: &str) -> String {
    let mut page = Html::new();
    page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").text(lead).raw("</title>\n");
    page.raw("<link rel=\"stylesheet\" href=\"/_okrbook/preview.css\">\n</head>\n<body class=\"okrbook-stand-in\">\n");
    page.raw("<main class=\"okrbook-panel\">\n<h1>")
        .text(lead)
        .raw("</h1>\n<p>")
        .text(&revision.panel.summary);
    page.raw(". The page follows as soon as this is mended and saved.</p>\n").html(&revision.panel.markup);
    page.raw("</main>\n</body>\n</html>\n");
    page.into_string()
}
