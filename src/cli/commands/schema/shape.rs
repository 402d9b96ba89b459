//! The shapes of single values in the schemas for editors.

use crate::model;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Types that exist for their schema alone.
macro_rules! shapes {
    ($($(#[doc = $doc:literal])* $name:ident $schema:tt;)*) => {$(
        $(#[doc = $doc])*
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

shapes! {
    /// An id; a bare number is its text.
    Id {"type": ["string", "integer"], "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$", "maxLength": 100};
    /// The id of something else; a bare number is its text.
    Reference {"type": ["string", "integer"]};
    /// Plain text on one line.
    Title {"type": "string", "minLength": 1, "maxLength": 500};
    /// Inline Markdown.
    Text {"type": "string"};
    /// A day.
    Date {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"};
    /// An exact number, without a unit.
    Number {"type": "number"};
    /// A number from 0 to 1.
    Share {"type": "number", "minimum": 0, "maximum": 1};
    /// A share in a mean.
    Weight {"type": "number", "minimum": 0};
    /// An address.
    Url {"type": "string", "pattern": "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)"};
    /// How often something is due.
    Cadence {"anyOf": [
        {"enum": model::Cadence::WORDS.map(|(word, _)| word)},
        {"type": "integer", "minimum": 1, "maximum": 3660},
    ]};
    /// A number, or `unknown` while there is no baseline.
    Start {"anyOf": [{"type": "number"}, {"const": "unknown"}]};
    /// `false`, or the day on which it was done.
    Done {"anyOf": [{"const": false}, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}]};
    /// Who may see it.
    Visibility {"enum": ["public", "internal"]};
    /// What 1.0 means.
    Ambition {"enum": words(model::Ambition::WORDS)};
    /// How far along it is.
    State {"enum": words(model::State::WORDS)};
    /// Who proposed it.
    Origin {"enum": words(model::Origin::WORDS)};
    /// The owner's word.
    Status {"enum": words(model::Status::WORDS)};
    /// How it ended.
    Outcome {"enum": words(model::Outcome::WORDS)};
    /// What follows.
    Decision {"enum": words(model::Decision::WORDS)};
    /// Whether the other side agreed.
    DependencyState {"enum": words(model::DependencyState::WORDS)};
    /// How far the work is.
    InitiativeState {"enum": words(model::InitiativeState::WORDS)};
    /// The zone that was reached.
    Zone {"enum": words(model::Zone::WORDS)};
    /// For whom a site is made.
    Audience {"enum": words(model::Audience::WORDS)};
    /// How loud a lint may be.
    Level {"enum": words(crate::config::LintLevel::WORDS)};
    /// What happens to HTML in prose.
    RawHtml {"enum": words(crate::config::RAW_HTML)};
    /// A month.
    Month {"type": "integer", "minimum": 1, "maximum": 12};
    /// A colour.
    Color {"type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"};
}

fn words<T>(words: &[(&'static str, T)]) -> Vec<&'static str> {
    words.iter().map(|(word, _)| *word).collect()
}
