//! The index of the search: what a browser loads piece by piece while somebody types.
//!
//! Three kinds of scripts, each a call of `okrbookSearch`, so that they load from a folder on disk and under a strict
//! content security policy alike:
//!
//! * `search/index.js` says which blocks there are: for each block of words the first of them, how many titles a
//!   block of titles holds, and the words for kinds of things;
//! * `search/words-N.js` maps words, sorted, to where they occur: numbers of 4 · (distance to the previous thing) +
//!   rank of the place (0 title, 1 key result or label, 2 text);
//! * `search/titles-N.js` lists things: address from the site's root, kind, title, and what tells it apart.
//!
//! A theme without a script that searches gets no index.
//!
//! Blocks are small, so that the first result needs few bytes however large the handbook is.

mod things;
mod words;

use super::{Beside, File, file};
use crate::page::{Plan, Site};
use serde::Serialize;
use serde_json::json;
use things::Thing;
use words::Occurrences;

pub(super) static BESIDE: Beside = Beside { folder: Some("search"), owns, make };

fn owns(path: &str) -> bool {
    let name = path.strip_prefix("search/").and_then(|name| name.strip_suffix(".js"));
    name.is_some_and(|name| !name.contains('/'))
}

/// How large a block of words becomes, in bytes: one with a single frequent word may be larger.
const BLOCK_BYTES: usize = 24 * 1024;
/// How many things a block of titles holds.
const BLOCK_TITLES: usize = 50;

fn make(site: &Site, plan: &Plan) -> Vec<File> {
    if !site.look.has_search {
        return Vec::new();
    }
    let things = things::all(site, plan);
    let words = words::occurrences(site, &things);
    let mut firsts = Vec::new();
    let mut files = blocks(&words, &mut firsts);
    for (number, block) in things.chunks(BLOCK_TITLES).enumerate() {
        let titles: Vec<_> = block.iter().map(Thing::row).collect();
        files.push(script(&format!("titles-{number}"), &("titles", number, titles)));
    }
    let index = json!(["index", { "words": firsts, "block": BLOCK_TITLES, "things": things.len() }]);
    files.push(script("index", &index));
    files
}

/// The words in blocks; `firsts` takes the first word of each.
fn blocks(words: &[(String, Occurrences)], firsts: &mut Vec<String>) -> Vec<File> {
    let mut files = Vec::new();
    let mut text = String::new();
    for (word, occurrences) in words {
        if text.is_empty() {
            text = format!("okrbookSearch([\"words\",{},{{", firsts.len());
            firsts.push(word.clone());
        } else {
            text.push(',');
        }
        // A word holds letters and digits alone, which need no escape.
        text.push('"');
        text.push_str(word);
        text.push_str("\":[");
        occurrences.push(&mut text);
        text.push(']');
        if text.len() > BLOCK_BYTES {
            files.push(close(std::mem::take(&mut text), firsts.len()));
        }
    }
    if !text.is_empty() {
        files.push(close(text, firsts.len()));
    }
    files
}

fn close(mut text: String, count: usize) -> File {
    text.push_str("}])\n");
    file(&["search", &format!("words-{}.js", count - 1)], text)
}

fn script(name: &str, content: &impl Serialize) -> File {
    let content = serde_json::to_string(content).expect("texts and numbers are always written");
    file(&["search", &format!("{name}.js")], format!("okrbookSearch({content})\n"))
}
