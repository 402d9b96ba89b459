//! Highlights the languages in which handbooks tell how a number is measured: queries and scripts. Comments, strings,
//! numbers and words of the language are what a reader looks for; no grammar is needed for them.

/// What tells the pieces of a language apart.
pub(super) struct Language {
    /// Its names behind the fence.
    pub(super) names: &'static [&'static str],
    /// What begins a comment that ends with its line.
    comments: &'static [&'static str],
    /// Whether it is the same in capitals.
    any_case: bool,
    /// Words of the language.
    keywords: &'static [&'static str],
    /// Words that stand for a value.
    constants: &'static [&'static str],
}

/// The languages; one more is one more entry.
pub(super) static LANGUAGES: &[Language] = &[
    Language {
        names: &["bash", "sh", "shell", "zsh"],
        comments: &["#"],
        any_case: false,
        keywords: &[
            "case", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if", "in",
            "local", "return", "then", "until", "while",
        ],
        constants: &["true", "false"],
    },
    Language {
        names: &["python", "py"],
        comments: &["#"],
        any_case: false,
        keywords: &[
            "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
            "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
            "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
        ],
        constants: &["None", "True", "False"],
    },
    Language {
        names: &["sql"],
        comments: &["--"],
        any_case: true,
        keywords: &[
            "alter",
            "and",
            "as",
            "asc",
            "between",
            "by",
            "case",
            "create",
            "delete",
            "desc",
            "distinct",
            "drop",
            "else",
            "end",
            "exists",
            "from",
            "full",
            "group",
            "having",
            "in",
            "inner",
            "insert",
            "into",
            "is",
            "join",
            "left",
            "like",
            "limit",
            "not",
            "offset",
            "on",
            "or",
            "order",
            "outer",
            "over",
            "partition",
            "right",
            "select",
            "set",
            "table",
            "then",
            "union",
            "update",
            "using",
            "values",
            "view",
            "when",
            "where",
            "with",
        ],
        constants: &["null", "true", "false"],
    },
];

/// Cuts code into pieces with their classes, in order.
pub(super) fn pieces(language: &Language, code: &str, push: &mut impl FnMut(&'static str, &str)) {
    let mut rest = code;
    // What stands before decides where a comment may begin: `$#` and `a#b` begin none.
    let mut follows = false;
    while let Some(first) = rest.chars().next() {
        let (class, length) = match first {
            _ if !follows && language.comments.iter().any(|mark| rest.starts_with(mark)) => {
                ("c", rest.find('\n').unwrap_or(rest.len()))
            }
            '"' | '\'' => ("s", quoted(rest, first)),
            '0'..='9' => {
                ("n", run(rest, |letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_')))
            }
            _ if is_word(first) => {
                let length = run(rest, is_word);
                (language.class(&rest[..length], &rest[length..]), length)
            }
            _ => ("", first.len_utf8()),
        };
        push(class, &rest[..length]);
        follows = !first.is_whitespace() && !matches!(first, ';' | '(' | ')' | ',');
        rest = &rest[length..];
    }
}

impl Language {
    /// The class of a word, by itself and by what follows it.
    fn class(&self, word: &str, after: &str) -> &'static str {
        let known = |words: &[&str]| {
            let is = |known: &&&str| {
                if self.any_case { known.eq_ignore_ascii_case(word) } else { **known == word }
            };
            words.iter().any(|known| is(&known))
        };
        if known(self.keywords) {
            "k"
        } else if known(self.constants) {
            "l"
        } else if after.starts_with('(') {
            "f"
        } else {
            ""
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The length of the letters from here on that belong together.
fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !belongs(letter)).unwrap_or(text.len())
}

/// The length of a quoted text with its quotes; three quotes may hold lines, and an open one ends with its line.
fn quoted(text: &str, quote: char) -> usize {
    let triple = if quote == '"' { "\"\"\"" } else { "'''" };
    if let Some(inner) = text.strip_prefix(triple) {
        return inner.find(triple).map_or(text.len(), |end| end + 6);
    }
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '\n' => return at,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}
