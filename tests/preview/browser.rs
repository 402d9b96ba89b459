//! The preview as a program that runs, and what a browser would send it, by hand.

use crate::started::{self, Running};
use okrbook::model::Date;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// The day on which all of these stories happen.
pub(crate) const TODAY: Date = jiff::civil::date(2026, 3, 1);
/// Whoever waits longer than this waits in vain.
const IN_VAIN: Duration = Duration::from_mins(2);

/// A preview that runs; it ends with the test.
pub(crate) struct Preview {
    running: Running,
    pub(crate) port: u16,
    /// What its terminal shows, line by line.
    said: Receiver<String>,
}

impl Preview {
    /// Starts it on any port that is free, and waits until it says where.
    pub(crate) fn of(root: &Path) -> Preview {
        let (running, terminal) = Running::start(serve(root, "0"));
        let (lines, said) = channel();
        thread::spawn(move || terminal.lines().map_while(Result::ok).for_each(|line| drop(lines.send(line))));
        Preview { port: running.port, running, said }
    }

    /// Waits for a line of the terminal in which something stands, and answers all lines up to it.
    pub(crate) fn says(&self, part: &str) -> String {
        let mut said = String::new();
        while !said.contains(part) {
            let line = self.said.recv_timeout(IN_VAIN);
            said.push_str(&line.unwrap_or_else(|_| panic!("no `{part}` in {said}")));
            said.push('\n');
        }
        said
    }

    /// A connection to it.
    pub(crate) fn connect(&self) -> Connection {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(IN_VAIN)).expect("a limit");
        Connection { reader: BufReader::new(stream), host: format!("127.0.0.1:{}", self.port) }
    }

    /// The stream of its revisions.
    pub(crate) fn events(&self, seen: Option<&str>) -> Events {
        let mut connection = self.connect();
        let seen = seen.map(|id| format!("Last-Event-ID: {id}\r\n")).unwrap_or_default();
        connection.send(&format!(
            "GET /_okrbook/events HTTP/1.1\r\nHost: {}\r\n{seen}\r\n",
            connection.host.clone()
        ));
        let (status, _) = connection.head();
        assert_eq!(status, 200);
        Events { connection }
    }

    /// Tells it to end, and says how it did.
    #[cfg(unix)]
    pub(crate) fn end(mut self, signal: &str) -> Option<i32> {
        let id = self.running.program.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status().expect("kill is everywhere");
        assert!(sent.success());
        self.running.program.wait().expect("it ends").code()
    }
}

/// The command that previews a handbook at a port.
pub(crate) fn serve(root: &Path, port: &str) -> Command {
    started::serve(root, port, &TODAY.to_string())
}

/// A response.
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Response {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A connection that is used for one request after the other.
pub(crate) struct Connection {
    reader: BufReader<TcpStream>,
    pub(crate) host: String,
}

impl Connection {
    /// Asks for an address as browsers do.
    pub(crate) fn get(&mut self, address: &str) -> Response {
        self.ask(&format!("GET {address} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host))
    }

    /// Sends something that ought to be a request.
    pub(crate) fn ask(&mut self, request: &str) -> Response {
        self.send(request);
        self.response()
    }

    pub(crate) fn send(&mut self, text: &str) {
        self.reader.get_mut().write_all(text.as_bytes()).expect("it listens");
    }

    /// Sends as much as the other side takes.
    pub(crate) fn try_send(&mut self, text: &str) {
        let _ = self.reader.get_mut().write_all(text.as_bytes());
    }

    pub(crate) fn response(&mut self) -> Response {
        let (status, head) = self.head();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.map_or(0, |length| length.parse().expect("a length"))];
        self.reader.read_exact(&mut body).expect("all of the body");
        Response { status, head, body }
    }

    fn head(&mut self) -> (u16, String) {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            let read = self.reader.read_line(&mut head).expect("the head of a response");
            assert!(read > 0, "the connection was closed after `{head}`");
        }
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.unwrap_or_else(|| panic!("no status in `{head}`")), head.replace("\r\n", "\n"))
    }

    /// Reads until the other side closes.
    pub(crate) fn rest(&mut self) -> String {
        let mut rest = Vec::new();
        let _ = self.reader.read_to_end(&mut rest);
        String::from_utf8_lossy(&rest).into_owned()
    }
}

/// Revisions as they are told.
pub(crate) struct Events {
    connection: Connection,
}

/// A revision that was told.
#[derive(Debug)]
pub(crate) struct Event {
    pub(crate) id: String,
    pub(crate) state: Value,
}

impl Events {
    /// Waits for the next revision.
    pub(crate) fn next(&mut self) -> Event {
        let (mut id, mut state) = (String::new(), Value::Null);
        loop {
            let mut line = String::new();
            let read = self.connection.reader.read_line(&mut line).expect("a revision in time");
            assert!(read > 0, "the stream has ended");
            let line = line.trim_end();
            if let Some(text) = line.strip_prefix("id: ") {
                text.clone_into(&mut id);
            } else if let Some(text) = line.strip_prefix("data: ") {
                state = serde_json::from_str(text).expect("a state in JSON");
            } else if line.is_empty() && !state.is_null() {
                return Event { id, state };
            }
        }
    }

    /// Waits for a revision of which something holds.
    pub(crate) fn until(&mut self, holds: impl Fn(&Value) -> bool) -> Event {
        loop {
            let event = self.next();
            if holds(&event.state) {
                return event;
            }
        }
    }
}
