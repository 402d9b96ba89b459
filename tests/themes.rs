//! The plain theme, which holds the contract with themes to its word: any page can be drawn in a frame that has
//! neither a script nor more than a page of style.

#![allow(clippy::disallowed_methods, reason = "this test runs the program on files of its own")]
#![allow(clippy::unwrap_used, reason = "what cannot be run fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What the style sheet may weigh, in bytes.
const STYLE_BYTES: usize = 4096;

/// Builds a copy of a handbook with a theme, and reads its site by path.
fn site(handbook: &str, theme: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(handbook);
    for (path, mut bytes) in files(&source) {
        if path == "okrbook.yaml" {
            let is_kept = |line: &&str| !line.starts_with("theme:") && !line.starts_with("accent:");
            let mut settings: Vec<&str> =
                std::str::from_utf8(&bytes).unwrap().lines().filter(is_kept).collect();
            let theme = format!("theme: {theme}");
            settings.extend([theme.as_str(), "accent: \"#7a2e4d\"", ""]);
            bytes = settings.join("\n").into_bytes();
        }
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_okrbook"))
        .args(["build", "--audience", "internal", "--output", "site"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files(&folder.path().join("site"))
}

/// All files of a folder by path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

#[test]
fn the_plain_theme_draws_every_page_without_a_script_and_with_little_style() {
    for handbook in ["examples/minimal", "tests/sites/one-quarter/source", "examples/clinic-network"] {
        let plain = site(handbook, "plain");
        let pages = |site: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
            site.keys().filter(|path| path.rsplit('.').next() == Some("html")).cloned().collect()
        };
        assert_eq!(pages(&plain), pages(&site(handbook, "default")), "{handbook}");
        for path in pages(&plain) {
            let text = String::from_utf8_lossy(&plain[&path]);
            assert!(!text.contains("<script"), "{path} of {handbook} has a script");
            assert!(text.contains("<h1") && text.contains("</html>"), "{path} of {handbook} is not whole");
            assert!(
                !text.contains("class=\"masthead\""),
                "{path} of {handbook} has the other theme's header"
            );
        }
        let is_script = |path: &&String| path.rsplit('.').next() == Some("js");
        assert_eq!(plain.keys().find(is_script), None, "{handbook} has a script, or an index for one");
        let assets: Vec<&String> = plain.keys().filter(|path| path.starts_with("assets/")).collect();
        let style = assets
            .iter()
            .find(|path| path.rsplit('.').next() == Some("css"))
            .expect("there is a style sheet");
        assert!(plain[*style].len() < STYLE_BYTES, "{style} of {handbook}: {} bytes", plain[*style].len());
        assert_eq!(assets.len(), 2, "only a style sheet and an icon: {assets:?}");
    }
}
