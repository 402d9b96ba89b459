//! The only module that touches files, the clock, memory and signals: finding a handbook, reading it, writing its site.
//!
//! It knows nothing of goals. What the disk refuses is an [`Error`] with its path; what stands in the files is
//! judged elsewhere.
#![expect(clippy::disallowed_methods, reason = "this is the place where files and the clock are touched")]

mod clearing;
mod error;
mod folder;
pub mod git;
mod history;
mod interrupt;
mod lookout;
mod manifest;
mod open;
mod output;
mod read;
mod rewrite;
mod session;
mod staging;
mod walk;

pub use error::Error;
pub use folder::{add_file, write_file, write_folder, write_new};
pub use history::last_changes;
pub use interrupt::{go_on, interrupted, listen};
pub use lookout::{Overrun, look_on};
pub use open::{INPUTS, is_site, open};
pub use output::{Output, Written};
pub use read::{find_root, read};
pub use rewrite::rewrite;
pub use session::{Changes, Session};
pub use walk::counts;

use crate::model::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// Today as SOURCE_DATE_EPOCH says, else as the clock says; in UTC.
pub fn today() -> Result<Date, Error> {
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) if !text.is_empty() => text.parse().ok(),
        _ => SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .ok()
            .and_then(|since| i64::try_from(since.as_secs()).ok()),
    };
    seconds.and_then(date_of).ok_or(Error::Clock)
}

/// The day, in UTC, in which a second since 1970 lies.
fn date_of(seconds: i64) -> Option<Date> {
    let instant = jiff::Timestamp::from_second(seconds).ok()?;
    Some(instant.to_zoned(jiff::tz::TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_beside_a_site_has_names_that_no_file_of_a_site_may_have() {
        for name in [manifest::NAME, staging::INSIDE, staging::LOCK] {
            assert!(name.starts_with(crate::page::NOTES), "{name}");
        }
    }

    #[test]
    fn a_day_lasts_until_midnight_utc() {
        let day = |seconds| date_of(seconds).map(|date| date.to_string());
        assert_eq!(day(0).as_deref(), Some("1970-01-01"));
        assert_eq!(day(86_399).as_deref(), Some("1970-01-01"));
        assert_eq!(day(1_772_323_200).as_deref(), Some("2026-03-01"));
        assert_eq!(day(i64::MAX), None);
    }
}
