//! Debian's Chromium and its driver: where they are, how they start, and that they end.

use crate::reader::Reader;
use crate::{Stage, Telling};
use std::convert::Infallible;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::{DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

/// How it starts on a machine without a screen, as root too, and with no network but this machine's own.
const SWITCHES: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--window-size=1280,900",
    "--lang=en-US",
];

/// Whether both programs are on the PATH.
pub(crate) fn is_here() -> bool {
    place("chromium").is_some() && place("chromedriver").is_some()
}

fn place(program: &str) -> Option<String> {
    let path = std::env::var_os("PATH")?;
    let places = std::env::split_paths(&path).map(|folder| folder.join(program));
    places.filter(|place| place.is_file()).find_map(|place| place.to_str().map(str::to_owned))
}

/// The driver, which starts a browser for each story.
pub(crate) struct Driver {
    program: Child,
    address: String,
}

impl Driver {
    /// Starts it on a port that is free.
    pub(crate) fn start() -> Driver {
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut program = command.spawn().expect("chromedriver starts");
        let mut said = BufReader::new(program.stdout.take().expect("it is piped"));
        let mut line = String::new();
        let port = loop {
            line.clear();
            assert!(said.read_line(&mut line).expect("it speaks") > 0, "chromedriver has ended");
            let port = line.trim_end().strip_suffix('.').and_then(|line| line.rsplit_once("on port "));
            if let Some((_, port)) = port {
                break port.to_owned();
            }
        };
        thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Driver { program, address: format!("http://127.0.0.1:{port}") }
    }

    async fn browser(&self) -> WebDriver {
        let mut wishes = DesiredCapabilities::chrome();
        wishes.set_binary(&place("chromium").expect("it is here")).expect("a path is text");
        for switch in SWITCHES {
            wishes.add_arg(switch).expect("a switch is text");
        }
        wishes.set_browser_log_level(LoggingPrefsLogLevel::Warning).expect("a level is text");
        WebDriver::new(&self.address, wishes).await.expect("the browser starts")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Tells a story in a new browser, which ends with it, also where it fails.
pub(crate) fn with_reader(stage: &Arc<Stage>, story: impl FnOnce(Reader) -> Telling) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let told = runtime.expect("a thread has a runtime").block_on(async {
        let browser = stage.driver().browser().await;
        browser
            .run_and_quit(|browser| async {
                let reader = Reader::new(browser, Arc::clone(stage));
                story(reader).await;
                Ok::<_, Infallible>(())
            })
            .await
    });
    told.expect("the browser ends");
}
