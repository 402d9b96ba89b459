//! Writes a Rust struct with a name for each message of the built-in theme, so that a message that does not exist,
//! or one that is told too much or too little, does not compile.
//!
//! The list of messages is `themes/default/messages/en.ftl` and nothing else. Only names and variables are looked
//! for here; `src/locale` reads the messages, and its tests hold that both see the same.

#![allow(clippy::disallowed_methods, reason = "a build script reads its package and writes where cargo says")]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::{env, fs, path::Path};

const ENGLISH: &str = "themes/default/messages/en.ftl";

/// A message: its name, its text as documentation, and its variables in alphabetical order.
struct Message {
    name: String,
    text: String,
    variables: BTreeSet<String>,
}

fn main() {
    println!("cargo::rerun-if-changed={ENGLISH}");
    println!("cargo::rerun-if-changed=build.rs");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo says where the package is");
    let text = fs::read_to_string(Path::new(&root).join(ENGLISH)).expect("the built-in theme speaks English");
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("messages.rs"), code(&messages(&text))).expect("the file can be written");
}

fn messages(text: &str) -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let rest = match line.split_once(" =") {
            Some((name, rest)) if !line.starts_with([' ', '}']) => {
                let name = name.to_owned();
                messages.push(Message { name, text: String::new(), variables: BTreeSet::new() });
                rest
            }
            _ => line,
        };
        let message = messages.last_mut().expect("a message begins with its name");
        message.text.push_str(rest.trim());
        message.text.push(' ');
        for variable in rest.split('$').skip(1) {
            let is_name = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '_';
            message.variables.insert(variable.chars().take_while(is_name).collect());
        }
    }
    messages
}

fn code(messages: &[Message]) -> String {
    let (mut fields, mut values, mut methods) = (String::new(), String::new(), String::new());
    let (mut listed, mut words) = (String::new(), String::new());
    for (index, Message { name, text, variables }) in messages.iter().enumerate() {
        // As code, since a message is no Markdown.
        let doc = format!("English: `{}`", text.trim().replace('`', "'"));
        let names: Vec<&str> = variables.iter().map(String::as_str).collect();
        writeln!(listed, "    ({name:?}, &{names:?}),").expect("a string takes any text");
        if names.is_empty() {
            let _ = writeln!(fields, "    #[doc = {doc:?}]\n    pub {name}: &'a str,");
            let _ = writeln!(values, "            {name}: language.word({index}),");
            let _ = writeln!(words, "            ({name:?}, self.{name}),");
        } else {
            let _ = writeln!(fields, "    #[doc = {doc:?}]\n    pub {name}: Pattern<'a>,");
            let _ = writeln!(values, "            {name}: language.pattern({index}),");
            let count = names.len();
            let parameters: Vec<String> =
                names.iter().map(|name| format!("{name}: impl Into<Arg<'v>>")).collect();
            let arguments: Vec<String> = names.iter().map(|name| format!("{name}.into()")).collect();
            let _ = writeln!(
                methods,
                "    #[doc = {doc:?}]\n    pub fn {name}<'v>(&self, {}) -> Filled<'a, 'v, {count}> {{\n        \
                 self.language.fill({index}, [{}])\n    }}",
                parameters.join(", "),
                arguments.join(", "),
            );
        }
    }
    format!(
        "/// What the site says, in its language: messages by name. Those with variables are methods too,\n\
         /// whose parameters stand in alphabetical order.\n\
         #[derive(Clone, Copy, Debug)]\npub struct Messages<'a> {{\n    \
         /// The language, which also writes numbers and dates.\n    pub language: &'a Language,\n{fields}}}\n\n\
         /// Every message with its variables.\n\
         pub(crate) const MESSAGES: &[(&str, &[&str])] = &[\n{listed}];\n\n\
         impl<'a> Messages<'a> {{\n    \
         /// The messages of a language.\n    \
         pub fn of(language: &'a Language) -> Messages<'a> {{\n        \
         Messages {{\n            language,\n{values}        }}\n    }}\n\n    \
         /// The messages without variables by name, for templates.\n    \
         pub fn words(&self) -> impl Iterator<Item = (&'static str, &'a str)> {{\n        \
         [\n{words}        ].into_iter()\n    }}\n\n{methods}}}\n"
    )
}
