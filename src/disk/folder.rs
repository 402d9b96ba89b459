//! Folders that a command line names: their real place, and writing new files into them.

use super::Error;
use super::interrupt::Hold;
use super::staging::Staging;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

/// Writes files, by path below a folder, into a folder that is absent or empty. Nothing is ever overwritten. They are
/// few and small, so that a signal waits for the last of them.
pub fn write_new<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(), Error> {
    if let Ok(mut entries) = fs::read_dir(folder) {
        if entries.next().is_some() {
            return Err(Error::NotEmpty(folder.to_owned()));
        }
    } else if folder.symlink_metadata().is_ok() {
        return Err(Error::NotEmpty(folder.to_owned()));
    }
    let _hold = Hold::begin()?;
    for (path, text) in files {
        let place = folder.join(path);
        let parent = place.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(Error::io("cannot make the folder", parent))?;
        let mut file = fs::File::create_new(&place).map_err(Error::io("cannot write", &place))?;
        file.write_all(text.as_bytes()).map_err(Error::io("cannot write", &place))?;
    }
    Ok(())
}

/// Adds a file, by its path from the root, to a handbook. What is there stays as it is, and nothing is written
/// through a link that leads out of the handbook.
pub fn add_file(root: &Path, path: &str, bytes: &[u8]) -> Result<(), Error> {
    let place = root.join(path);
    let parent = place.parent().unwrap_or(root);
    if !absolute(parent)?.starts_with(absolute(root)?) {
        return Err(Error::LeadsOutside(parent.to_owned()));
    }
    let _hold = Hold::begin()?;
    fs::create_dir_all(parent).map_err(Error::io("cannot make the folder", parent))?;
    let mut file = fs::File::create_new(&place).map_err(Error::io("cannot write", &place))?;
    file.write_all(bytes).map_err(|error| {
        let _ = fs::remove_file(&place);
        Error::io("cannot write", &place)(error)
    })
}

/// Writes a folder that is absent or empty as a whole: it is there with all of its files, or not at all. A file that
/// belongs beside it comes with it, where it is not there yet.
pub fn write_folder(folder: &Path, files: &[(&str, Vec<u8>)], beside: (&str, &[u8])) -> Result<(), Error> {
    let is_free = folder.symlink_metadata().is_err()
        || fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if !is_free {
        return Err(Error::NotEmpty(folder.to_owned()));
    }
    let staging = Staging::beside(folder)?;
    for (path, bytes) in files {
        staging.hold.ask()?;
        let place = staging.place(path);
        fs::write(&place, bytes).map_err(Error::io("cannot write", &place))?;
    }
    let _hold = Hold::begin()?;
    staging.become_folder(folder)?;
    let (name, bytes) = beside;
    let place = folder.with_file_name(name);
    if place.exists() { Ok(()) } else { place_file(&place, |out| out.write_all(bytes), || Ok(())) }
}

/// A path without links as far as it exists, so that it can be compared with others.
pub(super) fn absolute(folder: &Path) -> Result<PathBuf, Error> {
    let full = std::path::absolute(folder).map_err(Error::io("cannot find", folder))?;
    let mut real = PathBuf::new();
    for part in full.components() {
        match part {
            Component::ParentDir => drop(real.pop()),
            part => real.push(part),
        }
        // Links are followed on the way, because `..` behind a link is above its target.
        real = real.canonicalize().unwrap_or(real);
    }
    Ok(real)
}

/// Writes one file through a temporary name, so that it is old or new, and whole; a link to it stays a link. What is
/// no file, such as a pipe or `/dev/null`, is written as it stands: a file in its place would be its end.
pub fn write_file(place: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Error> {
    if place.metadata().is_ok_and(|kind| !kind.is_file() && !kind.is_dir()) {
        return write_through(place, fill).map_err(Error::io("cannot write", place));
    }
    let place = &place.canonicalize().unwrap_or_else(|_| place.to_owned());
    let hold = Hold::begin()?;
    place_file(place, |out| fill(&mut hold.watch(out)), || hold.ask())
}

/// The same; before the file takes its place, it is asked whether it shall.
fn place_file(
    place: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    shall: impl FnOnce() -> Result<(), Error>,
) -> Result<(), Error> {
    let failed = |error| Error::io("cannot write", place)(error);
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(".okrbook-tmp");
    let temporary = place.with_file_name(name);
    let written = (|| {
        let mut out = io::BufWriter::new(fs::File::create(&temporary)?);
        fill(&mut out)?;
        out.flush()
    })();
    let placed = shall().and_then(|()| written.and_then(|()| fs::rename(&temporary, place)).map_err(failed));
    if placed.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    placed
}

/// Writes into what is no file. Nothing of ours can be left half written there, and whoever reads may let us wait:
/// signals do not.
fn write_through(place: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = io::BufWriter::new(fs::File::options().write(true).open(place)?);
    fill(&mut out)?;
    out.flush()
}
