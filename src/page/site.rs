//! Everything that pages show, by reference.

use super::messages::{ENGLISH, Messages};
use super::{Index, format};
use crate::config::{LintLevel, Settings};
use crate::model::{Audience, Date, Handbook};
use crate::progress::Progress;
use crate::resolve::targets::Targets;
use crate::text::Sources;

/// The page of a rule: what `okrbook explain` says.
#[derive(Clone, Copy, Debug)]
pub struct RulePage {
    /// Name of the error or lint.
    pub name: &'static str,
    /// The level at which it speaks; none for errors, which nothing silences.
    pub level: Option<LintLevel>,
    /// Its Markdown page.
    pub docs: &'static str,
}

/// One edition of a handbook with everything derived of it.
pub struct Site<'a> {
    /// The handbook of this edition.
    pub handbook: &'a Handbook,
    /// What is derived of it.
    pub progress: &'a Progress,
    /// The settings in force.
    pub settings: &'a Settings,
    /// The texts.
    pub sources: &'a Sources,
    /// For whom this edition is.
    pub audience: Audience,
    /// All rules, sorted by name.
    pub rules: &'a [RulePage],
    /// The public address of the site, ending in `/`, where it is known.
    pub base_url: Option<&'a str>,
    /// Whether handbook pages that are drafts are shown.
    pub drafts: bool,
    /// Where links in prose lead.
    pub targets: Targets<'a>,
    /// Who belongs to whom.
    pub index: Index,
    /// The words of the interface.
    pub messages: &'static Messages,
}

impl<'a> Site<'a> {
    /// Puts an edition together. `assets` are the paths from the handbook's root of pictures and other files below
    /// content/ and static/; `rules` are sorted by name.
    pub fn new(
        handbook: &'a Handbook,
        progress: &'a Progress,
        settings: &'a Settings,
        sources: &'a Sources,
        audience: Audience,
        assets: &'a [String],
        rules: &'a [RulePage],
    ) -> Site<'a> {
        Site {
            handbook,
            progress,
            settings,
            sources,
            audience,
            rules,
            base_url: settings.base_url.as_deref(),
            drafts: false,
            targets: Targets::new(handbook, sources, assets),
            index: Index::of(handbook),
            messages: &ENGLISH,
        }
    }

    /// The site at another public address than the settings say.
    #[must_use]
    pub fn at(mut self, base_url: Option<&'a str>) -> Self {
        self.base_url = base_url.or(self.base_url);
        self
    }

    /// With the handbook pages that are drafts.
    #[must_use]
    pub fn with_drafts(mut self, drafts: bool) -> Self {
        self.drafts = drafts;
        self
    }

    /// The day on which everything holds.
    pub fn as_of(&self) -> Date {
        self.progress.as_of
    }

    /// That day, written out.
    pub fn as_of_text(&self) -> String {
        format::date(self.progress.as_of)
    }

    /// The path below which the site stands on its host, with `/` on both ends; `/` where nothing is known.
    pub fn base_path(&self) -> &str {
        let address = self.base_url.and_then(|url| url.split_once("://")).map_or("", |(_, rest)| rest);
        address.find('/').map_or("/", |slash| &address[slash..])
    }
}
