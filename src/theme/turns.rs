//! Which pages are being drawn with templates of the handbook's own. Those are programs, and Tera runs one for as long
//! as it says: whoever keeps the clock looks here for what goes on too long.
//!
//! There is one list for the whole process, since a template that runs can only be ended with it.

use crate::text::Source;
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

static TURNS: Turns = Turns { going_on: Mutex::new(BTreeMap::new()), begun: Condvar::new() };

#[derive(Debug)]
struct Turns {
    going_on: Mutex<BTreeMap<u64, Turn>>,
    begun: Condvar,
}

/// A template at work.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The template; where the page's is a built-in one, one of the handbook's own that it is drawn with.
    pub template: Arc<Source>,
    /// How many times [`beat`] was called since it began.
    pub beats: u32,
}

/// A turn lasts as long as this value.
#[derive(Debug)]
pub(super) struct Lasting {
    turns: &'static Turns,
    number: u64,
}

/// Begins a turn.
pub(super) fn begin(template: Arc<Source>) -> Lasting {
    TURNS.begin(template)
}

/// Waits until a template of the handbook's own is at work.
pub fn wait() {
    TURNS.wait();
}

/// Counts one beat for each turn that goes on, and tells the one that has lasted longest.
pub fn beat() -> Option<Turn> {
    TURNS.beat()
}

impl Turns {
    fn begin(&'static self, template: Arc<Source>) -> Lasting {
        let mut going_on = self.lock();
        let number = going_on.last_key_value().map_or(0, |(last, _)| last + 1);
        going_on.insert(number, Turn { template, beats: 0 });
        self.begun.notify_all();
        Lasting { turns: self, number }
    }

    fn wait(&self) {
        let going_on = self.begun.wait_while(self.lock(), |going_on| going_on.is_empty());
        drop(going_on.unwrap_or_else(PoisonError::into_inner));
    }

    fn beat(&self) -> Option<Turn> {
        let mut going_on = self.lock();
        going_on.values_mut().for_each(|turn| turn.beats += 1);
        going_on.values().next().cloned()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, Turn>> {
        self.going_on.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Lasting {
    fn drop(&mut self) {
        self.turns.lock().remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Sources;

    #[test]
    fn the_template_that_has_worked_longest_is_told_with_its_beats() {
        static OURS: Turns = Turns { going_on: Mutex::new(BTreeMap::new()), begun: Condvar::new() };
        let mut sources = Sources::default();
        let [home, footer] = ["home.html", "footer.html"].map(|name| sources.add(name, (*b"").into()));
        let told = || OURS.beat().map(|turn| (turn.template.path().to_owned(), turn.beats));
        assert_eq!(told(), None);
        let first = OURS.begin(sources.share(home));
        OURS.wait();
        assert_eq!(told(), Some(("home.html".to_owned(), 1)));
        let second = OURS.begin(sources.share(footer));
        assert_eq!(told(), Some(("home.html".to_owned(), 2)));
        drop(first);
        assert_eq!(told(), Some(("footer.html".to_owned(), 2)));
        drop(second);
        assert_eq!(told(), None);
    }
}
