//! Draws branches as lines of text: titles left, bars in one column right, so that the eye runs down the numbers.

use super::branches::Branch;
use crate::locale::percentage;
use crate::progress::Health;
use unicode_width::UnicodeWidthStr;

/// For which terminal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Columns.
    pub(super) width: usize,
    /// Whether colour is welcome.
    pub(super) color: bool,
}

/// Cells of a progress bar.
const BAR: usize = 10;
/// Columns of the number and the word behind a bar, each with its gap.
const NUMBER: usize = 6;
const WORD: usize = 13;
/// The narrowest column of titles beside which a bar is drawn.
const TITLES: usize = 30;

const BOLD: &str = "1";
const DIM: &str = "2";

/// All branches, with an empty line between those of the first level.
pub(super) fn draw(branches: &[Branch], style: Style) -> String {
    let mut text = String::new();
    let mut guides: Vec<&'static str> = Vec::new();
    for (index, branch) in branches.iter().enumerate() {
        guides.truncate(branch.depth.saturating_sub(1));
        if branch.depth > 0 {
            guides.push(if branch.is_last { "└─ " } else { "├─ " });
        } else if index > 0 {
            text.push('\n');
        }
        line(branch, &guide(&guides, style), style, &mut text);
        if let Some(guide) = guides.last_mut() {
            *guide = if branch.is_last { "   " } else { "│  " };
        }
    }
    text
}

/// The lines that lead to a branch. Where they would take half of the width, the outer levels are left out.
fn guide(guides: &[&str], style: Style) -> String {
    let most = (style.width / 2 / 3).max(1);
    match guides.len().checked_sub(most) {
        Some(hidden) if hidden > 0 => format!("… {}", guides[hidden..].concat()),
        _ => guides.concat(),
    }
}

fn line(branch: &Branch, guide: &str, style: Style, text: &mut String) {
    let has_bar = style.width >= TITLES + BAR + 1 + NUMBER + WORD;
    let right = if has_bar { BAR + 1 } else { 0 } + NUMBER + WORD;
    let room = style.width.saturating_sub(right + guide.width()).max(12);
    let (title, facts) = fit(branch, room);
    let gap = room.saturating_sub(title.width() + facts.width());
    let weight = match branch {
        Branch { depth: 0, .. } => BOLD,
        Branch { is_meant: false, .. } => DIM,
        Branch { .. } => "",
    };
    text.push_str(&paint(guide, DIM, style));
    text.push_str(&paint(&title, weight, style));
    text.push_str(&paint(&facts, DIM, style));
    let mut rest = " ".repeat(gap);
    if has_bar {
        rest.push(' ');
        rest.push_str(&branch.progress.map_or_else(|| " ".repeat(BAR), bar));
    }
    let number = branch.progress.map(|progress| format!("{:>4} %", percentage(progress)));
    rest.push_str(&number.unwrap_or_else(|| " ".repeat(NUMBER)));
    if let Some(health) = branch.health {
        rest.push_str("  ");
        rest.push_str(&paint(&format!("{} {}", shape(health), health.word()), hue(health), style));
    }
    text.push_str(rest.trim_end());
    text.push('\n');
}

/// The title, cut where it must be, and as many facts as there is room for.
fn fit(branch: &Branch, room: usize) -> (String, String) {
    let title = cut(&branch.title, room);
    let mut facts = String::new();
    for fact in &branch.facts {
        let longer = if facts.is_empty() { format!("  {fact}") } else { format!("{facts} · {fact}") };
        if title.width() + longer.width() > room {
            break;
        }
        facts = longer;
    }
    (title, facts)
}

fn cut(title: &str, room: usize) -> String {
    if title.width() <= room {
        return title.to_owned();
    }
    let mut cut = String::new();
    for letter in title.chars() {
        cut.push(letter);
        if cut.width() >= room {
            cut.pop();
            break;
        }
    }
    format!("{}…", cut.trim_end())
}

/// Half a cell counts as one; nothing is ever shown as full that is not.
fn bar(progress: f64) -> String {
    let cells = (progress * BAR as f64).round() as usize;
    let cells = if progress < 1.0 { cells.min(BAR - 1) } else { BAR };
    format!("{}{}", "█".repeat(cells), "░".repeat(BAR - cells))
}

fn shape(health: Health) -> char {
    match health {
        Health::OnTrack => '●',
        Health::AtRisk => '▲',
        Health::OffTrack => '■',
        Health::Outdated => '◌',
        Health::Pending => '○',
        Health::Closed => '✓',
    }
}

fn hue(health: Health) -> &'static str {
    match health {
        Health::OnTrack => "32",
        Health::AtRisk => "33",
        Health::OffTrack => "31",
        Health::Outdated | Health::Pending | Health::Closed => DIM,
    }
}

fn paint(text: &str, code: &str, style: Style) -> String {
    if style.color && !code.is_empty() && !text.is_empty() {
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use snapbox::{assert_data_eq, str};

    fn branch(
        depth: usize,
        is_last: bool,
        title: &str,
        progress: Option<f64>,
        health: Option<Health>,
    ) -> Branch {
        let facts = vec!["an-id".to_owned()];
        Branch { title: title.to_owned(), facts, progress, health, is_meant: true, depth, is_last }
    }

    fn tree() -> Vec<Branch> {
        vec![
            branch(0, true, "Good care for everyone", None, None),
            branch(1, false, "Patients are seen sooner", Some(0.5), Some(Health::AtRisk)),
            branch(2, false, "Median wait in the emergency room", Some(0.996), Some(Health::OnTrack)),
            branch(2, true, "等候時間縮短至兩小時以內並且保持不變", Some(0.125), Some(Health::OffTrack)),
            branch(1, true, "Nothing measured", None, Some(Health::Pending)),
        ]
    }

    #[test]
    fn a_chain_without_end_leaves_room_for_its_titles() {
        let chain: Vec<Branch> =
            (0..5_000).map(|depth| branch(depth, true, "Deeper", Some(0.1), None)).collect();
        let drawn = draw(&chain, Style { width: 80, color: false });
        assert!(drawn.lines().all(|line| line.width() <= 80 && line.contains("Deeper")));
    }

    #[test]
    fn the_numbers_stand_in_one_column() {
        let style = Style { width: 80, color: false };
        assert_data_eq!(
            draw(&tree(), style),
            str![[r#"
Good care for everyone  an-id
├─ Patients are seen sooner  an-id                 █████░░░░░  50 %  ▲ at-risk
│  ├─ Median wait in the emergency room  an-id     █████████░ 100 %  ● on-track
│  └─ 等候時間縮短至兩小時以內並且保持不變  an-id  █░░░░░░░░░  13 %  ■ off-track
└─ Nothing measured  an-id                                           ○ pending

"#]]
        );
    }

    #[test]
    fn a_narrow_terminal_gets_shorter_titles_and_no_bars() {
        let style = Style { width: 48, color: false };
        let drawn = draw(&tree(), style);
        assert_data_eq!(
            drawn.clone(),
            str![[r#"
Good care for everyone  an-id
├─ Patients are seen sooner    50 %  ▲ at-risk
│  ├─ Median wait in the eme… 100 %  ● on-track
│  └─ 等候時間縮短至兩小時以…  13 %  ■ off-track
└─ Nothing measured  an-id           ○ pending

"#]]
        );
        assert!(drawn.lines().all(|line| line.width() <= 48));
    }

    #[test]
    fn any_width_can_be_drawn() {
        for width in 0..200 {
            let _ = draw(&tree(), Style { width, color: true });
        }
    }
}
