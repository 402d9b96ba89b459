//! `okrbook serve`: the site in a browser, as it will be, while you write.

use super::{Error, Exit};
use crate::cli::handbook::Handbook;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Judged, Level, Report, render};
use crate::disk;
use crate::serve::{self, News, Preview, Tell};
use clap::Args;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Show the site in a browser while you write, and every change at once.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  okrbook serve --open\n  okrbook serve our-handbook --port 8080 --drafts\n  \
    okrbook serve --audience internal --as-of 2026-12-31\n\nCtrl-C ends it. Nothing is written."
)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    handbook: Handbook,
    /// Where to listen; 0.0.0.0 lets every machine of the network read along.
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    host: String,
    /// The port to listen at; 0 takes any that is free, and with --quiet prints the address alone.
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    port: u16,
    /// Open the site in your browser.
    #[arg(long)]
    open: bool,
    /// Show handbook pages that are drafts, too.
    #[arg(long)]
    drafts: bool,
}

/// At most so many findings are drawn in the terminal at once.
const DRAWN: usize = 20;
/// How much may wait for a terminal that takes nothing. What does not fit is not said: nobody reads it.
const WAITING: usize = 16;

/// A line or more for the terminal.
struct Saying {
    text: String,
    /// Whether it is said to those, too, who asked for quiet.
    is_trouble: bool,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let root = disk::find_root(self.handbook.path())?;
        let options = self.handbook.options(None, self.drafts)?;
        let preview = Preview { root, options, host: self.host.clone(), port: self.port };
        let (sayings, said) = sync_channel::<Saying>(WAITING);
        let (told, colored, open_it) = (terminal.clone(), terminal.colors_findings(), self.open);
        let told_address = terminal.clone();
        // A terminal that stands still must not keep the preview from going on.
        thread::spawn(move || said.iter().for_each(|saying| say(&told, &saying)));
        let is_asked_for = self.port == 0 && terminal.is_quiet();
        let tell: Tell = Arc::new(move |news| {
            if let (News::Listening(address), true) = (news, is_asked_for) {
                // Nobody knows the port but us, so that the address is what the command is asked for.
                drop(told_address.product(&format!("{}\n", address.url())));
            }
            if let (News::Listening(address), true) = (news, open_it)
                && let Err(error) = open::that_detached(address.url())
            {
                let text = format!("warning: no browser could be opened: {error}");
                drop(sayings.try_send(Saying { text, is_trouble: true }));
            }
            drop(sayings.try_send(worded(news, colored)));
        });
        serve::serve(preview, &tell).map_err(|error| self.explained(error))?;
        Ok(Exit::Clean)
    }

    /// With the command that would work.
    fn explained(&self, error: serve::Error) -> Error {
        let help = match &error {
            serve::Error::Busy { next: Some(port), .. } => {
                let path = self.handbook.path();
                let path =
                    if path.as_os_str() == "." { String::new() } else { format!(" {}", path.display()) };
                Some(format!("`okrbook serve{path} --port {port}` takes one that is free"))
            }
            serve::Error::Busy { .. } => Some("`--port 0` takes any that is free".to_owned()),
            _ => None,
        };
        Error::Serve { error, help }
    }
}

fn say(terminal: &Terminal, saying: &Saying) {
    if saying.is_trouble {
        terminal.show(&format!("{}\n", saying.text));
    } else {
        terminal.say(&saying.text);
    }
}

/// News as a person reads it.
fn worded(news: &News, colored: bool) -> Saying {
    match news {
        News::Listening(address) => {
            let mut text = format!("the handbook is at {} (Ctrl-C ends the preview)", address.url());
            if address.is_open() {
                text.push_str("\nwarning: every machine that reaches this one can read it");
            }
            Saying { text, is_trouble: address.is_open() }
        }
        News::Judged(report, _) if !report.fails() => {
            let hint = if report.count(Level::Warn) == 0 { "" } else { "; `okrbook check` shows them" };
            Saying { text: format!("{}{hint}", render::summary(report)), is_trouble: false }
        }
        News::Judged(report, sources) => {
            let stops = |item: &&Judged| item.level.stops();
            let items = report.items.iter().filter(stops).take(DRAWN).cloned().collect();
            let drawn = render::human(&Report { items }, sources, colored);
            let text = format!(
                "{drawn}{}; the browser shows the last state without errors",
                render::summary(report)
            );
            Saying { text, is_trouble: true }
        }
        News::Trouble { what, help, keeps } => {
            let help = help.map(|help| format!("\n  = help: {help}")).unwrap_or_default();
            let shown = if *keeps { "the last state without errors" } else { "the same" };
            let text = format!("error: {what}{help}\nthe browser shows {shown} until this is mended");
            Saying { text, is_trouble: true }
        }
        News::Blind(why) => {
            let help =
                "start the preview anew; on Linux, a higher fs.inotify.max_user_watches lets more be watched";
            Saying {
                text: format!("warning: not every change will be seen: {why}\n  = help: {help}"),
                is_trouble: true,
            }
        }
    }
}
