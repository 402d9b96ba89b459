//! An accent in which text could not be read, so that the site shows another colour.

use crate::config::{Colour, DARK, Ground, LEAST_CONTRAST, LIGHT, LintLevel};
use crate::lint::{Context, Findings, Rule};
use crate::text::Spanned;

pub(super) static RULE: Rule = Rule {
    name: "weak-accent",
    level: LintLevel::Warn,
    limit: None,
    docs: include_str!("weak_accent.md"),
    check,
};

/// One colour cannot be read on paper and in the dark as well, so the dark scheme has a lighter kin of an accent that
/// was given for both, which is no news. A colour that does not even serve paper, or the scheme it was given for, is.
fn check(context: &Context, findings: &mut Findings) {
    let Some(accent) = &context.settings.accent else { return };
    let mut look = |colour: Spanned<Colour>, ground: Ground, scheme: &str, way: &str| {
        let contrast = colour.value.contrast_on(ground);
        if contrast >= LEAST_CONTRAST {
            return;
        }
        let (written, mended) = (colour.value, colour.value.mended(ground));
        let message = format!("text in `{written}` cannot be read in the {scheme} scheme");
        findings.push(
            findings
                .at(colour.span, message)
                .here(format!("a contrast of {:.1}, where {LEAST_CONTRAST} is the least", floor(contrast)))
                .help(format!("the site shows `{mended}` instead; write that, or another colour as {way}")),
        );
    };
    look(accent.light, LIGHT, "light", "dark");
    if let Some(dark) = accent.dark {
        look(dark, DARK, "dark", "light");
    }
}

/// With one digit, and never as if it were enough.
fn floor(contrast: f64) -> f64 {
    (contrast * 10.0).floor() / 10.0
}
