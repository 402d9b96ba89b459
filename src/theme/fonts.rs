//! Style rules of the fonts that a theme brings: each file with what it is for, and the family that uses it.

use super::manifest::{FORMATS, Font};
use std::fmt::Write;

/// The families of theme.yaml, the property of the style sheets that each one sets, and what stands in for a letter
/// that a font does not have.
const FAMILIES: &[(&str, &str, &str)] = &[
    ("text", "--serif", "ui-serif,Georgia,serif"),
    ("interface", "--sans", "ui-sans-serif,system-ui,sans-serif"),
    ("code", "--mono", "ui-monospace,Menlo,monospace"),
];

/// What a style sheet calls the format of a file, by its ending.
pub(super) fn format(file: &str) -> Option<&'static str> {
    let (_, ending) = file.rsplit_once('.')?;
    FORMATS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map(|(_, format)| *format)
}

/// Rules for fonts. A font that comes late is used from the next page on: a text that jumps is worse than another
/// font on the first page.
pub(super) fn rules(fonts: &[Font]) -> String {
    let mut rules = String::new();
    for Font { family, cut, file } in fonts {
        let weight = match *cut {
            "bold" | "bold_italic" => "700",
            "variable" | "variable_italic" => "100 900",
            _ => "400",
        };
        let style = if cut.ends_with("italic") { "italic" } else { "normal" };
        let format = format(&file.value).unwrap_or_default();
        let _ = writeln!(
            rules,
            "@font-face{{font-family:theme-{family};src:url(\"{}\") format(\"{format}\");font-weight:{weight};\
             font-style:{style};font-display:optional}}",
            file.value
        );
    }
    for (family, property, others) in FAMILIES {
        if fonts.iter().any(|font| font.family == *family) {
            let _ = writeln!(rules, ":root{{{property}:theme-{family},{others}}}");
        }
    }
    rules
}
