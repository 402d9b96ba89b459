//! A preview that runs until its test ends, and the handbook that it shows.

use snapbox::cmd::cargo_bin;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use tempfile::TempDir;

/// A temporary folder with these files.
pub(crate) fn handbook(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        write(folder.path(), path, text);
    }
    folder
}

/// Writes a file of a handbook.
pub(crate) fn write(root: &Path, path: &str, text: &str) {
    let place = root.join(path);
    fs::create_dir_all(place.parent().expect("files lie in folders")).expect("a folder");
    fs::write(place, text).expect("a file");
}

/// A preview that runs; it ends with the test.
pub(crate) struct Running {
    pub(crate) program: Child,
    pub(crate) port: u16,
}

impl Running {
    /// Starts it, and waits until it says where it is; what it says after that can be read.
    pub(crate) fn start(mut command: Command) -> (Running, BufReader<ChildStderr>) {
        let mut program = command.spawn().expect("the program starts");
        let mut terminal = BufReader::new(program.stderr.take().expect("it is piped"));
        let mut line = String::new();
        terminal.read_line(&mut line).expect("it says where it is");
        let port = line.split(':').nth(2).and_then(|rest| rest.split('/').next());
        let port = port.and_then(|port| port.parse().ok()).unwrap_or_else(|| panic!("no address in {line}"));
        (Running { program, port }, terminal)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// The command that previews a handbook at a port.
pub(crate) fn serve(root: &Path, port: &str, today: &str) -> Command {
    let mut command = Command::new(cargo_bin!("okrbook"));
    command.arg("serve").arg(root).args(["--port", port, "--as-of", today]);
    command.env("NO_COLOR", "1").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}
