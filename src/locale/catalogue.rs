//! Gathers the messages of a language from its files: region, language, English, a handbook's own over the shipped.

use super::message::Message;
use super::messages::MESSAGES;
use super::{FALLBACK, parse};
use crate::diagnostic::errors::TEMPLATE_ERROR;
use crate::diagnostic::{Finding, did_you_mean};
use crate::text::{Sources, Span};
use icu_locale::Locale;
use include_dir::{Dir, File, include_dir};

/// The messages of the built-in theme.
static SHIPPED: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default/messages");

/// A file of messages of the handbook's own theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageFile {
    /// The language, as its name says: `pt-BR` of `pt-BR.ftl`.
    pub language: String,
    /// Its path from the handbook's root.
    pub path: String,
}

/// Messages that are said in English, because no file has them in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The language whose messages they are.
    pub language: String,
    /// The file that should hold them; none where the site's language has no messages at all.
    pub file: Option<Span>,
    /// Their names.
    pub names: Vec<&'static str>,
}

/// All messages of a language.
pub(super) struct Catalogue {
    pub(super) messages: Vec<Message>,
    pub(super) missing: Vec<Missing>,
    /// The language whose plural forms count: the site's, or English where there are no messages in it.
    pub(super) spoken: Locale,
}

/// The languages whose files the program holds, and these files.
pub fn shipped() -> impl Iterator<Item = (&'static str, &'static str)> {
    SHIPPED.files().filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
}

/// The file of a language, where the program holds one.
fn shipped_in(tag: &str) -> Option<&'static str> {
    let is_it = |file: &&File| file.path().file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case(tag));
    SHIPPED.files().find(is_it)?.contents_utf8()
}

/// A tag and the tags that it is a part of: `de-CH-1996`, `de-CH`, `de`.
fn chain(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(rest, _)| rest))
}

/// Gathers the messages of a language, and everything that is wrong with the handbook's own files.
pub(super) fn gather(tag: &str, own: &[MessageFile], sources: &Sources) -> (Catalogue, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut read_own = Vec::new();
    for file in own {
        let Some(source) = sources.find(&file.path) else { continue };
        let (messages, faults) = parse::read(source.text(), MESSAGES);
        for fault in faults {
            let names = MESSAGES.iter().map(|(name, _)| *name);
            let help = fault.word.and_then(|word| did_you_mean(&word, names));
            let span = source.span(fault.at.start, fault.at.end);
            findings.push(Finding::error(&TEMPLATE_ERROR, span, fault.message).maybe_help(help));
        }
        read_own.push((file, source.span(0, 0), messages));
    }
    let mut found: Vec<Option<Message>> = vec![None; MESSAGES.len()];
    let mut has_any = false;
    let mut add = |messages: Vec<parse::Read>, found: &mut Vec<Option<Message>>| {
        has_any |= !messages.is_empty();
        for (index, message) in messages {
            found[index].get_or_insert(message);
        }
    };
    for tag in chain(tag) {
        let of_tag = read_own.iter().filter(|(file, ..)| file.language.eq_ignore_ascii_case(tag));
        for (_, _, messages) in of_tag {
            add(messages.clone(), &mut found);
        }
        if let Some(text) = shipped_in(tag) {
            add(parse::read(text, MESSAGES).0, &mut found);
        }
    }
    let mut missing = incomplete(&read_own);
    if !has_any {
        missing.push(Missing { language: tag.to_owned(), file: None, names: Vec::new() });
    }
    // An English site has read this file above.
    if found.iter().any(Option::is_none) {
        for (index, message) in parse::read(shipped_in(FALLBACK).unwrap_or_default(), MESSAGES).0 {
            found[index].get_or_insert(message);
        }
    }
    let messages = found.into_iter().map(|message| message.unwrap_or(Message::Word(String::new()))).collect();
    let spoken =
        Some(tag).filter(|_| has_any).and_then(|tag| tag.parse().ok()).unwrap_or_else(super::english);
    (Catalogue { messages, missing, spoken }, findings)
}

/// What files of languages that the program does not hold leave to English. A file of a region may be short: the
/// file of its language speaks for it.
fn incomplete(own: &[(&MessageFile, Span, Vec<parse::Read>)]) -> Vec<Missing> {
    let speaks_for =
        |file: &MessageFile, other: &str| chain(&file.language).any(|tag| tag.eq_ignore_ascii_case(other));
    let mut missing = Vec::new();
    for (file, span, _) in own {
        let is_shipped = shipped().any(|(language, _)| speaks_for(file, language));
        let has_parent = own.iter().any(|(other, ..)| {
            other.language.len() < file.language.len() && speaks_for(file, &other.language)
        });
        if is_shipped || has_parent {
            continue;
        }
        let has = |index: usize| {
            let mut of_language = own.iter().filter(|(other, ..)| other.language == file.language);
            of_language.any(|(_, _, messages)| messages.iter().any(|(known, _)| *known == index))
        };
        let names: Vec<&str> = MESSAGES
            .iter()
            .enumerate()
            .filter(|(index, _)| !has(*index))
            .map(|(_, (name, _))| *name)
            .collect();
        if !names.is_empty() {
            missing.push(Missing { language: file.language.clone(), file: Some(*span), names });
        }
    }
    missing
}
