//! The map as SVG. Columns follow the direction of reading; boxes are links, in the order in which they are read.

mod boxes;
mod pen;

use super::block::{INDENT, LEVEL, WIDTH};
use super::graph::{BACKLOG, Map, UNALIGNED};
use super::layout::{Layout, Line, Place, Route};
use super::path::{self, Point};
use super::sheets;
use crate::model::Goal;
use crate::page::chart::ink;
use crate::page::html::escape;
use crate::page::{Html, Scene};

/// The height of a lane's name and what stands in it.
const LANE_NAME: i32 = 64;
/// Between columns, for lines.
const CORRIDOR: i32 = 54;
/// Above the columns, for their names.
const HEAD: i32 = 34;
/// At the edges, so that thick lines and focus rings are whole.
const EDGE: i32 = 4;
/// How far from its column the lines of the tree turn, and how far apart those of one block do.
const TURN: i32 = 16;
const APART: i32 = 6;
/// The room in a corridor for lines of one block that turn.
const TURNS: i32 = 26;

/// Appends the drawing of a map. `label` names it for those who listen, `id` for the sheets that show parts of it.
pub(super) fn draw(html: &mut Html, scene: &Scene, map: &Map, layout: &Layout, label: &str, id: &str) {
    let columns = i32::try_from(layout.layers).unwrap_or(1).max(1);
    let width = columns * (WIDTH + CORRIDOR) - CORRIDOR + 2 * EDGE;
    html.buffer().reserve(1024 + map.graph.nodes.len() * 1024);
    let exits = exits(map);
    let mut pen = Pen { scene, map, layout, exits: &exits, width, out: html.buffer() };
    pen.open(label, id);
    pen.heads();
    pen.lanes();
    for (index, line) in map.graph.lines.iter().enumerate() {
        pen.line(index, line, &layout.routes[index]);
    }
    for &node in &layout.reading {
        pen.block(node);
    }
    pen.out.push_str("</g></svg>");
    pen.sheets(id);
}

/// At which heights the lines of the tree leave each block, from the top down.
fn exits(map: &Map) -> Vec<Vec<i32>> {
    let mut exits = vec![Vec::new(); map.blocks.len()];
    for line in map.graph.lines.iter().filter(|line| line.is_main) {
        exits[line.from].push(line.exit);
    }
    for heights in &mut exits {
        heights.sort_unstable();
        heights.dedup();
    }
    exits
}

struct Pen<'a> {
    scene: &'a Scene<'a>,
    map: &'a Map,
    layout: &'a Layout,
    exits: &'a [Vec<i32>],
    width: i32,
    out: &'a mut String,
}

impl Pen<'_> {
    fn open(&mut self, label: &str, id: &str) {
        let height = self.layout.height + HEAD + EDGE;
        let is_rtl = self.scene.language.is_rtl;
        for (before, number) in [
            ("<svg class=\"map\" width=\"", self.width),
            ("\" height=\"", height),
            ("\" viewBox=\"0 0 ", self.width),
            (" ", height),
        ] {
            self.out.push_str(before);
            ink::int(self.out, i64::from(number));
        }
        self.out.push_str("\" role=\"group\" aria-label=\"");
        escape(label, self.out);
        self.out.push_str("\"><desc>");
        escape(self.scene.m.map_text, self.out);
        self.out.push_str("</desc><g id=\"");
        self.out.push_str(id);
        self.out.push_str(if is_rtl {
            "\" class=\"drawn\" direction=\"rtl\">"
        } else {
            "\" class=\"drawn\">"
        });
    }

    /// The same once more for paper, where it does not fit one sheet.
    fn sheets(&mut self, id: &str) {
        let places =
            self.layout.reading.iter().map(|&node| (&self.map.blocks[node], self.layout.places[node]));
        let mut boxes: Vec<(i32, i32)> = places
            .flat_map(|(block, place)| {
                block.cells.iter().map(move |cell| (place.top + HEAD + cell.top, cell.height))
            })
            .map(|(top, height)| (top, top + height))
            .collect();
        boxes.extend(self.layout.lanes.iter().map(|(_, top)| (top + HEAD, top + HEAD + LANE_NAME)));
        let sheets = sheets::sheets(self.width, self.layout.height + HEAD + EDGE, &boxes);
        if sheets.len() < 2 {
            return;
        }
        self.out.push_str("<div class=\"map-sheets\" hidden>");
        for (start, height) in sheets {
            self.out.push_str("<svg class=\"map\" viewBox=\"0 ");
            for (number, after) in [(start, " "), (self.width, " "), (height, "\"><use href=\"#")] {
                ink::int(self.out, i64::from(number));
                self.out.push_str(after);
            }
            self.out.push_str(id);
            self.out.push_str("\"/></svg>");
        }
        self.out.push_str("</div>");
    }

    /// The name of each column that has one, above a hairline.
    fn heads(&mut self) {
        let m = self.scene.m;
        let first = |is_it: fn(Goal) -> bool| {
            let blocks = self.map.blocks.iter().zip(&self.layout.places);
            let of_kind = blocks.filter(|(block, _)| is_it(block.cells[0].goal));
            of_kind.map(|(_, place)| place.layer).min()
        };
        let heads = [
            (m.mission, first(|goal| goal == Goal::Mission)),
            (m.pillars, first(|goal| matches!(goal, Goal::Pillar(_)))),
            (m.objectives, first(|goal| matches!(goal, Goal::Objective(_)))),
        ];
        let mut end = self.layout.layers;
        for (head, layer) in heads.into_iter().rev() {
            let Some(layer) = layer else { continue };
            let (from, to) = (column(layer), column(end) - CORRIDOR);
            self.out.push_str("<path class=\"rule\" d=\"");
            path::corners(self.out, &[self.at((from, HEAD - 10)), self.at((to, HEAD - 10))]);
            self.out.push_str("\"/>");
            self.text("head", from, HEAD - 16, false, head);
            end = layer;
        }
    }

    /// The name of each lane, above a hairline, and what stands in it.
    fn lanes(&mut self) {
        let m = self.scene.m;
        for &(lane, top) in &self.layout.lanes {
            let (name, about) = match lane {
                UNALIGNED => (m.unaligned, m.unaligned_text),
                BACKLOG => (m.backlog, m.backlog_text),
                _ => continue,
            };
            let top = top + HEAD + 22;
            let end = self.width - EDGE;
            self.out.push_str("<path class=\"rule\" d=\"");
            path::corners(self.out, &[self.at((EDGE, top)), self.at((end, top))]);
            self.out.push_str("\"/>");
            self.text("lane", EDGE, top + 25, false, name);
            self.text("note", EDGE, top + 43, false, about);
        }
    }

    /// The line from a goal to one that serves it.
    fn line(&mut self, index: usize, line: &Line, route: &Route) {
        let is_main = line.is_main && !route.is_back;
        let (early, late) = if route.is_back { (line.to, line.from) } else { (line.from, line.to) };
        let (exit, entry) = if route.is_back { (line.entry, line.exit) } else { (line.exit, line.entry) };
        let (early, late) = (self.layout.places[early], self.layout.places[late]);
        let inward = if entry > LEVEL && !is_main && !route.is_back && self.ends_at_key_result(index) {
            INDENT
        } else {
            0
        };
        let start = (column(early.layer) + WIDTH, early.top + exit + HEAD);
        let end = (column(late.layer) + inward, late.top + entry + HEAD);
        let is_suspect = self.map.ties[index].is_suspect;
        self.out.push_str("<path class=\"");
        self.out.push_str(match (is_main, is_suspect) {
            (true, false) => "place",
            (true, true) => "place suspect",
            (false, false) => "also",
            (false, true) => "also suspect",
        });
        self.out.push_str("\" d=\"");
        let points = if is_main {
            self.with_corners(line, start, end, early, route)
        } else {
            with_swings(start, end, early, route)
        };
        let points: Vec<Point> = points.into_iter().map(|point| self.at(point)).collect();
        if is_main {
            path::corners(self.out, &points);
        } else {
            let pieces: Vec<(Point, Point)> =
                points.chunks_exact(2).map(|piece| (piece[0], piece[1])).collect();
            path::curve(self.out, &pieces);
        }
        self.out.push_str("\"/>");
        if is_suspect {
            let (x, y) = self.at((end.0 - 9, end.1));
            self.out.push_str("<path class=\"sign\" d=\"M");
            ink::int(self.out, i64::from(x));
            self.out.push(' ');
            ink::int(self.out, i64::from(y - 5));
            self.out.push_str("l5 5-5 5-5-5z\"/>");
        }
    }

    fn ends_at_key_result(&self, index: usize) -> bool {
        matches!(self.map.ties[index].below, Goal::KeyResult(_))
    }

    /// The corners of a line of the tree: it turns right behind its column, those that begin lower first, so that
    /// lines of one block do not cross.
    fn with_corners(&self, line: &Line, start: Point, end: Point, early: Place, route: &Route) -> Vec<Point> {
        let exits = &self.exits[line.from];
        let below = exits.iter().filter(|&&exit| exit > line.exit).count();
        let count = i32::try_from(exits.len()).unwrap_or(1).max(1);
        let apart = APART.min(TURNS / count).max(1);
        let turn = (TURN + i32::try_from(below).unwrap_or(0) * apart).min(CORRIDOR - 8);
        let mut points = vec![start, (start.0 + turn, start.1)];
        for (layer, bend) in (early.layer + 1..).zip(&route.bends) {
            let height = bend + HEAD;
            let last = points[points.len() - 1].0;
            points.push((last, height));
            points.push((column(layer) + WIDTH + CORRIDOR - 10, height));
        }
        let last = points[points.len() - 1].0;
        points.push((last, end.1));
        points.push(end);
        points
    }
}

/// Where a column begins.
fn column(layer: usize) -> i32 {
    EDGE + i32::try_from(layer).unwrap_or(0) * (WIDTH + CORRIDOR)
}

/// Both ends of each swing of a line beside those of the tree.
fn with_swings(start: Point, end: Point, early: Place, route: &Route) -> Vec<Point> {
    let mut points = vec![start];
    for (layer, bend) in (early.layer + 1..).zip(&route.bends) {
        points.push((column(layer), bend + HEAD));
        points.push((column(layer) + WIDTH, bend + HEAD));
    }
    points.push(end);
    points
}
