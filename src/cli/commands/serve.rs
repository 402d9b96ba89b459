//! `okrbook serve`: the site in a browser, as it will be, while you write.

use super::{Error, Exit};
use crate::cli::handbook::Handbook;
use crate::cli::terminal::Terminal;
use crate::diagnostic::render;
use crate::disk;
use crate::serve::{self, News, Preview, Tell};
use clap::Args;
use std::sync::Arc;

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
    /// The port to listen at; 0 takes any that is free.
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    port: u16,
    /// Open the site in your browser.
    #[arg(long)]
    open: bool,
    /// Show handbook pages that are drafts, too.
    #[arg(long)]
    drafts: bool,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let root = disk::find_root(self.handbook.path())?;
        let options = self.handbook.options(None, self.drafts)?;
        let preview = Preview { root, options, host: self.host.clone(), port: self.port };
        let (told, is_opened) = (terminal.clone(), self.open);
        let tell: Tell = Arc::new(move |news| say(&told, news, is_opened));
        let served = serve::serve(preview, &tell);
        served.map_err(|error| self.explained(error))?;
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

fn say(terminal: &Terminal, news: &News, open_it: bool) {
    match news {
        News::Listening(address) => {
            let url = address.url();
            terminal.say(format_args!("the handbook is at {url} (Ctrl-C ends the preview)"));
            if address.is_open() {
                terminal.show("warning: every machine that reaches this one can read it, drafts and all\n");
            }
            if open_it && let Err(error) = open::that_detached(&url) {
                terminal.show(&format!("warning: no browser could be opened: {error}\n"));
            }
        }
        News::Judged(report, sources) => {
            let human = render::format("human").expect("the human format is always there");
            terminal.show(&(human.render)(report, sources, terminal.colors_findings()));
            terminal.say(render::summary(report));
            if report.fails() {
                terminal.say("the browser shows the last state without errors, and what is to mend");
            }
        }
        News::Trouble(what) => terminal.show(&format!("error: {what}\n")),
        News::Blind(why) => terminal.show(&format!(
            "warning: not every change will be seen: {why}\n  = help: start the preview anew; on Linux, a higher \
             fs.inotify.max_user_watches lets more folders be watched\n"
        )),
    }
}
