//! Reads theme.yaml: what a theme is called, and what it says where okrbook.yaml is silent.
//!
//! A setting has one meaning wherever it stands: okrbook.yaml goes before the handbook's own theme.yaml, and that
//! goes before the theme of the program, key by key.

use crate::config::{Accent, Colour};
use crate::diagnostic::errors::WRONG_TYPE;
use crate::diagnostic::{Finding, did_you_mean};
use crate::model::Text;
use crate::syntax::fields::{Fields, wrong_type};
use crate::syntax::{Kind, Node, not_utf8, yaml};
use crate::text::Source;

/// What the file is called.
pub const FILE: &str = "theme.yaml";

/// Keys of theme.yaml.
pub const KEYS: &[&str] = &["name", "description", "extends", "settings"];
/// Keys of `settings`.
pub const SETTINGS_KEYS: &[&str] = &["accent", "logo", "footer", "fonts"];
/// Keys of an accent of two colours.
pub const ACCENT_KEYS: &[&str] = &["light", "dark"];
/// Keys of `fonts`, which are the families of the style sheets.
pub const FONTS_KEYS: &[&str] = &["text", "interface", "code"];
/// Keys of a family of several files.
pub const FAMILY_KEYS: &[&str] = &["regular", "italic", "bold", "bold_italic", "variable", "variable_italic"];

/// What files of fonts end in, and what style sheets call that.
pub(super) const FORMATS: &[(&str, &str)] =
    &[("woff2", "woff2"), ("woff", "woff"), ("ttf", "truetype"), ("otf", "opentype")];

/// What a theme.yaml says.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// What the theme is called for people.
    pub name: Option<String>,
    /// What it is like, in a few words.
    pub description: Option<String>,
    /// The theme of the program that it is laid over.
    pub extends: Option<Text>,
    /// The colour in which links and marks stand out.
    pub accent: Option<Accent>,
    /// A picture among its assets.
    pub logo: Option<Text>,
    /// Inline Markdown at the foot of each page.
    pub footer: Option<Text>,
    /// Files of fonts among its assets.
    pub fonts: Vec<Font>,
}

/// One file of a family of fonts.
#[derive(Clone, Debug)]
pub struct Font {
    /// One of [`FONTS_KEYS`].
    pub family: &'static str,
    /// One of [`FAMILY_KEYS`].
    pub cut: &'static str,
    /// Its name among the assets.
    pub file: Text,
}

impl Manifest {
    /// Reads a theme.yaml; what cannot be used is a finding, and as if it were not there.
    pub fn read(source: &Source, findings: &mut Vec<Finding>) -> Manifest {
        let mut manifest = Manifest::default();
        if let Some(finding) = not_utf8(source) {
            findings.push(finding);
            return manifest;
        }
        let Some(only) = yaml::parse_one(source, source.whole(), FILE, findings) else { return manifest };
        let node = only.root();
        let Some(mut fields) = Fields::open(&node, FILE, KEYS, findings) else { return manifest };
        manifest.name = fields.title("name").map(|name| name.value);
        manifest.description = fields.title("description").map(|text| text.value);
        manifest.extends = fields.id("extends");
        if let Some(node) = fields.get("settings") {
            manifest.settings(&node, fields.findings());
        }
        fields.finish(misplaced);
        manifest
    }

    fn settings(&mut self, node: &Node, findings: &mut Vec<Finding>) {
        let Some(mut fields) = Fields::open(node, "`settings` of a theme", SETTINGS_KEYS, findings) else {
            return;
        };
        self.logo = fields.text("logo");
        self.footer = fields.text("footer");
        if let Some(node) = fields.get("accent") {
            self.accent = accent(&node, fields.findings());
        }
        if let Some(node) = fields.get("fonts") {
            self.fonts = fonts(&node, fields.findings());
        }
        fields.finish(|_, _| None);
    }
}

/// A key that belongs one level deeper.
fn misplaced(key: &str, span: crate::text::Span) -> Option<Finding> {
    SETTINGS_KEYS.contains(&key).then(|| {
        Finding::error(&crate::diagnostic::errors::UNKNOWN_KEY, span, format!("unknown key `{key}`"))
            .here("not a key of theme.yaml itself")
            .help(format!("write `{key}` below `settings:`"))
    })
}

/// One colour, or one for each scheme.
fn accent(node: &Node, findings: &mut Vec<Finding>) -> Option<Accent> {
    if !matches!(node.kind(), Kind::Mapping(_)) {
        let written = crate::syntax::fields::text(node, "accent", findings)?;
        let light = Colour::read(&written).map_err(|finding| findings.push(finding)).ok()?;
        return Some(Accent { light, dark: None });
    }
    let mut fields = Fields::open(node, "`accent`", ACCENT_KEYS, findings)?;
    let light = fields.required_text("light");
    let dark = fields.text("dark");
    let mut colour =
        |written: Option<Text>| Colour::read(&written?).map_err(|finding| fields.report(finding)).ok();
    let (light, dark) = (colour(light), colour(dark));
    fields.finish(|_, _| None);
    Some(Accent { light: light?, dark })
}

fn fonts(node: &Node, findings: &mut Vec<Finding>) -> Vec<Font> {
    let mut fonts = Vec::new();
    let Some(mut fields) = Fields::open(node, "`fonts`", FONTS_KEYS, findings) else { return fonts };
    for &family in FONTS_KEYS {
        let Some(node) = fields.get(family) else { continue };
        if !matches!(node.kind(), Kind::Mapping(_) | Kind::Sequence(_)) {
            let file = crate::syntax::fields::text(&node, family, fields.findings());
            fonts.extend(file.map(|file| Font { family, cut: "regular", file }));
            continue;
        }
        if matches!(node.kind(), Kind::Sequence(_)) {
            let finding = wrong_type(&node, &format!("`{family}`"), "a file, or files by what they are for")
                .help(format!("write `{family}: {{regular: FILE, bold: FILE}}`"));
            fields.report(finding);
            continue;
        }
        let Some(mut inner) = Fields::open(&node, "a family of fonts", FAMILY_KEYS, fields.findings()) else {
            continue;
        };
        for &cut in FAMILY_KEYS {
            let file = inner.text(cut);
            fonts.extend(file.map(|file| Font { family, cut, file }));
        }
        inner.finish(|_, _| None);
    }
    fields.finish(|_, _| None);
    fonts.retain(|font| {
        let fault = not_a_font(&font.file);
        let is_right = fault.is_none();
        findings.extend(fault);
        is_right
    });
    fonts
}

/// What a file of a font must end in, so that a browser is told what it is.
fn not_a_font(file: &Text) -> Option<Finding> {
    if super::fonts::format(&file.value).is_some() {
        return None;
    }
    let message = format!("`{}` is not a file of a font", file.value.escape_debug());
    let help = "name a file that ends in .woff2, .woff, .ttf or .otf, below the theme's `assets/`";
    Some(Finding::error(&WRONG_TYPE, file.span, message).help(help))
}

/// The theme that one of the handbook's own says it is laid over does not exist, or it cannot be laid over any.
pub(super) fn extends_in_vain(theme: &str, extends: &Text, shipped: &[&str]) -> Option<Finding> {
    let finding = |message: String| Finding::error(&WRONG_TYPE, extends.span, message);
    if shipped.contains(&theme) {
        let message = format!("`{theme}` is a theme of the program, and extends nothing but what it is");
        return (extends.value != theme).then(|| {
            finding(message).help("remove `extends`, or give your theme a folder and name of its own")
        });
    }
    if shipped.contains(&extends.value.as_str()) {
        return None;
    }
    let message = format!("there is no theme `{}` in the program", extends.value.escape_debug());
    let names: Vec<String> = shipped.iter().map(|name| format!("`{name}`")).collect();
    let help = did_you_mean(&extends.value, shipped.iter().copied());
    Some(finding(message).help(help.unwrap_or_else(|| format!("write {}", names.join(" or ")))))
}
