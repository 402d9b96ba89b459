//! Tells when something in the handbook's folder has changed.
//!
//! Folders are watched, never single files, so that editors which write through a temporary file are seen. What
//! happens in quick succession is told as one change. Not watched are hidden folders (such as .git; but those in static/
//! are copied), folders that hold a site we wrote, and caches that say so.
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
    /// The nearest folder above a root that is gone, watched until the root is back.
    above: Option<PathBuf>,
    /// Whether the root went away since we last looked: what stands there now is another folder.
    is_lost: bool,
}

impl Watch {
    /// Begins to watch. What happens from now on is told.
    pub(super) fn begin(root: &Path, tell: Sender<Told>, told: Receiver<Told>) -> notify::Result<Watch> {
        let watcher = notify::recommended_watcher(move |event| drop(tell.send(event)))?;
        let mut watch = Watch { root: root.to_owned(), watcher, told, above: None, is_lost: false };
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

    /// A root that is gone tells nothing any more when it comes back; the nearest folder above it that is there does.
    fn look_for_root(&mut self, changes: &mut Changes) -> notify::Result<()> {
        loop {
            if self.root.is_dir() {
                let above = self.above.take();
                if !std::mem::take(&mut self.is_lost) && above.is_none() {
                    return Ok(());
                }
                changes.anything = true;
                self.add(&self.root.clone())?;
                if let Some(above) = above {
                    // Where it is gone itself, nothing watches it any more.
                    drop(self.watcher.unwatch(&above));
                }
                continue;
            }
            let above = self.root.ancestors().skip(1).find(|folder| folder.is_dir()).map(Path::to_owned);
            if above == self.above {
                return Ok(());
            }
            if let Some(before) = self.above.take() {
                drop(self.watcher.unwatch(&before));
            }
            // What happened before it was watched shows when we look again.
            match above.as_ref().map(|above| self.watcher.watch(above, RecursiveMode::NonRecursive)) {
                Some(Err(error)) if is_absent(&error) => {}
                Some(done) => {
                    done?;
                    self.above = above;
                }
                None => return Ok(()),
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
            let is_away = matches!(
                event.kind,
                EventKind::Remove(_)
                    | EventKind::Modify(ModifyKind::Name(RenameMode::From | RenameMode::Any))
            );
            if is_away && self.above.as_ref() == Some(&path) {
                self.above = None;
            }
            // On the way to a root that is gone, a folder came or went.
            if path != self.root && self.root.starts_with(&path) {
                changes.anything = true;
                continue;
            }
            self.is_lost |= is_away && path == self.root;
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
    let input = disk::INPUTS.iter().find(|input| below.starts_with(input));
    let mut folder = root.to_owned();
    below.components().all(|part| {
        folder.push(part);
        let name = part.as_os_str().as_encoded_bytes();
        let is_other = || !(disk::is_site(&folder) || folder.join(CACHE).is_file());
        disk::counts(input.unwrap_or(&""), name) && (input.is_some() || is_other())
    })
}
