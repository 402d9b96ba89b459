//! The thin end: see the library.

fn main() {}
