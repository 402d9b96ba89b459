//! Highlights code in a dozen classes, which both colour schemes style.
//!
//! | class | what it marks |
//! | --- | --- |
//! | `hl-c` | comment |
//! | `hl-s` | string |
//! | `hl-n` | number |
//! | `hl-l` | constant, such as `true` |
//! | `hl-k` | keyword, type of storage |
//! | `hl-f` | function |
//! | `hl-t` | type, tag |
//! | `hl-a` | attribute, key |
//! | `hl-v` | variable |
//! | `hl-h` | heading in markup |
//! | `hl-i` `hl-d` | inserted and deleted line |

use super::light;
use crate::page::html::escape;
use std::sync::OnceLock;
use syntect::parsing::{
    BasicScopeStackOp, ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxReference, SyntaxSet,
};

/// Code longer than this, with longer lines, or in which more stands open at the end of a line, is shown plain: nothing
/// that a person writes may take long, and a syntax looks at all that is open for each letter.
const LONGEST: usize = 64 * 1024;
const LONGEST_LINE: usize = 300;
const DEEPEST: usize = 200;

/// A syntax that takes a time which grows with the cube of a line: a tenth of a second for one of 300 letters.
const SLOW: &str = "Makefile";

/// Beginnings of scopes with their class; the first that fits the innermost scope counts.
const CLASSES: &[(&str, &str)] = &[
    ("comment", "c"),
    ("punctuation.definition.comment", "c"),
    ("punctuation.definition.string", "s"),
    ("string.unquoted", ""),
    ("string", "s"),
    ("constant.numeric", "n"),
    ("constant.character.escape", "l"),
    ("constant", "l"),
    ("keyword.operator", ""),
    ("keyword", "k"),
    ("storage", "k"),
    ("entity.name.function", "f"),
    ("support.function", "f"),
    ("variable.function", "f"),
    ("entity.name.tag.yaml", "a"),
    ("entity.name.tag", "t"),
    ("entity.name.section", "h"),
    ("entity.name", "t"),
    ("support.type.property-name", "a"),
    ("support", "t"),
    ("entity.other.attribute-name", "a"),
    ("meta.mapping.key", "a"),
    ("variable", "v"),
    ("markup.heading", "h"),
    ("markup.inserted", "i"),
    ("markup.deleted", "d"),
];

/// Names that people write and the syntaxes do not know.
const NAMES: &[(&str, &str)] = &[
    ("shell", "bash"),
    ("sh", "bash"),
    ("zsh", "bash"),
    ("jsonc", "json"),
    ("json5", "json"),
    ("typescript", "js"),
    ("ts", "js"),
    ("tsx", "js"),
    ("jsx", "js"),
    ("golang", "go"),
];

struct Syntaxes {
    set: SyntaxSet,
    classes: Vec<(Scope, &'static str)>,
}

/// Loading takes a millisecond, so it waits for the first block of code.
fn syntaxes() -> &'static Syntaxes {
    static SYNTAXES: OnceLock<Syntaxes> = OnceLock::new();
    SYNTAXES.get_or_init(|| {
        let scope = |&(name, class): &(&str, &'static str)| Some((Scope::new(name).ok()?, class));
        Syntaxes {
            set: SyntaxSet::load_defaults_newlines(),
            classes: CLASSES.iter().filter_map(scope).collect(),
        }
    })
}

/// Appends code, highlighted where its language is known.
pub(super) fn push(out: &mut String, language: &str, code: &str) {
    let mut run = Run { out, class: "" };
    if language == "console" {
        code.split_inclusive('\n').for_each(|line| transcript(&mut run, line));
    } else if !light::pieces(language, code, &mut |class, text| run.push(class, text)) {
        return general(out, language, code);
    }
    run.close();
}

/// A line of the command line: what is typed after a `$`; what the program answers is plain.
fn transcript(run: &mut Run, line: &str) {
    if let Some(typed) = line.strip_prefix("$ ") {
        run.push("k", "$ ");
        run.push("f", typed);
    } else {
        run.push(if line.starts_with("# ") { "c" } else { "" }, line);
    }
}

/// Code of any other language, plain where that is not known.
fn general(out: &mut String, language: &str, code: &str) {
    let start = out.len();
    let small = code.len() <= LONGEST && code.lines().all(|line| line.len() <= LONGEST_LINE);
    let highlighted = small && !language.is_empty() && highlight(out, language, code).is_some();
    if !highlighted {
        out.truncate(start);
        escape(code, out);
    }
}

fn find(language: &str) -> Option<&'static SyntaxReference> {
    let language = language.to_ascii_lowercase();
    let name = NAMES.iter().find(|(name, _)| *name == language).map_or(language.as_str(), |(_, known)| known);
    syntaxes().set.find_syntax_by_token(name).filter(|syntax| syntax.name != SLOW)
}

fn highlight(out: &mut String, language: &str, code: &str) -> Option<()> {
    let syntax = find(language)?;
    let set = &syntaxes().set;
    let mut state = ParseState::new(syntax);
    let mut scopes = Scopes::default();
    let mut run = Run { out, class: "" };
    for line in code.split_inclusive('\n') {
        let mut done = 0;
        for (at, operation) in state.parse_line(line, set).ok()? {
            run.push(scopes.class(), line.get(done..at)?);
            scopes.apply(&operation)?;
            done = at;
        }
        run.push(scopes.class(), line.get(done..)?);
        if scopes.classes.len() > DEEPEST {
            return None;
        }
    }
    run.close();
    Some(())
}

/// The scopes that a letter stands in. There can be as many as brackets that nothing closes, so that each knows its class
/// instead of being asked for it again.
#[derive(Default)]
struct Scopes {
    stack: ScopeStack,
    /// The class of each scope of the stack: its own, or that of the scope around it.
    classes: Vec<&'static str>,
}

impl Scopes {
    fn class(&self) -> &'static str {
        self.classes.last().copied().unwrap_or_default()
    }

    fn apply(&mut self, operation: &ScopeStackOp) -> Option<()> {
        let classes = &mut self.classes;
        let follow = |operation, _: &[Scope]| match operation {
            BasicScopeStackOp::Push(scope) => {
                let own = syntaxes().classes.iter().find(|(prefix, _)| prefix.is_prefix_of(scope));
                classes.push(
                    own.map_or_else(|| classes.last().copied().unwrap_or_default(), |(_, class)| class),
                );
            }
            BasicScopeStackOp::Pop => drop(classes.pop()),
        };
        self.stack.apply_with_hook(operation, follow).ok()
    }
}

/// Neighbours of one class share a span; white space belongs to whatever stands before it.
struct Run<'o> {
    out: &'o mut String,
    class: &'static str,
}

impl Run<'_> {
    fn push(&mut self, class: &'static str, text: &str) {
        if text.is_empty() {
            return;
        }
        if class != self.class && !text.trim().is_empty() {
            self.close();
            if !class.is_empty() {
                self.out.push_str("<span class=\"hl-");
                self.out.push_str(class);
                self.out.push_str("\">");
            }
            self.class = class;
        }
        escape(text, self.out);
    }

    fn close(&mut self) {
        if !self.class.is_empty() {
            self.out.push_str("</span>");
        }
        self.class = "";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn highlighted(language: &str, code: &str) -> String {
        let mut out = String::new();
        push(&mut out, language, code);
        out
    }

    #[test]
    fn a_known_language_is_highlighted_in_few_classes() {
        assert_eq!(
            highlighted("yaml", "target: 8 # percent\n"),
            "<span class=\"hl-a\">target</span>: <span class=\"hl-n\">8 </span><span class=\"hl-c\"># percent\n</span>"
        );
        assert!(highlighted("rust", "fn main() {}").contains("<span class=\"hl-f\">main</span>"));
    }

    #[test]
    fn an_unknown_language_is_plain_and_escaped() {
        assert_eq!(highlighted("klingon", "a < b"), "a &lt; b");
        assert_eq!(highlighted("", "<script>"), "&lt;script&gt;");
        assert_eq!(highlighted("html", "<script>").matches("<script").count(), 0);
    }

    #[test]
    fn a_transcript_tells_what_is_typed() {
        assert_eq!(
            highlighted("console", "$ okrbook build\nwrote 3 files\n"),
            "<span class=\"hl-k\">$ </span><span class=\"hl-f\">okrbook build\n</span>wrote 3 files\n"
        );
    }

    proptest::proptest! {
        #[test]
        fn highlighting_changes_no_letter(code in "[ -~é\n\t]{0,80}") {
            for language in ["yaml", "json", "console", "python"] {
                let mut text = highlighted(language, &code).replace("</span>", "");
                while let Some(start) = text.find("<span class=") {
                    let end = start + text[start..].find('>').unwrap() + 1;
                    text.replace_range(start..end, "");
                }
                let mut expected = String::new();
                escape(&code, &mut expected);
                proptest::prop_assert_eq!(text, expected);
            }
        }
    }

    #[test]
    fn a_line_that_would_take_long_is_plain() {
        let lines = |line: &str| format!("{line}\n").repeat(400);
        for (language, code) in [
            ("rust", format!("fn a() {}", "{".repeat(5000))),
            ("js", lines(&"?".repeat(50))),
            ("make", lines(&"!".repeat(150))),
            ("makefile", lines("all: b")),
        ] {
            assert_eq!(highlighted(language, &code), code);
        }
    }
}
