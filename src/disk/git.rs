//! Reads a revision of the repository in which a handbook lies, through the `git` program.
//!
//! The work tree, the index and the repository stay as they are: what the revision holds below the handbook's folder
//! is written to a folder of our own among the temporary files, which goes when it is no longer needed. No shell is
//! involved, and what people call a revision is never taken for an option.

use super::Error;
use super::interrupt::Hold;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The files of a handbook as a revision holds them; they go when this goes.
#[derive(Debug)]
pub struct Revision {
    folder: PathBuf,
    /// What keeps a signal waiting until the folder is gone.
    hold: Hold,
}

impl Revision {
    /// The folder in which they lie.
    pub fn root(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Revision {
    fn drop(&mut self) {
        // What cannot be removed from the temporary files is removed by the system some day.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Takes the handbook of a folder out of a revision of the repository in which it lies.
pub fn revision(root: &Path, name: &str) -> Result<Revision, Error> {
    let commit = commit(root, name)?;
    let listing = ask(root, &["ls-tree", "-r", "-z", &commit])?;
    let entries: Vec<Entry> = listing.split(|&byte| byte == 0).filter_map(entry).collect();
    if !entries.iter().any(|entry| entry.path == super::read::MARK) {
        return Err(Error::NotInRevision { revision: name.to_owned(), root: root.to_owned() });
    }
    let hold = Hold::begin()?;
    let revision = Revision { folder: scratch()?, hold };
    let mut objects = Objects::open(root)?;
    let (links, files): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| entry.is_link);
    // Links come last, so that no file is written through one.
    for entry in files.into_iter().chain(links) {
        revision.hold.ask()?;
        put(&revision.folder, entry, &objects.get(&entry.object)?)?;
    }
    Ok(revision)
}

/// A range of revisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// Where it begins, as git knows it.
    pub from: String,
    /// What people call that.
    pub from_name: String,
    /// Where it ends; nowhere but in the files as they are where none is named.
    pub to: Option<String>,
}

/// What people mean by `A..B`, by `A...B`, which begins where both went apart, or by `A` alone. A name that is left
/// out is HEAD.
pub fn range(root: &Path, text: &str) -> Result<Range, Error> {
    let named = |name: &str| if name.is_empty() { "HEAD".to_owned() } else { name.to_owned() };
    if let Some((from, to)) = text.split_once("...") {
        let (from_name, to) = (named(from), named(to));
        let base = ask(root, &["merge-base", &commit(root, &from_name)?, &commit(root, &to)?])?;
        let from = String::from_utf8_lossy(&base).trim().to_owned();
        return Ok(Range { from, from_name, to: Some(to) });
    }
    let (from, to) = text.split_once("..").map_or((text, None), |(from, to)| (from, Some(named(to))));
    Ok(Range { from: named(from), from_name: named(from), to })
}

/// The commit of a name.
fn commit(root: &Path, name: &str) -> Result<String, Error> {
    ask(root, &["rev-parse", "--git-dir"])?;
    let wanted = format!("{name}^{{commit}}");
    let found = ask(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted]);
    match found {
        Ok(commit) => Ok(String::from_utf8_lossy(&commit).trim().to_owned()),
        Err(Error::Git { .. }) => Err(Error::NoRevision(name.to_owned())),
        Err(error) => Err(error),
    }
}

/// A call of git in the handbook's folder, which asks nobody and fetches nothing. It is about the repository in which
/// that folder stands, whatever called us: a hook of Git says which repository it is called for, and not always in words
/// that hold in another folder.
pub(super) fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).stdin(Stdio::null());
    command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0");
    command.env("GIT_NO_LAZY_FETCH", "1");
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    command
}

/// What git says.
fn ask(root: &Path, arguments: &[&str]) -> Result<Vec<u8>, Error> {
    let output = git(root).args(arguments).output().map_err(|error| no_git(&error))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    if said.contains("not a git repository") {
        return Err(Error::NoRepository(root.to_owned()));
    }
    Err(Error::Git { said })
}

fn no_git(error: &io::Error) -> Error {
    if error.kind() == io::ErrorKind::NotFound {
        Error::NoGit
    } else {
        Error::Git { said: error.to_string() }
    }
}

/// A file or a link of a revision.
struct Entry {
    is_link: bool,
    object: String,
    path: String,
}

/// Reads `MODE TYPE OBJECT<tab>PATH`. Nothing of the output, of other repositories, or of a path that could leave
/// the folder.
fn entry(line: &[u8]) -> Option<Entry> {
    let line = std::str::from_utf8(line).ok()?;
    let (about, path) = line.split_once('\t')?;
    let [mode, "blob", object] = about.split(' ').collect::<Vec<_>>()[..] else { return None };
    let is_plain = path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && !path.contains(['\\', ':']);
    (is_plain && !path.starts_with("public/")).then(|| Entry {
        is_link: mode == "120000",
        object: object.to_owned(),
        path: path.to_owned(),
    })
}

/// A folder of our own that nobody else reads.
fn scratch() -> Result<PathBuf, Error> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("okrbook-{}-{number}", std::process::id()));
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        match builder.create(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Error::io("cannot create", &folder)(error)),
            Ok(()) => return folder.canonicalize().map_err(Error::io("cannot open", &folder)),
        }
    }
}

/// Writes a file or a link of a revision.
fn put(folder: &Path, entry: &Entry, bytes: &[u8]) -> Result<(), Error> {
    let place = folder.join(&entry.path);
    if let Some(parent) = place.parent() {
        fs::create_dir_all(parent).map_err(Error::io("cannot create", parent))?;
    }
    #[cfg(unix)]
    if entry.is_link {
        let target = PathBuf::from(String::from_utf8_lossy(bytes).into_owned());
        return std::os::unix::fs::symlink(target, &place).map_err(Error::io("cannot write", &place));
    }
    let file = OpenOptions::new().write(true).create_new(true).open(&place);
    file.and_then(|mut file| file.write_all(bytes)).map_err(Error::io("cannot write", &place))
}

/// A git that hands out objects one after another.
struct Objects {
    child: Child,
    asked: ChildStdin,
    told: BufReader<ChildStdout>,
}

impl Objects {
    fn open(root: &Path) -> Result<Objects, Error> {
        let mut command = git(root);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::null()).spawn().map_err(|error| no_git(&error))?;
        let asked = child.stdin.take().expect("its stdin is a pipe");
        let told = BufReader::new(child.stdout.take().expect("its stdout is a pipe"));
        Ok(Objects { child, asked, told })
    }

    /// The bytes of an object.
    fn get(&mut self, object: &str) -> Result<Vec<u8>, Error> {
        let failed = |error: io::Error| Error::Git { said: error.to_string() };
        writeln!(self.asked, "{object}").and_then(|()| self.asked.flush()).map_err(failed)?;
        let mut head = String::new();
        self.told.read_line(&mut head).map_err(failed)?;
        let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok());
        let Some(size) = size else { return Err(Error::Git { said: head.trim().to_owned() }) };
        let mut bytes = Vec::new();
        // A line break follows each object.
        self.told.by_ref().take(size + 1).read_to_end(&mut bytes).map_err(failed)?;
        bytes.truncate(bytes.len().saturating_sub(1));
        Ok(bytes)
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // It waits for the next question; without an asker it has no reason to live.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
