//! Health as a word and a shape; the colour comes from the theme and is never the only sign.
//!
//! In a page the theme draws the shape before the word, by its class: a page has many of them. Drawings of their own,
//! such as the map, take it from [`shape`].

use crate::locale::Messages;
use crate::page::{Html, words};
use crate::progress::{Health, KpiStatus};

const DOT: &str = "<circle cx=\"5\" cy=\"5\" r=\"4.5\"/>";
const TRIANGLE: &str = "<path d=\"M5 .5l5 9H0z\"/>";
const SQUARE: &str = "<path d=\"M.7.7h8.6v8.6H.7z\"/>";
const RING: &str = "<circle cx=\"5\" cy=\"5\" r=\"4\" class=\"ring\"/>";
const DASHED: &str = "<circle cx=\"5\" cy=\"5\" r=\"4\" class=\"ring dashed\"/>";
const TICK: &str = "<path d=\"M1 5.5l3 3 5-7\" class=\"ring\"/>";

/// The shape of a health, in a box of ten.
pub(in crate::page) fn shape(health: Health) -> &'static str {
    match health {
        Health::OnTrack => DOT,
        Health::AtRisk => TRIANGLE,
        Health::OffTrack => SQUARE,
        Health::Outdated => DASHED,
        Health::Pending => RING,
        Health::Closed => TICK,
    }
}

fn push(html: &mut Html, class: &'static str, word: &str, shows_word: bool) {
    // The spaces are for those who read the text alone: what stands before and after is another word.
    html.raw(" <span class=\"health ").raw(class).raw("\">");
    if shows_word {
        html.text(word);
    } else {
        html.raw("<span class=\"visually-hidden\">").text(word).raw(" </span>");
    }
    html.raw("</span>");
}

/// Appends a health: shape and word.
pub fn push_health(html: &mut Html, m: &Messages, health: Health) {
    push(html, health.word(), words::health(m, health), true);
}

/// Appends a health as its shape alone, for rows of many; the word stays for those who listen.
pub fn push_health_mark(html: &mut Html, m: &Messages, health: Health) {
    push(html, health.word(), words::health(m, health), false);
}

/// A health, see [`push_health`].
pub fn health(m: &Messages, health: Health) -> Html {
    let mut html = Html::with_room(64);
    push_health(&mut html, m, health);
    html
}

/// Appends the status of a KPI: shape and word.
pub fn push_kpi_status(html: &mut Html, m: &Messages, status: KpiStatus) {
    push(html, status.word(), words::kpi_status(m, status), true);
}

/// The status of a KPI, see [`push_kpi_status`].
pub fn kpi_status(m: &Messages, status: KpiStatus) -> Html {
    let mut html = Html::with_room(64);
    push_kpi_status(&mut html, m, status);
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn health_is_a_word_with_the_class_of_its_shape() {
        assert_eq!(
            health(Language::english(), Health::AtRisk).as_str(),
            " <span class=\"health at-risk\">at risk</span>"
        );
    }
}
