//! Health as a word and a shape; the colour comes from the theme and is never the only sign.

use crate::page::Html;
use crate::progress::{Health, KpiStatus};

const DOT: &str = "<circle cx=\"5\" cy=\"5\" r=\"4.5\"/>";
const TRIANGLE: &str = "<path d=\"M5 .5l5 9H0z\"/>";
const SQUARE: &str = "<path d=\"M.7.7h8.6v8.6H.7z\"/>";
const RING: &str = "<circle cx=\"5\" cy=\"5\" r=\"4\" class=\"ring\"/>";
const DASHED: &str = "<circle cx=\"5\" cy=\"5\" r=\"4\" class=\"ring dashed\"/>";
const TICK: &str = "<path d=\"M1 5.5l3 3 5-7\" class=\"ring\"/>";

/// A health in words, as people read it.
pub fn health_word(health: Health) -> &'static str {
    match health {
        Health::OnTrack => "on track",
        Health::AtRisk => "at risk",
        Health::OffTrack => "off track",
        Health::Outdated => "outdated",
        Health::Pending => "pending",
        Health::Closed => "closed",
    }
}

fn health_shape(health: Health) -> &'static str {
    match health {
        Health::OnTrack => DOT,
        Health::AtRisk => TRIANGLE,
        Health::OffTrack => SQUARE,
        Health::Outdated => DASHED,
        Health::Pending => RING,
        Health::Closed => TICK,
    }
}

fn push(html: &mut Html, class: &'static str, shape: &'static str, word: &'static str, shows_word: bool) {
    html.raw("<span class=\"health ").raw(class).raw("\"><svg class=\"mark\" width=\"10\" height=\"10\"");
    html.raw(" aria-hidden=\"true\">").raw(shape).raw("</svg>");
    if shows_word {
        html.raw(word);
    } else {
        html.raw("<span class=\"visually-hidden\">").raw(word).raw("</span>");
    }
    html.raw("</span>");
}

/// Appends a health: shape and word.
pub fn push_health(html: &mut Html, health: Health) {
    push(html, health.word(), health_shape(health), health_word(health), true);
}

/// Appends a health as its shape alone, for rows of many; the word stays for those who listen.
pub fn push_health_mark(html: &mut Html, health: Health) {
    push(html, health.word(), health_shape(health), health_word(health), false);
}

/// A health, see [`push_health`].
pub fn health(health: Health) -> Html {
    let mut html = Html::new();
    push_health(&mut html, health);
    html
}

/// Appends the status of a KPI: shape and word.
pub fn push_kpi_status(html: &mut Html, status: KpiStatus) {
    let (shape, word) = match status {
        KpiStatus::Healthy => (DOT, "healthy"),
        KpiStatus::Unhealthy => (SQUARE, "unhealthy"),
        KpiStatus::Outdated => (DASHED, "outdated"),
        KpiStatus::NoTarget => (RING, "no target"),
        KpiStatus::NoData => (RING, "no data"),
    };
    push(html, status.word(), shape, word, true);
}

/// The status of a KPI, see [`push_kpi_status`].
pub fn kpi_status(status: KpiStatus) -> Html {
    let mut html = Html::new();
    push_kpi_status(&mut html, status);
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn health_is_a_word_and_a_shape() {
        assert_eq!(
            health(Health::AtRisk).as_str(),
            "<span class=\"health at-risk\"><svg class=\"mark\" width=\"10\" height=\"10\" aria-hidden=\"true\">\
             <path d=\"M5 .5l5 9H0z\"/></svg>at risk</span>"
        );
    }
}
