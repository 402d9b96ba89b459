//! A folder in which a site is put together before a reader can see it, held by one okrbook at a time.
//!
//! What a killed build left in it is thrown away by the next one.

use super::Error;
use super::interrupt::Hold;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The file that is locked while somebody works here; the lock ends with its process, however it ends.
pub(super) const LOCK: &str = ".okrbook-lock";

/// Name of a staging folder inside an existing site.
pub(super) const INSIDE: &str = ".okrbook-tmp";

/// A staging folder that is ours while this value lives.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    lock: Option<File>,
    /// What keeps a signal waiting until the folder is gone or in its place.
    pub(super) hold: Hold,
}

impl Staging {
    /// One beside a folder that is absent or empty, to take its place as a whole.
    pub(super) fn beside(folder: &Path) -> Result<Staging, Error> {
        Staging::take(sibling(folder), folder)
    }

    /// One inside a folder, on the same disk whatever is mounted where.
    pub(super) fn inside(folder: &Path) -> Result<Staging, Error> {
        if sibling(folder).exists() {
            // A build that was killed before this folder had anything in it.
            drop(Staging::beside(folder)?);
        }
        Staging::take(folder.join(INSIDE), folder)
    }

    /// Takes the folder, made empty; `Busy` names what is being written where another okrbook holds it.
    fn take(folder: PathBuf, written: &Path) -> Result<Staging, Error> {
        let hold = Hold::begin()?;
        fs::create_dir_all(&folder).map_err(Error::io("cannot make the folder", &folder))?;
        let lock_path = folder.join(LOCK);
        let lock = File::create(&lock_path).map_err(Error::io("cannot write", &lock_path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::Busy(written.to_owned())),
            // Some file systems know no locks; there, two builds at once are the user's affair.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(Error::io("cannot lock", &lock_path)(error)),
        }
        let staging = Staging { folder, lock: Some(lock), hold };
        staging.clear()?;
        Ok(staging)
    }

    fn clear(&self) -> Result<(), Error> {
        let failed = |error| Error::io("cannot clear", &self.folder)(error);
        for entry in fs::read_dir(&self.folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            if entry.file_name() == LOCK {
                continue;
            }
            let is_folder = entry.file_type().map_err(failed)?.is_dir();
            if is_folder { fs::remove_dir_all(entry.path()) } else { fs::remove_file(entry.path()) }
                .map_err(failed)?;
        }
        Ok(())
    }

    /// The place of a file in it, by its path separated by `/`.
    pub(super) fn place(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Lets the whole folder take the place of an absent or empty one.
    pub(super) fn become_folder(mut self, target: &Path) -> Result<(), Error> {
        drop(self.lock.take());
        let lock = self.folder.join(LOCK);
        fs::remove_file(&lock).map_err(Error::io("cannot remove", &lock))?;
        if target.exists() {
            // Renaming over an empty folder works on some systems only.
            fs::remove_dir(target).map_err(Error::io("cannot replace", target))?;
        }
        fs::rename(&self.folder, target).map_err(Error::io("cannot write", target))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Best effort: the next build clears what stays.
        if self.lock.is_some() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

fn sibling(folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}.okrbook-tmp"))
}

/// Whether a folder beside this one could take its place: not where it is a mounted disk, or the top of one.
pub(super) fn can_stand_beside(folder: &Path) -> bool {
    folder.parent().is_some_and(|above| !folder.exists() || is_on_one_disk(folder, above))
}

#[cfg(unix)]
fn is_on_one_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| path.metadata().map(|is| is.dev()).ok();
    disk(one) == disk(other)
}

#[cfg(not(unix))]
fn is_on_one_disk(_one: &Path, _other: &Path) -> bool {
    true
}
