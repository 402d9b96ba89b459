//! Signals that end the program (Ctrl-C, a request of the system, a terminal that closes): while something is being
//! written, they wait until that stands whole or is gone, however often they come: `timeout` sends each of them twice.
//!
//! Signals are listened to only where a command asks for that; elsewhere they do what they always do.

use super::Error;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

/// Signals that ask a program to end.
const SIGNALS: &[i32] = &[
    SIGINT,
    SIGTERM,
    #[cfg(unix)]
    signal_hook::consts::SIGHUP,
];

/// What the status of a program that a signal ended begins at, as shells count it.
const ENDED: i32 = 128;

static PROCESS: LazyLock<Arc<Interrupt>> = LazyLock::new(Arc::default);

/// What came, and whether it may end the program.
#[derive(Debug)]
pub(super) struct Interrupt {
    /// The signal that was kept waiting; 0 is none.
    kept: Arc<AtomicUsize>,
    /// Whether a signal ends the program at once.
    ends: Arc<AtomicBool>,
    /// How many things are being written.
    holds: AtomicUsize,
}

impl Default for Interrupt {
    fn default() -> Self {
        Interrupt { kept: Arc::default(), ends: Arc::new(AtomicBool::new(true)), holds: AtomicUsize::new(0) }
    }
}

impl Interrupt {
    /// Goes on, unless a signal was kept. Whoever is refused tells so before another signal ends the program.
    fn ask(self: &Arc<Self>) -> Result<(), Error> {
        if self.kept.load(Ordering::Relaxed) == 0 { Ok(()) } else { Err(Error::Interrupted(self.wait())) }
    }

    /// Lets signals wait from now on, where something new may be begun.
    pub(super) fn hold(self: &Arc<Self>) -> Result<Hold, Error> {
        self.ask()?;
        Ok(self.wait())
    }

    /// Lets signals wait from now on. None can fall between: as long as one ends the program, none is kept.
    fn wait(self: &Arc<Self>) -> Hold {
        if self.holds.fetch_add(1, Ordering::SeqCst) == 0 {
            self.ends.store(false, Ordering::SeqCst);
        }
        Hold(Arc::clone(self))
    }

    /// What a signal does: it ends the program, or it is kept.
    fn listen(&self, signal: i32) -> io::Result<()> {
        flag::register_conditional_shutdown(signal, ENDED + signal, Arc::clone(&self.ends))?;
        flag::register_usize(signal, Arc::clone(&self.kept), signal.unsigned_abs() as usize)?;
        Ok(())
    }

    #[cfg(test)]
    pub(super) fn raise(&self) {
        self.kept.store(SIGINT.unsigned_abs() as usize, Ordering::Relaxed);
    }
}

/// While it lives, something half written may stand, or is still to be told of, and a signal waits.
#[derive(Debug)]
pub struct Hold(Arc<Interrupt>);

impl Hold {
    /// Begins to write; refused where the program is asked to end.
    pub(super) fn begin() -> Result<Hold, Error> {
        PROCESS.hold()
    }

    /// Goes on, unless the program is asked to end.
    pub(super) fn ask(&self) -> Result<(), Error> {
        self.0.ask()
    }

    /// A writer that stops where the program is asked to end.
    pub(super) fn watch<W: Write>(&self, out: W) -> impl Write {
        Watched { hold: self, out }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if self.0.holds.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.ends.store(true, Ordering::SeqCst);
        }
    }
}

struct Watched<'h, W> {
    hold: &'h Hold,
    out: W,
}

impl<W: Write> Write for Watched<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.hold.ask().map_err(io::Error::other)?;
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// From now on a signal ends the program with 128 and its own number, but never while something half written stands.
/// Those that whoever started us lets pass (`nohup`, a shell's background) go on passing.
pub fn listen() {
    let passing = passing();
    for &signal in SIGNALS {
        if passing >> (signal - 1) & 1 == 0 {
            // A system that lends no signals ends the program itself.
            let _ = PROCESS.listen(signal);
        }
    }
}

/// Goes on, unless a signal came while something was written.
pub fn go_on() -> Result<(), Error> {
    PROCESS.ask()
}

/// The status with which to end, if a signal came while something was written.
pub fn interrupted() -> Option<u8> {
    let kept = PROCESS.kept.load(Ordering::SeqCst);
    (kept != 0).then(|| u8::try_from(ENDED.unsigned_abs() as usize + kept).unwrap_or(u8::MAX))
}

/// A bit for each signal that is ignored, where the system tells without being asked in unsafe ways.
fn passing() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_waits_while_something_is_written_and_nothing_else_is_begun() {
        let interrupt = Arc::new(Interrupt::default());
        let ends = || interrupt.ends.load(Ordering::SeqCst);
        let hold = interrupt.hold().expect("nothing came");
        let another = interrupt.hold().expect("nothing came");
        drop(another);
        assert!(!ends(), "the first is still being written");
        interrupt.raise();
        assert!(matches!(hold.ask(), Err(Error::Interrupted(_))));
        assert!(hold.watch(Vec::new()).write(b"more").is_err());
        drop(hold);
        assert!(ends());
        assert!(matches!(interrupt.hold(), Err(Error::Interrupted(_))));
    }
}
