//! KPIs over time, hostile series among them.

use super::*;

pub(super) fn waiting_time(values: &[(Date, &str)]) -> Kpi {
    let reading = |(date, value): &(Date, &str)| Reading {
        date: at(*date),
        value: number(value),
        note: None,
        internal: false,
    };
    Kpi {
        id: text("waiting-time"),
        title: text("Waiting time"),
        unit: Some(text("days")),
        healthy: Some(at(Bounds::AtMost(number("20")))),
        every: Cadence { days: 31 },
        team: None,
        owner: None,
        why: None,
        values: Arc::new(values.iter().map(reading).collect()),
        about: About::default(),
    }
}

#[test]
fn a_kpi_stands_against_its_healthy_band() {
    let kpi = waiting_time(&[(day(1, 31), "31"), (day(4, 30), "24"), (day(7, 31), "18")]);
    let progress = KpiProgress { status: KpiStatus::Healthy, latest: Some(2) };
    let html =
        super::kpi(&KpiChart { m: Language::english(), kpi: &kpi, progress: &progress, as_of: day(8, 20) })
            .into_string();
    assert_whole(&html);
    assert!(html.contains("<title>Waiting time, in days</title>"));
    assert!(html.contains("to 18\u{a0}days on 31 Jul 2026; healthy when at most 20\u{a0}days."), "{html}");
    let spark =
        sparkline(Language::english(), &kpi.values, kpi.healthy.map(|healthy| healthy.value), Some("days"))
            .into_string();
    assert_whole(&spark);
    assert!(spark.contains("class=\"healthy\""));
}

#[test]
fn a_kpi_without_a_value_says_so() {
    let progress = KpiProgress { status: KpiStatus::NoData, latest: None };
    let kpi = waiting_time(&[]);
    let html =
        super::kpi(&KpiChart { m: Language::english(), kpi: &kpi, progress: &progress, as_of: day(8, 20) });
    assert_eq!(html.as_str(), "<p class=\"chart-none\">No value yet; healthy when at most 20\u{a0}days.</p>");
    assert!(sparkline(Language::english(), &[], None, None).is_empty());
}
