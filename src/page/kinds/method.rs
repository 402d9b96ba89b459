//! The method: bands, pars and cadences in force, generated from the settings, so that the rules people read and
//! the rules that are applied cannot disagree.

use super::{Kind, titled};
use crate::config::Bands;
use crate::locale::Arg;
use crate::model::Ambition;
use crate::page::{Html, chart};
use crate::page::{Plan, Scene, Shown, Site, Subject, address, format, words};
use crate::progress::Health;
use serde::Serialize;

pub(super) static KIND: Kind =
    Kind { name: "method", template: "method.html", section: "method", plan, view };

fn plan(site: &Site, plan: &mut Plan) {
    let title = titled(site, &[site.messages.method]);
    plan.add(&KIND, address::section("method"), Subject::Handbook, title, None);
}

/// What the template of the method reads.
#[derive(Debug, Serialize)]
struct Method {
    /// Each health with what decides it.
    pace: Vec<PaceBand>,
    /// Each ambition with its par and outcome bands.
    ambitions: Vec<AmbitionBands>,
    /// The cadence where a cycle says nothing.
    cadence: String,
    /// The address of the list of rules.
    rules: String,
}

/// A health and the gap that decides it.
#[derive(Debug, Serialize)]
struct PaceBand {
    /// The health as word and shape.
    health: Html,
    /// What decides it.
    gap: String,
}

/// What an ambition asks for.
#[derive(Debug, Serialize)]
struct AmbitionBands {
    /// Its word.
    name: String,
    /// How much of the expected a goal must have to be on its pace.
    par: String,
    /// The score from which it is achieved.
    achieved: String,
    /// The score from which it is partly achieved.
    partly: String,
}

fn view(scene: &Scene) -> Shown {
    let (m, language, settings) = (scene.m, scene.language, scene.site.settings);
    let band = |health, gap: String| PaceBand { health: chart::health(m, health), gap };
    let gap = |gap: f64| m.gap_at_most(Arg::Percent(gap)).to_string();
    let bands = |ambition: Ambition, par: f64, bands: Bands| AmbitionBands {
        name: words::ambition(m, ambition).to_owned(),
        par: format::percent(language, par),
        achieved: format::score(language, bands.achieved),
        partly: format::score(language, bands.partly),
    };
    let view = Method {
        pace: vec![
            band(Health::OnTrack, gap(settings.pace.on_track)),
            band(Health::AtRisk, gap(settings.pace.at_risk)),
            band(Health::OffTrack, m.gap_beyond.to_owned()),
        ],
        ambitions: vec![
            bands(Ambition::Aspirational, settings.pace.aspirational, settings.outcome.aspirational),
            bands(Ambition::Committed, settings.pace.committed, settings.outcome.committed),
        ],
        cadence: words::cadence(m, settings.check_in_every),
        rules: scene.links.to(&address::rules()),
    };
    let description = format!("{}: {}", settings.title, m.method_text);
    Shown { heading: m.method.to_owned(), description, sight: scene.sight_at_top(), view: Box::new(view) }
}
