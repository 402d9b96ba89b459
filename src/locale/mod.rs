//! Says things in the site's language: messages, numbers, percentages, money, dates.
//!
//! Messages stand in Fluent files, `themes/default/messages/LANG.ftl`, to which a handbook's own theme may add
//! others. A [`Language`] is made once for a build: what ICU4X knows of it (separators, digits, the order of a date,
//! the names of months, where a currency stands) is asked for then and kept as plain tables, so that writing a
//! number into a page costs no more than in a program that knows only English. [`Messages`] gives each message a
//! name that the compiler checks; `build.rs` derives it from the English file. Nothing here knows pages.

mod catalogue;
mod currency;
mod dates;
mod digits;
mod message;
mod numbers;
mod parse;
mod pieces;

#[cfg(test)]
mod tests;

pub use catalogue::{MessageFile, Missing, shipped};
pub use currency::is_currency;
pub use digits::{push_digits, push_padded};
pub use message::{Arg, Filled, Part, Pattern};
pub use numbers::percentage;

use crate::diagnostic::Finding;
use crate::text::Sources;
use currency::Currencies;
use dates::Dates;
use icu_locale::{Direction, Locale, LocaleDirectionality};
use icu_plurals::PluralRules;
use message::Message;
use numbers::Numbers;
use std::sync::LazyLock;

#[allow(missing_docs, reason = "each name is documented by its English text")]
#[allow(clippy::too_many_lines, reason = "a line a message, written by the build script")]
mod messages {
    use super::{Arg, Filled, Language, Pattern};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

pub use messages::Messages;

/// The language that is spoken where no other is known.
const FALLBACK: &str = "en";

/// One language with everything that it takes to write it.
#[derive(Debug)]
pub struct Language {
    /// Its tag, as the settings have it.
    pub tag: String,
    /// Whether it is written from right to left.
    pub is_rtl: bool,
    /// What its message files leave to English.
    pub missing: Vec<Missing>,
    messages: Vec<Message>,
    plurals: PluralRules,
    numbers: Numbers,
    currencies: Currencies,
    dates: Dates,
}

static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::load(FALLBACK, &[], &Sources::default()).0);
static ENGLISH_MESSAGES: LazyLock<Messages<'static>> = LazyLock::new(|| Messages::of(&ENGLISH));

/// Whether a text is the tag of a language, as BCP 47 has it.
pub fn is_tag(text: &str) -> bool {
    text.parse::<Locale>().is_ok_and(|locale| !locale.id.language.is_unknown())
}

impl Language {
    /// English messages, which every program has.
    pub fn english() -> &'static Messages<'static> {
        &ENGLISH_MESSAGES
    }

    /// Makes a language ready: the shipped messages with a handbook's own files over them, and English where both
    /// are silent. What is wrong with the own files is found, whether or not they are in this language.
    pub fn load(tag: &str, own: &[MessageFile], sources: &Sources) -> (Language, Vec<Finding>) {
        let (catalogue, findings) = catalogue::gather(tag, own, sources);
        // Of a language without data ICU would write something that nobody reads; its pages speak English anyway.
        let locale = tag.parse().ok().filter(Dates::are_known).unwrap_or_else(english);
        // English that says nothing of a region is that of the world: the day before the month.
        let world: Locale = "en-001".parse().expect("a tag of CLDR");
        let is_plain_english = locale.to_string() == FALLBACK;
        let numbers = Numbers::of(&locale);
        let dates = Dates::of(if is_plain_english { &world } else { &locale }, &numbers);
        let direction = LocaleDirectionality::new_common().get(&locale.id);
        let plurals = PluralRules::try_new_cardinal((&catalogue.spoken).into());
        let language = Language {
            tag: tag.to_owned(),
            is_rtl: direction == Some(Direction::RightToLeft),
            missing: catalogue.missing,
            messages: catalogue.messages,
            plurals: plurals.expect("the program holds the plural rules of all languages"),
            numbers,
            currencies: Currencies::of(&locale),
            dates,
        };
        (language, findings)
    }

    /// Whether it is English, of any region.
    pub fn is_english(&self) -> bool {
        self.tag.split('-').next().is_some_and(|language| language.eq_ignore_ascii_case(FALLBACK))
    }

    /// The messages by name.
    pub fn messages(&self) -> Messages<'_> {
        Messages::of(self)
    }

    fn word(&self, index: usize) -> &str {
        self.messages[index].as_word()
    }

    fn pattern(&self, index: usize) -> Pattern<'_> {
        Pattern { language: self, message: &self.messages[index], variables: messages::MESSAGES[index].1 }
    }

    fn fill<'v, const N: usize>(&self, index: usize, args: [Arg<'v>; N]) -> Filled<'_, 'v, N> {
        Filled { language: self, message: &self.messages[index], args }
    }
}

fn english() -> Locale {
    FALLBACK.parse().expect("a tag of CLDR")
}
