//! Sends a file of the handbook as it is, in pieces, so that memory does not grow with it.

use super::body::Body;
use crate::disk;
use hyper::body::Bytes;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

/// The size of a piece.
const PIECE: u64 = 64 << 10;
/// How many pieces may wait for the reader.
const WAITING: usize = 2;

/// The content of a file by its path from the root, and its length; none where it cannot be had.
pub(super) async fn body(root: PathBuf, path: String) -> Option<(Body, u64)> {
    let opened = spawn_blocking(move || disk::open(&root, &path)).await;
    let (file, length) = opened.ok()?.ok()??;
    let (sender, parts) = mpsc::channel(WAITING);
    tokio::spawn(send(file, length, sender));
    Some((Body::Parts(parts), length))
}

/// Reads no faster than somebody takes. A file that grows is cut where it ended; one that shrinks, or cannot be read
/// on, ends early, and the reader sees by the length that something is missing.
async fn send(mut file: File, mut left: u64, sender: mpsc::Sender<Bytes>) {
    while left > 0 {
        let read = spawn_blocking(move || piece(file, left)).await;
        let Ok(Ok((same, bytes))) = read else { return };
        file = same;
        left -= bytes.len() as u64;
        if bytes.is_empty() || sender.send(bytes).await.is_err() {
            return;
        }
    }
}

fn piece(mut file: File, left: u64) -> io::Result<(File, Bytes)> {
    let mut bytes = Vec::with_capacity(left.min(PIECE) as usize);
    (&mut file).take(left.min(PIECE)).read_to_end(&mut bytes)?;
    Ok((file, Bytes::from(bytes)))
}
