//! Takes connections, a bounded number at once, and gives none of them more room or time than it needs.

use super::House;
use super::answer::answer;
use super::patience::Patience;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

/// How many connections are held at once; further ones wait for one of them to end.
const CONNECTIONS: usize = 512;
/// How long the head of a request may take, and how long a connection may wait for its next one.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// How large the head of a request may be, in bytes.
const HEAD_SIZE: usize = 16 << 10;
/// A pause when the system has no more sockets to give.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers whoever connects, for ever.
pub(super) async fn accept(listener: TcpListener, house: Arc<House>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let place = Arc::clone(&places).acquire_owned().await.expect("the places are never closed");
        match listener.accept().await {
            Ok((socket, _)) => {
                let house = Arc::clone(&house);
                tokio::spawn(async move {
                    let _place = place;
                    talk(socket, &house).await;
                });
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

async fn talk(socket: TcpStream, house: &House) {
    // Small answers should not wait for more; where that cannot be had, they wait.
    let _ = socket.set_nodelay(true);
    let service = service_fn(|request| async { Ok::<_, Infallible>(answer(house, request).await) });
    let mut protocol = http1::Builder::new();
    protocol.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_buf_size(HEAD_SIZE);
    // Whatever goes wrong here is the other side's affair, and ends with the connection.
    let _ = protocol.serve_connection(TokioIo::new(Patience::with(socket)), service).await;
}
