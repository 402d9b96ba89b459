//! The chart of described levels: which one was reached when, as steps.

use super::figure::{self, Frame, SideLabel};
use super::key_result::KeyResultChart;
use super::metric::level;
use super::room::Room;
use super::scale::{Timeline, WIDTH};
use super::{ink, labels, sentence, series};
use crate::locale::Messages;
use crate::model::{Date, Text, Zone, ZoneTexts};
use crate::page::html::escape;
use crate::page::words;

const LEVELS: [Zone; 4] = [Zone::Stretch, Zone::Target, Zone::Commit, Zone::Fail];
/// Height of the best level, and from each level to the next.
const FIRST: f64 = 34.0;
const STEP: f64 = 30.0;

fn y(zone: Zone) -> f64 {
    FIRST
        + STEP
            * match zone {
                Zone::Stretch => 0.0,
                Zone::Target => 1.0,
                Zone::Commit => 2.0,
                Zone::Fail => 3.0,
            }
}

/// Appends the figure.
pub(super) fn draw(out: &mut String, chart: &KeyResultChart, texts: &ZoneTexts) {
    let reached =
        || chart.check_ins().iter().filter_map(|check_in| Some((check_in.date.value, check_in.zone?)));
    let last = reached().next_back();
    let (m, mut sentence) = (chart.m, String::new());
    match last {
        Some((_, Zone::Fail)) => escape(m.zone_none, &mut sentence),
        Some((_, zone)) => m.zone_in(words::zone(m, zone)).write(&mut sentence, escape),
        None => escape(m.zone_no_check_in, &mut sentence),
    }
    let Some(timeline) = sentence::timeline(chart, reached().map(|(date, _)| date)) else {
        sentence::alone(out, &sentence);
        return;
    };
    picture(
        out,
        chart,
        &sentence,
        &timeline,
        &reached().filter(|(date, _)| timeline.shows(*date)).collect::<Vec<_>>(),
    );
    descriptions(out, m, texts, last.map(|(_, zone)| zone));
    out.push_str("</div>");
}

fn picture(
    out: &mut String,
    chart: &KeyResultChart,
    sentence: &str,
    timeline: &Timeline,
    reached: &[(Date, Zone)],
) {
    let mut left = LEVELS.map(|zone| {
        let mut text = String::new();
        escape(words::zone(chart.m, zone), &mut text);
        SideLabel::new(y(zone), text, if zone == Zone::Target { "value aim" } else { "value" })
    });
    figure::settle(&mut left);
    let room = Room::beside(&left, &[]);
    let times = labels::times(chart.m.language, timeline, room.narrow());
    let sure = chart.confidence().any(|(date, _)| timeline.shows(date));
    let bottom = y(Zone::Fail);
    let foot = bottom + if sure { 26.0 } else { 12.0 };
    let height = foot as i64 + 22;
    let title = &chart.key_result.title.value;
    let frame = Frame { m: chart.m, title, unit: None, sentence, class: "zones" };
    frame.open(out, height, room);
    figure::open_lines(out, height);
    figure::axis(out, foot, &times);
    figure::today_line(out, timeline, chart.as_of, foot);
    for zone in LEVELS {
        level(out, if zone == Zone::Target { "target" } else { "start" }, y(zone), 0);
    }
    stairs(out, timeline, reached, chart.as_of);
    series::confidence(out, bottom + 15.0, timeline, chart.confidence());
    out.push_str("</svg>");
    figure::today_label(out, chart.m, timeline, chart.as_of);
    figure::side(out, false, &left);
    figure::times(out, foot + 18.0, &times);
    frame.caption(out);
}

/// A level holds until the next check-in says otherwise, and the last one until *as of*.
fn stairs(out: &mut String, timeline: &Timeline, reached: &[(Date, Zone)], as_of: Date) {
    let Some(&(first, zone)) = reached.first() else { return };
    out.push_str("<path class=\"actual\" d=\"M");
    ink::int(out, i64::from(timeline.x(first)));
    out.push(' ');
    ink::tenth(out, y(zone));
    for &(date, zone) in &reached[1..] {
        out.push('H');
        ink::int(out, i64::from(timeline.x(date)));
        out.push('V');
        ink::tenth(out, y(zone));
    }
    out.push('H');
    ink::int(out, i64::from(timeline.x(as_of).clamp(timeline.x(first), WIDTH)));
    out.push_str("\"/><path class=\"dots\" d=\"");
    for &(date, zone) in reached {
        out.push('M');
        ink::int(out, i64::from(timeline.x(date)));
        out.push(' ');
        ink::tenth(out, y(zone));
        out.push_str("h0");
    }
    out.push_str("\"/>");
}

fn descriptions(out: &mut String, m: &Messages, texts: &ZoneTexts, reached: Option<Zone>) {
    let described =
        [(Zone::Commit, &texts.commit), (Zone::Target, &texts.target), (Zone::Stretch, &texts.stretch)];
    let is_reached = |zone| reached.is_some_and(|reached| reached >= zone);
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    if described.iter().all(|(_, text)| text.is_none()) {
        return;
    }
    out.push_str("<dl class=\"zone-texts\">");
    for (zone, described) in described {
        let Some(described) = text(described) else { continue };
        out.push_str(if is_reached(zone) { "<div class=\"reached\"><dt>" } else { "<div><dt>" });
        if is_reached(zone) {
            m.zone_reached(words::zone(m, zone)).write(out, escape);
        } else {
            escape(words::zone(m, zone), out);
        }
        out.push_str("</dt><dd>");
        escape(&described, out);
        out.push_str("</dd></div>");
    }
    out.push_str("</dl>");
}
