//! The program: what it does is in the library, what it may be told in [`okrbook::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    okrbook::cli::run(std::env::args_os())
}
