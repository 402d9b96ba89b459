//! Reads and compiles the handbook as it stands now.
//!
//! The one place of the preview that knows how a compilation comes about.

use super::watch::Changes;
use crate::compile::{Compiled, Options, compile};
use crate::disk;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A handbook that is read again and again.
#[derive(Debug)]
pub(super) struct Loader {
    root: PathBuf,
    options: Options,
}

impl Loader {
    /// Of the handbook in a folder; `root` is canonical.
    pub(super) fn new(root: PathBuf, options: Options) -> Loader {
        Loader { root, options }
    }

    /// The handbook's folder.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The handbook after some changes.
    pub(super) fn load(&mut self, _changes: &Changes) -> Result<Arc<Compiled>, disk::Error> {
        // A preview may stand open over midnight.
        self.options.today = disk::today()?;
        Ok(Arc::new(compile(disk::read(&self.root, self.options.clone())?)))
    }
}
