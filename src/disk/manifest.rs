//! The list of the files that okrbook wrote into an output folder, kept in the folder itself. It marks the folder
//! as ours, tells which files are stale after the next build, and lets whoever publishes the folder see by length
//! and hash what has to be sent. The hash is XXH3, which tells two versions of a file apart and proves nothing.
//!
//! Whether a file changed is not asked here but of the file itself, so that a file which somebody touched heals.

use crate::model::SitePath;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// Its name in the output folder.
pub(super) const NAME: &str = ".okrbook-manifest.json";

/// Length and hash of each file by its path, separated by `/`.
pub(super) type Files = BTreeMap<String, (u64, String)>;

/// How a hash is written.
pub(super) fn written(hash: u64) -> String {
    format!("{hash:016x}")
}

/// The manifest of a folder, if it has one. A manifest that cannot be understood still marks the folder as ours;
/// it lists nothing, so that nothing is removed. Paths that could lead out of the folder are not believed.
pub(super) fn read(folder: &Path) -> Option<Files> {
    let bytes = fs::read(folder.join(NAME)).ok()?;
    let mut files: Files = serde_json::from_slice(&bytes).unwrap_or_default();
    files.retain(|path, _| is_below(path));
    Some(files)
}

/// Whether a path is one that a site can hold: then it names a file below the folder that it is joined to.
fn is_below(path: &str) -> bool {
    let names_a_drive = cfg!(windows) && path.contains(':');
    !names_a_drive && SitePath::new(path.split('/')).is_some()
}

/// Writes a manifest to a file, with a line for each entry: that keeps its history readable where the site is kept
/// in Git.
pub(super) fn write(place: &Path, files: &Files) -> io::Result<()> {
    let mut bytes = b"{".to_vec();
    for (index, (path, entry)) in files.iter().enumerate() {
        bytes.extend_from_slice(if index == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut bytes, path)?;
        bytes.push(b':');
        serde_json::to_writer(&mut bytes, entry)?;
    }
    bytes.extend_from_slice(b"\n}\n");
    fs::write(place, bytes)
}
