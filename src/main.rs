//! The program: what it does is in the library, what it may be told in [`okrbook::cli`].

use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "this is where arguments come in")]
fn main() -> ExitCode {
    okrbook::cli::run(std::env::args_os())
}
