//! Why nothing can be shown.

use std::fmt;
use std::io;
use std::net::SocketAddr;

/// The outside said no before the preview stood.
#[derive(Debug)]
pub enum Error {
    /// Somebody else listens at the port; with the next port at which nobody does.
    Busy {
        /// The address.
        address: SocketAddr,
        /// A port that is free.
        next: Option<u16>,
    },
    /// The address cannot be listened at.
    Address {
        /// The host and port that were asked for.
        name: String,
        /// What the system said.
        source: io::Error,
    },
    /// The system gives no threads, timers or signals.
    System(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Busy { address, .. } => {
                write!(out, "port {} is in use at {}", address.port(), address.ip())
            }
            Error::Address { name, source } => write!(out, "cannot listen at `{name}`: {source}"),
            Error::System(source) => write!(out, "the preview cannot run: {source}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Busy { .. } => None,
            Error::Address { source, .. } | Error::System(source) => Some(source),
        }
    }
}
