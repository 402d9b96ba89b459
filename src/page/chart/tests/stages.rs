//! Key results that go by stages: milestones, zones, done or not.

use super::*;

#[test]
fn milestones_are_a_list_with_marks() {
    let milestone = |title: &str, due: Option<Date>, done: Option<Date>, weight| Milestone {
        id: None,
        title: text(title),
        due: due.map(at),
        done: done.map(at),
        weight,
    };
    let milestones = vec![
        milestone("Permit", Some(day(7, 31)), Some(day(8, 3)), 1.0),
        milestone("Opening", Some(day(8, 10)), None, 2.0),
        milestone("Survey", None, Some(day(9, 1)), 1.0),
    ];
    let html = draw(&key_result_of(Measure::Milestones(milestones), Vec::new()));
    assert_whole(&html);
    assert!(html.contains("<figcaption>1 of 3 milestones done, 1 overdue.</figcaption>"), "{html}");
    assert!(
        html.contains("done 3 Aug 2026, due 31 Jul") && html.contains("overdue since 10 Aug 2026, weight 2")
    );
    assert!(html.contains("<span>Survey</span> <span class=\"when\">not done yet"));
}

#[test]
fn zones_are_stairs() {
    let reached = |date, zone| CheckIn { zone: Some(zone), ..check_in(date, None) };
    let texts = ZoneTexts { commit: Some(text("Two clinics")), target: None, stretch: None, span: span() };
    let check_ins = vec![reached(day(7, 15), Zone::Fail), reached(day(8, 5), Zone::Commit)];
    let html = draw(&key_result_of(Measure::Zones(texts), check_ins));
    assert_whole(&html);
    assert_labels_apart(&html);
    assert!(html.contains("<path class=\"actual\" d=\"M163 124H391V94H554\"/>"), "{html}");
    assert!(html.contains("<div class=\"reached\"><dt>commit, reached</dt><dd>Two clinics</dd></div>"));
}

#[test]
fn a_thing_is_done_or_not() {
    let done = |date: Option<Date>| draw(&key_result_of(Measure::Done(at(date)), Vec::new()));
    assert!(done(Some(day(8, 3))).contains("<figcaption>Done on 3 Aug 2026.</figcaption>"));
    assert!(done(Some(day(8, 30))).contains("<figcaption>Not done yet.</figcaption>"));
    assert_whole(&done(None));
}
