//! Where the preview listens, and by which names it may be called.
//!
//! A page of the web can let a name of its own lead to this machine and then read what we answer (DNS rebinding). It
//! cannot change the name that the browser sends along: whoever calls us by a name that is not ours gets nothing.

use super::Error;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener, ToSocketAddrs};

/// How many ports are tried to offer one that is free.
const TRIED: u16 = 100;

/// The place where the preview listens.
#[derive(Debug)]
pub struct Address {
    host: String,
    bound: SocketAddr,
}

impl Address {
    /// Listens at a host's port; 0 takes any that is free.
    pub(super) fn listen(host: &str, port: u16) -> Result<(Address, TcpListener), Error> {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let failed = |source| Error::Address { name: format!("{host}:{port}"), source };
        let places: Vec<SocketAddr> = (host, port).to_socket_addrs().map_err(failed)?.collect();
        let mut refused = io::Error::new(io::ErrorKind::NotFound, "the name stands for no address");
        for place in places {
            match TcpListener::bind(place) {
                Ok(listener) => {
                    let bound = listener.local_addr().map_err(failed)?;
                    return Ok((Address { host: host.to_ascii_lowercase(), bound }, listener));
                }
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                    return Err(Error::Busy { address: place, next: next_free(place) });
                }
                Err(error) => refused = error,
            }
        }
        Err(failed(refused))
    }

    /// The address of the home page, for a browser on this machine.
    pub fn url(&self) -> String {
        let port = self.bound.port();
        match self.bound.ip() {
            ip if ip.is_unspecified() => format!("http://localhost:{port}/"),
            _ if self.host == "localhost" => format!("http://localhost:{port}/"),
            IpAddr::V4(ip) => format!("http://{ip}:{port}/"),
            IpAddr::V6(ip) => format!("http://[{ip}]:{port}/"),
        }
    }

    /// Whether other machines can reach it.
    pub fn is_open(&self) -> bool {
        !self.bound.ip().is_loopback()
    }

    /// Whether a request that calls us so means us. Any port will do, because tunnels end at others.
    pub(super) fn answers_to(&self, host: &str) -> bool {
        let Some(name) = name_of(host) else { return false };
        let name = name.trim_end_matches('.').to_ascii_lowercase();
        if name == "localhost" || name == self.host {
            return true;
        }
        match name.parse::<IpAddr>() {
            // A number is no name that somebody could lead elsewhere.
            Ok(ip) => ip.is_loopback() || ip == self.bound.ip() || self.bound.ip().is_unspecified(),
            Err(_) => false,
        }
    }
}

/// The name or number in `NAME`, `NAME:PORT`, `[NUMBER]` or `[NUMBER]:PORT`.
fn name_of(host: &str) -> Option<&str> {
    let (name, rest) = match host.strip_prefix('[') {
        Some(bracketed) => bracketed.split_once(']')?,
        None => host.split_at(host.find(':').unwrap_or(host.len())),
    };
    let is_port = |text: &str| text.parse::<u16>().is_ok();
    (rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port)).then_some(name)
}

fn next_free(taken: SocketAddr) -> Option<u16> {
    let ports = taken.port().checked_add(1)?..=taken.port().saturating_add(TRIED);
    ports.into_iter().find(|&port| TcpListener::bind((taken.ip(), port)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(host: &str, bound: &str) -> Address {
        Address { host: host.to_owned(), bound: bound.parse().expect("an address of a test") }
    }

    #[test]
    fn on_this_machine_only_names_of_this_machine_count() {
        let address = at("127.0.0.1", "127.0.0.1:4000");
        for ours in
            ["127.0.0.1:4000", "localhost:4000", "localhost", "LOCALHOST:8080", "[::1]:4000", "localhost."]
        {
            assert!(address.answers_to(ours), "{ours} is refused");
        }
        for foreign in [
            "evil.example",
            "evil.example:4000",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "192.168.1.7:4000",
            "0.0.0.0:4000",
            "localhost:4000:4000",
            "localhost:x",
            "[::1",
            "",
            ":4000",
        ] {
            assert!(!address.answers_to(foreign), "{foreign} is taken");
        }
    }

    #[test]
    fn open_to_others_numbers_and_the_given_name_count() {
        let address = at("goals.local", "192.168.1.7:4000");
        assert!(address.answers_to("goals.local:4000") && address.answers_to("192.168.1.7:4000"));
        assert!(!address.answers_to("192.168.1.8:4000"));
        let everywhere = at("0.0.0.0", "0.0.0.0:4000");
        assert!(everywhere.answers_to("192.168.1.8:4000") && !everywhere.answers_to("evil.example:4000"));
        assert_eq!(everywhere.url(), "http://localhost:4000/");
    }

    #[test]
    fn a_port_that_is_taken_comes_with_one_that_is_free() {
        let (address, _listener) = Address::listen("127.0.0.1", 0).expect("a free port");
        match Address::listen("127.0.0.1", address.bound.port()) {
            Err(Error::Busy { next, .. }) => assert_ne!(next, Some(address.bound.port())),
            other => panic!("{other:?}"),
        }
    }
}
