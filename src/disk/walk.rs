//! Lists the files below a folder of the handbook, in an order that no file system decides.

use super::Error;
use crate::config::is_built;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file of the handbook.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// Path from the handbook's root, separated by `/`.
    pub(super) path: String,
    /// Where it is on this machine.
    pub(super) place: PathBuf,
}

/// All files below a folder of the handbook, by path; none where the folder is absent. Not all that is hidden
/// counts; a link that leads out of the handbook is an error, any other is noted. `root` is canonical.
pub(super) fn files(root: &Path, folder: &str, has_links: &mut bool) -> Result<Vec<Found>, Error> {
    let top = root.join(folder);
    let Ok(about) = top.symlink_metadata() else { return Ok(Vec::new()) };
    *has_links |= about.is_symlink();
    let mut found = Vec::new();
    let counts =
        |entry: &DirEntry| entry.depth() == 0 || counts(folder, entry.file_name().as_encoded_bytes());
    for entry in WalkDir::new(&top).follow_links(true).into_iter().filter_entry(counts) {
        let entry = match entry.map_err(|error| unreadable(error, &top)) {
            Err(Error::LeadsNowhere(link)) if is_lock(&link) => continue,
            entry => entry?,
        };
        if entry.path_is_symlink() {
            *has_links = true;
            check_link(root, entry.path())?;
        }
        if entry.file_type().is_file() {
            found.push(Found { path: relative(root, entry.path())?, place: entry.into_path() });
        } else if !entry.file_type().is_dir() {
            return Err(Error::NotAFile(entry.into_path()));
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// A file somewhere in the handbook by its path from the root, if it is one, lies inside and was not built.
pub(super) fn file(root: &Path, path: &str) -> Option<Found> {
    let is_plain = path.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
    if !is_plain || path.contains(['\\', '\0']) || is_built(path) {
        return None;
    }
    let place = root.join(path);
    let real = place.canonicalize().ok()?;
    (real.starts_with(root) && real.is_file()).then(|| Found { path: path.to_owned(), place })
}

/// Whether a file or folder in a folder of the handbook counts, by its name. static/ is copied as it is, with what is
/// hidden, such as `.well-known`; only what Git keeps for itself never leaves.
pub fn counts(folder: &str, name: &[u8]) -> bool {
    if folder == "static" { name != b".git" } else { !name.starts_with(b".") }
}

/// Whether a link that leads nowhere says only that somebody is writing: so some editors lock a file.
fn is_lock(link: &Path) -> bool {
    link.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".#"))
}

fn check_link(root: &Path, link: &Path) -> Result<(), Error> {
    let target = link.canonicalize().map_err(Error::io("cannot follow", link))?;
    if target.starts_with(root) { Ok(()) } else { Err(Error::LeadsOutside(link.to_owned())) }
}

fn relative(root: &Path, place: &Path) -> Result<String, Error> {
    let below = place.strip_prefix(root).unwrap_or(place);
    let names = below.components().map(|part| part.as_os_str().to_str());
    let parts: Option<Vec<&str>> = names.map(|name| name.filter(|name| !name.contains('\\'))).collect();
    parts.map(|parts| parts.join("/")).ok_or_else(|| Error::BadName(place.to_owned()))
}

fn unreadable(error: walkdir::Error, top: &Path) -> Error {
    let path = error.path().unwrap_or(top).to_owned();
    let is_absent = error.io_error().is_some_and(|error| error.kind() == std::io::ErrorKind::NotFound);
    if is_absent && path.is_symlink() {
        return Error::LeadsNowhere(path);
    }
    let circle = || std::io::Error::other("the links form a circle");
    Error::Io { what: "cannot read", path, source: error.into_io_error().unwrap_or_else(circle) }
}
