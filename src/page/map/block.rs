//! The boxes of a map: what each goal says of itself, broken into lines, and how much room that takes. An objective
//! stands in one block with its key results, which hang below it one step in.

use super::chosen::Chosen;
use super::wrap::{Wrapped, fits, wrap};
use crate::model::{Goal, KeyResultId, ObjectiveId, Outcome, PillarId, State};
use crate::page::parts::counts;
use crate::page::{Scene, chart, format, words};
use crate::progress::Health;
use std::collections::HashSet;

/// How wide a column is.
pub(super) const WIDTH: i32 = 240;
/// How far key results stand in.
pub(super) const INDENT: i32 = 16;
/// Between a box's edge and what stands in it.
pub(super) const PADDING: i32 = 11;
/// How far below the top of a box lines begin and end.
pub(super) const LEVEL: i32 = 21;
/// The height of a small line.
pub(super) const SMALL: i32 = 16;
/// How high a bar is.
pub(super) const BAR: i32 = 4;
/// Between the last line of letters and the edge of a box, with a bar in it and without.
pub(super) const FOOT: i32 = 12;
const FOOT_WITHOUT_BAR: i32 = 5;
/// Between an objective and its first key result, and between key results.
const KEY_RESULT_GAP: i32 = 8;
/// The room of the mark before a word.
pub(super) const MARK: i32 = 16;
/// The size of small letters.
const SMALL_LETTERS: i32 = 12;

/// The boxes that stand together: a goal, and the key results of an objective.
#[derive(Debug)]
pub(super) struct Block {
    /// The goal's own, then those of its key results.
    pub(super) cells: Vec<Cell>,
    /// The whole height.
    pub(super) height: i32,
}

/// One box.
#[derive(Debug)]
pub(super) struct Cell {
    /// Whose it is.
    pub(super) goal: Goal,
    /// The class that says what kind of goal it is.
    pub(super) class: &'static str,
    /// How far it stands below the top of its block.
    pub(super) top: i32,
    /// Its height.
    pub(super) height: i32,
    /// The height of a line of the title.
    pub(super) line: i32,
    /// The title.
    pub(super) title: Wrapped,
    /// Small lines below it.
    pub(super) notes: Vec<String>,
    /// That it leads to goals which have changed since somebody looked.
    pub(super) is_suspect: bool,
    /// How many goals below it are not drawn.
    pub(super) left_out: usize,
    /// How it fares.
    pub(super) standing: Option<Standing>,
    /// How far it is; none where nothing is measured or expected.
    pub(super) bar: Option<Measured>,
}

/// How a goal fares: a class, a shape and a word.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) class: &'static str,
    pub(super) mark: Mark,
    pub(super) word: String,
}

/// What stands before a word.
#[derive(Debug)]
pub(super) enum Mark {
    /// The shape of a health.
    Shape(&'static str),
    /// A sign.
    Sign(&'static str),
}

/// How far a goal is.
#[derive(Debug)]
pub(super) struct Measured {
    /// 0 to 1; none without data.
    pub(super) progress: Option<f64>,
    /// Where it is expected.
    pub(super) expected: Option<f64>,
    /// The number in words.
    pub(super) number: String,
}

impl Block {
    /// How far below its top lines of a goal in it begin and end.
    pub(super) fn level(&self, goal: Goal) -> i32 {
        self.cells.iter().find(|cell| cell.goal == goal).map_or(LEVEL, |cell| cell.top + LEVEL)
    }
}

/// Makes blocks.
pub(super) struct Blocks<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) chosen: &'a Chosen,
    /// Goals that lead to one which has changed.
    pub(super) suspects: HashSet<Goal>,
    /// Whether boxes name the cycle.
    pub(super) says_cycle: bool,
}

impl Blocks<'_> {
    pub(super) fn mission(&self) -> Block {
        let mut cell = self.cell(Goal::Mission, "mission", (16, 22), WIDTH, 9);
        cell.height = cell.room();
        single(cell)
    }

    pub(super) fn pillar(&self, id: PillarId) -> Block {
        let (scene, site) = (self.scene, self.scene.site);
        let mut cell = self.cell(Goal::Pillar(id), "pillar", (16, 19), WIDTH, 4);
        let cycles = match &*self.chosen.cycles {
            [] => &site.cycles_in_view(),
            cycles => cycles,
        };
        if let Some((cycle, progress)) = site.pillar_in_view(id, cycles) {
            let coverage = scene.coverage_over(&site.under_pillar_in(id, cycle));
            let mut parts = vec![scene.language.isolated(&site.handbook[cycle].title).into_owned()];
            parts.extend(scene.coverage(coverage));
            cell.notes = note(&parts);
            cell.bar = Some(self.measured((coverage.reported > 0).then_some(progress), None));
        }
        cell.height = cell.room();
        single(cell)
    }

    pub(super) fn objective(&self, id: ObjectiveId) -> Block {
        let (scene, site) = (self.scene, self.scene.site);
        let (objective, progress) = (&site.handbook[id], site.progress.of(id));
        let class = if progress.state == State::Draft { "objective draft" } else { "objective" };
        let mut cell = self.cell(Goal::Objective(id), class, (13, 19), WIDTH, 4);
        let team = objective.team.map(|team| site.handbook[team.value].name.value.as_str());
        let cycle = objective.cycle.filter(|_| self.says_cycle);
        let cycle = cycle.map(|cycle| site.handbook[cycle.value].title.as_str());
        let coverage = counts(progress.state).then(|| scene.coverage(progress.coverage)).flatten();
        let names = team.into_iter().chain(cycle).map(|name| scene.language.isolated(name).into_owned());
        cell.notes = note(&names.chain(coverage).collect::<Vec<String>>());
        cell.left_out = self.chosen.left_out.get(&Some(id)).copied().unwrap_or_default();
        cell.standing = Some(self.standing(id));
        let has_data = progress.key_results.iter().any(|key_result| key_result.attainment.is_some());
        let expected = progress.expected.filter(|_| progress.state == State::Active);
        if !objective.key_results.is_empty() {
            cell.bar = Some(self.measured(progress.progress.filter(|_| has_data), expected));
        }
        cell.height = cell.room();
        let mut height = cell.height;
        let mut cells = vec![cell];
        for &id in self.chosen.key_results.get(&id).into_iter().flatten() {
            let mut cell = self.key_result(id);
            cell.top = height + KEY_RESULT_GAP;
            height = cell.top + cell.height;
            cells.push(cell);
        }
        Block { cells, height }
    }

    fn key_result(&self, id: KeyResultId) -> Cell {
        let site = self.scene.site;
        let progress = site.progress.of_key_result(id);
        let mut cell = self.cell(Goal::KeyResult(id), "key-result", (13, 17), WIDTH - INDENT, 4);
        cell.standing = Some(self.health(progress.health));
        let is_active = site.progress.of(id.objective).state == State::Active;
        let shown = progress.attainment.map(|_| progress.progress);
        cell.bar = Some(self.measured(shown, progress.expected.filter(|_| is_active)));
        cell.height = cell.room();
        cell
    }

    /// A box of a width with a title of at most some lines. `letters` says how large they are; those of serif fonts
    /// run narrower, bold ones wider.
    fn cell(
        &self,
        goal: Goal,
        class: &'static str,
        (letters, line): (i32, i32),
        width: i32,
        most: usize,
    ) -> Cell {
        Cell {
            goal,
            class,
            top: 0,
            height: 0,
            line,
            title: wrap(self.scene.site.handbook.title(goal), letters, width - 2 * PADDING, most),
            notes: Vec::new(),
            is_suspect: self.suspects.contains(&goal),
            left_out: 0,
            standing: None,
            bar: None,
        }
    }

    fn measured(&self, progress: Option<f64>, expected: Option<f64>) -> Measured {
        let known = progress.map(|progress| format::percent(self.scene.language, progress));
        let number = known.unwrap_or_else(|| self.scene.m.no_data.to_owned());
        Measured { progress, expected, number }
    }

    fn health(&self, health: Health) -> Standing {
        let word = words::health(self.scene.m, health).to_owned();
        Standing { class: health.word(), mark: Mark::Shape(chart::shape(health)), word }
    }

    /// Health, or the outcome of a closed objective, or that it is a draft or cancelled.
    fn standing(&self, id: ObjectiveId) -> Standing {
        let (m, progress) = (self.scene.m, self.scene.site.progress.of(id));
        let (sign, class, word) = match (progress.state, progress.outcome) {
            (State::Closed | State::Cancelled, Some(outcome)) => {
                let sign = match outcome {
                    Outcome::Achieved => "✓",
                    Outcome::Partly => "◐",
                    Outcome::Missed | Outcome::Cancelled => "✕",
                    Outcome::Postponed if self.scene.language.is_rtl => "←",
                    Outcome::Postponed => "→",
                };
                (sign, outcome.word(), words::outcome(m, outcome))
            }
            (State::Draft, _) => ("◌", "draft", words::state(m, State::Draft)),
            (State::Cancelled, _) => ("✕", "cancelled", words::state(m, State::Cancelled)),
            _ => return self.health(progress.health),
        };
        Standing { class, mark: Mark::Sign(sign), word: word.to_owned() }
    }
}

impl Cell {
    /// How high the box must be for what stands in it.
    fn room(&self) -> i32 {
        let lines =
            |count: usize, line: i32| i32::try_from(count).unwrap_or(i32::MAX / 64).saturating_mul(line);
        let feet =
            usize::from(self.standing.is_some() || self.bar.is_some()) + usize::from(self.has_two_feet());
        let small = self.notes.len() + usize::from(self.is_suspect) + usize::from(self.left_out > 0) + feet;
        let foot = if self.bar.is_some() { FOOT } else { FOOT_WITHOUT_BAR };
        let titles = self.title.lines.len().max(1);
        PADDING + lines(titles, self.line) + lines(small, SMALL) + foot
    }

    /// Whether what is said of its standing and the number do not fit one line.
    pub(super) fn has_two_feet(&self) -> bool {
        let (Some(standing), Some(bar)) = (&self.standing, &self.bar) else { return false };
        !fits(&[&standing.word, " . ", &bar.number], SMALL_LETTERS + 1, WIDTH - INDENT - 2 * PADDING - MARK)
    }
}

fn single(cell: Cell) -> Block {
    Block { height: cell.height, cells: vec![cell] }
}

/// Some facts with dots between them, in at most three lines.
fn note(parts: &[String]) -> Vec<String> {
    wrap(&parts.join(" · "), SMALL_LETTERS, WIDTH - 2 * PADDING, 3).lines
}
