//! Draws branches as lines of text: titles left, bars in one column right, so that the eye runs down the numbers.

use super::branches::Branch;
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

/// All branches, with an empty line between them.
pub(super) fn draw(branches: &[Branch], style: Style) -> String {
    let mut text = String::new();
    for (index, branch) in branches.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        line(branch, "", "", style, &mut text);
    }
    text
}

fn line(branch: &Branch, guide: &str, below: &str, style: Style, text: &mut String) {
    let has_bar = style.width >= TITLES + BAR + 1 + NUMBER + WORD;
    let right = if has_bar { BAR + 1 } else { 0 } + NUMBER + WORD;
    let room = style.width.saturating_sub(right + guide.width()).max(12);
    let (title, facts) = fit(branch, room);
    let gap = room.saturating_sub(title.width() + facts.width());
    text.push_str(&paint(guide, DIM, style));
    text.push_str(&paint(
        &title,
        if guide.is_empty() {
            BOLD
        } else if branch.is_meant {
            ""
        } else {
            DIM
        },
        style,
    ));
    text.push_str(&paint(&facts, DIM, style));
    let mut rest = " ".repeat(gap);
    if has_bar {
        rest.push(' ');
        rest.push_str(&branch.progress.map_or_else(|| " ".repeat(BAR), bar));
    }
    rest.push_str(
        &branch.progress.map_or_else(|| " ".repeat(NUMBER), |progress| format!("{:>4} %", percent(progress))),
    );
    if let Some(health) = branch.health {
        rest.push_str("  ");
        rest.push_str(&paint(&format!("{} {}", shape(health), health.word()), hue(health), style));
    }
    text.push_str(rest.trim_end());
    text.push('\n');
    for (index, child) in branch.below.iter().enumerate() {
        let is_last = index + 1 == branch.below.len();
        let (branch_guide, deeper) = if is_last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        line(child, &format!("{below}{branch_guide}"), &format!("{below}{deeper}"), style, text);
    }
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

/// Rounded half up, as everywhere on screen.
fn percent(progress: f64) -> i64 {
    (progress * 100.0 + 0.5 + 1e-9).floor() as i64
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

    fn branch(title: &str, progress: Option<f64>, health: Option<Health>, below: Vec<Branch>) -> Branch {
        Branch {
            title: title.to_owned(),
            facts: vec!["an-id".to_owned()],
            progress,
            health,
            is_meant: true,
            below,
        }
    }

    fn tree() -> Vec<Branch> {
        let waiting =
            branch("Median wait in the emergency room", Some(0.996), Some(Health::OnTrack), Vec::new());
        let deep =
            branch("等候時間縮短至兩小時以內並且保持不變", Some(0.125), Some(Health::OffTrack), Vec::new());
        let objective =
            branch("Patients are seen sooner", Some(0.5), Some(Health::AtRisk), vec![waiting, deep]);
        let empty = branch("Nothing measured", None, Some(Health::Pending), Vec::new());
        vec![branch("Good care for everyone", None, None, vec![objective, empty])]
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
