//! Puts files where an earlier build may have left others, and removes what is stale. Touches nothing that okrbook
//! did not write.

use super::Error;
use super::manifest::Files;
use std::fs;
use std::io;
use std::path::Path;

/// Removes what an earlier build wrote, and nothing else.
pub(super) struct Clearing<'a> {
    /// The output folder.
    pub(super) folder: &'a Path,
    /// What the earlier build wrote.
    pub(super) ours: &'a Files,
}

impl Clearing<'_> {
    /// Where a folder is due and an earlier build left a file, or the other way round, that goes first.
    pub(super) fn make_way(&self, path: &str) -> Result<(), Error> {
        for (end, _) in path.match_indices('/') {
            let above = &path[..end];
            if self.ours.contains_key(above) && self.folder.join(above).is_file() {
                self.remove(above)?;
            }
        }
        if self.folder.join(path).is_dir() {
            let below = format!("{path}/");
            for old in self.ours.range(below.clone()..).take_while(|(old, _)| old.starts_with(&below)) {
                self.remove(old.0)?;
            }
        }
        Ok(())
    }

    /// Removes a file, and the folders that it leaves empty.
    pub(super) fn remove(&self, path: &str) -> Result<(), Error> {
        let place = self.folder.join(path);
        match fs::remove_file(&place) {
            Ok(()) => {}
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
            // A folder of somebody else's stands where our file stood.
            Err(_) if place.is_dir() => return Ok(()),
            Err(error) => return Err(Error::io("cannot remove", &place)(error)),
        }
        let above = place.ancestors().skip(1).take_while(|folder| *folder != self.folder);
        for folder in above {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }
}

/// Lets a file take its place, and makes the folders above it only where they are missing.
pub(super) fn replace(from: &Path, to: &Path) -> Result<(), Error> {
    let renamed = match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::rename(from, to))
        }
        renamed => renamed,
    };
    renamed.map_err(Error::io("cannot write", to))
}
