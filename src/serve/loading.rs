//! Reads and compiles the handbook as it stands now.
//!
//! The one place of the preview that knows how a compilation comes about.

use super::watch::Changes;
use crate::compile::{self, Compiled, Options};
use crate::disk::{self, Changes as Known};
use crate::model::Date;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// A handbook that is read again and again.
#[derive(Debug)]
pub(super) struct Loader {
    root: PathBuf,
    options: Options,
    reading: disk::Session,
    compiling: compile::Session,
    /// When files were changed last, once Git has said so: a long history takes its time, and nobody waits for it.
    changed: Arc<OnceLock<BTreeMap<String, Date>>>,
}

impl Loader {
    /// Of the handbook in a folder; `root` is canonical.
    pub(super) fn new(root: PathBuf, options: Options) -> Loader {
        let reading = disk::Session::open(&root);
        let changed = Arc::new(OnceLock::new());
        let (told, place) = (Arc::clone(&changed), root.clone());
        std::thread::spawn(move || told.set(disk::last_changes(&place)));
        Loader { root, options, reading, compiling: compile::Session::default(), changed }
    }

    /// The handbook's folder.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The handbook after some changes.
    pub(super) fn load(&mut self, changes: &Changes) -> Result<Arc<Compiled>, disk::Error> {
        // A preview may stand open over midnight.
        self.options.today = disk::today()?;
        let paths: Vec<PathBuf> = changes.paths.iter().cloned().collect();
        let known = if changes.anything { Known::Unknown } else { Known::At(&paths) };
        let inputs = self.reading.read(known, self.options.clone())?;
        let mut compiled = self.compiling.compile(inputs);
        compiled.changed = self.changed.get().cloned().unwrap_or_default();
        Ok(Arc::new(compiled))
    }
}
