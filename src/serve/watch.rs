//! Tells when something in the handbook's folder has changed.
//!
//! Folders are watched, never single files, so that editors which write through a temporary file are seen. What
//! happens in quick succession is told as one change. Not watched are hidden folders (such as .git), folders that
//! hold a site we wrote, and caches that say so.
#![expect(clippy::disallowed_methods, reason = "watching looks at the folders that it watches")]

use crate::disk;
use notify::event::{EventKind, ModifyKind, RenameMode};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;
use walkdir::WalkDir;

/// A change is over when nothing more has happened for so long.
const QUIET: Duration = Duration::from_millis(30);
/// How many times quiet is waited for: a disk that never rests is shown all the same.
const PATIENCE: usize = 4_000;
/// The file by which a folder says that it is a cache.
const CACHE: &str = "CACHEDIR.TAG";

/// What has changed.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Files and folders in which something happened.
    pub(super) paths: BTreeSet<PathBuf>,
    /// Whether more may have happened than the paths tell.
    pub(super) anything: bool,
}

/// What the system tells.
pub(super) type Told = notify::Result<Event>;

/// Watches the folder of a handbook.
#[derive(Debug)]
pub(super) struct Watch {
    root: PathBuf,
    watcher: RecommendedWatcher,
    told: Receiver<Told>,
}

impl Watch {
    /// Begins to watch. What happens from now on is told.
    pub(super) fn begin(root: &Path, tell: Sender<Told>, told: Receiver<Told>) -> notify::Result<Watch> {
        let watcher = notify::recommended_watcher(move |event| drop(tell.send(event)))?;
        let mut watch = Watch { root: root.to_owned(), watcher, told };
        if let Some(above) = root.parent() {
            // So that a root which is deleted and comes back is seen; where that is not allowed, it is not.
            let _ = watch.watcher.watch(above, RecursiveMode::NonRecursive);
        }
        watch.add(root)?;
        Ok(watch)
    }

    /// Watches a folder and all below it.
    fn add(&mut self, folder: &Path) -> notify::Result<()> {
        let walk = WalkDir::new(folder).into_iter();
        let is_watched =
            |entry: &walkdir::DirEntry| entry.file_type().is_dir() && is_ours(&self.root, entry.path());
        for entry in walk.filter_entry(is_watched).flatten() {
            match self.watcher.watch(entry.path(), RecursiveMode::NonRecursive) {
                // It was deleted meanwhile, which is told as well.
                Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => {}
                Err(error) if is_absent(&error) => {}
                done => done?,
            }
        }
        Ok(())
    }

    /// Waits until something has changed and it is quiet again; none where nobody tells any more.
    pub(super) fn next(&mut self) -> Option<notify::Result<Changes>> {
        loop {
            let mut changes = Changes::default();
            let mut added = self.note(self.told.recv().ok()?, &mut changes);
            for _ in 0..PATIENCE {
                if changes.is_empty() {
                    break;
                }
                match self.told.recv_timeout(QUIET) {
                    Ok(told) => added = added.and(self.note(told, &mut changes)),
                    Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
                }
            }
            match added {
                Err(error) => return Some(Err(error)),
                Ok(()) if !changes.is_empty() => return Some(Ok(changes)),
                Ok(()) => {}
            }
        }
    }

    fn note(&mut self, told: Told, changes: &mut Changes) -> notify::Result<()> {
        let Ok(event) = told else {
            // The system lost count; everything may have changed.
            changes.anything = true;
            return self.add(&self.root.clone());
        };
        changes.anything |= event.need_rescan();
        if matches!(event.kind, EventKind::Access(_)) {
            return Ok(());
        }
        let mut added = Ok(());
        for path in event.paths {
            if !path.starts_with(&self.root) || !is_ours(&self.root, &path) {
                continue;
            }
            let may_be_new = matches!(
                event.kind,
                EventKind::Create(_)
                    | EventKind::Modify(ModifyKind::Name(
                        RenameMode::To | RenameMode::Both | RenameMode::Any
                    ))
            );
            if may_be_new && path.is_dir() {
                // What was put into it before we watched it is told by nobody.
                added = added.and(self.add(&path));
                changes.anything |= path == self.root;
            }
            changes.anything |= path == self.root;
            changes.paths.insert(path);
        }
        added
    }
}

impl Changes {
    fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.anything
    }
}

fn is_absent(error: &notify::Error) -> bool {
    matches!(&error.kind, notify::ErrorKind::Io(error) if error.kind() == std::io::ErrorKind::NotFound)
}

/// Whether a path can belong to the handbook.
fn is_ours(root: &Path, path: &Path) -> bool {
    let Ok(below) = path.strip_prefix(root) else { return false };
    let mut folder = root.to_owned();
    below.components().all(|part| {
        folder.push(part);
        let is_hidden = part.as_os_str().as_encoded_bytes().starts_with(b".");
        let is_input = disk::INPUTS.iter().any(|input| below.starts_with(input));
        !is_hidden && (is_input || !(disk::is_site(&folder) || folder.join(CACHE).is_file()))
    })
}
