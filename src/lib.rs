//! A static site generator for public OKR handbooks.
//!
//! The program is one pure function with IO at its edges; everything else follows.
//!
//! ```text
//! files ──disk──▶ Inputs ──syntax──▶ Documents ──resolve──▶ Handbook ──progress──▶ Progress ──page──▶ Plan ──theme──▶ bytes
//!                                             lint ▲ (Handbook + Progress → findings)          │ one page at a time
//! ```
//!
//! Rows from the bottom up; a module uses only the rows above it in this list, which `tests/tidy.rs` checks:
//!
//! | row | module | duty |
//! | --- | --- | --- |
//! | 0 | [`text`] | own source texts and point into them |
//! | 1 | [`diagnostic`] | say what is wrong with a source; one renderer a file |
//! | 2 | [`syntax`] | turn one file into one tree, whatever it contains |
//! | 3 | [`model`] | a handbook that makes sense: types and their invariants only |
//! | 4 | [`locale`] | say things in the site's language: messages, numbers, dates |
//! | 5 | [`config`] | turn okrbook.yaml into settings that are right |
//! | 6 | [`resolve`] | link documents into one handbook; report what does not link and leave it out |
//! | 7 | [`progress`] | derive numbers from facts and a date |
//! | 8 | [`snapshot`] | a handbook frozen at a date: file format, hash chain, comparison of two |
//! | 8 | [`edit`] | write into a source so that everything else in it stays as it was |
//! | 9 | [`lint`] | judge the handbook; one rule a file |
//! | 9 | [`page`] | which pages exist and what each shows; one kind a file; charts as SVG |
//! | 9 | [`export`] | the handbook as data |
//! | 10 | [`theme`] | turn a page into HTML; the only module that knows Tera |
//! | 11 | [`compile`] | the whole program on one screen |
//! | 12 | [`disk`] | the only module that touches files and the clock |
//! | 13 | [`serve`] | show the latest compilation to a browser |
//! | 14 | [`cli`] | one file per command: its arguments, its run, its exit |
//!
//! Data flows one way. A stage returns what it made together with its findings; a bad reference becomes a
//! finding and is left out, so that later stages never see it.

pub mod text;

pub mod diagnostic;

pub mod syntax;

pub mod model;

pub mod locale;

pub mod config;

pub mod resolve;

pub mod progress;

pub mod snapshot;

pub mod edit;

pub mod lint;

pub mod page;

pub mod export;

pub mod theme;

pub mod compile;

pub mod disk;

pub mod serve;

pub mod cli;
