//! Reads and compiles the handbook as it stands now.
//!
//! The one place of the preview that knows how a compilation comes about.

use super::watch::Changes;
use crate::compile::{self, Compiled, Options};
use crate::disk::{self, Changes as Known};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A handbook that is read again and again.
#[derive(Debug)]
pub(super) struct Loader {
    root: PathBuf,
    options: Options,
    reading: disk::Session,
    compiling: compile::Session,
}

impl Loader {
    /// Of the handbook in a folder; `root` is canonical.
    pub(super) fn new(root: PathBuf, options: Options) -> Loader {
        let reading = disk::Session::open(&root);
        Loader { root, options, reading, compiling: compile::Session::default() }
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
        Ok(Arc::new(self.compiling.compile(inputs)))
    }
}
