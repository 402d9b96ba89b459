//! Tells browsers of new revisions, as server-sent events.
//!
//! An event carries the whole state, and whoever connects hears the state at once unless it has heard of it: so
//! nothing is lost between a reload and the next connection, however many revisions lie between.

use super::body::Body;
use super::revision::{self, Revision};
use hyper::body::Bytes;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, mpsc, watch};

/// A line now and then shows whether the other side is still there.
const PULSE: Duration = Duration::from_secs(15);
/// How many events may wait for a browser; one that is slower is let go, and comes back by itself.
const WAITING: usize = 8;

/// A stream of revisions. `seen` is the id of the last one that the browser has heard of.
pub(super) fn stream(
    mut published: watch::Receiver<Option<Revision>>,
    run: String,
    seen: Option<String>,
    permit: OwnedSemaphorePermit,
) -> Body {
    let (sender, parts) = mpsc::channel(WAITING);
    tokio::spawn(async move {
        let _permit = permit;
        let send = |text: String| sender.try_send(Bytes::from(text)).is_ok();
        // A browser that loses us asks again after a second.
        if !send("retry: 1000\n\n".to_owned()) {
            return;
        }
        let mut told = seen;
        loop {
            let now = published.borrow_and_update().as_ref().map(|revision| event(revision, &run));
            if let Some((id, text)) = now
                && told.as_ref() != Some(&id)
            {
                if !send(text) {
                    return;
                }
                told = Some(id);
            }
            tokio::select! {
                changed = published.changed() => if changed.is_err() { return },
                () = sender.closed() => return,
                () = tokio::time::sleep(PULSE) => if !send(":\n\n".to_owned()) { return },
            }
        }
    });
    Body::Parts(parts)
}

/// A revision's id, and the event that tells of it.
fn event(revision: &Revision, run: &str) -> (String, String) {
    let id = revision::id(run, revision.number);
    let text = format!("id: {id}\nevent: revision\ndata: {}\n\n", revision.told(run));
    (id, text)
}
