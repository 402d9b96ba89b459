//! Everything that pages show, by reference.

use super::{Index, Past};
use crate::config::{Colour, LintLevel, Settings};
use crate::diagnostic::Report;
use crate::locale::{Language, Messages};
use crate::model::{Audience, CycleId, Date, Handbook, ObjectiveId, PillarId, Show};
use crate::progress::Progress;
use crate::resolve::targets::Targets;
use crate::snapshot::Snapshot;
use crate::text::Sources;
use std::collections::BTreeMap;
use std::sync::Arc;

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

/// What the theme says to whatever is drawn outside of its templates.
#[derive(Clone, Debug)]
pub struct Look {
    /// The accent on paper, mended until text in it can be read.
    pub accent: Colour,
    /// The theme's own logo: its path from the site's root.
    pub logo: Option<String>,
    /// Whether the theme has a script that searches.
    pub has_search: bool,
}

impl Default for Look {
    fn default() -> Self {
        Look { accent: Colour([0; 3]), logo: None, has_search: true }
    }
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
    /// Paths from the handbook's root of pictures and other files below content/ and static/.
    pub assets: &'a [String],
    /// The day on which files were changed last, by path from the handbook's root, as far as it is known.
    pub changed: Option<&'a BTreeMap<String, Date>>,
    /// What is found in the sources, once they are judged.
    pub report: Option<&'a Report>,
    /// Where links in prose lead.
    pub targets: Targets<'a>,
    /// Who belongs to whom.
    pub index: Arc<Index>,
    /// What was frozen, in the order of the chain.
    pub past: Vec<Past<'a>>,
    /// The words of the interface.
    pub messages: Messages<'a>,
    /// Whether some prose asks for a map; looked up once, since every page wants to know.
    pub shows_maps: bool,
    /// What the theme says of its look.
    pub look: Look,
}

impl<'a> Site<'a> {
    /// Puts an edition together. `rules` are sorted by name, `index` is that of the handbook.
    #[expect(clippy::too_many_arguments, reason = "an edition has as many parts, each of a type of its own")]
    pub fn new(
        handbook: &'a Handbook,
        progress: &'a Progress,
        settings: &'a Settings,
        sources: &'a Sources,
        audience: Audience,
        assets: &'a [String],
        rules: &'a [RulePage],
        index: Arc<Index>,
        language: &'a Language,
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
            changed: None,
            report: None,
            targets: Targets::new(handbook, sources, assets, settings.raw_html),
            assets,
            index,
            shows_maps: handbook.live.values().any(|live| live.show == Show::Map),
            past: Vec::new(),
            messages: language.messages(),
            look: Look::default(),
        }
    }

    /// The site at another public address than the settings say.
    #[must_use]
    pub fn at(mut self, base_url: Option<&'a str>) -> Self {
        self.base_url = base_url.or(self.base_url);
        self
    }

    /// As the theme lets it look.
    #[must_use]
    pub fn with_look(mut self, look: Look) -> Self {
        self.look = look;
        self
    }

    /// With pages of what was frozen.
    #[must_use]
    pub fn with_snapshots(mut self, snapshots: &'a [Snapshot]) -> Self {
        self.past = snapshots.iter().filter_map(|snapshot| Past::of(snapshot, &self)).collect();
        self
    }

    /// With the handbook pages that are drafts.
    #[must_use]
    pub fn with_drafts(mut self, drafts: bool) -> Self {
        self.drafts = drafts;
        self
    }

    /// With the days on which files were changed last.
    #[must_use]
    pub fn with_changes(mut self, changed: &'a BTreeMap<String, Date>) -> Self {
        self.changed = Some(changed);
        self
    }

    /// With what is found in the sources.
    #[must_use]
    pub fn with_report(mut self, report: &'a Report) -> Self {
        self.report = Some(report);
        self
    }

    /// The day on which a file was changed last; none where nobody knows, or where that lies after *as of*.
    pub fn changed_on(&self, path: &str) -> Option<Date> {
        self.changed?.get(path).copied().filter(|&day| day <= self.as_of())
    }

    /// The day on which everything holds.
    pub fn as_of(&self) -> Date {
        self.progress.as_of
    }

    /// The path below which the site stands on its host, with `/` on both ends; `/` where nothing is known.
    pub fn base_path(&self) -> &str {
        let address = self.base_url.and_then(|url| url.split_once("://")).map_or("", |(_, rest)| rest);
        address.find('/').map_or("/", |slash| &address[slash..])
    }

    /// Cycles that run and hold objectives, the shortest first; else the one that is nearest.
    pub fn cycles_in_view(&self) -> Vec<CycleId> {
        let as_of = self.as_of();
        let used = || self.handbook.cycles().filter(|(id, _)| !self.index.of_cycle[id.index()].is_empty());
        let mut running: Vec<CycleId> =
            used().filter(|(_, cycle)| cycle.contains(as_of)).map(|(id, _)| id).collect();
        running.sort_by_key(|&id| (self.handbook[id].days(), self.handbook[id].start));
        if running.is_empty() {
            let next = used()
                .filter(|(_, cycle)| cycle.start > as_of)
                .min_by_key(|(_, cycle)| (cycle.start, cycle.end));
            let last = used()
                .filter(|(_, cycle)| cycle.end < as_of)
                .max_by_key(|(_, cycle)| (cycle.end, cycle.start));
            running.extend(next.or(last).map(|(id, _)| id));
        }
        running.truncate(3);
        running
    }

    /// A pillar's progress in the first of some cycles in which it has one.
    pub fn pillar_in_view(&self, id: PillarId, cycles: &[CycleId]) -> Option<(CycleId, f64)> {
        cycles.iter().find_map(|&cycle| Some((cycle, self.progress.of_pillar(id, cycle)?)))
    }

    /// The objectives of a cycle right under a pillar.
    pub fn under_pillar_in(&self, id: PillarId, cycle: CycleId) -> Vec<ObjectiveId> {
        let is_in = |id: &ObjectiveId| self.handbook[*id].cycle.is_some_and(|of| of.value == cycle);
        self.index.under_pillar[id.index()].iter().copied().filter(is_in).collect()
    }
}
