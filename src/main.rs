//! The program: what it does is in the library, what it may be told in [`okrbook::cli`].

use std::process::ExitCode;

/// Rendering allocates on every thread; see `content/manual/speed.md` for what it saves.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[expect(clippy::disallowed_methods, reason = "this is where arguments come in")]
fn main() -> ExitCode {
    okrbook::cli::run(std::env::args_os())
}
