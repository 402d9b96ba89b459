//! Keeps what is shown up to date: waits for changes, compiles, and publishes a revision.
//!
//! What would stop a build leaves the last good site where it is; only the panel changes.

use super::loading::Loader;
use super::panel::Panel;
use super::press::Press;
use super::revision::{Revision, Shown};
use super::watch::{Changes, Told, Watch};
use super::{News, Tell};
use crate::compile::Compiled;
use crate::disk;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use tokio::sync::watch;

/// Where revisions are published; nothing before the first.
pub(super) type Published = watch::Sender<Option<Revision>>;

/// Who keeps the preview up to date.
pub(super) struct Keeper {
    loader: Loader,
    published: Published,
    tell: Tell,
}

impl Keeper {
    pub(super) fn new(loader: Loader, published: Published, tell: Tell) -> Keeper {
        Keeper { loader, published, tell }
    }

    /// Works until nobody looks any more. It watches before it reads, so that no change falls between.
    pub(super) fn run(mut self) {
        let (sender, told): (Sender<Told>, _) = channel();
        let watch = Watch::begin(self.loader.root(), sender, told);
        self.update(&Changes { anything: true, ..Changes::default() });
        let mut watch = match watch {
            Ok(watch) => watch,
            Err(error) => return (self.tell)(&News::Blind(&error.to_string())),
        };
        while let Some(changes) = watch.next() {
            match changes {
                Ok(changes) => self.update(&changes),
                Err(error) => {
                    (self.tell)(&News::Blind(&error.to_string()));
                    self.update(&Changes { anything: true, ..Changes::default() });
                }
            }
            if self.published.is_closed() {
                break;
            }
        }
    }

    fn update(&mut self, changes: &Changes) {
        let before = self.published.borrow().clone();
        let number = before.as_ref().map_or(1, |revision| revision.number + 1);
        let last_good = before.as_ref().and_then(|revision| revision.site.clone());
        let loaded = self.loader.load(changes);
        let help = loaded.as_ref().err().and_then(disk::Error::help);
        let (site, panel) = match &loaded {
            Err(error) => (last_good, Panel::of_trouble(&error.to_string(), help)),
            Ok(compiled) => {
                let panel = Panel::of(&compiled.report, &compiled.sources);
                if compiled.report.fails() {
                    (last_good, panel)
                } else {
                    match Press::set_up(Arc::clone(compiled)) {
                        Ok(press) => {
                            let kept = last_good.filter(|_| !self.touches_files(compiled, changes));
                            let files_since = kept.map_or(number, |site| site.files_since);
                            (Some(Shown { since: number, files_since, press: Arc::new(press) }), panel)
                        }
                        Err(trouble) => (last_good, Panel::of_trouble(&trouble, None)),
                    }
                }
            }
        };
        let is_news = before.is_none_or(|before| before.panel.digest != panel.digest);
        let panel = Arc::new(panel);
        let keeps = site.is_some();
        self.published.send_replace(Some(Revision { number, site, panel: Arc::clone(&panel) }));
        if is_news {
            (self.tell)(&match &loaded {
                Ok(compiled) if panel.is_judged => News::Judged(&compiled.report, &compiled.sources),
                _ => News::Trouble { what: &panel.summary, help, keeps },
            });
        }
    }

    /// Whether a change concerns a file that is copied as it is.
    fn touches_files(&self, compiled: &Compiled, changes: &Changes) -> bool {
        let is_touched = |path: &String| {
            let place = self.loader.root().join(path);
            place.ancestors().any(|part| changes.paths.contains(part))
        };
        changes.anything || compiled.copied.iter().any(is_touched)
    }
}
