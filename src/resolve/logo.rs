//! Finds out whether the logo of the settings is a file of the handbook.

use super::Surroundings;
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::diagnostic::errors::MISSING_DATA_FILE;

/// What is wrong with the logo, if something is. Only files inside the handbook are among its assets.
pub(super) fn check(settings: &Settings, around: Surroundings) -> Option<Finding> {
    let logo = settings.logo.as_ref()?;
    if around.assets.iter().any(|path| path == logo.value.trim_start_matches("./")) {
        return None;
    }
    let message = format!("there is no logo `{}` in the handbook", logo.value.escape_debug());
    let help = "give its path from the folder of `okrbook.yaml`, such as `static/logo.svg`";
    Some(Finding::error(&MISSING_DATA_FILE, logo.span, message).help(help))
}
