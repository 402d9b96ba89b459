//! What a field held, in words.

use super::sentence::{Piece, Sentence};
use crate::locale::Messages;
use crate::page::format;
use crate::progress::Health;
use crate::snapshot::compare::{Held, What};

/// One side of a change. Names of people, teams and cycles stand for themselves; titles are told apart from the words
/// around them.
pub(super) fn held(held: &Held, m: &Messages, what: What) -> Sentence {
    match (what, held) {
        (What::Title, Held::Text(title)) => Sentence { pieces: vec![Piece::Title(title.clone())] },
        (What::Owner | What::Team | What::Cycle, Held::Names(names)) => Sentence::of(names.join(m.comma)),
        _ => plain(held, m),
    }
}

/// A value without any knowledge of what it is about.
pub(super) fn plain(held: &Held, m: &Messages) -> Sentence {
    match held {
        Held::Nothing => Sentence::of(m.told_none),
        Held::Number(number, unit) => Sentence::of(format::value(m.language, *number, unit.as_deref())),
        Held::Bounds(bounds, unit) => Sentence::of(format::bounds(m, *bounds, unit.as_deref())),
        Held::Score(score) => Sentence::of(format::score(m.language, *score)),
        Held::Weight(weight) => Sentence::of(format::weight(m.language, *weight)),
        Held::Text(text) => Sentence { pieces: vec![Piece::Prose(text.clone())] },
        Held::Word(word) => Sentence::of(self::word(word, m)),
        Held::Names(names) => names_text(names, m),
        Held::Day(day) => Sentence::of(format::date(m.language, *day)),
    }
}

/// A word of a closed list as it stands in a sentence.
pub(super) fn word<'a>(word: &'a str, m: &Messages<'a>) -> &'a str {
    match word {
        "metric" => m.told_metric,
        "keep" => m.told_keep,
        "milestones" => m.told_milestones,
        "zones" => m.told_zones,
        "done" => m.told_done,
        "partly" => m.told_partly,
        "cancelled" => m.told_given_up,
        "no-target" => m.told_no_target,
        "no-data" => m.told_no_data,
        other => other,
    }
}

/// Names with commas between them; the mission goes by its name.
fn names_text(names: &[String], m: &Messages) -> Sentence {
    let mut sentence = Sentence::default();
    for (index, name) in names.iter().enumerate() {
        if index > 0 {
            sentence = sentence.then(Sentence::of(m.comma));
        }
        let piece = match name.as_str() {
            "mission" => Piece::Text(m.told_the_mission.to_owned()),
            name => Piece::Title(name.to_owned()),
        };
        sentence = sentence.then(Sentence { pieces: vec![piece] });
    }
    sentence
}

/// Health as it stands in a sentence.
pub fn health<'a>(health: Health, m: &Messages<'a>) -> &'a str {
    match health {
        Health::OffTrack => m.told_off_track,
        Health::Outdated => m.told_outdated,
        Health::AtRisk => m.told_at_risk,
        Health::OnTrack => m.told_on_track,
        Health::Pending => m.told_pending,
        Health::Closed => m.told_closed_word,
    }
}
