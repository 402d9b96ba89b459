//! How days and numbers stand in a snapshot: measured numbers digit by digit, derived ones so that they come back
//! as the very same.

use crate::model::{Date, Decimal};
use crate::syntax::fields::parse_date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A measured number with the decimals that were written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number(pub(super) Decimal);

/// A derived number, or a share that somebody wrote; finite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ratio(pub(super) f64);

/// A day as `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Day(pub(super) Date);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        literal(self.0.to_string(), serializer)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw: &RawValue = Deserialize::deserialize(deserializer)?;
        let number = Decimal::from_str_exact(raw.get());
        number.map(Number).map_err(|_| D::Error::custom(format!("`{}` is not a decimal number", raw.get())))
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Rust writes the shortest digits that read back as the same number, and never an exponent.
        literal(self.0.to_string(), serializer)
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw: &RawValue = Deserialize::deserialize(deserializer)?;
        let number = raw.get().parse::<f64>().ok().filter(|number| number.is_finite());
        number.map(Ratio).ok_or_else(|| D::Error::custom(format!("`{}` is not a number", raw.get())))
    }
}

fn literal<S: Serializer>(digits: String, serializer: S) -> Result<S::Ok, S::Error> {
    RawValue::from_string(digits).map_err(serde::ser::Error::custom)?.serialize(serializer)
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse_date(&text).map(Day).ok_or_else(|| D::Error::custom(format!("`{text}` is not a day")))
    }
}
