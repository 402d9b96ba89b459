//! Charts of hostile data, and what a reader finds in the friendly ones.

use super::*;
use crate::locale::Language;
use crate::model::{
    About, Bounds, Cadence, CheckIn, Cycle, Date, Decimal, KeyResult, Kpi, Measure, Milestone, PlanPoint,
    Rare, Reading, Text, Zone, ZoneTexts,
};
use crate::progress::{Forecast, Health, KeyResultProgress, KpiProgress, KpiStatus, Moment};
use crate::text::{Source, Sources, Span, Spanned};
use proptest::prelude::*;
use std::sync::Arc;

mod collisions;
mod cycle;
mod geometry;
mod kpi;
mod log;
mod stages;

fn span() -> Span {
    let mut sources = Sources::default();
    let id = sources.add("content/a.yaml", b"x".to_vec());
    Source::whole(sources.get(id))
}

fn at<T>(value: T) -> Spanned<T> {
    Spanned::new(value, span())
}

fn text(text: &str) -> Text {
    at(text.to_owned())
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn day(month: i8, day: i8) -> Date {
    Date::new(2026, month, day).unwrap()
}

fn quarter() -> Cycle {
    Cycle {
        id: text("2026-Q3"),
        title: "Q3 2026".to_owned(),
        start: day(7, 1),
        end: day(9, 30),
        set_by: None,
        check_in_every: Cadence { days: 7 },
        not_doing: Vec::new(),
        learned: None,
        parent: None,
        declared: true,
        about: About::default(),
    }
}

fn check_in(date: Date, value: Option<Decimal>) -> CheckIn {
    CheckIn {
        date: at(date),
        value: value.map(at),
        zone: None,
        confidence: Some(at(0.7)),
        note: None,
        internal: false,
        aside: Rare::default(),
    }
}

fn key_result_of(measure: Measure, check_ins: Vec<CheckIn>) -> KeyResult {
    KeyResult {
        id: text("return-rate"),
        title: text("Patients who come back"),
        owner: None,
        weight: 1.0,
        weight_span: None,
        why: None,
        kpi: None,
        aligns_to: Vec::new(),
        source: None,
        masked: false,
        measure,
        unit: Some(text("%")),
        check_ins: Arc::new(check_ins),
        changes: Vec::new(),
        about: Rare::default(),
    }
}

fn metric(start: &str, target: &str, values: &[(Date, &str)]) -> KeyResult {
    let measure = Measure::Metric {
        start: at((start != "unknown").then(|| number(start))),
        target: at(number(target)),
        commit: None,
        stretch: None,
        plan: None,
    };
    key_result_of(measure, values.iter().map(|(date, value)| check_in(*date, Some(number(value)))).collect())
}

fn progress_of(key_result: &KeyResult) -> KeyResultProgress {
    KeyResultProgress {
        value: key_result.check_ins.last().and_then(|check_in| check_in.value).map(|value| value.value),
        last_check_in: key_result.check_ins.len().checked_sub(1),
        check_ins: key_result.check_ins.len(),
        attainment: Some(0.525),
        progress: 0.525,
        expected: Some(0.5),
        gap: Some(-0.1),
        health: Health::OnTrack,
        confidence: Some(0.7),
        forecast: None,
    }
}

fn drawn(key_result: &KeyResult, progress: &KeyResultProgress, cycle: Option<&Cycle>) -> String {
    let chart = KeyResultChart {
        m: Language::english(),
        key_result,
        progress,
        cycle,
        as_of: day(8, 20),
        rescaled: false,
    };
    super::key_result(&chart).into_string()
}

fn logged(key_result: &KeyResult, progress: &KeyResultProgress) -> String {
    let quarter = quarter();
    let chart = KeyResultChart {
        m: Language::english(),
        key_result,
        progress,
        cycle: Some(&quarter),
        as_of: day(8, 20),
        rescaled: false,
    };
    let prose = |html: &mut Html, text: &Text| {
        html.text(&text.value);
    };
    check_ins(&CheckInLog { chart, prose: &prose, person: &|_, _| {} }).into_string()
}

fn draw(key_result: &KeyResult) -> String {
    drawn(key_result, &progress_of(key_result), Some(&quarter()))
}

fn friendly() -> (KeyResult, KeyResultProgress) {
    let values = [(day(7, 8), "4.2"), (day(7, 22), "4.9"), (day(8, 5), "5.4"), (day(8, 19), "6.1")];
    let key_result = metric("4.0", "8", &values);
    let forecast = Some(Forecast { value: 7.43, low: 7.1, high: 7.8 });
    let progress = KeyResultProgress { forecast, ..progress_of(&key_result) };
    (key_result, progress)
}

/// Pairs every tag, so that no page can break behind a chart; and nothing in it is a number that is none.
fn assert_whole(html: &str) {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("every tag ends");
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} in {html}");
    assert!(!html.contains("NaN") && !html.contains("inf"), "{html}");
    assert!(!html.contains("style=") && !html.contains("<script"), "{html}");
}

/// The heights of the labels that start at the left or right margin.
fn heights(html: &str, side: &str) -> Vec<f64> {
    let marker = format!("%\" dx=\"{side}\" y=\"");
    html.split(&marker).skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
}

fn assert_labels_apart(html: &str) {
    for side in ["-7", "7"] {
        let heights = heights(html, side);
        assert!(heights.windows(2).all(|pair| (pair[1] - pair[0]).abs() > 13.9), "{heights:?}");
    }
}

#[test]
fn the_sentence_says_what_happened() {
    let (key_result, progress) = friendly();
    let html = drawn(&key_result, &progress, Some(&quarter()));
    let sentence = "From 4.0% to 6.1% of 8%; on this line it lands near 7.4%.";
    assert!(html.contains(&format!("<figcaption>{sentence}</figcaption>")), "{html}");
    assert!(html.contains(&format!("<desc>{sentence}</desc>")));
    assert!(html.contains("<title>Patients who come back</title>"));
}

#[test]
fn a_chart_of_twelve_points_stays_small() {
    let values: Vec<(Date, &str)> = (0..12)
        .map(|week| (day(7, 6).checked_add(jiff::Span::new().days(week * 4)).unwrap(), "5.5"))
        .collect();
    let key_result = metric("4.0", "8", &values);
    let forecast = Some(Forecast { value: 7.43, low: 7.1, high: 7.8 });
    let html =
        drawn(&key_result, &KeyResultProgress { forecast, ..progress_of(&key_result) }, Some(&quarter()));
    assert_whole(&html);
    let svg = html.split("<figcaption>").next().unwrap().len();
    assert!(svg < 3072, "{svg} bytes");
}

#[test]
fn a_falling_metric_falls() {
    let key_result = metric("31", "18", &[(day(7, 8), "30"), (day(8, 19), "24")]);
    let html = draw(&key_result);
    assert!(html.contains("From 31% to 24%, aiming for 18%."), "{html}");
    assert!(
        html.contains("<path class=\"start\" d=\"M0 24H1000\"/><path class=\"target\" d=\"M0 168H1000\"/>")
    );
}

#[test]
fn a_plan_runs_through_its_points() {
    let mut key_result = metric("0", "10", &[]);
    if let Measure::Metric { plan, .. } = &mut key_result.measure {
        *plan = Some(vec![PlanPoint { date: day(8, 15), value: number("2") }]);
    }
    let html = draw(&key_result);
    assert!(html.contains("<path class=\"plan\" d=\"M0 168L500 139.2L1000 24\"/>"), "{html}");
}

#[test]
fn a_check_in_after_today_is_not_drawn() {
    let key_result = metric("4.0", "8", &[(day(8, 19), "6.1"), (day(9, 9), "7")]);
    let progress = KeyResultProgress { check_ins: 1, value: Some(number("6.1")), ..progress_of(&key_result) };
    let html = drawn(&key_result, &progress, Some(&quarter()));
    assert!(
        !html.contains("9 Sep 2026") && html.contains("<path class=\"dots\" d=\"M543 92.4h0\"/>"),
        "{html}"
    );
}

#[test]
fn hostile_numbers_make_a_whole_chart() {
    let one = |value| vec![(day(8, 1), value)];
    let cases = [
        ("0", "1", one("0")),
        ("5", "6", vec![(day(7, 2), "5"), (day(8, 2), "5"), (day(8, 9), "5")]),
        ("-10", "-30", vec![(day(7, 2), "-12"), (day(8, 2), "5")]),
        ("1000000000000", "2000000000000", one("1500000000000")),
        ("0.0001", "0.0002", one("0.00015")),
        ("0", "10", one("100000")),
        ("unknown", "10", one("7")),
        ("unknown", "10", Vec::new()),
        ("0", "79228162514264337593543950335", one("-79228162514264337593543950335")),
        ("4", "8", vec![(Date::MIN, "4"), (day(6, 25), "4"), (day(8, 1), "5"), (Date::MAX, "6")]),
    ];
    for (start, target, values) in cases {
        let html = draw(&metric(start, target, &values));
        assert_whole(&html);
        assert_labels_apart(&html);
    }
}

#[test]
fn four_hundred_points_make_a_line_without_dots() {
    let start = Date::new(2025, 7, 20).unwrap();
    let values: Vec<(Date, &str)> = (0..400)
        .map(|index| {
            (
                start.checked_add(jiff::Span::new().days(index)).unwrap(),
                if index % 7 == 0 { "9" } else { "5" },
            )
        })
        .collect();
    let mut year = quarter();
    (year.start, year.end) = (start, day(9, 30));
    let key_result = metric("4", "8", &values);
    let html = drawn(&key_result, &progress_of(&key_result), Some(&year));
    assert_whole(&html);
    let svg = html.split("<figcaption>").next().unwrap().len();
    assert!(svg < 6000, "{svg} bytes");
}

#[test]
fn a_cycle_of_one_day_and_a_draft_without_one_are_drawn() {
    let mut one = quarter();
    (one.start, one.end) = (day(8, 20), day(8, 20));
    let (key_result, progress) = friendly();
    assert_whole(&drawn(&key_result, &progress, Some(&one)));
    assert_whole(&drawn(&key_result, &progress, None));
    let nothing = metric("4", "8", &[]);
    let html = drawn(&nothing, &progress_of(&nothing), None);
    assert_eq!(html, "<p class=\"chart-none\">No value yet; from 4% to 8%.</p>");
}

#[test]
fn a_public_edition_shows_how_far_and_no_number_of_the_measure() {
    let key_result = metric("0", "1", &[(day(7, 8), "0.2"), (day(8, 19), "0.525")]);
    let progress = progress_of(&key_result);
    let chart = KeyResultChart {
        m: Language::english(),
        key_result: &key_result,
        progress: &progress,
        cycle: Some(&quarter()),
        as_of: day(8, 20),
        rescaled: true,
    };
    let html = super::key_result(&chart).into_string();
    assert!(html.contains("<figcaption>53% of the way; the numbers themselves are not public.</figcaption>"));
    assert!(html.contains(">100%</text>") && !html.contains("0.525"));
}

#[test]
fn foreign_text_cannot_become_markup() {
    let mut key_result = metric("4", "8", &[(day(8, 1), "5")]);
    key_result.title = text("<script>alert(1)</script>");
    key_result.unit = Some(text("\"><img src=x onerror=alert(1)>"));
    let html = draw(&key_result);
    assert_whole(&html);
    assert!(!html.contains("<img"));
}

#[test]
fn a_value_outside_of_its_bounds_is_counted_and_marked() {
    let values = [check_in(day(7, 8), Some(number("97.2"))), check_in(day(8, 19), Some(number("94")))];
    let key_result = key_result_of(Measure::Keep(at(Bounds::AtLeast(number("95")))), values.to_vec());
    let html = draw(&key_result);
    assert_whole(&html);
    assert!(html.contains("Inside its bounds in 1 of 2 check-ins; last 94%; should be at least 95%."));
    assert!(html.contains("class=\"dots outside\""));
    let html = logged(&key_result, &progress_of(&key_result));
    assert_whole(&html);
    assert!(html.contains("<td>94%</td><td>no</td>"), "{html}");
}

proptest! {
    #[test]
    fn any_metric_makes_a_whole_chart(
        start in any::<i64>(), target in any::<i64>(), scale in 0_u32..20,
        values in prop::collection::vec((-400_i64..400, any::<i64>()), 0..20),
        forecast in proptest::option::of(any::<f64>()),
    ) {
        let mut key_result = metric("0", "1", &[]);
        key_result.measure = Measure::Metric {
            start: at(Some(Decimal::new(start, scale))),
            target: at(Decimal::new(target, scale)),
            commit: Some(at(Decimal::new(target / 2, scale))),
            stretch: Some(at(Decimal::new(target, scale))),
            plan: None,
        };
        let mut check_ins: Vec<CheckIn> = values.iter().map(|(days, value)| {
            check_in(day(8, 1).checked_add(jiff::Span::new().days(*days)).unwrap(), Some(Decimal::new(*value, scale)))
        }).collect();
        check_ins.sort_by_key(|check_in| check_in.date.value);
        key_result.check_ins = Arc::new(check_ins);
        let forecast = forecast.filter(|value| value.is_finite())
            .map(|value| Forecast { value: value % 1e20, low: value % 1e20, high: value % 1e20 });
        let html = drawn(&key_result, &KeyResultProgress { forecast, ..progress_of(&key_result) }, Some(&quarter()));
        assert_whole(&html);
        assert_labels_apart(&html);
    }
}
