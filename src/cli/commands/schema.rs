//! `okrbook schema`: JSON Schema for editors, which then complete and explain keys, and for those who read exports.

mod collection;
mod goal;
mod settings;
mod shape;
mod theme;

use super::{Error, Exit};
use crate::cli::terminal::Terminal;
use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// Print JSON Schema, for completion in editors and for those who read the export.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  okrbook schema > handbook.schema.json\n  okrbook schema export\n\n\
    In a YAML file below content/, this first line makes editors complete and explain its keys:\n  \
    # yaml-language-server: $schema=../handbook.schema.json")]
pub(in crate::cli) struct Arguments {
    /// Of what: YAML files below content/, the json export, okrbook.yaml, or the theme.yaml of a theme.
    #[arg(value_enum, default_value_t = Kind::Handbook)]
    of: Kind,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    /// YAML files below content/.
    Handbook,
    /// What `okrbook export json` prints.
    Export,
    /// okrbook.yaml.
    Settings,
    /// theme.yaml.
    Theme,
}

impl Arguments {
    pub(super) fn run(self, terminal: &Terminal) -> Result<Exit, Error> {
        let text = match self.of {
            Kind::Handbook => handbook(),
            Kind::Export => pretty(&crate::export::schema()),
            Kind::Settings => settings(),
            Kind::Theme => pretty(&for_editors::<theme::Manifest>()),
        };
        terminal.product(&text)?;
        Ok(Exit::Clean)
    }
}

/// The schema of YAML files below content/.
pub(super) fn handbook() -> String {
    pretty(&for_editors::<collection::File>())
}

/// The schema of okrbook.yaml.
pub(super) fn settings() -> String {
    pretty(&for_editors::<settings::Settings>())
}

/// Draft 7 is what language servers for YAML understand best.
fn for_editors<T: JsonSchema>() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value()
}

fn pretty(schema: &Value) -> String {
    let mut text = serde_json::to_string_pretty(schema).expect("a schema is plain JSON");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;
    use crate::resolve::declare::{
        LINK_KEYS, check_in, cycle, file, key_result, kpi, measure, objective, organisation,
    };

    /// Asserts that a definition of a schema has just the keys that are read.
    fn check(schema: &Value, name: &str, keys: &[&str]) {
        let definition = if name.is_empty() { schema } else { &schema["definitions"][name] };
        let properties =
            definition["properties"].as_object().unwrap_or_else(|| panic!("no definition of {name}"));
        let mut described: Vec<&str> = properties.keys().map(String::as_str).collect();
        let mut read = keys.to_vec();
        described.sort_unstable();
        read.sort_unstable();
        assert_eq!(described, read, "keys of `{name}` in the schema, and keys that are read");
        for (key, property) in properties {
            assert!(property["description"].is_string(), "`{key}` of {name} has no description");
        }
        assert_eq!(definition["additionalProperties"], false, "{name} takes any key");
    }

    #[test]
    fn the_schema_knows_just_the_keys_that_are_read() {
        let schema = for_editors::<collection::File>();
        check(&schema, "", file::KEYS);
        check(&schema, "Mission", organisation::MISSION_KEYS);
        check(&schema, "Pillar", organisation::PILLAR_KEYS);
        check(&schema, "Cycle", cycle::KEYS);
        check(&schema, "Team", organisation::TEAM_KEYS);
        check(&schema, "Person", organisation::PERSON_KEYS);
        check(&schema, "Kpi", kpi::KEYS);
        check(&schema, "KpiValue", kpi::VALUE_KEYS);
        check(&schema, "Link", LINK_KEYS);
        check(&schema, "Objective", objective::KEYS);
        check(&schema, "Alignment", objective::ALIGNMENT_KEYS);
        check(&schema, "Dependency", objective::DEPENDENCY_KEYS);
        check(&schema, "Initiative", objective::INITIATIVE_KEYS);
        check(&schema, "Change", objective::CHANGE_KEYS);
        check(&schema, "Review", objective::REVIEW_KEYS);
        check(&schema, "KeyResult", key_result::KEYS);
        check(&schema, "PlanPoint", measure::PLAN_KEYS);
        check(&schema, "Bounds", measure::BOUNDS_KEYS);
        check(&schema, "Milestone", measure::MILESTONE_KEYS);
        check(&schema, "Zones", measure::ZONE_KEYS);
        check(&schema, "CheckIn", check_in::KEYS);
        check(&schema, "CollectedCheckIn", check_in::COLLECTED_KEYS);
    }

    #[test]
    fn the_schema_of_the_settings_knows_just_the_keys_that_are_read() {
        let schema = for_editors::<settings::Settings>();
        check(&schema, "", config::KEYS);
        check(&schema, "Pace", config::PACE_KEYS);
        check(&schema, "Outcome", config::OUTCOME_KEYS);
        check(&schema, "Bands", config::BANDS_KEYS);
        check(&schema, "Rule", config::LINT_KEYS);
    }

    #[test]
    fn the_schema_of_a_theme_knows_just_the_keys_that_are_read() {
        let schema = for_editors::<theme::Manifest>();
        check(&schema, "", crate::theme::KEYS);
        check(&schema, "Settings", crate::theme::SETTINGS_KEYS);
        check(&schema, "Schemes", crate::theme::ACCENT_KEYS);
        check(&schema, "Fonts", crate::theme::FONTS_KEYS);
        check(&schema, "Files", crate::theme::FAMILY_KEYS);
    }
}
