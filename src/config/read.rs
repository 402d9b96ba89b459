//! Reads okrbook.yaml.
