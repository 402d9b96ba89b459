//! The whole program on one screen: sources and a date in, a judged and planned handbook out.
//!
//! [`compile`] knows no path of the machine, no clock and no mode; the commands differ only in what they do with
//! its result. A [`Session`] compiles again and again, and remembers what stages made of what has not changed.

mod files;

pub use files::Content;

use crate::config::{self, Settings};
use crate::diagnostic::errors::{BROKEN_LINK, ERRORS};
use crate::diagnostic::{Finding, Report, did_you_mean};
use crate::lint;
use crate::model::{Audience, Date, Handbook};
use crate::page::{self, RulePage, Site};
use crate::progress::{self, Progress};
use crate::resolve::declare::{Declarations, declare};
use crate::resolve::targets::{Target, Targets};
use crate::resolve::{self, Surroundings, edition};
use crate::snapshot::{self, Snapshot};
use crate::text::{Source, SourceId, Sources};
use crate::theme::Theme;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

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
    /// Files below snapshots/, by path.
    pub snapshots: Vec<snapshot::File>,
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
    /// What was frozen, in the order of the chain; those with a finding are left out.
    pub snapshots: Vec<Snapshot>,
    /// The theme, ready to draw.
    pub theme: Theme,
    /// What the site holds as it is: everything in static/, and what prose of this edition shows of content/, and the logo. Path
    /// from the handbook's root.
    pub copied: Vec<String>,
    assets: Vec<String>,
    rules: Vec<RulePage>,
    options: Options,
}

impl Compiled {
    /// The site of this edition.
    pub fn site(&self) -> Site<'_> {
        let Compiled { handbook, progress, settings, sources, audience, assets, rules, .. } = self;
        Site::new(handbook, progress, settings, sources, *audience, assets, rules)
            .at(self.options.base_url.as_deref())
            .with_drafts(self.options.drafts)
    }
}

/// Reads, links, derives and judges a handbook, and makes the edition that was asked for.
///
/// The whole handbook is judged, internal goals included, so that findings are the same in every edition.
pub fn compile(inputs: Inputs) -> Compiled {
    Session::default().compile(inputs)
}

/// Compiles a handbook each time that it changes.
///
/// The same stages run as in [`compile`], and the result is the same; a pure stage whose input did not change
/// answers what it answered before.
#[derive(Debug, Default)]
pub struct Session {
    declared: HashMap<SourceId, (Arc<Source>, Arc<Declarations>)>,
    frozen: Frozen,
}

/// What was read of snapshots, and from which files.
#[derive(Clone, Debug, Default)]
struct Frozen {
    files: Vec<snapshot::File>,
    snapshots: Vec<Snapshot>,
    findings: Vec<Finding>,
}

impl Session {
    /// Compiles what a handbook is made of now. The sources of one session share their ids: they come from one
    /// [`disk::Session`](crate::disk::Session).
    pub fn compile(&mut self, inputs: Inputs) -> Compiled {
        let documents = self.declare(&inputs.sources, &inputs.content);
        if self.frozen.files != inputs.snapshots {
            let (snapshots, findings) = snapshot::read(&inputs.sources, &inputs.snapshots);
            self.frozen = Frozen { files: inputs.snapshots.clone(), snapshots, findings };
        }
        judged(inputs, documents, self.frozen.clone())
    }

    /// What each file says: read anew only where the text is new.
    fn declare(&mut self, sources: &Sources, content: &[SourceId]) -> Vec<Arc<Declarations>> {
        let before = &self.declared;
        let read = |&id: &SourceId| {
            let source = sources.share(id);
            match before.get(&id) {
                Some((known, declared)) if Arc::ptr_eq(known, &source) => (id, source, Arc::clone(declared)),
                _ => {
                    let declared = Arc::new(declare(&source));
                    (id, source, declared)
                }
            }
        };
        let all: Vec<_> = content.par_iter().map(read).collect();
        let documents = all.iter().map(|(_, _, declared)| Arc::clone(declared)).collect();
        self.declared = all.into_iter().map(|(id, source, declared)| (id, (source, declared))).collect();
        documents
    }
}

fn judged(inputs: Inputs, documents: Vec<Arc<Declarations>>, frozen: Frozen) -> Compiled {
    let Inputs { sources, settings, content: _, data, assets, theme_files, snapshots: _, options } = inputs;
    let Frozen { mut snapshots, mut findings, .. } = frozen;
    let settings = config::read(sources.get(settings), &lint::names().collect::<Vec<_>>(), &mut findings);
    let around = Surroundings { sources: &sources, data: &data, assets: &assets, drafts: options.drafts };
    let (whole, unlinked) = resolve::resolve(documents, around, &settings);
    findings.extend(unlinked);
    let as_of = options.as_of.or(settings.as_of).unwrap_or(options.today);
    let derived = progress::derive(&whole, &settings, as_of);
    let audience = options.audience.unwrap_or(settings.audience);
    if edition::differs(&whole, audience) {
        snapshot::withhold(&mut snapshots, &whole);
    }
    let rules = rule_pages(&settings);
    let (theme, broken) = Theme::load(&settings, &theme_files, &sources);
    findings.extend(broken);
    let site = Site::new(&whole, &derived, &settings, &sources, audience, &assets, &rules);
    findings.extend(missing_logo(&settings, &assets));
    findings.extend(on_pages(&site.with_drafts(options.drafts), &theme));
    let context = lint::Context {
        handbook: &whole,
        progress: &derived,
        settings: &settings,
        sources: &sources,
        snapshots: &snapshots,
    };
    let report = lint::judge(&context, findings);
    let copied = copied(&whole, &settings, &sources, &assets, audience);
    let (handbook, progress) = if edition::differs(&whole, audience) {
        let public = edition::public(&whole);
        let progress = progress::derive(&public, &settings, as_of);
        (public, progress)
    } else {
        (whole, derived)
    };
    Compiled {
        sources,
        settings,
        audience,
        handbook,
        progress,
        report,
        snapshots,
        theme,
        copied,
        assets,
        rules,
        options,
    }
}

/// The pages of all errors and lints, by name.
fn rule_pages(settings: &Settings) -> Vec<RulePage> {
    let errors = ERRORS.iter().map(|error| RulePage { name: error.name, level: None, docs: error.docs });
    let lints = lint::RULES.iter().map(|rule| RulePage {
        name: rule.name,
        level: Some(lint::level(settings, rule)),
        docs: rule.docs,
    });
    let mut pages: Vec<RulePage> = errors.chain(lints).collect();
    pages.sort_unstable_by_key(|page| page.name);
    pages
}

/// What is wrong with the pages of a site: two at one address, and templates that ask for what is not there.
fn on_pages(site: &Site, theme: &Theme) -> Vec<Finding> {
    let mut plan = page::plan(site);
    let collisions = std::mem::take(&mut plan.findings);
    collisions.into_iter().chain(theme.check(site, &plan)).collect()
}

/// The settings name a logo that is not there.
fn missing_logo(settings: &Settings, assets: &[String]) -> Option<Finding> {
    let logo = settings.logo.as_ref().filter(|logo| !assets.contains(&logo.value))?;
    let message = format!("there is no file `{}` in the handbook", logo.value.escape_debug());
    let help = did_you_mean(&logo.value, assets.iter().map(String::as_str));
    let help =
        help.or_else(|| Some("give its path from the handbook's root, such as `static/logo.svg`".to_owned()));
    Some(Finding::error(&BROKEN_LINK, logo.span, message).here("the logo").maybe_help(help))
}

/// The files that a site holds as they are, by path from the handbook's root.
fn copied(
    handbook: &Handbook,
    settings: &Settings,
    sources: &Sources,
    assets: &[String],
    audience: Audience,
) -> Vec<String> {
    let targets = Targets::new(handbook, sources, assets);
    let shown = handbook.prose.iter().filter(|prose| !prose.internal || audience == Audience::Internal);
    let mut copied: BTreeSet<String> = BTreeSet::new();
    for prose in shown {
        let links = prose.facts.links.iter().map(|link| &link.target);
        for target in links.chain(prose.facts.images.iter().map(|image| &image.target)) {
            if let Ok(Target::Asset(path)) = targets.follow(prose.span.source(), target) {
                copied.insert(path);
            }
        }
    }
    copied.extend(settings.logo.iter().map(|logo| logo.value.clone()));
    copied.extend(assets.iter().filter(|path| path.starts_with("static/")).cloned());
    copied.into_iter().collect()
}
