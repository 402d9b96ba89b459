//! Draws one page at a time, with what all pages share made only once.

use super::turns::{self, Lasting};
use super::{Theme, errors, values};
use crate::diagnostic::Finding;
use crate::page::frame::{self, PageView, SiteView};
use crate::page::{Plan, Planned, Scene, Site};
use std::collections::{BTreeMap, HashMap};
use std::sync::{PoisonError, RwLock};
use tera::Context;

/// Draws the pages of a site; shared by threads.
pub struct Renderer<'a> {
    theme: &'a Theme,
    site: &'a Site<'a>,
    plan: &'a Plan,
    shared: tera::Value,
    messages: tera::Value,
    frames: RwLock<HashMap<Place, Context>>,
}

/// Where a page stands: the way from it to the root of the site, and its section.
type Place = (String, &'static str);

impl<'a> Renderer<'a> {
    pub(super) fn new(theme: &'a Theme, site: &'a Site<'a>, plan: &'a Plan) -> Renderer<'a> {
        let assets = theme.assets.iter().map(|asset| (asset.name.clone(), asset.path())).collect();
        let shared = values::tera(&SiteView::of(site, plan, assets));
        let messages = values::tera(&site.messages.words().collect::<BTreeMap<_, _>>());
        Renderer { theme, site, plan, shared, messages, frames: RwLock::new(HashMap::new()) }
    }

    /// Draws a page into a text, which is emptied first.
    pub fn render(&self, page: &Planned, into: &mut String) -> Result<(), Finding> {
        let mut bytes = std::mem::take(into).into_bytes();
        let drawn = self.draw(page, &mut bytes);
        *into = String::from_utf8(bytes).expect("templates and views are text");
        drawn
    }

    /// The same as bytes, as files hold them.
    pub fn draw(&self, page: &Planned, into: &mut Vec<u8>) -> Result<(), Finding> {
        into.clear();
        let template = page.kind.template;
        let scene = Scene::new(self.site, self.plan, page);
        let mut shown = (page.kind.view)(&scene);
        let place = (frame::root(self.site, page), page.kind.section);
        let mut context = self.frame(place).map_err(|error| self.finding(&error, template))?;
        context.insert_value("page", values::tera(&PageView::of(&scene, &mut shown)));
        context.insert_value("view", values::tera(shown.view.as_ref()));
        // What it drew is copied; a large page need not be held twice while it is put together.
        drop(shown);
        let turn = self.begin(template);
        let drawn = self.theme.tera.render_to(template, &context, into);
        drop(turn);
        drawn.map_err(|error| self.finding(&error, template))
    }

    /// What the templates of all pages at a place may read. Header, footer and what browsers load are drawn once for
    /// all of them, and there are few places.
    fn frame(&self, place: Place) -> Result<Context, tera::Error> {
        if let Some(frame) = self.frames.read().unwrap_or_else(PoisonError::into_inner).get(&place) {
            return Ok(frame.clone());
        }
        let mut frame = Context::new();
        frame.insert_value("site", self.shared.clone());
        frame.insert_value("m", self.messages.clone());
        frame.insert_value("root", tera::Value::from(place.0.as_str()));
        frame.insert_value("section", tera::Value::from(place.1));
        let draw = |template| {
            let _turn = self.begin(template);
            self.theme.tera.render(template, &frame).map(|markup| tera::Value::safe_string(&markup))
        };
        let (header, footer) = (draw("partials/header.html")?, draw("partials/footer.html")?);
        let resources = draw("partials/resources.html")?;
        frame.insert_value("header", header);
        frame.insert_value("footer", footer);
        frame.insert_value("resources", resources);
        self.frames.write().unwrap_or_else(PoisonError::into_inner).insert(place, frame.clone());
        Ok(frame)
    }

    /// A turn of one of the handbook's own templates, where there are any.
    fn begin(&self, template: &str) -> Option<Lasting> {
        let name = errors::blamed([template], &self.theme.own)?;
        let source = self.site.sources.find(&self.theme.own[name])?;
        Some(turns::begin(self.site.sources.share(source.id())))
    }

    fn finding(&self, error: &tera::Error, template: &str) -> Finding {
        errors::of_rendering(error, template, &self.theme.own, self.site.sources)
    }
}
