//! The map: goals as boxes from the mission to the key results, and lines for what serves what.
//!
//! [`Chosen`] says which goals, `block` what each box holds, [`layout`] where it stands, `draw` writes the SVG. All of
//! it happens while building: the drawing needs no script. A list of the lines that the tree does not show stands
//! below it, so that map and tree say the same to those who cannot see it.
//!
//! | class | what it marks |
//! | --- | --- |
//! | `map-box` > `map-tools`, `map-view` | buttons for a script, the region that scrolls |
//! | `map` > `drawn` | the drawing; what is in it is told apart below it, so that sheets of paper can show it again |
//! | `drawn` > `head` `lane` `rule` | names of columns and lanes |
//! | `drawn` > `place` `also` `own`, with `suspect` and `sign` | lines: a goal's place, further contributions, key results; dashed where the upper goal has changed |
//! | `drawn` > `mission` `pillar` `objective` `key-result`, with `draft` | boxes: links with `box` `title` `note` `doubt` `number` `track` `fill` `expected` `empty` |
//!
//! `themes/default/assets/map.css` styles them, `map.js` lets people zoom.

mod block;
mod chosen;
mod draw;
mod graph;
mod layout;
mod path;
mod sheets;
mod wrap;

pub(super) use chosen::Chosen;

use super::{Html, Scene, chart};
use crate::model::CycleId;
use block::Blocks;
use graph::{Map, Tie};

/// What every map begins with.
pub(super) const BOX: &str = "<div class=\"map-box\">";

/// The map of some goals, in a region that scrolls, with what its lines mean. `label` names it for those who
/// listen, `id` tells it apart from other maps of its page.
pub(super) fn push_map(html: &mut Html, scene: &Scene, chosen: &Chosen, label: &str, id: &str) {
    let suspect = graph::suspect(scene.site, chosen);
    let suspects = suspect.iter().map(|(goal, _)| *goal).collect();
    let blocks = Blocks { scene, chosen, suspects, says_cycle: !is_one_cycle(scene, chosen) };
    let map = graph::map(&blocks, chosen, &suspect);
    let layout = layout::layout(&map.graph);
    html.raw(BOX);
    tools(html, scene);
    html.raw("<div class=\"map-view\" role=\"region\" tabindex=\"0\"")
        .attribute("aria-label", label)
        .raw(">");
    draw::draw(html, scene, &map, &layout, label, id);
    html.raw("</div>");
    legend(html, scene, &map);
    notes(html, scene, chosen, &map);
    other_lines(html, scene, &map);
    html.raw("</div>");
}

/// Buttons for a script, which shows them.
fn tools(html: &mut Html, scene: &Scene) {
    let m = scene.m;
    html.raw("<p class=\"map-tools\" hidden>");
    for (zoom, sign, key, word) in
        [("in", "+", "+", m.map_zoom_in), ("out", "−", "−", m.map_zoom_out), ("fit", "", "0", m.map_zoom_fit)]
    {
        html.raw("<button type=\"button\"").attribute("data-zoom", zoom);
        html.attribute("title", &format!("{word} ({key})")).raw(">");
        if sign.is_empty() {
            html.text(word);
        } else {
            html.raw("<span aria-hidden=\"true\">").text(sign);
            html.raw("</span><span class=\"visually-hidden\">").text(word).raw("</span>");
        }
        html.raw("</button>");
    }
    html.raw("</p>");
}

/// Whether all objectives are of one cycle, so that boxes need not name it.
fn is_one_cycle(scene: &Scene, chosen: &Chosen) -> bool {
    let mut cycles: Vec<Option<CycleId>> = Vec::new();
    for &id in &chosen.objectives {
        let cycle = scene.site.handbook[id].cycle.map(|cycle| cycle.value);
        if !cycles.contains(&cycle) {
            cycles.push(cycle);
        }
        if cycles.len() > 1 {
            return false;
        }
    }
    true
}

/// What the lines mean, as far as there are such lines.
fn legend(html: &mut Html, scene: &Scene, map: &Map) {
    let m = scene.m;
    let lines = || map.graph.lines.iter().zip(&map.ties);
    let mut kinds = Vec::new();
    if lines().any(|(line, _)| line.is_main) {
        kinds.push(("<path class=\"place\" d=\"M0 6H28\"/>", m.map_line_place));
    }
    if lines().any(|(line, _)| !line.is_main) {
        kinds.push(("<path class=\"also\" d=\"M0 6H28\"/>", m.map_line_also));
    }
    if lines().any(|(_, tie)| tie.is_suspect) {
        let sample =
            "<path class=\"place suspect\" d=\"M0 6H28\"/><path class=\"sign\" d=\"M14 1l5 5-5 5-5-5z\"/>";
        kinds.push((sample, m.map_line_suspect));
    }
    if !kinds.is_empty() {
        chart::push_legend(html, &kinds);
    }
}

/// What is left out.
fn notes(html: &mut Html, scene: &Scene, chosen: &Chosen, map: &Map) {
    let m = scene.m;
    let (drawn, all) = chosen.counts();
    if drawn < all {
        html.raw("<p class=\"small\">").say(&m.map_left_out(all, drawn)).raw("</p>");
    }
    if chosen.is_large {
        html.raw("<p class=\"small\">").text(m.tree_without_key_results).raw("</p>");
    }
    if map.lines_left_out > 0 {
        html.raw("<p class=\"small\">").say(&m.map_lines_left_out(map.lines_left_out)).raw("</p>");
    }
}

/// The lines that the tree does not show, as a list.
fn other_lines(html: &mut Html, scene: &Scene, map: &Map) {
    let is_other = |(line, tie): &(&layout::Line, &Tie)| !line.is_main || tie.is_suspect;
    let mut others = map.graph.lines.iter().zip(&map.ties).filter(is_other).map(|(_, tie)| tie).peekable();
    if others.peek().is_none() {
        return;
    }
    html.raw("<details class=\"contents\"><summary>")
        .text(scene.m.map_other_lines)
        .raw("</summary><ul class=\"plain\">");
    for tie in others {
        html.raw("<li>").html(&scene.goal(tie.below)).raw(" <small>").text(scene.m.map_leads_to);
        html.raw("</small> ").html(&scene.goal(tie.above));
        if tie.is_suspect {
            html.raw(" <small>◇ ").text(scene.m.map_suspect).raw("</small>");
        }
        html.raw("</li>");
    }
    html.raw("</ul></details>");
}
