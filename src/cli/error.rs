//! Why a command could not run.

use crate::{disk, serve};
use std::fmt;
use std::io;

/// What stopped a command: exit status 2.
#[derive(Debug)]
pub(super) enum Error {
    /// The disk refused something.
    Disk(disk::Error),
    /// The product could not be written to stdout.
    Stdout(io::Error),
    /// The preview cannot stand.
    Serve {
        /// Why.
        error: serve::Error,
        /// What helps, where something does.
        help: Option<String>,
    },
    /// Something that okrbook does not do, and why.
    Refused {
        /// A lowercase fact.
        message: String,
        /// What helps, where something does.
        help: Option<String>,
    },
    /// An argument that names nothing.
    Unknown {
        /// What it should have named.
        what: &'static str,
        /// The argument.
        name: String,
        /// What helps, where something does.
        help: Option<String>,
    },
}

impl Error {
    /// Something that cannot be done as it was said, with what helps.
    pub(super) fn refused(why: impl Into<String>, help: impl Into<String>) -> Self {
        Error::Refused { message: why.into(), help: Some(help.into()) }
    }

    /// Whether the reader of stdout has simply left.
    pub(super) fn is_broken_pipe(&self) -> bool {
        matches!(self, Error::Stdout(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// Whether a signal asked the program to end.
    pub(super) fn is_interruption(&self) -> bool {
        matches!(self, Error::Disk(disk::Error::Interrupted(_)))
    }

    /// What helps, where something does.
    pub(super) fn help(&self) -> Option<&str> {
        match self {
            Error::Disk(error) => error.help(),
            Error::Stdout(_) => None,
            Error::Serve { help, .. } | Error::Refused { help, .. } | Error::Unknown { help, .. } => {
                help.as_deref()
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Disk(error) => error.fmt(out),
            Error::Serve { error, .. } => error.fmt(out),
            Error::Stdout(error) => write!(out, "cannot write to stdout: {error}"),
            Error::Refused { message, .. } => out.write_str(message),
            Error::Unknown { what, name, .. } => write!(out, "there is no {what} `{}`", name.escape_debug()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Disk(error) => Some(error),
            Error::Serve { error, .. } => Some(error),
            Error::Stdout(error) => Some(error),
            Error::Refused { .. } | Error::Unknown { .. } => None,
        }
    }
}

impl From<disk::Error> for Error {
    fn from(error: disk::Error) -> Self {
        Error::Disk(error)
    }
}
