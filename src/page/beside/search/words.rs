//! Which words occur where. The script of the theme takes what a reader types apart in the same way.

use super::things::Thing;
use crate::locale::push_digits;
use crate::model::{About, Objective};
use crate::page::{Site, Subject};
use ahash::RandomState;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words are cut here, in letters: nobody types more of one.
const LONGEST: usize = 24;
/// A word of so many bytes fits into one number.
const SHORT: usize = size_of::<u64>();
/// How many things one thread looks at before its words are put to the others'.
const CHUNK: usize = 512;

/// The place in which a word occurs, from the best to the least.
const TITLE: u32 = 0;
const LABEL: u32 = 1;
const TEXT: u32 = 2;

/// Where a word occurs: 4 · number of the thing + rank of the best place, in the order of the things.
#[derive(Default)]
pub(super) struct Occurrences(Vec<u32>);

impl Occurrences {
    fn note(&mut self, thing: usize, rank: u32) {
        let thing = thing as u32;
        // Places are looked at from the best on, so the first that is noted is the best.
        if self.0.last().is_none_or(|last| last >> 2 != thing) {
            self.0.push(thing << 2 | rank);
        }
    }

    /// Writes the numbers of the index.
    pub(super) fn push(&self, out: &mut String) {
        let mut before = 0;
        for (index, occurrence) in self.0.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            let (thing, rank) = (occurrence >> 2, occurrence & 3);
            push_digits(out, u64::from((thing - before) << 2 | rank));
            before = thing;
        }
    }
}

/// All words in their order, with where they occur.
pub(super) fn occurrences(site: &Site, things: &[Thing]) -> Vec<(String, Occurrences)> {
    let of_chunk = |(chunk, things): (usize, &[Thing])| {
        let mut found = Found::default();
        for (index, thing) in things.iter().enumerate() {
            found.thing = chunk * CHUNK + index;
            look(site, thing, &mut found);
        }
        found
    };
    let chunks: Vec<_> = things.par_chunks(CHUNK).enumerate().map(of_chunk).collect();
    let mut all: BTreeMap<Vec<u8>, Occurrences> = BTreeMap::new();
    for Found { short, long, .. } in chunks {
        // Each word is put to its own list, so the order in which a map gives them does not matter.
        let words = short.into_iter().map(|(word, occurrences)| (bytes(word), occurrences)).chain(long);
        for (word, occurrences) in words {
            all.entry(word).or_default().0.extend(occurrences.0);
        }
    }
    let text = |word: Vec<u8>| String::from_utf8(word).expect("a word was taken from a text");
    all.into_iter().map(|(word, occurrences)| (text(word), occurrences)).collect()
}

/// The words of some things, one thing at a time.
#[derive(Default)]
struct Found {
    /// Most words are short, see [`Word`].
    short: HashMap<u64, Occurrences, RandomState>,
    /// The others by their bytes, which are text.
    long: HashMap<Vec<u8>, Occurrences, RandomState>,
    thing: usize,
    /// Where texts are taken apart.
    room: Vec<u8>,
}

/// A word. One holds no zero, so no two short ones have the same number.
#[derive(Clone, Copy)]
enum Word<'w> {
    /// At most eight bytes, as one number.
    Short(u64),
    /// More bytes, which are text.
    Long(&'w [u8]),
}

/// A short word as its bytes.
fn bytes(word: u64) -> Vec<u8> {
    word.to_be_bytes()[word.leading_zeros() as usize / 8..].to_vec()
}

impl Found {
    fn texts<'t>(&mut self, rank: u32, texts: impl IntoIterator<Item = &'t String>) {
        for text in texts {
            self.text(rank, text);
        }
    }

    fn text(&mut self, rank: u32, text: &str) {
        let Found { short, long, thing, room } = self;
        // Most words are there already.
        each_word(text, room, &mut |word| match word {
            Word::Short(word) => match short.get_mut(&word) {
                Some(occurrences) => occurrences.note(*thing, rank),
                None => short.entry(word).or_default().note(*thing, rank),
            },
            Word::Long(word) => match long.get_mut(word) {
                Some(occurrences) => occurrences.note(*thing, rank),
                None => long.entry(word.to_owned()).or_default().note(*thing, rank),
            },
        });
    }
}

fn look(site: &Site, thing: &Thing, found: &mut Found) {
    let handbook = site.handbook;
    match &thing.subject {
        Subject::Pillar(id) => {
            let pillar = &handbook[*id];
            found.texts(TITLE, [&pillar.title.value, &pillar.id.value]);
            about(site, &pillar.about, pillar.why.iter().map(|why| &why.value), found);
        }
        Subject::Objective(id) => objective(site, &handbook[*id], found),
        Subject::Kpi(id) => {
            let kpi = &handbook[*id];
            found.texts(TITLE, [&kpi.title.value, &kpi.id.value]);
            about(site, &kpi.about, kpi.why.iter().map(|why| &why.value), found);
        }
        Subject::Team(id) => {
            let team = &handbook[*id];
            found.texts(TITLE, [&team.name.value, &team.id.value]);
            about(site, &team.about, team.purpose.iter().map(|purpose| &purpose.value), found);
        }
        Subject::Cycle(id) => {
            let cycle = &handbook[*id];
            found.texts(TITLE, [&cycle.title, &cycle.id.value]);
            about(site, &cycle.about, cycle.learned.iter().map(|learned| &learned.value), found);
        }
        Subject::Person(id) => {
            let person = &handbook[*id];
            found.text(TITLE, &person.name.value);
            found.texts(LABEL, person.role.iter().map(|role| &role.value));
            about(site, &person.about, [], found);
        }
        Subject::Page(index) => {
            let page = &handbook.pages[*index];
            found.text(TITLE, &page.title.value);
            found.texts(LABEL, page.description.iter().map(|description| &description.value));
            found.text(TEXT, site.sources.slice(page.body.span));
        }
        _ => {}
    }
}

fn objective(site: &Site, objective: &Objective, found: &mut Found) {
    found.texts(TITLE, [&objective.title.value, &objective.id.value]);
    for key_result in &objective.key_results {
        found.text(LABEL, &key_result.title.value);
    }
    found.texts(LABEL, objective.initiatives.iter().map(|initiative| &initiative.title.value));
    let whys = objective.key_results.iter().filter_map(|key_result| key_result.why.as_ref());
    let texts = objective.why.iter().chain(&objective.summary).chain(whys);
    about(site, &objective.about, texts.map(|text| &text.value), found);
}

/// What every entity may have: words to filter by, further texts, and a narrative.
fn about<'t>(site: &Site, about: &About, texts: impl IntoIterator<Item = &'t String>, found: &mut Found) {
    found.texts(LABEL, &about.tags);
    found.texts(TEXT, texts);
    if let Some(body) = &about.body {
        found.text(TEXT, site.sources.slice(body.span));
    }
}

/// Takes a text apart: runs of letters and digits, in lower case, without accents. Scripts that put no space
/// between words give each letter as a word.
fn each_word(text: &str, room: &mut Vec<u8>, take: &mut impl FnMut(Word)) {
    room.clear();
    room.extend(text.bytes().map(small));
    // Zeros behind let eight bytes be read wherever a word begins.
    room.extend([0; SHORT]);
    let mut begin = 0;
    while begin < text.len() {
        let eight = room[begin..].first_chunk().expect("eight zeros stand behind the text");
        let eight = u64::from_le_bytes(*eight);
        // The first byte that is zero, and perhaps others behind it, have their highest bit here.
        let zeros = eight.wrapping_sub(EACH) & !eight & (EACH << 7);
        let seen = zeros.trailing_zeros() as usize / 8;
        if seen == 0 {
            begin += 1;
            continue;
        }
        let mut end = begin + seen;
        if seen == SHORT {
            end += room[end..].iter().take_while(|&&byte| byte != 0).count();
        }
        let number = (eight << (64 - 8 * seen)).swap_bytes();
        let (is_short, begins_in_ascii) = (end <= begin + SHORT, number & (EACH << 7) == 0);
        if is_short && begins_in_ascii {
            take(Word::Short(number));
        } else if begins_in_ascii && room[begin + SHORT..end].is_ascii() {
            take(Word::Long(&room[begin..end.min(begin + LONGEST)]));
        } else {
            words_of_run(&text[begin..end], take);
        }
        begin = end + 1;
    }
}

/// A one in each of eight bytes.
const EACH: u64 = u64::MAX / 0xff;

/// A letter of ASCII as a small one, and 0 for all of ASCII that parts words.
fn small(byte: u8) -> u8 {
    if byte.is_ascii_alphanumeric() || !byte.is_ascii() { byte.to_ascii_lowercase() } else { 0 }
}

/// The words of a run in which letters of any script stand beside each other.
fn words_of_run(run: &str, take: &mut impl FnMut(Word)) {
    let word = &mut String::new();
    let mut length = 0;
    let mut end = |word: &mut String, length: &mut usize| {
        match word.len() {
            0 => {}
            1..=SHORT => {
                take(Word::Short(word.bytes().fold(0, |number, byte| number << 8 | u64::from(byte))));
            }
            _ => take(Word::Long(word.as_bytes())),
        }
        word.clear();
        *length = 0;
    };
    for letter in run.chars() {
        if !(letter.is_alphanumeric() || is_combining_mark(letter)) {
            end(word, &mut length);
        } else if is_word_alone(letter) {
            end(word, &mut length);
            word.push(letter);
            end(word, &mut length);
        } else if length < LONGEST {
            word.extend(letter.nfd().filter(|part| !is_combining_mark(*part)).flat_map(char::to_lowercase));
            length += 1;
        }
    }
    end(word, &mut length);
}

/// Kana and Han, which are written without spaces.
fn is_word_alone(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::{Word, bytes, each_word, words_of_run};

    fn word(word: Word) -> String {
        let bytes = match word {
            Word::Short(word) => bytes(word),
            Word::Long(word) => word.to_owned(),
        };
        String::from_utf8(bytes).expect("text")
    }

    fn words(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        each_word(text, &mut Vec::new(), &mut |found| all.push(word(found)));
        all
    }

    proptest::proptest! {
        #[test]
        fn eight_letters_at_once_are_the_words_that_one_by_one_are(
            text in "([a-cA-Z09]{0,30}[ -/:-@_\u{0}\u{1}éÉ目’\u{301}]{0,2}){0,6}",
        ) {
            let mut one_by_one = Vec::new();
            words_of_run(&text, &mut |found| one_by_one.push(word(found)));
            proptest::prop_assert_eq!(words(&text), one_by_one);
        }
    }

    #[test]
    fn words_are_found_whatever_their_case_and_accents() {
        assert_eq!(words("Wartezeit, à l’École: O2-Übung."), ["wartezeit", "a", "l", "ecole", "o2", "ubung"]);
        assert_eq!(words("e\u{301}cole"), ["ecole"]);
        assert_eq!(words("目標 OKR"), ["目", "標", "okr"]);
        assert_eq!(words("الأهداف"), ["الاهداف"]);
        assert_eq!(words(&"x".repeat(90)), ["x".repeat(24)]);
    }
}
