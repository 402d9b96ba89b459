//! Decides which pages exist and what each shows: one kind a file, charts as SVG.
//!
//! [`plan()`] lists the pages with their addresses; a kind's `view` says what one of them shows, as a documented
//! struct that a template of the theme reads. Nothing here knows templates. To add a kind of page: a file in
//! `kinds/` and a line in its index.

mod address;
mod banner;
pub mod beside;
pub mod chart;
pub mod comparison;
mod events;
pub mod format;
pub mod frame;
pub mod html;
mod index;
pub mod kinds;
mod live;
mod map;
mod narrative;
mod outline;
mod parts;
mod past;
mod plan;
pub mod prose;
mod rows;
mod scene;
mod site;
pub mod view;
pub mod words;

pub use address::Links;
pub use html::Html;
pub use index::{Index, Memo as IndexMemo};
pub use kinds::{KINDS, Kind};
pub use past::Past;
pub use plan::{Plan, Planned, Subject, plan};
pub use scene::{Scene, Shown};
pub use site::{Look, RulePage, Site};
pub use view::{Listener, View};

pub use address::NOTES;

pub(crate) use address::asset;
pub use address::file as address_of_file;
