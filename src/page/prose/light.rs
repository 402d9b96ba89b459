//! Highlights what handbooks show most without the general highlighter: their own languages, YAML (and JSON, which is
//! YAML too) and Markdown, and those of queries and scripts. The general one compiles a language before it shows the
//! first line of it, and over that a build of 1,000 goals would spend a sixth of its time.

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
