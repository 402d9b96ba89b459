//! What kind of thing a file is, told by its ending.

use crate::model::SitePath;

/// Endings and what they stand for.
const KINDS: &[(&str, &str)] = &[
    ("avif", "image/avif"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("gif", "image/gif"),
    ("htm", "text/html; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar; charset=utf-8"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("md", "text/markdown; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("otf", "font/otf"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("ttf", "font/ttf"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webm", "video/webm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml"),
    ("yaml", "application/yaml"),
    ("yml", "application/yaml"),
    ("zip", "application/zip"),
];

/// The content type of a file of the site. What is unknown is bytes, so that no browser guesses.
pub(super) fn of(path: &SitePath) -> &'static str {
    let ending = path.as_str().rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let known = KINDS.binary_search_by_key(&ending.as_str(), |(ending, _)| ending);
    known.map_or("application/octet-stream", |index| KINDS[index].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_is_found() {
        for (ending, kind) in KINDS {
            let path = SitePath::new([format!("a.{ending}").as_str()]).expect("a path");
            assert_eq!(of(&path), *kind);
        }
        assert_eq!(of(&SitePath::new(["a.b", "c"]).expect("a path")), "application/octet-stream");
    }
}
