//! What is due as text for the terminal, as Markdown for chat and mail, and as JSON for programs.

use super::item::Item;
use crate::cli::english;
use crate::model::Date;
use serde::Serialize;
use std::fmt::Write;

/// Writes what is due on a day.
type Render = fn(&[Item], Date) -> String;

/// The formats with their names; the first is the usual one.
pub(super) static FORMATS: &[(&str, Render)] = &[("human", human), ("markdown", markdown), ("json", json)];

/// The items of each team, in their order.
fn groups(items: &[Item]) -> impl Iterator<Item = &[Item]> {
    items.chunk_by(|one, other| one.team == other.team)
}

fn heading(group: &[Item]) -> &str {
    group.first().and_then(|item| item.team_name.as_deref()).unwrap_or("Without a team")
}

fn human(items: &[Item], _: Date) -> String {
    if items.is_empty() {
        return "nothing is due\n".to_owned();
    }
    let mut text = String::new();
    for group in groups(items) {
        let gap = if text.is_empty() { "" } else { "\n" };
        let _ = writeln!(text, "{gap}{}", heading(group));
        for item in group {
            let mark = if item.overdue { "overdue" } else { "soon   " };
            let ask = item.owner.as_ref().map_or(String::new(), |owner| {
                if item.told.ends_with('?') { format!(" Ask {owner}") } else { format!("; ask {owner}") }
            });
            let _ = writeln!(text, "  {mark}  {}\n           {}{ask}", item.title, item.told);
            if let Some(command) = &item.command {
                let _ = writeln!(text, "           {command}");
            }
        }
    }
    text
}

fn markdown(items: &[Item], as_of: Date) -> String {
    if items.is_empty() {
        return format!("Nothing is due on {}.\n", english::date(as_of));
    }
    let mut text = format!("**Due on {}**\n", english::date(as_of));
    for group in groups(items) {
        let _ = writeln!(text, "\n**{}**\n", escaped(heading(group)));
        for item in group {
            let ask = item.owner.as_ref().map_or(String::new(), |owner| format!(" {}?", escaped(owner)));
            let mark = if item.overdue { "**overdue** " } else { "" };
            let command = item.command.as_ref().map_or(String::new(), |command| format!(" `{command}`"));
            let full_stop = if item.told.ends_with('?') { "" } else { "." };
            let _ =
                writeln!(text, "- {mark}{}: {}{full_stop}{ask}{command}", escaped(&item.title), item.told);
        }
    }
    text
}

/// A plain text in which nothing is a sign of Markdown.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

#[derive(Serialize)]
struct Listing<'a> {
    format: &'static str,
    as_of: String,
    due: &'a [Item],
}

fn json(items: &[Item], as_of: Date) -> String {
    let listing = Listing { format: "okrbook-due/1", as_of: as_of.to_string(), due: items };
    let text = serde_json::to_string_pretty(&listing).expect("texts and numbers are JSON");
    text + "\n"
}
