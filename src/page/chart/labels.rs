//! Keeps labels apart.
//!
//! Charts stretch with the page, so what must not collide is judged at the narrowest width on which they are
//! read, see [`Room`](super::room::Room). Wider is only better.

use super::scale::Timeline;
use crate::locale::Language;
use crate::model::Date;

/// The size of letters, in pixels, and that of the label of the last value: 14 px, and wider because it is bold.
pub(super) const SMALL: f64 = 12.0;
pub(super) const LARGE: f64 = 15.3;
/// The room that a label such as `Aug` or `2027` needs, with air, in pixels.
const MONTH_ROOM: f64 = 38.0;
/// As many bytes as most labels take.
const ROOM: usize = 16;
/// The least air between two labels, in pixels.
const AIR: f64 = 5.0;

/// A label below the time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TimeLabel {
    /// Its place, in thousandths of the axis.
    pub(super) x: i32,
    /// What it says.
    pub(super) text: String,
    /// Whether it ends at its place; else it stands in the middle of it, or begins there at 0.
    pub(super) ends: bool,
}

/// The labels of a time axis: its start, and months or years so far apart that they stay readable where the axis is
/// only so many pixels wide.
pub(super) fn times(language: &Language, timeline: &Timeline, narrow: f64) -> Vec<TimeLabel> {
    let mut start = String::with_capacity(ROOM);
    match (timeline.days(), timeline.start.day()) {
        (1401.., _) => language.push_year(&mut start, timeline.start),
        (367.., _) => language.push_month_of_year(&mut start, timeline.start),
        (151.., 1) => language.push_month(&mut start, timeline.start),
        _ => language.push_day(&mut start, timeline.start),
    }
    let mut labels = Vec::with_capacity(8);
    labels.push(TimeLabel { x: 0, text: start, ends: false });
    months(language, timeline, narrow, &mut labels);
    if labels.len() == 1 && timeline.end != timeline.start {
        let mut end = String::new();
        language.push_day(&mut end, timeline.end);
        labels.push(TimeLabel { x: super::scale::WIDTH, text: end, ends: true });
    }
    labels
}

fn months(language: &Language, timeline: &Timeline, narrow: f64, labels: &mut Vec<TimeLabel>) {
    let begun = width(&labels[0].text, SMALL) + AIR;
    let month_width = narrow * 30.4 / timeline.days() as f64;
    let mut step = 1;
    for wider in [2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000] {
        if f64::from(step) * month_width < MONTH_ROOM {
            step = wider;
        }
    }
    let first = i32::from(timeline.start.year()) * 12 + i32::from(timeline.start.month()) - 1;
    let last = i32::from(timeline.end.year()) * 12 + i32::from(timeline.end.month()) - 1;
    // Steps of a quarter and more count from January, so that the years show.
    let mut month = if step > 2 { first - first.rem_euclid(step) } else { first } + step;
    while month <= last {
        let date = i16::try_from(month.div_euclid(12))
            .ok()
            .and_then(|year| Date::new(year, (month.rem_euclid(12) + 1) as i8, 1).ok());
        if let Some(date) = date.filter(|&date| timeline.shows(date)) {
            let x = timeline.morning(date);
            let mut text = String::with_capacity(ROOM);
            if date.month() == 1 {
                language.push_year(&mut text, date);
            } else {
                language.push_month(&mut text, date);
            }
            let begins = f64::from(x) / 1000.0 * narrow - width(&text, SMALL) / 2.0;
            if begins >= begun {
                labels.push(TimeLabel { x, text, ends: false });
            }
        }
        month += step;
    }
}

/// How wide a text in letters of a size is, in pixels: at most so much, in the widest of the fonts that systems bring.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// The width of a character as a share of its size.
fn advance(letter: char) -> f64 {
    /// Of those that nearly all labels are made of.
    const ASCII: [f64; 128] = {
        let mut widths = [0.0; 128];
        let mut letter = 0;
        while letter < widths.len() {
            widths[letter] = advance_of(letter as u8 as char);
            letter += 1;
        }
        widths
    };
    ASCII.get(letter as usize).copied().unwrap_or_else(|| advance_of(letter))
}

const fn advance_of(letter: char) -> f64 {
    match letter {
        // Marks that isolate a text of another direction.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' => 0.0,
        ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | 'i' | 'j' | 'l' | 'I' => {
            0.33
        }
        'f' | 'r' | 't' | '-' | '(' | ')' => 0.42,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 0.57,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.98,
        '−' | '+' => 0.84,
        'A'..='Z' => 0.72,
        '\u{1100}'..='\u{1fff}' | '\u{2c00}'..='\u{ffff}' => 1.0,
        _ => 0.64,
    }
}

/// Moves heights apart by at least `gap`, as little as possible and in their order, and keeps them between `top` and
/// `bottom` where they fit. The heights must come sorted.
pub(super) fn separate(heights: &mut [f64], gap: f64, top: f64, bottom: f64) {
    // Less its share of the gaps, each height must not be above the one before: neighbours that are stand together
    // at their mean.
    let mut groups: Vec<(f64, usize)> = Vec::with_capacity(heights.len());
    for (index, height) in heights.iter().enumerate() {
        let mut group = (height - index as f64 * gap, 1);
        while let Some(&(before, count)) = groups.last()
            && before > group.0
        {
            groups.pop();
            let total = count + group.1;
            group = ((before * count as f64 + group.0 * group.1 as f64) / total as f64, total);
        }
        groups.push(group);
    }
    let lowest = bottom - heights.len().saturating_sub(1) as f64 * gap;
    let mut index = 0;
    for (base, count) in groups {
        for _ in 0..count {
            heights[index] = base.min(lowest).max(top) + index as f64 * gap;
            index += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use proptest::prelude::*;

    fn texts(start: (i16, i8, i8), end: (i16, i8, i8)) -> Vec<String> {
        let date = |(year, month, day)| Date::new(year, month, day).unwrap();
        times(Language::english().language, &Timeline::between(date(start), date(end)), 180.0)
            .into_iter()
            .map(|label| label.text)
            .collect()
    }

    #[test]
    fn marks_of_direction_take_no_room() {
        assert!((width("\u{2066}10%\u{2069}", SMALL) - width("10%", SMALL)).abs() < 1e-9);
    }

    #[test]
    fn a_quarter_names_its_months() {
        assert_eq!(texts((2026, 7, 1), (2026, 9, 30)), ["1 Jul", "Aug", "Sept"]);
    }

    #[test]
    fn a_year_names_its_quarters_and_a_decade_its_years() {
        assert_eq!(texts((2026, 1, 1), (2026, 12, 31)), ["Jan", "Apr", "Jul", "Oct"]);
        assert_eq!(texts((2025, 10, 1), (2026, 3, 31)), ["Oct", "Dec", "Feb"]);
        assert_eq!(texts((2024, 9, 30), (2026, 8, 20)), ["Sept 2024", "2026", "Jul"]);
        assert_eq!(texts((2020, 2, 1), (2029, 12, 31)), ["2020", "2025"]);
    }

    #[test]
    fn a_month_names_its_ends_and_a_day_only_itself() {
        assert_eq!(texts((2026, 9, 1), (2026, 9, 30)), ["1 Sept", "30 Sept"]);
        assert_eq!(texts((2026, 9, 1), (2026, 9, 1)), ["1 Sept"]);
    }

    fn separated(mut heights: [f64; 3]) -> [i64; 3] {
        separate(&mut heights, 14.0, 0.0, 100.0);
        heights.map(|height| height.round() as i64)
    }

    #[test]
    fn labels_that_fit_stay_where_they_are() {
        assert_eq!(separated([10.0, 40.0, 90.0]), [10, 40, 90]);
    }

    #[test]
    fn labels_at_one_height_share_the_way() {
        assert_eq!(separated([50.0, 50.0, 50.0]), [36, 50, 64]);
    }

    proptest! {
        #[test]
        fn labels_never_collide(mut heights in prop::collection::vec(-1e6..1e6_f64, 0..6)) {
            heights.sort_by(f64::total_cmp);
            separate(&mut heights, 14.0, 10.0, 170.0);
            prop_assert!(heights.windows(2).all(|pair| pair[1] - pair[0] > 13.999));
            prop_assert!(heights.iter().all(|height| (9.999..170.001).contains(height)));
        }

        #[test]
        fn times_never_collide(from in 1900_i16..2100, month in 1_i8..=12, days in 0_i64..40_000) {
            let start = Date::new(from, month, 1).unwrap();
            let end = start.checked_add(jiff::Span::new().days(days)).unwrap();
            let labels = times(Language::english().language, &Timeline::between(start, end), 120.0);
            prop_assert!(labels.len() <= 8);
            for pair in labels.windows(2) {
                let (left, right) = (f64::from(pair[0].x) * 0.12, f64::from(pair[1].x) * 0.12);
                let width = |label: &TimeLabel| width(&label.text, SMALL);
                let ends = if pair[0].x == 0 { left + width(&pair[0]) } else { left + width(&pair[0]) / 2.0 };
                let begins = right - width(&pair[1]) / if pair[1].ends { 1.0 } else { 2.0 };
                prop_assert!(ends < begins, "{:?}", labels);
            }
        }
    }
}
