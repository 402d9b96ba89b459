//! Highlights the languages that handbooks show most, without the general highlighter: that takes longer over the
//! first block of a language than a hundred pages take together.

mod markdown;
mod words;
mod yaml;

#[cfg(test)]
mod tests;

/// Cuts code into pieces with their classes, in order; says whether the language is one of these.
pub(super) fn pieces(language: &str, code: &str, push: &mut impl FnMut(&'static str, &str)) -> bool {
    match language {
        "yaml" | "yml" | "okr" | "json" | "jsonc" => yaml::pieces(code, push),
        "markdown" | "md" => markdown::pieces(code, push),
        "text" | "txt" | "csv" => push("", code),
        _ => match words::LANGUAGES.iter().find(|known| known.names.contains(&language)) {
            Some(known) => words::pieces(known, code, push),
            None => return false,
        },
    }
    true
}
