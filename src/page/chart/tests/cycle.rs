//! The charts of a cycle: burn-up and the table by month.

use super::*;

pub(super) fn burn_up_of(course: &[Moment], cycle: &Cycle) -> String {
    let mut html = Html::new();
    push_burn_up(&mut html, &BurnUp { m: Language::english(), cycle, as_of: day(8, 20), course });
    html.into_string()
}

pub(super) fn moment(date: Date, progress: Option<f64>, expected: f64) -> Moment {
    Moment { date, progress, expected: Some(expected) }
}

#[test]
fn a_burn_up_says_what_was_reached_and_what_was_expected() {
    let course = [
        moment(day(7, 31), Some(0.1), 0.34),
        moment(day(8, 20), Some(0.46), 0.56),
        moment(day(9, 30), None, 1.0),
    ];
    let html = burn_up_of(&course, &quarter());
    assert!(html.contains("46% reached on 20 Aug 2026, 56% expected."), "{html}");
    assert!(html.contains("<th scope=\"row\">30 Sept 2026</th><td>100%</td><td>–</td>"), "{html}");
}

#[test]
fn a_burn_up_of_nothing_is_not_drawn_and_hostile_ones_stay_in_their_plot() {
    assert_eq!(burn_up_of(&[], &quarter()), "");
    assert_eq!(burn_up_of(&[moment(day(9, 30), None, 1.0)], &quarter()), "");
    for value in [0.0, -3.0, 1e12, 0.0001] {
        let one = burn_up_of(&[moment(day(8, 20), Some(value), value)], &quarter());
        assert!(one.contains("class=\"dots\"") && !one.contains("NaN"), "{one}");
        let equal = [moment(day(7, 2), Some(value), value), moment(day(8, 20), Some(value), value)];
        assert!(!burn_up_of(&equal, &quarter()).contains("NaN"));
    }
}

fn bowler_of(key_result: &KeyResult, cycle: &Cycle, rescaled: bool) -> String {
    let progress = progress_of(key_result);
    let m = Language::english();
    let chart = KeyResultChart {
        m,
        key_result,
        progress: &progress,
        cycle: Some(cycle),
        as_of: day(8, 20),
        rescaled,
    };
    let mut html = Html::new();
    push_bowler(&mut html, &Bowler { m, cycle, rows: &[(Html::of("Return"), chart)] });
    html.into_string()
}

#[test]
fn a_bowler_table_has_the_last_value_of_each_month_below_its_plan() {
    let key_result = metric("0", "92", &[(day(7, 10), "5"), (day(7, 28), "12")]);
    let html = bowler_of(&key_result, &quarter(), false);
    assert!(html.contains("Plan</th><td>31%</td><td>62%</td><td>92%</td>"), "{html}");
    assert!(html.contains("Actual</th><td>12%</td><td>–</td><td></td>"), "{html}");
}

#[test]
fn a_bowler_table_keeps_withheld_numbers_to_itself() {
    let key_result = metric("0", "92", &[(day(7, 10), "47")]);
    let html = bowler_of(&key_result, &quarter(), true);
    assert!(html.contains("numbers withheld"), "{html}");
    assert!(!html.contains("47") && !html.contains("92"), "{html}");
}

#[test]
fn a_bowler_table_of_many_years_stays_narrow() {
    let long = Cycle { end: Date::new(2056, 6, 30).unwrap(), ..quarter() };
    for values in [["-5", "-5"], ["1000000000000", "0.0001"], ["0", "-0.0001"]] {
        let html = bowler_of(&metric(values[0], "7", &[(day(7, 3), values[1])]), &long, false);
        assert!(html.matches("<th scope=\"col\">").count() <= 25, "{html}");
        assert!(html.contains("Jun 2056") && !html.contains("NaN"), "{html}");
    }
}
