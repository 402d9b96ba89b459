//! Tells when something in the handbook's folder has changed.
//!
//! Folders are watched, never single files, so that editors which write through a temporary file are seen. What
//! happens in quick succession is told as one change. Not watched are hidden folders (such as .git), folders that
//! hold a site we wrote, and caches that say so.
#![expect(clippy::disallowed_methods, reason = "watching looks at folders, and waits until they rest")]

use crate::disk;
use notify::event::{EventKind, ModifyKind, RenameMode};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};
use walkdir::WalkDir;

/// A change is over when nothing more has happened for so long.
const QUIET: Duration = Duration::from_millis(30);
/// A folder that never rests is shown all the same.
const LONGEST: Duration = Duration::from_secs(3);
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
    /// The folder above a root that is gone, watched until it is back.
    above: Option<PathBuf>,
}

impl Watch {
    /// Begins to watch. What happens from now on is told.
    pub(super) fn begin(root: &Path, tell: Sender<Told>, told: Receiver<Told>) -> notify::Result<Watch> {
        let watcher = notify::recommended_watcher(move |event| drop(tell.send(event)))?;
        let mut watch = Watch { root: root.to_owned(), watcher, told, above: None };
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
                Err(error) if is_absent(&error) => {}
                done => done?,
            }
        }
        Ok(())
    }

    /// Waits until something has changed and it is quiet again; none where nobody tells any more.
    pub(super) fn next(&mut self) -> Option<notify::Result<Changes>> {
        let mut changes = Changes::default();
        let mut added = Ok(());
        while changes.is_empty() && added.is_ok() {
            let told = self.told.recv().ok()?;
            added = self.note(told, &mut changes);
        }
        let begun = Instant::now();
        let mut last = begun;
        // Only what is ours makes us wait longer.
        while let Some(left) = QUIET.checked_sub(last.elapsed())
            && begun.elapsed() < LONGEST
        {
            let Ok(told) = self.told.recv_timeout(left) else { break };
            let mut more = Changes::default();
            added = added.and(self.note(told, &mut more));
            if !more.is_empty() {
                last = Instant::now();
            }
            changes.anything |= more.anything;
            changes.paths.append(&mut more.paths);
        }
        added = added.and(self.look_for_root(&mut changes));
        Some(added.map(|()| changes))
    }

    /// A root that is gone tells nothing any more when it comes back; the folder above it does.
    fn look_for_root(&mut self, changes: &mut Changes) -> notify::Result<()> {
        if !self.root.is_dir()
            && self.above.is_none()
            && let Some(above) = self.root.parent().map(Path::to_owned)
        {
            self.watcher.watch(&above, RecursiveMode::NonRecursive)?;
            self.above = Some(above);
        }
        if self.root.is_dir()
            && let Some(above) = self.above.take()
        {
            changes.anything = true;
            self.add(&self.root.clone())?;
            self.watcher.unwatch(&above)?;
        }
        Ok(())
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
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
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
