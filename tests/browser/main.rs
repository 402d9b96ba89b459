//! What readers do with a site, in Debian's Chromium: they search, go by keyboard, read without scripts, on a phone,
//! in the dark, on paper and with a screen reader, and watch a preview change. A story is one sentence of theirs.
//!
//! Where no Chromium with its driver is, the stories are ignored, which is said; with `OKRBOOK_BROWSER=required`, as
//! in `.ci/run`, they fail. Nothing waits for time to pass: a story waits for what a reader would see.

#![allow(clippy::disallowed_methods, reason = "these tests write handbooks, and poll a browser")]
#![allow(clippy::disallowed_types, reason = "these tests serve a site as any web server would")]
#![allow(clippy::print_stderr, reason = "whoever runs them without a browser is told once")]

mod axe;
mod bare;
mod chromium;
mod filtering;
mod heard;
mod hosted;
mod keyboard;
mod mapping;
mod narrow;
mod paper;
mod presenting;
mod preview;
mod reader;
mod schemes;
mod searching;
mod sites;
#[path = "../started/mod.rs"]
mod started;

use chromium::Driver;
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use reader::Reader;
use sites::Site;
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

/// Something that a reader does and sees.
pub(crate) struct Story {
    name: &'static str,
    needs: Needs,
    run: Box<dyn FnOnce(Reader) -> Telling + Send>,
}

/// A story while it is told.
pub(crate) type Telling = Pin<Box<dyn Future<Output = ()>>>;

/// What a story needs to be told.
#[derive(Clone, Copy, PartialEq)]
enum Needs {
    Browser,
    BrowserAndAxe,
}

impl Story {
    /// A story by the sentence that it is.
    pub(crate) fn new<Told: Future<Output = ()> + 'static>(
        name: &'static str,
        run: impl FnOnce(Reader) -> Told + Send + 'static,
    ) -> Story {
        Story { name, needs: Needs::Browser, run: Box::new(|reader| Box::pin(run(reader))) }
    }

    /// The same, for a story that asks axe as well.
    pub(crate) fn with_axe(self) -> Story {
        Story { needs: Needs::BrowserAndAxe, ..self }
    }

    fn trial(self, stage: Arc<Stage>) -> Trial {
        let lacks = stage.lacks(self.needs);
        Trial::ignorable_test(self.name, move || match lacks {
            Some(what) if stage.is_required => Err(Failed::from(what)),
            Some(what) => Ok(Completion::ignored_with(what)),
            None => {
                chromium::with_reader(&stage, self.run);
                Ok(Completion::Completed)
            }
        })
    }
}

/// What the stories share; each part is made when the first story asks for it.
#[derive(Default)]
pub(crate) struct Stage {
    is_required: bool,
    driver: OnceLock<Driver>,
    axe: Option<String>,
    clinics: OnceLock<Site>,
    city: OnceLock<Site>,
    right_to_left: OnceLock<Site>,
}

impl Stage {
    /// The stage of this machine.
    fn here() -> Stage {
        let is_required = std::env::var_os("OKRBOOK_BROWSER").is_some_and(|value| value == "required");
        let axe = std::env::var_os("OKRBOOK_AXE");
        let axe = axe.map(|path| std::fs::read_to_string(path).expect("OKRBOOK_AXE names axe.min.js"));
        Stage { is_required, axe, ..Stage::default() }
    }

    fn lacks(&self, needs: Needs) -> Option<&'static str> {
        if !chromium::is_here() {
            return Some("there is no `chromium` with `chromedriver` on the PATH");
        }
        let is_without_axe = needs == Needs::BrowserAndAxe && self.axe.is_none();
        is_without_axe.then_some("OKRBOOK_AXE does not name the file axe.min.js of the npm package axe-core")
    }

    fn driver(&self) -> &Driver {
        self.driver.get_or_init(Driver::start)
    }

    /// The clinics' internal edition, with two frozen quarters: every kind of page is in it.
    pub(crate) fn clinics(&self) -> &Site {
        self.clinics.get_or_init(sites::clinics)
    }

    /// The city's public edition, in German.
    pub(crate) fn city(&self) -> &Site {
        self.city.get_or_init(sites::city)
    }

    /// The clinics once more, in Arabic as far as the site itself speaks.
    pub(crate) fn right_to_left(&self) -> &Site {
        self.right_to_left.get_or_init(sites::right_to_left)
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let stage = Arc::new(Stage::here());
    if let Some(what) = stage.lacks(Needs::BrowserAndAxe) {
        eprintln!("not all of this is proved here: {what}");
    }
    let told = [
        searching::stories(),
        filtering::stories(),
        hosted::stories(),
        keyboard::stories(),
        bare::stories(),
        mapping::stories(),
        narrow::stories(),
        schemes::stories(),
        paper::stories(),
        heard::stories(),
        axe::stories(),
        presenting::stories(),
        preview::stories(),
    ];
    let trials = told.into_iter().flatten().map(|story| story.trial(Arc::clone(&stage))).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}
