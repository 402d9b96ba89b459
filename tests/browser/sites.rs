//! The sites that are read: handbooks of the examples built by the program, found on disk and behind a web server that
//! sends the strictest policy that okrbook promises to live under.

use crate::started::write;
use snapbox::cmd::cargo_bin;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use tempfile::TempDir;

/// What a careful host sends with every page.
const POLICY: &str = "default-src 'self'";

/// The pages of a handbook.
pub(crate) struct Site {
    folder: TempDir,
    origin: String,
    kinds: BTreeMap<String, String>,
}

/// The clinics' internal edition with two frozen quarters.
pub(crate) fn clinics() -> Site {
    Site::build(&frozen_clinics(), "internal")
}

/// The city's public edition, in German.
pub(crate) fn city() -> Site {
    Site::build(&example("city-council"), "public")
}

/// The clinics with an interface in Arabic.
pub(crate) fn right_to_left() -> Site {
    let handbook = frozen_clinics();
    let settings = fs::read_to_string(handbook.path().join("okrbook.yaml")).expect("its settings");
    write(handbook.path(), "okrbook.yaml", &settings.replace("language: en", "language: ar"));
    Site::build(&handbook, "internal")
}

fn frozen_clinics() -> TempDir {
    let handbook = example("clinic-network");
    for (quarter, day) in [("2026-Q1", "2026-04-10"), ("2026-Q2", "2026-07-10")] {
        okrbook(handbook.path(), &["snapshot", "create", quarter, "--as-of", day]);
    }
    handbook
}

/// Runs a command in a handbook; one that fails fails the test.
fn okrbook(root: &Path, arguments: &[&str]) {
    let mut command = Command::new(cargo_bin!("okrbook"));
    command.args(arguments).current_dir(root).env("NO_COLOR", "1").stdin(Stdio::null());
    let output = command.output().expect("the program starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "okrbook {}: {told}", arguments.join(" "));
}

/// A copy of an example, to write in.
fn example(name: &str) -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    for file in files(&from) {
        let place = copy.path().join(file.strip_prefix(&from).expect("it lies below"));
        fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
        fs::copy(&file, place).expect("a copy");
    }
    copy
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name();
    let entries = entries.into_iter().map(|entry| entry.expect("the folder can be listed"));
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

impl Site {
    /// Builds an edition of a handbook.
    pub(crate) fn build(handbook: &TempDir, audience: &str) -> Site {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let place = folder.path().join("site");
        let place = place.to_str().expect("the path is text");
        okrbook(handbook.path(), &["build", "--audience", audience, "--output", place]);
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let origin = format!("http://{}", listener.local_addr().expect("it has an address"));
        let root = folder.path().join("site");
        let kinds = kinds(&root);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let root = root.clone();
                thread::spawn(move || answer(&stream, &root));
            }
        });
        Site { folder, origin, kinds }
    }

    /// One page of each kind, by the name of the kind: the longest one, on which most can go wrong.
    pub(crate) fn kinds(&self) -> &BTreeMap<String, String> {
        &self.kinds
    }

    /// One page of each kind with its address on disk; the page that says that there is none is only met on the web.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&str, String)> {
        self.kinds.iter().map(|(kind, page)| match kind.as_str() {
            "not_found" => (kind.as_str(), self.on_the_web("no/such/page/")),
            kind => (kind, self.on_disk(page)),
        })
    }

    /// Where a page is when its site is a folder on disk.
    pub(crate) fn on_disk(&self, page: &str) -> String {
        format!("file://{}/site/{page}", self.folder.path().display())
    }

    /// Where a page is on the web.
    pub(crate) fn on_the_web(&self, page: &str) -> String {
        format!("{}/{}", self.origin, page.trim_end_matches("index.html"))
    }
}

fn kinds(root: &Path) -> BTreeMap<String, String> {
    let mut longest: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for file in files(root).iter().filter(|file| file.extension().is_some_and(|kind| kind == "html")) {
        let text = fs::read_to_string(file).expect("pages are text");
        let Some((_, rest)) = text.split_once("<body class=\"kind-") else { continue };
        let kind = rest.split(['"', ' ']).next().expect("a split has a first part");
        let page = file.strip_prefix(root).expect("it lies below").to_str().expect("addresses are text");
        let known = longest.entry(kind.to_owned()).or_default();
        if known.0 < text.len() {
            *known = (text.len(), page.to_owned());
        }
    }
    longest.into_iter().map(|(kind, (_, page))| (kind, page)).collect()
}

/// Answers one request with a file, or with the page that says that there is none.
fn answer(mut stream: &TcpStream, root: &Path) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(request) = lines.next() else { return };
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let path = request.split([' ', '?']).nth(1).unwrap_or_default().trim_start_matches('/');
    let path =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let found = fs::read(root.join(&path)).ok().filter(|_| !path.split('/').any(|part| part == ".."));
    let (status, body) = match found {
        Some(body) => ("200 OK", body),
        None => ("404 Not Found", fs::read(root.join("404.html")).expect("every site has one")),
    };
    let kind = match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "text/html; charset=utf-8",
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {POLICY}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    // A browser that has gone on to another page no longer wants this one.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}
