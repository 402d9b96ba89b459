//! Threads with room for deep values. A template of the handbook's own may put lists into lists for as long as it
//! likes, and whatever writes or drops such a value goes down as deep.

use rayon::{ThreadPool, ThreadPoolBuilder};

/// How much of a stack is asked for, in bytes: as much as everything that such templates may take, so that they run
/// into that bound first (`disk::look_on`). Only what is used is taken from the machine; one that refuses the first
/// is asked for the second.
const STACKS: [usize; 2] = [1 << 30, 1 << 26];

/// Threads for templates of the handbook's own; none where the system gives no such threads.
pub(super) fn build() -> Option<ThreadPool> {
    STACKS.iter().find_map(|stack| ThreadPoolBuilder::new().stack_size(*stack).build().ok())
}
