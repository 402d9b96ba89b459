//! Everything that happened, newest first: what history pages and feeds tell.

use crate::model::{CycleId, Date, Goal, Handbook, KeyResultId, KpiId, Measure, ObjectiveId, day_number};
use ahash::AHashMap;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Something that happened on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The day.
    pub date: Date,
    /// What happened.
    pub event: Event,
}

/// What can happen. Places in lists are small numbers here: a large handbook has hundreds of thousands of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A state was frozen; its place in the list that was given.
    Frozen(u32),
    /// A cycle had its last day.
    Ended(CycleId),
    /// A cycle had its first day.
    Begun(CycleId),
    /// An objective was closed.
    Reviewed(ObjectiveId),
    /// An objective or a key result was changed; the place of the entry in its list.
    Changed(Goal, u32),
    /// Somebody reported; the place of the check-in in its list.
    CheckIn(KeyResultId, u32),
    /// A key result was done, or one of its milestones, by its place.
    Done(KeyResultId, Option<u32>),
    /// A KPI was measured; the place of the reading in its list.
    Reading(KpiId, u32),
}

impl Event {
    /// What comes first on a day.
    fn rank(self) -> u8 {
        match self {
            Event::Frozen(_) => 0,
            Event::Ended(_) => 1,
            Event::Begun(_) => 2,
            Event::Reviewed(_) => 3,
            Event::Changed(..) => 4,
            // What was reported of one objective stays together.
            Event::CheckIn(..) | Event::Done(..) => 5,
            Event::Reading(..) => 6,
        }
    }
}

impl Entry {
    /// Sorts the newest day first, and a day by rank, in one number: a large handbook has hundreds of thousands.
    fn order(&self) -> i64 {
        i64::from(self.event.rank()) - 8 * day_number(self.date)
    }
}

/// Everything that happened on or before a day, newest first; on one day in the order of the sources. `frozen` are the
/// days of the snapshots.
pub fn chronicle(handbook: &Handbook, as_of: Date, frozen: impl IntoIterator<Item = Date>) -> Vec<Entry> {
    let mut all = InOrder::default();
    let mut add = |date: Date, event: Event| {
        if date <= as_of {
            all.add(Entry { date, event });
        }
    };
    for (index, date) in (0..).zip(frozen) {
        add(date, Event::Frozen(index));
    }
    cycles(handbook, &mut add);
    for (id, _) in handbook.objectives() {
        of_objective(handbook, id, &mut add);
    }
    kpis(handbook, &mut add);
    all.whole()
}

/// Entries put to those of their order, and as they came where that is the same: there are few days, and many entries
/// on each.
#[derive(Default)]
struct InOrder(AHashMap<i64, Vec<Entry>>);

impl InOrder {
    fn add(&mut self, entry: Entry) {
        self.0.entry(entry.order()).or_default().push(entry);
    }

    fn whole(self) -> Vec<Entry> {
        let mut all: Vec<(i64, Vec<Entry>)> = self.0.into_iter().collect();
        all.sort_unstable_by_key(|(order, _)| *order);
        all.into_iter().map(|(_, entries)| entries).collect::<Vec<_>>().concat()
    }
}

/// How much happened in each month, by its first day: the entries of [`chronicle`], counted without making them, so
/// that the months of a large handbook are known at once.
pub fn months(
    handbook: &Handbook,
    as_of: Date,
    frozen: impl IntoIterator<Item = Date>,
) -> BTreeMap<Date, usize> {
    let count = |mut months: Months, index: usize| {
        of_objective(handbook, ObjectiveId::new(index), &mut |date, _| months.add(date, as_of));
        months
    };
    let objectives = (0..handbook.objectives.len()).into_par_iter().with_min_len(64);
    let counted = objectives.fold(Months::default, count).map(Months::whole);
    let mut all = counted.reduce(BTreeMap::new, |mut one, other| {
        for (month, count) in other {
            *one.entry(month).or_default() += count;
        }
        one
    });
    let mut others = Months::default();
    frozen.into_iter().for_each(|date| others.add(date, as_of));
    cycles(handbook, &mut |date, _| others.add(date, as_of));
    kpis(handbook, &mut |date, _| others.add(date, as_of));
    for (month, count) in others.whole() {
        *all.entry(month).or_default() += count;
    }
    all
}

/// Counts by month; what follows in the same month costs nothing to find.
#[derive(Default)]
struct Months {
    whole: BTreeMap<Date, usize>,
    last: Option<(Date, usize)>,
}

impl Months {
    fn add(&mut self, date: Date, as_of: Date) {
        if date > as_of {
            return;
        }
        match &mut self.last {
            Some((month, count)) if month.year() == date.year() && month.month() == date.month() => {
                *count += 1;
            }
            last => {
                let before = last.replace((date.first_of_month(), 1));
                self.take(before);
            }
        }
    }

    fn take(&mut self, counted: Option<(Date, usize)>) {
        if let Some((month, count)) = counted {
            *self.whole.entry(month).or_default() += count;
        }
    }

    fn whole(mut self) -> BTreeMap<Date, usize> {
        let last = self.last.take();
        self.take(last);
        self.whole
    }
}

fn of_objective(handbook: &Handbook, id: ObjectiveId, add: &mut impl FnMut(Date, Event)) {
    let objective = &handbook[id];
    if let Some(review) = &objective.review {
        add(review.closed_on.value, Event::Reviewed(id));
    }
    for (index, change) in (0..).zip(&objective.changes) {
        add(change.date.value, Event::Changed(Goal::Objective(id), index));
    }
    for (id, _) in handbook.key_results(id) {
        of_key_result(handbook, id, add);
    }
}

fn kpis(handbook: &Handbook, add: &mut impl FnMut(Date, Event)) {
    for (id, kpi) in handbook.kpis() {
        for (index, reading) in (0..).zip(kpi.values.iter()) {
            add(reading.date.value, Event::Reading(id, index));
        }
    }
}

/// Cycles for which somebody set a goal.
fn cycles(handbook: &Handbook, add: &mut impl FnMut(Date, Event)) {
    let mut is_used = vec![false; handbook.cycles.len()];
    for cycle in handbook.objectives.iter().filter_map(|objective| objective.cycle) {
        is_used[cycle.value.index()] = true;
    }
    for (id, cycle) in handbook.cycles().filter(|(id, _)| is_used[id.index()]) {
        add(cycle.start, Event::Begun(id));
        add(cycle.end, Event::Ended(id));
    }
}

fn of_key_result(handbook: &Handbook, id: KeyResultId, add: &mut impl FnMut(Date, Event)) {
    let key_result = handbook.key_result(id);
    for (index, change) in (0..).zip(&key_result.changes) {
        add(change.date.value, Event::Changed(Goal::KeyResult(id), index));
    }
    for (index, check_in) in (0..).zip(key_result.check_ins.iter()) {
        add(check_in.date.value, Event::CheckIn(id, index));
    }
    match &key_result.measure {
        Measure::Done(done) => {
            if let Some(done) = done.value {
                add(done, Event::Done(id, None));
            }
        }
        Measure::Milestones(steps) => {
            for (index, step) in (0..).zip(steps) {
                if let Some(done) = step.done {
                    add(done.value, Event::Done(id, Some(index)));
                }
            }
        }
        Measure::Metric { .. } | Measure::Keep(_) | Measure::Zones(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date() -> impl Strategy<Value = Date> {
        prop_oneof![(2024_i16..=2026, 1_i8..=2, 1_i8..=3), (-9999_i16..=9999, 1_i8..=12, 1_i8..=28)]
            .prop_map(|(year, month, day)| Date::constant(year, month, day))
    }

    proptest! {
        #[test]
        fn the_newest_day_comes_first_and_the_sources_keep_their_order(
            said in proptest::collection::vec((date(), any::<bool>()), 0..40),
        ) {
            let entry = |(place, (date, is_frozen)): (u32, (Date, bool))| {
                let event = if is_frozen { Event::Frozen(place) } else { Event::Begun(CycleId::new(place as usize)) };
                Entry { date, event }
            };
            let entries: Vec<Entry> = (0..).zip(said).map(entry).collect();
            let mut expected = entries.clone();
            expected.sort_by_key(|entry| (std::cmp::Reverse(entry.date), entry.event.rank()));
            let mut sorted = InOrder::default();
            for entry in entries {
                sorted.add(entry);
            }
            prop_assert_eq!(sorted.whole(), expected);
        }
    }
}
