//! A reader with a browser: opens pages, presses keys, looks, and waits until something is to be seen.

use crate::Stage;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::{Duration, Instant};
use thirtyfour::{TypingData, WebDriver};

/// Whoever waits longer than this waits in vain.
const IN_VAIN: Duration = Duration::from_secs(30);
/// How long to wait before looking again.
const BLINK: Duration = Duration::from_millis(20);

/// A reader, in a browser of their own.
pub(crate) struct Reader {
    browser: WebDriver,
    pub(crate) stage: Arc<Stage>,
}

impl Reader {
    pub(crate) fn new(browser: WebDriver, stage: Arc<Stage>) -> Reader {
        Reader { browser, stage }
    }

    /// Opens a page, and sees it whole.
    pub(crate) async fn open(&self, address: &str) {
        self.browser.goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Loads the page anew.
    pub(crate) async fn reload(&self) {
        self.browser.refresh().await.expect("the page is still there");
    }

    /// Presses keys, one after the other.
    pub(crate) async fn press(&self, keys: impl Into<TypingData>) {
        self.browser.action_chain().send_keys(keys).perform().await.expect("the browser takes keys");
    }

    /// Clicks on what a selector names.
    pub(crate) async fn click(&self, selector: &str) {
        let found = self.browser.find(thirtyfour::By::Css(selector)).await;
        let found = found.unwrap_or_else(|error| panic!("no `{selector}`: {error}"));
        found.click().await.unwrap_or_else(|error| panic!("`{selector}` takes no click: {error}"));
    }

    /// What an expression of JavaScript is on the page.
    pub(crate) async fn see<Seen: DeserializeOwned>(&self, expression: &str) -> Seen {
        let seen = self.browser.execute(format!("return ({expression});"), Vec::new()).await;
        let seen = seen.unwrap_or_else(|error| panic!("`{expression}`: {error}"));
        seen.convert().unwrap_or_else(|error| panic!("`{expression}`: {error}"))
    }

    /// What a promise of JavaScript comes to.
    pub(crate) async fn await_promise<Seen: DeserializeOwned>(&self, expression: &str) -> Seen {
        let script = format!(
            "const done = arguments[0]; Promise.resolve({expression}).then(done, (error) => done(String(error)));"
        );
        let seen = self.browser.execute_async(script, Vec::new()).await;
        let seen = seen.unwrap_or_else(|error| panic!("`{expression}`: {error}"));
        let told = seen.json().clone();
        seen.convert().unwrap_or_else(|error| panic!("`{expression}` is {told}: {error}"))
    }

    /// Waits until an expression holds, also across pages.
    pub(crate) async fn until(&self, what: &str, expression: &str) {
        let begun = Instant::now();
        loop {
            // While one page gives way to the next, nothing can be seen.
            let seen = self.browser.execute(format!("return Boolean({expression});"), Vec::new()).await;
            if seen.is_ok_and(|seen| *seen.json() == Value::Bool(true)) {
                return;
            }
            assert!(begun.elapsed() < IN_VAIN, "waited in vain until {what}");
            tokio::time::sleep(BLINK).await;
        }
    }

    /// A command of the browser's developer tools.
    pub(crate) async fn command(&self, name: &str, parameters: Value) -> Value {
        let answer = self.browser.cdp().send_raw(name, parameters).await;
        answer.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Looks through a window of this size; `zoom` is how many dots of the screen a pixel takes.
    pub(crate) async fn resize(&self, width: u32, height: u32, zoom: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": zoom, "mobile": false});
        self.command("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Reads on a medium, in a scheme.
    pub(crate) async fn prefer(&self, medium: &str, scheme: &str) {
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.command("Emulation.setEmulatedMedia", json!({"media": medium, "features": features})).await;
    }

    /// Turns JavaScript off, for every page from now on.
    pub(crate) async fn refuse_scripts(&self) {
        self.command("Emulation.setScriptExecutionDisabled", json!({"value": true})).await;
    }

    /// What the browser complained of since the last question: errors, and what a policy forbade.
    pub(crate) async fn complaints(&self) -> Vec<String> {
        let log = self.browser.browser_log().await.expect("the browser keeps a log");
        log.into_iter().map(|entry| entry.message).collect()
    }

    /// The page as a PDF on A4 paper.
    pub(crate) async fn print(&self) -> Vec<u8> {
        let size = json!({"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true});
        let printed = self.command("Page.printToPDF", size).await;
        let text = printed["data"].as_str().expect("a PDF in base 64");
        self.decoded(text).await
    }

    /// The bytes of a text in base 64, as the browser itself reads it.
    async fn decoded(&self, text: &str) -> Vec<u8> {
        let text = serde_json::to_string(text).expect("a text");
        let letters: String = self.see(&format!("atob({text})")).await;
        letters.chars().map(|letter| u8::try_from(u32::from(letter)).expect("a byte")).collect()
    }
}
