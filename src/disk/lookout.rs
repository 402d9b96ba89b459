//! Looks on while templates of the handbook's own are at work: a program that somebody wrote may never end, and may
//! take all memory on its way.

use crate::text::Source;
use crate::theme::turns;
use memory_stats::memory_stats;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How often it looks.
const BEAT: Duration = Duration::from_millis(50);
/// How many beats a template may work at one page. The whole site of 10,000 objectives is drawn in a tenth of this.
const LONGEST: u32 = 400;
/// How much memory drawing may take, in bytes, beside twice what the handbook itself takes.
const ROOM: usize = 512 << 20;

/// A template went too far.
#[derive(Debug)]
pub struct Overrun {
    /// The template.
    pub template: Arc<Source>,
    /// What it did.
    pub what: String,
}

/// Looks on from now on, and calls `end` where a template goes too far. It goes on all the same: a thread can only be
/// ended with its process.
pub fn look_on(end: impl FnOnce(Overrun) + Send + 'static) {
    let looking = thread::Builder::new().name("lookout".to_owned()).spawn(move || end(next()));
    // Where the system gives no thread, nobody looks on.
    drop(looking);
}

/// Waits for a template that goes too far.
fn next() -> Overrun {
    loop {
        turns::wait();
        let most = held().saturating_mul(2).saturating_add(ROOM);
        while let Some(turn) = turns::beat() {
            if let Some(what) = excess(turn.beats, held(), most) {
                return Overrun { template: turn.template, what };
            }
            thread::sleep(BEAT);
        }
    }
}

/// What is too much, of the time that a template works and of the memory in bytes that all of the program holds.
fn excess(beats: u32, held: usize, most: usize) -> Option<String> {
    if beats > LONGEST {
        Some(format!(
            "drawing a page with this template takes more than {} seconds",
            (BEAT * LONGEST).as_secs()
        ))
    } else if held > most {
        Some(format!("drawing a page with this template takes more than {} MB of memory", ROOM >> 20))
    } else {
        None
    }
}

/// How much memory the program holds, in bytes; 0 where the system does not tell.
fn held() -> usize {
    memory_stats().map_or(0, |stats| stats.physical_mem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_and_memory_have_an_end() {
        assert_eq!(excess(LONGEST, 10, 10), None);
        let told = |beats, held| excess(beats, held, 600 << 20).unwrap_or_default();
        assert_eq!(told(LONGEST + 1, 0), "drawing a page with this template takes more than 20 seconds");
        assert_eq!(
            told(1, (600 << 20) + 1),
            "drawing a page with this template takes more than 512 MB of memory"
        );
    }
}
