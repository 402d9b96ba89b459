//! What a field held in one of two moments.

use crate::model::{Bounds, Date, Decimal, Handbook, PersonId, Text};
use crate::text::Spanned;

/// A value on one side of a change, without its wording.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// Nothing was said.
    Nothing,
    /// A measured number with its unit.
    Number(Decimal, Option<String>),
    /// Bounds with their unit.
    Bounds(Bounds, Option<String>),
    /// A score, from 0 to 1.
    Score(f64),
    /// A share in a mean.
    Weight(f64),
    /// What people wrote.
    Text(String),
    /// A word of a closed list.
    Word(&'static str),
    /// Names or titles.
    Names(Vec<String>),
    /// A day.
    Day(Date),
}

impl Held {
    /// What people wrote, where they wrote something.
    pub(super) fn text(text: Option<&Text>) -> Held {
        text.map_or(Held::Nothing, |text| Held::Text(text.value.clone()))
    }

    /// A number that may be unknown.
    pub(super) fn number(number: Option<Decimal>, unit: Option<&Text>) -> Held {
        number.map_or(Held::Nothing, |number| Held::Number(number, unit.map(|unit| unit.value.clone())))
    }

    /// Names; nothing where there are none.
    pub(super) fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Held {
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        if names.is_empty() { Held::Nothing } else { Held::Names(names) }
    }

    /// Who answers for something.
    pub(super) fn people<'a>(
        handbook: &Handbook,
        people: impl IntoIterator<Item = &'a Spanned<PersonId>>,
    ) -> Held {
        Held::names(people.into_iter().map(|person| handbook[person.value].name.value.as_str()))
    }

    /// Whether something stands here.
    pub fn is_something(&self) -> bool {
        *self != Held::Nothing
    }
}

/// Whether two texts say the same; how their lines are broken does not count.
pub(super) fn same_text(from: Option<&Text>, to: Option<&Text>) -> bool {
    match (from, to) {
        (Some(from), Some(to)) => from.value.split_whitespace().eq(to.value.split_whitespace()),
        (None, None) => true,
        _ => false,
    }
}

/// Whether two shares are the same; what binary fractions lose does not count.
pub(super) fn same_share(from: f64, to: f64) -> bool {
    (from - to).abs() <= f64::EPSILON * from.abs().max(to.abs()).max(1.0)
}
