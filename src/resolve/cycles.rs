//! Cycles: those with an entry, and those of a known shape that a goal uses.

use super::declare::{CycleDeclaration, Declared};
use super::names::Space;
use crate::config::Settings;
use crate::diagnostic::Finding;
use crate::diagnostic::errors::{BAD_CYCLE, MISSING_KEY};
use crate::model::{About, Cycle, CycleId, Date, Text};
use crate::syntax::fields::is_id;
use jiff::ToSpan;

/// First and last day of a cycle whose id has a known shape: `2026`, `2026-H1`, `2026-Q3`, `2026-T2`, `2026-09`,
/// and `FY27`, `FY27-H2`, `FY27-Q1`, `FY27-T3`. A fiscal year is named by the calendar year in which it ends.
pub fn shape(id: &str, fiscal_year_start: i8) -> Option<(Date, Date)> {
    let (year, part) = match id.split_once('-') {
        Some((year, part)) => (year, Some(part)),
        None => (id, None),
    };
    let digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let (first_day, is_fiscal) = if let Some(short) = year.strip_prefix("FY").filter(|short| digits(short, 2))
    {
        let ends_in = 2000 + short.parse::<i16>().ok()?;
        let begins_in = if fiscal_year_start == 1 { ends_in } else { ends_in - 1 };
        (Date::new(begins_in, fiscal_year_start, 1).ok()?, true)
    } else if digits(year, 4) {
        (Date::new(year.parse().ok()?, 1, 1).ok()?, false)
    } else {
        return None;
    };
    let (skip, months) = match part {
        None => (0, 12),
        Some(part) => months_of(part, is_fiscal)?,
    };
    let start = first_day.checked_add(skip.months()).ok()?;
    let end = start.checked_add((months - 1).months()).ok()?.last_of_month();
    Some((start, end))
}

/// The id of a known shape that differs from a text only in case, and so was meant.
pub fn shape_in_capitals(id: &str) -> Option<String> {
    let capitals = id.to_ascii_uppercase();
    (capitals != id && shape(&capitals, 1).is_some()).then_some(capitals)
}

/// How many months into its year a part begins, and how many it has.
fn months_of(part: &str, is_fiscal: bool) -> Option<(i32, i32)> {
    let bytes = part.as_bytes();
    let &[first, second] = bytes else { return None };
    let number = i32::from(second.checked_sub(b'0')?);
    let (months, most) = match first {
        b'H' => (6, 2),
        b'Q' => (3, 4),
        b'T' => (4, 3),
        b'0'..=b'9' if !is_fiscal => {
            let month: i32 = part.parse().ok()?;
            return (1..=12).contains(&month).then_some((month - 1, 1));
        }
        _ => return None,
    };
    (1..=most).contains(&number).then_some(((number - 1) * months, months))
}

/// Turns entries and uses into cycles, by start, the longer first; none has its parent yet.
pub fn collect<'a>(
    entries: Vec<Declared<CycleDeclaration>>,
    uses: impl Iterator<Item = &'a Text>,
    settings: &Settings,
    findings: &mut Vec<Finding>,
) -> (Vec<Cycle>, Space<CycleId>) {
    let mut claimed: Space<()> = Space::default();
    let mut cycles = Vec::new();
    let mut broken = Vec::new();
    let mut old_ids = Vec::new();
    for entry in entries {
        let id = entry.thing.id.clone();
        let stays = claimed.claim("cycle", &id, (), findings);
        if stays {
            old_ids.extend_from_slice(&entry.thing.about.redirect_from);
        }
        match declared(entry, settings, findings) {
            Some(cycle) if stays => cycles.push(cycle),
            _ => broken.push(id.value),
        }
    }
    // A use of an old id is no cycle of its own.
    claimed.redirect(&old_ids, (), &mut Vec::new());
    for used in uses {
        if claimed.has(&used.value) {
            continue;
        }
        if let Some((start, end)) = shape(&used.value, settings.fiscal_year_start)
            && claimed.claim("cycle", used, (), &mut Vec::new())
        {
            cycles.push(implied(used, start, end, settings));
        }
    }
    cycles.sort_by(|a, b| {
        let key = |cycle: &Cycle| (cycle.start, std::cmp::Reverse(cycle.end));
        key(a).cmp(&key(b)).then_with(|| a.id.value.cmp(&b.id.value))
    });
    let mut names = Space::default();
    for (index, cycle) in cycles.iter().enumerate() {
        names.claim("cycle", &cycle.id, CycleId::new(index), &mut Vec::new());
    }
    for (index, cycle) in cycles.iter().enumerate() {
        // Only now is it known which ids are alive.
        names.redirect(&cycle.about.redirect_from, CycleId::new(index), findings);
    }
    for id in broken {
        names.mark_broken(&id);
    }
    (cycles, names)
}

fn implied(id: &Text, start: Date, end: Date, settings: &Settings) -> Cycle {
    Cycle {
        id: id.clone(),
        title: id.value.clone(),
        start,
        end,
        set_by: None,
        check_in_every: settings.check_in_every,
        not_doing: Vec::new(),
        learned: None,
        parent: None,
        declared: false,
        about: About::default(),
    }
}

fn declared(
    entry: Declared<CycleDeclaration>,
    settings: &Settings,
    findings: &mut Vec<Finding>,
) -> Option<Cycle> {
    let thing = entry.thing;
    let shape = shape(&thing.id.value, settings.fiscal_year_start);
    let has_no_days = shape.is_none() && (thing.start.is_none() || thing.end.is_none());
    if has_no_days && (thing.days_are_wrong || !is_id(&thing.id.value)) {
        return None;
    }
    let mut day = |written: Option<Date>, known: Option<Date>, key: &str| {
        if written.is_none() && known.is_none() {
            let message = format!("the cycle `{}` has no `{key}`", thing.id.value);
            let help = format!("add `{key}:`, or use an id of a known shape, such as `2026-Q3` or `FY27-H1`");
            findings.push(Finding::error(&MISSING_KEY, thing.id.span, message).help(help));
        }
        written.or(known)
    };
    let start = day(thing.start.map(|start| start.value), shape.map(|shape| shape.0), "start");
    let end = day(thing.end.map(|end| end.value), shape.map(|shape| shape.1), "end");
    let (start, end) = (start?, end?);
    if end < start {
        let span = thing.end.or(thing.start).map_or(thing.id.span, |date| date.span);
        let name = match thing.id.value.as_str() {
            "" => "the cycle".to_owned(),
            id => format!("the cycle `{}`", id.escape_debug()),
        };
        let finding = Finding::error(&BAD_CYCLE, span, format!("{name} ends before it starts"))
            .here(format!("runs from {start} to {end}"))
            .help("write an `end` on or after `start`; both days belong to the cycle");
        findings.push(match (thing.start, thing.end) {
            (Some(start), Some(_)) => finding.label(start.span, "its start"),
            _ => finding,
        });
        return None;
    }
    Some(Cycle {
        title: thing.title.map_or_else(|| thing.id.value.clone(), |title| title.value),
        id: thing.id,
        start,
        end,
        set_by: thing.set_by,
        check_in_every: thing.check_in_every.unwrap_or(settings.check_in_every),
        not_doing: thing.not_doing,
        learned: thing.learned,
        parent: None,
        declared: true,
        about: thing.about,
    })
}

/// Gives each cycle its parent: the shortest known cycle that contains it and is longer; of equals the first.
pub fn nest(cycles: &mut [Cycle]) {
    let spans: Vec<(Date, Date, i64)> =
        cycles.iter().map(|cycle| (cycle.start, cycle.end, cycle.days())).collect();
    for (index, cycle) in cycles.iter_mut().enumerate() {
        let (start, end, days) = spans[index];
        cycle.parent = spans
            .iter()
            .enumerate()
            .filter(|(_, (first, last, length))| *first <= start && end <= *last && *length > days)
            .min_by_key(|(index, (_, _, length))| (*length, *index))
            .map(|(index, _)| CycleId::new(index));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(id: &str, fiscal_year_start: i8) -> Option<String> {
        shape(id, fiscal_year_start).map(|(start, end)| format!("{start} {end}"))
    }

    #[test]
    fn calendar_cycles_follow_from_their_ids() {
        assert_eq!(days("2026", 1).as_deref(), Some("2026-01-01 2026-12-31"));
        assert_eq!(days("2026-H2", 1).as_deref(), Some("2026-07-01 2026-12-31"));
        assert_eq!(days("2026-Q3", 4).as_deref(), Some("2026-07-01 2026-09-30"));
        assert_eq!(days("2026-T2", 1).as_deref(), Some("2026-05-01 2026-08-31"));
        assert_eq!(days("2024-02", 1).as_deref(), Some("2024-02-01 2024-02-29"));
        assert_eq!(days("9999", 1).as_deref(), Some("9999-01-01 9999-12-31"));
    }

    #[test]
    fn a_fiscal_year_is_named_by_the_year_in_which_it_ends() {
        assert_eq!(days("FY27", 7).as_deref(), Some("2026-07-01 2027-06-30"));
        assert_eq!(days("FY27", 1).as_deref(), Some("2027-01-01 2027-12-31"));
        assert_eq!(days("FY27-Q1", 2).as_deref(), Some("2026-02-01 2026-04-30"));
        assert_eq!(days("FY27-H2", 10).as_deref(), Some("2027-04-01 2027-09-30"));
        assert_eq!(days("FY27-T3", 7).as_deref(), Some("2027-03-01 2027-06-30"));
    }

    #[test]
    fn other_ids_have_no_days_of_their_own() {
        for id in [
            "2026-Q5", "2026-Q0", "2026-13", "2026-9", "FY2027", "FY27-09", "26-Q1", "2026-q1", "spring",
            "2026-",
        ] {
            assert_eq!(days(id, 1), None, "{id}");
        }
    }
}
