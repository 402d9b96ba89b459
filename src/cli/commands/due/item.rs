//! One thing that is due, in words: what, whom to ask, since when, and what mends it.

use crate::cli::english;
use crate::compile::Compiled;
use crate::edit::alignment::Link;
use crate::model::{Audience, Date, Goal, KeyResultId, KpiId, PersonId, days_between};
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
            Some(value) => format!("last {value} on {}", english::date(day)),
            None => format!("last reported on {}", english::date(day)),
        };
        Last { date: day.to_string(), value, told }
    }
}

/// What a matter is called, and who answers for it.
struct Words {
    kind: &'static str,
    reference: String,
    title: String,
    owner: Option<Spanned<PersonId>>,
    last: Option<Last>,
    command: Option<&'static str>,
    told: String,
}

impl Item {
    /// What a due thing is in words.
    pub(super) fn new(compiled: &Compiled, due: &Due) -> Self {
        let handbook = &compiled.handbook;
        let as_of = compiled.progress.as_of;
        let team = due.team.map(|id| &handbook[id]);
        let when = due.by.map(|by| when(by, as_of)).unwrap_or_default();
        let Words { kind, reference, title, owner, last, command, told } = words(compiled, due.matter, &when);
        let owner = owner.or_else(|| team.and_then(|team| team.lead.or(team.ambassador)));
        Item {
            team: team.map(|team| team.id.value.clone()),
            team_name: team.map(|team| team.name.value.clone()),
            kind,
            overdue: due.is_overdue,
            command: command.map(|command| format!("okrbook {command} {reference}")),
            reference,
            title,
            owner: owner.map(|id| handbook[id.value].name.value.clone()),
            due: due.by.map(|by| by.to_string()),
            days: due.by.map(|by| days_between(by, as_of)),
            told: match &last {
                Some(last) => format!("{told}; {}", last.told),
                None => told,
            },
            last,
        }
    }
}

fn words(compiled: &Compiled, matter: Matter, when: &str) -> Words {
    let handbook = &compiled.handbook;
    match matter {
        Matter::CheckIn(id) => Words {
            kind: "check-in",
            reference: handbook.reference(Goal::KeyResult(id)),
            title: handbook.key_result(id).title.value.clone(),
            owner: handbook.key_result(id).owner.or(handbook[id.objective].owner),
            last: last_check_in(compiled, id),
            command: Some("check-in"),
            told: format!("a check-in {when}"),
        },
        Matter::Value(id) => Words {
            kind: "value",
            reference: handbook[id].id.value.clone(),
            title: handbook[id].title.value.clone(),
            owner: handbook[id].owner,
            last: last_value(compiled, id),
            command: Some("check-in"),
            told: format!("a value {when}"),
        },
        Matter::Review(id) => Words {
            kind: "review",
            reference: handbook[id].id.value.clone(),
            title: handbook[id].title.value.clone(),
            owner: handbook[id].owner,
            last: None,
            command: Some("close"),
            told: format!("its cycle is over, and a review {when}"),
        },
        Matter::Goals(id, cycle) => Words {
            kind: "goals",
            reference: handbook[id].id.value.clone(),
            title: handbook[id].name.value.clone(),
            owner: None,
            last: None,
            command: None,
            told: format!("it has no objective in {}, and one {when}", handbook[cycle].title),
        },
        Matter::Confirmation(of, index) => Words {
            kind: "confirmation",
            reference: handbook.reference(of),
            title: handbook.title(of).to_owned(),
            owner: of.objective().and_then(|id| handbook[id].owner),
            last: None,
            command: Some("review"),
            told: format!(
                "`{}` has changed; does this still serve it?",
                handbook.reference(Link { of, index }.alignment(handbook).to)
            ),
        },
    }
}

/// `was due on 12 Oct 2026`, or `is due …`.
fn when(by: Date, as_of: Date) -> String {
    match days_between(as_of, by) {
        0 => "is due today".to_owned(),
        1 => "is due tomorrow".to_owned(),
        days if days > 0 => format!("is due on {}", english::date(by)),
        _ => format!("was due on {}", english::date(by)),
    }
}

fn last_check_in(compiled: &Compiled, id: KeyResultId) -> Option<Last> {
    let key_result = compiled.handbook.key_result(id);
    let derived = compiled.progress.of_key_result(id);
    let check_in = &key_result.check_ins[derived.last_check_in?];
    let unit = key_result.unit.as_ref().map(|unit| &*unit.value);
    let value = check_in.value.map(|value| english::value(value.value, unit));
    let value = value.or(check_in.zone.map(|zone| zone.word().to_owned()));
    let is_withheld = key_result.masked && compiled.audience == Audience::Public;
    Some(Last::new(check_in.date.value, value.filter(|_| !is_withheld)))
}

fn last_value(compiled: &Compiled, id: KpiId) -> Option<Last> {
    let kpi = &compiled.handbook[id];
    let reading = &kpi.values[compiled.progress.of_kpi(id).latest?];
    let unit = kpi.unit.as_ref().map(|unit| &*unit.value);
    Some(Last::new(reading.date.value, Some(english::value(reading.value, unit))))
}
