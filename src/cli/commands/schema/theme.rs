//! theme.yaml, as types whose schema editors read.
#![expect(dead_code, reason = "the types exist for their schema alone")]

use super::shape::{Color, Id, Text, Title};
use schemars::JsonSchema;

/// What a theme is, and what it says where okrbook.yaml is silent.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "theme.yaml")]
pub(super) struct Manifest {
    /// What the theme is called.
    name: Option<Title>,
    /// What it is like, in a few words.
    description: Option<Title>,
    /// The theme of the program that a theme of your own is laid over: `default` or `plain`.
    extends: Option<Id>,
    /// What it says where okrbook.yaml is silent.
    settings: Option<Settings>,
}

/// Settings of a theme.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Settings {
    /// The colour in which links and marks stand out: one, or one for each scheme.
    accent: Option<Accent>,
    /// A picture below assets/ for the header of each page.
    logo: Option<Text>,
    /// A line at the foot of each page; inline Markdown.
    footer: Option<Text>,
    /// Fonts below assets/, by what they are for.
    fonts: Option<Fonts>,
}

/// One colour, or two.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Accent {
    One(Color),
    Schemes(Schemes),
}

/// A colour for each scheme.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Schemes {
    /// On light grounds and on paper.
    light: Color,
    /// On dark grounds.
    dark: Option<Color>,
}

/// Families of fonts.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Fonts {
    /// Prose and titles.
    text: Option<Family>,
    /// Interface, labels and tables.
    interface: Option<Family>,
    /// Code.
    code: Option<Family>,
}

/// A file, or several.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Family {
    File(Text),
    Files(Files),
}

/// Files of a family, by their cut.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Files {
    /// The upright cut.
    regular: Option<Text>,
    /// The italic cut.
    italic: Option<Text>,
    /// The bold cut.
    bold: Option<Text>,
    /// The bold italic cut.
    bold_italic: Option<Text>,
    /// A variable font of all weights.
    variable: Option<Text>,
    /// A variable font of all weights, in italics.
    variable_italic: Option<Text>,
}
