//! The neutral JSON form in which real organisations' goals lie beside the project, as its README describes it.
//! What no field here names is kept by its key, so that a converter can say it in words.

use serde::Deserialize;
use serde_json::{Number, Value};
use std::collections::BTreeMap;

/// One organisation's goals.
#[derive(Deserialize)]
pub(crate) struct File {
    pub(crate) organisation: Organisation,
    pub(crate) cycles: Vec<Cycle>,
    pub(crate) objectives: Vec<Objective>,
}

#[derive(Deserialize)]
pub(crate) struct Organisation {
    pub(crate) name: String,
    pub(crate) language: String,
    pub(crate) mission: Option<String>,
    pub(crate) mission_note: Option<String>,
    pub(crate) teams: Vec<Team>,
}

#[derive(Deserialize)]
pub(crate) struct Team {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) parent: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Cycle {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) start: Option<String>,
    pub(crate) end: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Objective {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) why: Option<String>,
    pub(crate) parent_ids: Vec<String>,
    pub(crate) parent_key_result: Option<String>,
    pub(crate) team: String,
    #[serde(default)]
    pub(crate) teams: Vec<String>,
    #[serde(default)]
    pub(crate) owners: Vec<String>,
    pub(crate) cycle: String,
    pub(crate) state: Option<String>,
    pub(crate) score: Option<f64>,
    pub(crate) score_percent: Option<f64>,
    pub(crate) continues: Option<String>,
    pub(crate) tracking_issue: Option<String>,
    pub(crate) key_results: Vec<KeyResult>,
    /// Everything else that is said of it.
    #[serde(flatten)]
    pub(crate) beside: BTreeMap<String, Value>,
}

impl Objective {
    /// The published score as a share, which may lie above 1.
    pub(crate) fn score(&self) -> Option<f64> {
        self.score.or(self.score_percent.map(|percent| percent / 100.0))
    }
}

#[derive(Deserialize)]
#[expect(clippy::struct_field_names, reason = "the names are those of the files")]
pub(crate) struct KeyResult {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) unit: Option<String>,
    pub(crate) start: Option<Number>,
    pub(crate) target: Option<Number>,
    pub(crate) comparison: Option<String>,
    /// Check-ins are scores on this scale, and not values between start and target.
    pub(crate) scale: Option<String>,
    pub(crate) state: Option<String>,
    pub(crate) actual_date: Option<String>,
    /// Target values by month.
    pub(crate) milestones: Option<BTreeMap<String, Number>>,
    pub(crate) stretch: Option<Value>,
    /// A list of names, or names with weights.
    pub(crate) owners: Option<Value>,
    /// Names of numbers that are not published.
    #[serde(default)]
    pub(crate) redacted: Vec<String>,
    pub(crate) parent_key_result: Option<String>,
    pub(crate) checkins: Vec<CheckIn>,
    /// Everything else that is said of it.
    #[serde(flatten)]
    pub(crate) beside: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
pub(crate) struct CheckIn {
    pub(crate) date: String,
    /// How the day was inferred, where nobody published one.
    pub(crate) date_is: Option<String>,
    pub(crate) value: Option<Number>,
    pub(crate) note: Option<String>,
}

/// What a key result measures, as far as the format can say it.
#[derive(Debug, PartialEq)]
pub(crate) enum Shape {
    /// From a start, where one is known, to a target.
    Metric(Option<String>, String),
    /// At least, or at most, so much.
    AtLeast(String),
    AtMost(String),
    /// Nothing that can be measured: done or not, and on which day.
    Done(bool),
}

impl KeyResult {
    /// The most honest measure: a number where one was published, a bound where one was meant, else done or not.
    pub(crate) fn shape(&self) -> Shape {
        let text = |number: &Number| number.to_string();
        if self.scale.is_some() {
            return Shape::Metric(Some("0".to_owned()), "1".to_owned());
        }
        let Some(target) = &self.target else {
            let is_done = self.actual_date.is_some()
                || self.state.as_deref().is_some_and(|state| matches!(state, "done" | "complete" | "met"));
            return Shape::Done(is_done);
        };
        let is_most = self.comparison.as_deref().is_some_and(|comparison| comparison.starts_with('<'));
        let number = |number: &Number| number.as_f64().unwrap_or_default();
        match &self.start {
            Some(start) if is_most && number(start) > number(target) => {
                Shape::Metric(Some(text(start)), text(target))
            }
            _ if is_most => Shape::AtMost(text(target)),
            Some(start) if number(start).total_cmp(&number(target)).is_eq() => Shape::AtLeast(text(target)),
            None if self.comparison.is_some() => Shape::AtLeast(text(target)),
            start => Shape::Metric(start.as_ref().map(text), text(target)),
        }
    }

    /// Who answers for it, those with more weight first.
    pub(crate) fn owners(&self) -> Vec<String> {
        match &self.owners {
            Some(Value::Array(names)) => {
                names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
            }
            Some(Value::Object(weights)) => {
                let mut names: Vec<(&String, f64)> =
                    weights.iter().map(|(name, weight)| (name, weight.as_f64().unwrap_or(0.0))).collect();
                names.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
                names.into_iter().map(|(name, _)| name.clone()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Its check-ins by day: the format holds one a day.
    pub(crate) fn days(&self) -> BTreeMap<&str, Vec<&CheckIn>> {
        let mut days: BTreeMap<&str, Vec<&CheckIn>> = BTreeMap::new();
        for check_in in &self.checkins {
            days.entry(&check_in.date).or_default().push(check_in);
        }
        days
    }
}

impl File {
    /// The first and the last day of a cycle. An open end is taken from the check-ins of its own objectives, else
    /// of all: the format has no cycle without days.
    pub(crate) fn days(&self, cycle: &str) -> (String, String) {
        let own = self.cycles.iter().find(|own| own.id == cycle).expect("an objective's cycle is listed");
        let check_ins = |only_own: bool| {
            let of = self.objectives.iter().filter(move |objective| !only_own || objective.cycle == cycle);
            of.flat_map(|objective| &objective.key_results)
                .flat_map(|key_result| &key_result.checkins)
                .map(|check_in| &check_in.date)
        };
        let starts = self.cycles.iter().filter_map(|cycle| cycle.start.as_ref());
        let ends = self.cycles.iter().filter_map(|cycle| cycle.end.as_ref());
        let start = own.start.as_ref().or(check_ins(true).min()).or(starts.chain(check_ins(false)).min());
        let end = own.end.as_ref().or(check_ins(true).max()).or(ends.chain(check_ins(false)).max());
        (start.expect("some day is known").clone(), end.expect("some day is known").clone())
    }

    /// The day on which the handbook is looked at: a month after the last cycle.
    pub(crate) fn as_of(&self) -> String {
        let end = self.cycles.iter().map(|cycle| self.days(&cycle.id).1).max().expect("there are cycles");
        later(&end, 30)
    }
}

/// A day so many days later.
pub(crate) fn later(day: &str, days: i32) -> String {
    use jiff::ToSpan;
    let day: jiff::civil::Date = day.parse().expect("a day");
    day.checked_add(days.days()).expect("a day in this millennium").to_string()
}
