//! Words that betray something, as data: beginnings that name an activity, talk of appraisal, and gaps that
//! somebody meant to fill. English, German, French and Spanish lists count for every handbook.
//!
//! Whole words are compared, in lower case. A word that is also a harmless noun lists the neighbours that make it
//! one, so that "Build time below ten minutes" is a measure and "Build a new pipeline" is not.

use ahash::AHashMap;
use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;
use std::sync::LazyLock;

/// A word, or several with single spaces between them, and the neighbours that make it harmless.
struct Term {
    words: &'static str,
    /// Words right before it.
    before: &'static [&'static str],
    /// Words right after it.
    after: &'static [&'static str],
}

const fn term(words: &'static str) -> Term {
    Term { words, before: &[], after: &[] }
}

const fn unless_before(words: &'static str, after: &'static [&'static str]) -> Term {
    Term { words, before: &[], after }
}

const fn unless_after(words: &'static str, before: &'static [&'static str]) -> Term {
    Term { words, before, after: &[] }
}

/// A list of terms by the word that each begins with: a handbook has a million words, and hardly one begins a term.
struct Terms {
    by_first: AHashMap<&'static str, Vec<&'static Term>>,
    /// For each byte that such a word may begin with, how many bytes such words have: a bit for each length.
    lengths: [u64; 256],
}

impl Terms {
    fn of(list: &'static [Term]) -> Terms {
        let mut terms = Terms { by_first: AHashMap::new(), lengths: [0; 256] };
        for term in list {
            let first = term.words.split(' ').next().unwrap_or_default();
            terms.by_first.entry(first).or_default().push(term);
            terms.lengths[usize::from(first.as_bytes()[0])] |= 1 << first.len();
        }
        terms
    }

    /// Those that begin with a word, however it is written, in the order of the list.
    fn beginning_with(&self, word: &str) -> &[&'static Term] {
        let lengths = self.lengths[usize::from(word.as_bytes()[0].to_ascii_lowercase())];
        // Letters beyond ASCII may take more or fewer bytes in lower case.
        let may_begin = lengths >> word.len().min(63) & 1 == 1 || !word.is_ascii();
        let terms = if may_begin { self.by_first.get(&*lower(word)) } else { None };
        terms.map_or(&[], Vec::as_slice)
    }
}

/// How titles begin that say what people do instead of what changes.
static ACTIVITIES: LazyLock<Terms> = LazyLock::new(|| Terms::of(ACTIVITY_TERMS));

/// The same in order.
#[rustfmt::skip]
static ACTIVITY_TERMS: &[Term] = &[
    // English
    term("analyse"), term("analyze"), term("assist"), term("attend"),
    unless_before("build", &["time", "times", "duration", "durations", "failure", "failures", "minutes", "success", "queue"]),
    term("carry out"), term("collaborate"), term("conduct"), term("consult"), term("contribute"), term("coordinate"),
    term("create"), term("define"), term("deliver"), term("deploy"), term("develop"), term("discuss"),
    term("establish"), term("evaluate"), term("explore"), term("facilitate"), term("finish"),
    unless_before("help", &["center", "centre", "desk", "page", "pages", "request", "requests", "article", "articles", "calls", "tickets"]),
    term("implement"), term("install"), term("integrate"), term("introduce"), term("investigate"),
    unless_before("launch", &["date", "dates", "day", "time", "times", "readiness", "delay", "delays", "failures"]),
    term("migrate"), term("organise"), term("organize"), term("participate"), term("prepare"), term("publish"),
    term("rebuild"), term("refactor"), term("relaunch"), term("rewrite"), term("roll out"), term("set up"),
    unless_before("ship", &["date", "dates", "time", "times", "traffic", "calls", "emissions"]),
    term("take part"), term("work on"), term("write"),
    // German
    term("aufbau"), term("aufbauen"), term("durchführen"), term("durchführung"), term("einführen"),
    term("einführung"), term("entwickeln"), term("erarbeiten"), term("erstellen"), term("erstellung"),
    term("mithelfen"), term("mitwirken"), term("organisieren"), term("teilnahme"), term("teilnehmen"),
    term("umsetzen"), term("umsetzung"), term("veröffentlichen"),
    // French
    term("aider"), term("construire"), term("créer"), term("déployer"), term("développer"), term("lancer"),
    term("mettre en"), term("organiser"), term("participer"), term("publier"), term("réaliser"), term("rédiger"),
    // Spanish
    term("ayudar"), term("construir"), term("crear"), term("desarrollar"), term("desplegar"), term("implementar"),
    term("lanzar"), term("organizar"), term("participar"), term("poner en marcha"), term("publicar"),
    term("realizar"), term("redactar"),
];

/// What a thing is rated by that is not a person's work.
const RATED_THINGS: &[&str] = &[
    "app",
    "average",
    "bond",
    "credit",
    "customer",
    "customers",
    "energy",
    "guest",
    "maturity",
    "mean",
    "patient",
    "patients",
    "play",
    "product",
    "quality",
    "reader",
    "readers",
    "safety",
    "satisfaction",
    "service",
    "site",
    "star",
    "store",
    "user",
    "users",
    "visitor",
    "visitors",
];

/// What customers get a bonus for.
const CUSTOMER_BONUSES: &[&str] = &["customer", "loyalty", "referral", "signup", "welcome"];

/// Talk of appraisal and pay.
static APPRAISALS: LazyLock<Terms> = LazyLock::new(|| Terms::of(APPRAISAL_TERMS));

/// The same in order.
#[rustfmt::skip]
static APPRAISAL_TERMS: &[Term] = &[
    // English
    unless_after("bonus", CUSTOMER_BONUSES), unless_after("bonuses", CUSTOMER_BONUSES),
    unless_after("rating", RATED_THINGS), unless_after("ratings", RATED_THINGS),
    term("performance review"), term("performance reviews"), term("performance appraisal"),
    term("performance appraisals"), term("performance evaluation"), term("performance evaluations"),
    term("performance rating"), term("performance ratings"), term("annual appraisal"), term("staff appraisal"),
    term("employee appraisal"), term("compensation review"), term("salary review"), term("merit increase"),
    term("pay raise"), term("pay rise"), term("variable pay"), term("stack ranking"),
    // German
    term("bonuszahlung"), term("bonuszahlungen"), term("beurteilungsgespräch"), term("gehaltserhöhung"),
    term("leistungsbeurteilung"), term("leistungsbewertung"), term("leistungszulage"), term("mitarbeiterbeurteilung"),
    term("mitarbeiterbewertung"), term("variable vergütung"), term("variablen vergütung"),
    // French
    term("augmentation de salaire"), term("entretien annuel"), term("entretien d évaluation"),
    term("évaluation de performance"), term("évaluation des performances"), term("prime individuelle"),
    term("prime de performance"), term("rémunération variable"),
    // Spanish
    term("aumento de sueldo"), term("aumento salarial"), term("bonificación"), term("evaluación de desempeño"),
    term("evaluación del desempeño"), term("remuneración variable"), term("retribución variable"),
];

/// What may stand before an X, XX or XXX that is a name or a Roman number.
const BEFORE_AN_X: &[&str] = &["gen", "generation", "on", "os", "siglo", "siècle", "title"];

/// The activity that a title begins with, as the list names it.
pub(super) fn activity(title: &str) -> Option<&'static str> {
    let terms = ACTIVITIES.beginning_with(&title[places(title).next()?]);
    let words = if terms.is_empty() { Vec::new() } else { words(title) };
    terms.iter().find(|term| term.ends_at(&words, 0).is_some()).map(|term| term.words)
}

/// The terms of appraisal in a text: as the list names each, and which bytes of the text it is.
pub(super) fn appraisals(text: &str) -> Vec<(&'static str, Range<usize>)> {
    if places(text).all(|place| APPRAISALS.beginning_with(&text[place]).is_empty()) {
        return Vec::new();
    }
    let words = words(text);
    // A text that has said which things are rated means the same ones by a later `rating`.
    let rates_things = LazyCell::new(|| {
        words.windows(2).any(|pair| is_rating(&pair[1].lower) && RATED_THINGS.contains(&&*pair[0].lower))
    });
    let term_at = |at: usize| {
        let start = words[at].place.start;
        let mut terms = APPRAISALS.beginning_with(&words[at].lower).iter();
        terms.find_map(|term| {
            let is_harmless = is_rating(term.words) && *rates_things;
            (!is_harmless).then_some((term.words, start..term.ends_at(&words, at)?))
        })
    };
    (0..words.len()).filter_map(term_at).collect()
}

fn is_rating(word: &str) -> bool {
    matches!(word, "rating" | "ratings")
}

/// The first gap in a text that somebody meant to fill: `X`, `XX%`, `$XM`, `TBD`, `???` and the like.
pub(super) fn placeholder(text: &str) -> Option<&str> {
    let tokens: Vec<&str> = text.split_whitespace().map(bare).collect();
    let is_gap = |(index, token): (usize, &&str)| {
        let before = index.checked_sub(1).map_or_else(String::new, |index| tokens[index].to_lowercase());
        is_open_question(token) || is_unknown_number(token, &before)
    };
    tokens.iter().enumerate().find(|&(index, token)| is_gap((index, token))).map(|(_, token)| *token)
}

impl Term {
    /// The byte after its last word, where it stands at a word of a text and no neighbour makes it harmless.
    fn ends_at(&self, words: &[Word], at: usize) -> Option<usize> {
        let mut next = at;
        for word in self.words.split(' ') {
            words.get(next).filter(|found| found.lower == word)?;
            next += 1;
        }
        let is_among =
            |word: Option<&Word>, list: &[&str]| word.is_some_and(|word| list.contains(&&*word.lower));
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let is_harmless = is_among(words.get(next), self.after) || is_among(before, self.before);
        (!is_harmless).then(|| words[next - 1].place.end)
    }
}

/// A word of a text in lower case, and which bytes of the text it is.
struct Word<'a> {
    lower: Cow<'a, str>,
    place: Range<usize>,
}

fn words(text: &str) -> Vec<Word<'_>> {
    places(text).map(|place| Word { lower: lower(&text[place.clone()]), place }).collect()
}

/// Which bytes of a text are its words.
fn places(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut letters = text.char_indices();
    std::iter::from_fn(move || {
        let (start, _) = letters.find(|(_, letter)| letter.is_alphanumeric())?;
        let end = letters.find(|(_, letter)| !letter.is_alphanumeric()).map_or(text.len(), |(end, _)| end);
        Some(start..end)
    })
}

/// A word in lower case; most already are.
fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    if word.bytes().all(is_lower) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// A token without the punctuation around it.
fn bare(token: &str) -> &str {
    let is_punctuation = |letter: char| ".,;:!()[]{}<>\"'`*_“”„‘’«»".contains(letter);
    token.trim_matches(is_punctuation)
}

fn is_open_question(token: &str) -> bool {
    let marks = token.chars().filter(|&letter| letter == '?').count();
    matches!(token.to_uppercase().as_str(), "TBD" | "TBC")
        || matches!(token, "TODO" | "FIXME")
        || (marks >= 3 && !token.chars().any(char::is_alphanumeric))
}

/// One to three capital X, with a currency before or a unit after them.
fn is_unknown_number(token: &str, before: &str) -> bool {
    let number = token.trim_start_matches(['$', '€', '£', '~', '+', '-']);
    let has_currency = token.contains(['$', '€', '£']);
    let unit = number.trim_start_matches('X');
    let places = number.len() - unit.len();
    match unit {
        _ if !(1..=3).contains(&places) => false,
        "" => has_currency || !BEFORE_AN_X.contains(&before),
        "%" | "€" | "£" => true,
        "K" | "k" | "M" | "m" | "MM" | "B" | "bn" => has_currency,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_beginning_tells_work_from_change() {
        assert_eq!(activity("Launch the new app"), Some("launch"));
        assert_eq!(activity("Roll out training to all wards"), Some("roll out"));
        assert_eq!(activity("Mettre en place un guichet"), Some("mettre en"));
        assert_eq!(activity("Build time below ten minutes"), None);
        assert_eq!(activity("Help desk answers within an hour"), None);
        assert_eq!(activity("Patients who launch the app"), None);
    }

    #[test]
    fn a_rating_of_a_person_is_not_a_rating_of_a_product() {
        assert_eq!(appraisals("It counts towards your rating."), [("rating", 23..29)]);
        assert_eq!(appraisals("Part of every Performance Review"), [("performance review", 14..32)]);
        assert_eq!(appraisals("Zählt für die Leistungsbeurteilung").len(), 1);
        assert_eq!(appraisals("App store rating of 4.5"), []);
        assert_eq!(appraisals("Maturity ratings checked before the next rating"), []);
        assert_eq!(appraisals("The generating plant"), []);
    }

    /// The same as [`appraisals`], asking at every word for every term.
    fn appraisals_one_by_one(text: &str) -> Vec<(&'static str, Range<usize>)> {
        let words = words(text);
        let rates_things =
            words.windows(2).any(|pair| is_rating(&pair[1].lower) && RATED_THINGS.contains(&&*pair[0].lower));
        let term_at = |at: usize| {
            let mut terms = APPRAISAL_TERMS.iter().filter(|term| !(rates_things && is_rating(term.words)));
            terms.find_map(|term| Some((term.words, words[at].place.start..term.ends_at(&words, at)?)))
        };
        (0..words.len()).filter_map(term_at).collect()
    }

    /// Texts in which many words belong to terms or stand beside them.
    fn texts() -> impl Strategy<Value = String> {
        let terms = ACTIVITY_TERMS.iter().chain(APPRAISAL_TERMS).flat_map(|term| term.words.split(' '));
        let words: Vec<&str> =
            terms.chain(RATED_THINGS.iter().copied()).chain(["time", "the", "2"]).collect();
        let word = (proptest::sample::select(words), 0..3_u8).prop_map(|(word, case)| match case {
            0 => word.to_uppercase(),
            _ => word.to_owned(),
        });
        let pair = (word, proptest::sample::select(vec![" ", " ", ", ", "-", "“"]));
        proptest::collection::vec(pair, 0..12)
            .prop_map(|words| words.iter().flat_map(|(word, gap)| [word.as_str(), gap]).collect())
    }

    proptest! {
        #[test]
        fn terms_are_found_by_their_first_words_as_one_by_one(text in texts()) {
            prop_assert_eq!(appraisals(&text), appraisals_one_by_one(&text));
            let words = words(&text);
            let split = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
            prop_assert!(words.iter().map(|word| word.lower.clone().into_owned()).eq(split.map(str::to_lowercase)));
            let first = ACTIVITY_TERMS.iter().find(|term| term.ends_at(&words, 0).is_some());
            prop_assert_eq!(activity(&text), first.map(|term| term.words));
        }
    }

    #[test]
    fn a_gap_is_a_token_of_its_own() {
        let gaps = [
            "Grow from X to Y",
            "Reach XX% of patients",
            "Raise $XM",
            "To be done by ???",
            "Owner: TBD.",
            "X .",
        ];
        for text in gaps {
            assert!(placeholder(text).is_some(), "{text}");
        }
        let whole =
            ["X-ray within a day", "UX feels calm", "Followers on X", "Why is that?", "Mac OS X", "SpaceX"];
        for text in whole {
            assert_eq!(placeholder(text), None, "{text}");
        }
    }
}
