//! Finds a handbook, and lists and reads everything that it is made of.

use super::Error;
use super::session::{Changes, Session};
use super::walk::{Found, files};
use crate::compile::{Inputs, Options};
use crate::snapshot;
use memchr::memmem;
use std::fs::{File, Metadata};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The name of the file that marks the root of a handbook.
pub(super) const MARK: &str = "okrbook.yaml";
/// Text files above this size, in bytes, are refused: they are a mistake, and would fill the memory.
const LARGEST: u64 = 256 << 20;

/// The root of the handbook to which a path belongs: the nearest folder, from it upward, with an okrbook.yaml.
pub fn find_root(path: &Path) -> Result<PathBuf, Error> {
    let start = path.canonicalize().map_err(Error::io("cannot open", path))?;
    start
        .ancestors()
        .find(|folder| folder.join(MARK).is_file())
        .map(Path::to_owned)
        .ok_or_else(|| Error::NoHandbook(path.to_owned()))
}

/// Reads a handbook. Files are read in parallel; the result does not depend on which comes first.
pub fn read(root: &Path, options: Options) -> Result<Inputs, Error> {
    Session::open(root).read(Changes::Unknown, options)
}

/// The files of a handbook, by what they are for; each list by path.
pub(super) struct Listing {
    pub(super) settings: Found,
    pub(super) content: Vec<Found>,
    /// CSV files in data/ and content/.
    pub(super) data: Vec<Found>,
    pub(super) themes: Vec<Found>,
    /// Everything below snapshots/.
    pub(super) snapshots: Vec<Found>,
    /// Paths of all other files below content/ and static/.
    pub(super) assets: Vec<String>,
    /// Whether some of them are reached through links.
    pub(super) has_links: bool,
}

/// Lists the files in the folders of a handbook.
pub(super) fn list(root: &Path) -> Result<Listing, Error> {
    let settings = Found { path: MARK.to_owned(), place: root.join(MARK) };
    // Whoever reads a handbook again and again may find it gone.
    if !settings.place.is_file() {
        return Err(if root.is_dir() {
            Error::MarkGone(settings.place)
        } else {
            Error::FolderGone(root.to_owned())
        });
    }
    let mut has_links = false;
    let mut files = |folder| files(root, folder, &mut has_links);
    let (content, mut others): (Vec<_>, Vec<_>) = files("content")?.into_iter().partition(is_content);
    let mut data: Vec<Found> = files("data")?.into_iter().filter(is_series).collect();
    data.extend(others.extract_if(.., |found| is_series(found)));
    let mut assets: Vec<String> = others.into_iter().map(|found| found.path).collect();
    assets.extend(files("static")?.into_iter().map(|found| found.path));
    let themes = files("themes")?;
    let snapshots = files(snapshot::FOLDER)?;
    Ok(Listing { settings, content, data, themes, snapshots, assets, has_links })
}

fn is_content(found: &Found) -> bool {
    has_ending(&found.path, &["yaml", "yml", "md"])
}

fn is_series(found: &Found) -> bool {
    has_ending(&found.path, &["csv"])
}

fn has_ending(path: &str, endings: &[&str]) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Whether a theme's file is a text in which a finding may point.
pub(super) fn is_theme_text(path: &str) -> bool {
    has_ending(path, &["html", "xml", "txt", "yaml", "yml", "ftl"])
}

/// What a file holds.
pub(super) fn bytes(place: &Path) -> Result<(Vec<u8>, Metadata), Error> {
    let refused = || Error::io("cannot read", place);
    let file = File::open(place).map_err(refused())?;
    let about = file.metadata().map_err(refused())?;
    if about.len() > LARGEST {
        return Err(Error::TooLarge(place.to_owned()));
    }
    let mut bytes = Vec::with_capacity(about.len() as usize + 1);
    // A file alone would ask the system again how long it is.
    file.take(LARGEST).read_to_end(&mut bytes).map_err(refused())?;
    Ok((bytes, about))
}

/// What stands behind a key wherever a text has it: a look at the letters, before anything is understood, so that
/// files which a handbook names outside its usual folders are read too. A wrong guess is a file read in vain. Nothing
/// reaches beyond the next such key, so that all of them together are no longer than the text.
pub(super) fn mentioned<'a>(text: &'a str, key: &'a str) -> impl Iterator<Item = String> + 'a {
    let keys = memmem::find_iter(text.as_bytes(), key).filter_map(move |at| {
        let starts_word = text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let behind = text[at + key.len()..].trim_start_matches(['"', '\'']).trim_start_matches(' ');
        let value = behind.strip_prefix(':').filter(|_| starts_word)?;
        Some((at, text.len() - value.len()))
    });
    let mut keys = keys.peekable();
    let values = std::iter::from_fn(move || {
        let (_, start) = keys.next()?;
        let end = keys.peek().map_or(text.len(), |(next, _)| *next);
        Some(mention(&text[start..end]))
    });
    values.flatten()
}

/// The value with which a text begins, in any notation.
fn mention(text: &str) -> Option<String> {
    let line = text.lines().next()?.trim_start();
    let value = match line.chars().next()? {
        quote @ ('"' | '\'') => line[1..].split(quote).next()?,
        _ => line.split([',', '}', ']']).next()?.split(" #").next()?.trim_end(),
    };
    (!value.is_empty()).then(|| value.to_owned())
}

/// Whether the letters of a key stand before a colon somewhere: without them a text, and most are such, mentions nothing.
pub(super) fn may_mention(bytes: &[u8], key: &str) -> bool {
    memmem::find_iter(bytes, key).any(|at| {
        let mut behind = bytes[at + key.len()..].iter();
        behind.find(|byte| !matches!(byte, b'"' | b'\'' | b' ')) == Some(&b':')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Options {
        Options {
            as_of: None,
            today: jiff::civil::date(2026, 3, 1),
            audience: None,
            base_url: None,
            drafts: false,
        }
    }

    fn handbook(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in files {
            let place = folder.path().join(path);
            std::fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
            std::fs::write(place, text).expect("a file");
        }
        folder
    }

    fn paths(inputs: &Inputs, ids: &[crate::text::SourceId]) -> Vec<String> {
        ids.iter().map(|&id| inputs.sources.get(id).path().to_owned()).collect()
    }

    #[test]
    fn a_handbook_is_read_by_path_without_what_is_hidden_or_written_by_us() {
        let folder = handbook(&[
            ("okrbook.yaml", "title: T\nlogo: brand/logo.svg\n"),
            ("brand/logo.svg", "<svg/>"),
            ("content/b.yml", "kpis: [{id: k, data: series/k.csv}]"),
            ("content/a/z.yaml", ""),
            ("content/a.md", "# A"),
            ("content/.draft.md", ""),
            ("content/.git/x.yaml", ""),
            ("content/pic.png", ""),
            ("content/own.csv", ""),
            ("data/d.csv", ""),
            ("data/notes.txt", ""),
            ("series/k.csv", ""),
            ("static/robots.txt", ""),
            ("static/.nojekyll", ""),
            ("static/.well-known/security.txt", ""),
            ("static/.git/config", ""),
            ("themes/ours/templates/home.html", "hi"),
            ("public/content.yaml", ""),
        ]);
        let root = find_root(&folder.path().join("content/a")).expect("a root");
        let inputs = read(&root, options()).expect("a handbook");
        assert_eq!(paths(&inputs, &inputs.content), ["content/a.md", "content/a/z.yaml", "content/b.yml"]);
        assert_eq!(paths(&inputs, &inputs.data), ["content/own.csv", "data/d.csv", "series/k.csv"]);
        let hidden = ["static/.nojekyll", "static/.well-known/security.txt"];
        assert_eq!(inputs.assets[2..4], hidden, "static/ is copied as it is");
        assert_eq!(inputs.assets[..2], ["brand/logo.svg", "content/pic.png"]);
        assert_eq!(inputs.assets[4..], ["static/robots.txt"]);
        assert_eq!(inputs.theme_files, [("ours/templates/home.html".to_owned(), b"hi".to_vec())]);
        assert!(inputs.sources.find("themes/ours/templates/home.html").is_some());
    }

    #[test]
    fn what_a_key_mentions_is_found_in_every_notation() {
        let found = |text| mentioned(text, "data").collect::<Vec<_>>();
        assert_eq!(found("data: a/b.csv\n"), ["a/b.csv"]);
        assert_eq!(found("{id: k, data: a b.csv, unit: x}"), ["a b.csv"]);
        assert_eq!(found(r#"{"data": "a,b.csv"}"#), ["a,b.csv"]);
        assert_eq!(found("data: a.csv # why"), ["a.csv"]);
        assert_eq!(found("metadata: a.csv\nthe data of"), Vec::<String>::new());
    }

    #[test]
    fn what_a_text_mentions_is_no_longer_than_the_text() {
        for part in ["data:/", "data: x; ", "\"data: x"] {
            let text = part.repeat(100_000);
            let lengths = mentioned(&text, "data").map(|path| path.len());
            assert!(lengths.sum::<usize>() < text.len(), "{part}");
        }
    }

    #[test]
    fn a_text_that_cannot_mention_a_key_mentions_nothing() {
        let texts = [
            "data: a",
            "\"data\": a",
            "data : a",
            "'data' \" : a",
            "data",
            "the data of: x",
            "data\n: a",
            "da: ta",
        ];
        for text in texts {
            let finds = mentioned(text, "data").count() > 0;
            assert!(may_mention(text.as_bytes(), "data") || !finds, "{text}");
        }
        assert!(!may_mention(b"the data of: x", "data") && may_mention(b"data : a", "data"));
    }

    #[cfg(unix)]
    #[test]
    fn links_inside_are_followed_and_links_outside_are_refused() {
        let outside = handbook(&[("secret.yaml", "")]);
        let folder = handbook(&[("okrbook.yaml", ""), ("shared/a.yaml", ""), ("content/b.yaml", "")]);
        let root = find_root(folder.path()).expect("a root");
        let link = |from: &Path, to: &str| std::os::unix::fs::symlink(from, root.join(to)).expect("a link");
        link(&root.join("shared"), "content/shared");
        let inputs = read(&root, options()).expect("a handbook");
        assert_eq!(paths(&inputs, &inputs.content), ["content/b.yaml", "content/shared/a.yaml"]);
        link(&outside.path().join("secret.yaml"), "content/c.yaml");
        assert!(
            matches!(read(&root, options()), Err(Error::LeadsOutside(path)) if path.ends_with("content/c.yaml"))
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_by_which_an_editor_locks_a_file_is_no_part_of_the_handbook() {
        let folder = handbook(&[("okrbook.yaml", ""), ("content/a.yaml", ""), ("static/a.css", "")]);
        let root = find_root(folder.path()).expect("a root");
        for lock in ["content/.#a.yaml", "static/.#a.css"] {
            std::os::unix::fs::symlink("ann@ward.7:1", root.join(lock)).expect("a link");
        }
        let inputs = read(&root, options()).expect("a handbook");
        assert_eq!(paths(&inputs, &inputs.content), ["content/a.yaml"]);
        assert_eq!(inputs.assets, ["static/a.css"]);
        std::os::unix::fs::symlink("gone.png", root.join("static/.pic.png")).expect("a link");
        assert!(matches!(read(&root, options()), Err(Error::LeadsNowhere(_))));
    }

    #[cfg(unix)]
    #[test]
    fn circles_of_links_are_an_error_and_not_an_endless_walk() {
        let folder = handbook(&[("okrbook.yaml", ""), ("content/b.yaml", "")]);
        let root = find_root(folder.path()).expect("a root");
        std::os::unix::fs::symlink(root.join("content"), root.join("content/again")).expect("a link");
        assert!(matches!(read(&root, options()), Err(Error::Io { what: "cannot read", .. })));
    }

    #[test]
    fn without_a_mark_there_is_no_handbook() {
        let folder = handbook(&[("content/a.yaml", "")]);
        assert!(matches!(find_root(folder.path()), Err(Error::NoHandbook(_))));
        assert!(matches!(find_root(&folder.path().join("absent")), Err(Error::Io { .. })));
    }
}
