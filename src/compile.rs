//! The whole program on one screen: sources and a date in, a judged and planned handbook out.
//!
//! [`compile`] knows no path of the machine, no clock and no mode; the commands differ only in what they do with
//! its result.

use crate::config::{self, Settings};
use crate::diagnostic::Report;
use crate::lint;
use crate::model::{Audience, Date, Handbook};
use crate::progress::{self, Progress};
use crate::resolve::{self, Surroundings, declare::declare, edition};
use crate::text::{SourceId, Sources};
use rayon::prelude::*;

/// Everything that a handbook is made of, as values.
#[derive(Debug)]
pub struct Inputs {
    /// All texts: settings, content, data, and the templates of the handbook's own themes.
    pub sources: Sources,
    /// okrbook.yaml.
    pub settings: SourceId,
    /// YAML and Markdown files below content/, by path.
    pub content: Vec<SourceId>,
    /// CSV files below data/ and everywhere else a `data:` key may point, by path.
    pub data: Vec<SourceId>,
    /// Paths from the handbook's root of all other files below content/ (pictures and the like) and static/.
    pub assets: Vec<String>,
    /// Files of the handbook's own themes: path below themes/ and bytes.
    pub theme_files: Vec<(String, Vec<u8>)>,
    /// What the command line says, with the clock's answer where it is silent.
    pub options: Options,
}

/// What the command line says about a compilation.
#[derive(Clone, Debug)]
pub struct Options {
    /// `--as-of`.
    pub as_of: Option<Date>,
    /// What counts where neither the command line nor the settings say a date: SOURCE_DATE_EPOCH, else today.
    pub today: Date,
    /// `--audience`.
    pub audience: Option<Audience>,
    /// `--base-url`.
    pub base_url: Option<String>,
    /// `--drafts`.
    pub drafts: bool,
}

/// A compiled handbook: judged whole, and derived for one edition.
#[derive(Debug)]
pub struct Compiled {
    /// The texts that spans point into.
    pub sources: Sources,
    /// The settings in force.
    pub settings: Settings,
    /// For whom this edition is.
    pub audience: Audience,
    /// The handbook of this edition.
    pub handbook: Handbook,
    /// What is derived of it.
    pub progress: Progress,
    /// Everything that was found in the whole handbook.
    pub report: Report,
}

/// Reads, links, derives and judges a handbook, and makes the edition that was asked for.
///
/// The whole handbook is judged, internal goals included, so that findings are the same in every edition.
pub fn compile(inputs: Inputs) -> Compiled {
    let Inputs { sources, settings, content, data, assets, options, .. } = inputs;
    let mut findings = Vec::new();
    let settings = config::read(sources.get(settings), &lint::names().collect::<Vec<_>>(), &mut findings);
    let documents = content.par_iter().map(|&file| declare(sources.get(file))).collect();
    let around = Surroundings { sources: &sources, data: &data, assets: &assets, drafts: options.drafts };
    let (whole, unlinked) = resolve::resolve(documents, around, &settings);
    findings.extend(unlinked);
    let as_of = options.as_of.or(settings.as_of).unwrap_or(options.today);
    let derived = progress::derive(&whole, &settings, as_of);
    let context =
        lint::Context { handbook: &whole, progress: &derived, settings: &settings, sources: &sources };
    let report = lint::judge(&context, findings);
    let audience = options.audience.unwrap_or(settings.audience);
    let (handbook, progress) = if edition::differs(&whole, audience) {
        let public = edition::public(&whole);
        let progress = progress::derive(&public, &settings, as_of);
        (public, progress)
    } else {
        (whole, derived)
    };
    Compiled { sources, settings, audience, handbook, progress, report }
}
