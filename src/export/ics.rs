//! The ics format: the days of the handbook, for calendars (RFC 5545): when cycles start and end, by when goals are
//! set, when check-ins are due, and what is needed by when.
//!
//! Each day has an id that stays the same from build to build, so that a subscribed calendar moves a day instead of
//! showing it twice. The stamp is *as of*: the same handbook gives the same bytes.

use super::{Edition, Format};
use crate::model::{Cycle, Date, Dependency, DependencyState, Handbook, Objective, Party, State};
use icalendar::{Calendar, Component, Event, Property};
use std::io::{self, Write};

pub(super) static FORMAT: Format = Format {
    name: "ics",
    about: "the days of cycles, check-ins and dependencies, for calendars",
    address: Some(&["calendar.ics"]),
    write,
};

fn write(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//okrbook//okrbook//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.name(&edition.settings.title);
    let days = Days { edition, stamp: format!("{}T000000Z", compact(edition.progress.as_of)) };
    for cycle in &edition.handbook.cycles {
        calendar.extend(days.of_cycle(cycle));
    }
    for (id, objective) in edition.handbook.objectives() {
        if matches!(edition.progress.of(id).state, State::Draft | State::Active) {
            calendar.extend(days.of_objective(objective));
        }
    }
    out.write_all(calendar.to_string().as_bytes())
}

/// Makes the events of one edition.
struct Days<'a> {
    edition: &'a Edition<'a>,
    stamp: String,
}

impl Days<'_> {
    fn of_cycle(&self, cycle: &Cycle) -> Vec<Event> {
        let (id, title) = (cycle.id.value.as_str(), cycle.title.as_str());
        let page = self.page("cycles", id);
        let mut events = vec![
            self.event(&format!("start-{id}"), cycle.start, &format!("{title} begins"), page.as_deref()),
            self.event(&format!("end-{id}"), cycle.end, &format!("{title} ends"), page.as_deref()),
        ];
        if let Some(set_by) = cycle.set_by {
            events.push(self.event(
                &format!("set-by-{id}"),
                set_by,
                &format!("OKRs of {title} are set"),
                page.as_deref(),
            ));
        }
        events.extend(self.rhythm(cycle, page.as_deref()));
        events
    }

    /// The check-ins of a cycle as one event that repeats; none where the cycle is over before the first.
    fn rhythm(&self, cycle: &Cycle, page: Option<&str>) -> Option<Event> {
        let every = cycle.check_in_every.days;
        let first = cycle.start.checked_add(jiff::Span::new().days(i64::from(every))).ok()?;
        if first > cycle.end {
            return None;
        }
        let title = format!("Check-ins of {} are due", cycle.title);
        let mut event = self.event(&format!("check-in-{}", cycle.id.value), first, &title, page);
        let until = compact(cycle.end);
        event.add_property("RRULE", format!("FREQ=DAILY;INTERVAL={every};UNTIL={until}"));
        Some(event.done())
    }

    fn of_objective(&self, objective: &Objective) -> Vec<Event> {
        let needs = objective.depends_on.iter().enumerate();
        needs.filter_map(|(index, dependency)| self.need(objective, index, dependency)).collect()
    }

    fn need(&self, objective: &Objective, index: usize, dependency: &Dependency) -> Option<Event> {
        let needed_by = dependency.needed_by?;
        let id = objective.id.value.as_str();
        let on = name(self.edition.handbook, dependency.on);
        let title = format!("Needed from {on}: {}", objective.title.value);
        let page = self.page("objectives", id);
        let mut event = self.event(&format!("need-{id}-{index}"), needed_by, &title, page.as_deref());
        let state = match dependency.state {
            DependencyState::Requested => "Requested, not yet confirmed.",
            DependencyState::Confirmed => "Confirmed.",
            DependencyState::Declined => "Declined.",
        };
        Some(event.description(state).done())
    }

    /// The public address of a page, where the site's is known. Ids need no escaping in an address.
    fn page(&self, section: &str, id: &str) -> Option<String> {
        let base = self.edition.settings.base_url.as_deref()?;
        Some(format!("{}/{section}/{id}/", base.trim_end_matches('/')))
    }

    /// A day without hours, which keeps nobody busy.
    fn event(&self, id: &str, on: Date, title: &str, page: Option<&str>) -> Event {
        let whose = blake3::hash(self.edition.settings.title.as_bytes()).to_hex();
        let mut event = Event::new();
        event.uid(&format!("{id}@{}.okrbook", &whose[..8])).summary(title);
        event.add_property("DTSTAMP", &self.stamp);
        event.append_property(Property::new("DTSTART", compact(on)).add_parameter("VALUE", "DATE").done());
        event.add_property("TRANSP", "TRANSPARENT");
        if let Some(page) = page {
            event.url(page);
        }
        event.done()
    }
}

/// Whom something is needed from.
fn name(handbook: &Handbook, party: Party) -> &str {
    match party {
        Party::Team(id) => &handbook[id].name.value,
        Party::Goal(goal) => handbook.title(goal),
    }
}

/// A day as calendars write it.
fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}
