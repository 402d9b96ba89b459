//! Style rules of the one colour in which links and marks stand out.

use crate::config::{Accent, Colour};

/// Rules that set an accent in both schemes; paper is light.
pub(super) fn rules(accent: &Accent) -> String {
    let (light, dark) = (accent.on_light(), accent.on_dark());
    format!(
        ":root{{--accent:{light}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root:not([data-scheme=light]){{--accent:{dark}}}}}\n\
         @media screen{{:root[data-scheme=dark]{{--accent:{dark}}}}}\n"
    )
}

/// A picture of the theme with another colour in place of the theme's own.
pub(super) fn recolour(picture: &[u8], own: Colour, to: Colour) -> Vec<u8> {
    if own == to {
        return picture.to_vec();
    }
    String::from_utf8_lossy(picture).replace(&own.to_string(), &to.to_string()).into_bytes()
}
