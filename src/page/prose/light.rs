//! Highlights the handbook's own language, YAML (and JSON, which is YAML too), without the general highlighter: every
//! rule's page shows some, and a build of 1,000 goals would spend a sixth of its time on them.

mod yaml;

#[cfg(test)]
mod tests;

/// Cuts code into pieces with their classes, in order; says whether the language is one of these.
pub(super) fn pieces(language: &str, code: &str, push: &mut impl FnMut(&'static str, &str)) -> bool {
    match language {
        "yaml" | "yml" | "okr" | "json" | "jsonc" => yaml::pieces(code, push),
        "text" | "txt" | "csv" => push("", code),
        _ => return false,
    }
    true
}
