//! The desk of those who look after the goals: which teams are ready, what is due and whom to ask, and what is found in
//! the sources. Internal editions alone have it. Nothing on it is a figure about a person.

mod due;
mod findings;
mod readiness;

use super::{Kind, titled};
use crate::model::Audience;
use crate::page::{Html, Plan, Scene, Shown, Site, Subject, address};
use serde::Serialize;

pub(super) static KIND: Kind = Kind { name: "desk", template: "desk.html", section: "desk", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.desk]);
    match site.audience {
        Audience::Internal => plan.add(&KIND, address::section("desk"), Subject::Handbook, title, None),
        // The address is not free there, so that what is found is the same in every edition.
        Audience::Public => plan.reserve(&KIND, address::section("desk"), Subject::Handbook, title),
    }
}

/// What the template of the desk reads.
#[derive(Debug, Serialize)]
struct Desk {
    /// How ready the teams are for the cycle that runs, and for the next.
    readiness: Vec<Readiness>,
    /// What is due, by the team to ask.
    due: Vec<Asked>,
    /// How many due things have no place on the page.
    due_left_out: Option<String>,
    /// What is found in the sources, by rule.
    findings: Vec<Found>,
    /// How many findings have no place on the page.
    findings_left_out: Option<String>,
}

/// How ready the teams are for a cycle.
#[derive(Debug, Serialize)]
struct Readiness {
    /// The cycle.
    cycle: Html,
    /// Where it stands, and by when goals are to be set.
    day: String,
    /// A row of cells for each team.
    rows: Html,
}

/// What a team is to be asked for.
#[derive(Debug, Serialize)]
struct Asked {
    /// The team.
    team: Html,
    /// Its name.
    name: String,
    /// What is due, as list items.
    items: Html,
    /// All of it as a text to send.
    nudge: String,
}

/// What a rule found.
#[derive(Debug, Serialize)]
struct Found {
    /// The rule's name.
    code: &'static str,
    /// Its page.
    href: String,
    /// How often.
    count: String,
    /// Each finding with its place, as list items.
    items: Html,
}

fn view(scene: &Scene) -> Shown {
    let left_out = |number: usize| (number > 0).then(|| scene.m.left_out(number).to_string());
    let (due, due_left_out) = due::asked(scene);
    let (findings, findings_left_out) = findings::found(scene);
    let view = Desk {
        readiness: readiness::all(scene),
        due,
        due_left_out: left_out(due_left_out),
        findings,
        findings_left_out: left_out(findings_left_out),
    };
    let description = format!("{}: {}", scene.site.settings.title, scene.m.desk_text);
    Shown { heading: scene.m.desk.to_owned(), description, sight: scene.sight_at_top(), view: Box::new(view) }
}
