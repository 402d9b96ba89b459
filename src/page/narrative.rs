//! Prose of the handbook on its pages: where its links lead, seen from the page on which it stands.

use super::prose::{self, Destination, Place};
use super::{Html, Scene, Subject, address};
use crate::model::{Audience, Body, Goal, KeyResult, SitePath, Text};
use crate::resolve::targets::{Target, Thing};
use crate::syntax::prose::Block;
use crate::text::SourceId;

/// The ids of the parts that stand around every page: its main part, the field of the search and what that finds.
const FRAME: [&str; 3] = ["main", "search", "search-results"];

/// The links of a text that stands in one file, followed from one page.
struct From<'a> {
    scene: &'a Scene<'a>,
    source: SourceId,
}

impl prose::Links for From<'_> {
    fn follow(&self, target: &str) -> Option<Destination> {
        match self.scene.site.targets.follow(self.source, target).ok()? {
            Target::Here(fragment) => Some(Destination::Here(fragment)),
            Target::Web(url) => Some(Destination::Web(url)),
            Target::Asset(path) => Some(Destination::File(self.scene.links.to(&published(&path)?))),
            Target::Thing(thing, fragment) => self.thing(thing, fragment.as_deref()),
        }
    }

    /// A block of which this edition knows nothing shows nothing, not even what was written.
    fn block(&self, number: usize, block: &Block) -> Option<Html> {
        let live = self.scene.site.handbook.live.get(&block.span);
        Some(live.map(|live| self.scene.live(live, number)).unwrap_or_default())
    }
}

impl From<'_> {
    fn thing(&self, thing: Thing, fragment: Option<&str>) -> Option<Destination> {
        let (scene, handbook) = (self.scene, self.scene.site.handbook);
        let (mut href, title) = match thing {
            Thing::Goal(goal) => (scene.links.goal(goal), handbook.title(goal)),
            Thing::Kpi(id) => (scene.links.kpi(id), handbook[id].title.value.as_str()),
            Thing::Team(id) => (scene.links.team(id), handbook[id].name.value.as_str()),
            Thing::Person(id) => (scene.links.person(id), handbook[id].name.value.as_str()),
            Thing::Cycle(id) => (scene.links.cycle(id), handbook[id].title.as_str()),
            Thing::Page(index) => {
                let page = &handbook.pages[index];
                let address = if page.path == "index.md" { address::home() } else { page.address.clone() };
                scene.plan.find(&address)?;
                (scene.links.to(&address), page.title.value.as_str())
            }
        };
        if href.is_empty() {
            return None;
        }
        // Today's page may have lost a heading that was there when this was frozen.
        let fragment = fragment.filter(|_| scene.links.stays_with(thing));
        if let Some(fragment) = fragment {
            href = format!("{}#{fragment}", href.split('#').next().unwrap_or_default());
        }
        Some(Destination::Page { href, title: title.to_owned(), chip: self.chip(thing) })
    }

    /// How a goal fares; nothing about anyone.
    fn chip(&self, thing: Thing) -> Option<Html> {
        let progress = self.scene.site.progress;
        match thing {
            Thing::Goal(Goal::Objective(id)) => {
                let of = progress.of(id);
                Some(prose::chip(self.scene.m, of.health, of.known()))
            }
            Thing::Goal(Goal::KeyResult(id)) => {
                let of = progress.of_key_result(id);
                Some(prose::chip(self.scene.m, of.health, of.attainment.map(|_| of.progress)))
            }
            _ => None,
        }
    }
}

/// Where a picture or another file of the handbook stands in the site: `content/` and `static/` are copied to its
/// root.
fn published(path: &str) -> Option<SitePath> {
    let path = path.strip_prefix("content/").or_else(|| path.strip_prefix("static/"))?;
    SitePath::new(path.split('/'))
}

impl Scene<'_> {
    /// Appends inline Markdown of a `why`, a `note` and the like.
    pub(super) fn push_inline(&self, html: &mut Html, text: &Text) {
        self.placed(text.span.source(), None, |place| prose::push_inline(html, place, &text.value));
    }

    /// Inline Markdown of a `why`, a `note` and the like.
    pub(super) fn inline(&self, text: &Text) -> Html {
        let mut html = Html::new();
        self.push_inline(&mut html, text);
        html
    }

    /// Inline Markdown where there is some.
    pub(super) fn maybe_inline(&self, text: Option<&Text>) -> Option<Html> {
        text.map(|text| self.inline(text))
    }

    /// The narrative of a Markdown file, its headings below that of the page; nothing where it is empty.
    pub(super) fn body(&self, body: Option<&Body>, title: &str) -> Option<Html> {
        let body = body?;
        let text = self.site.sources.slice(body.span);
        let html =
            self.placed(body.span.source(), Some(title), |place| prose::body(place, text, &body.facts));
        (!html.is_empty()).then_some(html)
    }

    fn placed<T>(&self, source: SourceId, title: Option<&str>, render: impl FnOnce(&Place) -> T) -> T {
        let links = From { scene: self, source };
        let taken = |id: &str| self.is_taken(id);
        let raw_html = self.today.settings.raw_html;
        render(&Place {
            m: self.m,
            links: &links,
            raw_html,
            prefix: "",
            first_level: 2,
            title,
            taken: &taken,
        })
    }

    /// Whether the page has something else of this id.
    fn is_taken(&self, id: &str) -> bool {
        let is_key_result = match self.page.subject {
            Subject::Objective(objective) | Subject::Snapshot { objective: Some(objective), .. } => {
                self.site.handbook.key_result_of(objective, id).is_some()
            }
            _ => false,
        };
        FRAME.contains(&id) || is_key_result
    }

    /// Whether this edition shows the progress of a key result but not its numbers.
    pub(super) fn withholds(&self, key_result: &KeyResult) -> bool {
        key_result.masked && self.site.audience == Audience::Public
    }
}
