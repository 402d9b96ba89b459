//! The pictures that are shown where a link to the site is shared: the mission with the progress of the running cycle,
//! and each cycle with its own.
//!
//! Whoever shows them asks for a full address, so there are none where the site's public address is not known. A
//! picture has no title in a script that its font does not have: then there is no picture at all.

mod canvas;
mod lettering;

use super::{Beside, File};
use crate::model::{CycleId, SitePath};
use crate::page::parts::percent_or_dash;
use crate::page::{Plan, Planned, Scene, Site, Subject, address};
use canvas::{Canvas, Shade};
use lettering::{Lettering, drawable};
use rayon::prelude::*;
use serde::Serialize;

pub(super) static BESIDE: Beside = Beside { folder: None, owns, make };

/// What each picture is called, beside its page.
const NAME: &str = "picture.png";
/// How large it is: what all who show such pictures take.
const WIDTH: usize = 1200;
const HEIGHT: usize = 630;
/// The empty edge around what is drawn.
const EDGE: usize = 84;

/// A picture that stands for a page where it is shared.
#[derive(Clone, Debug, Serialize)]
pub struct Picture {
    /// Its full public address.
    pub address: String,
    /// How wide it is, in pixels.
    pub width: usize,
    /// How high it is, in pixels.
    pub height: usize,
    /// What it shows, in words.
    pub alt: String,
}

/// What is drawn.
struct Sketch {
    address: SitePath,
    /// Whose handbook it is.
    over: Option<String>,
    title: String,
    /// What the progress is of.
    label: Option<String>,
    /// The progress, and what is expected today.
    progress: Option<(f64, Option<f64>)>,
    /// The progress as text.
    percent: String,
}

fn owns(path: &str) -> bool {
    let cycle = path.strip_prefix("cycles/").and_then(|path| path.split_once('/'));
    cycle.map_or(path, |(_, name)| name) == NAME
}

fn make(site: &Site, plan: &Plan) -> Vec<File> {
    if site.base_url.is_none() {
        return Vec::new();
    }
    let sketches = plan.pages.par_iter().filter_map(|page| sketch(site, plan, page));
    sketches.map(|sketch| File { bytes: draw(site, &sketch), address: sketch.address }).collect()
}

/// The picture of the site as a whole, for all pages that have none of their own.
pub(in crate::page) fn of_site(site: &Site, plan: &Plan) -> Option<Picture> {
    let home = plan.find(&address::home())?;
    of_page(site, plan, home)
}

/// The picture of a page, where it has one of its own.
pub(in crate::page) fn of_page(site: &Site, plan: &Plan, page: &Planned) -> Option<Picture> {
    let base = site.base_url?;
    let Sketch { address, title, label, progress, percent, .. } = sketch(site, plan, page)?;
    let path = address::home().link_to(&address);
    let mut alt = title;
    for part in label.into_iter().chain(progress.map(|_| percent)) {
        alt.push_str(" · ");
        alt.push_str(&part);
    }
    Some(Picture { address: format!("{base}{path}"), width: WIDTH, height: HEIGHT, alt })
}

/// What the picture of a page shows; nothing where it has none.
fn sketch(site: &Site, plan: &Plan, page: &Planned) -> Option<Sketch> {
    match (page.kind.name, &page.subject) {
        ("home", _) => {
            let scene = Scene::new(site, plan, page);
            let mission = site.handbook.mission.as_ref().map(|mission| &mission.statement.value);
            let title = drawable(mission.unwrap_or(&site.settings.title))?;
            let over = site.settings.organization.as_ref().unwrap_or(&site.settings.title);
            let cycle = site.cycles_in_view().first().copied();
            let named = |id: CycleId| format!("{} · {}", site.handbook[id].title, scene.cycle_day(id));
            Some(Sketch {
                address: SitePath::new([NAME])?,
                over: drawable(over).filter(|over| *over != title),
                title,
                label: cycle.and_then(|id| drawable(&named(id))),
                ..measured(&scene, cycle)
            })
        }
        ("cycle", &Subject::Cycle(id)) => {
            let scene = Scene::new(site, plan, page);
            let folder = page.address.as_str().strip_suffix("index.html")?;
            let coverage = scene.coverage(site.progress.of_cycle(id).coverage);
            let day = scene.cycle_day(id);
            let label = coverage.map_or(day.clone(), |coverage| format!("{day} · {coverage}"));
            Some(Sketch {
                address: SitePath::new(folder.trim_end_matches('/').split('/').chain([NAME]))?,
                over: drawable(&site.settings.title),
                title: drawable(&site.handbook[id].title)?,
                label: drawable(&label),
                ..measured(&scene, Some(id))
            })
        }
        _ => None,
    }
}

/// The progress of a cycle; nothing where nothing is known.
fn measured(scene: &Scene, cycle: Option<CycleId>) -> Sketch {
    let of = cycle.map(|id| scene.site.progress.of_cycle(id));
    let known = of.filter(|of| of.coverage.reported > 0).and_then(|of| Some((of.progress?, of.expected)));
    Sketch {
        address: address::home(),
        over: None,
        title: String::new(),
        label: None,
        percent: percent_or_dash(scene.language, known.map(|(progress, _)| progress)),
        progress: known,
    }
}

/// The bytes of the picture.
fn draw(site: &Site, sketch: &Sketch) -> Vec<u8> {
    const SMALL: f32 = 34.0;
    const NUMBER: f32 = 64.0;
    let mut canvas = Canvas::new(WIDTH, HEIGHT, site.look.accent);
    let width = WIDTH - 2 * EDGE;
    canvas.fill(0, 0, 20, HEIGHT, Shade::ACCENT);
    let mut top = EDGE;
    if let Some(over) = &sketch.over {
        let line = Lettering::cut(over, SMALL, width as f32);
        line.draw(&mut canvas, EDGE as f32, top as f32 + SMALL, Shade::MUTED);
        top += 64;
    }
    // The foot: what is measured at the left, the number at the right, the bar below.
    let bar = HEIGHT - EDGE - 14;
    let mut room = width as f32;
    if let Some((progress, expected)) = sketch.progress {
        if let Some(percent) = drawable(&sketch.percent) {
            let number = Lettering::cut(&percent, NUMBER, width as f32);
            room -= number.width() + 40.0;
            let left = (WIDTH - EDGE) as f32 - number.width();
            number.draw(&mut canvas, left, bar as f32 - 24.0, Shade::INK);
        }
        let share = |ratio: f64| (ratio.clamp(0.0, 1.0) * width as f64).round() as usize;
        canvas.fill(EDGE, bar, width, 14, Shade::HAIR);
        canvas.fill(EDGE, bar, share(progress), 14, Shade::INK);
        if let Some(expected) = expected {
            canvas.fill(EDGE + share(expected).saturating_sub(4), bar - 6, 4, 26, Shade::ACCENT);
        }
    }
    if let Some(label) = &sketch.label {
        let line = Lettering::cut(label, SMALL, room);
        line.draw(&mut canvas, EDGE as f32, bar as f32 - 24.0, Shade::MUTED);
    }
    let below = if sketch.label.is_some() || sketch.progress.is_some() { bar - 100 } else { HEIGHT - EDGE };
    for line in Lettering::set(&sketch.title, width as f32, (below - top) as f32) {
        top += line.leading() as usize;
        line.draw(&mut canvas, EDGE as f32, top as f32 - line.leading() * 0.2, Shade::INK);
    }
    canvas.png()
}

#[cfg(test)]
mod tests;
