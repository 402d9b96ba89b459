//! Where a new day belongs in a list that is kept by date.

use crate::model::Date;

/// An entry of a list: its day, if it has one, and whether it is about the same thing as the new one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    pub(super) date: Option<Date>,
    pub(super) is_own: bool,
}

/// The index before which a new entry belongs.
///
/// A list that is sorted, upward or downward, stays so; in any other, such as one that is grouped by goal, the new
/// entry joins those of its own kind.
pub(super) fn index(entries: &[Dated], new: Date) -> usize {
    let all: Vec<(usize, Date)> = dates(entries, |_| true);
    let own: Vec<(usize, Date)> = dates(entries, |entry| entry.is_own);
    let place = if all.len() == entries.len() { sorted_place(&all, new) } else { None };
    place
        .or_else(|| sorted_place(&own, new))
        .unwrap_or_else(|| own.last().map_or(entries.len(), |(index, _)| index + 1))
}

fn dates(entries: &[Dated], counts: impl Fn(&Dated) -> bool) -> Vec<(usize, Date)> {
    let counted = entries.iter().enumerate().filter(|(_, entry)| counts(entry));
    counted.filter_map(|(index, entry)| Some((index, entry.date?))).collect()
}

/// The place in a sorted list; none where it is not sorted.
fn sorted_place(dates: &[(usize, Date)], new: Date) -> Option<usize> {
    let (_, first) = *dates.first()?;
    let (last_index, last) = *dates.last()?;
    let behind = last_index + 1;
    if dates.is_sorted_by_key(|(_, date)| *date) {
        let place = dates.iter().rev().find(|(_, date)| *date <= new).map(|(index, _)| index + 1);
        return Some(place.unwrap_or(dates[0].0));
    }
    if first > last && dates.is_sorted_by(|(_, one), (_, other)| one >= other) {
        return Some(dates.iter().find(|(_, date)| *date < new).map_or(behind, |(index, _)| *index));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days of a month; the negative ones are about something else.
    fn check(days: &[i8], new: i8, expected: usize) {
        let date = |day: i8| jiff::civil::date(2026, 10, day);
        let entries: Vec<Dated> =
            days.iter().map(|day| Dated { date: Some(date(day.abs())), is_own: *day > 0 }).collect();
        assert_eq!(index(&entries, date(new)), expected, "{new} into {days:?}");
    }

    #[test]
    fn a_list_stays_sorted_as_it_is() {
        check(&[5, 12, 19], 26, 3);
        check(&[5, 12, 19], 13, 2);
        check(&[5, 12, 19], 1, 0);
        check(&[19, 12, 5], 26, 0);
        check(&[19, 12, 5], 13, 1);
        check(&[19, 12, 5], 1, 3);
        check(&[5], 12, 1);
        check(&[5], 1, 0);
    }

    #[test]
    fn a_weekly_list_of_many_goals_stays_one() {
        check(&[-5, 5, -12, 12, -19], 19, 5);
        check(&[-5, 5, -12, 12, -19], 13, 4);
        check(&[-19, 12, -12, 5], 19, 1);
    }

    #[test]
    fn a_list_that_is_grouped_by_goal_keeps_its_groups() {
        check(&[-5, -12, 5, 12, -1, -2], 19, 4);
        check(&[-12, -5, 12, 5, -2, -1], 19, 2);
        check(&[12, 5, 8, -3], 19, 3);
    }
}
