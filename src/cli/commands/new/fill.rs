//! Fills the gaps `{{…}}` of a template with dates and check-ins around the day on which it is used, so that the
//! handbook tells of a quarter that is under way.

use crate::model::{Date, days_between};
use jiff::ToSpan;
use std::fmt::Write;

/// The days that a template counts from.
#[derive(Clone, Debug)]
pub(super) struct Days {
    today: Date,
    /// First and last day of the running quarter, and the last day of the one before.
    start: Date,
    end: Date,
    previous_end: Date,
    cycle: String,
    previous: String,
}

impl Days {
    /// The days of the quarter in which a day lies.
    pub(super) fn around(today: Date) -> Self {
        let start = first_of_quarter(today);
        let previous_end = start.yesterday().unwrap_or(start);
        let end = start.saturating_add(3.months()).yesterday().unwrap_or(today);
        Days { today, start, end, previous_end, cycle: name(start), previous: name(previous_end) }
    }

    fn elapsed(&self, day: Date) -> f64 {
        (days_between(self.start, day) + 1) as f64 / (days_between(self.start, self.end) + 1) as f64
    }

    /// The days of the last weekly check-ins in the running quarter, the last today.
    fn check_ins(&self) -> Vec<Date> {
        let weeks = (0..6).rev().map(|week: i64| self.today.saturating_sub(week.weeks()));
        weeks.filter(|day| *day >= self.start).collect()
    }
}

fn first_of_quarter(day: Date) -> Date {
    let month = (day.month() - 1) / 3 * 3 + 1;
    Date::new(day.year(), month, 1).unwrap_or(day)
}

fn name(day: Date) -> String {
    format!("{}-Q{}", day.year(), (day.month() - 1) / 3 + 1)
}

/// A template's text without gaps.
pub(super) fn fill(template: &str, days: &Days) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, (gap, after))) =
        rest.split_once("{{").and_then(|(before, rest)| Some((before, rest.split_once("}}")?)))
    {
        text.push_str(before);
        let indent = text.len() - text.rfind('\n').map_or(0, |newline| newline + 1);
        text.push_str(&value(gap, indent, days));
        rest = after;
    }
    text.push_str(rest);
    text
}

fn value(gap: &str, indent: usize, days: &Days) -> String {
    let mut words = gap.split(' ');
    let (what, numbers) =
        (words.next().unwrap_or_default(), words.filter_map(|word| word.parse::<f64>().ok()));
    let numbers: Vec<f64> = numbers.collect();
    match (what, &*numbers) {
        ("cycle", _) => days.cycle.clone(),
        ("previous", _) => days.previous.clone(),
        ("metric", &[start, target]) => check_ins(indent, days, |elapsed| {
            format!("value: {}, confidence: 0.7, ", (start + (target - start) * elapsed * 0.9).round())
        }),
        ("steady", &[value]) => check_ins(indent, days, |_| format!("value: {value}, confidence: 0.7, ")),
        ("zone", _) => check_ins(indent, days, |elapsed| {
            let zone = if elapsed < 0.14 {
                "fail"
            } else if elapsed < 0.5 {
                "commit"
            } else {
                "target"
            };
            format!("zone: {zone}, confidence: 0.6, ")
        }),
        ("words", _) => check_ins(indent, days, |_| "confidence: 0.7, ".to_owned()),
        ("done", &[after]) => {
            let due = days.start.saturating_add((after as i64).days());
            if due <= days.today { format!(", done: {due}") } else { String::new() }
        }
        _ => date(gap, days).to_string(),
    }
}

/// A day such as `today`, `start+13` or `previous_end-7`.
fn date(gap: &str, days: &Days) -> Date {
    let (name, offset) = gap.find(['+', '-']).map_or((gap, "0"), |sign| gap.split_at(sign));
    let from = match name {
        "start" => days.start,
        "end" => days.end,
        "previous_end" => days.previous_end,
        _ => days.today,
    };
    from.saturating_add(offset.parse::<i64>().unwrap_or_default().days())
}

/// Check-ins, a line each, indented as far as the gap that they fill.
fn check_ins(indent: usize, days: &Days, said: impl Fn(f64) -> String) -> String {
    let mut lines = String::new();
    for (index, day) in days.check_ins().into_iter().enumerate() {
        if index > 0 {
            write!(lines, "\n{}", " ".repeat(indent)).expect("a String takes all");
        }
        let note =
            if day == days.today { "note: Written by `okrbook new`; replace it with your own." } else { "" };
        let rest = format!("{}{note}", said(days.elapsed(day)));
        write!(lines, "- {{date: {day}, {}}}", rest.trim_end_matches(", ")).expect("a String takes all");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_with_days_of_the_running_quarter() {
        let days = Days::around(jiff::civil::date(2026, 1, 10));
        assert_eq!(fill("{{cycle}} after {{previous}}", &days), "2026-Q1 after 2025-Q4");
        assert_eq!(
            fill("{{today-10}} {{start+1}} {{previous_end}} {{end}}", &days),
            "2025-12-31 2026-01-02 2025-12-31 2026-03-31"
        );
        assert_eq!(
            fill("  {{steady 5}}", &days),
            "  - {date: 2026-01-03, value: 5, confidence: 0.7}\n  - {date: 2026-01-10, value: 5, confidence: 0.7, \
             note: Written by `okrbook new`; replace it with your own.}"
        );
    }
}
