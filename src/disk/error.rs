//! What the disk refuses.

use super::interrupt::Hold;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The outside said no: always with the path, and with what the system said where it said something.
#[derive(Debug)]
pub enum Error {
    /// No okrbook.yaml in this folder, nor in any above it.
    NoHandbook(PathBuf),
    /// The folder of a handbook is no longer there.
    FolderGone(PathBuf),
    /// The okrbook.yaml of a handbook is no longer there.
    MarkGone(PathBuf),
    /// Something could not be done with a path.
    Io {
        /// What was tried, as in `cannot read`.
        what: &'static str,
        /// With which path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A symbolic link that leads out of the handbook.
    LeadsOutside(PathBuf),
    /// A symbolic link to something that is not there.
    LeadsNowhere(PathBuf),
    /// Something that is neither a file nor a folder, such as a pipe.
    NotAFile(PathBuf),
    /// A file too large to be anybody's text.
    TooLarge(PathBuf),
    /// A name that is not UTF-8, or holds what stands between folders elsewhere, and so cannot be an address.
    BadName(PathBuf),
    /// A folder that has things in it which okrbook did not make.
    Foreign(PathBuf),
    /// An output folder that holds the sources, or is one of them.
    OverSources(PathBuf),
    /// Two things that want the same place in the site.
    Taken(String),
    /// Another okrbook is writing to this folder.
    Busy(PathBuf),
    /// A folder for a new handbook that is not empty.
    NotEmpty(PathBuf),
    /// There is no program `git`.
    NoGit,
    /// The handbook lies in no repository.
    NoRepository(PathBuf),
    /// A name that git knows no commit by.
    NoRevision(String),
    /// A revision that does not hold the handbook.
    NotInRevision {
        /// The revision, as it was named.
        revision: String,
        /// The handbook's folder.
        root: PathBuf,
    },
    /// git said no.
    Git {
        /// What it said.
        said: String,
    },
    /// A file that somebody else changed since it was read.
    Changed(PathBuf),
    /// A file that must not be written.
    ReadOnly(PathBuf),
    /// A signal asked the program to end while something was written. Further ones wait until this was told.
    Interrupted(Hold),
    /// SOURCE_DATE_EPOCH is no number of seconds, or the clock stands before 1970.
    Clock,
}

impl Error {
    /// Says what was tried with which path.
    pub(super) fn io(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Error {
        move |source| Error::Io { what, path: path.to_owned(), source }
    }

    /// What helps, where something does.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Error::NoHandbook(_) => Some("`okrbook new DIR` writes a handbook to start from"),
            Error::FolderGone(_) => Some("put the folder back where it was, or start again where it is now"),
            Error::MarkGone(_) => {
                Some("put it back, for it marks the root of the handbook: `git checkout -- okrbook.yaml`")
            }
            Error::LeadsOutside(_) => Some("put a copy into the handbook instead of the link"),
            Error::LeadsNowhere(_) => Some("put back what it leads to, or remove the link"),
            Error::BadName(_) => Some("rename it: its name becomes part of an address"),
            Error::Foreign(_) => {
                Some("choose an empty folder with `--output`, or write into this one with `--force`")
            }
            Error::OverSources(_) => Some("choose another folder with `--output`"),
            Error::Taken(_) => Some("rename the file below static/"),
            Error::NotEmpty(_) => Some("choose a folder that does not exist yet"),
            Error::Io { what: "cannot open", source, .. } if source.kind() == io::ErrorKind::NotFound => {
                Some("give the handbook's folder, or any folder below it")
            }
            Error::NoGit => Some("install git, or compare snapshots instead"),
            Error::NoRepository(_) => Some("compare snapshots instead, or begin with `git init`"),
            Error::NoRevision(_) => Some(
                "`git log --oneline` shows what there is; a shallow clone may lack it: `git fetch --unshallow`",
            ),
            Error::NotInRevision { .. } => {
                Some("choose a revision in which okrbook.yaml stood in this folder")
            }
            Error::Changed(_) => Some("nothing was written; look at the change, and say it again"),
            Error::ReadOnly(_) => Some("nothing was written; make the file writable first"),
            Error::Clock => Some("set SOURCE_DATE_EPOCH to seconds since 1970, or unset it"),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = |path: &Path| path.display().to_string();
        match self {
            Error::NoHandbook(at) => {
                write!(out, "no okrbook.yaml in `{}` or in any folder above it", path(at))
            }
            Error::FolderGone(at) => write!(out, "the handbook's folder `{}` is gone", path(at)),
            Error::MarkGone(at) => write!(out, "`{}` is gone", path(at)),
            Error::Io { what, path: at, source } => write!(out, "{what} `{}`: {source}", path(at)),
            Error::LeadsOutside(at) => write!(out, "`{}` is a link that leads out of the handbook", path(at)),
            Error::LeadsNowhere(at) => write!(out, "`{}` is a link that leads nowhere", path(at)),
            Error::NotAFile(at) => write!(out, "`{}` is neither a file nor a folder", path(at)),
            Error::TooLarge(at) => write!(out, "`{}` is larger than 256 MiB", path(at)),
            Error::BadName(at) if at.to_str().is_none() => {
                write!(out, "the name of `{}` is not UTF-8", path(at))
            }
            Error::BadName(at) => write!(out, "the name of `{}` holds a backslash", path(at)),
            Error::Foreign(at) => write!(out, "`{}` holds files that okrbook did not write", path(at)),
            Error::OverSources(at) => write!(out, "`{}` holds the handbook's sources", path(at)),
            Error::Taken(at) => write!(out, "two files want the address `{at}`"),
            Error::Busy(at) => write!(out, "another okrbook is writing to `{}`", path(at)),
            Error::NotEmpty(at) => {
                write!(out, "`{}` is not empty, and nothing is ever overwritten", path(at))
            }
            Error::NoGit => write!(out, "there is no program `git` to ask for a revision"),
            Error::NoRepository(at) => write!(out, "`{}` lies in no git repository", path(at)),
            Error::NoRevision(name) => write!(out, "git knows no revision `{}`", name.escape_debug()),
            Error::NotInRevision { revision, root } => {
                write!(
                    out,
                    "revision `{}` holds no okrbook.yaml in `{}`",
                    revision.escape_debug(),
                    path(root)
                )
            }
            Error::Git { said } => write!(out, "git failed: {said}"),
            Error::Changed(at) => write!(out, "`{}` has changed meanwhile", path(at)),
            Error::ReadOnly(at) => write!(out, "`{}` is read-only", path(at)),
            Error::Interrupted(_) => write!(out, "interrupted"),
            Error::Clock => write!(out, "it cannot be told what day it is"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
