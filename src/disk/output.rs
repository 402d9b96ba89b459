//! Writes a site: only what changed, and so that a reader never meets half of it.
//!
//! Files are put together in a staging folder while they are rendered, by any number of threads. Into an empty
//! place that folder is swapped in whole. In an existing site each changed file takes its place by a rename, and
//! stale files go last. Until [`Output::finish`] nothing has changed, and a signal leaves nothing behind; from then on
//! a signal waits until all is done. Killed at any moment, each file is old or new, and whole.

use super::Error;
use super::clearing::{Clearing, replace};
use super::manifest::{self, Files};
use super::staging::{self, Staging};
use crate::model::SitePath;
use rayon::prelude::*;
use std::fs::{self, File};
use std::hash::Hasher;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use twox_hash::XxHash3_64;

/// A site that is being written.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    /// The manifest of the existing site; none where the place is empty.
    old: Option<Files>,
    staging: Staging,
    new: Mutex<Vec<New>>,
}

/// A file of the new site.
#[derive(Debug)]
struct New {
    path: String,
    length: u64,
    hash: u64,
    is_changed: bool,
}

/// What writing a site came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Files of the site.
    pub files: usize,
    /// Files that were new or different.
    pub changed: usize,
    /// Files of an earlier build that are gone.
    pub removed: usize,
}

impl Output {
    /// Begins to write into a folder. `root` is the handbook's; `force` allows a folder with foreign files in it,
    /// which then stay.
    pub fn begin(folder: &Path, root: &Path, force: bool) -> Result<Output, Error> {
        let folder = super::folder::absolute(folder)?;
        if root.starts_with(&folder) || super::INPUTS.iter().any(|input| folder.starts_with(root.join(input)))
        {
            return Err(Error::OverSources(folder));
        }
        let is_empty = match fs::read_dir(&folder) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => true,
            Err(error) => return Err(Error::io("cannot write into", &folder)(error)),
        };
        let old = if is_empty { None } else { Some(manifest::read(&folder)) };
        let old = match old {
            Some(None) if !force && !is_unfinished(&folder) => return Err(Error::Foreign(folder)),
            Some(files) => Some(files.unwrap_or_default()),
            None => None,
        };
        let is_fresh = old.is_none() && staging::can_stand_beside(&folder);
        let staging = if is_fresh { Staging::beside(&folder)? } else { Staging::inside(&folder)? };
        let old = if is_fresh { None } else { Some(old.unwrap_or_default()) };
        Ok(Output { folder, old, staging, new: Mutex::default() })
    }

    /// The folder that is written.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Adds a file. May be called from any thread.
    pub fn put(&self, path: &SitePath, bytes: &[u8]) -> Result<(), Error> {
        self.staging.hold.ask()?;
        let path = path.as_str();
        let is_changed = !self.stands(path, bytes);
        if is_changed {
            let place = self.staging.place(path);
            let written = create(&place).and_then(|mut file| file.write_all(bytes));
            written.map_err(Error::io("cannot write", &place))?;
        }
        self.note(path, bytes.len() as u64, XxHash3_64::oneshot(bytes), is_changed);
        Ok(())
    }

    /// Adds a file that is too large to be held at once, from whoever writes it.
    pub fn stream(
        &self,
        path: &SitePath,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Error> {
        let path = path.as_str();
        let place = self.staging.place(path);
        let hashed = (|| {
            let mut out = BufWriter::new(Hashing::over(self.staging.hold.watch(create(&place)?)));
            fill(&mut out)?;
            let out = out.into_inner()?;
            Ok((out.length, out.hasher.finish()))
        })();
        self.staging.hold.ask()?;
        let (length, hash) = hashed.map_err(Error::io("cannot write", &place))?;
        let is_changed = self.old.is_none() || !has_content(&self.folder.join(path), length, hash);
        if !is_changed {
            fs::remove_file(&place).map_err(Error::io("cannot remove", &place))?;
        }
        self.note(path, length, hash, is_changed);
        Ok(())
    }

    /// Adds a copy of a file.
    pub fn copy(&self, path: &SitePath, from: &Path) -> Result<(), Error> {
        let mut file = File::open(from).map_err(Error::io("cannot read", from))?;
        self.stream(path, |out| io::copy(&mut file, out).map(drop))
    }

    fn note(&self, path: &str, length: u64, hash: u64, is_changed: bool) {
        let file = New { path: path.to_owned(), length, hash, is_changed };
        self.new.lock().unwrap_or_else(PoisonError::into_inner).push(file);
    }

    /// Whether a file of the existing site holds these bytes already.
    fn stands(&self, path: &str, bytes: &[u8]) -> bool {
        if self.old.is_none() {
            return false;
        }
        let place = self.folder.join(path);
        let same_length =
            place.symlink_metadata().is_ok_and(|is| is.is_file() && is.len() == bytes.len() as u64);
        same_length && fs::read(&place).is_ok_and(|old| old == bytes)
    }

    /// Shows readers the new site.
    pub fn finish(self) -> Result<Written, Error> {
        self.staging.hold.ask()?;
        let mut new = self.new.into_inner().unwrap_or_else(PoisonError::into_inner);
        new.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        if let Some(twice) = new.windows(2).find(|pair| pair[0].path == pair[1].path) {
            return Err(Error::Taken(twice[0].path.clone()));
        }
        let changed: Vec<&str> = new.iter().filter(|file| file.is_changed).map(|file| &*file.path).collect();
        let listed = |file: &New| (file.path.clone(), (file.length, manifest::written(file.hash)));
        let files: Files = new.iter().map(listed).collect();
        let list = self.staging.place(manifest::NAME);
        let Some(old) = self.old else {
            manifest::write(&list, &files).map_err(Error::io("cannot write", &list))?;
            let written = Written { files: files.len(), changed: changed.len(), removed: 0 };
            return self.staging.become_folder(&self.folder).map(|()| written);
        };
        let stale: Vec<&String> = old.keys().filter(|path| !files.contains_key(*path)).collect();
        let place_list = |files: &Files| {
            manifest::write(&list, files).map_err(Error::io("cannot write", &list))?;
            replace(&list, &self.folder.join(manifest::NAME))
        };
        // First a list of all that may stand here from now on, so that nothing is orphaned by a kill.
        if !changed.is_empty() || !stale.is_empty() {
            let mut both = old.clone();
            both.extend(files.clone());
            place_list(&both)?;
        }
        let clearing = Clearing { folder: &self.folder, ours: &old };
        // What pages refer to stands before the pages do.
        let (pages, others): (Vec<_>, Vec<_>) = changed.iter().copied().partition(|path| is_page(path));
        for paths in [others, pages] {
            paths.par_iter().try_for_each(|path| {
                let target = self.folder.join(path);
                clearing.make_way(path)?;
                replace(&self.staging.place(path), &target)
            })?;
        }
        for path in &stale {
            clearing.remove(path)?;
        }
        if files != old {
            place_list(&files)?;
        }
        Ok(Written { files: files.len(), changed: changed.len(), removed: stale.len() })
    }
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "html")
}

/// Whether nothing but our own staging folder stands in a folder: an earlier build was killed before its first file.
fn is_unfinished(folder: &Path) -> bool {
    fs::read_dir(folder)
        .is_ok_and(|entries| entries.flatten().all(|entry| entry.file_name() == staging::INSIDE))
}

/// Creates a file, and the folders above it where they are missing. A page has a folder of its own, so that the folder
/// comes first: looking in vain for the way to a file takes as long as making it. Other files stand in crowds.
fn create(place: &Path) -> io::Result<File> {
    if !place.as_os_str().as_encoded_bytes().ends_with(b"index.html") {
        match File::create(place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            done => return done,
        }
    }
    if let Some(folder) = place.parent() {
        match fs::create_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(folder)?,
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    File::create(place)
}

fn has_content(place: &Path, length: u64, hash: u64) -> bool {
    let same_length = place.symlink_metadata().is_ok_and(|is| is.is_file() && is.len() == length);
    let hashed = || -> io::Result<u64> {
        let mut hashing = Hashing::over(io::sink());
        io::copy(&mut File::open(place)?, &mut hashing)?;
        Ok(hashing.hasher.finish())
    };
    same_length && hashed().is_ok_and(|old| old == hash)
}

/// Counts and hashes what is written.
struct Hashing<W> {
    out: W,
    length: u64,
    hasher: XxHash3_64,
}

impl<W> Hashing<W> {
    fn over(out: W) -> Hashing<W> {
        Hashing { out, length: 0, hasher: XxHash3_64::new() }
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.length += written as u64;
        self.hasher.write(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::interrupt::Interrupt;

    fn path(path: &str) -> SitePath {
        SitePath::new(path.split('/')).expect("a path of a test")
    }

    fn build(folder: &Path, files: &[(&str, &str)]) -> Result<Written, Error> {
        let output = Output::begin(folder, Path::new("/nowhere/handbook"), false)?;
        files.par_iter().try_for_each(|(name, text)| output.put(&path(name), text.as_bytes()))?;
        output.finish()
    }

    fn listing(folder: &Path) -> Vec<String> {
        let mut paths: Vec<String> = walkdir::WalkDir::new(folder)
            .into_iter()
            .map(|entry| entry.expect("an entry"))
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(folder).expect("below").to_string_lossy().into_owned())
            .collect();
        paths.sort();
        paths
    }

    #[test]
    fn a_site_is_written_once_then_only_where_it_changed() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let site = home.path().join("deep/public");
        let one = [("index.html", "one"), ("a/index.html", "a"), ("app.css", "css")];
        assert_eq!(build(&site, &one).expect("written"), Written { files: 3, changed: 3, removed: 0 });
        assert_eq!(listing(&site), [".okrbook-manifest.json", "a/index.html", "app.css", "index.html"]);
        assert_eq!(build(&site, &one).expect("written"), Written { files: 3, changed: 0, removed: 0 });

        let two = [("index.html", "two"), ("b", "b"), ("app.css", "css")];
        assert_eq!(build(&site, &two).expect("written"), Written { files: 3, changed: 2, removed: 1 });
        assert_eq!(listing(&site), [".okrbook-manifest.json", "app.css", "b", "index.html"]);
        assert!(!site.join("a").exists(), "a folder without files goes with its last one");
        assert_eq!(listing(home.path()).len(), 4, "nothing is left beside the site");
    }

    #[test]
    fn a_file_that_somebody_touched_heals() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let site = home.path().join("public");
        build(&site, &[("index.html", "one"), ("b.html", "b")]).expect("written");
        fs::write(site.join("index.html"), "eno").expect("touched");
        fs::remove_file(site.join("b.html")).expect("touched");
        let written = build(&site, &[("index.html", "one"), ("b.html", "b")]).expect("written");
        assert_eq!(written, Written { files: 2, changed: 2, removed: 0 });
        assert_eq!(fs::read_to_string(site.join("index.html")).expect("there"), "one");
    }

    #[test]
    fn a_file_becomes_a_folder_and_back() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let site = home.path().join("public");
        build(&site, &[("a", "file")]).expect("written");
        build(&site, &[("a/b/c", "file")]).expect("written");
        build(&site, &[("a", "file")]).expect("written");
        assert_eq!(listing(&site), [".okrbook-manifest.json", "a"]);
    }

    #[test]
    fn a_folder_of_others_is_refused_and_when_forced_kept() {
        let home = tempfile::tempdir().expect("a temporary folder");
        fs::write(home.path().join("thesis.txt"), "years of work").expect("written");
        fs::create_dir(home.path().join("index.html")).expect("a folder where a file is due");
        assert!(matches!(build(home.path(), &[("a.html", "")]), Err(Error::Foreign(_))));
        assert_eq!(listing(home.path()), ["thesis.txt"]);
        let root = Path::new("/nowhere/handbook");
        let output = Output::begin(home.path(), root, true).expect("forced");
        output.put(&path("a.html"), b"").expect("put");
        output.finish().expect("written");
        assert_eq!(listing(home.path()), [".okrbook-manifest.json", "a.html", "thesis.txt"]);
    }

    #[test]
    fn until_it_is_finished_nothing_has_changed() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let site = home.path().join("public");
        let root = Path::new("/nowhere/handbook");
        let output = Output::begin(&site, root, false).expect("begun");
        output.put(&path("index.html"), b"one").expect("put");
        assert!(matches!(Output::begin(&site, root, false), Err(Error::Busy(_))), "one okrbook at a time");
        assert!(!site.exists());
        drop(output);
        assert!(listing(home.path()).is_empty(), "what was given up leaves nothing");
    }

    #[test]
    fn a_signal_before_it_is_finished_leaves_everything_as_it_was() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let (fresh, site) = (home.path().join("fresh"), home.path().join("public"));
        build(&site, &[("index.html", "one")]).expect("written");
        for folder in [&fresh, &site] {
            let interrupt = std::sync::Arc::new(Interrupt::default());
            let mut output = Output::begin(folder, Path::new("/nowhere/handbook"), false).expect("begun");
            output.staging.hold = interrupt.hold().expect("nothing came");
            output.put(&path("index.html"), b"two").expect("put");
            interrupt.raise();
            assert!(matches!(output.put(&path("b.html"), b"b"), Err(Error::Interrupted(_))));
            let film = |out: &mut dyn Write| out.write_all(b"film");
            assert!(matches!(output.stream(&path("film.mp4"), film), Err(Error::Interrupted(_))));
            assert!(matches!(output.finish(), Err(Error::Interrupted(_))));
        }
        assert_eq!(listing(home.path()), ["public/.okrbook-manifest.json", "public/index.html"]);
        assert_eq!(fs::read_to_string(site.join("index.html")).expect("there"), "one");
        assert!(!site.join(staging::INSIDE).exists() && !fresh.exists());
    }

    #[test]
    fn what_a_killed_build_left_is_cleared() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let site = home.path().join("public");
        build(&site, &[("index.html", "one")]).expect("written");
        for left in [home.path().join(".public.okrbook-tmp/objectives"), site.join(".okrbook-tmp/objectives")]
        {
            fs::create_dir_all(&left).expect("a folder");
            fs::write(left.join("half.html"), "ha").expect("a file");
        }
        build(&site, &[("index.html", "two")]).expect("written");
        assert_eq!(listing(home.path()), ["public/.okrbook-manifest.json", "public/index.html"]);
    }

    #[test]
    fn the_sources_are_never_written_over() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let root = home.path().canonicalize().expect("a root");
        fs::create_dir(root.join("content")).expect("a folder");
        for folder in [root.clone(), root.join("content"), root.join("content/../content/x"), root.join("..")]
        {
            let refused = Output::begin(&folder, &root, true);
            assert!(matches!(refused, Err(Error::OverSources(_))), "{} is taken", folder.display());
        }
        assert!(Output::begin(&root.join("public"), &root, false).is_ok());
    }

    #[test]
    fn two_files_cannot_have_one_address() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let taken = build(&home.path().join("public"), &[("a.html", "1"), ("a.html", "2")]);
        assert!(matches!(taken, Err(Error::Taken(path)) if path == "a.html"));
    }

    #[test]
    fn a_copied_file_is_compared_too() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let (site, from) = (home.path().join("public"), home.path().join("film.mp4"));
        fs::write(&from, vec![7; 300_000]).expect("a file");
        let build = || {
            let output = Output::begin(&site, Path::new("/nowhere/handbook"), false)?;
            output.copy(&path("film.mp4"), &from)?;
            output.finish()
        };
        assert_eq!(build().expect("written").changed, 1);
        assert_eq!(build().expect("written").changed, 0);
    }
}
