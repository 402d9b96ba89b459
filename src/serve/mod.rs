//! Shows the latest compilation to a browser: the preview server.
//!
//! ```text
//! watch ──changes──▶ keeper ──compilation──▶ press (one a revision) ──page──▶ answer ──▶ browser
//!                      └────revision, findings──▶ events ───────────────────────────────▶ browser
//! ```
//!
//! There is no second way to a page: what `build` writes, a press draws, when it is asked for. The preview's own
//! script is added while a page is served; nothing below this module knows that there is a preview.

mod address;
mod answer;
mod body;
mod connection;
mod copy;
mod error;
mod events;
mod keeper;
mod loading;
mod media;
mod own;
mod panel;
mod patience;
mod press;
mod revision;
mod watch;

pub use address::Address;
pub use error::Error;

use crate::compile::Options;
use crate::diagnostic::Report;
use crate::text::Sources;
use keeper::Keeper;
use loading::Loader;
use revision::Revision;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use tokio::sync::{Semaphore, watch as state};

/// How many tabs may listen at once.
const STREAMS: usize = 64;

/// What the preview is asked to show, and where.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The handbook's folder; canonical.
    pub root: PathBuf,
    /// What is said about its compilation.
    pub options: Options,
    /// The name or number to listen at.
    pub host: String,
    /// The port to listen at; 0 takes any that is free.
    pub port: u16,
}

/// What there is to say while the preview runs.
pub enum News<'a> {
    /// It can be reached.
    Listening(&'a Address),
    /// Something else is wrong with the handbook than before, or nothing any more.
    Judged(&'a Report, &'a Sources),
    /// The handbook cannot be read or shown as it stands.
    Trouble {
        /// What happened.
        what: &'a str,
        /// What mends it.
        help: Option<&'a str>,
        /// Whether there is a last good site, which goes on being shown.
        keeps: bool,
    },
    /// Changes are not seen any more.
    Blind(&'a str),
}

/// Who is told.
pub type Tell = Arc<dyn Fn(&News) + Send + Sync>;

/// What answers share.
#[derive(Debug)]
struct House {
    address: Address,
    root: PathBuf,
    /// Tells this run of the program from others: numbers of revisions begin anew with each.
    run: String,
    published: state::Receiver<Option<Revision>>,
    streams: Arc<Semaphore>,
}

impl House {
    /// The latest revision; waits for the first.
    async fn current(&self) -> Revision {
        let mut published = self.published.clone();
        let revision = published.wait_for(Option::is_some).await.ok().and_then(|revision| revision.clone());
        match revision {
            Some(revision) => revision,
            // Nobody will publish any more; the program is about to end.
            None => std::future::pending().await,
        }
    }
}

/// Shows a handbook until the user or the system ends it.
pub fn serve(preview: Preview, tell: &Tell) -> Result<(), Error> {
    let (address, listener) = Address::listen(&preview.host, preview.port)?;
    listener.set_nonblocking(true).map_err(Error::System)?;
    let (publish, published) = state::channel(None);
    let keeper = Keeper::new(Loader::new(preview.root.clone(), preview.options), publish, Arc::clone(tell));
    thread::Builder::new().name("keeper".to_owned()).spawn(|| keeper.run()).map_err(Error::System)?;

    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Error::System)?;
    let ended = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(Error::System)?;
        let mut end = std::pin::pin!(end()?);
        tell(&News::Listening(&address));
        let streams = Arc::new(Semaphore::new(STREAMS));
        let house = House { address, root: preview.root, run: run(), published, streams };
        tokio::select! {
            () = connection::accept(listener, Arc::new(house)) => {}
            () = &mut end => {}
        }
        Ok(())
    });
    // Streams that are open are no reason to stay.
    runtime.shutdown_background();
    ended
}

/// A name for this run.
#[expect(
    clippy::disallowed_methods,
    reason = "two runs must differ, and nothing that is shown depends on it"
)]
fn run() -> String {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    format!("{:x}", since.map_or(0, |since| since.as_millis()))
}

/// Ends when the user (Ctrl-C) or the system (SIGTERM) says so.
#[cfg(unix)]
fn end() -> Result<impl Future<Output = ()>, Error> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt()).map_err(Error::System)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(Error::System)?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ends when the user says so.
#[cfg(not(unix))]
fn end() -> Result<impl Future<Output = ()>, Error> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
