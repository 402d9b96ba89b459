//! What every shipped language must have, and what CLDR says of numbers, dates and plurals.

use super::messages::MESSAGES;
use super::*;
use crate::model::{Date, Decimal};
use std::collections::BTreeSet;

const SHIPPED: [&str; 5] = ["ar", "de", "en", "es", "fr"];

fn language(tag: &str) -> Language {
    Language::load(tag, &[], &Sources::default()).0
}

fn written(write: impl FnOnce(&mut String)) -> String {
    let mut out = String::new();
    write(&mut out);
    out
}

fn number(language: &Language, number: &str) -> String {
    written(|out| language.push_number(out, number.parse().unwrap()))
}

fn money(language: &Language, amount: &str, unit: &str) -> String {
    written(|out| language.push_money(out, amount.parse::<Decimal>().unwrap(), unit))
}

fn day() -> Date {
    Date::new(2026, 3, 1).unwrap()
}

/// A handbook's own file of messages, and what is found in it.
fn own(tag: &str, name: &str, text: &str) -> (Language, Vec<String>) {
    let mut sources = Sources::default();
    let path = format!("themes/default/messages/{name}.ftl");
    sources.add(path.clone(), text.as_bytes().to_vec());
    let file = MessageFile { language: name.to_owned(), path };
    let (language, findings) = Language::load(tag, &[file], &sources);
    let told = findings.iter().map(|finding| {
        let position = sources.get(finding.span.source()).position(finding.span.start());
        format!("{}:{} {}", position.line, position.column, finding.message)
    });
    let told = told.collect();
    (language, told)
}

#[test]
fn the_shipped_languages_say_every_message_with_its_variables_and_nothing_else() {
    let mut found: Vec<&str> = shipped().map(|(language, _)| language).collect();
    found.sort_unstable();
    assert_eq!(found, SHIPPED);
    for (language, text) in shipped() {
        let (messages, faults) = parse::read(text, MESSAGES);
        assert!(faults.is_empty(), "{language}: {faults:#?}");
        for (index, (name, variables)) in MESSAGES.iter().enumerate() {
            let Some((_, message)) = messages.iter().find(|(known, _)| *known == index) else {
                panic!("{language} does not say `{name}`")
            };
            let said: BTreeSet<usize> = message.variables();
            assert_eq!(said, (0..variables.len()).collect(), "variables of `{name}` in {language}");
        }
    }
}

#[test]
fn what_a_message_refers_to_is_bounded_however_wide_it_is() {
    let faults = |text: &str| -> Vec<String> {
        parse::read(text, MESSAGES).1.into_iter().map(|fault| fault.message).collect()
    };
    let too_long = "with all that it refers to, it holds more than 100000 bytes";
    let circle = "its references go in a circle";
    let each = |level: i32, what: &str| format!("-l{level} = {}\n", what.repeat(10));
    let laughs: String = (1..8).map(|level| each(level, &format!("{{-l{}}}", level - 1))).collect();
    assert_eq!(faults(&format!("objectives = {{-l7}}\n-l0 = lol\n{laughs}")), [too_long]);
    assert_eq!(faults(&format!("objectives = {{-l0}}\n{}", each(0, "{-l0}"))), [circle]);
    assert_eq!(
        faults(&format!("objectives = {{-l}}{{-l}}\n-l = {{\"{}\"}}\n", "l".repeat(60_000))),
        [too_long]
    );
    assert_eq!(faults(&format!("objectives = {{-l}}\n-l = {}\n", "l".repeat(60_000))), [""; 0]);
}

#[test]
fn braces_deep_in_each_other_are_found_before_they_fill_the_stack() {
    let count = |text: &str| parse::read(text, MESSAGES).1.len();
    for (open, close) in [("{ ", " }"), ("{F(", ")}"), ("{ $count ->\n *[other] {\"{\"} ", "\n }")] {
        let nested =
            |levels: usize| format!("objectives = {}x{}\n", open.repeat(levels), close.repeat(levels));
        let found = parse::read(&nested(100_000), MESSAGES).1;
        assert_eq!(found[0].message, "more than 20 braces stand in each other");
        assert_eq!(found.len(), 1);
    }
    let literal = "objectives = ( {\"{\"} { \"\\\"{\" } :-(\n".repeat(1000);
    assert_eq!(count(&literal), 999, "each but the first is written twice");
}

#[test]
fn a_choice_by_number_has_every_plural_form_of_its_language() {
    for (tag, text) in shipped() {
        let language = language(tag);
        let needed: BTreeSet<String> =
            language.plurals.categories().map(|category| format!("{category:?}")).collect();
        for (index, message) in parse::read(text, MESSAGES).0 {
            for forms in message.plural_forms() {
                // A language may say one sentence for all numbers, or else one for each of its forms.
                let lacks: Vec<&String> = needed.difference(&forms).collect();
                let is_whole = lacks.is_empty() || (tag != "ar" && *lacks == ["Many"]);
                assert!(is_whole, "`{}` in {tag} lacks {lacks:?}", MESSAGES[index].0);
            }
        }
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the test reads the sources to see who uses what")]
fn every_message_is_used() {
    fn gather(folder: &std::path::Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("its entries can be read").path();
            if path.is_dir() && !path.ends_with("messages") {
                gather(&path, text);
            } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "html") {
                text.push_str(&std::fs::read_to_string(&path).expect("sources are text"));
            }
        }
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    gather(&root.join("src"), &mut text);
    gather(&root.join("themes/default/templates"), &mut text);
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    let used: BTreeSet<&str> =
        text.split('.').map(|rest| rest.split(|letter| !is_letter(letter)).next().unwrap_or("")).collect();
    let idle: Vec<&str> =
        MESSAGES.iter().map(|(name, _)| *name).filter(|name| !used.contains(name)).collect();
    assert!(idle.is_empty(), "nobody says {idle:?}");
}

#[test]
fn numbers_stand_as_cldr_has_them_and_keep_their_decimals() {
    let [ar, de, en, es, fr] = SHIPPED.map(language);
    let all = |text: &str| [&en, &de, &fr, &es, &ar].map(|language| number(language, text));
    assert_eq!(
        all("1234567.50"),
        ["1,234,567.50", "1.234.567,50", "1\u{202f}234\u{202f}567,50", "1.234.567,50", "1,234,567.50"]
    );
    assert_eq!(all("1234"), ["1,234", "1.234", "1\u{202f}234", "1234", "1,234"]);
    assert_eq!(all("-4.0"), ["−4.0", "−4,0", "−4,0", "−4,0", "\u{200e}−4.0"]);
    assert_eq!(number(&language("ar-EG"), "1234.5"), "١٬٢٣٤٫٥");
    assert_eq!(number(&language("hi"), "1234567"), "12,34,567");
    assert_eq!(number(&language("de-CH"), "1234.5"), "1'234.5");
}

#[test]
fn percentages_stand_as_cldr_has_them() {
    let percent = |tag: &str, ratio| written(|out| language(tag).push_percent(out, ratio));
    assert_eq!(percent("en", 0.285), "29%");
    assert_eq!(percent("en", -0.12), "−12%");
    assert_eq!(percent("de", 0.61), "61\u{a0}%");
    assert_eq!(percent("es", 12.0), "1200\u{a0}%");
    assert_eq!(percent("ar", 0.61), "61\u{200e}%\u{200e}");
    assert_eq!(percent("tr", 0.61), "%61");
}

#[test]
fn a_currency_stands_where_the_language_puts_it() {
    assert_eq!(money(&language("en"), "1200", "EUR"), "€1,200");
    assert_eq!(money(&language("en"), "1200.5", "CHF"), "CHF\u{a0}1,200.5");
    assert_eq!(money(&language("de"), "-1200", "EUR"), "−1.200\u{a0}€");
    assert_eq!(money(&language("fr"), "1200", "USD"), "1\u{202f}200\u{a0}$US");
    assert_eq!(money(&language("ar"), "1200", "EUR"), "\u{200f}1,200\u{a0}€");
    assert_eq!(money(&language("pt-BR"), "1200", "BRL"), "R$\u{a0}1.200");
    assert!(is_currency("JPY") && !is_currency("FTE") && !is_currency("EU") && !is_currency("R A"));
}

#[test]
fn large_numbers_are_shortened_in_the_languages_own_words() {
    let short = |tag: &str, value| written(|out| language(tag).push_short(out, value));
    assert_eq!(short("en", 1_250_000.0), "1.25M");
    assert_eq!(short("de", 1_250_000.0), "1,25\u{a0}Mio.");
    assert_eq!(short("es", 2_000_000_000.0), "2\u{a0}mil\u{a0}M");
    assert_eq!(short("ja", 120_000.0), "12万");
}

#[test]
fn dates_name_their_month() {
    let dates = |tag: &str| {
        let language = language(tag);
        [written(|out| language.push_date(out, day())), written(|out| language.push_day(out, day()))]
    };
    assert_eq!(dates("en"), ["1 Mar 2026", "1 Mar"]);
    assert_eq!(dates("en-US"), ["Mar 1, 2026", "Mar 1"]);
    assert_eq!(dates("de"), ["1. März 2026", "1. März"]);
    assert_eq!(dates("fr"), ["1 mars 2026", "1 mars"]);
    assert_eq!(dates("es"), ["1 mar 2026", "1 mar"]);
    assert_eq!(dates("ar"), ["1 مارس 2026", "1 مارس"]);
    assert_eq!(dates("ar-EG"), ["١ مارس ٢٠٢٦", "١ مارس"]);
    assert_eq!(dates("pt-BR"), ["1 de mar. de 2026", "1 de mar."]);
    assert_eq!(dates("ja"), ["2026年3月1日", "3月1日"]);
}

#[test]
fn arabic_counts_in_six_forms() {
    let arabic = language("ar");
    let said = [0_usize, 1, 2, 3, 11, 100].map(|count| arabic.messages().n_objectives(count).to_string());
    assert_eq!(said, ["لا أهداف", "هدف واحد", "هدفان", "3 أهداف", "11 هدفًا", "100 هدف"]);
}

#[test]
fn what_comes_from_elsewhere_keeps_its_order_among_arabic() {
    let goal = language("ar").messages().opens("2026-Q3").to_string();
    assert!(goal.ends_with("\u{2068}2026-Q3\u{2069}"), "{goal:?}");
    assert_eq!(language("de").messages().opens("2026-Q3").to_string(), "Unter: 2026-Q3");
}

#[test]
fn a_language_without_messages_speaks_english_and_writes_its_own_numbers() {
    let brazil = language("pt-BR");
    assert_eq!((brazil.messages().home, number(&brazil, "1.5").as_str()), ("Home", "1,5"));
    assert_eq!(brazil.missing, [Missing { language: "pt-BR".to_owned(), file: None, names: Vec::new() }]);
    assert!(language("de-CH").missing.is_empty());
    assert_eq!(language("de-CH").messages().home, "Start");
}

#[test]
fn a_language_that_nobody_knows_is_written_as_english() {
    for tag in
        ["xx", "tlh", "de-", "", "\u{0}", &"a-".repeat(500), &"x".repeat(1000), "en-u-nu-thai", "und", "zxx"]
    {
        let language = language(tag);
        assert!(!written(|out| language.push_date(out, day())).contains("M0"), "{tag:?}");
        assert!(!language.messages().home.is_empty());
    }
    assert!(is_tag("pt-BR") && is_tag("zh-Hant-TW") && is_tag("de-CH-1996"));
    assert!(!is_tag("de-") && !is_tag("") && !is_tag("deutsch!") && !is_tag(&"x".repeat(1000)));
}

#[test]
fn a_handbook_replaces_single_messages_and_adds_languages() {
    let (german, told) = own("de", "de", "home = Daheim\n");
    assert_eq!((german.messages().home, german.messages().tree, told.len()), ("Daheim", "Baum", 0));
    assert!(german.missing.is_empty());
    let (dutch, told) = own("nl-BE", "nl", "home = Begin\nnone_yet = { home }: niets\n");
    assert_eq!((dutch.messages().none_yet, dutch.messages().tree), ("Begin: niets", "Tree"));
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(dutch.missing.len(), 1);
    assert_eq!(dutch.missing[0].names.len(), MESSAGES.len() - 2);
}

#[test]
fn what_is_wrong_with_a_handbooks_own_messages_is_found_at_its_place() {
    let found = |text: &str| own("de", "fr", text).1;
    assert_eq!(found("home = A\nhme = B\n"), ["2:1 there is no message `hme`"]);
    assert_eq!(found("as_of = { $day }\n"), ["1:12 there is no variable `$day`: this message has `$date`"]);
    assert_eq!(found("home = { $x }\n"), ["1:11 there is no variable `$x`: this message has no variables"]);
    assert_eq!(
        found("home = { NUMBER(3) }\n"),
        ["1:1 functions, attributes and arguments mean nothing here"]
    );
    assert_eq!(found("home = { tree }\ntree = { home }\n").len(), 2);
    assert_eq!(found("home = A\nhome = B\n"), ["2:1 `home` is written twice"]);
    assert_eq!(found("home = { -brand }\n"), ["1:1 this file has no `-brand`"]);
    let broken = found("tree = B\nhome = { a b }\n");
    assert_eq!(broken.len(), 1);
    assert!(broken[0].starts_with("2:"), "{broken:?}");
}

proptest::proptest! {
    #[test]
    fn numbers_that_fit_a_machine_word_round_like_all_others(whole in -1_000_000_i64..1_000_000, tenths in 0_u8..10, decimals in 0_u32..7) {
        let value = (whole as f64 + f64::from(tenths) / 10.0) / 10_f64.powi(decimals.cast_signed());
        let scaled = value * 10_f64.powi(decimals.cast_signed());
        let expected = (scaled + scaled.signum() * 1e-9).round() as i128;
        proptest::prop_assert_eq!(numbers::mantissa(value, decimals), expected);
    }

    #[test]
    fn every_ratio_has_its_whole_percents(ratio in proptest::num::f64::ANY) {
        proptest::prop_assert_eq!(percentage(ratio), (ratio * 100.0 + 0.5 + 1e-9).floor() as i64);
    }
}
