//! Opens single files of a handbook for whoever shows them as they are.

use super::Error;
use super::manifest;
use super::walk;
use crate::snapshot;
use std::fs::File;
use std::path::Path;

/// Folders whose files belong to a handbook; anything else only where a text names it.
pub const INPUTS: &[&str] = &["content", "data", "static", "themes", snapshot::FOLDER];

/// Opens a file of a handbook by its path from the root, and tells its length; none where it is gone, is no file, or
/// has become a link that leads out of the handbook. `root` is canonical.
pub fn open(root: &Path, path: &str) -> Result<Option<(File, u64)>, Error> {
    let Some(found) = walk::file(root, path) else { return Ok(None) };
    let failed = |error| Error::io("cannot read", &found.place)(error);
    // The place without links, so that what was looked at is what is opened.
    let file = File::open(found.place.canonicalize().map_err(failed)?).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    Ok(Some((file, length)))
}

/// Whether okrbook has written a site into a folder.
pub fn is_site(folder: &Path) -> bool {
    folder.join(manifest::NAME).is_file()
}
