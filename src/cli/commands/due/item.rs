//! One thing that is due, in words: what, whom to ask, since when, and what mends it.

use crate::compile::Compiled;
use crate::model::{Audience, Date, Goal, Handbook, KeyResultId, KpiId, Objective, PersonId, days_between};
use crate::page::format;
use crate::progress::{Due, Matter};
use crate::text::Spanned;
use serde::Serialize;

/// One thing that is due.
#[derive(Debug, Serialize)]
pub(super) struct Item {
    /// Id of the team to ask.
    pub(super) team: Option<String>,
    /// Name of the team to ask.
    pub(super) team_name: Option<String>,
    /// `check-in`, `value`, `review`, `goals` or `confirmation`.
    pub(super) kind: &'static str,
    /// Whether the days of grace are over, too.
    pub(super) overdue: bool,
    /// The id of the thing, as others refer to it.
    pub(super) reference: String,
    /// Its title.
    pub(super) title: String,
    /// Name of the person to ask.
    pub(super) owner: Option<String>,
    /// The day by which it is due.
    pub(super) due: Option<String>,
    /// How many days that is ago; negative where it is still to come.
    pub(super) days: Option<i64>,
    /// What was said last.
    pub(super) last: Option<Last>,
    /// What mends it.
    pub(super) command: Option<String>,
    /// What is the matter, in a sentence without its first capital and its full stop.
    #[serde(skip)]
    pub(super) told: String,
}

/// What was said last.
#[derive(Debug, Serialize)]
pub(super) struct Last {
    date: String,
    /// With its unit; none where nothing was measured, or where the edition withholds it.
    value: Option<String>,
    #[serde(skip)]
    told: String,
}

impl Last {
    fn new(day: Date, value: Option<String>) -> Self {
        let told = match &value {
            Some(value) => format!("last {value} on {}", format::date(day)),
            None => format!("last reported on {}", format::date(day)),
        };
        Last { date: day.to_string(), value, told }
    }
}

impl Item {
    /// What a due thing is in words.
    pub(super) fn new(compiled: &Compiled, due: &Due) -> Self {
        let handbook = &compiled.handbook;
        let as_of = compiled.progress.as_of;
        let name = |person: Option<Spanned<PersonId>>| person.map(|id| handbook[id.value].name.value.clone());
        let team = due.team.map(|id| &handbook[id]);
        let lead = || name(team.and_then(|team| team.lead.or(team.ambassador)));
        let when = due.by.map(|by| when(by, as_of));
        let (kind, reference, title, owner, last, command, told) = match due.matter {
            Matter::CheckIn(id) => {
                let (objective, key_result) = (&handbook[id.objective], handbook.key_result(id));
                let reference = handbook.reference(Goal::KeyResult(id));
                let owner = name(key_result.owner.or(objective.owner)).or_else(lead);
                let command = format!("okrbook check-in {reference}");
                let title = key_result.title.value.clone();
                let told = format!("a check-in {}", when.unwrap_or_default());
                ("check-in", reference, title, owner, last_check_in(compiled, id), command, told)
            }
            Matter::Value(id) => {
                let kpi = &handbook[id];
                let owner = name(kpi.owner).or_else(lead);
                let command = format!("okrbook check-in {}", kpi.id.value);
                let told = format!("a value {}", when.unwrap_or_default());
                (
                    "value",
                    kpi.id.value.clone(),
                    kpi.title.value.clone(),
                    owner,
                    last_value(compiled, id),
                    command,
                    told,
                )
            }
            Matter::Review(id) => {
                let objective = &handbook[id];
                let owner = name(objective.owner).or_else(lead);
                let command = format!("okrbook close {}", objective.id.value);
                let told = format!("its cycle is over, and a review {}", when.unwrap_or_default());
                (
                    "review",
                    objective.id.value.clone(),
                    objective.title.value.clone(),
                    owner,
                    None,
                    command,
                    told,
                )
            }
            Matter::Goals(id, cycle) => {
                let team = &handbook[id];
                let told = format!(
                    "it has no objective in {}, and one {}",
                    handbook[cycle].title,
                    when.unwrap_or_default()
                );
                ("goals", team.id.value.clone(), team.name.value.clone(), lead(), None, String::new(), told)
            }
            Matter::Confirmation(goal, index) => {
                let objective = objective_of(handbook, goal);
                let owner = objective.and_then(|objective| name(objective.owner)).or_else(lead);
                let reference = handbook.reference(goal);
                let above = above(handbook, goal, index);
                let command = format!("okrbook review {reference}");
                let told = format!("`{above}` has changed; does this still serve it?");
                ("confirmation", reference, handbook.title(goal).to_owned(), owner, None, command, told)
            }
        };
        Item {
            team: team.map(|team| team.id.value.clone()),
            team_name: team.map(|team| team.name.value.clone()),
            kind,
            overdue: due.is_overdue,
            reference,
            title,
            owner,
            due: due.by.map(|by| by.to_string()),
            days: due.by.map(|by| days_between(by, as_of)),
            command: (!command.is_empty()).then_some(command),
            told: match &last {
                Some(last) => format!("{told}; {}", last.told),
                None => told,
            },
            last,
        }
    }
}

/// `was due on 12 Oct 2026`, or `is due …`.
fn when(by: Date, as_of: Date) -> String {
    match days_between(as_of, by) {
        0 => "is due today".to_owned(),
        1 => "is due tomorrow".to_owned(),
        days if days > 0 => format!("is due on {}", format::date(by)),
        _ => format!("was due on {}", format::date(by)),
    }
}

fn last_check_in(compiled: &Compiled, id: KeyResultId) -> Option<Last> {
    let key_result = compiled.handbook.key_result(id);
    let derived = compiled.progress.of_key_result(id);
    let check_in = &key_result.check_ins[derived.last_check_in?];
    let unit = key_result.unit.as_ref().map(|unit| &*unit.value);
    let value = check_in.value.map(|value| format::value(value.value, unit));
    let value = value.or(check_in.zone.map(|zone| zone.word().to_owned()));
    let is_withheld = key_result.masked && compiled.audience == Audience::Public;
    Some(Last::new(check_in.date.value, value.filter(|_| !is_withheld)))
}

fn last_value(compiled: &Compiled, id: KpiId) -> Option<Last> {
    let kpi = &compiled.handbook[id];
    let reading = &kpi.values[compiled.progress.of_kpi(id).latest?];
    let unit = kpi.unit.as_ref().map(|unit| &*unit.value);
    Some(Last::new(reading.date, Some(format::value(reading.value, unit))))
}

fn objective_of(handbook: &Handbook, goal: Goal) -> Option<&Objective> {
    match goal {
        Goal::Objective(id) => Some(&handbook[id]),
        Goal::KeyResult(id) => Some(&handbook[id.objective]),
        Goal::Mission | Goal::Pillar(_) => None,
    }
}

/// What a goal's alignment of this number leads to.
fn above(handbook: &Handbook, goal: Goal, index: usize) -> String {
    let alignments = match goal {
        Goal::Objective(id) => &handbook[id].aligns_to,
        Goal::KeyResult(id) => &handbook.key_result(id).aligns_to,
        Goal::Mission | Goal::Pillar(_) => return String::new(),
    };
    alignments.get(index).map_or(String::new(), |alignment| handbook.reference(alignment.to))
}
