//! The whole program on one screen: sources and a date in, a judged and planned handbook out.
//!
//! [`compile`] knows no path of the machine, no clock and no mode; the commands differ only in what they do with
//! its result. A [`Session`] compiles again and again, and remembers what stages made of what has not changed.

mod claims;
mod files;
mod session;

pub use files::Content;
pub use session::Session;

use crate::config::{self, Settings};
use crate::diagnostic::errors::{BROKEN_LINK, ERRORS};
use crate::diagnostic::{Finding, Report, did_you_mean};
use crate::lint;
use crate::locale::Language;
use crate::model::{Audience, Date, Handbook};
use crate::page::{self, Index, Plan, RulePage, Site};
use crate::progress::{self, Progress};
use crate::resolve::declare::{Declarations, declare};
use crate::resolve::{self, Surroundings, edition};
use crate::snapshot::{self, Snapshot};
use crate::text::{Source, SourceId, Sources};
use crate::theme::Theme;
use rayon::prelude::*;
use session::Memo;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// Everything that a handbook is made of, as values.
#[derive(Clone, Debug)]
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
    /// The whole handbook, where this edition withholds something of it.
    pub whole: Option<Handbook>,
    /// What is derived of it.
    pub progress: Progress,
    /// Everything that was found in the whole handbook.
    pub report: Report,
    /// What was frozen up to *as of*, in the order of the chain; those with a finding are left out.
    pub snapshots: Vec<Snapshot>,
    /// The whole chain, with what was frozen later.
    pub chain: Vec<snapshot::About>,
    /// The language of the site.
    pub language: Arc<Language>,
    /// The theme, ready to draw.
    pub theme: Arc<Theme>,
    /// What the site holds as it is: everything in static/, and what prose of this edition shows of content/, and the logo. Path
    /// from the handbook's root.
    pub copied: Vec<String>,
    /// The day on which files were changed last, by path from the handbook's root; empty until somebody says it.
    pub changed: BTreeMap<String, Date>,
    assets: Vec<String>,
    rules: Vec<RulePage>,
    index: Arc<Index>,
    plan: OnceLock<Plan>,
    options: Options,
}

impl Compiled {
    /// The site of this edition.
    pub fn site(&self) -> Site<'_> {
        let Compiled {
            handbook, progress, settings, sources, audience, assets, rules, index, language, ..
        } = self;
        let index = Arc::clone(index);
        Site::new(handbook, progress, settings, sources, *audience, assets, rules, index, language)
            .at(self.options.base_url.as_deref())
            .with_drafts(self.options.drafts)
            .with_look(self.theme.look())
            .with_snapshots(&self.snapshots)
            .with_changes(&self.changed)
            .with_report(&self.report)
    }

    /// Its pages.
    pub fn plan(&self) -> &Plan {
        self.plan.get_or_init(|| page::plan(&self.site()))
    }
}

/// Reads, links, derives and judges a handbook, and makes the edition that was asked for.
///
/// The whole handbook is judged, internal goals included, so that findings are the same in every edition.
pub fn compile(inputs: Inputs) -> Compiled {
    let declare = |&file: &SourceId| Arc::new(declare(inputs.sources.get(file)));
    let documents = inputs.content.par_iter().map(declare).collect();
    run(inputs, documents, &mut Memo::default())
}

/// All stages. What `memo` remembers of a compilation before only saves time.
fn run(inputs: Inputs, documents: Vec<Arc<Declarations>>, memo: &mut Memo) -> Compiled {
    let Inputs { sources, settings, content: _, data, assets, theme_files, snapshots, options } = inputs;
    let written = sources.share(settings);
    let (mut snapshots, mut findings) = memo.snapshots(&sources, snapshots);
    let mut settings = config::read(&written, &lint::names().collect::<Vec<_>>(), &mut findings);
    let (theme, broken) = memo.theme((&mut settings, written), theme_files, &sources);
    let allowances = lint::allowances(&sources, &documents);
    let around = Surroundings { sources: &sources, data: &data, assets: &assets, drafts: options.drafts };
    let (whole, unlinked) = resolve::resolve(documents, around, &settings, &mut memo.linking);
    findings.extend(unlinked);
    let as_of = options.as_of.or(settings.as_of).unwrap_or(options.today);
    let derived = progress::derive_again(&whole, &settings, as_of, &mut memo.deriving);
    let audience = options.audience.unwrap_or(settings.audience);
    let chain = snapshot::look_back(&mut snapshots, as_of);
    let differs = edition::differs_again(&whole, audience, &mut memo.withholding);
    if differs {
        snapshot::withhold(&mut snapshots, &whole);
    }
    let rules = rule_pages(&settings);
    let (language, mute) = memo.language(&settings.language.value, &theme, &sources);
    findings.extend(broken.into_iter().chain(mute).chain(unfounded(&settings, &sources, &assets)));
    let index = Index::again(&whole, &mut memo.indexing);
    let shared = Arc::clone(&index);
    let site = Site::new(&whole, &derived, &settings, &sources, audience, &assets, &rules, shared, &language)
        .at(options.base_url.as_deref())
        .with_drafts(options.drafts)
        .with_look(theme.look())
        .with_snapshots(&snapshots);
    let context = lint::Context {
        handbook: &whole,
        progress: &derived,
        settings: &settings,
        sources: &sources,
        snapshots: &snapshots,
        language: &language,
    };
    let ((plan, of_pages, more_sources), (linted, copied)) =
        rayon::join(|| on_pages(&site, &theme), || (lint::look(&context), copied(&site)));
    findings.extend(of_pages.into_iter().chain(linted));
    let context = lint::Context { sources: more_sources.as_ref().unwrap_or(&sources), ..context };
    let report = lint::judge(&context, findings, allowances);
    let (handbook, whole, progress, index, plan) = if differs {
        let public = edition::public(&whole);
        let progress = progress::derive(&public, &settings, as_of);
        let index = Arc::new(Index::of(&public));
        (public, Some(whole), progress, index, OnceLock::new())
    } else {
        (whole, None, derived, index, OnceLock::from(plan))
    };
    Compiled {
        sources: more_sources.unwrap_or(sources),
        settings,
        audience,
        handbook,
        whole,
        progress,
        report,
        snapshots,
        chain,
        language,
        theme,
        copied,
        changed: BTreeMap::new(),
        assets,
        rules,
        index,
        plan,
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

/// The pages of a site, and what is wrong with them: two at one address, templates that ask for what is not there, and
/// files that want the place of others, with all texts where that adds some.
fn on_pages(site: &Site, theme: &Theme) -> (Plan, Vec<Finding>, Option<Sources>) {
    let mut plan = page::plan(site);
    let mut findings = std::mem::take(&mut plan.findings);
    let disputes = claims::look(site, &plan, theme);
    findings.extend(disputes.findings.into_iter().chain(theme.check(site, &plan)));
    (plan, findings, disputes.sources)
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

/// What the settings say of files that are not there: a logo, and what should be hidden.
fn unfounded<'a>(
    settings: &'a Settings,
    sources: &'a Sources,
    assets: &'a [String],
) -> impl Iterator<Item = Finding> + 'a {
    let files = || sources.iter().map(Source::path).chain(assets.iter().map(String::as_str));
    let below = move || files().filter_map(|path| path.strip_prefix("content/"));
    let patterns = settings.visibility.iter().filter_map(move |rule| rule.misplaced(below()));
    missing_logo(settings, assets).into_iter().chain(patterns)
}

/// The files that a site holds as they are, by path from the handbook's root.
fn copied(site: &Site) -> Vec<String> {
    let shown = files::shown(site).filter(|(_, is_public)| *is_public || site.audience == Audience::Internal);
    shown.map(|(path, _)| path.to_owned()).collect::<BTreeSet<String>>().into_iter().collect()
}
