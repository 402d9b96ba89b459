//! Highlights languages that are told by their comments, quotes and words.

/// What tells a language.
#[derive(Debug)]
pub(super) struct Language {
    /// What people call it behind a fence.
    pub(super) names: &'static [&'static str],
    /// What begins a comment that ends with its line.
    comment: &'static str,
    /// Its words.
    keywords: &'static str,
    /// Whether its words are written in any case.
    any_case: bool,
}

/// The languages, by name.
pub(super) static LANGUAGES: &[Language] = &[
    Language {
        names: &["bash", "sh", "shell", "zsh"],
        comment: "#",
        keywords: " if then else elif fi for in do done while until case esac function export return set local echo cd \
                   exit source ",
        any_case: false,
    },
    Language {
        names: &["python", "py"],
        comment: "#",
        keywords: " and as assert async await break class continue def del elif else except finally for from global if \
                   import in is lambda not or pass raise return try while with yield None True False self ",
        any_case: false,
    },
    Language {
        names: &["sql"],
        comment: "--",
        keywords: " select from where and or not in is null as join left right inner outer on group by order having \
                   limit insert into values update set delete create table view index alter drop distinct count sum \
                   avg min max case when then else end union all with between like asc desc ",
        any_case: true,
    },
    Language { names: &["toml", "ini"], comment: "#", keywords: " true false ", any_case: false },
];

/// Cuts code into pieces with their classes, in order.
pub(super) fn pieces(language: &Language, code: &str, push: &mut impl FnMut(&'static str, &str)) {
    let mut rest = code;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let begins = !before.is_alphanumeric() && before != '_';
        let (class, length) =
            if rest.starts_with(language.comment) && (before.is_whitespace() || before == ';') {
                ("c", rest.find('\n').unwrap_or(rest.len()))
            } else if matches!(first, '"' | '\'') {
                ("s", quoted(rest, first))
            } else if begins && first.is_ascii_digit() {
                ("n", run(rest, |letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_')))
            } else if first.is_alphabetic() || first == '_' {
                let length = run(rest, |letter| letter.is_alphanumeric() || letter == '_');
                (class(language, &rest[..length], &rest[length..]), length)
            } else {
                ("", first.len_utf8())
            };
        push(class, &rest[..length]);
        before = rest[..length].chars().next_back().unwrap_or(before);
        rest = &rest[length..];
    }
}

/// The class of a word: a word of the language, a name that is called, or nothing.
fn class(language: &Language, word: &str, after: &str) -> &'static str {
    let lowered = if language.any_case { word.to_ascii_lowercase() } else { word.to_owned() };
    if language.keywords.split(' ').any(|keyword| keyword == lowered) {
        "k"
    } else if after.starts_with('(') {
        "f"
    } else {
        ""
    }
}

/// The length of what goes on in one way; at least one letter.
fn run(text: &str, goes_on: impl Fn(char) -> bool) -> usize {
    text.char_indices().skip(1).find(|&(_, letter)| !goes_on(letter)).map_or(text.len(), |(index, _)| index)
}

/// The length of a quoted text with its quotes; an open one ends with its line.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' => return index,
            letter if letter == quote => return index + 1,
            _ => {}
        }
    }
    text.len()
}
