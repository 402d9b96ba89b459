//! What happened, as rows of history: written straight as markup, because a large handbook has a hundred thousand of
//! them.

use super::parts::{joined, linked, time};
use super::{Html, Scene, address, format, kinds, words};
use crate::locale::Arg;
use crate::model::{Change, CheckIn, Goal, KeyResult, KpiId, Measure, ObjectiveId};
use crate::progress::{Entry, Event};

impl Scene<'_> {
    /// The days of some entries, each with what happened on it; `entries` are sorted by day.
    pub(super) fn days(&self, entries: &[Entry]) -> Html {
        let mut html = Html::with_room(entries.iter().map(|entry| self.room(entry.event)).sum());
        for day in entries.chunk_by(|one, next| one.date == next.date) {
            let date = day[0].date;
            html.raw("<section class=\"day\"><h2><time datetime=\"").show(date).raw("\">");
            html.text(&format::day(self.language, date)).raw("</time></h2>");
            self.day(&mut html, day);
            html.raw("</section>");
        }
        html
    }

    /// How much room most take that are like one thing that happened. Asking for all of a page has a second use: what
    /// they tell stands all over the memory of a large handbook, and is fetched side by side here.
    fn room(&self, event: Event) -> usize {
        const MARKUP: usize = 240;
        let Event::CheckIn(id, index) = event else { return MARKUP };
        let key_result = self.site.handbook.key_result(id);
        let note = key_result.check_ins[index as usize].note.as_ref();
        MARKUP + key_result.title.value.len() + note.map_or(0, |note| note.value.len())
    }

    /// What happened on one day.
    pub(super) fn day(&self, html: &mut Html, day: &[Entry]) {
        html.raw("<ul>");
        for together in day.chunk_by(|one, next| is_together(one.event, next.event)) {
            self.happened(html, together);
        }
        html.raw("</ul>");
    }

    /// Entries that belong together, as one item.
    fn happened(&self, html: &mut Html, entries: &[Entry]) {
        html.raw("<li>");
        match entries[0].event {
            event @ (Event::Frozen(_)
            | Event::Begun(_)
            | Event::Ended(_)
            | Event::Reviewed(_)
            | Event::Changed(..)) => self.told(html, event),
            Event::CheckIn(id, _) | Event::Done(id, _) => {
                let goal = Goal::Objective(id.objective);
                let page = self.links.goal(goal);
                html.link_by(|address| address.push_str(&page), self.site.handbook.title(goal)).raw("<ul>");
                for entry in entries {
                    html.raw("<li>");
                    self.reported(html, entry.event, &page);
                    html.raw("</li>");
                }
                html.raw("</ul>");
            }
            Event::Reading(..) => {
                html.text(self.m.kpis).raw("<ul>");
                for entry in entries {
                    if let Event::Reading(id, index) = entry.event {
                        html.raw("<li>");
                        self.reading(html, id, index as usize);
                        html.raw("</li>");
                    }
                }
                html.raw("</ul>");
            }
        }
        html.raw("</li>");
    }

    /// One thing that happened, in a short list: when, and what.
    pub(super) fn entry_line(&self, html: &mut Html, entry: &Entry) {
        html.raw("<li>").html(&time(self.language, entry.date)).raw("<span>");
        self.told(html, entry.event);
        html.raw("</span></li>");
    }

    /// One thing that happened, in a line of its own.
    fn told(&self, html: &mut Html, event: Event) {
        match event {
            Event::Frozen(index) => self.frozen(html, index as usize),
            Event::Begun(id) => {
                html.say(&self.m.event_begun(Arg::Written(&markup(&self.cycle(id)))));
            }
            Event::Ended(id) => {
                html.say(&self.m.event_ended(Arg::Written(&markup(&self.cycle(id)))));
            }
            Event::Reviewed(id) => self.reviewed(html, id),
            Event::Changed(goal, index) => self.changed(html, goal, index as usize),
            Event::CheckIn(id, _) | Event::Done(id, _) => {
                self.reported(html, event, &self.links.goal(Goal::Objective(id.objective)));
            }
            Event::Reading(id, index) => self.reading(html, id, index as usize),
        }
    }

    fn frozen(&self, html: &mut Html, index: usize) {
        let about = self.site.past[index].about;
        let snapshot = linked(&self.links.to(&address::snapshot(&about.id)), &about.id);
        html.say(&self.m.event_frozen(Arg::Written(&markup(&snapshot))));
        html.raw(" <small>");
        if let Some(message) = &about.message {
            html.text(message).raw(" ");
        }
        html.html(&joined(kinds::comparison::neighbours(self, index), " · ")).raw("</small>");
    }

    fn reviewed(&self, html: &mut Html, id: ObjectiveId) {
        html.say(&self.m.event_reviewed(Arg::Written(&markup(&self.goal(Goal::Objective(id))))));
        let progress = self.site.progress.of(id);
        html.raw(" ").html(&self.state_or_health(id));
        if let Some(score) = progress.score {
            html.raw(" ").say(&self.m.score_of(&format::score(self.language, score)));
        }
        let review = self.site.handbook[id].review.as_ref();
        self.small(html, review.and_then(|review| review.learned.as_ref()));
    }

    fn changed(&self, html: &mut Html, goal: Goal, index: usize) {
        let handbook = self.site.handbook;
        let changes: &[Change] = match goal {
            Goal::Objective(id) => &handbook[id].changes,
            Goal::KeyResult(id) => &handbook.key_result(id).changes,
            Goal::Mission | Goal::Pillar(_) => return,
        };
        html.say(&self.m.event_changed(Arg::Written(&markup(&self.goal(goal)))));
        html.raw(" ");
        self.push_inline(html, &changes[index].what);
        self.small(html, Some(&changes[index].reason));
    }

    /// A check-in or something done, without its objective, whose page is at an address.
    fn reported(&self, html: &mut Html, event: Event, page: &str) {
        let (Event::CheckIn(id, _) | Event::Done(id, _)) = event else { return };
        let key_result = self.site.handbook.key_result(id);
        let part = |address: &mut String| {
            address.push_str(page);
            self.links.push_part(address, id);
        };
        html.link_by(part, &key_result.title.value);
        match event {
            Event::CheckIn(_, index) => {
                self.check_in(html, key_result, &key_result.check_ins[index as usize]);
            }
            Event::Done(_, step) => {
                let done = match (&key_result.measure, step) {
                    (Measure::Milestones(steps), Some(step)) => {
                        Some(steps[step as usize].title.value.as_str())
                    }
                    _ => None,
                };
                html.raw(" <b>✓ ").text(done.unwrap_or(self.m.event_done)).raw("</b>");
            }
            _ => {}
        }
    }

    /// Value and note of a check-in, as far as this edition tells them.
    pub(super) fn check_in(&self, html: &mut Html, key_result: &KeyResult, check_in: &CheckIn) {
        if !self.withholds(key_result) {
            self.measured(html, key_result, check_in);
        }
        self.small(html, check_in.note.as_ref());
    }

    fn measured(&self, html: &mut Html, key_result: &KeyResult, check_in: &CheckIn) {
        if let Some(value) = check_in.value {
            let unit = key_result.unit.as_ref().map(|unit| unit.value.as_str());
            html.raw(" <b>");
            format::push_value(html, self.language, value.value, unit);
            html.raw("</b>");
        } else if let Some(zone) = check_in.zone {
            html.raw(" <b>").text(words::zone(self.m, zone)).raw("</b>");
        }
    }

    /// Where a KPI stood.
    pub(super) fn reading(&self, html: &mut Html, id: KpiId, index: usize) {
        let kpi = &self.site.handbook[id];
        let reading = &kpi.values[index];
        let unit = kpi.unit.as_ref().map(|unit| unit.value.as_str());
        html.html(&self.kpi(id)).raw(" <b>");
        format::push_value(html, self.language, reading.value, unit);
        html.raw("</b>");
        self.small(html, reading.note.as_ref());
    }

    fn small(&self, html: &mut Html, text: Option<&crate::model::Text>) {
        if let Some(text) = text {
            html.raw(" <small>");
            self.push_inline(html, text);
            html.raw("</small>");
        }
    }
}

/// Markup as what a message is told.
fn markup(html: &Html) -> impl Fn(&mut String) + '_ {
    |out: &mut String| out.push_str(html.as_str())
}

/// Reports of one objective are told together, and so are all KPIs.
fn is_together(one: Event, next: Event) -> bool {
    match (one, next) {
        (Event::CheckIn(one, _) | Event::Done(one, _), Event::CheckIn(next, _) | Event::Done(next, _)) => {
            one.objective == next.objective
        }
        (Event::Reading(..), Event::Reading(..)) => true,
        _ => false,
    }
}
