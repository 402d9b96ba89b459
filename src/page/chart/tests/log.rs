//! The log of check-ins: the table of the numbers in the chart above it.

use super::*;

#[test]
fn the_log_holds_the_same_numbers() {
    let (key_result, progress) = friendly();
    let html = logged(&key_result, &progress);
    assert_whole(&html);
    assert!(
        html.contains("<tr><th scope=\"row\">19 Aug 2026</th><td>6.1%</td><td>6.2%</td><td>70%</td></tr>")
    );
    assert!(html.contains("<th scope=\"row\">Forecast</th><td colspan=\"3\">7.4% (7.1% to 7.8%)"));
}

#[test]
fn a_unit_is_said_once_and_marks_are_told_without_check_ins_too() {
    let mut key_result = metric("0", "10", &[(day(7, 8), "4")]);
    key_result.unit = Some(text("days"));
    let html = logged(&key_result, &progress_of(&key_result));
    assert!(html.contains("<th scope=\"col\">Value, days</th>") && html.contains("<td>4</td>"), "{html}");
    let mut waiting = metric("0", "10", &[]);
    assert!(logged(&waiting, &progress_of(&waiting)).is_empty());
    if let Measure::Metric { stretch, .. } = &mut waiting.measure {
        *stretch = Some(at(number("12")));
    }
    let html = logged(&waiting, &progress_of(&waiting));
    assert_whole(&html);
    assert!(html.contains("<th scope=\"row\">Stretch</th><td>12%</td>"), "{html}");
}

#[test]
fn the_log_shows_three_check_ins_and_folds_the_rest() {
    let (mut key_result, progress) = friendly();
    Arc::make_mut(&mut key_result.check_ins)[3].note = Some(text("Two *more* clinics"));
    let html = logged(&key_result, &progress);
    assert_whole(&html);
    assert!(html.contains("<summary>1 earlier check-in</summary>"));
    let dates: Vec<usize> = ["19 Aug", "5 Aug", "22 Jul", "<details", "8 Jul"]
        .map(|date| html.find(date).unwrap_or_else(|| panic!("{date}")))
        .to_vec();
    assert!(dates.is_sorted());
}
