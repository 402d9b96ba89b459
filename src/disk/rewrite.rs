//! Gives a source a new text: whole or not at all, and only where nobody else has changed it.

use super::Error;
use super::interrupt::Hold;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// The byte order mark, which is no part of a text.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Replaces the text of a file of the handbook, which must still be the old one. A link stays a link, the file keeps
/// its permissions and its byte order mark, and what was cut short leaves it as it was.
pub fn rewrite(root: &Path, path: &str, old: &str, new: &str) -> Result<(), Error> {
    let named = root.join(path);
    let place = named.canonicalize().map_err(Error::io("cannot write", &named))?;
    if !place.starts_with(root) {
        return Err(Error::LeadsOutside(named));
    }
    let permissions = place.metadata().map_err(Error::io("cannot read", &place))?.permissions();
    if permissions.readonly() {
        return Err(Error::ReadOnly(place));
    }
    let before = unchanged(&place, old)?;
    let hold = Hold::begin()?;
    let temporary = place.with_file_name(format!(
        ".{}.{}.okrbook-tmp",
        place.file_name().unwrap_or_default().to_string_lossy(),
        std::process::id()
    ));
    let written = (|| -> io::Result<()> {
        let mut file = fs::File::create(&temporary)?;
        if before.starts_with(MARK) {
            file.write_all(MARK)?;
        }
        file.write_all(new.as_bytes())?;
        file.set_permissions(permissions)?;
        file.sync_all()
    })();
    let placed = written.map_err(Error::io("cannot write", &temporary)).and_then(|()| {
        hold.ask()?;
        unchanged(&place, old)?;
        fs::rename(&temporary, &place).map_err(Error::io("cannot write", &place))
    });
    if placed.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    placed
}

/// The bytes of a file that still holds a text.
fn unchanged(place: &Path, text: &str) -> Result<Vec<u8>, Error> {
    let bytes = fs::read(place).map_err(Error::io("cannot read", place))?;
    let is_same = bytes.strip_prefix(MARK).unwrap_or(&bytes) == text.as_bytes();
    if is_same { Ok(bytes) } else { Err(Error::Changed(place.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_keeps_its_byte_order_mark() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let root = home.path().canonicalize().expect("a root");
        fs::write(root.join("a.yaml"), "\u{feff}old").expect("a file");
        rewrite(&root, "a.yaml", "old", "new").expect("written");
        assert_eq!(fs::read(root.join("a.yaml")).expect("there"), "\u{feff}new".as_bytes());
        assert_eq!(fs::read_dir(&root).expect("a folder").count(), 1, "nothing is left beside it");
    }

    #[test]
    fn what_somebody_else_has_changed_is_left_alone() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let root = home.path().canonicalize().expect("a root");
        fs::write(root.join("a.yaml"), "theirs").expect("a file");
        assert!(matches!(rewrite(&root, "a.yaml", "old", "new"), Err(Error::Changed(_))));
        assert_eq!(fs::read_to_string(root.join("a.yaml")).expect("there"), "theirs");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_permissions_stay_as_they_are() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().expect("a temporary folder");
        let root = home.path().canonicalize().expect("a root");
        let file = root.join("real.yaml");
        fs::write(&file, "old").expect("a file");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("set");
        std::os::unix::fs::symlink(&file, root.join("a.yaml")).expect("a link");
        rewrite(&root, "a.yaml", "old", "new").expect("written");
        assert!(root.join("a.yaml").symlink_metadata().expect("there").file_type().is_symlink());
        assert_eq!(fs::read_to_string(&file).expect("there"), "new");
        assert_eq!(file.metadata().expect("there").permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).expect("set");
        assert!(matches!(rewrite(&root, "a.yaml", "new", "newer"), Err(Error::ReadOnly(_))));
    }
}
